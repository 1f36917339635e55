import { VIEWS } from '../../../../shared/model'
import { calendarOf, type Due } from '../../../../shared/present/report/calendar'
import { day, none, usd } from '../../../format'
import { Heading } from '../../headings'
import type { OfferProps } from './props'

/** What is paid when, by whose condition, and in which view it counts. */
export function Calendar({ outcome, offer }: OfferProps) {
  const dues = calendarOf(outcome, offer)
  if (dues.length === 0) return null
  return (
    <div className="block">
      <Heading level={4}>What is paid when, and on what it depends</Heading>
      <table className="calendar">
        <caption>Before tax; payments of a note with their interest</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">What</th>
            <th scope="col">Paid if</th>
            <th scope="col" className="number">
              Promised
            </th>
            {VIEWS.map((view) => (
              <th scope="col" key={view} className="number">
                {view[0]!.toUpperCase() + view.slice(1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dues.map((due) => (
            <tr key={`${due.on}${due.what}`}>
              <td className="when">{dayOf(due)}</td>
              <th scope="row">{due.what}</th>
              <td>
                {due.condition}
                {!due.planned && '; after the end of the plan, so it counts nowhere'}
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
        <tfoot>
          <tr className="total">
            <th scope="row" colSpan={4}>
              Price in all, without interest, with working capital, debt and costs left aside
            </th>
            {VIEWS.map((view) => (
              <td key={view} className="number">
                {usd(outcome.figure(offer.id, view, 'priceTotal'))}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

const dayOf = ({ on, until }: Due): string => (until ? `${brief(on)} to ${brief(until)}` : brief(on))

/** Jan 1, 2028 */
const brief = (iso: string): string => day(iso).replace(/^(\w{3})\w*/, '$1')
