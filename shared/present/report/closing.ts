import { isOnTop } from '../../case/earn-outs'
import type { Offer } from '../../case/schema'
import type { Outcome, Path } from '../../model'

/** A line of the closing statement, with its effect on the running total. */
export interface StatementLine {
  readonly label: string
  readonly amount: number
  readonly kind: 'start' | 'less' | 'plus' | 'total'
  /** The figure behind it, by its id within the offer, and the part of it that is shown. */
  readonly figure: string
  readonly part: 'all' | 'size' | 'above 0' | 'below 0'
}

export interface ClosingStatement {
  readonly lines: readonly StatementLine[]
  /** Sources and uses, always equal. */
  readonly sources: readonly StatementLine[]
  readonly uses: readonly StatementLine[]
  readonly sourcesTotal: number
  readonly usesTotal: number
}

/** Further payments by the owner at closing: the figure, and its name in the statement. */
export const CLOSING_COSTS = [
  { id: 'staffBonusCost', label: 'Bonus to your staff, with payroll tax' },
  { id: 'tailAtClosing', label: 'Malpractice tail coverage' },
  { id: 'equityBought', label: 'Equity you buy' },
] as const

export const sellingCostsName = ({ costs }: Offer): string =>
  costs.audit === 0 ? 'Broker, legal and accounting fees' : 'Broker, legal, accounting and audit fees'

/** The closing statements of all paths that sell at a closing, in the order of the paths. */
export function closingStatements(outcome: Outcome): { readonly path: Path; readonly statement: ClosingStatement }[] {
  return outcome.paths.flatMap((path) => {
    const offer = outcome.document.offers.find(({ id }) => id === path.id)
    const statement = offer
      ? closingOf(outcome, offer)
      : path.kind === 'sellPrivately'
        ? closingWithDentist(outcome, path)
        : undefined
    return statement ? [{ path, statement }] : []
  })
}

/** The closing with a dentist, whose bank pays the whole price; several tranches in one statement. */
function closingWithDentist(outcome: Outcome, path: Path): ClosingStatement {
  const { line } = linesOf(outcome, path.id)
  const costs = (kind: StatementLine['kind']) =>
    [line(kind, 'Practice debt payoff', 'debtPaid'), line(kind, 'Selling costs', 'sellingCosts')].filter(some)
  return {
    lines: [
      line('start', 'Purchase price', 'consideration'),
      ...costs('less'),
      line('total', 'Cash at close', 'cashAtClose'),
      line('less', 'Tax on closing proceeds', 'closingTax'),
      line('total', 'In pocket at close', 'inPocketAtClose'),
    ],
    ...balance(
      [line('plus', 'Purchase price', 'consideration')],
      [line('plus', 'Cash at close', 'cashAtClose'), ...costs('plus')],
    ),
  }
}

const some = ({ amount }: StatementLine): boolean => amount !== 0

function linesOf(outcome: Outcome, path: string) {
  const amountOf = (id: string) => outcome.figure(path, 'expected', id) ?? 0
  const line = (
    kind: StatementLine['kind'],
    label: string,
    figure: string,
    part: StatementLine['part'] = 'all',
  ): StatementLine => ({ label, kind, figure, part, amount: PARTS[part](amountOf(figure)) })
  return { amountOf, line }
}

function balance(sources: readonly StatementLine[], uses: readonly StatementLine[]) {
  const sum = (all: readonly StatementLine[]) => all.reduce((total, { amount }) => total + amount, 0)
  return { sources, uses, sourcesTotal: sum(sources), usesTotal: sum(uses) }
}

/** The closing statement of an offer; undefined where nothing is sold. Amounts as paid on the day of closing. */
export function closingOf(outcome: Outcome, offer: Offer): ClosingStatement | undefined {
  if (outcome.document.practice.role === 'associate' || offer.structure === 'services') return undefined
  const { amountOf, line } = linesOf(outcome, offer.id)
  const parts = (kind: StatementLine['kind']) =>
    offer.components.filter((part) => !isOnTop(part)).map(({ id, label }) => line(kind, label, `${id}/amount`))
  const costs = (kind: StatementLine['kind']) =>
    [
      line(kind, 'Practice debt payoff', 'debtPaid'),
      line(kind, sellingCostsName(offer), 'sellingCosts'),
      ...CLOSING_COSTS.map(({ id, label }) => line(kind, label, id)),
    ].filter(some)
  const adjustment = (label: string, figure: string) =>
    line(amountOf(figure) < 0 ? 'less' : 'plus', label, figure, 'size')
  const lines = [
    ...(amountOf('debtDeducted') === 0
      ? [line('start', 'Purchase price', 'consideration')]
      : [
          line('start', 'Price before remaining debt', 'priceBeforeDebt'),
          line('less', 'Debt remaining with the practice', 'debtDeducted'),
          line('total', 'Purchase price', 'consideration'),
        ]),
    ...parts('less'),
    line('total', 'Cash portion of the price', 'cash'),
    ...[
      adjustment('Working capital adjustment to the peg', 'workingCapital'),
      adjustment('Accounts receivable you keep', 'receivables'),
    ].filter(some),
    ...costs('less'),
    line('total', 'Cash at close', 'cashAtClose'),
    line('less', 'Tax on closing proceeds', 'closingTax'),
    line('total', 'In pocket at close', 'inPocketAtClose'),
  ]
  const sources = [
    line('plus', 'Purchase price', 'consideration'),
    line('plus', 'Working capital delivered above the peg', 'workingCapital', 'above 0'),
    line('plus', 'Accounts receivable you keep', 'receivables'),
  ].filter(some)
  const uses = [
    line('plus', 'Cash at close', 'cashAtClose'),
    ...parts('plus'),
    line('plus', 'Working capital shortfall to the peg', 'workingCapital', 'below 0'),
    ...costs('plus'),
  ].filter(some)
  return { lines, ...balance(sources, uses) }
}

const PARTS: Readonly<Record<StatementLine['part'], (amount: number) => number>> = {
  all: (amount) => amount,
  size: Math.abs,
  'above 0': (amount) => Math.max(0, amount),
  'below 0': (amount) => Math.max(0, -amount),
}
