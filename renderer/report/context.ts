import type { Case } from '../../shared/case/schema'
import type { Reader, ReportPart } from '../../shared/host'
import type { Readiness } from '../../shared/checks/readiness'
import type { Outcome } from '../../shared/model'
import type { Dollars } from '../../shared/present/money'
import type { ReportAnalyses } from '../../shared/present/report/analyses'
import type { Ledger } from '../../shared/present/report/ledger'

/** An earlier state of the case, with which the report compares it. */
export interface SinceSnapshot {
  /** Undefined where names are left out. */
  readonly name: string | undefined
  readonly document: Case
}

/** What every part of the report is made from. */
export interface ReportInput {
  readonly outcome: Outcome
  /** The current case; the outcome's document may be older if no figure has changed since. */
  readonly document: Case
  /**
   * What was worked out ahead. Without the prices and the simulation the report says nothing of them; the others it works
   * out itself.
   */
  readonly analyses: Partial<ReportAnalyses>
  /** Undefined where the report has no changes to tell. */
  readonly since?: SinceSnapshot | undefined
  readonly dollars: Dollars
  readonly reader: Reader
  /** In the order in which they follow the first page. */
  readonly parts: readonly ReportPart[]
  /** YYYY-MM-DD */
  readonly today: string
  readonly version: string
  /** Whether page one lists the chapters with their pages, which only paper has. */
  readonly contents?: boolean
}

export type Part = Omit<ReportInput, 'parts' | 'analyses'> & {
  readonly ledger: Ledger
  readonly readiness: Readiness
  /** Whether a chapter lists everything that the program has found. */
  readonly listsChecks: boolean
}

/** What parts with analyses are made from. The others are not rendered again when the analyses arrive. */
export type AnalyzedPart = Part & Pick<ReportInput, 'analyses'>

/** The suffix of an amount that names its dollars. */
export const dollarsInWords = (dollars: Dollars): string => (dollars === 'today' ? 'today’s dollars' : 'future dollars')
