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

/** One of the people on a return, dollars of the year. What is the number 0 is not there. */
export interface Person {
  readonly age: Operand
  readonly wages: Operand
  readonly selfEmployment: Operand
  /** Profit of the practice without self-employment tax. */
  readonly practiceProfit: Operand
  /** Half of self-employment tax, as deducted federally. */
  readonly halfSelfEmploymentTax: Operand
  /** FICA without additional Medicare tax, and self-employment tax. */
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

/** The federal figures on which a state return rests, dollars. */
export interface FederalFigures {
  readonly agi: Operand
  /** Federal taxable income, without any deduction for state income tax. */
  readonly taxableIncome: Operand
  /** Standard deduction with its additions for age, and without. */
  readonly standardDeduction: Operand
  readonly basicStandardDeduction: Operand
  /** The standard deduction, or itemized deductions without state income tax. */
  readonly deduction: Operand
  readonly qbiDeduction: Operand
  readonly seniorDeduction: Operand
  /** Regular tax, minimum tax and tax on net investment income. */
  readonly incomeTax: Operand
  readonly netInvestmentIncome: Operand
  readonly taxedBenefits: Operand
  /** Income with half the benefits, as far as it is above the base amount of 26 U.S.C. 86. */
  readonly combinedIncomeOverBase: Operand
  /** The same income itself. */
  readonly combinedIncome: Operand
  readonly additionalMedicare: Operand
}

/** What a state return is made from. Items that are not a person's are the owner's where spouses are computed apart. */
export interface StateReturn {
  readonly status: FilingStatus
  readonly law: StateLaw
  /** Prices relative to the year of the law, for what the state indexes. */
  readonly priceIndex: Operand
  readonly calendarYear: Operand
  readonly owner: Person
  /** On a joint return only. */
  readonly spouse: Person | undefined
  readonly dependents: Operand
  /** Elective deferrals, which are not in the owner's wages. */
  readonly deferrals: Operand
  readonly interest: Operand
  readonly dividends: Operand
  readonly qualifiedDividends: Operand
  /** Net gain in income, and its long-term part that is not below 0. */
  readonly capitalGain: Operand
  readonly netGain: Operand
  /** The part of `netGain` that is of the sale of the own practice. */
  readonly practiceSaleGain: Operand
  /** The part of it that is of real estate. */
  readonly realEstateGain: Operand
  readonly federal: FederalFigures
  /** What the practice paid of the state's tax itself, and on which profit and gain. */
  readonly entity: { readonly tax: Operand; readonly profit: Operand; readonly gain: Operand } | undefined
  readonly rules: StateRules
}

/** A return, or one of the two computations on one return: whose income is on it, and what its parts need. */
export interface StateContext {
  readonly m: Model
  readonly law: StateLaw
  readonly status: StateStatus
  readonly of: StateReturn
  readonly people: readonly Person[]
  /** The value for the filing status. */
  pick<T>(value: ByStateStatus<T>): T
  /** A dollar amount of a field, in the money of the year where the state indexes it. */
  amount(value: ByStateStatus<number>, field: DatedField): Operand
  /** What thresholds of a field are multiplied by. */
  scale(field: DatedField): Operand
  /** A row in dollars; nothing where the formula is the number 0. */
  row(id: string, label: string, meaning: string, formula: Operand): Part
  /** The value of a table at an amount of money, which may be below 0. */
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
      // The upper bound of a row belongs to it: 100,000 is still in the row that ends there, a cent more is not.
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

/** Wages and self-employment of a person, profit of a practice among it if said. */
export const earned = (person: Person, withProfit: boolean): Operand =>
  plus(person.wages, person.selfEmployment, withProfit ? person.practiceProfit : 0)

/** The lines on which thresholds are measured, as far as they are known yet. */
export type Measures = Partial<Record<Measure, Operand>>

export function measured(measures: Measures, of: Measure): Operand {
  const found = measures[of]
  if (found === undefined) throw new Error(`${of} is not known yet where it is asked for`)
  return found
}
