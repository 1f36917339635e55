import type { Offer } from '../../../shared/case/schema'
import { saleTaxOf, taxFacts, type Fact } from '../../../shared/present/report/closing-tax'
import { buys } from '../../../shared/present/report/offer-grid'
import { none, percent, usd } from '../../format'
import type { Part } from '../context'
import { Heading } from '../headings'
import { PathName } from '../PathName'

/** For the CPA: the facts and law behind the tax, then one page per offer on the tax of its sale. */
export function ClosingTax({ outcome }: Part) {
  const offers = outcome.document.offers.filter((offer) => offer.include && buys(outcome, offer))
  return (
    <section className="chapter flows">
      <Heading level={2}>Tax on each sale</Heading>
      <p className="small">
        Expected view. Amounts are in dollars of the year in which they fall. Tax on the sale is the household’s tax
        with the sale less its tax without it.
      </p>
      <Facts facts={taxFacts(outcome)} />
      {offers.length === 0 && <p>No offer that is compared buys the practice.</p>}
      {offers.map((offer) => (
        <OfferTax key={offer.id} outcome={outcome} offer={offer} />
      ))}
    </section>
  )
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <table className="facts">
      <tbody>
        {facts.map(([label, words]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function OfferTax({ outcome, offer }: Pick<Part, 'outcome'> & { readonly offer: Offer }) {
  const tax = saleTaxOf(outcome, offer)
  if (!tax) return null
  const { classes, parts, years, lines } = tax
  return (
    <section className="offer">
      <Heading level={3}>
        <PathName document={outcome.document} id={offer.id} name={offer.name} />
      </Heading>
      <Facts facts={tax.facts} />
      <div className="block">
        <Heading level={4}>Purchase price allocation</Heading>
        <table>
          <caption>
            {classes.length > 0
              ? 'By class of Form 8594, contingent payments at their stated maximum'
              : 'Not split by class: the price is taxed at one ordinary portion, or stock is sold'}
          </caption>
          <thead>
            <tr>
              <th scope="col">Class</th>
              <th scope="col">Character</th>
              <th scope="col" className="number">
                Allocated
              </th>
              <th scope="col" className="number">
                Ordinary income at closing
              </th>
            </tr>
          </thead>
          <tbody>
            {classes.map(({ label, character, allocated, ordinary }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{character}</td>
                <td className="number">{usd(allocated)}</td>
                <td className="number">{ordinary === undefined ? none : usd(ordinary)}</td>
              </tr>
            ))}
            <tr className="total">
              <th scope="row">Price taxed as a sale</th>
              <td>gross-profit ratio {percent(tax.grossProfitRatio, 2)}</td>
              <td className="number">{usd(tax.taxedPrice)}</td>
              <td className="number">{usd(tax.ordinary)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <div className="block">
        <Heading level={4}>Gain recognized and tax, year by year</Heading>
        <table>
          <caption>Gain now is that of {tax.closingYear}; gain in later years is deferred</caption>
          <thead>
            <tr>
              <th scope="col">Year</th>
              <th scope="col" className="number">
                Gain recognized
              </th>
              {parts.map(({ id, label }) => (
                <th scope="col" key={id} className="number">
                  {label}
                </th>
              ))}
              <th scope="col" className="number">
                Tax on the sale
              </th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, gain, tax: amounts, all }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td className="number">{usd(gain)}</td>
                {amounts.map((amount, i) => (
                  <td key={parts[i]!.id} className="number">
                    {usd(amount)}
                  </td>
                ))}
                <td className="number strong">{usd(all)}</td>
              </tr>
            ))}
            <tr className="total">
              <th scope="row">All years</th>
              <td />
              {tax.totals.map((amount, i) => (
                <td key={parts[i]!.id} className="number">
                  {usd(amount)}
                </td>
              ))}
              <td className="number">{usd(tax.all)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      {lines.length > 0 && (
        <div className="block">
          <Heading level={4}>The federal return of {tax.closingYear}, with the sale on it</Heading>
          <table>
            <tbody>
              {lines.map(({ id, label, unit, value, sign }) => (
                <tr key={id} className={sign === '=' ? 'total' : undefined}>
                  <th scope="row">{sign === '' ? label : `${sign} ${label}`}</th>
                  <td className="number">{unit === 'rate' ? percent(value, 2) : usd(value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
