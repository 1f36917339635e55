import { VIEWS, type View } from '../../../shared/model'
import { AVERAGES } from '../../../shared/present/averages'
import { byUnit, day, plain, usd } from '../../format'
import type { Part } from '../context'
import { Heading } from '../headings'
import { PathName } from '../PathName'
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
  const { assumptions, owner } = outcome.document
  const has = (id: string) => outcome.structure.graph.has(`practice/${id}`)
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
        <SaleAtRetirement outcome={outcome} path="keep" on={owner.retirement} />
      </div>
    </div>
  )
}

/** Working less beside an associate until the practice is sold at retirement. */
export function SteppedBack({ outcome }: Pick<Part, 'outcome'>) {
  const path = outcome.paths.find(({ kind }) => kind === 'stepBack')
  if (!path) return null
  const { document } = outcome
  const { stepBack } = document.alternatives
  const { days, hireDate, retirement } = stepBack
  const figures = [
    ['Take-home, first full year', 'takeHomeFirstYear'],
    [AVERAGES[0].label, AVERAGES[0].id],
    ['Hours worked until retirement', 'totalHours'],
  ] as const
  return (
    <section className="offer">
      <Heading level={3}>
        <PathName document={document} id={path.id} name={path.name} />
      </Heading>
      <p>
        An associate starts on {day(hireDate)}; from then on you work {plain(days)} clinical{' '}
        {days === 1 ? 'day' : 'days'} a week and keep your share of the practice until you retire.
      </p>
      <div className="columns block">
        <table>
          <caption>The work, expected view</caption>
          <tbody>
            {figures.map(([label, id]) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td className="number">
                  {byUnit(outcome.figure(path.id, 'expected', id), id === 'totalHours' ? 'hours' : 'usd')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <SaleAtRetirement outcome={outcome} path={path.id} on={retirement ?? document.owner.retirement} />
      </div>
    </section>
  )
}

/** What the practice brings at retirement where it is still owned then. */
function SaleAtRetirement({
  outcome,
  path,
  on,
}: Pick<Part, 'outcome'> & { readonly path: string; readonly on: string }) {
  const figure = (id: string) => (view: View) => outcome.figure(path, view, id)
  const year = on.slice(0, 4)
  if (outcome.document.practice.terminalSale.method === 'none')
    return <p>The practice closes at retirement in {year}; no sale is assumed.</p>
  const rows: readonly RowByView[] = [
    ['Sale price to a dentist', figure('terminalPrice')],
    ['Proceeds after costs and debt', figure('terminalReceived')],
    ['Tax on the sale', figure('terminalTax')],
  ]
  return <ByView caption={`Sale at retirement in ${year}, by view`} rows={rows} />
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
