import { VIEWS } from '../../../shared/model'
import { none, usd } from '../../format'
import type { Part } from '../context'
import { Heading } from '../headings'
import { VIEW_NAMES } from '../../../shared/present/views'

const YEAR_1 = [
  ['collections', 'Collections'],
  ['costs', 'Costs'],
  ['practiceProfit', 'Profit before your pay'],
  ['addBacks', 'Add-backs'],
  ['familyToMarket', 'Family pay above market'],
  ['discretionary', 'Discretionary earnings'],
  ['replacementPay', 'Market pay for the owners’ work'],
  ['adjustedEbitda', 'Adjusted EBITDA'],
] as const

/** What all offers are measured against: the practice as it is, and its sale to a dentist at retirement. */
export function Kept({ outcome }: Pick<Part, 'outcome'>) {
  const { assumptions, owner, practice } = outcome.document
  const has = (id: string) => outcome.structure.graph.has(`practice/${id}`)
  const sale = [
    ['terminalPrice', 'Sale price to a dentist'],
    ['terminalReceived', 'Proceeds after costs and debt'],
    ['terminalTax', 'Tax on the sale'],
  ] as const
  return (
    <div className="block">
      <Heading level={3}>Keep the practice</Heading>
      <div className="columns">
        <table>
          <caption>The practice in {assumptions.startYear}, full year</caption>
          <tbody>
            {YEAR_1.filter(([id]) => has(id)).map(([id, label]) => (
              <tr key={id} className={id === 'adjustedEbitda' ? 'total' : undefined}>
                <th scope="row">{label}</th>
                <td className="number">{usd(outcome.shared(`practice/${id}`)[0])}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {practice.terminalSale.method === 'none' ? (
          <p>The practice closes at retirement in {owner.retirement.slice(0, 4)}; no sale is assumed.</p>
        ) : (
          <table>
            <caption>Sale at retirement in {owner.retirement.slice(0, 4)}, by view</caption>
            <thead>
              <tr>
                <th scope="col">Item</th>
                {VIEWS.map((view) => (
                  <th scope="col" key={view} className="number">
                    {VIEW_NAMES[view]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sale.map(([id, label]) => (
                <tr key={id}>
                  <th scope="row">{label}</th>
                  {VIEWS.map((view) => (
                    <td key={view} className="number">
                      {usd(outcome.figure('keep', view, id)) || none}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </div>
  )
}
