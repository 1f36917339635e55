import { f, type Expression, type Line, type Operand } from '../../formula'
import type { Context } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import { declareFamily, type Family } from './family'
import { declareDebt, type Debt } from './debt'
import { declareOwnersYear, type OwnersYear } from './owners-year'
import { daysByAge, declareActivity, declareOwnWork, type OwnWork } from './own-work'

/** Section 3 of the method: the practice if kept, in full-year amounts before proration. */
export interface Practice extends OwnWork {
  readonly partnersCollections: Line
  readonly hygieneCollections: Line
  readonly associateCollections: Line
  readonly collections: Line
  readonly costs: Line
  readonly costLines: readonly CostLine[]
  readonly labCosts: Line
  readonly practiceProfit: Line
  readonly addBacks: Line
  readonly family: Family | undefined
  readonly discretionary: Line
  readonly replacementPay: Line
  readonly adjustedEbitda: Line
  readonly capex: Line
  readonly perks: Line
  readonly debt: Debt
  readonly ownersYear: OwnersYear
}

export interface CostLine {
  readonly id: string
  readonly behaviour: 'all' | 'doctors' | 'fixed'
  readonly line: Line
}

/** What stepping back changes: fewer owner days, and an associate who treats some of those patients. */
export interface StepBack {
  /** The part of year n after the associate has started. */
  readonly after: Expression
  readonly days: Operand
  readonly capturedShare: Operand
  readonly associateRate: Operand
  readonly managerCost: Operand
}

export function declarePractice(ctx: Context, timeline: Timeline, scope: string, stepBack?: StepBack): Practice {
  const m = ctx.model.scope(scope).under('The practice if kept')
  const input = (field: string) => ctx.input(`practice/${field}`)
  const { priceIndex } = timeline
  const { practice } = ctx.document

  const activity = declareActivity(ctx, m)
  const taperDays = daysByAge(ctx, timeline)
  const keptDays = stepBack
    ? m.row(
        'daysBefore',
        { label: 'clinical days without an associate', unit: 'days', meaning: 'Days per week under your plan.' },
        taperDays,
      )
    : undefined
  const { clinicalDays, ownerCollections } = declareOwnWork(
    ctx,
    m,
    activity,
    stepBack && keptDays
      ? f`${keptDays} * (1 - ${stepBack.after}) + min(${keptDays}, ${stepBack.days}) * ${stepBack.after}`
      : taperDays,
  )
  const grown = (id: string, label: string, field: string) =>
    m.row(id, { label, unit: 'usd', meaning: 'Collected in the year.' }, f`${input(field)} * ${activity}`)
  const partnersCollections = grown('partnersCollections', 'partners’ collections', 'partnersCollections')
  const hygieneCollections = grown('hygieneCollections', 'hygiene collections', 'hygieneCollections')
  const captured =
    stepBack &&
    keptDays &&
    m.row(
      'capturedCollections',
      {
        label: 'collections taken over by the associate',
        unit: 'usd',
        meaning: 'The portion of the collections you give up that stays with the practice.',
      },
      f`${stepBack.capturedShare} * ${input('ownerCollections')} * ${activity} * (${keptDays} - ${clinicalDays}) / ${input('daysNow')}`,
    )
  const associateCollections = m.row(
    'associateCollections',
    { label: 'associates’ collections', unit: 'usd', meaning: 'Collections from associates’ work.' },
    captured
      ? f`${input('associateCollections')} * ${activity} + ${captured}`
      : f`${input('associateCollections')} * ${activity}`,
  )
  const collections = m.row(
    'collections',
    { label: 'collections', unit: 'usd', meaning: 'Everything the practice collects in the year.' },
    f`${ownerCollections} + ${partnersCollections} + ${associateCollections} + ${hygieneCollections}`,
  )
  const ofCollections = (line: Line) => f`if(${collections} > 0, ${line} / ${collections}, none)`
  const doctorsCollections = m.row(
    'doctorsCollections',
    { label: 'doctors’ collections', unit: 'usd', meaning: 'Collections excluding hygiene.' },
    f`${ownerCollections} + ${partnersCollections} + ${associateCollections}`,
  )

  const costLines = practice.costs.map(({ id, label, behaviour }): CostLine => {
    const declaration = { label, unit: 'usd', meaning: 'Operating cost of the practice in the year.' } as const
    const field = (name: string) => input(`costs/${id}/${name}`)
    if (behaviour !== 'fixed') {
      const base = behaviour === 'all' ? collections : doctorsCollections
      return { id, behaviour, line: m.row(`cost/${id}`, declaration, f`${field('share')} * ${base}`) }
    }
    const line = m.row(
      `cost/${id}`,
      declaration,
      field('amount'),
      (self) => f`prev(${self}) * (1 + ${field('growth')})`,
    )
    return { id, behaviour, line }
  })
  const stepBackCosts = stepBack
    ? [
        m.row(
          'associatePay',
          { label: 'pay of the new associate', unit: 'usd', meaning: 'A percentage of what the associate collects.' },
          f`${stepBack.associateRate} * ${captured!}`,
        ),
        m.row(
          'manager',
          { label: 'manager', unit: 'usd', meaning: 'Paid once you step back.' },
          f`${stepBack.managerCost} * ${priceIndex} * ${stepBack.after}`,
        ),
      ]
    : []
  const costs = m.row(
    'costs',
    {
      label: 'costs',
      unit: 'usd',
      meaning: 'All operating costs, perks included, before owners’ pay, interest, taxes and depreciation.',
    },
    f`total(${[...costLines.map(({ line }) => line), ...stepBackCosts]})`,
  )
  const labs = costLines.filter((_, i) => practice.costs[i]!.kind === 'lab').map(({ line }) => line)
  const labCosts = m.row(
    'labCosts',
    { label: 'lab costs', unit: 'usd', meaning: 'The portion of costs paid to labs.' },
    f`total(${labs})`,
  )
  const practiceProfit = m.row(
    'practiceProfit',
    { label: 'practice profit', unit: 'usd', meaning: 'Collections less operating costs, before any owner’s pay.' },
    f`${collections} - ${costs}`,
  )
  m.row(
    'overhead',
    { label: 'overhead', unit: 'rate', meaning: 'Costs as a share of collections; none without collections.' },
    ofCollections(costs),
  )
  m.row(
    'profitMargin',
    { label: 'profit margin', unit: 'rate', meaning: 'Profit before any owner’s pay as a share of collections.' },
    ofCollections(practiceProfit),
  )
  const perks = m.row(
    'perks',
    {
      label: 'perks',
      unit: 'usd',
      meaning: 'Personal benefits the practice pays for: untaxed income while you own it.',
    },
    f`${input('perks')} * ${priceIndex}`,
  )
  const addBacks = m.row(
    'addBacks',
    { label: 'add-backs', unit: 'usd', meaning: 'Recurring costs that a buyer would not bear, perks included.' },
    f`total(${practice.addBacks.map(({ id }) => input(`addBacks/${id}/amount`))}) * ${priceIndex}`,
  )
  const family = declareFamily(ctx, timeline, m)
  const discretionary = m.row(
    'discretionary',
    {
      label: 'discretionary earnings',
      unit: 'usd',
      meaning: family
        ? 'Practice profit plus add-backs and the family’s pay above market, before owners’ pay (SDE).'
        : 'Practice profit plus add-backs, before owners’ pay (SDE).',
    },
    family ? f`${practiceProfit} + ${addBacks} + ${family.toMarket}` : f`${practiceProfit} + ${addBacks}`,
  )
  const replacementPay = m.row(
    'replacementPay',
    {
      label: 'market pay for the owners’ work',
      unit: 'usd',
      meaning: 'What it would cost to replace the owners with employed doctors and a manager.',
    },
    f`${input('replacementRate')} * (${ownerCollections} + ${partnersCollections}) + ${input('managerCost')} * ${priceIndex}`,
  )
  const adjustedEbitda = m.row(
    'adjustedEbitda',
    {
      label: 'adjusted EBITDA',
      unit: 'usd',
      meaning: 'Earnings after market pay for the owners: what a buyer applies a multiple to.',
    },
    f`${discretionary} - ${replacementPay} + (${input('rentToMarket')} + ${input('staffToMarket')}) * ${priceIndex}`,
  )
  m.row(
    'ebitdaMargin',
    { label: 'EBITDA margin', unit: 'rate', meaning: 'Adjusted EBITDA as a share of collections.' },
    ofCollections(adjustedEbitda),
  )
  const capex = m.row(
    'capex',
    { label: 'capital expenditures', unit: 'usd', meaning: 'Spent in the year to maintain equipment and premises.' },
    f`${input('capex')} * ${priceIndex}`,
  )
  const debt = declareDebt(ctx, scope)
  const ownersYear = declareOwnersYear(
    ctx,
    m,
    { practiceProfit, ownerCollections, partnersCollections, capex, debt, perks, family: family?.pay },
    {
      id: '',
      label: '',
      meaning:
        'Your draw plus your share of what remains after all owners’ draws, capital expenditures and debt service.',
      taxableMeaning: 'Practice cash plus principal repaid, which is not deductible.',
    },
  )
  return {
    activity,
    clinicalDays,
    ownerCollections,
    partnersCollections,
    hygieneCollections,
    associateCollections,
    collections,
    costs,
    costLines,
    labCosts,
    practiceProfit,
    addBacks,
    family,
    discretionary,
    replacementPay,
    adjustedEbitda,
    capex,
    perks,
    debt,
    ownersYear,
  }
}
