import { retainedExit } from '../../../../shared/case/exits'
import type { Component } from '../../../../shared/case/schema'
import { VIEWS } from '../../../../shared/model'
import { day, factor, none, percent, usd } from '../../../format'
import { Heading } from '../../headings'
import { ViewHeads } from '../../ViewHeads'
import type { OfferProps } from './props'

type Rolled = Extract<Component, { kind: 'rolled' }>

/**
 * What is not paid in cash: equity rolled into the parent with its outcomes, and the retained share of the practice.
 */
export function Equity(props: OfferProps) {
  const { offer } = props
  const owns = props.outcome.document.practice.role === 'owner'
  if (owns && offer.structure === 'services') return null
  return (
    <>
      {offer.components
        .filter((part) => part.kind === 'rolled')
        .filter(({ acquired }) => owns || acquired !== 'rolled')
        .map((part) => (
          <RolledPart key={part.id} {...props} part={part} />
        ))}
      {owns && offer.shareSold < 1 && <Retained {...props} />}
    </>
  )
}

function RolledPart({ outcome, offer, part }: OfferProps & { readonly part: Rolled }) {
  const figure = (id: string) => outcome.figure(offer.id, 'expected', `${part.id}/${id}`)
  const ownership = figure('ownership') ?? 0
  const rate = outcome.figure(offer.id, 'expected', 'rolledReturn')
  return (
    <div className="block">
      <Heading level={4}>{part.label}</Heading>
      <p>
        {part.acquired === 'granted' ? (
          <>
            Units beside the {outcome.document.practice.role === 'owner' ? 'price' : 'pay'}: {percent(ownership, 2)} of
            what the parent’s equity is worth above {usd(part.threshold)}
          </>
        ) : (
          <>
            {part.acquired === 'rolled'
              ? `${usd(figure('amount'))} of the price is not paid in cash but stays invested in the parent`
              : `You pay ${usd(figure('amount'))} at ${outcome.document.practice.role === 'owner' ? 'closing' : 'the start'} for equity in the parent`}
            {ownership > 0
              ? `, ${percent(ownership, 2)} of its equity`
              : '; the parent’s value and debt are not stated, so your ownership of it is unknown'}
          </>
        )}
        . Exit {part.exitOn === null ? `after ${part.exitMonths} months` : `on ${day(part.exitOn)}`}. Noncontingent:
        nothing.
        {rate !== undefined && !Number.isNaN(rate) && ` Expected return ${percent(rate)} a year.`}
      </p>
      <table>
        <caption>Outcomes at exit, before tax</caption>
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            <th scope="col" className="number">
              Probability
            </th>
            <th scope="col" className="number">
              {part.method === 'simple'
                ? part.acquired === 'granted'
                  ? 'Multiple of the parent’s new equity'
                  : 'Multiple of the amount invested'
                : 'EBITDA of the parent × multiple'}
            </th>
            <th scope="col" className="number">
              Value to you
            </th>
          </tr>
        </thead>
        <tbody>
          {part.outcomes.map((outcomeOf) => (
            <tr key={outcomeOf.id}>
              <th scope="row">{outcomeOf.label}</th>
              <td className="number">{percent(outcomeOf.probability)}</td>
              <td className="number">
                {part.method === 'simple'
                  ? factor(outcomeOf.multiple)
                  : `${usd(outcomeOf.exitEbitda)} × ${factor(outcomeOf.exitMultiple)}`}
              </td>
              <td className="number">{usd(figure(`outcome/${outcomeOf.id}`))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="total">
            <th scope="row" colSpan={3}>
              Expected value (probability-weighted)
            </th>
            <td className="number">{usd(figure('expected'))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Retained({ outcome, offer }: OfferProps) {
  const figure = (id: string) => outcome.figure(offer.id, 'expected', id)
  const first = (view: (typeof VIEWS)[number]) =>
    outcome.row(offer.id, view, 'jvDistribution')?.find((paid) => paid !== 0)
  const on = retainedExit(offer, outcome.document)
  return (
    <div className="block">
      <Heading level={4}>Your retained share of the practice</Heading>
      <p>
        You keep {percent(figure('retainedShare'))} of the practice until {day(on)}.{' '}
        {figure('ownerControls') === 1
          ? 'You control it: its profit counts in all views, and you fund its losses.'
          : 'The buyer controls it: distributions are weighted by their probability.'}{' '}
        {offer.retained.put
          ? 'You may require the purchase of your share (put).'
          : 'No one is obligated to buy your retained share.'}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Item</th>
            <ViewHeads />
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">First year’s distribution, before tax</th>
            {VIEWS.map((view) => (
              <td key={view} className="number">
                {usd(first(view) ?? 0)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">Sale of the retained share, before tax</th>
            {VIEWS.map((view) => (
              <td key={view} className="number">
                {usd(outcome.figure(offer.id, view, 'retainedExitPaid')) || none}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}
