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

/** The options of a report. */
export interface ReportChoices {
  readonly dollars: Dollars
  readonly reader: Reader
  /** In printing order. */
  readonly parts: readonly ReportPart[]
  readonly paper: PaperSize
  readonly names: 'full' | 'initials'
}

export interface Asked extends ReportChoices {
  /** Whether page one lists the chapters. */
  readonly contents: boolean
  /** The part of the address after the #. */
  readonly hash: string
  readonly id: string
}

/**
 * The report that an address names, `#CASE?dollars=today|future&reader=…&parts=…&paper=…&names=…&contents=none`;
 * undefined without a case.
 */
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
    contents: given.get('contents') !== 'none',
  }
}

/** The address of a report for a print dialog, which cannot number the contents, relative to the page that prints it. */
export const addressOf = (id: string, { parts, ...choices }: ReportChoices): string =>
  `#${id}?${new URLSearchParams(choices).toString()}&parts=${parts.join(',')}&contents=none`

/** Excludes the parts about people and organizations, where initials would hide no one. */
export const withoutPeople = (parts: readonly ReportPart[]): ReportPart[] =>
  parts.filter((part) => part !== 'partner' && part !== 'journal')
