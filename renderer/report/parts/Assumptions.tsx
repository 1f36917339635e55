import type { Part } from '../context'
import { Citations } from '../Citations'
import { Heading } from '../headings'
import { LedgerTable } from '../LedgerTable'
import { TermsTables } from '../TermsTable'

/**
 * Every input of this case, with its origin and typical range.
 * @param offersApart whether the terms of each offer are already listed with the offer
 */
export function Assumptions({ offersApart, ...part }: Part & { readonly offersApart: boolean }) {
  const { groups, sources } = part.ledger
  return (
    <section className="chapter flows">
      <Heading level={2}>Assumptions</Heading>
      <p>
        Every input used in this case
        {offersApart && groups.some(({ offer }) => offer) && '; offer terms are listed with the offers'}. Assumed means
        unconfirmed. A usual range with a number in brackets comes from that published source; one without a number is
        our estimate, because no published figure was found.
      </p>
      {groups
        .filter(({ offer }) => !offer)
        .map((group) => (
          <div key={group.title}>
            <Heading level={3}>{group.title}</Heading>
            <LedgerTable group={group} />
          </div>
        ))}
      {!offersApart && groups.some(({ offer }) => offer) && (
        <>
          <Heading level={3}>The offers</Heading>
          <TermsTables {...part} />
          <Citations {...part} />
        </>
      )}
      <Heading level={3}>Sources of the usual ranges</Heading>
      <ol className="sources">
        {sources.map(({ cite, address, date, bias }) => (
          <li key={cite}>
            {cite}
            {date && `, ${date}`}. {address}.{bias !== 'neutral' && ` The author ${bias}.`}
          </li>
        ))}
      </ol>
    </section>
  )
}
