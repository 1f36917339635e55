import {
  PAPERS,
  READER_PARTS,
  READERS,
  REPORT_PARTS,
  type PaperSize,
  type Reader,
  type ReportPart,
} from '../../shared/host'
import type { Dollars } from '../../shared/present/money'

/** What a report is asked for with. */
export interface ReportChoices {
  readonly dollars: Dollars
  readonly reader: Reader
  /** In the order in which they are printed. */
  readonly parts: readonly ReportPart[]
  readonly paper: PaperSize
  readonly names: 'full' | 'initials'
}

export interface Asked extends ReportChoices {
  /** What stands behind the # of the address. */
  readonly hash: string
  readonly id: string
}

/** The report that an address names, `#CASE?dollars=today|future&reader=…&parts=…&paper=…&names=…`; undefined without a case. */
export function askedFor(hash: string): Asked | undefined {
  const [id, query] = hash.slice(1).split('?')
  if (!id) return undefined
  const given = new URLSearchParams(query)
  const oneOf = <Choice extends string>(key: string, choices: readonly [Choice, ...Choice[]]): Choice =>
    choices.find((choice) => choice === given.get(key)) ?? choices[0]
  const reader = oneOf('reader', READERS)
  const named = given.get('parts')?.split(',')
  return {
    hash,
    id,
    dollars: oneOf('dollars', ['today', 'future']),
    reader,
    parts: named ? named.flatMap((name) => REPORT_PARTS.find((part) => part === name) ?? []) : READER_PARTS[reader],
    paper: oneOf('paper', PAPERS),
    names: oneOf('names', ['full', 'initials']),
  }
}

/** The address of a report behind that of the page that prints it. */
export const addressOf = (id: string, { parts, ...choices }: ReportChoices): string =>
  `#${id}?${new URLSearchParams(choices).toString()}&parts=${parts.join(',')}`

/** Without the parts that consist of people and organizations: initials would hide nobody there. */
export const withoutPeople = (parts: readonly ReportPart[]): ReportPart[] =>
  parts.filter((part) => part !== 'partner' && part !== 'journal')
