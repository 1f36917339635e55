import { CAUSES } from '../../../../shared/case/schema'
import { plain, usd } from '../../../format'
import { Heading } from '../../headings'
import type { OfferProps } from './props'

const YEARS = [1, 2, 3, 4, 5]
const NAMES = {
  retirement: 'Retirement',
  resignation: 'Resignation',
  death: 'Death',
  disability: 'Disability',
  dismissal: 'Dismissal for cause',
} as const

/** Whether leaving after the term can still cost something. */
const hasLaterTerms = ({ components, job }: OfferProps['offer']): boolean =>
  job.retention.length + job.forgivableLoans.length > 0 ||
  components.some((part) => part.kind === 'rolled' && (part.vesting !== 'none' || part.called))

/** What is still paid if the owner leaves before the term ends, by cause and year. */
export function Stress({ outcome, offer }: OfferProps) {
  if (outcome.document.practice.role === 'owner' && offer.structure === 'services') return null
  const paid = (cause: string, year: number) => outcome.figure(offer.id, 'expected', `stress/${cause}/${year}`)
  // If nothing is deferred or clawed back, there is nothing to lose.
  if (CAUSES.every((cause) => YEARS.every((year) => !paid(cause, year)))) return null
  const { termYears } = offer.job
  return (
    <div className="block">
      <Heading level={4}>If you leave early</Heading>
      <table>
        <caption>
          Deferred payments still received, probability-weighted, before tax and interest, minus any clawback.{' '}
          {termYears === 0
            ? 'No term is required;'
            : `The required term is ${plain(termYears)} ${termYears === 1 ? 'year' : 'years'}; after that`}{' '}
          {hasLaterTerms(offer)
            ? 'only what has terms of its own is lost (vesting, a call, retention bonuses and loans)'
            : 'nothing is lost'}
          .
        </caption>
        <thead>
          <tr>
            <th scope="col">You leave after</th>
            {YEARS.map((year) => (
              <th scope="col" key={year} className="number">
                {year} {year === 1 ? 'year' : 'years'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {CAUSES.map((cause) => (
            <tr key={cause}>
              <th scope="row">{NAMES[cause]}</th>
              {YEARS.map((year) => (
                <td key={year} className="number">
                  {usd(paid(cause, year))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
