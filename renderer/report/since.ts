import type { Envelope, Host } from '../../shared/host'
import { withInitials } from '../../shared/present/report/initials'
import type { SinceSnapshot } from './context'

/** A snapshot of a case with its name. */
export async function loadSince(host: Host, id: string, snapshot: string): Promise<Envelope<SinceSnapshot>> {
  const [opened, listed] = await Promise.all([
    host.call('openSnapshot', { id, snapshot }),
    host.call('listSnapshots', { id }),
  ])
  if (!opened.ok) return opened
  if (!listed.ok) return listed
  return { ok: true, value: { name: listed.value.find((one) => one.id === snapshot)?.name, document: opened.value } }
}

/** @param given the initials in the report of today */
export const sinceWithInitials = ({ document }: SinceSnapshot, given: Map<string, string>): SinceSnapshot => ({
  name: undefined,
  document: withInitials(document, given),
})
