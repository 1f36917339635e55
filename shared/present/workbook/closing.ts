import { closingStatements, type StatementLine } from '../report/closing'
import { CLOSING, type Layout } from './layout'
import { letters, row, text, type RowPlan, type SheetPlan } from './sheet'

/** The addresses of the two totals of a path's closing. */
export interface ClosingTotals {
  readonly path: string
  readonly sources: string
  readonly uses: string
}

/** The closing statement of each sale, to the cent, and the addresses of its totals for the checks. */
export function closing(layout: Layout): { readonly sheet: SheetPlan; readonly totals: readonly ClosingTotals[] } {
  const { outcome } = layout
  const rows: RowPlan[] = [
    row('title', 'Closing statements'),
    row(
      'note',
      outcome.document.practice.role === 'owner'
        ? 'As paid on the day of closing. Sources equal uses.'
        : 'An associate sells nothing, so there is no closing statement.',
    ),
    row('head', '', 'Amount ($)'),
  ]
  const totals: ClosingTotals[] = []
  const B = letters(2)
  const line = (offer: string, { label, amount, kind, figure, part }: StatementLine): RowPlan => {
    const found = outcome.line(offer, 'expected', figure)
    const sign = kind === 'less' ? -1 : 1
    const address = found && layout.address(found, CLOSING)
    return {
      ...(kind === 'total' && { look: 'total' as const }),
      depth: 1,
      cells: [
        text(kind === 'less' ? `Less: ${label}` : label),
        {
          value: sign * amount,
          ...(address !== undefined && { formula: `${sign < 0 ? '-' : ''}${partOf(part, address)}` }),
          format: 'cents',
        },
      ],
    }
  }
  for (const { path, statement } of closingStatements(outcome)) {
    rows.push(row('heading', path.name))
    rows.push(...statement.lines.map((one) => line(path.id, one)))
    const side = (title: string, of: readonly StatementLine[], total: number): string => {
      rows.push(row('heading', `${path.name}: ${title}`))
      const first = rows.length + 1
      rows.push(...of.map((one) => line(path.id, one)))
      rows.push({
        look: 'total',
        depth: 1,
        cells: [
          text(`Total ${title}`),
          { value: total, formula: `SUM(${B}${first}:${B}${rows.length})`, format: 'cents' },
        ],
      })
      return `$${B}$${rows.length}`
    }
    totals.push({
      path: path.name,
      sources: side('sources', statement.sources, statement.sourcesTotal),
      uses: side('uses', statement.uses, statement.usesTotal),
    })
    rows.push(row(undefined, ''))
  }
  return { sheet: { name: CLOSING, widths: [62, 20], frozen: { rows: 3, columns: 1 }, rows }, totals }
}

function partOf(part: StatementLine['part'], address: string): string {
  switch (part) {
    case 'all':
      return address
    case 'size':
      return `ABS(${address})`
    case 'above 0':
      return `MAX(0,${address})`
    case 'below 0':
      return `MAX(0,-${address})`
  }
}
