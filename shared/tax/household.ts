import type { Line, Model, Operand } from '../formula'
import { lawFor, type StatusLaw } from './law'
import type { FilingStatus, TaxParameters } from './parameters'
import type { StateLaw, StateRules } from './state/types'

/**
 * A taxed household. Filing status, law and kinds of deduction are structure: they decide which lines exist. Amounts
 * are operands (lines, inputs, expressions or numbers) of one year in dollars, so that every year and every variation
 * is computed with the same lines. What is left out, or is the number 0, has no lines.
 */
export interface Household {
  readonly status: FilingStatus
  readonly parameters: TaxParameters
  /** Calendar year, for amounts the law sets year by year (cap on state taxes, senior deduction). */
  readonly calendarYear: Operand
  /** Prices relative to the year of the parameters, for what the law indexes; 1 if left out. */
  readonly priceIndex?: Operand

  /** Wages subject to payroll tax, elective deferrals included. */
  readonly wages?: Operand
  readonly spouseWages?: Operand
  /** Profit of a sole practice or of a partner. */
  readonly selfEmployment?: Operand
  readonly spouseSelfEmployment?: Operand
  /** Ordinary profit of a practice whose owner does not owe self-employment tax on it (S corporation). */
  readonly practiceProfit?: Operand
  /** Ordinary business profit in which the household does not work: it bears the tax on investment income. */
  readonly passiveProfit?: Operand
  readonly interest?: Operand
  /** All dividends (Form 1040, line 3b), of which `qualifiedDividends` (3a) are taxed like gain. */
  readonly ordinaryDividends?: Operand
  readonly qualifiedDividends?: Operand
  readonly shortTermGain?: Operand
  readonly longTermGain?: Operand
  /** Part of `longTermGain` that is depreciation of buildings. */
  readonly unrecaptured1250?: Operand
  /** The gain that bears the tax on investment income; `all` of it, or an amount. Nothing if left out. */
  readonly investmentGain?: Operand | 'all'
  /** Ordinary income of a sale: recapture, receivables, covenant. */
  readonly ordinarySaleIncome?: Operand
  /** Withdrawals from tax-deferred accounts. */
  readonly withdrawals?: Operand
  /** Social Security benefits of the year, before the taxable part is determined. */
  readonly socialSecurity?: Operand

  /** Elective deferrals out of wages: free of income tax, not of payroll tax. */
  readonly deferrals?: Operand
  /** Contributions of the self-employed to their own plans: above the line, and they reduce business income. */
  readonly planContributions?: Operand
  /** Other deductions above the line. */
  readonly adjustments?: Operand
  readonly deduction?: Deduction

  readonly age?: Operand
  readonly spouseAge?: Operand

  /** The owner's share of W-2 wages and of the unadjusted basis of property of the practice. */
  readonly businessWages?: Operand
  readonly businessProperty?: Operand
  /** Health is a specified service: true unless said otherwise. */
  readonly specifiedService?: boolean

  /** How the state taxes: at flat rates, or by its law. */
  readonly state?: FlatState | LawState
  /**
   * The practice pays the state's tax on its profit, and on the `ordinary` income and the `gain` of what it sells, and
   * deducts it without a cap. A partner's profit is self-employment; a sole proprietor has no entity that could pay.
   */
  readonly passThroughEntityTax?: {
    readonly ordinary?: Operand
    readonly gain?: Operand
    readonly partnership?: boolean
    /** The part of `practiceProfit`, or of a partner's `selfEmployment`, from outside the practice: rent, other businesses, fees. */
    readonly notItsOwn?: Operand
  }
  /** Net capital loss beyond the yearly limit reduces gain of later years. Without it, it is lost. */
  readonly carriesLosses?: boolean
}

/** Flat rates on ordinary income and on long-term gain. */
export interface FlatState {
  readonly ordinary: Operand
  readonly gain: Operand
  /** The age from which withdrawals from tax-deferred accounts are free, where the state leaves all of them free. */
  readonly withdrawalsFreeFrom?: number
}

/** The income tax of a state by its law, on a resident. */
export interface LawState {
  readonly law: StateLaw
  readonly rules: StateRules
  readonly dependents?: Operand
  /** The parts of long-term gain from the sale of the owner's practice, and from real estate. */
  readonly practiceSaleGain?: Operand
  readonly realEstateGain?: Operand
  /** Gain that the state taxes in a different year than the federal return: positive adds to this year, negative removes. */
  readonly gainTimed?: Operand
  /** Rate of the city or county, on its own tax base. */
  readonly localRate?: Operand
  readonly move?: Move
}

/** A household that moves to another state; its practice and jobs stay where they are. */
export interface Move {
  readonly law: StateLaw
  /** The calendar year from which it lives there. */
  readonly year: Operand
  /** Gain still sourced to the former state. */
  readonly sourcedGain: Operand
  /** As `gainTimed`, of the new state; and of the sourced gain, what the new state taxes in the year. */
  readonly gainTimed?: Operand
  readonly sourcedGainThere?: Operand
}

/** The standard deduction, itemized deductions, or whichever is greater. */
export type Deduction =
  | { readonly kind: 'standard' }
  | {
      readonly kind: 'itemized' | 'greater'
      /** State and local taxes paid, other than the state tax computed here. */
      readonly stateAndLocalTaxes?: Operand
      /** Count the state tax computed here among them. */
      readonly withStateTax?: boolean
      readonly mortgageInterest?: Operand
      readonly charity?: Operand
      /** Other itemized deductions, taken as entered. */
      readonly other?: Operand
    }

/** A line, or the number 0 where the household has nothing of the kind. */
export type Part = Line | 0

/** What every part of the computation needs. */
export interface Context {
  readonly m: Model
  readonly law: StatusLaw
  readonly index: Operand
  readonly calendarYear: Operand
  readonly of: Required<Omit<Household, 'state' | 'passThroughEntityTax' | 'parameters'>> &
    Pick<Household, 'state' | 'passThroughEntityTax'>
  /** A row in dollars; nothing where the formula is the number 0. */
  row(id: string, label: string, meaning: string, formula: Operand): Part
}

export function context(
  model: Model,
  household: Household,
  law = lawFor(household.parameters, household.status),
): Context {
  const { priceIndex = 1, calendarYear } = household
  return {
    m: model,
    law,
    index: priceIndex,
    calendarYear,
    of: { ...NOTHING, ...household, priceIndex },
    row: rowsOf(model),
  }
}

/** The same household and law with other deductions, its rows in another model. */
export function withDeduction(ctx: Context, model: Model, deduction: Context['of']['deduction']): Context {
  return { ...ctx, m: model, of: { ...ctx.of, deduction }, row: rowsOf(model) }
}

const rowsOf =
  (model: Model): Context['row'] =>
  (id, label, meaning, formula) =>
    formula === 0 ? 0 : model.row(id, { label, unit: 'usd', meaning }, formula)

const NOTHING = {
  wages: 0,
  spouseWages: 0,
  selfEmployment: 0,
  spouseSelfEmployment: 0,
  practiceProfit: 0,
  passiveProfit: 0,
  interest: 0,
  ordinaryDividends: 0,
  qualifiedDividends: 0,
  shortTermGain: 0,
  longTermGain: 0,
  unrecaptured1250: 0,
  investmentGain: 0,
  ordinarySaleIncome: 0,
  withdrawals: 0,
  socialSecurity: 0,
  deferrals: 0,
  planContributions: 0,
  adjustments: 0,
  deduction: { kind: 'standard' },
  age: 0,
  spouseAge: 0,
  businessWages: 0,
  businessProperty: 0,
  specifiedService: true,
  carriesLosses: false,
} as const
