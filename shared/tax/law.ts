import type { Table } from '../formula'
import type { FilingStatus, Law, Schedule, TaxParameters } from './parameters'

/** A dollar amount of the law for one status, and whether it grows with the price index. */
export interface Amount {
  readonly value: number
  readonly indexed: boolean
}

/** The law of one year as it stands for one filing status: what the formulas read. Rates are fractions. */
export interface StatusLaw {
  readonly year: number
  readonly status: FilingStatus
  /** Whether the return is that of two people, so that the spouse's age counts. */
  readonly joint: boolean
  readonly ordinary: Table
  readonly gain: Table
  readonly buildingRate: number
  /** Top of the last ordinary bracket below the rate on buildings (Schedule D Tax Worksheet, line 19). */
  readonly buildingRoom: Amount
  readonly lossLimit: number
  readonly standardDeduction: Amount
  readonly agedFrom: number
  readonly agedEach: Amount
  readonly senior: { readonly allowed: boolean; readonly threshold: number; readonly rate: number }
  readonly salt: { readonly share: number; readonly phaseDownRate: number; readonly floor: number }
  readonly topBracketFrom: Amount
  readonly itemizedCut: { readonly parts: number; readonly of: number }
  readonly giftFloor: number
  readonly qbi: {
    readonly rate: number
    readonly threshold: Amount
    readonly range: Amount
    readonly limit: { readonly wages: number; readonly wagesWithProperty: number; readonly property: number }
  }
  readonly amt: {
    readonly table: Table
    readonly exemption: Amount
    readonly phaseOutFrom: Amount
    readonly phaseOutRate: number
    readonly addBack: boolean
  }
  readonly niit: { readonly rate: number; readonly threshold: number }
  readonly payroll: {
    readonly wageBase: Amount
    readonly socialSecurity: number
    readonly medicare: number
    readonly selfEmploymentShare: number
    readonly selfEmploymentFrom: number
    readonly deducted: number
    readonly additionalRate: number
    readonly additionalThreshold: number
  }
  readonly benefits: { readonly thresholds: readonly [number, number]; readonly shares: readonly [number, number] }
}

/** The law of a year for one status. */
export function lawFor(parameters: TaxParameters, status: FilingStatus): StatusLaw {
  const { year, gain, senior, salt, qbi, amt, payroll, benefits } = parameters
  const ordinary = schedule(parameters.ordinary, status, `ordinary-${year}-${status}`, 'ordinary brackets')
  const amount = <T>(law: Law<T>, pick: (value: T) => number): Amount => ({
    value: pick(law.value),
    indexed: law.indexed,
  })
  const below = ordinary.values.indexOf(gain.building.value.lastRateBelow)
  const bracketsIndexed = parameters.ordinary.tops.indexed
  return {
    year,
    status,
    joint: status === 'mfj',
    ordinary,
    gain: schedule(gain.schedule, status, `gain-${year}-${status}`, 'gain brackets'),
    buildingRate: gain.building.value.rate,
    buildingRoom: { value: ordinary.keys[below + 1]!, indexed: bracketsIndexed },
    lossLimit: gain.lossLimit.value[status],
    standardDeduction: amount(parameters.standardDeduction, (v) => v[status]),
    agedFrom: parameters.aged.value.from,
    agedEach: amount(parameters.aged, (v) => v.each[status]),
    senior: {
      allowed: !senior.excluded.value.includes(status),
      threshold: senior.threshold.value[status],
      rate: senior.rate.value,
    },
    salt: { share: salt.share.value[status], phaseDownRate: salt.phaseDownRate.value, floor: salt.floor.value },
    topBracketFrom: { value: ordinary.keys.at(-1)!, indexed: bracketsIndexed },
    itemizedCut: parameters.itemized.cut.value,
    giftFloor: parameters.itemized.giftFloor.value,
    qbi: {
      rate: qbi.rate.value,
      threshold: amount(qbi.threshold, (v) => v[status]),
      range: amount(qbi.range, (v) => v[status]),
      limit: qbi.limit.value,
    },
    amt: {
      table: {
        kind: 'table',
        id: `amt-${year}-${status}`,
        label: 'minimum-tax rates',
        keys: [0, amt.secondRateFrom.value[status]],
        values: amt.rates.value,
        source: amt.secondRateFrom.source,
      },
      exemption: amount(amt.exemption, (v) => v[status]),
      phaseOutFrom: amount(amt.phaseOutFrom, (v) => v[status]),
      phaseOutRate: amt.phaseOutRate.value,
      addBack: amt.addBack.value.includes(status),
    },
    niit: { rate: parameters.niit.rate.value, threshold: parameters.niit.threshold.value[status] },
    payroll: {
      wageBase: amount(payroll.wageBase, (v) => v),
      socialSecurity: payroll.socialSecurity.value,
      medicare: payroll.medicare.value,
      selfEmploymentShare: payroll.selfEmployment.value.share,
      selfEmploymentFrom: payroll.selfEmployment.value.from,
      deducted: payroll.deducted.value,
      additionalRate: payroll.additionalRate.value,
      additionalThreshold: payroll.additionalThreshold.value[status],
    },
    benefits: { thresholds: benefits.thresholds.value[status], shares: benefits.shares.value },
  }
}

/** A rate schedule as a table of the kernel: the lower thresholds and the rates from there. */
function schedule({ rates, tops }: Schedule, status: FilingStatus, id: string, label: string): Table {
  return { kind: 'table', id, label, keys: [0, ...tops.value[status]], values: rates.value, source: tops.source }
}
