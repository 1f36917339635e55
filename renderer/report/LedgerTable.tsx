import { isFold, type LedgerGroup } from '../../shared/present/report/ledger'
import { countedAsZero, usualOf, valueOf } from './values'

/** A table with at most this many rows stays on one page. */
const SHORT = 12

/** Inputs with their value, origin and typical range. */
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
