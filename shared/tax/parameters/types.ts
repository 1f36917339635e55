/** How a household files. `qss` is a qualifying surviving spouse. */
export const FILING_STATUSES = ['single', 'mfj', 'mfs', 'hoh', 'qss'] as const
export type FilingStatus = (typeof FILING_STATUSES)[number]

export type ByStatus<T> = Readonly<Record<FilingStatus, T>>

/** A statutory value, whether the law adjusts it for inflation each year, and its citation. */
export interface Law<T> {
  readonly value: T
  readonly indexed: boolean
  readonly source: string
}

/** Marginal rates: `rates[i]` applies from `tops[i − 1]` (0 for the first) up to `tops[i]`; the last one has no top. */
export interface Schedule {
  readonly rates: Law<readonly number[]>
  readonly tops: Law<ByStatus<readonly number[]>>
}

/** The federal law of one tax year; dollars unless stated. */
export interface TaxParameters {
  readonly year: number
  readonly ordinary: Schedule
  readonly gain: {
    /** Long-term gain and qualified dividends. */
    readonly schedule: Schedule
    /** Unrecaptured §1250 gain: its maximum rate, and the last ordinary rate below it (worksheet line 19). */
    readonly building: Law<{ readonly rate: number; readonly lastRateBelow: number }>
    /** Net capital loss allowed against other income. */
    readonly lossLimit: Law<ByStatus<number>>
  }
  readonly standardDeduction: Law<ByStatus<number>>
  /** Added to the standard deduction for each person aged `from` or older. */
  readonly aged: Law<{ readonly from: number; readonly each: ByStatus<number> }>
  readonly senior: {
    /** Income above which it shrinks by `rate`; a married couple must file jointly. */
    readonly threshold: Law<ByStatus<number>>
    readonly rate: Law<number>
    readonly excluded: Law<readonly FilingStatus[]>
  }
  readonly salt: {
    readonly phaseDownRate: Law<number>
    readonly floor: Law<number>
    /** Share of the cap, threshold and floor by filing status. */
    readonly share: Law<ByStatus<number>>
  }
  readonly itemized: {
    /** Cut of itemized deductions, a share of the lesser of them and of income in the top bracket (§68). */
    readonly cut: Law<{ readonly parts: number; readonly of: number }>
    /** Gifts are deductible above this share of adjusted gross income. */
    readonly giftFloor: Law<number>
  }
  readonly qbi: {
    readonly rate: Law<number>
    readonly threshold: Law<ByStatus<number>>
    readonly range: Law<ByStatus<number>>
    /**
     * The limit: the greater of `wages` × W-2 wages and `wagesWithProperty` × wages + `property` × basis of property.
     */
    readonly limit: Law<{ readonly wages: number; readonly wagesWithProperty: number; readonly property: number }>
  }
  readonly amt: {
    readonly rates: Law<readonly [number, number]>
    /** Where the second rate starts. */
    readonly secondRateFrom: Law<ByStatus<number>>
    readonly exemption: Law<ByStatus<number>>
    readonly phaseOutFrom: Law<ByStatus<number>>
    readonly phaseOutRate: Law<number>
    /** Statuses whose income is increased by the exemption they would have lost on a joint return (§55(d)(3)). */
    readonly addBack: Law<readonly FilingStatus[]>
  }
  readonly niit: { readonly rate: Law<number>; readonly threshold: Law<ByStatus<number>> }
  readonly payroll: {
    readonly wageBase: Law<number>
    /** Rate for the employee and for the employer, each. */
    readonly socialSecurity: Law<number>
    readonly medicare: Law<number>
    /** Share of self-employment profit that is taxed, and the net earnings below which nothing is due. */
    readonly selfEmployment: Law<{ readonly share: number; readonly from: number }>
    /** Share of self-employment tax deductible from income. */
    readonly deducted: Law<number>
    readonly additionalRate: Law<number>
    readonly additionalThreshold: Law<ByStatus<number>>
  }
  readonly benefits: {
    /** Combined income above which benefits are partly taxed, at the first and the second tier. */
    readonly thresholds: Law<ByStatus<readonly [number, number]>>
    readonly shares: Law<readonly [number, number]>
  }
  readonly corporateRate: Law<number>
  /** Contribution limits of retirement plans for the year. */
  readonly plans: {
    readonly deferral: Law<number>
    readonly catchUp: Law<{ readonly from50: number; readonly from60to63: number }>
    readonly definedContribution: Law<number>
    readonly definedBenefit: Law<number>
    readonly payCap: Law<number>
    readonly ira: Law<number>
  }
}

/** A value for every status, except those named. */
export function everyStatus<T>(value: T, except: Partial<Record<FilingStatus, T>> = {}): ByStatus<T> {
  return { single: value, mfj: value, mfs: value, hoh: value, qss: value, ...except }
}
