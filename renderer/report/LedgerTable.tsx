import { isFold, type LedgerGroup, type LedgerRow } from '../../shared/present/report/ledger'
import { rangeText, valueOf } from './values'

/** A table of so few rows stays on one page. */
const SHORT = 12

/** Inputs with value, who says so, and what is usual. */
export function LedgerTable({ group: { rows, zeros } }: { readonly group: LedgerGroup }) {
  return (
    <table className={rows.length <= SHORT ? 'ledger block' : 'ledger'}>
      <thead>
        <tr>
          <th scope="col">Input</th>
          <th scope="col">Value</th>
          <th scope="col">Origin</th>
          <th scope="col">Usual range [source]</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.path}>
            <th scope="row">{row.label}</th>
            <td>{valueOf(row)}</td>
            <td className={row.origin === 'assumed' ? 'assumed' : undefined}>{row.origin}</td>
            <td>{isFold(row) ? null : usual(row)}</td>
          </tr>
        ))}
        {zeros.length > 0 && (
          <tr>
            <th scope="row">Not stated</th>
            <td colSpan={3}>
              Counted as 0, assumed: {zeros.map((label) => label[0]!.toLowerCase() + label.slice(1)).join('; ')}.
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

function usual(row: LedgerRow): string {
  if (!row.range) return ''
  const { sources, outside } = row.range
  return `${outside ? 'outside ' : ''}${rangeText(row)}${sources.length > 0 ? ` [${sources.join(', ')}]` : ''}`
}
