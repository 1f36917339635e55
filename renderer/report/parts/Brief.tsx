import { useMemo } from 'react'

import type { BreakEven } from '../../../shared/analysis/break-even'
import type { Outcome } from '../../../shared/model'
import { conditionOf } from '../../../shared/present/conditions'
import { asksOf, breakEvensOf } from '../../../shared/present/report/analyses'
import { stepOf } from '../../../shared/present/risk'
import { usd, usdInWords } from '../../format'
import { writer } from '../../components/risk/lever-text'
import { dollarsInWords, type AnalyzedPart } from '../context'
import { Heading } from '../headings'
import { PathName } from '../PathName'
import { roomFor } from '../room'
import { TakeHome } from '../TakeHome'
import { OfferGrid } from './OfferGrid'
import { RiskBands } from './RiskBands'

/**
 * What follows the answer for those who read no further: how certain it is, what to ask for, the offers on one page.
 */
export function Brief({ analyses, ...part }: AnalyzedPart) {
  return (
    <>
      <section className="chapter flows brief">
        <Heading level={2}>How sure it is, and what to ask for</Heading>
        <TakeHome outcome={part.outcome} dollars={part.dollars} />
        <RiskBands {...part} analyses={analyses} />
        {/* Kept together: a few lines on their own would leave a page nearly empty before the wide one. */}
        <div className="block">
          <Conditions {...part} analyses={analyses} />
          <Asks {...part} analyses={analyses} />
        </div>
      </section>
      <OfferGrid {...part} />
    </>
  )
}

/** One input at a time: what would have to be true for the other path to be ahead. */
function Conditions({ outcome, dollars, listsChecks, analyses: { breakEvens } }: AnalyzedPart) {
  const found = useMemo(
    () => conditionsOf(outcome, breakEvens ?? breakEvensOf(outcome, dollars)),
    [outcome, dollars, breakEvens],
  )
  const conditions = found?.slice(0, roomFor(outcome, listsChecks).conditions)
  if (!conditions) return null
  return (
    <>
      <Heading level={3}>What would have to be true</Heading>
      <p className="small">
        Each line changes one input and holds all others constant, the nearest change first. Expected view.
      </p>
      <ul>
        {conditions.length === 0 && <li>No input alone changes who leads within the range tested.</li>}
        {conditions.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  )
}

function conditionsOf(
  { document, paths }: Outcome,
  breakEvens: readonly BreakEven[] | undefined,
): string[] | undefined {
  const write = writer(document, usdInWords)
  return breakEvens
    ?.map((found) => conditionOf(document, paths, found, write))
    .filter(({ distance }) => distance < Infinity)
    .sort((a, b) => a.distance - b.distance)
    .map(({ text }) => text)
}

/** What one step of the most valuable terms of each offer is worth. */
function Asks({ outcome, listsChecks, analyses }: AnalyzedPart) {
  const { document } = outcome
  const found = useMemo(
    () =>
      (analyses.asks ?? asksOf(outcome)).flatMap(({ offer: id, asks: most }) => {
        const offer = document.offers.find((one) => one.id === id)
        return offer && most.length > 0 ? [{ offer, most }] : []
      }),
    [outcome, document, analyses],
  )
  const room = roomFor(outcome, listsChecks)
  const gains = found.map(({ most }) => most[0]!.expected).toSorted((a, b) => b - a)
  const shown = found
    .filter(({ most }) => most[0]!.expected >= (gains[room.offers - 1] ?? -Infinity))
    .slice(0, room.offers)
  if (found.length === 0) return null
  const write = writer(document)
  return (
    <>
      <Heading level={3}>What to ask for first</Heading>
      <table className="asks">
        <caption>
          What one step adds to the present value of your after-tax cash flow, in {dollarsInWords('today')}, all else as
          offered
          {shown.length < found.length && `; the ${room.offers} largest`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Offer</th>
            <th scope="col">Term</th>
            <th scope="col">From, to</th>
            <th scope="col" className="number">
              Worth, expected
            </th>
            <th scope="col" className="number">
              Worth, noncontingent
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.flatMap(({ offer, most }) =>
            most.slice(0, room.asks).map((ask, i) => (
              <tr key={offer.id + ask.lever.id}>
                <th scope="row">
                  {i === 0 ? (
                    <PathName document={document} id={offer.id} name={offer.name} />
                  ) : (
                    <span className="unseen">{offer.name}</span>
                  )}
                </th>
                <td>{ask.lever.label}</td>
                <td>{stepOf(ask, write)}</td>
                <td className="number">{usd(ask.expected)}</td>
                <td className="number">{usd(ask.guaranteed)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </>
  )
}
