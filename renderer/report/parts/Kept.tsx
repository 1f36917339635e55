import { VIEWS, type View } from '../../../shared/model'
import { usd } from '../../format'
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

/** The baseline of all offers: keeping the practice or, for an associate, the present job. */
export function Kept({ outcome }: Pick<Part, 'outcome'>) {
  return outcome.document.practice.role === 'owner' ? <Practice outcome={outcome} /> : <PresentJob outcome={outcome} />
}

/** An associate's present job, in each view. */
function PresentJob({ outcome }: Pick<Part, 'outcome'>) {
  const { assumptions } = outcome.document
  const rows: readonly RowByView[] = [
    ['Pay with benefits, before tax', (view) => outcome.row('keep', view, 'jobPayFull')?.[0]],
    [
      'Take-home, with plan contributions net of their later tax',
      (view) => outcome.figure('keep', view, 'takeHomeFirstYear'),
    ],
  ]
  return (
    <div className="block">
      <Heading level={3}>Stay as an associate</Heading>
      <p>
        You collect {usd(outcome.shared('practice/ownerCollections')[0])} in {assumptions.startYear} and work in your
        present job until you retire. Nothing is sold.
      </p>
      <ByView caption={`The present job in ${assumptions.startYear}, full year, by view`} rows={rows} />
    </div>
  )
}

/** The practice as it is, and its sale to a dentist at retirement. */
function Practice({ outcome }: Pick<Part, 'outcome'>) {
  const { assumptions, owner, practice } = outcome.document
  const has = (id: string) => outcome.structure.graph.has(`practice/${id}`)
  const figure = (id: string) => (view: View) => outcome.figure('keep', view, id)
  const sale: readonly RowByView[] = [
    ['Sale price to a dentist', figure('terminalPrice')],
    ['Proceeds after costs and debt', figure('terminalReceived')],
    ['Tax on the sale', figure('terminalTax')],
  ]
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
          <ByView caption={`Sale at retirement in ${owner.retirement.slice(0, 4)}, by view`} rows={sale} />
        )}
      </div>
    </div>
  )
}

type RowByView = readonly [label: string, value: (view: View) => number | undefined]

/** Dollars by view; a dash where there is no value. */
function ByView({ caption, rows }: { readonly caption: string; readonly rows: readonly RowByView[] }) {
  return (
    <table>
      <caption>{caption}</caption>
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
        {rows.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {VIEWS.map((view) => (
              <td key={view} className="number">
                {usd(value(view))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
