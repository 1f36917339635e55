import { VIEWS, type Outcome, type View } from '../../model'
import { inDollars, type Dollars } from '../money'

/** A column of the year table: one line of the model, or the sum of several of one kind. */
export interface YearColumn {
  readonly label: string
  readonly section: string
  readonly values: readonly number[]
}

export interface YearTable {
  readonly years: readonly number[]
  readonly ages: readonly number[]
  readonly columns: readonly YearColumn[]
}

/** What a column is made of. */
interface Column {
  readonly label: string
  readonly section: YearColumn['section']
  readonly ids: readonly string[]
  /** Shown even if it is 0 in every year. */
  readonly always?: true
  /** Deductions are shown with a minus sign. */
  readonly less?: true
  /** What stood at the end of the year before. */
  readonly opening?: true
}

/** Gross balances at year-end. */
const BALANCES = ['taxable', 'taxDeferred', 'taxFree']

const INCOME: readonly Column[] = [
  { section: 'Income', label: 'Practice and perks', ids: ['practiceCashReceived', 'perksReceived'] },
  {
    section: 'Income',
    label: 'Job and other pay',
    ids: ['presentPay', 'jobPay', 'gapPay', 'consultingFee', 'familyPayReceived'],
  },
  { section: 'Income', label: 'Distri\u00ADbutions', ids: ['jvDistribution'] },
  { section: 'Income', label: 'Net rent', ids: ['netRent'] },
  { section: 'Income', label: 'Other assets', ids: ['assetIncome'] },
]

const COLUMNS: readonly Column[] = [
  ...INCOME,
  { section: 'Income', label: 'Tax', ids: ['incomeTax'], less: true },
  { section: 'Income', label: 'Take-home', ids: ['takeHome'], always: true },
  { section: 'Income', label: 'Plan contri\u00ADbutions', ids: ['contributions'] },
  { section: 'Sale and deal', label: 'Received', ids: ['datedReceived'], always: true },
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

/**
 * The same year as a CPA foots it: what the accounts held, every cash flow of the year with its sign, what they earned, and
 * what they hold; less the tax still due on them, and with what is not yet sold or paid, that is wealth.
 */
const FOOTING: readonly Column[] = [
  { section: 'Opening', label: 'All accounts', ids: BALANCES, opening: true, always: true },
  ...INCOME.map((column) => ({ ...column, section: '+ Income' })),
  { section: '+ Income', label: 'Other income, net', ids: ['otherIncome'] },
  { section: '− Tax', label: 'On income', ids: ['incomeTax'], less: true, always: true },
  { section: '− Tax', label: 'On other income', ids: ['otherTax', 'withdrawalTax'], less: true },
  { section: '− Tax', label: 'On sale and deal', ids: ['datedTax'], less: true },
  { section: '± Other cash flow', label: 'Sale and deal', ids: ['datedReceived'], always: true },
  { section: '± Other cash flow', label: 'Own plan contri\u00ADbutions', ids: ['ownContributions'], less: true },
  { section: '± Other cash flow', label: 'Into plans, with employer’s', ids: ['contributions'] },
  { section: '± Other cash flow', label: 'Spending', ids: ['spending'], less: true, always: true },
  { section: '± Other cash flow', label: 'Unfunded spending', ids: ['shortfall'] },
  { section: '+ Return', label: 'Investment return', ids: ['investmentReturn'], always: true },
  { section: '= Closing', label: 'All accounts', ids: BALANCES, always: true },
  { section: 'To wealth', label: '− Tax still due', ids: ['taxStillDue'], less: true },
  { section: 'To wealth', label: '+ Unrealized value', ids: ['paper'], always: true },
  { section: 'To wealth', label: '= Wealth', ids: ['wealth'], always: true },
]

/** Lines of the section "Dated cash flows" that are not payments. */
const NO_PAYMENT = /\/(datedTax|saleGain|recognizedGain|dealPresent|dealOutstanding)$/

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

/** Balances that the owner enters, as of the first day of the plan. */
const ENTERED = ['savings', 'taxDeferredSavings', 'taxFreeSavings'] as const

/** The main lines of a path by year. Columns that are 0 throughout are omitted. */
export const yearTableOf = (outcome: Outcome, path: string, view: View, dollars: Dollars): YearTable =>
  tableOf(COLUMNS, outcome, path, view, dollars)

/** Each year from the opening balance of all accounts to wealth: each row foots from left to right. */
export const footingTableOf = (outcome: Outcome, path: string, view: View, dollars: Dollars): YearTable =>
  tableOf(FOOTING, outcome, path, view, dollars)

function tableOf(given: readonly Column[], outcome: Outcome, path: string, view: View, dollars: Dollars): YearTable {
  const nothing = Array.from({ length: outcome.years }, () => 0)
  const sum = (rows: readonly (readonly number[])[]) =>
    rows.reduce<number[]>((total, row) => total.map((value, i) => value + row[i]!), nothing)
  const owns = outcome.document.practice.role === 'owner'
  const { owner } = outcome.document
  const entered = ENTERED.reduce((total, key) => total + owner[key], 0)
  const rowOf = (id: string): readonly number[] =>
    id === 'otherIncome' ? outcome.shared('plan/otherIncome') : (outcome.row(path, view, id) ?? nothing)
  const columns = given.flatMap(({ label, section: owners, ids, always: stays, less, opening }) => {
    // An associate sells nothing, so the sale and unrealized value are not always shown.
    const always = stays && (owns || (owners !== 'Sale and deal' && !label.includes('nrealized value')))
    const section = owns || owners !== 'Sale and deal' ? owners : 'Bonuses and equity'
    const rows = ids.map(rowOf)
    const amounts = opening ? [entered, ...sum(rows).slice(0, -1)] : sum(rows)
    const values = inDollars(outcome, amounts, dollars)
    if (!always && values.every((value) => Math.abs(value) < 0.5)) return []
    return [
      {
        label: owns ? label : label.replace('Sale and deal', 'Bonuses and equity').replace('sale and deal', 'bonuses'),
        section,
        values: less ? values.map((value) => -value) : values,
      },
    ]
  })
  return { years: outcome.shared('plan/calendarYear'), ages: outcome.shared('plan/age'), columns }
}
