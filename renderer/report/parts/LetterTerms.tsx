import { dangersOf, letterTerms } from '../../../shared/present/report/letter-terms'
import type { Part } from '../context'
import { Heading } from '../headings'
import { inTables } from '../in-tables'
import { PathName } from '../PathName'
import { TermsTables } from '../TermsTable'

/** The most offers side by side; more go into another table. */
const BESIDE = 4

/**
 * For the attorney: the terms of the letters, including those no figure uses, and the dangers in them.
 * @param termsApart whether the terms that figures use are already listed with the offers
 */
export function LetterTerms({ termsApart, ...part }: Part & { readonly termsApart: boolean }) {
  const { outcome } = part
  const { document } = outcome
  const offers = document.offers.filter(({ include }) => include)
  const tables = offers.length > 0 ? inTables(offers, BESIDE) : []
  const dangers = offers
    .map((offer) => ({ offer, found: dangersOf(outcome, offer) }))
    .filter(({ found }) => found.length > 0)
  return (
    <section className="chapter flows">
      <Heading level={2}>Terms of the letters</Heading>
      {offers.length === 0 && <p>No offer is compared.</p>}
      {dangers.length > 0 && <Heading level={3}>Terms that need care</Heading>}
      {dangers.map(({ offer, found }) => (
        <div key={offer.id}>
          <Heading level={4}>
            <PathName document={document} id={offer.id} name={offer.name} />
          </Heading>
          <ul>
            {found.map(({ message, path }) => (
              <li key={path + message}>{message}</li>
            ))}
          </ul>
        </div>
      ))}
      {offers.length > 0 && (
        <>
          <Heading level={3}>Terms that no figure uses</Heading>
          <p className="small">
            “Not stated” means that nothing is entered: ask for it. Letters of intent often leave these to the
            definitive agreement.
          </p>
        </>
      )}
      {tables.map((group) => (
        <table key={group[0]!.id} className="side">
          <colgroup>
            <col className="label" />
            {group.map(({ id }) => (
              <col key={id} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Term</th>
              {group.map(({ id, name }) => (
                <th scope="col" key={id}>
                  <PathName document={document} id={id} name={name} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {letterTerms(document, group).map(({ field, label, cells }) => (
              <tr key={field}>
                <th scope="row">{label}</th>
                {cells.map((cell, i) => (
                  <td key={group[i]!.id}>{cell ?? <em>not stated</em>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      {offers.length > 0 && !termsApart && (
        <>
          <Heading level={3}>Terms that the figures use</Heading>
          <TermsTables {...part} />
        </>
      )}
    </section>
  )
}
