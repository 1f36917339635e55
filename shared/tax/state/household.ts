import { dollars, f, type Model, type Operand, type Table } from '../../formula'
import type { Part } from '../household'
import { absent, inYear, plus } from '../operands'
import type { FilingStatus } from '../parameters'
import {
  FIELD_NAMES,
  type Brackets,
  type ByStateStatus,
  type DatedField,
  type Measure,
  type StateLaw,
  type StateRules,
  type StateStatus,
  type Steps,
} from './types'

/** One of the people on a return, dollars of the year. An operand that is the number 0 does not exist. */
export interface Person {
  readonly age: Operand
  readonly wages: Operand
  readonly selfEmployment: Operand
  /** Practice profit not subject to self-employment tax. */
  readonly practiceProfit: Operand
  /** Half of self-employment tax, as deducted federally. */
  readonly halfSelfEmploymentTax: Operand
  /** FICA (without the additional Medicare tax) and self-employment tax. */
  readonly payrollTax: Operand
  readonly withdrawals: Operand
  /** Social Security benefits received. */
  readonly benefits: Operand
}

export const NOBODY: Person = {
  age: 0,
  wages: 0,
  selfEmployment: 0,
  practiceProfit: 0,
  halfSelfEmploymentTax: 0,
  payrollTax: 0,
  withdrawals: 0,
  benefits: 0,
}

/** The federal figures that a state return starts from, dollars. */
export interface FederalFigures {
  readonly agi: Operand
  /** Federal taxable income, without any deduction for state income tax. */
  readonly taxableIncome: Operand
  /** Standard deduction, with and without the additions for age. */
  readonly standardDeduction: Operand
  readonly basicStandardDeduction: Operand
  /** The standard deduction, or itemized deductions excluding state income tax. */
  readonly deduction: Operand
  readonly qbiDeduction: Operand
  readonly seniorDeduction: Operand
  /** Regular tax, minimum tax and tax on net investment income. */
  readonly incomeTax: Operand
  readonly netInvestmentIncome: Operand
  readonly taxedBenefits: Operand
  /** Combined income (with half the benefits) in excess of the base amount of 26 U.S.C. §86. */
  readonly combinedIncomeOverBase: Operand
  /** Combined income itself. */
  readonly combinedIncome: Operand
  readonly additionalMedicare: Operand
}

/**
 * The inputs of a state return. Where spouses are computed separately, items that belong to neither are the owner's.
 */
export interface StateReturn {
  readonly status: FilingStatus
  readonly law: StateLaw
  /** The price level relative to the year of the law, for what the state indexes. */
  readonly priceIndex: Operand
  readonly calendarYear: Operand
  readonly owner: Person
  /** Joint returns only. */
  readonly spouse: Person | undefined
  readonly dependents: Operand
  /** Elective deferrals, which are not in the owner's wages. */
  readonly deferrals: Operand
  readonly interest: Operand
  readonly dividends: Operand
  readonly qualifiedDividends: Operand
  /** Net gain included in income, and its long-term part, at least 0. */
  readonly capitalGain: Operand
  readonly netGain: Operand
  /** The part of `netGain` from the sale of the owner's practice. */
  readonly practiceSaleGain: Operand
  /** The part of it from real estate. */
  readonly realEstateGain: Operand
  readonly federal: FederalFigures
  /** Entity-level state tax that the practice paid, and the profit and gain it was paid on. */
  readonly entity: { readonly tax: Operand; readonly profit: Operand; readonly gain: Operand } | undefined
  readonly rules: StateRules
}

/** A return, or one of two computations on a combined return: whose income it covers, and helpers for its parts. */
export interface StateContext {
  readonly m: Model
  readonly law: StateLaw
  readonly status: StateStatus
  readonly of: StateReturn
  readonly people: readonly Person[]
  /** The value for the filing status. */
  pick<T>(value: ByStateStatus<T>): T
  /** A field's dollar amount, inflated to the year if the state indexes it. */
  amount(value: ByStateStatus<number>, field: DatedField): Operand
  /** The factor on a field's thresholds. */
  scale(field: DatedField): Operand
  /** Declares a row in dollars; none if the formula is the number 0. */
  row(id: string, label: string, meaning: string, formula: Operand): Part
  /** Looks up an amount of money, possibly negative, in a table. */
  lookup(
    steps: Steps,
    at: Operand,
    what: string,
    field: DatedField,
    unit: 'usd' | 'factor',
    inclusive?: boolean,
  ): Operand
  /** Tax on an amount by marginal rates. */
  brackets(brackets: ByStateStatus<Brackets>, income: Operand, what: string, scale: Operand): Operand
}

function stateStatus(status: FilingStatus): StateStatus {
  return status === 'qss' ? 'mfj' : status
}

export function stateContext(
  m: Model,
  of: StateReturn,
  people: readonly Person[],
  status: StateStatus = stateStatus(of.status),
): StateContext {
  const { law, priceIndex } = of
  const pick = <T>(value: ByStateStatus<T>): T =>
    typeof value === 'object' && value !== null && 'mfj' in value ? value[status] : (value as T)
  const indexed = (field: DatedField) => law.stated[field]?.indexed === true
  const scale = (field: DatedField): Operand => (indexed(field) ? priceIndex : 1)
  const table = (rows: readonly (readonly [number, number])[], what: string, unit: 'usd' | 'factor'): Table => ({
    kind: 'table',
    id: `${law.code}-${law.year}-${status}-${what.replaceAll(' ', '-')}`,
    label: `${law.name}: ${what}`,
    keys: rows.map(([from]) => from),
    values: rows.map(([, value]) => value),
    unit,
    source: `${law.name}, ${law.year}`,
  })
  return {
    m,
    law,
    status,
    of,
    people,
    pick,
    scale,
    amount: (value, field) => {
      const picked = pick(value)
      const cited = {
        label: `${law.name}: ${FIELD_NAMES[field]}`,
        source: (law.sources[field] ?? []).join('; ') || law.name,
        year: law.stated[field]?.year ?? law.year,
      }
      return picked === 0 ? 0 : inYear({ value: picked, indexed: indexed(field), cited }, priceIndex)
    },
    row: (id, label, meaning, formula) => (absent(formula) ? 0 : m.row(id, { label, unit: 'usd', meaning }, formula)),
    lookup: (steps, at, what, field, unit, inclusive = false) => {
      const rows = steps[0]![0] === 0 ? steps : [[0, 0] as const, ...steps]
      const key = scale(field) === 1 ? at : f`${at} / ${scale(field)}`
      const found = table(rows, what, unit)
      // The upper bound of a row belongs to it: exactly 100,000 falls in the row that ends there; a cent more does not.
      return inclusive ? f`lookup(${found}, max(0, ceil(${key}) - ${dollars(1)}))` : f`lookup(${found}, max(0, ${key}))`
    },
    brackets: (brackets, income, what, by) => {
      const rows = pick(brackets)
      return rows.length === 1 && rows[0]![0] === 0
        ? f`${rows[0]![1]} * max(0, ${income})`
        : f`brackets(${{ ...table(rows, what, 'factor') }}, ${income}, ${by})`
    },
  }
}

/** A person's wages and self-employment income, with practice profit if asked for. */
export const earned = (person: Person, withProfit: boolean): Operand =>
  plus(person.wages, person.selfEmployment, withProfit ? person.practiceProfit : 0)

/** The lines that thresholds are measured on, to the extent known at this point. */
export type Measures = Partial<Record<Measure, Operand>>

export function measured(measures: Measures, of: Measure): Operand {
  const found = measures[of]
  if (found === undefined) throw new Error(`${of} is not known yet where it is asked for`)
  return found
}
