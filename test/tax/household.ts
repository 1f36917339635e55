import fc from 'fast-check'

import {
  buildGraph,
  evaluation,
  Model,
  type Evaluation,
  type Input,
  type Line,
  type Operand,
} from '../../shared/formula'
import { declareFederalTax, FILING_STATUSES, taxParameters, type Household, type TaxLines } from '../../shared/tax'
import type { Return } from './forms'

/** Amounts of a household that a test varies. */
export const AMOUNTS = [
  'wages',
  'spouseWages',
  'selfEmployment',
  'spouseSelfEmployment',
  'practiceProfit',
  'passiveProfit',
  'interest',
  'ordinaryDividends',
  'qualifiedDividends',
  'shortTermGain',
  'longTermGain',
  'unrecaptured1250',
  'ordinarySaleIncome',
  'withdrawals',
  'socialSecurity',
  'deferrals',
  'planContributions',
  'adjustments',
  'businessWages',
  'businessProperty',
  'stateAndLocalTaxes',
  'mortgageInterest',
  'charity',
] as const
export type AmountKey = (typeof AMOUNTS)[number]
export type Amounts = Partial<Record<AmountKey, number>>

/** A household in which every amount is an input, ready to be run with other amounts. */
export interface Taxed {
  readonly evaluation: Evaluation
  readonly lines: TaxLines
  readonly inputs: readonly Input[]
  /** Runs with these amounts, all others 0, and reads a line of the first year; 0 where there is no such line. */
  run(amounts: Amounts): (line: Line | 0) => number
}

export function taxed(
  structure: Pick<Household, 'status'> & Partial<Household> & { year?: number; itemize?: boolean },
  keys: readonly AmountKey[] = AMOUNTS,
  years = 1,
): Taxed {
  const { year = 2026, itemize = false, ...rest } = structure
  const model = Model.create()
  const inputs = keys.map((key) => model.input(key, key, 'usd'))
  const of = (key: AmountKey): Operand => inputs[keys.indexOf(key)] ?? 0
  const lines = declareFederalTax(model.scope('tax'), {
    parameters: taxParameters(year),
    calendarYear: year,
    ...Object.fromEntries(keys.map((key) => [key, of(key)])),
    ...(itemize && {
      deduction: {
        kind: 'greater',
        stateAndLocalTaxes: of('stateAndLocalTaxes'),
        mortgageInterest: of('mortgageInterest'),
        charity: of('charity'),
      } as const,
    }),
    ...rest,
  })
  const run = evaluation(buildGraph(model, years))
  return {
    evaluation: run,
    lines,
    inputs,
    run(amounts) {
      run.run(Float64Array.from(keys, (key) => amounts[key] ?? 0))
      return (line) => (line === 0 ? 0 : run.value(line, 1))
    },
  }
}

const amount = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 60_000 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 800_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 6_000_000 }) },
)
const orLoss = fc.oneof(
  { weight: 4, arbitrary: amount },
  { weight: 1, arbitrary: fc.integer({ min: -300_000, max: 0 }) },
)
const small = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60_000 }))

/** Households of all filing statuses from retirement to the year of a sale, some with losses. */
export const anyReturn: fc.Arbitrary<Return> = fc
  .record({
    year: fc.constantFrom(2025, 2026),
    status: fc.constantFrom(...FILING_STATUSES),
    wages: amount,
    spouseWages: amount,
    selfEmployment: orLoss,
    spouseSelfEmployment: orLoss,
    practiceProfit: orLoss,
    interest: small,
    ordinaryDividends: small,
    qualifiedDividends: small,
    shortTermGain: orLoss,
    longTermGain: orLoss,
    unrecaptured1250: small,
    gainIsInvestment: fc.boolean(),
    withdrawals: amount,
    socialSecurity: small,
    deferrals: small,
    planContributions: small,
    itemized: fc.option(fc.record({ salt: small, mortgage: small, charity: amount }), { nil: undefined }),
    age: fc.integer({ min: 30, max: 95 }),
    spouseAge: fc.integer({ min: 30, max: 95 }),
    businessWages: amount,
    businessProperty: amount,
    sstb: fc.boolean(),
  })
  .map((r) => ({ ...r, ordinaryDividends: r.ordinaryDividends + r.qualifiedDividends }))
