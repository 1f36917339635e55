import type { Open } from '../../state/reading'
import { useStore } from '../../state/store'
import { told } from '../frame/tell'

/**
 * Stores the document with the case that its values go into. If it cannot be stored, the user is told and the values
 * are taken anyway: their quotes are in the case.
 * @returns the id of the stored document
 */
export async function keepOpen({ name, content, kept }: Open): Promise<string | null> {
  const { host, caseId } = useStore.getState()
  if (kept !== null || !caseId) return kept
  const answer = await host.call('keepDocument', { id: caseId, name, content })
  if (answer.ok) return answer.value.document
  told({ ok: false, message: `“${name}” is not kept with the case. ${answer.error.message}` })
  return null
}
