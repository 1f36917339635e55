import { isFold, type LedgerGroup } from '../../shared/present/report/ledger'
import { countedAsZero, usualOf, valueOf } from './values'

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
          <th scope="col">Source</th>
          <th scope="col">Usual range [reference]</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.path}>
            <th scope="row">{row.label}</th>
            <td>{valueOf(row)}</td>
            <td className={row.origin === 'assumed' ? 'assumed' : undefined}>
              {(!isFold(row) && row.citation) || row.origin}
            </td>
            <td>{isFold(row) ? null : `${row.range?.outside ? 'outside ' : ''}${usualOf(row)}`}</td>
          </tr>
        ))}
        {zeros.length > 0 && (
          <tr>
            <th scope="row">Not stated</th>
            <td colSpan={3}>{countedAsZero(zeros)}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
