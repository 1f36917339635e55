import type { Operand } from '../../../formula'
import type { Installments } from '../state'

/** What practice and job bring in a year, before tax. */
export interface Work {
  /** Taxed income of the practice while the owner owns it. */
  readonly practice: readonly Operand[]
  /** Taxed share of the profit of a practice of which a part was kept. */
  readonly retained: readonly Operand[]
  /** Net rent of real estate that the owner lets to the own practice, and to somebody else's. */
  readonly rent: Operand
  readonly passiveRent: Operand
  /** The part of the year as owner of all of the own share. */
  readonly ownedPart: Operand
  readonly wages: readonly Operand[]
  /** Fees for own work that no practice earns. */
  readonly selfEmployment: readonly Operand[]
  readonly contributionAsOwner: Operand
  readonly contributionAsEmployee: Operand
}

/** No work at all: spread it before what a path has. */
export const NO_WORK: Work = {
  practice: [],
  retained: [],
  rent: 0,
  passiveRent: 0,
  ownedPart: 0,
  wages: [],
  selfEmployment: [],
  contributionAsOwner: 0,
  contributionAsEmployee: 0,
}

/** What falls on a day, by how it is taxed, in the year in which it is taxed. The number 0 stands for "nothing". */
export interface Deal {
  /** Of the price of the practice: ordinary income, and gain at gain rates. */
  readonly ordinary: Operand
  readonly gain: Operand
  /** Gain on the kept share when it is sold. */
  readonly exitGain: Operand
  /** Gain on equity in the parent, in which the owner does not work. */
  readonly passiveGain: Operand
  readonly interest: Operand
  /** What is due each year on tax that large notes defer; it is tax, no income. */
  readonly deferredTaxInterest: Operand
  readonly wages: Operand
  /** Gain on real estate, its part that is depreciation, and its part that bears the tax on investment income. */
  readonly buildingGain: Operand
  readonly buildingDepreciation: Operand
  readonly buildingPassiveGain: Operand
  /** What is sold, and the part of its gain that is the owner's personal goodwill (a C corporation's assets only). */
  readonly form: 'assets' | 'equity'
  readonly personalGoodwill: Operand
  /** Undefined where all is taxed as it is sold. */
  readonly installments: Installments | undefined
}

export const NO_DEAL: Deal = {
  ordinary: 0,
  gain: 0,
  exitGain: 0,
  passiveGain: 0,
  interest: 0,
  deferredTaxInterest: 0,
  wages: 0,
  buildingGain: 0,
  buildingDepreciation: 0,
  buildingPassiveGain: 0,
  form: 'assets',
  personalGoodwill: 0,
  installments: undefined,
}
