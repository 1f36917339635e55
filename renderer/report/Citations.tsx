import { isFold, type Ledger } from '../../shared/present/report/ledger'
import { Heading } from './headings'
import { valueOf } from './values'

/** Where in the letters the values were found, offer by offer. Empty if no value was read from a document. */
export function Citations({ ledger }: { readonly ledger: Ledger }) {
  const offers = ledger.groups
    .filter(({ offer }) => offer)
    .map(({ title, offer, rows }) => ({
      title,
      offer,
      rows: rows.flatMap((row) => (isFold(row) || row.citation === undefined ? [] : [{ row, citation: row.citation }])),
    }))
    .filter(({ rows }) => rows.length > 0)
  return offers.map(({ title, offer, rows }) => (
    <div key={offer}>
      <Heading level={4}>What the documents say: {title}</Heading>
      <table className="ledger citations">
        <thead>
          <tr>
            <th scope="col">Term</th>
            <th scope="col">Value</th>
            <th scope="col">Document, page and words</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, citation }) => (
            <tr key={row.path}>
              <th scope="row">{row.label}</th>
              <td>{valueOf(row)}</td>
              <td>{citation}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  ))
}
