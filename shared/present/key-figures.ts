import type { Outcome, View } from '../model'
import { AVERAGES, areAveragesAlike } from './averages'
import { figureId, type Dollars } from './money'
import { aboutEqual } from './sentence'

export interface KeyFigure {
  readonly id: string
  readonly label: string
  /** What it is per or of, in a few words. */
  readonly note: string
  readonly unit: 'usd' | 'rate' | 'factor' | 'years' | 'age' | 'hours'
  readonly cells: readonly KeyCell[]
}

export interface KeyCell {
  readonly path: string
  /** The figure's own id; undefined where the path has no such figure. */
  readonly figure: string | undefined
  /** NaN where its value is "none". */
  readonly value: number
  /** The mark of the row's best and worst values; ties share it. */
  readonly rank: { readonly sign: '▲' | '▼'; readonly word: string } | undefined
}

interface Row {
  readonly id: string
  readonly label: string
  readonly note: string
  readonly unit: KeyFigure['unit']
  /** Which end is the better one, and the words for both ends. */
  readonly better?: 'more' | 'less'
  readonly words?: readonly [best: string, worst: string]
}

// Cash at closing first, then annual income, totals, and what they pay for.
const ROWS: readonly Row[] = [
  {
    id: 'inPocketAtClose',
    label: 'In pocket at close',
    note: 'after debt, costs and tax',
    unit: 'usd',
    better: 'more',
  },
  {
    id: 'takeHomeFirstYear',
    label: 'Take-home, first full year',
    note: 'with plan contributions, net of later tax',
    unit: 'usd',
    better: 'more',
  },
  { ...AVERAGES[0], note: 'a year', unit: 'usd', better: 'more' },
  { ...AVERAGES[1], note: 'a year', unit: 'usd', better: 'more' },
  { id: 'priceTotal', label: 'Total purchase price', note: 'before tax', unit: 'usd', better: 'more' },
  {
    id: 'cashShareOfHeadline',
    label: 'Cash portion of the price',
    note: 'paid at closing',
    unit: 'rate',
    better: 'more',
  },
  {
    id: 'effectiveMultiple',
    label: 'Effective multiple',
    note: 'of EBITDA sold, at present value',
    unit: 'factor',
    better: 'more',
  },
  {
    id: 'priceOfTheJob',
    label: 'Price funded by your pay cut',
    note: 'part of the price',
    unit: 'usd',
    better: 'less',
  },
  {
    id: 'yearsToRecoup',
    label: 'Years of forgone income covered',
    note: 'by cash at closing',
    unit: 'years',
    better: 'more',
  },
  { id: 'wealthAtRetirement', label: 'Wealth at retirement', note: 'end of that year', unit: 'usd', better: 'more' },
  {
    id: 'wealthAtHorizon',
    label: 'Wealth at the end of the plan',
    note: 'end of the last year',
    unit: 'usd',
    better: 'more',
  },
  {
    id: 'pathTotalPresentValue',
    label: 'Total after-tax cash flow',
    note: 'present value',
    unit: 'usd',
    better: 'more',
  },
  {
    id: 'fundedToAge',
    label: 'Spending funded to',
    note: 'age',
    unit: 'age',
    better: 'more',
  },
  {
    id: 'totalHours',
    label: 'Hours worked until retirement',
    note: 'total',
    unit: 'hours',
    better: 'less',
    words: ['fewest', 'most'],
  },
  { id: 'moneyPerHour', label: 'Cash flow per hour worked', note: 'after tax', unit: 'usd', better: 'more' },
]

/** Labels for an associate, who has no closing. */
const ASSOCIATES: Readonly<Partial<Record<string, Pick<Row, 'label' | 'note'>>>> = {
  inPocketAtClose: { label: 'In pocket at the start', note: 'after equity bought and tax' },
  yearsToRecoup: { label: 'Years of forgone income covered', note: 'by cash at the start' },
}

/** Smaller differences count as ties: half a table's last digit. */
export const STEP: Record<KeyFigure['unit'], number> = {
  usd: 0.5,
  rate: 0.0005,
  factor: 0.005,
  years: 0.05,
  age: 0.5,
  hours: 0.5,
}

/** The figures of the comparison, one row per figure, with best and worst marked. Empty rows are omitted. */
export function keyFigures(outcome: Outcome, view: View, dollars: Dollars, paths: readonly string[]): KeyFigure[] {
  const isAssociate = outcome.document.practice.role === 'associate'
  const alike = areAveragesAlike(outcome, view, paths)
  return ROWS.filter(({ id }) => !(alike && id === AVERAGES[1].id)).flatMap(
    ({ id, label: owners, note: ofOwners, unit, better, words }) => {
      const { label, note } = (isAssociate && ASSOCIATES[id]) || { label: owners, note: ofOwners }
      const cells = paths.map((path) => {
        const figure = figureId(outcome, path, view, id, dollars)
        const value = isOfPrice(outcome, path, id) ? outcome.figure(path, view, figure) : undefined
        return { path, figure: value === undefined ? undefined : figure, value: value ?? NaN }
      })
      if (cells.every(({ value }) => Number.isNaN(value))) return []
      const rank = ranks(
        cells.map(({ value }) => value),
        better,
        words ?? ['highest', 'lowest'],
        (one, other) => Math.abs(one - other) < STEP[unit] || (unit === 'usd' && aboutEqual(one, other)),
      )
      return [{ id, label, note, unit, cells: cells.map((cell, i) => ({ ...cell, rank: rank[i] })) }]
    },
  )
}

/** Figures of a price, which management services alone do not have. */
const OF_PRICE: ReadonlySet<string> = new Set([
  'consideration',
  'cash',
  'cashShareOfHeadline',
  'priceTotal',
  'priceTotalPresentValue',
])

/** Whether a path has a figure as far as it is one of a price: nothing is sold under an agreement on services alone. */
export const isOfPrice = ({ document }: Outcome, path: string, id: string): boolean =>
  !OF_PRICE.has(id) || document.offers.find((offer) => offer.id === path)?.structure !== 'services'

/**
 * The sign points to the better (▲) and the worse (▼) end. For hours and pay cuts lower is better, so the word
 * explains the sign.
 */
function ranks(
  values: readonly number[],
  better: 'more' | 'less' | undefined,
  [best, worst]: readonly [string, string],
  equal: (one: number, other: number) => boolean,
): KeyCell['rank'][] {
  const known = values.filter((value) => !Number.isNaN(value))
  const top = Math.max(...known)
  const bottom = Math.min(...known)
  if (!better || known.length < 2 || equal(top, bottom)) return values.map(() => undefined)
  const words = better === 'less' && best === 'highest' ? (['lowest', 'highest'] as const) : ([best, worst] as const)
  const [good, bad] = better === 'more' ? [top, bottom] : [bottom, top]
  // A value shared by most paths is not marked.
  const few = (end: number) => known.filter((value) => equal(value, end)).length <= known.length / 2
  return values.map((value) => {
    if (few(good) && equal(value, good)) return { sign: '▲' as const, word: words[0] }
    if (few(bad) && known.length > 2 && equal(value, bad)) return { sign: '▼' as const, word: words[1] }
    return undefined
  })
}
