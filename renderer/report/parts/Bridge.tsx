import { describe } from '../../../shared/case/describe'
import { none, usd } from '../../format'
import type { Part } from '../context'
import { Heading } from '../headings'
import { Kept } from './Kept'

/** How EBITDA of the first year is derived, each adjustment with its evidence, and whether it agrees with the books. */
export function Bridge({ outcome }: Part) {
  const { practice, assumptions } = outcome.document
  // An associate has no EBITDA to sell.
  if (practice.role === 'associate') return null
  const { books } = practice
  const adjustments = [
    ...practice.addBacks.map((one) => ({ ...one, path: `practice/addBacks/${one.id}/evidence` })),
    ...books.oneOffs.map((one) => ({ ...one, path: `practice/books/oneOffs/${one.id}/evidence` })),
  ]
  const bridged = outcome.structure.graph.has('practice/bridgeEbitda')
  const shared = (id: string) => outcome.shared(`practice/${id}`)[0]
  return (
    <section className="chapter flows">
      <Heading level={2}>EBITDA bridge</Heading>
      <p className="small">
        Full year {assumptions.startYear}, in dollars of that year. A buyer’s quality-of-earnings report will test each
        adjustment.
      </p>
      <Kept outcome={outcome} />
      <Heading level={3}>Adjustments and their evidence</Heading>
      {adjustments.length === 0 ? (
        <p>No adjustment is entered.</p>
      ) : (
        <table className="block">
          <thead>
            <tr>
              <th scope="col">Adjustment</th>
              <th scope="col">Evidence</th>
              <th scope="col" className="number">
                A year
              </th>
            </tr>
          </thead>
          <tbody>
            {adjustments.map(({ id, label, evidence, amount, path }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td>{describe(path, outcome.document)?.choices?.[evidence] ?? evidence}</td>
                <td className="number">{usd(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {bridged && (
        <table className="block">
          <caption>From the books to adjusted EBITDA</caption>
          <tbody>
            {(
              [
                ['Reported EBITDA', books.reportedEbitda],
                ['+ Owners’ pay in the books', books.ownersPay],
                ['+ Add-backs', shared('addBacks')],
                ['+ One-off costs', shared('bridgeOneOffs')],
                ['− Market pay for the owners’ work', shared('replacementPay')],
                ['+ Rent above market', practice.rentToMarket],
                ['+ Staff pay above market', practice.staffToMarket],
              ] as const
            ).map(([label, amount]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="number">{usd(amount)}</td>
              </tr>
            ))}
            <tr className="total">
              <th scope="row">= Adjusted EBITDA from the books</th>
              <td className="number">{usd(shared('bridgeEbitda'))}</td>
            </tr>
            <tr>
              <th scope="row">Difference from the EBITDA of the plan, unreconciled</th>
              <td className="number">{usd(shared('bridgeGap')) || none}</td>
            </tr>
          </tbody>
        </table>
      )}
    </section>
  )
}
