import { SALT_CAP, SALT_THRESHOLD, SENIOR_DEDUCTION, taxParameters } from '../../shared/tax/parameters'
import type { FilingStatus } from '../../shared/tax/parameters'
import type { Table } from '../../shared/formula'

/** A household in figures, for the second computation below. */
export interface Return {
  year: number
  status: FilingStatus
  wages: number
  spouseWages: number
  selfEmployment: number
  spouseSelfEmployment: number
  practiceProfit: number
  interest: number
  ordinaryDividends: number
  qualifiedDividends: number
  shortTermGain: number
  longTermGain: number
  unrecaptured1250: number
  gainIsInvestment: boolean
  withdrawals: number
  socialSecurity: number
  deferrals: number
  planContributions: number
  itemized: { salt: number; mortgage: number; charity: number } | undefined
  age: number
  spouseAge: number
  businessWages: number
  businessProperty: number
  sstb: boolean
}

interface FormLines {
  agi: number
  taxableIncome: number
  qbiDeduction: number
  seTax: number
  additionalMedicare: number
  regularTax: number
  amt: number
  incomeTax: number
  niit: number
  totalTax: number
}

/**
 * The same tax computed a second time, line by line down the official forms, so that an error in a formula cannot hide
 * in a test that shares its idea. It shares nothing but the parameters. Deductions are the greater of the standard and
 * the itemized ones, or, by election (26 U.S.C. §63(e)), the itemized ones.
 */
export function byTheForms(r: Return, electsToItemize = false): FormLines {
  const p = taxParameters(r.year)
  const s = r.status
  const joint = s === 'mfj'
  const onYear = (table: Table) => table.values[table.keys.findLastIndex((key) => key <= r.year)]!

  // Schedule SE and Form 8959
  const person = (profit: number, wages: number) => {
    const line4 = profit * p.payroll.selfEmployment.value.share
    const net = line4 < 400 ? 0 : line4
    const line9 = Math.max(0, p.payroll.wageBase.value - wages)
    return { net, tax: 0.124 * Math.min(net, line9) + 0.029 * net }
  }
  const own = person(r.selfEmployment, r.wages)
  const spouse = person(r.spouseSelfEmployment, r.spouseWages)
  const seTax = own.tax + spouse.tax
  const limit8959 = p.payroll.additionalThreshold.value[s]
  const wages = r.wages + r.spouseWages
  const line13 = Math.max(0, own.net + spouse.net - Math.max(0, limit8959 - wages))
  const additionalMedicare = 0.009 * Math.max(0, wages - limit8959) + 0.009 * line13

  // Schedule D, lines 16 and 21
  const net = r.shortTermGain + r.longTermGain
  const gainInIncome = net >= 0 ? net : -Math.min(-net, s === 'mfs' ? 1500 : 3000)
  const netLong = r.longTermGain > 0 && net > 0 ? Math.min(r.longTermGain, net) : 0

  // Form 1040 to line 11, with the Social Security worksheet
  const before =
    wages -
    r.deferrals +
    r.selfEmployment +
    r.spouseSelfEmployment +
    r.practiceProfit +
    r.interest +
    r.ordinaryDividends +
    gainInIncome +
    r.withdrawals -
    seTax / 2 -
    r.planContributions
  const [low, high] = p.benefits.thresholds.value[s]
  const line7 = before + r.socialSecurity / 2
  let taxedBenefits = 0
  if (line7 > low) {
    const line9 = line7 - low
    const line10 = high - low
    const line11 = Math.max(0, line9 - line10)
    const line13b = Math.min(line9, line10) / 2
    const line14 = Math.min(r.socialSecurity / 2, line13b)
    taxedBenefits = Math.min(line14 + 0.85 * line11, 0.85 * r.socialSecurity)
  }
  const agi = before + taxedBenefits

  // Schedule 1-A, Part V, and the standard deduction
  const old = (r.age >= 65 ? 1 : 0) + (joint && r.spouseAge >= 65 ? 1 : 0)
  const eachSenior = Math.max(0, onYear(SENIOR_DEDUCTION) - 0.06 * Math.max(0, agi - (joint ? 150_000 : 75_000)))
  const senior = s === 'mfs' ? 0 : old * eachSenior
  const standard = p.standardDeduction.value[s] + old * p.aged.value.each[s]

  // Schedule A
  const half = s === 'mfs' ? 0.5 : 1
  const { salt: paid, mortgage, charity } = r.itemized ?? { salt: 0, mortgage: 0, charity: 0 }
  const reduced = onYear(SALT_CAP) * half - 0.3 * Math.max(0, agi - onYear(SALT_THRESHOLD) * half)
  const salt = Math.min(paid, Math.max(10_000 * half, reduced))
  const floor = r.year >= 2026 ? 0.005 * Math.max(0, agi) : 0
  const itemized = salt + mortgage + Math.max(0, charity - floor)

  // Form 8995-A
  const beforeQbi = agi - (electsToItemize ? itemized : r.itemized ? Math.max(itemized, standard) : standard) - senior
  const preferential = netLong + r.qualifiedDividends
  const qbi = Math.max(
    0,
    r.selfEmployment + r.spouseSelfEmployment + r.practiceProfit - seTax / 2 - r.planContributions,
  )
  const threshold = p.qbi.threshold.value[s]
  const part = Math.min(1, Math.max(0, (beforeQbi - threshold) / p.qbi.range.value[s]))
  const applicable = r.sstb ? 1 - part : 1
  const twenty = 0.2 * qbi * applicable
  const wageLimit = Math.max(
    0.5 * r.businessWages * applicable,
    (0.25 * r.businessWages + 0.025 * r.businessProperty) * applicable,
  )
  const component =
    part === 0 ? twenty : part === 1 ? Math.min(twenty, wageLimit) : twenty - part * Math.max(0, twenty - wageLimit)
  const qbiDeduction = Math.max(0, Math.min(component, 0.2 * Math.max(0, beforeQbi - preferential)))

  // §68 and taxable income
  const topBracket = p.ordinary.tops.value[s][5]!
  const cut = r.year >= 2026 ? (2 / 37) * Math.min(itemized, Math.max(0, agi - senior - qbiDeduction - topBracket)) : 0
  const takesItemized = electsToItemize || (r.itemized !== undefined && itemized - cut > standard)
  const deduction = takesItemized ? itemized - cut : standard
  const ti = Math.max(0, agi - deduction - senior - qbiDeduction)

  // Schedule D Tax Worksheet
  const tax = (income: number) => {
    let due = 0
    let from = 0
    ;[...p.ordinary.tops.value[s], Infinity].forEach((top, i) => {
      due += p.ordinary.rates.value[i]! * Math.max(0, Math.min(income, top) - from)
      from = top
    })
    return due
  }
  const u = Math.min(r.unrecaptured1250, netLong)
  const l10 = preferential
  const l13 = l10 - u
  const l14 = Math.max(0, ti - l13)
  const [zeroTop, fifteenTop] = p.gain.schedule.tops.value[s] as [number, number]
  const l16 = Math.min(ti, zeroTop)
  const l17 = Math.min(l14, l16)
  const l18 = Math.max(0, ti - l10)
  const l19 = Math.min(ti, p.ordinary.tops.value[s][3]!)
  const l20 = Math.min(l14, l19)
  const l21 = Math.max(l18, l20)
  const l22 = l16 - l17
  const l23 = Math.min(ti, l13)
  const l25 = Math.max(0, l23 - l22)
  const l29 = Math.max(0, Math.min(ti, fifteenTop) - (l21 + l22))
  const l30 = Math.min(l25, l29)
  const l33 = l23 - l22 - l30
  const l38 = Math.max(0, l10 + l21 - ti)
  const l39 = Math.max(0, u - l38)
  const regularTax = preferential > 0 ? Math.min(0.15 * l30 + 0.2 * l33 + 0.25 * l39 + tax(l21), tax(ti)) : tax(ti)

  // Form 6251
  const amtRate = (income: number) => 0.26 * income + 0.02 * Math.max(0, income - p.amt.secondRateFrom.value[s])
  let a4 = agi - qbiDeduction - (takesItemized ? itemized - salt : 0)
  const { value: rate } = p.amt.phaseOutRate
  const full = p.amt.exemption.value[s]
  const start = p.amt.phaseOutFrom.value[s]
  if (s === 'mfs') a4 += Math.min(full, rate * Math.max(0, a4 - (start + full / rate)))
  const a5 = Math.max(0, full - rate * Math.max(0, a4 - start))
  const a6 = Math.max(0, a4 - a5)
  let a7 = amtRate(a6)
  if (preferential > 0) {
    const a15 = Math.min(l13 + u, l10)
    const a16 = Math.min(a6, a15)
    const a17 = a6 - a16
    const a21 = Math.max(0, zeroTop - l14)
    const a22 = Math.min(a6, l13)
    const a23 = Math.min(a21, a22)
    const a24 = a22 - a23
    const a29 = Math.max(0, fifteenTop - (a21 + l21))
    const a30 = Math.min(a24, a29)
    const a33 = a22 - (a23 + a30)
    const a36 = a6 - (a17 + a23 + a30 + a33)
    a7 = Math.min(a7, amtRate(a17) + 0.15 * a30 + 0.2 * a33 + 0.25 * a36)
  }
  // Whoever owes it files with itemized deductions where that costs less.
  const least = r.itemized && !electsToItemize ? Math.min(a7, byTheForms(r, true).incomeTax) : a7
  const amt = Math.max(0, least - regularTax)

  // Form 8960
  const investment = r.interest + r.ordinaryDividends + (r.gainIsInvestment ? gainInIncome : 0)
  const niit = 0.038 * Math.max(0, Math.min(investment, agi - p.niit.threshold.value[s]))

  const incomeTax = regularTax + amt
  return {
    agi,
    taxableIncome: ti,
    qbiDeduction,
    seTax,
    additionalMedicare,
    regularTax,
    amt,
    incomeTax,
    niit,
    totalTax: incomeTax + niit + seTax + additionalMedicare,
  }
}
