import { VIEWS, type Outcome, type View } from '../../model'
import { inDollars, type Dollars } from '../money'

/** A column of the year table: one line of the model, or the sum of several of one kind. */
export interface YearColumn {
  readonly label: string
  readonly section: 'Income' | 'Sale and deal' | 'Bonuses and equity' | 'Household' | 'At year-end'
  readonly values: readonly number[]
}

export interface YearTable {
  readonly years: readonly number[]
  readonly ages: readonly number[]
  readonly columns: readonly YearColumn[]
}

interface Column {
  readonly label: string
  readonly section: YearColumn['section']
  readonly ids: readonly string[]
  /** Shown even if it is 0 in every year. */
  readonly always?: true
  /** Deductions are shown with a minus sign. */
  readonly less?: true
}

const COLUMNS: readonly Column[] = [
  { section: 'Income', label: 'Practice, perks', ids: ['practiceCashReceived', 'perksReceived'] },
  {
    section: 'Income',
    label: 'Job, other pay',
    ids: ['presentPay', 'jobPay', 'gapPay', 'consultingFee', 'familyPayReceived'],
  },
  { section: 'Income', label: 'Distri\u00ADbutions', ids: ['jvDistribution'] },
  { section: 'Income', label: 'Net rent', ids: ['netRent'] },
  { section: 'Income', label: 'Other assets', ids: ['assetIncome'] },
  { section: 'Income', label: 'Tax', ids: ['incomeTax'], less: true },
  { section: 'Income', label: 'Take-home', ids: ['takeHome'], always: true },
  { section: 'Income', label: 'Plan contri\u00ADbutions', ids: ['contributions'] },
  { section: 'Sale and deal', label: 'Received', ids: [], always: true },
  { section: 'Sale and deal', label: 'Tax', ids: ['datedTax'], less: true, always: true },
  { section: 'Household', label: 'Spending', ids: ['spending'], less: true, always: true },
  { section: 'Household', label: 'Saved or withdrawn', ids: ['yearly'], always: true },
  { section: 'Household', label: 'Shortfall', ids: ['shortfall'] },
  { section: 'At year-end', label: 'Savings', ids: ['taxable'], always: true },
  { section: 'At year-end', label: 'Tax-deferred', ids: ['taxDeferred'] },
  { section: 'At year-end', label: 'Tax-free', ids: ['taxFree'] },
  { section: 'At year-end', label: 'All accounts', ids: ['accounts'], always: true },
  { section: 'At year-end', label: 'Unrealized value', ids: ['paper'], always: true },
  { section: 'At year-end', label: 'Wealth', ids: ['wealth'], always: true },
]

/** Lines of the section "Dated cash flows" that are not payments. */
const NO_PAYMENT = /\/(datedTax|saleGain|dealPresent|dealOutstanding)$/

/** After the last year with activity, only every fifth year is shown. */
const STRIDE = 5

/**
 * Indices of the years shown: all through the year after the last work or payment, then years divisible by five and the
 * last year of the plan. The same for all paths. A capital loss carried forward at 3,000 a year may still lower the tax
 * in years that are not shown.
 */
export function tellingYears(outcome: Outcome): number[] {
  const calendar = outcome.shared('plan/calendarYear')
  const lively = outcome.paths.flatMap(({ id }) =>
    VIEWS.flatMap((view) => [...payments(outcome, id, view), outcome.row(id, view, 'takeHome') ?? []]),
  )
  const last = Math.max(...lively.map((values) => values.findLastIndex((value) => Math.abs(value) >= 0.5)))
  return calendar.flatMap((year, n) => (n <= last + 1 || year % STRIDE === 0 || n === calendar.length - 1 ? [n] : []))
}

/** Rows of dated payments, including repayments. */
const payments = (outcome: Outcome, path: string, view: View): number[][] =>
  outcome
    .lines(path, view)
    .filter(({ section, shape, id }) => section === 'Dated cash flows' && shape === 'row' && !NO_PAYMENT.test(id))
    .map((line) => outcome.values(line))

/** The main lines of a path by year. Columns that are 0 throughout are omitted. */
export function yearTableOf(outcome: Outcome, path: string, view: View, dollars: Dollars): YearTable {
  const nothing = Array.from({ length: outcome.years }, () => 0)
  const sum = (rows: readonly (readonly number[])[]) =>
    rows.reduce<number[]>((total, row) => total.map((value, i) => value + row[i]!), nothing)
  const paid = payments(outcome, path, view)
  const owns = outcome.document.practice.role === 'owner'
  const columns = COLUMNS.flatMap(({ label, section: owners, ids, always: stays, less }) => {
    // An associate sells nothing, so the sale and unrealized value are not always shown.
    const always = stays && (owns || (owners !== 'Sale and deal' && label !== 'Unrealized value'))
    const section = owns || owners !== 'Sale and deal' ? owners : 'Bonuses and equity'
    const rows = ids.length === 0 ? paid : ids.map((id) => outcome.row(path, view, id) ?? nothing)
    const values = inDollars(outcome, sum(rows), dollars)
    if (!always && values.every((value) => Math.abs(value) < 0.5)) return []
    return [{ label, section, values: less ? values.map((value) => -value) : values }]
  })
  return { years: outcome.shared('plan/calendarYear'), ages: outcome.shared('plan/age'), columns }
}
