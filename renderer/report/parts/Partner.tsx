import { describe } from '../../../shared/case/describe'
import { AUTONOMY, AUTONOMY_IDS, type Decider, type Organization } from '../../../shared/case/partner/schema'
import { capitalized, elementName } from '../../../shared/case/names'
import { list } from '../../../shared/present/sentence'
import { AUTONOMY_COLUMNS, autonomyRows } from '../../../shared/present/partner/autonomy'
import { countCalls, deliveredInWords, opinionsInWords, ownNetPromoter } from '../../../shared/present/partner/calls'
import { knownFacts, organizationsBehind } from '../../../shared/present/partner/profile'
import { netPromoterInWords } from '../../../shared/present/partner/quality'
import {
  leadsOf,
  scorecardOf,
  scoreHeadline,
  totalInWords,
  unknownInWords,
  WEIGHTINGS_IN_WORDS,
  type Scorecard,
} from '../../../shared/present/partner/scorecard'
import { day, none, percent, plain, valueText } from '../../format'
import type { Part } from '../context'
import { Heading } from '../headings'
import { PathName } from '../PathName'

/** Nonfinancial factors: the scorecard, and each organization behind a compared offer. */
export function Partner({ document }: Part) {
  const behind = organizationsBehind(document)
  const nameless = document.offers.filter(({ include, partner }) => include && partner.organization === '')
  const card = scorecardOf(document)
  const scored = card.columns.some(({ total, dealBreakers }) => total.scored > 0 || dealBreakers.length > 0)
  return (
    <section className="chapter flows">
      <Heading level={2}>The partner</Heading>
      <p>What matters besides money. No figure in this report reflects any of it, and what is unknown is left open.</p>
      {scored ? <Scores card={card} document={document} /> : <p>The owner has scored nothing yet.</p>}
      {nameless.length > 0 && (
        <p>
          Nothing is entered about the organization behind{' '}
          {list(nameless.map(({ id }) => capitalized(elementName(`offers/${id}`, document))))}.
        </p>
      )}
      {behind.map(({ organization, offers }) => (
        <div key={organization.id}>
          <Heading level={3}>
            {capitalized(elementName(`partner/organizations/${organization.id}`, document))}, behind{' '}
            {list(offers.map(({ id }) => capitalized(elementName(`offers/${id}`, document))))}
          </Heading>
          <OneOrganization organization={organization} document={document} />
        </div>
      ))}
    </section>
  )
}

function Scores({ card, document }: { readonly card: Scorecard; readonly document: Part['document'] }) {
  const { leads, common } = leadsOf(card)
  return (
    <>
      <Heading level={3}>Scorecard</Heading>
      <p>
        {scoreHeadline(card)} {card.even && 'All weights are even. '}A total is a range where scores are unknown: all of
        them at 0, all of them at 10.
      </p>
      <table className="partner">
        <caption>Weights and scores of the owner, 0 to 10</caption>
        <thead>
          <tr>
            <th scope="col">Area</th>
            <th scope="col" className="number">
              Weight
            </th>
            {card.columns.map(({ id, name }) => (
              <th scope="col" key={id} className="number">
                <PathName document={document} id={id} name={name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {card.areas.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className="number">{plain(document.partner.weights[id])}</td>
              {card.columns.map((column) => (
                <td key={column.id} className="number">
                  {plain(column.scores[id].score)}
                  {column.scores[id].dealBreaker && ' ✕'}
                </td>
              ))}
            </tr>
          ))}
          <tr className="total">
            <th scope="row">Total of 10</th>
            <td />
            {card.columns.map(({ id, total }) => (
              <td key={id} className="number">
                {total.scored === 0 ? none : totalInWords(total).replace(' of 10', '')}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <ul>
        {card.columns.map(({ id, name, total, dealBreakers }) => {
          const lead = leads.length > 1 ? leads.find((one) => one.id === id) : undefined
          return (
            <li key={id}>
              {name}: {total.scored === 0 ? 'nothing scored' : unknownInWords(total) || 'all areas scored'}
              {dealBreakers.length > 0 && `; ✕ deal-breaker: ${dealBreakers.join(', ')}`}
              {lead &&
                `; leads in ${percent(lead.surely, 0)} of all weightings whatever is unknown, can lead in ${percent(lead.possibly, 0)}`}
              {lead?.onCommon !== undefined &&
                `, leads in ${percent(lead.onCommon, 0)} on the ${common} ${common === 1 ? 'area' : 'areas'} scored for all`}
              .
            </li>
          )
        })}
      </ul>
      <p className="small">{WEIGHTINGS_IN_WORDS} A tie is no lead. ✕ marks a deal-breaker.</p>
    </>
  )
}

function OneOrganization({ organization, document }: { readonly organization: Organization } & Pick<Part, 'document'>) {
  const { known, unknown } = knownFacts(document, organization)
  const at = `partner/organizations/${organization.id}`
  const who = (path: string, decider: Decider) => describe(path, document)?.choices?.[decider]
  const { autonomy, quality, calls, documents } = organization
  const decided = AUTONOMY_IDS.filter(
    (id) => autonomy[id].promised !== 'unknown' || autonomy[id].contract !== 'unknown',
  )
  const counts = countCalls(organization)
  const { netPromoter, netPromoterHow, accreditations, programs } = quality
  return (
    <>
      {known.length > 0 && (
        <table className="partner">
          <thead>
            <tr>
              <th scope="col">Fact</th>
              <th scope="col">What is known</th>
              <th scope="col">As of, or by</th>
              <th scope="col">Who says so</th>
            </tr>
          </thead>
          <tbody>
            {known.map(({ label, value, field, on, source }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{valueText(value, field)}</td>
                <td>{day(on)}</td>
                <td>{source || none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {unknown.length > 0 && <p>Not known: {list(unknown.map(lowerFirst))}.</p>}
      {decided.length > 0 && (
        <table className="partner">
          <caption>Who decides</caption>
          <thead>
            <tr>
              {AUTONOMY_COLUMNS.map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {autonomyRows(document.partner.autonomyToday, organization)
              .filter(({ id }) => decided.includes(id))
              .map(({ id, differences }) => (
                <tr key={id}>
                  <th scope="row">{AUTONOMY[id]}</th>
                  <td>{who(`partner/autonomyToday/${id}`, document.partner.autonomyToday[id])}</td>
                  <td>{who(`${at}/autonomy/${id}/promised`, autonomy[id].promised)}</td>
                  <td>{who(`${at}/autonomy/${id}/contract`, autonomy[id].contract)}</td>
                  <td>{differences.join('; ') || none}</td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
      <ul>
        {netPromoter.value !== null && (
          <li>
            Net promoter score: {netPromoterInWords(netPromoter.value)}{' '}
            {netPromoterHow && `How it was asked: ${netPromoterHow}`}
          </li>
        )}
        {accreditations.map(({ id, label, accredited, of }) => (
          <li key={id}>
            {label}: {plain(accredited)} of {plain(of)} practices accredited.
          </li>
        ))}
        {programs.map(({ id, label, changed }) => (
          <li key={id}>
            {label}: {changed || 'what it changed is not known'}.
          </li>
        ))}
        <li>
          Reference calls:{' '}
          {calls.length === 0
            ? 'none'
            : `${calls.length}; ${deliveredInWords(counts.all)}. ${ownNetPromoter(counts)} ${opinionsInWords(counts)}`}
        </li>
        {calls
          .filter(({ advice }) => advice !== '')
          .map(({ id, name, advice }) => (
            <li key={id}>
              {name || 'A doctor'}: “{advice}”
            </li>
          ))}
        {documents.length > 0 && (
          <li>
            Documents: {documents.filter(({ state }) => state === 'received' || state === 'reviewed').length} of{' '}
            {documents.length} received.
          </li>
        )}
      </ul>
    </>
  )
}

const lowerFirst = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)
