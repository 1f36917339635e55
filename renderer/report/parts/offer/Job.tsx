import type { ReactNode } from 'react'

import { factor, none, plain, usd } from '../../../format'
import { Heading } from '../../headings'
import type { OfferProps } from './props'

/** The job after the sale: its pay, how far that is below market, and what the difference is worth in the price. */
export function Job({ outcome, offer }: OfferProps) {
  if (outcome.document.practice.role === 'associate') return <Offered outcome={outcome} offer={offer} />
  if (offer.structure === 'services') return <Services outcome={outcome} offer={offer} />
  const figure = (id: string) => outcome.figure(offer.id, 'expected', id)
  const [payCut = NaN, gap = NaN, recoup = NaN] = ['payCut', 'employmentGap', 'yearsToRecoup'].map(figure)
  const first = outcome.row(offer.id, 'expected', 'jobPay')?.findIndex((pay) => pay > 0) ?? -1
  const pay = outcome.row(offer.id, 'expected', 'jobPayFull')
  const years = outcome.shared('plan/calendarYear')
  return (
    <div className="block">
      <Heading level={4}>The job</Heading>
      <Pairs
        pairs={[
          [`Pay with benefits, full year ${years[first] ?? none}`, first < 0 ? none : usd(pay?.[first])],
          [payCut >= 0 ? 'Pay below market, per year' : 'Pay above market, per year', usd(Math.abs(payCut))],
          ['Price funded by your pay cut', usd(figure('priceOfTheJob'))],
          ['Price forgone on pay you do not receive', usd(figure('priceNotPaid'))],
          [
            gap >= 0 ? 'Pay below market over the required term' : 'Pay above market over the required term',
            usd(Math.abs(gap)),
          ],
          ['Take-home forgone, first full year', usd(figure('incomeGivenUp'))],
          ['Investment return on cash in pocket, per year', usd(figure('pocketReturn'))],
          [
            'Years of forgone income covered by cash at closing',
            Number.isNaN(recoup) ? 'none is forgone' : `${plain(recoup)} years`,
          ],
          ['Effective multiple, noncontingent to maximum', multiples()],
        ]}
      />
    </div>
  )

  function multiples(): string {
    const [low, high] = (['guaranteed', 'maximum'] as const).map((view) =>
      outcome.figure(offer.id, view, 'effectiveMultiple'),
    )
    return `${factor(low, 2)} to ${factor(high, 2)}`
  }
}

/** The job offered to an associate, compared with staying. */
function Offered({ outcome, offer }: Pick<OfferProps, 'outcome' | 'offer'>) {
  const figure = (id: string) => outcome.figure(offer.id, 'expected', id)
  const [given = NaN, recoup = NaN] = ['incomeGivenUp', 'yearsToRecoup'].map(figure)
  const first = outcome.row(offer.id, 'expected', 'jobPay')?.findIndex((pay) => pay > 0) ?? -1
  const pay = outcome.row(offer.id, 'expected', 'jobPayFull')
  return (
    <div className="block">
      <Heading level={4}>The job</Heading>
      <Pairs
        pairs={[
          [
            `Pay with benefits, full year ${outcome.shared('plan/calendarYear')[first] ?? none}`,
            first < 0 ? none : usd(pay?.[first]),
          ],
          ['Take-home, first full year', usd(figure('takeHomeFirstYear'))],
          [given >= 0 ? 'Take-home forgone, first full year' : 'More take-home, first full year', usd(Math.abs(given))],
          ['In pocket at the start, after tax', usd(figure('inPocketAtClose'))],
          [
            'Years of forgone income covered by cash at the start',
            given <= 0 ? 'none is forgone' : Number.isNaN(recoup) ? none : `${plain(recoup)} years`,
          ],
        ]}
      />
    </div>
  )
}

/** Services only: no price, no job; the fee compared with the costs it replaces. */
function Services({ outcome, offer }: Pick<OfferProps, 'outcome' | 'offer'>) {
  const at = (id: string) => outcome.row(offer.id, 'expected', id) ?? []
  const year = Math.max(0, Number(offer.closing.slice(0, 4)) - outcome.document.assumptions.startYear)
  return (
    <div className="block">
      <Heading level={4}>The fee and what it replaces</Heading>
      <Pairs
        pairs={[
          [`Management fee, full year in dollars of ${offer.closing.slice(0, 4)}`, usd(at('managementFee')[year])],
          ['Collections subject to the fee', usd(at('collectionsAfter')[year])],
          ['Your costs taken over by the buyer', usd(at('costsReplaced')[year])],
        ]}
      />
    </div>
  )
}

/** Figures with their names, in two columns. */
function Pairs({ pairs }: { readonly pairs: readonly (readonly [string, ReactNode])[] }) {
  const middle = Math.ceil(pairs.length / 2)
  const halves = pairs.length < 4 ? [pairs] : [pairs.slice(0, middle), pairs.slice(middle)]
  return (
    <div className="columns">
      {halves.map((rows) => (
        <table key={rows[0]?.[0]}>
          <tbody>
            {rows.map(([label, value]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="number">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}
