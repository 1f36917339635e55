import { isOnTop } from '../../case/earn-outs'
import type { Offer } from '../../case/schema'
import type { Outcome } from '../../model'

/** A line of the closing statement: what it does to the line before. */
export interface StatementLine {
  readonly label: string
  readonly amount: number
  readonly kind: 'start' | 'less' | 'plus' | 'total'
}

export interface ClosingStatement {
  readonly lines: readonly StatementLine[]
  /** Equal by the method's law. */
  readonly sources: readonly StatementLine[]
  readonly uses: readonly StatementLine[]
  readonly sourcesTotal: number
  readonly usesTotal: number
}

/** The closing statement of an offer; undefined where nothing is sold. Amounts as paid on the day of closing. */
export function closingOf(outcome: Outcome, offer: Offer): ClosingStatement | undefined {
  if (offer.structure === 'services') return undefined
  const figure = (id: string) => outcome.figure(offer.id, 'expected', id)!
  const parts = offer.components
    .filter((part) => !isOnTop(part))
    .map((part) => ({ label: part.label, amount: figure(`${part.id}/amount`) }))
  const [workingCapital, receivables] = [figure('workingCapital'), figure('receivables')]
  const costs = [
    { label: 'Practice debt payoff', amount: figure('debtPaid') },
    { label: 'Broker, legal and accounting fees', amount: figure('sellingCosts') },
    { label: 'Equity you buy', amount: outcome.figure(offer.id, 'expected', 'equityBought') ?? 0 },
  ]
  const line = (kind: StatementLine['kind']) => (part: { label: string; amount: number }) => ({ ...part, kind })
  const some = ({ amount }: StatementLine) => amount !== 0
  const price = { label: 'Purchase price', amount: figure('consideration') }
  const debtDeducted = figure('debtDeducted')
  const lines = [
    ...(debtDeducted === 0
      ? [line('start')(price)]
      : [
          line('start')({ label: 'Price before remaining debt', amount: figure('priceBeforeDebt') }),
          line('less')({ label: 'Debt remaining with the practice', amount: debtDeducted }),
          line('total')(price),
        ]),
    ...parts.map(line('less')),
    line('total')({ label: 'Cash portion of the price', amount: figure('cash') }),
    ...[
      { label: 'Working capital adjustment to the peg', amount: workingCapital },
      { label: 'Accounts receivable you keep', amount: receivables },
    ]
      .map(({ label, amount }) => line(amount < 0 ? 'less' : 'plus')({ label, amount: Math.abs(amount) }))
      .filter(some),
    ...costs.map(line('less')).filter(some),
    line('total')({ label: 'Cash at close', amount: figure('cashAtClose') }),
    line('less')({ label: 'Tax on closing proceeds', amount: figure('closingTax') }),
    line('total')({ label: 'In pocket at close', amount: figure('inPocketAtClose') }),
  ]
  const sources = [
    price,
    { label: 'Working capital delivered above the peg', amount: Math.max(0, workingCapital) },
    { label: 'Accounts receivable you keep', amount: receivables },
  ]
    .map(line('plus'))
    .filter(some)
  const uses = [
    { label: 'Cash at close', amount: figure('cashAtClose') },
    ...parts,
    { label: 'Working capital shortfall to the peg', amount: Math.max(0, -workingCapital) },
    ...costs,
  ]
    .map(line('plus'))
    .filter(some)
  const sum = (all: readonly StatementLine[]) => all.reduce((total, { amount }) => total + amount, 0)
  return { lines, sources, uses, sourcesTotal: sum(sources), usesTotal: sum(uses) }
}
