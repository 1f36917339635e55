import { termsOf } from '../../../../shared/present/report/ledger'
import { Heading } from '../../headings'
import { originShort, valueOf } from '../../values'
import type { OfferProps } from './props'

/** The terms as entered, each with who says so; what is usual stands in the ledger. */
export function Terms({ outcome, offer }: OfferProps) {
  const { rows } = termsOf(outcome, offer)
  return (
    <div className="block">
      <Heading level={4}>Terms as entered</Heading>
      <p className="small">L letter of intent, E entered by you, A assumed and not confirmed.</p>
      <table className="terms">
        <thead className="unseen">
          <tr>
            <th scope="col">Term</th>
            <th scope="col">Value</th>
            <th scope="col">Origin</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.path}>
              <th scope="row">{row.label}</th>
              <td>{valueOf(row)}</td>
              <td>{originShort(row.origin)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
