import type { Operand } from '../../../formula'
import type { Obligation } from './deferred-tax-interest'
import type { AssetGain, Installments } from '../state'

/** Income from practice and job in a year, before tax. */
export interface Work {
  /** Taxed income of the practice while the owner owns it. */
  readonly practice: readonly Operand[]
  /** Taxed share of the profit of a practice with a retained share. */
  readonly retained: readonly Operand[]
  /**
   * Net rent of real estate that the owner lets to the own practice, with income of other businesses in which the owner
   * works; and rent from somebody else's practice, with income of investments.
   */
  readonly rent: Operand
  readonly passiveRent: Operand
  /** The portion of the year before any of the owner's share is sold. */
  readonly ownedPart: Operand
  readonly wages: readonly Operand[]
  /** Self-employment fees earned outside the practice. */
  readonly selfEmployment: readonly Operand[]
  /** Wages of the owner's family; by the law they are added to the spouse's wages. */
  readonly family: Operand
  readonly contributionAsOwner: Operand
  readonly contributionAsEmployee: Operand
}

/** No work at all: a default to spread before a path's own values. */
export const NO_WORK: Work = {
  practice: [],
  retained: [],
  rent: 0,
  passiveRent: 0,
  ownedPart: 0,
  wages: [],
  selfEmployment: [],
  family: 0,
  contributionAsOwner: 0,
  contributionAsEmployee: 0,
}

/** Dated cash flows by kind of tax, in the year in which they are taxed. The number 0 means none. */
export interface Deal {
  /** Of the price of the practice: ordinary income, and gain at gain rates. */
  readonly ordinary: Operand
  readonly gain: Operand
  /** Gain on the kept share when it is sold. */
  readonly exitGain: Operand
  /** Gain on equity in the parent and on other assets, in which the owner does not work. */
  readonly passiveGain: Operand
  /** Gain on other businesses in which the owner works. */
  readonly assetGain: Operand
  readonly interest: Operand
  /** Notes given for what was sold. */
  readonly obligations: readonly Obligation[]
  readonly wages: Operand
  /** Gain on real estate, the depreciation in it, and the portion subject to the tax on investment income. */
  readonly buildingGain: Operand
  readonly buildingDepreciation: Operand
  readonly buildingPassiveGain: Operand
  /** Assets or equity, and the portion of the gain that is personal goodwill (C corporation assets only). */
  readonly form: 'assets' | 'equity'
  readonly personalGoodwill: Operand
  /** Of the practice; undefined where everything is taxed in the year of sale. */
  readonly installments: Installments | undefined
  /** Each other asset's part of the gains above. */
  readonly assetGains: readonly AssetGain[]
}

export const NO_DEAL: Deal = {
  ordinary: 0,
  gain: 0,
  exitGain: 0,
  passiveGain: 0,
  assetGain: 0,
  interest: 0,
  obligations: [],
  wages: 0,
  buildingGain: 0,
  buildingDepreciation: 0,
  buildingPassiveGain: 0,
  form: 'assets',
  personalGoodwill: 0,
  installments: undefined,
  assetGains: [],
}
