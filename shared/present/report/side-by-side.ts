import { breaksTerm, earliestRetirementAges, type EarliestAges } from '../../analysis/retirement'
import { VIEWS, type Outcome, type View } from '../../model'
import { AVERAGES, areAveragesAlike } from '../averages'
import { isOfPrice, type KeyFigure } from '../key-figures'
import { figureId, type Dollars } from '../money'
import { TAX_PARTS } from '../waterfall'

/** One line of the comparison: a figure of each path, in one view or in all alike. */
export interface SideRow {
  readonly label: string
  /** The view, where the figure differs by view. */
  readonly view: View | undefined
  readonly unit: KeyFigure['unit'] | 'year'
  readonly cells: readonly SideCell[]
}

export interface SideCell {
  readonly path: string
  /** Undefined where the path has no such figure; NaN where its value is "none". */
  readonly value: number | undefined
  /** The figure's id within its path; undefined where it has none, or where it is no line of the model. */
  readonly figure: string | undefined
  /** This path less keeping; undefined for keeping itself and where a difference is meaningless. */
  readonly difference: number | undefined
}

export interface SideGroup {
  readonly title: string
  /** The dollars in which the group is stated. */
  readonly note: string
  readonly rows: readonly SideRow[]
}

interface Figure {
  readonly id: string
  readonly label: string
  readonly unit: SideRow['unit']
  readonly differs?: true
}

/** Smaller amounts print as 0. */
const HALF_A_DOLLAR = 0.5

const usd = (id: string, label: string): Figure => ({ id, label, unit: 'usd' })

/** What ties the two averages: each times its years, and what comes in years without work. */
const AVERAGED: readonly Figure[] = [
  { id: 'yearsToRetirement', label: 'Years to retirement', unit: 'years' },
  { id: 'yearsWorked', label: 'Years worked', unit: 'years' },
  usd('takeHomeWithoutWork', 'Take-home in years without work, total'),
]

/** The groups: figures common to all views, figures that differ by view, and totals over the plan. */
export function sideBySide(outcome: Outcome, dollars: Dollars, paths: readonly string[]): SideGroup[] {
  const money = dollars === 'today' ? 'in today’s dollars' : 'in future dollars'
  const value = (path: string, view: View, id: string) => {
    const figure = figureId(outcome, path, view, id, dollars)
    const found = isOfPrice(outcome, path, id) ? outcome.figure(path, view, figure) : undefined
    return { figure: found === undefined ? undefined : figure, value: found }
  }
  const row = ({ id, label, unit, differs }: Figure, view: View, shown: View | undefined): SideRow[] => {
    const kept = value('keep', view, id).value
    const cells = paths.map((path) => {
      const mine = value(path, view, id)
      const difference =
        differs && path !== 'keep' && mine.value !== undefined && kept !== undefined ? mine.value - kept : undefined
      return { path, ...mine, difference }
    })
    return cells.some(({ value: mine }) => mine !== undefined) ? [{ label, view: shown, unit, cells }] : []
  }
  const alike = (figures: readonly Figure[]) => figures.flatMap((figure) => row(figure, 'expected', undefined))
  const expected = (figures: readonly Figure[]) => figures.flatMap((figure) => row(figure, 'expected', 'expected'))
  const threefold = (figures: readonly Figure[]) =>
    figures.flatMap((figure) => VIEWS.flatMap((view) => row(figure, view, view)))

  const same = areAveragesAlike(outcome, 'expected', paths)
  const averages: readonly Figure[] = [
    ...AVERAGES.slice(0, same ? 1 : 2).map(({ id, label }) => usd(id, label)),
    ...(same ? [] : AVERAGED),
  ]

  const earliest = earliestRetirementAges(outcome)
  const retiring = VIEWS.map((view): SideRow => ({
    label: 'Earliest retirement age',
    view,
    unit: 'age',
    cells: paths.map((path) => ({
      path,
      value: earliest.get(path)?.[view] ?? NaN,
      figure: undefined,
      difference: undefined,
    })),
  }))

  const wealth = (): SideRow[] => [
    ...threefold([
      { ...usd('wealthAtRetirement', 'Wealth at retirement'), differs: true },
      { ...usd('wealthAtHorizon', 'Wealth at the end of the plan'), differs: true },
      { id: 'fundedToAge', label: 'Spending funded to age', unit: 'age' },
    ]),
    ...retiring,
    ...expected([
      {
        id: 'nestEggAge',
        label: `Accounts reach ${outcome.document.owner.nestEggMultiple} × spending at age`,
        unit: 'age',
      },
    ]),
    ...expected([{ id: 'crossoverYear', label: 'Year the eventual leader pulls ahead', unit: 'year' }]),
  ]

  if (outcome.document.practice.role === 'associate')
    return [
      ...ofAnAssociate({ alike, expected, averages }),
      {
        title: 'Entire path',
        note: `${money}; present value at the start of the plan`,
        rows: entirePath(threefold),
      },
      { title: 'Wealth', note: money, rows: wealth() },
    ].filter(({ rows }) => rows.length > 0)

  return [
    {
      title: 'At closing',
      note: 'the same in all views',
      rows: alike([
        usd('consideration', 'Purchase price'),
        usd('cash', 'Cash portion'),
        { id: 'cashShareOfHeadline', label: 'Cash portion, share of price', unit: 'rate' },
        usd('cashAtClose', 'Cash at close'),
        usd('closingTax', 'Tax on closing proceeds'),
        usd('inPocketAtClose', 'In pocket at close'),
      ]),
    },
    {
      title: 'Each year',
      note: 'in future dollars',
      rows: expected([
        usd('takeHomeFirstYear', 'Take-home, first full year'),
        ...averages,
        usd('incomeGivenUp', 'Income forgone'),
        usd('pocketReturn', 'Investment return on cash in pocket'),
        { id: 'yearsToRecoup', label: 'Years of forgone income covered by cash at closing', unit: 'years' },
        usd('priceOfTheJob', 'Price funded by your pay cut'),
        { id: 'totalHours', label: 'Hours worked until retirement', unit: 'hours' },
        usd('moneyPerHour', 'Cash flow per hour worked'),
      ]),
    },
    {
      title: 'Total purchase price',
      note: 'before tax, future dollars',
      rows: threefold([
        usd('priceTotal', 'Total purchase price'),
        { id: 'effectiveMultiple', label: 'Effective multiple', unit: 'factor' },
      ]),
    },
    {
      title: 'Where the price goes',
      note: 'sale proceeds over all years and the tax on them, in future dollars',
      rows: [
        ...expected([usd('saleBeforeTax', 'Sale proceeds after debt and costs')]),
        ...expected(Object.entries(TAX_PARTS).map(([id, label]) => usd(`saleTax/${id}`, label))).filter(({ cells }) =>
          cells.some(({ value: tax }) => tax !== undefined && Math.abs(tax) >= HALF_A_DOLLAR),
        ),
        ...expected([usd('saleAfterTax', 'Net after all tax')]),
      ],
    },
    {
      title: 'Entire path',
      note: `${money}; present value at the start of the plan`,
      rows: entirePath(threefold),
    },
    {
      title: 'Wealth',
      note: money,
      rows: wealth(),
    },
  ]
}

type Rows = (figures: readonly Figure[]) => SideRow[]

const entirePath = (threefold: Rows): SideRow[] =>
  threefold([
    { ...usd('pathTotal', 'Total after-tax cash flow'), differs: true },
    { ...usd('pathTotalPresentValue', 'Present value of that cash flow'), differs: true },
  ])

/** An associate's groups: pay at the start, each year and on other dates; there is no price. */
const ofAnAssociate = ({
  alike,
  expected,
  averages,
}: {
  readonly alike: Rows
  readonly expected: Rows
  readonly averages: readonly Figure[]
}): SideGroup[] => [
  {
    title: 'At the start of the job',
    note: 'the same in all views',
    rows: alike([
      usd('cashAtClose', 'Sign-on bonus, less equity you buy'),
      usd('closingTax', 'Tax on the sign-on bonus'),
      usd('inPocketAtClose', 'In pocket at the start'),
    ]),
  },
  {
    title: 'Each year',
    note: 'in future dollars',
    rows: expected([
      usd('takeHomeFirstYear', 'Take-home, first full year'),
      ...averages,
      usd('incomeGivenUp', 'Income forgone'),
      { id: 'yearsToRecoup', label: 'Years of forgone income covered by cash at the start', unit: 'years' },
      { id: 'totalHours', label: 'Hours worked until retirement', unit: 'hours' },
      usd('moneyPerHour', 'Cash flow per hour worked'),
    ]),
  },
  {
    title: 'Bonuses, loans and equity',
    note: 'all years, less what you pay for equity, in future dollars',
    rows: expected([
      usd('saleBeforeTax', 'Received, before tax'),
      usd('saleTax/all', 'Tax on it'),
      usd('saleAfterTax', 'Net after tax'),
    ]),
  },
]

/** The first screen's test: does noncontingent money alone fund the plan? */
export interface WorstCase {
  readonly path: string
  readonly name: string
  readonly fundedToAge: number
  readonly funded: boolean
  /** The earliest whole ages at which the owner can retire on this path; undefined if none. */
  readonly earliest: EarliestAges
  /** In years, the term of work that an offer requires, and the views in which the earliest age falls inside it. */
  readonly term: number
  readonly breaksTerm: readonly View[]
}

export function worstCase(outcome: Outcome): WorstCase[] {
  const earliest = earliestRetirementAges(outcome)
  return outcome.paths.map(({ id, name }) => {
    const fundedToAge = outcome.figure(id, 'guaranteed', 'fundedToAge')!
    const ages = earliest.get(id)!
    return {
      path: id,
      name,
      fundedToAge,
      funded: fundedToAge >= outcome.lastAge,
      earliest: ages,
      term: outcome.document.offers.find((offer) => offer.id === id)?.job.termYears ?? 0,
      breaksTerm: VIEWS.filter((view) => ages[view] !== undefined && breaksTerm(outcome.document, id, ages[view])),
    }
  })
}
