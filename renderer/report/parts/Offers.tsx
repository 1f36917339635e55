import type { Offer } from '../../../shared/case/schema'
import type { Part } from '../context'
import { day, usd } from '../../format'
import { Citations } from '../Citations'
import { Heading } from '../headings'
import { PathName } from '../PathName'
import { TermsTables } from '../TermsTable'
import { Kept, SteppedBack } from './Kept'
import { Closing } from './offer/Closing'
import { Calendar } from './offer/Calendar'
import { Equity } from './offer/Equity'
import { Job } from './offer/Job'
import { Stress } from './offer/Stress'
import { describe } from '../../../shared/case/describe'
import { closingOf, closingStatements } from '../../../shared/present/report/closing'

/** Each offer: its terms, its result, its payment schedule, the job, and what happens on leaving early. */
export function Offers(props: Part) {
  const offers = props.outcome.document.offers.filter(({ include }) => include)
  const owns = props.outcome.document.practice.role === 'owner'
  return (
    <section className="chapter flows">
      <Heading level={2}>{owns ? 'Keeping, and the offers' : 'Staying, and the offers'}</Heading>
      <p className="small">
        Amounts in this chapter are as paid, in future dollars, whichever dollars the rest of the report uses.
      </p>
      <Kept outcome={props.outcome} />
      <SteppedBack outcome={props.outcome} />
      <SoldNow {...props} />
      {offers.map((offer) => (
        <OfferPart key={offer.id} {...props} offer={offer} />
      ))}
      {offers.length > 0 && (
        <section className="all-terms">
          <Heading level={3}>Terms as entered</Heading>
          <TermsTables {...props} />
          <Citations {...props} />
        </section>
      )}
    </section>
  )
}

/** The sale to a dentist now: its price, what is left of it, and the work after it. */
function SoldNow({ outcome }: Part) {
  const found = closingStatements(outcome).find(({ path }) => path.kind === 'sellPrivately')
  if (!found) return null
  const { path, statement } = found
  const { document } = outcome
  const { tranches, workAfter } = document.alternatives.sellPrivately
  const days = tranches.map(({ on }) => on).toSorted()
  const worksUntil = workAfter !== null && workAfter > days.at(-1)! ? workAfter : undefined
  return (
    <section className="offer">
      <Heading level={3}>
        <PathName document={document} id={path.id} name={path.name} />
      </Heading>
      <p>
        The buyer’s bank pays the whole price at closing
        {days.length > 1
          ? `, in ${days.length} tranches from ${day(days[0]!)} to ${day(days.at(-1)!)}`
          : ` on ${day(days[0]!)}`}
        .
      </p>
      <Closing statement={statement} />
      <div className="block">
        <Heading level={4}>The job</Heading>
        <table>
          <tbody>
            <tr>
              <th scope="row">
                {worksUntil === undefined
                  ? 'Other pay, first full year'
                  : `Pay as an associate until ${day(worksUntil)}, first full year`}
              </th>
              <td className="number">{usd(outcome.figure(path.id, 'expected', 'payFirstYear'))}</td>
            </tr>
            <tr>
              <th scope="row">Take-home, first full year</th>
              <td className="number">{usd(outcome.figure(path.id, 'expected', 'takeHomeFirstYear'))}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  )
}

function OfferPart({ offer, ...props }: Part & { readonly offer: Offer }) {
  const { document } = props.outcome
  const owns = document.practice.role === 'owner'
  const structure = owns
    ? describe(`offers/${offer.id}/structure`, document)?.choices?.[offer.structure]
    : `a job from ${day(offer.closing)}`
  return (
    <section className="offer">
      <Heading level={3}>
        <PathName document={document} id={offer.id} name={offer.name} />
      </Heading>
      <p>
        {offer.buyer && <>{offer.buyer}: </>}
        {structure}
        {owns && offer.later && ', expected later; not yet an offer'}.
      </p>
      {offer.note && <p className="note">Your note: {offer.note}</p>}
      <Closing statement={closingOf(props.outcome, offer)} />
      <Calendar {...props} offer={offer} />
      <Job {...props} offer={offer} />
      <Equity {...props} offer={offer} />
      <Stress {...props} offer={offer} />
    </section>
  )
}
