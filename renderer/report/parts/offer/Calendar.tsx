import { VIEWS } from '../../../../shared/model'
import { calendarOf, type Due } from '../../../../shared/present/report/calendar'
import { day, none, usd } from '../../../format'
import { Heading } from '../../headings'
import { ViewHeads } from '../../ViewHeads'
import type { OfferProps } from './props'

/** What is paid when, on what condition, and in which view it counts. */
export function Calendar({ outcome, offer }: OfferProps) {
  const dues = calendarOf(outcome, offer)
  if (dues.length === 0) return null
  return (
    <div className="block">
      <Heading level={4}>Payment schedule and conditions</Heading>
      <table className="calendar">
        <caption>Before tax; note payments include interest</caption>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Payment</th>
            <th scope="col">Paid if</th>
            <th scope="col" className="number">
              Face amount
            </th>
            <ViewHeads />
          </tr>
        </thead>
        <tbody>
          {dues.map((due) => (
            <tr key={`${due.on}${due.what}`}>
              <td>{dayOf(due)}</td>
              <th scope="row">{due.what}</th>
              <td>
                {due.condition}
                {!due.planned && '; falls after the end of the plan, so it is not counted'}
              </td>
              <td className="number">{due.promised === undefined ? none : usd(due.promised)}</td>
              {VIEWS.map((view) => (
                <td key={view} className="number">
                  {usd(due.counts[view])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {outcome.document.practice.role === 'owner' && (
          <tfoot>
            <tr className="total">
              <th scope="row" colSpan={4}>
                Total purchase price (principal only, before working capital, debt payoff and costs)
              </th>
              {VIEWS.map((view) => (
                <td key={view} className="number">
                  {usd(outcome.figure(offer.id, view, 'priceTotal'))}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

const dayOf = ({ on, until }: Due): string => (until ? `${brief(on)} to ${brief(until)}` : brief(on))

/** Jan 1, 2028 */
const brief = (iso: string): string => day(iso).replace(/^(\w{3})\w*/, '$1')
