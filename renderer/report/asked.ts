import {
  PAPERS,
  READER_PARTS,
  READERS,
  REPORT_PARTS,
  withChanges,
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
  /** The snapshot since which the changes are told. */
  readonly since?: string | undefined
}

export interface Asked extends ReportChoices {
  /** Whether page one lists the chapters. */
  readonly contents: boolean
  /** The part of the address after the #. */
  readonly hash: string
  readonly id: string
}

/**
 * The report that an address names, `#CASE?dollars=today|future&reader=…&parts=…&paper=…&names=…&since=SNAPSHOT&contents=none`;
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
  const parts = named ? named.flatMap((name) => REPORT_PARTS.find((part) => part === name) ?? []) : READER_PARTS[reader]
  const since = given.get('since') ?? undefined
  return {
    hash,
    id,
    dollars: oneOf('dollars', ['today', 'future']),
    reader,
    parts: since === undefined ? parts : withChanges(parts),
    ...(since !== undefined && { since }),
    paper: oneOf('paper', PAPERS),
    names: oneOf('names', ['full', 'initials']),
    contents: given.get('contents') !== 'none',
  }
}

/** The method, as an address names it: `#CASE?print=method&paper=…`; undefined for another print. */
export function methodAskedFor(hash: string): Pick<Asked, 'hash' | 'id' | 'paper'> | undefined {
  const [id, query] = hash.slice(1).split('?')
  const given = new URLSearchParams(query)
  if (!id || given.get('print') !== 'method') return undefined
  return { hash, id, paper: given.get('paper') === 'a4' ? 'a4' : 'letter' }
}

/** The address of a report for a print dialog, which cannot number the contents, relative to the page that prints it. */
export const addressOf = (id: string, { parts, since, ...choices }: ReportChoices): string =>
  `#${id}?${new URLSearchParams({ ...choices, ...(since !== undefined && { since }) }).toString()}&parts=${parts.join(',')}&contents=none`

/** Whether these parts show simulated results: the brief shows how far each path may stray, the chapter on risk all of it. */
export const showSimulations = (parts: readonly ReportPart[]): boolean =>
  parts.includes('brief') || parts.includes('risk')

/** Excludes the parts about people and organizations, where initials would hide no one. */
export const withoutPeople = (parts: readonly ReportPart[]): ReportPart[] =>
  parts.filter((part) => part !== 'partner' && part !== 'journal')
