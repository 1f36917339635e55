import type { Open } from '../../state/reading'
import { useStore } from '../../state/store'
import { told } from '../frame/tell'

/**
 * Keeps the document with the case from which values are taken. Where it cannot be kept the person is told, and the
 * values are taken all the same: their quotes are in the case.
 * @returns the id under which it is kept
 */
export async function keepOpen({ name, content, kept }: Open): Promise<string | null> {
  const { host, caseId } = useStore.getState()
  if (content === undefined || !caseId) return kept
  const answer = await host.call('keepDocument', { id: caseId, name, content })
  if (answer.ok) return answer.value.document
  told({ ok: false, message: `“${name}” is not kept with the case. ${answer.error.message}` })
  return null
}
