import { parseCase } from '../../shared/case/problems'
import { SCHEMA_VERSION, type Case } from '../../shared/case/schema'
import { clipped } from '../../shared/text'
import { Refused } from '../refused'
import { attachments, type Attached } from './attached'

/** An extension of our own, so that the system knows which program opens the file; the content is JSON. */
export const CASE_FILE_ENDING = '.sellorstay'
export const CASE_FILE_MIME = 'application/json'

/**
 * A case as one self-describing file: the application, the schema version, the program that wrote it, and the attached
 * documents.
 */
export function writeCaseFile(
  { app, schemaVersion, ...document }: Case,
  version?: string,
  documents: readonly Attached[] = [],
): string {
  const savedBy = version === undefined ? {} : { savedBy: `Sell or Stay ${version}` }
  return `${JSON.stringify({ app, schemaVersion, ...savedBy, ...document, ...attachments(documents) }, null, 2)}\n`
}

/** The program that wrote a case file; null where not stated. */
export function savedBy(text: string): string | null {
  const said = /"savedBy": ?"([^"\\]{1,60})"/.exec(text.slice(0, 2000))
  return said?.[1] ?? null
}

/**
 * @param name of the file, where the user chose it: the message then begins with it
 * @throws Refused 'invalid', with one problem per invalid field
 */
export function readCaseFile(text: string, name?: string): Case {
  const about = (sentence: string) =>
    name === undefined ? sentence : `“${clipped(name, 100)}” cannot be imported. ${sentence}`
  let data: unknown
  try {
    // An editor on Windows may have added a byte order mark.
    data = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const message = `This is not a case file of Sell or Stay: it is ${otherThanJson(text, error)}. Choose a file that this program has exported.`
    throw new Refused('invalid', about(message), [{ path: '', json: '$', message }])
  }
  if ((data as { protected?: unknown } | null)?.protected === 1)
    throw new Refused(
      'locked',
      about(
        'The case file is protected by a passphrase. Write it without one first: import FILE OUT.json --passphrase-file FILE.',
      ),
    )
  const read = parseCase(withoutRest(data))
  if (read.ok) return read.value
  const version = (data as { schemaVersion?: unknown } | null)?.schemaVersion
  const newer = typeof version === 'number' && version > SCHEMA_VERSION
  throw new Refused(newer ? 'newer' : 'invalid', about(sentenceFor(read.problems)), read.problems)
}

/** The writing program is stated for people, and documents are stored beside the case: neither is part of it. */
function withoutRest(data: unknown): unknown {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return data
  const { savedBy, documents, ...rest } = data as Record<string, unknown>
  return {
    ...rest,
    ...(savedBy !== undefined && typeof savedBy !== 'string' && { savedBy }),
    ...(documents !== undefined && !Array.isArray(documents) && { documents }),
  }
}

/** What a file contains that is not JSON; the parser's own message would quote a confusing fragment. */
function otherThanJson(text: string, error: unknown): string {
  if (text.trim() === '') return 'empty'
  // Bytes that are not text were decoded as replacement or control characters.
  if (/[^\P{Cc}\t\n\v\f\r]|\uFFFD/u.test(text)) return 'not a text file'
  const place = /line \d+ column \d+/.exec((error as Error).message)?.[0].replace(' column', ', column')
  if (place) return `not valid JSON: it is cut off or has an error in ${place}`
  return /^\s*[{[]/.test(text) ? 'not valid JSON: it is cut off or has an error' : 'not JSON'
}

/** The first problem in full, and how many there are. */
export function sentenceFor(problems: readonly { readonly message: string }[]): string {
  const first = problems[0]?.message ?? 'The case is not valid.'
  return problems.length > 1 ? `${first} (${problems.length} places in all need correction.)` : first
}
