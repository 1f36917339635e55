import { f, type Expression, type Line, type Operand } from '../../formula'
import type { Context } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import { daysByAge, declareActivity, declareOwnWork, type OwnWork } from './own-work'

/** Section 3 of the method: the practice if it is kept, in full-year amounts before they are cut to the time they last. */
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
  readonly discretionary: Line
  readonly replacementPay: Line
  readonly adjustedEbitda: Line
  readonly capex: Line
  readonly perks: Line
  readonly debt: Debt
  readonly practiceCash: Line
  /** Practice income that is taxed: cash and the principal repaid, which does not deduct. */
  readonly practiceTaxable: Line
}

export interface CostLine {
  readonly id: string
  readonly behaviour: 'all' | 'doctors' | 'fixed'
  readonly line: Line
}

/** All loans of the practice together. */
export interface Debt {
  readonly service: Line
  readonly principal: Line
  readonly start: Line
  readonly end: Line
  /** What is owed at a time; inside a year the balance is linear. */
  balanceAt(t: Operand): Expression
}

/** What stepping back changes: fewer days of one's own, an associate who treats part of the patients given up. */
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
  const ownershipShare = input('ownershipShare')

  const activity = declareActivity(ctx, m)
  const taperDays = daysByAge(ctx, timeline)
  const keptDays = stepBack
    ? m.row(
        'daysBefore',
        { label: 'clinical days without an associate', unit: 'days', meaning: 'Days a week by your plan.' },
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
        meaning: 'The part of what you give up that stays.',
      },
      f`${stepBack.capturedShare} * ${input('ownerCollections')} * ${activity} * (${keptDays} - ${clinicalDays}) / ${input('daysNow')}`,
    )
  const associateCollections = m.row(
    'associateCollections',
    { label: 'associates’ collections', unit: 'usd', meaning: 'Collected in the year for associates’ work.' },
    captured
      ? f`${input('associateCollections')} * ${activity} + ${captured}`
      : f`${input('associateCollections')} * ${activity}`,
  )
  const collections = m.row(
    'collections',
    { label: 'collections', unit: 'usd', meaning: 'All that the practice collects in the year.' },
    f`${ownerCollections} + ${partnersCollections} + ${associateCollections} + ${hygieneCollections}`,
  )
  const ofCollections = (line: Line) => f`if(${collections} > 0, ${line} / ${collections}, none)`
  const doctorsCollections = m.row(
    'doctorsCollections',
    { label: 'doctors’ collections', unit: 'usd', meaning: 'Collections without hygiene.' },
    f`${ownerCollections} + ${partnersCollections} + ${associateCollections}`,
  )

  const costLines = practice.costs.map(({ id, label, behaviour }): CostLine => {
    const declaration = { label, unit: 'usd', meaning: 'A cost of the practice in the year.' } as const
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
          { label: 'pay of the new associate', unit: 'usd', meaning: 'A share of what the associate collects.' },
          f`${stepBack.associateRate} * ${captured!}`,
        ),
        m.row(
          'manager',
          { label: 'manager', unit: 'usd', meaning: 'Paid once you have stepped back.' },
          f`${stepBack.managerCost} * ${priceIndex} * ${stepBack.after}`,
        ),
      ]
    : []
  const costs = m.row(
    'costs',
    {
      label: 'costs',
      unit: 'usd',
      meaning: 'All costs before owners’ pay, interest, tax and depreciation; perks included.',
    },
    f`total(${[...costLines.map(({ line }) => line), ...stepBackCosts]})`,
  )
  const labs = costLines.filter((_, i) => practice.costs[i]!.kind === 'lab').map(({ line }) => line)
  const labCosts = m.row(
    'labCosts',
    { label: 'lab costs', unit: 'usd', meaning: 'The lab’s part of the costs.' },
    f`total(${labs})`,
  )
  const practiceProfit = m.row(
    'practiceProfit',
    { label: 'practice profit', unit: 'usd', meaning: 'Collections less costs, before any owner’s pay.' },
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
    { label: 'perks', unit: 'usd', meaning: 'What the practice pays for you: untaxed income while you own it.' },
    f`${input('perks')} * ${priceIndex}`,
  )
  const addBacks = m.row(
    'addBacks',
    { label: 'add-backs', unit: 'usd', meaning: 'Recurring costs that a buyer would not have, perks among them.' },
    f`total(${practice.addBacks.map(({ id }) => input(`addBacks/${id}/amount`))}) * ${priceIndex}`,
  )
  const discretionary = m.row(
    'discretionary',
    { label: 'discretionary earnings', unit: 'usd', meaning: 'Practice profit with add-backs, before owners’ pay.' },
    f`${practiceProfit} + ${addBacks}`,
  )
  const replacementPay = m.row(
    'replacementPay',
    {
      label: 'market pay for the owners’ work',
      unit: 'usd',
      meaning: 'What doctors and a manager in the owners’ place would cost.',
    },
    f`${input('replacementRate')} * (${ownerCollections} + ${partnersCollections}) + ${input('managerCost')} * ${priceIndex}`,
  )
  const adjustedEbitda = m.row(
    'adjustedEbitda',
    {
      label: 'adjusted EBITDA',
      unit: 'usd',
      meaning: 'Earnings after market pay for the owners: what a buyer prices.',
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
    { label: 'equipment and refitting', unit: 'usd', meaning: 'Spent in the year to keep the practice as it is.' },
    f`${input('capex')} * ${priceIndex}`,
  )
  const debt = declareDebt(ctx, scope)
  const practiceCash = m.row(
    'practiceCash',
    {
      label: 'practice cash',
      unit: 'usd',
      meaning: 'Your draw and your share of what is left after all draws, equipment and debt service.',
    },
    f`${input('ownersPayRate')} * ${ownerCollections} + ${ownershipShare} * (${practiceProfit} - ${input('ownersPayRate')} * (${ownerCollections} + ${partnersCollections}) - ${capex} - ${debt.service})`,
  )
  const practiceTaxable = m.row(
    'practiceTaxable',
    {
      label: 'taxable practice income',
      unit: 'usd',
      meaning: 'Practice cash and the principal repaid, which does not deduct.',
    },
    f`${practiceCash} + ${ownershipShare} * ${debt.principal}`,
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
    discretionary,
    replacementPay,
    adjustedEbitda,
    capex,
    perks,
    debt,
    practiceCash,
    practiceTaxable,
  }
}

/** Practice loans: a level yearly payment over the years left. */
function declareDebt(ctx: Context, scope: string): Debt {
  const m = ctx.model.scope(scope).under('Practice debt')
  const loans = ctx.document.practice.debts.map(({ id, label }) => {
    const input = (field: string) => ctx.input(`practice/debts/${id}/${field}`)
    const payment = m.figure(
      `debt/${id}/payment`,
      { label: `${label}: level payment`, unit: 'usd', meaning: 'Paid each year over the years left.' },
      f`payment(${input('rate')}, ${input('years')}, ${input('balance')})`,
    )
    const start = m.declare(
      `debt/${id}/start`,
      { label: `${label}: balance at the start`, unit: 'usd', meaning: 'Owed on the first day of the year.' },
      'row',
    )
    const service = m.row(
      `debt/${id}/service`,
      { label: `${label}: payment`, unit: 'usd', meaning: 'Interest and principal paid in the year.' },
      f`if(n <= ${input('years')}, ${payment}, 0)`,
    )
    const principal = m.row(
      `debt/${id}/principal`,
      { label: `${label}: principal`, unit: 'usd', meaning: 'The part of the payment that repays the loan.' },
      f`if(n <= ${input('years')}, ${payment} - ${start} * ${input('rate')}, 0)`,
    )
    m.define(start, input('balance'), f`prev(${start}) - prev(${principal})`)
    return { start, service, principal }
  })
  const sum = (id: string, label: string, meaning: string, lines: Line[]) =>
    m.row(id, { label, unit: 'usd', meaning }, f`total(${lines})`)
  const start = sum(
    'debtStart',
    'practice debt at the start',
    'Owed on the first day of the year.',
    loans.map((l) => l.start),
  )
  const service = sum(
    'debtService',
    'debt service',
    'Interest and principal of all practice loans.',
    loans.map((l) => l.service),
  )
  const principal = sum(
    'debtPrincipal',
    'debt principal',
    'Repaid in the year on all practice loans.',
    loans.map((l) => l.principal),
  )
  const end = m.row(
    'debtEnd',
    { label: 'practice debt at the end', unit: 'usd', meaning: 'Owed on the last day of the year.' },
    f`${start} - ${principal}`,
  )
  return {
    start,
    service,
    principal,
    end,
    balanceAt(t) {
      const year = f`clamp(floor(${t}) + 1, 1, ${ctx.years})`
      return f`at(${start}, ${year}) - (at(${start}, ${year}) - at(${end}, ${year})) * clamp(${t} + 1 - ${year}, 0, 1)`
    },
  }
}

/** The three ways in which a private price is found, for each year as if sold at its end; the owner's share of it. */
export function privatePrice(
  ctx: Context,
  path: string,
  method: 'collections' | 'discretionary' | 'ebitda' | 'amount' | 'none',
  lines: { collections: Operand; discretionary: Operand; adjustedEbitda: Operand },
): Expression {
  const share = ctx.input('practice/ownershipShare')
  switch (method) {
    case 'collections':
      return f`${share} * ${ctx.input(`${path}/shareOfCollections`)} * ${lines.collections}`
    case 'discretionary':
      return f`${share} * ${ctx.input(`${path}/multiple`)} * max(0, ${lines.discretionary})`
    case 'ebitda':
      return f`${share} * ${ctx.input(`${path}/multiple`)} * max(0, ${lines.adjustedEbitda})`
    case 'amount':
      return f`${share} * ${ctx.input(`${path}/amount`)}`
    case 'none':
      return f`0`
  }
}

/** From the books to adjusted EBITDA, year 1 (section 3). The line counts; the bridge is a check on it. */
export function declareBridge(ctx: Context, practice: Practice): void {
  const { books } = ctx.document.practice
  if (books.reportedEbitda === null) return
  const m = ctx.model.scope('practice').under('EBITDA bridge')
  const input = (field: string) => ctx.input(`practice/${field}`)
  const oneOffs = m.figure(
    'bridgeOneOffs',
    { label: 'one-off add-backs', unit: 'usd', meaning: 'Costs of the year that will not come again.' },
    f`total(${books.oneOffs.map(({ id }) => input(`books/oneOffs/${id}/amount`))})`,
  )
  const bridge = m.figure(
    'bridgeEbitda',
    {
      label: 'adjusted EBITDA from the books',
      unit: 'usd',
      meaning: 'Reported EBITDA, owners’ pay and add-backs, less market pay.',
    },
    f`${input('books/reportedEbitda')} + ${input('books/ownersPay')} + at(${practice.addBacks}, 1) + ${oneOffs} - at(${practice.replacementPay}, 1) + ${input('rentToMarket')} + ${input('staffToMarket')}`,
  )
  m.figure(
    'bridgeGap',
    {
      label: 'gap to the projected EBITDA',
      unit: 'usd',
      meaning: 'What the books and the cost lines do not agree on.',
    },
    f`${bridge} - at(${practice.adjustedEbitda}, 1)`,
  )
}
