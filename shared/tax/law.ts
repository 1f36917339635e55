import { cited, dollars, type Citation, type Constant, type Table } from '../formula'
import type { ByStatus, FilingStatus, Law, Schedule, TaxParameters } from './parameters'

/** A dollar amount of the law for one status, and whether it grows with the price index. */
export interface Amount {
  readonly value: number
  readonly indexed: boolean
  readonly cited?: Citation
}

/** The law of one year as it stands for one filing status: what the formulas read. Rates are fractions; each number
 * cites its source. */
export interface StatusLaw {
  readonly year: number
  readonly status: FilingStatus
  /** Whether the return is that of two people, so that the spouse's age counts. */
  readonly joint: boolean
  readonly ordinary: Table
  readonly gain: Table
  readonly buildingRate: Constant
  /** Top of the last ordinary bracket below the rate on buildings (Schedule D Tax Worksheet, line 19). */
  readonly buildingRoom: Amount
  readonly lossLimit: Constant
  readonly standardDeduction: Amount
  readonly agedFrom: Constant
  readonly agedEach: Amount
  readonly senior: { readonly allowed: boolean; readonly threshold: Constant; readonly rate: Constant }
  readonly salt: { readonly share: number; readonly phaseDownRate: Constant; readonly floor: Amount }
  readonly topBracketFrom: Amount
  readonly itemizedCut: Constant
  readonly giftFloor: Constant
  readonly qbi: {
    readonly rate: Constant
    readonly threshold: Amount
    readonly range: Amount
    readonly limit: { readonly wages: Constant; readonly wagesWithProperty: Constant; readonly property: Constant }
  }
  readonly amt: {
    readonly table: Table
    readonly exemption: Amount
    readonly phaseOutFrom: Amount
    readonly phaseOutRate: Constant
    readonly addBack: boolean
  }
  readonly niit: { readonly rate: Constant; readonly threshold: Constant }
  readonly payroll: {
    readonly wageBase: Amount
    readonly socialSecurity: Constant
    readonly medicare: Constant
    readonly selfEmploymentShare: Constant
    readonly selfEmploymentFrom: Constant
    readonly deducted: Constant
    readonly additionalRate: Constant
    readonly additionalThreshold: Constant
  }
  readonly benefits: { readonly thresholds: readonly [Amount, Amount]; readonly shares: readonly [Constant, Constant] }
}

/** A number of the law as an operand of a formula; in dollars if so stated. */
export function quoted({ value, source }: Law<number>, label: string, unit?: 'usd'): Constant {
  return unit ? dollars(value, { label, source }) : cited(value, { label, source })
}

/** The law of a year for one status. */
export function lawFor(parameters: TaxParameters, status: FilingStatus): StatusLaw {
  const { year, gain, senior, salt, qbi, amt, payroll, benefits } = parameters
  const ordinary = schedule(parameters.ordinary, status, `ordinary-${year}-${status}`, 'ordinary brackets')
  const stated = (label: string, { source }: Law<unknown>): Citation => ({ label, source, year })
  const amount = <T>(label: string, law: Law<T>, pick: (value: T) => number): Amount => ({
    value: pick(law.value),
    indexed: law.indexed,
    cited: stated(label, law),
  })
  const rate = <T>(label: string, law: Law<T>, pick: (value: T) => number): Constant =>
    cited(pick(law.value), stated(label, law))
  const fixed = <T>(label: string, law: Law<T>, pick: (value: T) => number): Constant =>
    dollars(pick(law.value), stated(label, law))
  const own = <T>(value: ByStatus<T>): T => value[status]
  const same = (value: number): number => value
  const below = ordinary.values.indexOf(gain.building.value.lastRateBelow)
  const { tops } = parameters.ordinary
  return {
    year,
    status,
    joint: status === 'mfj',
    ordinary,
    gain: schedule(gain.schedule, status, `gain-${year}-${status}`, 'gain brackets'),
    buildingRate: rate('rate on unrecaptured section 1250 gain', gain.building, (v) => v.rate),
    buildingRoom: amount('top of the bracket below the section 1250 rate', tops, () => ordinary.keys[below + 1]!),
    lossLimit: fixed('capital loss allowed against other income', gain.lossLimit, own),
    standardDeduction: amount('standard deduction', parameters.standardDeduction, own),
    agedFrom: rate('age of the additional standard deduction', parameters.aged, (v) => v.from),
    agedEach: amount('additional standard deduction, each', parameters.aged, (v) => own(v.each)),
    senior: {
      allowed: !senior.excluded.value.includes(status),
      threshold: fixed('income at which the senior deduction shrinks', senior.threshold, own),
      rate: rate('rate at which the senior deduction shrinks', senior.rate, same),
    },
    salt: {
      share: own(salt.share.value),
      phaseDownRate: rate('rate at which the SALT cap shrinks', salt.phaseDownRate, same),
      floor: amount('floor of the SALT cap', salt.floor, (v) => own(salt.share.value) * v),
    },
    topBracketFrom: amount('start of the top bracket', tops, () => ordinary.keys.at(-1)!),
    itemizedCut: rate('limit on itemized deductions', parameters.itemized.cut, ({ parts, of }) => parts / of),
    giftFloor: rate('floor for gifts, share of adjusted gross income', parameters.itemized.giftFloor, same),
    qbi: {
      rate: rate('deduction for qualified business income', qbi.rate, same),
      threshold: amount('threshold of the business income deduction', qbi.threshold, own),
      range: amount('phase-in range of the business income deduction', qbi.range, own),
      limit: {
        wages: rate('wage limit of the business income deduction', qbi.limit, (v) => v.wages),
        wagesWithProperty: rate('wage limit where property counts', qbi.limit, (v) => v.wagesWithProperty),
        property: rate('property limit of the business income deduction', qbi.limit, (v) => v.property),
      },
    },
    amt: {
      table: {
        kind: 'table',
        id: `amt-${year}-${status}`,
        label: 'minimum-tax rates',
        keys: [0, own(amt.secondRateFrom.value)],
        values: amt.rates.value,
        source: amt.secondRateFrom.source,
      },
      exemption: amount('AMT exemption', amt.exemption, own),
      phaseOutFrom: amount('start of the AMT exemption phase-out', amt.phaseOutFrom, own),
      phaseOutRate: rate('rate of the AMT exemption phase-out', amt.phaseOutRate, same),
      addBack: amt.addBack.value.includes(status),
    },
    niit: {
      rate: rate('net investment income tax', parameters.niit.rate, same),
      threshold: fixed('threshold of the net investment income tax', parameters.niit.threshold, own),
    },
    payroll: {
      wageBase: amount('Social Security wage base', payroll.wageBase, same),
      socialSecurity: rate('Social Security tax, each side', payroll.socialSecurity, same),
      medicare: rate('Medicare tax, each side', payroll.medicare, same),
      selfEmploymentShare: rate(
        'net earnings from self-employment, share of profit',
        payroll.selfEmployment,
        (v) => v.share,
      ),
      selfEmploymentFrom: fixed('least net earnings from self-employment', payroll.selfEmployment, (v) => v.from),
      deducted: rate('deductible part of self-employment tax', payroll.deducted, same),
      additionalRate: rate('additional Medicare tax', payroll.additionalRate, same),
      additionalThreshold: fixed('threshold of the additional Medicare tax', payroll.additionalThreshold, own),
    },
    benefits: {
      thresholds: [
        amount('first threshold for taxing Social Security', benefits.thresholds, (v) => own(v)[0]),
        amount('second threshold for taxing Social Security', benefits.thresholds, (v) => own(v)[1]),
      ],
      shares: [
        rate('share of Social Security taxed, first layer', benefits.shares, (v) => v[0]),
        rate('share of Social Security taxed, at most', benefits.shares, (v) => v[1]),
      ],
    },
  }
}

/** A rate schedule as a table of the kernel: the lower thresholds and the rates from there. */
function schedule({ rates, tops }: Schedule, status: FilingStatus, id: string, label: string): Table {
  return { kind: 'table', id, label, keys: [0, ...tops.value[status]], values: rates.value, source: tops.source }
}
