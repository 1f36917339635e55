import type { Outcome, View } from '../model'
import { moneyRow, type Dollars } from './money'
import { shortName } from './paths'

/** Rows over the years of the plan, one a path. */
export interface OverTime<Row> {
  /** Calendar years, and the age that the owner reaches in each. */
  readonly years: readonly number[]
  readonly ages: readonly number[]
  readonly paths: readonly ({ readonly id: string; readonly name: string; readonly short: string } & Row)[]
}

export interface Wealth {
  /** Wealth at year-end, and its parts: account balances and unrealized value. */
  readonly values: readonly number[]
  readonly accounts: readonly number[]
  readonly paper: readonly number[]
}

export interface Amounts {
  readonly values: readonly number[]
}

const names = (outcome: Outcome, paths: readonly string[]) =>
  paths.flatMap((id) =>
    outcome.paths.filter((path) => path.id === id).map((path) => ({ id, name: path.name, short: shortName(path) })),
  )

/** Wealth at the end of each year. */
export function wealthOverTime(
  outcome: Outcome,
  view: View,
  dollars: Dollars,
  paths: readonly string[],
): OverTime<Wealth> {
  return {
    years: outcome.shared('plan/calendarYear'),
    ages: outcome.shared('plan/age'),
    paths: names(outcome, paths).map(({ id, name, short }) => ({
      id,
      name,
      short,
      values: moneyRow(outcome, id, view, 'wealth', dollars),
      accounts: moneyRow(outcome, id, view, 'accounts', dollars),
      paper: moneyRow(outcome, id, view, 'paper', dollars),
    })),
  }
}

/** Take-home of each year, through the first year in which nobody works. */
export function takeHomeOverTime(
  outcome: Outcome,
  view: View,
  dollars: Dollars,
  paths: readonly string[],
): OverTime<Amounts> {
  const rows = names(outcome, paths).map(({ id, name, short }) => ({
    id,
    name,
    short,
    values: moneyRow(outcome, id, view, 'takeHome', dollars),
  }))
  const last = Math.max(1, ...rows.map(({ values }) => values.findLastIndex((value) => value !== 0) + 1))
  return {
    years: outcome.shared('plan/calendarYear').slice(0, last),
    ages: outcome.shared('plan/age').slice(0, last),
    paths: rows.map((row) => ({ ...row, values: row.values.slice(0, last) })),
  }
}
