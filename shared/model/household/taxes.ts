import { dollars, f, type Line, type Model, type Operand } from '../../formula'
import {
  declareFederalTax,
  type Household,
  LATEST_PARAMETERS,
  lawFor,
  quoted,
  SALE_TREATMENT,
  type TaxLines,
} from '../../tax'
import { clampedYear, type Context, type View } from '../plan/context'
import { isFederal } from '../plan/tax-mode'
import { declareTaxedKinds, type TaxedKind } from './effective-rates'
import { stateOf, withGains } from './state'
import type { RateKind, Timeline } from '../plan/timeline'
import type { Needs } from './needs'

/**
 * Section 7 of the method: what a path's income is taxed, in either of its modes. `blended` multiplies by effective
 * rates. `federal` computes the household's return three times a year, each with more in it: practice and job (beside the
 * spouse's wages), then Social Security and withdrawals, then the money that falls on a day. The tax on each is what its
 * step adds: take-home does not hang on what is in the accounts, and the tax on the sale is the year's tax with it less
 * the year's tax without it.
 */

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
}

/** The taxes of a path in a view. */
export interface PathTaxes {
  /** On practice, job and rent. */
  readonly incomeTax: Line
  /** On what falls on a day. */
  readonly datedTax: Line
  /** On what comes in whatever the owner does; 0 where effective rates are taken off each item itself. */
  readonly otherTax: Operand
  /** Withdrawals that are taxed in the year: the household defines it (federal mode only). */
  readonly withdrawals: Line | undefined
  /** The rate on a sale in the row of its own year, and of a given year. */
  rate(kind: SaleKind): Operand
  rateIn(kind: SaleKind, year: Operand): Operand
  /** The rate at which something unsold in the row's year is valued, if it is sold in another year. */
  rateIfSold(kind: SaleKind, saleYear: Operand): Operand
}

export type SaleKind = Extract<RateKind, 'ordinary' | 'gain' | 'passiveGain'>

export function declareTaxes(
  ctx: Context,
  timeline: Timeline,
  needs: Needs,
  scope: string,
  view: View,
  work: Work,
  deal: Deal,
): PathTaxes {
  return isFederal(ctx)
    ? federalTaxes(ctx, timeline, needs, scope, view, work, deal)
    : blendedTaxes(ctx, timeline, scope, view, work, deal)
}

const incomeTaxMeaning = (ctx: Context): string =>
  `On ${ctx.owns ? 'practice profit and pay' : 'pay'}, after plan contributions`
const datedTaxWords = (ctx: Context) =>
  ({
    label: ctx.owns ? 'tax on the sale' : 'tax on bonuses and equity',
    unit: 'usd',
    meaning: `On ${ctx.owns ? 'the sale, its later payments, interest and exits' : 'bonuses, forgiven loans and equity'}, in the year in which they are taxed.`,
  }) as const

function blendedTaxes(ctx: Context, timeline: Timeline, scope: string, view: View, work: Work, deal: Deal): PathTaxes {
  const m = ctx.model.scope(scope).scope(view)
  const profitTax = () =>
    f`${timeline.rate('practice')} * (total(${present([...work.practice, ...work.retained, work.rent, work.passiveRent])}) - ${work.contributionAsOwner})`
  const payTax = f`${timeline.rate('wages')} * (total(${[...work.wages, ...work.selfEmployment]}) - ${work.contributionAsEmployee})`
  const incomeTax = m
    .under('What you take home')
    .row(
      'incomeTax',
      { label: 'tax on the year’s income', unit: 'usd', meaning: `${incomeTaxMeaning(ctx)}; at effective rates.` },
      ctx.owns ? f`${profitTax()} + ${payTax}` : payTax,
    )
  const items: readonly (readonly [RateKind, Operand])[] = [
    ['ordinary', deal.ordinary],
    ['gain', deal.gain],
    ['gain', deal.exitGain],
    ['gain', deal.buildingGain],
    ['passiveGain', deal.passiveGain],
    ['interest', deal.interest],
    ['wages', deal.wages],
  ]
  const there = items.filter(([, amount]) => amount !== 0)
  const datedTax = m
    .under('Money on a day')
    .row(
      'datedTax',
      datedTaxWords(ctx),
      f`total(${there.map(([kind, amount]) => f`${timeline.rate(kind)} * (${amount})`)})`,
    )
  const names: Partial<Record<RateKind, string>> = {
    ordinary: 'ordinary income',
    gain: 'long-term gain',
    passiveGain: 'gain on equity in the parent',
    interest: 'interest',
    wages: ctx.owns ? 'earn-outs taxed as wages' : 'bonuses and forgiven loans',
  }
  const kinds = [...new Set(there.map(([kind]) => kind))]
  declareSaleTaxParts(
    ctx,
    scope,
    view,
    kinds.map((kind) => {
      const amounts = there.filter(([of]) => of === kind).map(([, amount]) => amount)
      return { id: kind, label: names[kind]!, formula: f`${timeline.rate(kind)} * total(${amounts})` }
    }),
  )
  return {
    incomeTax,
    datedTax,
    otherTax: 0,
    withdrawals: undefined,
    rate: (kind) => timeline.rate(kind),
    rateIn: (kind, year) => timeline.rateIn(kind, year),
    rateIfSold: (kind) => timeline.rate(kind),
  }
}

function federalTaxes(
  ctx: Context,
  timeline: Timeline,
  needs: Needs,
  scope: string,
  view: View,
  work: Work,
  deal: Deal,
): PathTaxes {
  const m = ctx.model.scope(scope).scope(view)
  const withdrawals = m.under('Household').declare(
    'withdrawals',
    {
      label: 'taxed withdrawals',
      unit: 'usd',
      meaning: 'The required distribution, and what was drawn from tax-deferred accounts at the end of last year.',
    },
    'row',
  )
  const taxed = (id: string, heading: string, which: string, household: Household) =>
    declareFederalTax(
      m.scope(id).labelled(`, ${which}`),
      household,
      lawFor(household.parameters, household.status),
      heading,
    )

  const base = baseHousehold(ctx, timeline, needs)
  const working = withWork(ctx, timeline, m.under('Tax on work: pay'), base, work)
  const worked = taxed('workTaxed', 'Tax on work', 'on work alone', working.household)
  const spouse = spouseTax(ctx, base)
  const incomeTax = m.under('What you take home').row(
    'incomeTax',
    {
      label: 'tax on the year’s income',
      unit: 'usd',
      meaning: `${incomeTaxMeaning(ctx)}: federal, payroll and state tax of a household that has nothing else${spouse === 0 ? '' : ' but the spouse’s wages, less the tax on these alone'}.`,
    },
    minus(f`total(${present([worked.allTax, working.employerTax])})`, spouse),
  )

  const yearly = { ...working.household, withdrawals, socialSecurity: needs.socialSecurity }
  const year = taxed('yearTaxed', 'Tax with other income', 'with other income', yearly)
  const otherTax = m.under('Household').row(
    'otherTax',
    {
      label: 'tax on other income',
      unit: 'usd',
      meaning: 'What Social Security, withdrawals and the spouse’s wages add to the household’s tax.',
    },
    spouse === 0 ? f`${year.allTax} - ${worked.allTax}` : f`${year.allTax} - (${worked.allTax} - ${spouse})`,
  )

  const selling = withDeal(ctx, m.under('Tax with the sale: corporation'), { ...yearly, carriesLosses: true }, deal)
  const sold = ctx.owns
    ? taxed('saleTaxed', 'Tax with the sale', 'with the sale', selling.household)
    : taxed('saleTaxed', 'Tax with bonuses and equity', 'with bonuses and equity', selling.household)
  const datedTax = m
    .under('Money on a day')
    .row(
      'datedTax',
      datedTaxWords(ctx),
      f`total(${present([sold.allTax, selling.corporateTax, deal.deferredTaxInterest])}) - ${year.allTax}`,
    )
  if (ctx.estimating && view === 'expected')
    declareTaxedKinds(ctx, scope, [
      ...kindsOfWork(m.under('Effective rates by the law'), work, incomeTax),
      { kind: 'wages', income: base.spouseWages ?? 0, tax: spouse },
      ...kindsOfRetirement(
        taxed('benefitsTaxed', 'Tax with Social Security', 'with Social Security', {
          ...working.household,
          socialSecurity: needs.socialSecurity,
        }).allTax,
        { work: worked.allTax, all: year.allTax, benefits: needs.socialSecurity, withdrawals },
      ),
      ...kindsOfDeal(deal, year.allTax, f`total(${present([sold.allTax, selling.corporateTax])})`, (kind, part) => {
        const partly = withDeal(
          ctx,
          m.scope(`${kind}Sold`).under('Tax with a part of the sale: corporation'),
          { ...yearly, carriesLosses: true },
          part,
        )
        const { allTax } = taxed(`${kind}Taxed`, 'Tax with a part of the sale', `up to ${kind}`, partly.household)
        return f`total(${present([allTax, partly.corporateTax])})`
      }),
    ])
  const taxedAmounts = present([
    deal.ordinary,
    deal.gain,
    deal.exitGain,
    deal.passiveGain,
    deal.interest,
    deal.wages,
    deal.buildingGain,
  ])
  const rate = m.under(ctx.owns ? 'Tax with the sale: total' : 'Tax with bonuses and equity: total').row(
    'datedRate',
    {
      label: ctx.owns ? 'rate of tax on the sale' : 'rate of tax on bonuses and equity',
      unit: 'rate',
      meaning: 'Tax on what falls on a day ÷ what of it is taxed, in the year; what is still unsold is valued with it.',
    },
    taxedAmounts.length === 0
      ? 0
      : f`if(total(${taxedAmounts}) > 0.005, clamp(${deal.deferredTaxInterest === 0 ? datedTax : f`(${datedTax} - ${deal.deferredTaxInterest})`} / total(${taxedAmounts}), 0, 1), 0)`,
  )
  const parts = partsOfSale(sold, year, selling.corporateTax)
  declareSaleTaxParts(
    ctx,
    scope,
    view,
    deal.deferredTaxInterest === 0
      ? parts
      : [
          ...parts,
          { id: 'deferredTaxInterest', label: 'interest on deferred tax', formula: f`${deal.deferredTaxInterest}` },
        ],
  )
  return {
    incomeTax,
    datedTax,
    otherTax,
    withdrawals,
    rate: () => rate,
    rateIn: (_, year) => f`at(${rate}, ${clampedYear(ctx, year)})`,
    rateIfSold: (_, year) => f`at(${rate}, ${clampedYear(ctx, year)})`,
  }
}

/** The year's tax on work, spread by dollars over practice income and pay. */
function kindsOfWork(m: Model, work: Work, incomeTax: Line): TaxedKind[] {
  const practice = present([...work.practice, ...work.retained, work.rent, work.passiveRent])
  const income = minus(total(practice), work.contributionAsOwner)
  if (work.wages.length === 0) return [{ kind: 'practice', income, tax: incomeTax }]
  const wages = minus(total(work.wages), work.contributionAsEmployee)
  const all = f`(${income} + ${wages})`
  const tax = m.row(
    'practiceIncomeTax',
    { label: 'tax on practice income', unit: 'usd', meaning: 'Its part of the tax on work, by dollars of income.' },
    f`if(${all} > 0, ${incomeTax} * clamp((${income}) / ${all}, 0, 1), 0)`,
  )
  return [
    { kind: 'practice', income, tax },
    { kind: 'wages', income: wages, tax: f`${incomeTax} - ${tax}` },
  ]
}

/** Social Security on top of work, and withdrawals on top of both. */
function kindsOfRetirement(
  withBenefits: Line,
  year: { readonly work: Line; readonly all: Line; readonly benefits: Line; readonly withdrawals: Line },
): TaxedKind[] {
  return [
    { kind: 'socialSecurity', income: year.benefits, tax: f`${withBenefits} - ${year.work}` },
    { kind: 'deferred', income: year.withdrawals, tax: f`${year.all} - ${withBenefits}` },
  ]
}

/** What falls on a day, kind after kind on top of the year's other income: gain comes last, as the law stacks it. */
function kindsOfDeal(
  deal: Deal,
  without: Line,
  withAll: Operand,
  taxWith: (kind: TaxedKind['kind'], deal: Deal) => Operand,
): TaxedKind[] {
  const { gain, exitGain, buildingGain, buildingDepreciation, buildingPassiveGain } = deal
  const { wages, ordinary, interest, passiveGain } = deal
  const steps = (
    [
      ['wages', { wages }, [wages]],
      ['ordinary', { ordinary }, [ordinary]],
      ['interest', { interest }, [interest]],
      [
        'gain',
        { gain, exitGain, buildingGain, buildingDepreciation, buildingPassiveGain },
        [gain, exitGain, buildingGain],
      ],
      ['passiveGain', { passiveGain }, [passiveGain]],
    ] as const
  ).filter(([, , amounts]) => present(amounts).length > 0)
  let before: Operand = without
  let part: Deal = { ...NO_DEAL, form: deal.form, personalGoodwill: deal.personalGoodwill }
  return steps.map(([kind, added, amounts], i) => {
    part = { ...part, ...added }
    const after = i === steps.length - 1 ? withAll : taxWith(kind, part)
    const tax = f`${after} - ${before}`
    before = after
    return { kind, income: total(present(amounts)), tax }
  })
}

/** The tax on the spouse's wages alone, the same on every path; 0 where there are none. */
function spouseTax(ctx: Context, base: Household): Operand {
  if (base.spouseWages === 0) return 0
  const id = 'plan/spouseTaxed/allTax'
  if (ctx.model.has(id)) return ctx.model.line(id)
  const m = ctx.model.scope('plan').scope('spouseTaxed').labelled(', on the spouse’s wages alone')
  return declareFederalTax(m, base, lawFor(base.parameters, base.status), 'Tax on the spouse’s wages').allTax
}

/** The parts in which the tax on the sale is told; payroll taxes are one, and so are those of the state. */
const SALE_TAX_PARTS: readonly { readonly id: string; readonly label: string; readonly of: readonly string[] }[] = [
  { id: 'ordinaryTax', label: 'federal tax on ordinary income', of: ['ordinaryTax'] },
  { id: 'gainTax', label: 'federal tax on gain', of: ['gainTax'] },
  { id: 'amt', label: 'alternative minimum tax', of: ['amt'] },
  { id: 'niit', label: 'tax on investment income', of: ['niit'] },
  { id: 'payroll', label: 'payroll tax', of: ['seTax', 'fica', 'additionalMedicare'] },
  { id: 'state', label: 'state tax', of: ['stateTaxOnOrdinaryIncome', 'stateTaxOnGain', 'stateTaxByLaw'] },
]

/** Of the tax on the sale: each part of the household's tax with it, less the same without. */
function partsOfSale(sold: TaxLines, without: TaxLines, corporateTax: Operand) {
  const linesOf = (taxed: TaxLines, ids: readonly string[]) =>
    taxed.parts.filter(({ id }) => ids.includes(id)).map(({ line }) => line)
  const parts = SALE_TAX_PARTS.flatMap(({ id, label, of }) => {
    const [after, before] = [linesOf(sold, of), linesOf(without, of)]
    if (after.length === 0) return []
    return [{ id, label, formula: minus(f`total(${after})`, before.length === 0 ? 0 : f`total(${before})`) }]
  })
  return corporateTax === 0
    ? parts
    : [...parts, { id: 'corporateTax', label: 'corporate tax', formula: f`${corporateTax}` }]
}

/** Where the price went: the tax on the sale by part, over all years. */
function declareSaleTaxParts(
  ctx: Context,
  scope: string,
  view: View,
  parts: readonly { id: string; label: string; formula: Operand }[],
): void {
  const what = ctx.owns ? 'the sale' : 'bonuses and equity'
  const m = ctx.model
    .scope(scope)
    .under(ctx.owns ? 'Where the price went' : 'Tax on bonuses and equity')
    .scope(view)
    .scope('saleTax')
  const sums = parts.map(({ id, label, formula }) => {
    const meaning = `The part of the tax on ${what} that is of this kind.`
    const row = m.row(`${id}Year`, { label: `tax on ${what}: ${label}`, unit: 'usd', meaning }, formula)
    return m.figure(id, { label, unit: 'usd', meaning: `${meaning} All years.` }, f`sum(${row})`)
  })
  m.figure(
    'all',
    {
      label: `tax on ${what}`,
      unit: 'usd',
      meaning: ctx.owns ? 'On the price, its later payments, interest and exits; all years.' : 'All years.',
    },
    f`total(${sums})`,
  )
}

/** The household before practice, job and sale; a year is given where figures, not rows, are declared. */
function baseHousehold(ctx: Context, timeline: Timeline, needs: Needs, year?: Operand): Household {
  const { federal } = ctx.document.tax
  const input = (field: string) => ctx.input(`tax/federal/${field}`)
  const index = timeline.taxIndex!
  const inYear = (line: Operand): Operand => (year === undefined ? line : f`at(${line}, ${year})`)
  const grown = (field: 'mortgageInterest' | 'propertyTax' | 'charity'): Operand =>
    federal[field] === 0 ? 0 : f`${input(field)} * ${inYear(timeline.priceIndex)}`
  const spouse =
    federal.filingStatus === 'mfj' && timeline.spouseTaxAge ? { spouseAge: inYear(timeline.spouseTaxAge) } : {}
  return {
    status: federal.filingStatus,
    parameters: LATEST_PARAMETERS,
    calendarYear: inYear(timeline.calendarYear),
    priceIndex: inYear(index),
    age: inYear(timeline.taxAge!),
    ...spouse,
    spouseWages: needs.spouseWages === 0 ? 0 : inYear(needs.spouseWages),
    state: stateOf(ctx),
    deduction:
      federal.deduction === 'standard'
        ? { kind: 'standard' }
        : {
            kind: 'greater',
            withStateTax: true,
            stateAndLocalTaxes: grown('propertyTax'),
            // A mortgage is owed in dollars of its own day; as entered it serves while it lasts.
            mortgageInterest: federal.mortgageInterest === 0 ? 0 : input('mortgageInterest'),
            charity: grown('charity'),
          },
  }
}

/** An S corporation or a partnership may pay the state's tax itself. */
const paysEntityTax = (ctx: Context): boolean => {
  const { entity, entityTax } = ctx.document.tax.federal
  return entityTax && (entity === 'sCorporation' || entity === 'partnership')
}

/** Adds practice and job, by how the practice is taxed; what the employer's half of payroll tax on the own wages costs. */
function withWork(
  ctx: Context,
  timeline: Timeline,
  m: Model,
  base: Household,
  work: Work,
  year?: Operand,
): { household: Household; employerTax: Operand } {
  const { entity } = ctx.document.tax.federal
  const inYear = (line: Line): Operand => (year === undefined ? line : f`at(${line}, ${year})`)
  const practice = present(work.practice)
  const retained = present(work.retained)
  const jobs = present(work.wages)
  const fees = present(work.selfEmployment)
  const household: Household = {
    ...base,
    deferrals: work.contributionAsEmployee,
    planContributions: work.contributionAsOwner,
    // Rent from a practice that is no longer the owner's is investment income; from the own practice it is not
    // (Reg. 1.1411-4(g)(6)).
    passiveProfit: work.passiveRent,
    businessWages: f`${ctx.input('tax/federal/practiceWages')} * ${inYear(timeline.priceIndex)}`,
    ...(paysEntityTax(ctx)
      ? { passThroughEntityTax: { partnership: entity === 'partnership', notItsOwn: total(fees) } }
      : {}),
    selfEmployment: total(fees),
  }
  const sum = (parts: readonly Operand[]): Operand => (parts.length === 0 ? 0 : f`total(${parts})`)
  // Who owns no practice is an employee, whatever a practice would be taxed as.
  if (!ctx.owns)
    return {
      household: { ...base, deferrals: work.contributionAsEmployee, wages: sum(jobs), selfEmployment: total(fees) },
      employerTax: 0,
    }
  if (entity === 'sole' || entity === 'partnership')
    return {
      household: {
        ...household,
        wages: sum(jobs),
        selfEmployment: sum([...practice, ...retained, ...fees]),
        practiceProfit: work.rent,
      },
      employerTax: 0,
    }
  if (practice.length === 0)
    return {
      household: { ...household, wages: sum(jobs), practiceProfit: sum([...retained, ...present([work.rent])]) },
      employerTax: 0,
    }
  const { payroll } = lawFor(base.parameters, base.status)
  const wageBase = f`${dollars(payroll.wageBase.value, payroll.wageBase.cited)} * ${base.priceIndex!}`
  const employerOn = (wages: Operand) =>
    f`${payroll.socialSecurity} * min(${wages}, ${wageBase}) + ${payroll.medicare} * ${wages}`
  const before = m.row(
    'practiceBeforePay',
    {
      label: 'practice income before your pay',
      unit: 'usd',
      meaning: 'Taxed income of the practice, all of it yours.',
    },
    sum(practice),
  )
  const paid = f`max(0, ${before})`
  const most =
    entity === 'cCorporation'
      ? paid
      : f`min(${paid}, ${ctx.input('tax/federal/ownerWages')} * ${inYear(timeline.priceIndex)} * ${work.ownedPart})`
  const employerTax = m.row(
    'employerTax',
    {
      label: 'employer’s payroll tax on your wages',
      unit: 'usd',
      meaning: 'The practice’s half of Social Security and Medicare tax on what it pays you (26 U.S.C. 3111).',
    },
    employerOn(most),
  )
  const wages = m.row(
    'ownWages',
    {
      label: 'wages from your own practice',
      unit: 'usd',
      meaning:
        entity === 'cCorporation'
          ? 'A C corporation is taken to pay out all it earns as wages, less its payroll tax.'
          : 'W-2 pay as entered, with inflation, at most what the practice earns.',
    },
    entity === 'cCorporation' ? f`${paid} - ${employerTax}` : most,
  )
  return {
    household: {
      ...household,
      wages: sum([wages, ...jobs]),
      practiceProfit: sum([f`${before} - ${wages} - ${employerTax}`, ...retained, ...present([work.rent])]),
    },
    employerTax,
  }
}

/** Adds what falls on a day; a C corporation that sells its assets is taxed first, and its owner on what it distributes. */
function withDeal(
  ctx: Context,
  m: Model,
  household: Household,
  deal: Deal,
): { household: Household; corporateTax: Operand } {
  const { entity } = ctx.document.tax.federal
  const treatment = SALE_TREATMENT[entity][deal.form]
  const saleIncome = present([deal.ordinary, deal.gain])
  let { ordinary, gain } = deal
  let investment: Operand = treatment.investmentIncome ? gain : 0
  let corporateTax: Operand = 0
  if (treatment.corporateTax && saleIncome.length > 0) {
    const personal = deal.gain === 0 || deal.personalGoodwill === 0 ? 0 : f`${deal.personalGoodwill} * (${deal.gain})`
    const inside = m.row(
      'corporateIncome',
      {
        label: 'corporate income of the sale',
        unit: 'usd',
        meaning: 'Ordinary part and gain of what the corporation sells; personal goodwill is not its own.',
      },
      personal === 0 ? f`total(${saleIncome})` : f`total(${saleIncome}) - ${personal}`,
    )
    corporateTax = m.row(
      'corporateTax',
      { label: 'corporate tax', unit: 'usd', meaning: 'The corporation’s own tax on the sale (26 U.S.C. 11).' },
      f`${quoted(household.parameters.corporateRate, 'corporate income tax')} * max(0, ${inside})`,
    )
    investment = m.row(
      'distributedGain',
      {
        label: 'gain on what the corporation distributes',
        unit: 'usd',
        meaning:
          'What is left of its gain after its tax, taxed again; its stock is taken to have the basis of its assets.',
      },
      f`${inside} - ${corporateTax}`,
    )
    ordinary = 0
    gain = personal === 0 ? investment : f`${investment} + ${personal}`
  } else if (!treatment.ordinaryPart) {
    // Stock is one capital asset.
    gain = total(saleIncome)
    investment = treatment.investmentIncome ? gain : 0
    ordinary = 0
  }
  const exitInvestment: Operand = entity === 'cCorporation' ? deal.exitGain : 0
  const gains = present([gain, deal.exitGain, deal.passiveGain, deal.buildingGain])
  const investments = present([investment, exitInvestment, deal.passiveGain, deal.buildingPassiveGain])
  const entityTax = household.passThroughEntityTax
  return {
    household: {
      ...household,
      wages: total(present([household.wages ?? 0, deal.wages])),
      interest: deal.interest,
      ordinarySaleIncome: ordinary,
      longTermGain: total(gains),
      unrecaptured1250: deal.buildingDepreciation,
      investmentGain: investments.length === 0 ? 0 : f`max(0, ${total(investments)})`,
      state: withGains(ctx, household.state, {
        form: deal.form,
        // What a corporation distributes is no sale of the practice by its owner.
        practice: corporateTax === 0 ? gain : 0,
        realEstate: deal.buildingGain,
      }),
      // Who sells units sells them himself; of its assets the practice is the seller.
      ...(entityTax && deal.form === 'assets'
        ? {
            passThroughEntityTax: {
              ...entityTax,
              ordinary: deal.ordinary,
              gain: deal.gain === 0 ? 0 : f`max(0, ${deal.gain})`,
            },
          }
        : {}),
    },
    corporateTax,
  }
}

/**
 * The tax on the flows of the day of closing alone: with them, less without, in the year of closing, on top of the work
 * of that year in the expected view. A figure; rates are those of the year in blended mode.
 */
export function closingTaxFormula(
  ctx: Context,
  timeline: Timeline,
  needs: Needs,
  scope: string,
  year: Operand,
  deal: Pick<Deal, 'ordinary' | 'gain' | 'form' | 'personalGoodwill'> | Pick<Deal, 'wages'>,
  work: () => Work,
): Operand {
  if (!isFederal(ctx) && 'wages' in deal) return f`${timeline.rateIn('wages', year)} * ${deal.wages}`
  if (!isFederal(ctx) && 'gain' in deal)
    return f`${timeline.rateIn('ordinary', year)} * (${deal.ordinary}) + ${timeline.rateIn('gain', year)} * ${deal.gain}`
  const at = clampedYear(ctx, year)
  const expected = ctx.model.scope(scope).scope('expected')
  const m = ctx.model.scope(scope).asFigures()
  const row = (id: string) => f`at(${expected.lineLocal(id)}, ${at})`
  const base: Household = {
    ...baseHousehold(ctx, timeline, needs, at),
    withdrawals: row('withdrawals'),
    socialSecurity: f`at(${needs.socialSecurity}, ${at})`,
  }
  const { household } = withWork(ctx, timeline, m.scope('closingWork').under('Tax at closing: pay'), base, work(), at)
  const closing = withDeal(ctx, m.scope('closingWork').under('Tax at closing: corporation'), household, {
    ...NO_DEAL,
    ...deal,
  })
  const taxed = declareFederalTax(
    m.scope('closingTaxed').labelled(`, with what is paid at ${ctx.owns ? 'closing' : 'the start'}`),
    closing.household,
    lawFor(household.parameters, household.status),
    ctx.owns ? 'Tax at closing' : 'Tax at the start',
  )
  return f`total(${present([taxed.allTax, closing.corporateTax])}) - ${row('yearTaxed/allTax')}`
}

/**
 * The tax on a full year's work and nothing else but the spouse's wages, as a figure: what the owner's pay is compared
 * with before and after a sale.
 */
export function fullYearTax(
  ctx: Context,
  timeline: Timeline,
  needs: Needs,
  m: Model,
  work: Work,
  year: Operand,
): Operand {
  if (!isFederal(ctx)) {
    const rate = (kind: 'practice' | 'wages') => timeline.rateIn(kind, year)
    const payTax = f`${rate('wages')} * (total(${present([...work.wages, ...work.selfEmployment])}) - ${work.contributionAsEmployee})`
    if (!ctx.owns) return payTax
    return f`${rate('practice')} * (total(${present([...work.practice, ...work.retained, work.rent, work.passiveRent])}) - ${work.contributionAsOwner}) + ${payTax}`
  }
  const figures = m.asFigures()
  const base = baseHousehold(ctx, timeline, needs, year)
  const law = lawFor(base.parameters, base.status)
  const { household, employerTax } = withWork(
    ctx,
    timeline,
    figures.scope('fullYearWork').under('Tax of a full year: pay'),
    base,
    work,
    year,
  )
  const taxed = declareFederalTax(
    figures.scope('fullYearTaxed').labelled(', of a full year'),
    household,
    law,
    'Tax of a full year',
  )
  const parts = present([taxed.allTax, employerTax])
  if (base.spouseWages === 0) return f`total(${parts})`
  const alone = declareFederalTax(
    figures.scope('fullYearBase').labelled(', of a full year without work'),
    base,
    law,
    'Tax of a full year without work',
  )
  return f`total(${parts}) - ${alone.allTax}`
}

const minus = (a: Operand, b: Operand): Operand => (b === 0 ? a : f`${a} - ${b}`)

/** What is not the number 0. */
const present = (operands: readonly Operand[]): Operand[] => operands.filter((operand) => operand !== 0)

function total(operands: readonly Operand[]): Operand {
  return operands.length === 0 ? 0 : operands.length === 1 ? operands[0]! : f`total(${operands})`
}
