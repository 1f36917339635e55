import { LARGEST_CASE_FILE } from '../../shared/host'
import { Refused } from '../refused'

/** A letter or a book included in a case file. */
export interface Attached {
  /** The id by which the case's quotes refer to it. */
  readonly id: string
  readonly name: string
  readonly content: Uint8Array
}

/** Room for the case itself, some ten thousand characters, and its quotes. */
const ROOM = 4_000_000

/** Documents in the form of a case file. @throws Refused if the file would be too large to be imported again */
export function attachments(documents: readonly Attached[]): object {
  if (documents.length === 0) return {}
  const characters = documents.reduce((sum, { content }) => sum + Math.ceil(content.length / 3) * 4, 0)
  if (characters > LARGEST_CASE_FILE - ROOM)
    throw new Refused(
      'unavailable',
      `The documents of this case take ${Math.ceil(characters / 1e6)} MB in a case file, and it has room for ${(LARGEST_CASE_FILE - ROOM) / 1e6} MB. Export the case without them, and save copies of the documents instead.`,
    )
  return {
    documents: documents.map(({ id, name, content }) => ({
      id,
      name,
      content: Buffer.from(content).toString('base64'),
    })),
  }
}

/**
 * The documents in the text of a case file that was already read as one. Anything this program would not have written
 * is ignored: the case does not need it.
 */
export function attachedIn(text: string): Attached[] {
  const { documents } = JSON.parse(text.replace(/^\uFEFF/, '')) as { documents?: unknown }
  if (!Array.isArray(documents)) return []
  return documents.slice(0, 20).flatMap((one: unknown) => {
    const { id, name, content } = (one ?? {}) as Record<string, unknown>
    if (typeof id !== 'string' || typeof name !== 'string' || typeof content !== 'string') return []
    const called = name.trim().slice(0, 200)
    const bytes = Buffer.from(content, 'base64')
    return called === '' || bytes.length === 0 ? [] : [{ id, name: called, content: new Uint8Array(bytes) }]
  })
}
