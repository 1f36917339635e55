/**
 * The income tax of a state as data. Dollars; rates and shares are fractions; ages are those reached in the year.
 * What a state does not have is omitted from its record. The year and sources of every field of amounts stand at the
 * end.
 */

export type StateStatus = 'single' | 'mfj' | 'mfs' | 'hoh'
/** One value for all, or one for each filing status. A qualifying surviving spouse takes that of a joint return. */
export type ByStateStatus<T> = T | Readonly<Record<StateStatus, T>>

/** `[from, value]`: the value of the highest `from` that is not above the operand. */
export type Steps = readonly (readonly [from: number, value: number])[]
/** `[threshold, rate]`: marginal rates. */
export type Brackets = readonly (readonly [threshold: number, rate: number])[]

/** What a threshold is measured on. */
export type Measure =
  | 'federalAgi'
  | 'stateAgi'
  /** State income before subtracting benefits, retirement income and other items. */
  | 'stateAgiWithRetirement'
  | 'taxableIncome'
  | 'federalAgiLessTaxedBenefits'
  | 'stateAgiLessTaxedBenefits'
  | 'stateAgiLessExemptions'
  | 'netGain'
  | 'netInvestmentIncome'
  | 'withdrawals'

/** How an amount shrinks as income grows. */
export type Reduction =
  /** amount × (1 − excess ÷ width), the reduction rounded down if stated. */
  | {
      readonly form: 'linear'
      readonly of: Measure
      readonly start: ByStateStatus<number>
      readonly width: ByStateStatus<number>
      readonly reductionRoundedDownTo?: number
    }
  /** For each step of income begun (up) or completed (down): an amount (per person if `each`) or a share. */
  | {
      readonly form: 'steps'
      readonly of: Measure
      readonly start: ByStateStatus<number>
      readonly step: ByStateStatus<number>
      readonly rounding: 'up' | 'down'
      readonly amountPerStep?: ByStateStatus<number>
      readonly sharePerStep?: number
      readonly each?: boolean
      readonly floor?: ByStateStatus<number>
    }
  /** By marginal rates on income; at most a share of the amount, and exactly that share above `maxShareAbove`. */
  | {
      readonly form: 'rates'
      readonly of: Measure
      readonly brackets: ByStateStatus<Brackets>
      readonly maxShare?: number
      readonly maxShareAbove?: number
    }
  | { readonly form: 'dollarForDollar'; readonly of: Measure; readonly start: ByStateStatus<number> }
  | {
      readonly form: 'linearRate'
      readonly of: Measure
      readonly start: ByStateStatus<number>
      readonly rate: ByStateStatus<number>
    }

/** Applies only while the measure is at most, or below, the limit. */
interface Limits {
  readonly limit?: { readonly of: Measure; readonly limit: ByStateStatus<number> }
  readonly limitBelow?: { readonly of: Measure; readonly limit: ByStateStatus<number> }
  readonly reduce?: readonly Reduction[]
}

/** An exemption or credit per person. */
export type PersonAmount = Limits & { readonly name?: string; readonly words?: string } & (
    | { readonly form: 'amount'; readonly amount: ByStateStatus<number> }
    | {
        readonly form: 'perPerson'
        readonly amount: number
        readonly countsDependents?: boolean
        readonly agedExtra?: { readonly age: number; readonly amount: number }
        readonly headOfHouseholdExtra?: number
      }
    | { readonly form: 'perAged'; readonly age: number; readonly amount: number }
    | { readonly form: 'perReturnAged'; readonly age: number; readonly amount: number }
    | { readonly form: 'perDependent'; readonly amount: number }
    | { readonly form: 'perDependent'; readonly table: Steps; readonly of: Measure }
    | {
        readonly form: 'perPersonTable'
        readonly of: Measure
        readonly tables: ByStateStatus<Steps>
        /** The upper bound of a row belongs to it. */
        readonly inclusive?: boolean
        readonly countsDependents?: boolean
      }
    | { readonly form: 'newMexicoLowMiddle'; readonly perPerson: number }
  )

export type Credit =
  | (PersonAmount & { readonly refundable?: boolean })
  | (Limits & { readonly name: string; readonly words?: string; readonly statuses?: readonly StateStatus[] } & (
        | {
            /**
             * A share of the tax, from a table on income. `when`: both spouses have $500 of earned or retirement
             * income.
             */
            readonly form: 'shareOfTax'
            readonly of: Measure
            readonly tables: ByStateStatus<Steps>
            readonly inclusive?: boolean
            readonly max?: number
            readonly when?: 'bothEarn500'
          }
        | { readonly form: 'byAged'; readonly age: number; readonly amounts: ByStateStatus<readonly number[]> }
        | { readonly form: 'tableOf'; readonly of: Measure; readonly table: Steps }
        | {
            readonly form: 'shareOfLesserEarned'
            readonly rate: number
            readonly max?: number
            readonly earnedCap?: number
            readonly earnedIncludes?: readonly 'practiceProfit'[]
          }
        | { readonly form: 'perAgedWithoutRetirementExclusion'; readonly age: number; readonly amount: number }
        | {
            readonly form: 'utah'
            readonly rate: number
            readonly perDependent: number
            readonly start: ByStateStatus<number>
            readonly phaseOutRate: number
          }
        | { readonly form: 'virginiaSpouse'; readonly max: number }
        | {
            readonly form: 'minnesotaMarriage'
            readonly max: number
            readonly minSpouseIncome: number
            readonly minTaxableIncome: number
          }
        | {
            readonly form: 'northDakotaMarriage'
            readonly max: number
            readonly incomeThreshold: number
            readonly taxableIncomeThreshold: number
            readonly base: number
          }
        | {
            readonly form: 'arkansasLow'
            readonly amount: number
            readonly start: number
            readonly step: number
            readonly amountPerStep: number
          }
        | {
            readonly form: 'pennsylvaniaForgiveness'
            readonly base: ByStateStatus<number>
            readonly perDependent: number
            readonly step: number
            readonly sharePerStep: number
          }
      ))

export type Addition = { readonly name: string } & (
  | { readonly form: 'halfSelfEmploymentTax' | 'federalSeniorDeduction' }
  /** The federal deduction for business income, always or only above an income limit. */
  | {
      readonly form: 'qbiDeduction'
      readonly whenAbove?: { readonly of: Measure; readonly limit: ByStateStatus<number> }
    }
  /** The federal deduction less `exempt`, above an income. */
  | {
      readonly form: 'federalDeductionsOver'
      readonly exempt: ByStateStatus<number>
      readonly whenAtLeast: { readonly of: Measure; readonly limit: number }
    }
  /** The excess of the basic federal standard deduction over an amount. */
  | { readonly form: 'federalStandardOver'; readonly amount: ByStateStatus<number> }
)

export type Subtraction = { readonly name: string } & (
  | { readonly form: 'federalSeniorDeduction' | 'qbiDeduction' }
  | { readonly form: 'perAged'; readonly age: number; readonly amount: number }
  | {
      readonly form: 'perAgedPhased'
      readonly age: number
      readonly amount: number
      readonly of: Measure
      readonly start: ByStateStatus<number>
      readonly rate: number
    }
  /** Less the retirement exclusion, or the benefits, that the person already excludes. */
  | {
      readonly form: 'perAgedLessRetirementExclusion' | 'perAgedLessExcludedBenefits'
      readonly age: number
      readonly amount: number
    }
  | { readonly form: 'payrollTaxesUpTo'; readonly perPerson: number }
  | { readonly form: 'lesserIncomeOfSpouses'; readonly max: number; readonly statuses: readonly StateStatus[] }
  | { readonly form: 'perDependent'; readonly amount: number }
)

/** How much of the federally taxed Social Security benefits the state excludes. */
export type SocialSecurity =
  | { readonly form: 'exempt' | 'federal' }
  | {
      /** By the owner's age; the highest age reached applies. */
      readonly form: 'byAge'
      readonly bands: readonly {
        readonly age: number
        readonly exempt?: 'all'
        readonly exemptUpTo?: number
        readonly allIfAgiUpTo?: ByStateStatus<number>
      }[]
    }
  | {
      readonly form: 'exemptUpToIncome'
      readonly of: Measure
      readonly limit: ByStateStatus<number>
      readonly strictly?: boolean
      readonly minAgeOwner?: number
    }
  /** The share (end − income) ÷ (end − start), rounded to hundredths. */
  | {
      readonly form: 'phasedOut'
      readonly of: Measure
      readonly start: ByStateStatus<number>
      readonly end: ByStateStatus<number>
    }
  /** All of them up to an income, a share above it. */
  | {
      readonly form: 'shareAboveIncome'
      readonly of: Measure
      readonly limit: ByStateStatus<number>
      readonly shareAbove: number
    }
  /**
   * All of them below an income; above it, a share of the lesser of benefits and the excess of federal combined income
   * over its base is taxed.
   */
  | { readonly form: 'connecticut'; readonly allIfAgiBelow: ByStateStatus<number>; readonly taxedAtMost: number }
  /**
   * The greater of all benefits, less a tenth for each step of income begun, and an amount reduced by combined income.
   */
  | {
      readonly form: 'minnesota'
      readonly fullBelow: ByStateStatus<number>
      readonly step: ByStateStatus<number>
      readonly sharePerStep: number
      readonly alternative: {
        readonly amount: ByStateStatus<number>
        readonly incomeAmount: ByStateStatus<number>
        readonly rate: number
      }
    }
  /** Taxed, with a credit of the rate times taxed benefits, reduced by income above the start. */
  | {
      readonly form: 'credit'
      readonly rate: number
      readonly of: Measure
      readonly start: ByStateStatus<number>
      readonly phaseOutRate: number
    }

/** Kinds of income that a retirement exclusion covers. */
export type Counted = 'withdrawals' | 'interest' | 'dividends' | 'netGain'

export type RetirementIncome =
  | { readonly form: 'taxed' }
  | { readonly form: 'exempt'; readonly minAge?: number }
  | (Limits & {
      readonly form: 'exclusion'
      readonly minAge?: number
      readonly minAgeOwner?: number
      readonly perPerson?: number
      readonly perPersonByAge?: Steps
      readonly perReturn?: ByStateStatus<number>
      /** A limit on `perReturn`. */
      readonly share?: number
      /** A share of withdrawals, by federal income. */
      readonly shareByAgi?: ByStateStatus<Steps>
      readonly iraShare?: number
      readonly counts: readonly Counted[]
      readonly countsFrom60?: readonly Counted[]
      /** Up to this much earned income counts too. */
      readonly earnedUpTo?: number
      /** Reduced by all benefits received. */
      readonly lessBenefits?: 'gross'
      /** Reduced by benefits already excluded. */
      readonly lessExcludedBenefits?: boolean
      /** Michigan: from age 67, for those born in these years, an amount against all income if that is more. */
      readonly orStandardAt67?: {
        readonly bornFrom: number
        readonly bornBefore: number
        readonly amount: ByStateStatus<number>
        readonly lessPersonalExemptions: boolean
        readonly lessTaxedBenefits: boolean
      }
      readonly words?: string
    })
  | {
      /** A share of withdrawals, by total income; of all income for those who earn at most `earnedUpTo`. */
      readonly form: 'newJersey'
      readonly minAge: number
      readonly earnedUpTo: number
      readonly max: ByStateStatus<number>
      readonly shareByTotalIncome: ByStateStatus<Steps>
    }
  /** Elective: claiming it forfeits credits; the lower tax applies. */
  | { readonly form: 'wisconsin'; readonly minAge: number; readonly perPerson: number; readonly couple: number }

/** The special rule for gain on the sale of the owner's practice if its conditions are met; off unless turned on. */
export interface PracticeSale {
  readonly share?: number
  readonly maxGain?: number
  readonly maxExclusion?: number
  readonly atMostShareOfFederalTaxable?: number
  /** Gain counts as business income, with its deduction and rate. */
  readonly asBusinessIncome?: boolean
  /** Sales of stock or interests only. */
  readonly kind?: 'equity'
  readonly words: string
  readonly source: string
}

/** How long-term gain is taxed. */
export type Gain = { readonly practiceSale?: PracticeSale } & (
  | { readonly form: 'none' | 'ordinary' }
  | {
      readonly form: 'excludedShare'
      readonly share: number
      /** Gain above this is exempt. */
      readonly exemptAbove?: number
      readonly includesShortTerm?: boolean
      readonly alsoQualifiedDividends?: boolean
      readonly condition?: string
      readonly source?: string
    }
  | {
      readonly form: 'excludedAmount'
      readonly amount: ByStateStatus<number>
      readonly atMostShareOfFederalTaxable?: number
    }
  /** At most this rate on the part above ordinary taxable income, or above an income if that is more. */
  | { readonly form: 'cap'; readonly rate: number; readonly ordinaryAtLeastUpTo: ByStateStatus<number> }
  /** By a separate schedule, stacked on ordinary taxable income. */
  | { readonly form: 'ownSchedule'; readonly brackets: ByStateStatus<Brackets> }
  /** At separate rates, not reduced by deductions; unused exemptions reduce it. */
  | { readonly form: 'ownRate'; readonly rate: number; readonly shortTermRate: number }
  /** An excise on gain alone. */
  | {
      readonly form: 'gainOnly'
      readonly deduction: number
      readonly brackets: Brackets
      readonly exempt: readonly string[]
    }
)

export type FederalTaxDeduction =
  | { readonly form: 'none' | 'full' }
  | {
      readonly form: 'shareByIncome'
      readonly of: Measure
      readonly shares: Steps
      readonly cap: ByStateStatus<number>
    }
  | { readonly form: 'capByIncome'; readonly of: Measure; readonly caps: ByStateStatus<Steps> }

export type StandardDeduction =
  | { readonly form: 'none' | 'federal' }
  | {
      readonly form: 'amount'
      readonly amount: ByStateStatus<number>
      readonly perAged?: { readonly age: number; readonly amount: ByStateStatus<number> }
      /** Includes the federal addition for age. */
      readonly federalAged?: boolean
      readonly atMostFederalBasic?: boolean
      /** The greater of this and the household's own payroll taxes. */
      readonly orPayrollTaxes?: boolean
      readonly reduce?: readonly Reduction[]
      /** On a combined return with separate computations, each spouse gets the amount of a separate filer. */
      readonly separateOnOneReturn?: boolean
      /** There it is split, with the exemptions, to minimize total tax. */
      readonly splitBest?: boolean
    }

export type Recapture =
  | {
      readonly name: string
      readonly form: 'steps'
      readonly of: Measure
      readonly start: ByStateStatus<number>
      readonly step: ByStateStatus<number>
      readonly amountPerStep: ByStateStatus<number>
      readonly max: ByStateStatus<number>
    }
  | {
      readonly name: string
      readonly form: 'newYork'
      readonly minAgi: number
      readonly phaseIn: number
      readonly base: ByStateStatus<Steps>
      readonly benefit: ByStateStatus<Steps>
      readonly flatAboveAgi: number
      readonly words: string
    }

export interface Surtax {
  readonly name: string
  readonly of: Measure
  readonly brackets?: Brackets
  readonly thresholds?: ByStateStatus<number>
  readonly rate?: number
  readonly whenAbove?: { readonly of: Measure; readonly limit: number }
  /** Whether credits reduce it; true unless stated. */
  readonly creditsApply?: boolean
}

export type MinimumTax =
  | {
      readonly form: 'shareOfAgi'
      readonly rate: number
      readonly of: Measure
      readonly above: number
      readonly words: string
    }
  | {
      readonly form: 'alternative'
      readonly rate: number
      readonly exemption: ByStateStatus<number>
      readonly phaseOutStart: ByStateStatus<number>
      readonly phaseOutRate: number
      readonly base: 'beforeStandardDeduction' | 'federalAgiLessExcludedBenefits'
      readonly words: string
    }
  /** The lesser of the regular tax and the rate on income before federal deductions less an amount. */
  | {
      readonly form: 'alternateLesser'
      readonly statuses: readonly StateStatus[]
      readonly rate: number
      readonly deduction: { readonly under65: number; readonly from65: number }
      readonly words: string
    }

/** A table of tax where plain brackets do not describe it. */
export type TaxTable =
  | { readonly form: 'rateLessAmount'; readonly rate: Steps; readonly less: Steps; readonly words: string }
  | {
      readonly form: 'ohio'
      readonly zeroBelow: number
      readonly base: number
      readonly brackets: Brackets
      readonly words: string
    }

export type BusinessIncome =
  | { readonly form: 'deductionShare'; readonly share: number; readonly words: string; readonly source: string }
  /** A first amount is exempt, the rest taxed at a separate rate. */
  | {
      readonly form: 'deductionThenRate'
      readonly deduction: ByStateStatus<number>
      readonly rate: number
      readonly words: string
      readonly source: string
    }
  /** Elective reduced rates: mentioned, not computed. */
  | { readonly form: 'electiveRates'; readonly rates: Steps; readonly words: string; readonly source: string }

/** Confidence in a record: A beyond doubt; B one good source and a second computation; C new law or a weak source. */
export type Confidence = 'A' | 'B' | 'C'

/** Fields whose amounts are dated separately. */
export type DatedField =
  | 'additions'
  | 'subtractions'
  | 'socialSecurity'
  | 'retirementIncome'
  | 'gain'
  | 'federalTaxDeduction'
  | 'standardDeduction'
  | 'exemptions'
  | 'brackets'
  | 'recapture'
  | 'minimumTax'
  | 'surtaxes'
  | 'credits'
  | 'local'

/** A field's name in words. */
export const FIELD_NAMES: Readonly<Record<DatedField, string>> = {
  additions: 'additions',
  subtractions: 'subtractions',
  socialSecurity: 'limits for Social Security',
  retirementIncome: 'limits for retirement income',
  gain: 'amounts for gain',
  federalTaxDeduction: 'limits for federal tax',
  standardDeduction: 'standard deduction',
  exemptions: 'exemptions',
  brackets: 'brackets',
  recapture: 'recapture',
  minimumTax: 'minimum tax',
  surtaxes: 'surtax thresholds',
  credits: 'credits',
  local: 'local tax',
}

export interface StateLaw {
  readonly code: string
  readonly name: string
  readonly year: number
  /** An income tax, an excise on gain only, or none. */
  readonly tax: 'income' | 'gainOnly' | 'none'
  /** Federal adjusted gross income, federal taxable income, or the state's own gross income. */
  readonly base?: 'agi' | 'taxable' | 'gross'
  /** Whether half of self-employment tax is deducted. */
  readonly selfEmploymentTaxHalf?: boolean
  /** How two spouses are taxed on a joint return. */
  readonly spouses?: 'lesserOfJointAndSeparate' | 'apportionedByIncome'
  readonly additions?: readonly Addition[]
  readonly subtractions?: readonly Subtraction[]
  readonly socialSecurity: SocialSecurity
  readonly retirementIncome: RetirementIncome
  readonly gain: Gain
  readonly federalTaxDeduction?: FederalTaxDeduction
  readonly standardDeduction?: StandardDeduction
  readonly exemptions?: readonly PersonAmount[]
  readonly brackets?: ByStateStatus<Brackets>
  readonly table?: TaxTable
  readonly recapture?: readonly Recapture[]
  readonly minimumTax?: MinimumTax
  readonly surtaxes?: readonly Surtax[]
  readonly credits?: readonly Credit[]
  /** Credits are limited for each spouse where spouses are computed separately. */
  readonly creditsPerSpouse?: boolean
  readonly businessIncome?: BusinessIncome
  /** City and county taxes: the typical rate, the range, and who levies what. */
  readonly local?: {
    readonly rate: number
    readonly range: readonly [number, number]
    readonly words: string
    /** What they usually tax: everything the state taxes, or only pay and profit. */
    readonly on: 'taxableIncome' | 'earned'
  }
  /** The tax that a practice may pay at entity level. */
  readonly entityTax?: { readonly available: boolean; readonly form: string; readonly source: string }
  /** Whether gain is spread over installments, and what happens to the rest when the owner moves away. */
  readonly installment?: {
    readonly form: 'federal' | 'notForIntangibles'
    readonly moving?: 'accrual' | 'bySource'
    readonly words?: string
    readonly source?: string
  }
  /** Elective deferrals from wages, where the state taxes them. */
  readonly deferrals?: 'taxed'
  /** Whether it taxes what a nonresident earns or gains there; true unless stated. */
  readonly nonresidents?: 'notTaxed'
  readonly notes?: readonly string[]
  readonly confidence: Confidence
  /** Open questions about this year's amounts, in words. */
  readonly uncertain?: readonly string[]
  /** Year of the newest stated amounts of a field, and whether the state adjusts them for prices. */
  readonly stated: Partial<Record<DatedField, { readonly year: number; readonly indexed?: boolean }>>
  readonly sources: Partial<Record<DatedField, readonly string[]>>
}

/** Conditional rules for practice owners; off unless turned on. */
export interface StateRules {
  readonly businessIncome?: boolean
  /** The form in which the practice is sold, where the conditions of the state's own rule for it are met. */
  readonly practiceSale?: 'assets' | 'equity' | 'any'
}
