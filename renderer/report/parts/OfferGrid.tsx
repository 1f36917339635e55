import { memo } from 'react'

import type { Offer } from '../../../shared/case/schema'
import { AVERAGES, averagesReconciled } from '../../../shared/present/averages'
import { keyFigures, type KeyFigure } from '../../../shared/present/key-figures'
import {
  buys,
  CERTAINTIES,
  considerationMix,
  keyTerms,
  priceLines,
  priceOfDentist,
  PURCHASE_PRICE,
  type Certainty,
} from '../../../shared/present/report/offer-grid'
import { byUnit, factor, none, plain, usd } from '../../format'
import { dollarsInWords, type Part } from '../context'
import { Direction } from '../Direction'
import { Heading } from '../headings'
import { inTables } from '../in-tables'
import { CertaintySign, MixBar } from '../MixBar'
import { PathName } from '../PathName'
import { valueOf } from '../values'

/** The most columns beside keeping on a wide page; more go onto another one. */
const BESIDE = 5
/** Width of a bar, in px: that of a column with five beside keeping. */
const BAR = 128

/** The figures of the comparison by which an offer is judged on one page. */
const JUDGED: ReadonlySet<string> = new Set([
  'inPocketAtClose',
  'takeHomeFirstYear',
  ...AVERAGES.map(({ id }) => id),
  'priceTotal',
  'cashShareOfHeadline',
  'effectiveMultiple',
  'wealthAtRetirement',
  'wealthAtHorizon',
  'fundedToAge',
  'totalHours',
])

/** All paths on one wide page: how each price is derived, what it consists of, its terms, and the result. */
export const OfferGrid = memo(function OfferGrid(part: Part) {
  const others = part.outcome.paths.slice(1).map(({ id }) => id)
  const pages = inTables(others, BESIDE)
  return (
    <section className="wide">
      <Heading level={2}>The offers side by side</Heading>
      {pages.map((paths) => (
        <Grid key={paths.join()} {...part} paths={['keep', ...paths]} />
      ))}
    </section>
  )
})

function Grid({ outcome, dollars, paths }: Part & { readonly paths: readonly string[] }) {
  const { document } = outcome
  const offers = document.offers.filter(({ id }) => paths.includes(id))
  const nameOf = (id: string) => outcome.paths.find((path) => path.id === id)?.name ?? id
  const at = (offer: string) => offers.findIndex(({ id }) => id === offer)
  const span = 1 + paths.length
  const reconciled = averagesReconciled(outcome, 'expected', paths, { usd, years: plain })
  /**
   * A cell for each path; keeping and paths without an offer are blank where only an offer has a value.
   * @param otherwise what a path without an offer has, such as the price that a dentist pays
   */
  const ofOffers = (
    cell: (place: number, offer: Offer) => React.ReactNode,
    otherwise?: (path: string) => React.ReactNode,
  ) =>
    paths.map((id) => (
      <td key={id} className="number">
        {at(id) < 0 ? (otherwise?.(id) ?? <span className="quiet">{none}</span>) : cell(at(id), offers[at(id)]!)}
      </td>
    ))
  const byDentist = (id: string) => priceOfDentist(outcome, id)
  return (
    <div className="grid">
      <p className="small">
        <Differs /> marks what differs between the offers.{' '}
        {reconciled.length > 0 && <>The two averages of take-home: {reconciled.join('; ')}. </>}
        {(Object.keys(CERTAINTIES) as Certainty[]).map((certainty) => (
          <span key={certainty} className="key">
            <CertaintySign certainty={certainty} /> {CERTAINTIES[certainty]}{' '}
          </span>
        ))}
      </p>
      <table className="offer-grid">
        <thead>
          <tr>
            <th scope="col">Term or figure</th>
            {paths.map((id) => (
              <th scope="col" key={id} className="number">
                <PathName document={document} id={id} name={nameOf(id)} />
              </th>
            ))}
          </tr>
        </thead>
        {offers.some((offer) => buys(outcome, offer)) && (
          <tbody>
            <Group title="How the price is built up" note="before tax, in dollars of the closing year" span={span} />
            {priceLines(outcome, offers).map(({ label, sign, unit, cells, differs }) => (
              <tr key={label} className={sign === '=' ? 'total' : undefined}>
                <th scope="row">
                  <span className="sign">{sign}</span>
                  {label} {differs && <Differs />}
                </th>
                {ofOffers(
                  (place) => byUnit(cells[place], unit),
                  (id) => (label === PURCHASE_PRICE && byDentist(id) ? byUnit(byDentist(id)!.amount, unit) : undefined),
                )}
              </tr>
            ))}
            <tr>
              <th scope="row">What it consists of, as offered</th>
              {ofOffers(
                (_, offer) => {
                  const parts = considerationMix(outcome, offer)
                  return parts.length > 0 ? <MixBar parts={parts} width={BAR} name={offer.name} /> : none
                },
                (id) => byDentist(id) && <MixBar parts={[byDentist(id)!]} width={BAR} name={nameOf(id)} />,
              )}
            </tr>
          </tbody>
        )}
        {offers.length > 0 && (
          <tbody>
            <Group title="Key terms" note="as entered" span={span} />
            {keyTerms(outcome, offers).map(({ key, label, cells, differs }) => (
              <tr key={key}>
                <th scope="row">
                  {label} {differs && <Differs />}
                </th>
                {ofOffers((place) => (cells[place] ? valueOf(cells[place]) : none))}
              </tr>
            ))}
          </tbody>
        )}
        <tbody>
          <Group
            title="Outcome"
            note={`expected view; balances in ${dollarsInWords(dollars)}, annual pay in dollars of its year`}
            span={span}
          />
          {keyFigures(outcome, 'expected', dollars, paths)
            .filter(({ id }) => JUDGED.has(id))
            .map(({ id, label, note, unit, cells }) => (
              <tr key={id}>
                <th scope="row">
                  {label} <span className="quiet">{note}</span>
                </th>
                {cells.map(({ path, value, rank }) => (
                  <td key={path} className="number">
                    {rank && (
                      <span className="difference">
                        <Direction up={rank.sign === '▲'} /> {rank.word}{' '}
                      </span>
                    )}
                    {Number.isNaN(value) ? none : shown(value, unit)}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}

function shown(value: number, unit: KeyFigure['unit']): string {
  if (unit === 'hours') return byUnit(value, 'hours').replace(' hours', '')
  // Side by side, multiples line up.
  return unit === 'factor' ? factor(value, 2) : byUnit(value, unit)
}

function Group({ title, note, span }: { readonly title: string; readonly note: string; readonly span: number }) {
  return (
    <tr className="group">
      <th scope="rowgroup" colSpan={span}>
        {title} <span className="quiet">{note}</span>
      </th>
    </tr>
  )
}

/** With a sign that survives grayscale printing. */
const Differs = () => (
  <abbr title="differs between the offers" className="differs">
    ≠
  </abbr>
)
