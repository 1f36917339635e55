import { day } from '../../format'
import type { Part } from '../context'
import { Heading } from '../headings'

/** The decision journal, as written; only on request, since it is the owner's own. */
export function Journal({ document }: Part) {
  const { journal } = document.partner
  return (
    <section className="chapter flows">
      <Heading level={2}>Decision journal</Heading>
      {journal.length === 0 ? (
        <p>The journal has no entry yet.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Leaning</th>
              <th scope="col" className="number">
                Confidence of 10
              </th>
              <th scope="col">Reason</th>
            </tr>
          </thead>
          <tbody>
            {journal.map(({ id, on, leaning, confidence, reason }) => (
              <tr key={id}>
                <th scope="row">{day(on)}</th>
                <td>{leaning}</td>
                <td className="number">{confidence}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
