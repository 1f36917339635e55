import type { Path } from '../../../shared/model'
import {
  saleTaxOf,
  taxFacts,
  type Fact,
  type ItemizedReturn,
  type SaleTax,
} from '../../../shared/present/report/closing-tax'
import { FORMS_OF, NOT_ON_THE_RETURN } from '../../../shared/present/tax-computation'
import { none, percent, usd } from '../../format'
import type { Part } from '../context'
import { Heading } from '../headings'
import { PathName } from '../PathName'

/** For the CPA: the facts and law behind the tax, then the tax of each path’s sale. */
export function ClosingTax({ outcome }: Part) {
  const sales = outcome.paths.flatMap((path) => {
    const tax = saleTaxOf(outcome, path)
    return tax ? [{ path, tax }] : []
  })
  return (
    <section className="chapter flows">
      <Heading level={2}>Tax on each sale</Heading>
      <p className="small">
        Expected view. Amounts are in dollars of the year in which they fall. Tax on the sale is the household’s tax
        with the sale less its tax without it.
      </p>
      <Facts facts={taxFacts(outcome)} />
      {sales.length === 0 && <p>Nothing is sold on any path.</p>}
      {sales.some(({ tax }) => tax.lines.length > 0) && <p className="small">{NOT_ON_THE_RETURN}</p>}
      {sales.map(({ path, tax }) => (
        <PathTax key={path.id} outcome={outcome} path={path} tax={tax} />
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

interface PathTaxProps extends Pick<Part, 'outcome'> {
  readonly path: Path
  readonly tax: SaleTax
}

function PathTax({ outcome, path, tax }: PathTaxProps) {
  const { price, parts, years, lines } = tax
  return (
    <section className="offer">
      <Heading level={3}>
        <PathName document={outcome.document} id={path.id} name={path.name} />
      </Heading>
      <Facts facts={tax.facts} />
      {price && <Allocation price={price} />}
      <div className="block">
        <Heading level={4}>Gain recognized and tax, year by year</Heading>
        <table>
          {years.length > 1 && <caption>Gain recognized after {tax.yearOfSale} is deferred</caption>}
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
            {years.length > 1 && (
              <tr className="total">
                <th scope="row">All&nbsp;years</th>
                <td className="number">{usd(tax.gain)}</td>
                {tax.totals.map((amount, i) => (
                  <td key={parts[i]!.id} className="number">
                    {usd(amount)}
                  </td>
                ))}
                <td className="number">{usd(tax.all)}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {lines.length > 0 && <FederalReturn year={tax.yearOfSale} lines={lines} parts={parts} itemized={tax.itemized} />}
    </section>
  )
}

/** From the first line to the last, so that each sum can be footed. */
function FederalReturn({
  year,
  lines,
  parts,
  itemized,
}: { readonly year: number } & Pick<SaleTax, 'lines' | 'parts' | 'itemized'>) {
  const beside = parts.flatMap(({ id }) => BESIDE_THE_RETURN[id] ?? [])
  return (
    <div className="block">
      <Heading level={4}>The federal return of {year}, without the sale and with it</Heading>
      <table className="return">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Form of {FORMS_OF}</th>
            <th scope="col" className="number">
              Without the sale
            </th>
            <th scope="col" className="number">
              With the sale
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, label, form, value, without, sign }) => (
            <tr key={id} className={sign === '=' ? 'total' : undefined}>
              <th scope="row">{sign === '' ? label : `${sign} ${label}`}</th>
              <td>{form}</td>
              <td className="number">{usd(without)}</td>
              <td className="number">{usd(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {itemized && <p className="small">{filedItemized(itemized)}</p>}
      {beside.length > 0 && <p className="small">{beside.join(' ')}</p>}
    </div>
  )
}

const filedItemized = ({ deduction, taxableIncome, regularTax, amt, incomeTax }: ItemizedReturn): string =>
  `With the sale, itemizing costs less although the standard deduction is greater (26 U.S.C. §63(e)), since the minimum tax allows no standard deduction. As filed: itemized deductions ${usd(deduction)}, taxable income ${usd(taxableIncome)}, regular tax ${usd(regularTax)} and minimum tax ${usd(amt)}, together ${usd(incomeTax)}. Above, the line of the minimum tax holds what that is more than the regular tax shown.`

/** Parts of the tax on the sale that the lines of the return leave out. */
const BESIDE_THE_RETURN: Readonly<Record<string, string>> = {
  deferredTaxInterest:
    'Not in this total: interest on deferred tax, as in the table above (§453A(c); Schedule 2, line 15).',
  corporateTax: 'Not in this total: the corporation’s own tax, as in the table above (Form 1120).',
}

function Allocation({ price }: { readonly price: NonNullable<SaleTax['price']> }) {
  return (
    <div className="block">
      <Heading level={4}>Purchase price allocation</Heading>
      <table>
        <caption>{price.basis}</caption>
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
          {price.classes.map(({ label, character, allocated, ordinary }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{character}</td>
              <td className="number">{usd(allocated)}</td>
              <td className="number">{ordinary === undefined ? none : usd(ordinary)}</td>
            </tr>
          ))}
          <tr className="total">
            <th scope="row">Price taxed as a sale</th>
            <td>
              {price.grossProfitRatio !== undefined && `gross-profit ratio ${percent(price.grossProfitRatio, 2)}`}
            </td>
            <td className="number">{usd(price.taxed)}</td>
            <td className="number">{usd(price.ordinary)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}
