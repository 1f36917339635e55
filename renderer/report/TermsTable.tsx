import type { Origin } from '../../shared/case/schema'
import { isFold, type LedgerFold, type LedgerRow } from '../../shared/present/report/ledger'
import { termsBeside } from '../../shared/present/report/terms'
import type { Part } from './context'
import { inTables } from './in-tables'
import { PathName } from './PathName'
import { countedAsZero, usualOf, valueOf } from './values'

/** Abbreviated origin for a cell without room for the words; the key is above the table. */
const LETTERS: Readonly<Record<Origin, string>> = { 'letter of intent': 'L', entered: 'E', assumed: 'A' }

/** The most offers side by side in one table; more go into another one. */
const BESIDE = 4

/** The terms of the offers as entered, side by side, each with its origin and typical range. */
export function TermsTables({ outcome, ledger }: Part) {
  const { document } = outcome
  const offers = ledger.groups.filter(({ offer }) => offer)
  const tables = offers.length > 0 ? inTables(offers, BESIDE) : []
  return (
    <>
      <p className="small">Source: L = letter of intent, E = entered by owner, A = assumed (unconfirmed).</p>
      {tables.map((groups) => (
        <table key={groups[0]!.offer} className="terms">
          <thead>
            <tr>
              <th scope="col">Term</th>
              {groups.map(({ offer, title }) => (
                <th scope="col" key={offer}>
                  <PathName document={document} id={offer!} name={title} />
                </th>
              ))}
              <th scope="col">Usual range [reference]</th>
            </tr>
          </thead>
          <tbody>
            {termsBeside(groups, document).map(({ label, cells }, i) => (
              <tr key={`${label}${i}`}>
                <th scope="row">{label}</th>
                {cells.map((cell, column) => (
                  <td key={groups[column]!.offer}>{cell && <Term row={cell} />}</td>
                ))}
                <td>{usual(cells)}</td>
              </tr>
            ))}
            {groups
              .filter(({ zeros }) => zeros.length > 0)
              .map(({ offer, title, zeros }) => (
                <tr key={offer}>
                  <th scope="row">Not stated by {title}</th>
                  <td colSpan={groups.length + 1}>{countedAsZero(zeros)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      ))}
    </>
  )
}

function Term({ row }: { readonly row: LedgerRow | LedgerFold }) {
  return (
    <>
      {valueOf(row)}
      <abbr title={row.origin} className={row.origin === 'assumed' ? 'origin assumed' : 'origin'}>
        {'\u00A0'}
        {LETTERS[row.origin]}
      </abbr>
      {!isFold(row) && row.range?.outside && <span className="origin"> outside</span>}
    </>
  )
}

/** The typical range can differ among offers; where it is the same, it is stated once. */
function usual(cells: readonly (LedgerRow | LedgerFold | undefined)[]): string {
  const ranges = cells.flatMap((cell) => (cell && !isFold(cell) && cell.range ? [usualOf(cell)] : []))
  return [...new Set(ranges)].join('; ')
}
