import type { Offer } from '../../../shared/case/schema'
import { usd, usdCents } from '../../format'
import { useOutcome } from '../../state/outcome'
import { useStore } from '../../state/store'
import { Figure } from '../figure/Figure'
import classes from './offer.module.css'
import { SaveCsv } from '../figure/SaveCsv'

/** What a job pays on its first day and in its first full year, compared with staying. */
export function StartStatement({ offer }: { readonly offer: Offer }) {
  const outcome = useOutcome()
  const view = useStore((state) => state.view)
  const figure = (id: string) => outcome.figure(offer.id, view, id)
  const lines = [
    { id: 'equityBought', says: 'Equity you buy', less: true, hide: !figure('equityBought') },
    { id: 'cashAtClose', says: figure('equityBought') ? 'Sign-on bonus less equity' : 'Sign-on bonus' },
    { id: 'closingTax', says: 'Tax on the sign-on bonus', less: true, hide: !figure('closingTax') },
    { id: 'inPocketAtClose', says: 'In pocket at the start', total: true },
  ]
  const given = figure('incomeGivenUp') ?? 0
  return (
    <>
      <table className={classes.statement}>
        <caption>
          The first day
          <span className="quiet small"> once, in dollars of that day; loans stand apart</span>
        </caption>
        <tbody>
          {lines
            .filter(({ hide }) => !hide)
            .map(({ id, says, less, total }) => (
              <tr key={id} data-total={total}>
                <th scope="row">{says}</th>
                <td className="number">
                  <Figure path={offer.id} view={view} id={id} label={says}>
                    {usdCents(less ? -(figure(id) ?? 0) : figure(id))}
                  </Figure>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <SaveCsv title={`The first day ${offer.name}`} />
      <ul className={classes.said}>
        <li>
          You take home <Figure path={offer.id} view={view} id="takeHomeFirstYear" /> in the first full year
          {Math.abs(given) >= 0.5 && (
            <>
              ,{' '}
              <Figure path={offer.id} view={view} id="incomeGivenUp">
                {usd(Math.abs(given))}
              </Figure>{' '}
              {given > 0 ? 'less' : 'more'} than if you stay
            </>
          )}
          .
        </li>
      </ul>
    </>
  )
}
