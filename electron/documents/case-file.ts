import { parseCase } from '../../shared/case/problems'
import { SCHEMA_VERSION, type Case } from '../../shared/case/schema'
import { Refused } from '../refused'

export const CASE_FILE_ENDING = '.sell-or-stay.json'
export const CASE_FILE_MIME = 'application/json'

/** A case as one self-describing file: it says whose it is and of which version. */
export const writeCaseFile = (document: Case): string => `${JSON.stringify(document, null, 2)}\n`

/** @throws Refused 'invalid', with one problem for each place that cannot stand */
export function readCaseFile(text: string): Case {
  let data: unknown
  try {
    // An editor on Windows may have put a byte order mark in front.
    data = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const message = `This is not a case file of Sell or Stay: it is not JSON (${(error as Error).message}). Choose a file that this program has exported.`
    throw new Refused('invalid', message, [{ path: '', json: '$', message }])
  }
  const read = parseCase(data)
  if (read.ok) return read.value
  const version = Number((data as { schemaVersion?: unknown } | null)?.schemaVersion)
  throw new Refused(version > SCHEMA_VERSION ? 'newer' : 'invalid', sentenceFor(read.problems), read.problems)
}

/** The first problem in full, and how many there are. */
export function sentenceFor(problems: readonly { readonly message: string }[]): string {
  const first = problems[0]?.message ?? 'The case cannot stand as it is.'
  return problems.length > 1 ? `${first} (${problems.length} places in all need a change.)` : first
}
