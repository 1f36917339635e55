import type { Line } from './accounts'
import type { Period } from './period'

export interface Earned {
  readonly cell: string
  readonly label: string
  readonly amount: number
}

/** Collections by who worked for them. */
export interface Producers {
  readonly owner: readonly Earned[]
  readonly associates: readonly Earned[]
  readonly hygiene: readonly Earned[]
  readonly total: Earned | undefined
}

/** A sheet or a file that belongs to the same books, and what is taken from it. */
export interface YearSource {
  /** Name of the sheet or the file. */
  readonly place: string
  readonly year: number
  readonly months: number | undefined
  /** "March 2025", of a part that is added up or held by another. */
  readonly when?: string
  /**
   * `amounts`: the latest full year. `added`: a part of it, added up with the others. `growth`: an earlier one, for growth rates. `within`: nothing, because all its months are in another. `part`, `unproved`: nothing, because
   * it covers no full year, or because its rows do not make up its net income.
   */
  readonly taken: 'amounts' | 'added' | 'within' | 'growth' | 'part' | 'unproved'
}

/** An account of the books with the line that it was given to. */
export interface BookRow {
  readonly cell: string
  readonly label: string
  /** Dollars: what the account earns or costs, positive as a rule. */
  readonly amount: number
  /** The same in the earlier years that stand beside it: year → dollars, 0 where its cell is empty. */
  readonly earlier?: Readonly<Record<number, number>>
  readonly line: Line
  readonly addBack?: string
  /** False: the dictionary does not know its name; the owner is asked. */
  readonly known: boolean
}

export interface BookRead {
  readonly sheet: string
  readonly rows: readonly BookRow[]
  /** Rows that are sums, balances or purchases, with the reason. */
  readonly notCounted: readonly {
    readonly cell: string
    readonly label: string
    readonly amount: number
    readonly why: string
  }[]
  readonly period: Period | undefined
  /** Net income as the file states it, and what is left of it when all counted rows are taken off: 0 if they prove it. */
  readonly netIncome: { readonly cell: string; readonly label: string; readonly amount: number } | undefined
  readonly unproved: number | undefined
  readonly producers: Producers | undefined
  /** Earlier years beside the one that is read, proved like it, for growth rates. In order. */
  readonly earlierYears: readonly number[]
  readonly left: readonly string[]
  /** The sheet is in thousands of dollars; the amounts here are in dollars. */
  readonly inThousands?: boolean
  /** The sheets of other years and the one that is read, where each year has its own. */
  readonly sources?: readonly YearSource[]
  /** The months between the first and the last that no part covers, where parts are added up. */
  readonly missing?: readonly string[]
  /** Sentences for the owner, where sheets were left aside that may matter. */
  readonly notes?: readonly string[]
}
