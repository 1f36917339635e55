import type { ClosingStatement } from '../../../../shared/present/report/closing'
import { usdCents } from '../../../format'
import { Heading } from '../../headings'

const SIGNS = { start: '', less: '−', plus: '+', total: '=' } as const

/** From the price to the amount in the owner's pocket at closing, to the cent; sources equal uses. */
export function Closing({ statement }: { readonly statement: ClosingStatement | undefined }) {
  if (!statement) return null
  const { lines, uses, sources, sourcesTotal, usesTotal } = statement
  return (
    <div className="block">
      <Heading level={4}>Closing statement</Heading>
      <div className="columns">
        <table>
          <caption>From the price to your pocket</caption>
          <tbody>
            {lines.map(({ label, amount, kind }) => (
              <tr key={label} className={kind === 'total' ? 'total' : undefined}>
                <th scope="row">
                  <span className="sign">{SIGNS[kind]}</span>
                  {label}
                </th>
                <td className="number">{usdCents(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table>
          <caption>Sources and uses at closing</caption>
          <tbody>
            {sources.map(({ label, amount }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="number">{usdCents(amount)}</td>
              </tr>
            ))}
            <tr className="total">
              <th scope="row">Sources</th>
              <td className="number">{usdCents(sourcesTotal)}</td>
            </tr>
            {uses.map(({ label, amount }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="number">{usdCents(amount)}</td>
              </tr>
            ))}
            <tr className="total">
              <th scope="row">Uses</th>
              <td className="number">{usdCents(usesTotal)}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </div>
  )
}
