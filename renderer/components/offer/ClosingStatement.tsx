import { isOnTop } from '../../../shared/case/earn-outs'
import type { Offer } from '../../../shared/case/schema'
import { CLOSING_COSTS, sellingCostsName } from '../../../shared/present/report/closing'
import { percent, usd, usdCents } from '../../format'
import { useOutcome } from '../../state/outcome'
import { useStore } from '../../state/store'
import { Figure } from '../figure/Figure'
import classes from './offer.module.css'
import { SaveCsv } from '../figure/SaveCsv'

/**
 * From the price to the amount in the owner's pocket on the day of closing, as the model computes it; in cents, so that
 * it adds up.
 */
export function ClosingStatement({ offer }: { readonly offer: Offer }) {
  const outcome = useOutcome()
  const view = useStore((state) => state.view)
  const figure = (id: string) => outcome.figure(offer.id, view, id)
  const lines: { id: string; says: string; sign?: '−' | '+'; total?: true; hide?: boolean }[] = [
    ...(figure('debtDeducted') === 0
      ? [{ id: 'consideration', says: 'Purchase price' }]
      : [
          { id: 'priceBeforeDebt', says: 'Price before remaining debt' },
          { id: 'debtDeducted', says: 'Debt remaining with the practice', sign: '−' as const },
          { id: 'consideration', says: 'Purchase price', total: true as const },
        ]),
    ...offer.components
      .filter((component) => !isOnTop(component))
      .map(({ id, label, kind }) => ({
        id: `${id}/amount`,
        says: `${label || kind}${kind === 'rolled' ? ', not paid in cash' : ', paid later'}`,
        sign: '−' as const,
      })),
    { id: 'cash', says: 'Cash portion of the price', total: true },
    {
      id: 'workingCapital',
      says: 'Working capital adjustment to the peg',
      sign: '+',
      hide: figure('workingCapital') === 0,
    },
    { id: 'receivables', says: 'Accounts receivable you keep', sign: '+', hide: figure('receivables') === 0 },
    { id: 'debtPaid', says: 'Practice debt payoff', sign: '−', hide: figure('debtPaid') === 0 },
    { id: 'sellingCosts', says: sellingCostsName(offer), sign: '−' },
    ...CLOSING_COSTS.map(({ id, label }) => ({ id, says: label, sign: '−' as const, hide: !figure(id) })),
    { id: 'cashAtClose', says: 'Cash at close', total: true },
    { id: 'closingTax', says: 'Tax on closing proceeds', sign: '−' },
    { id: 'inPocketAtClose', says: 'In pocket at close', total: true },
  ]
  const cash = figure('cash') ?? 0
  return (
    <>
      <table className={classes.statement}>
        <caption>
          Closing statement
          <span className="quiet small"> at closing, in dollars of that day</span>
        </caption>
        <tbody>
          {lines
            .filter(({ hide }) => !hide)
            .map(({ id, says, sign, total }) => (
              <tr key={id} data-total={total}>
                <th scope="row">{says}</th>
                <td className="number">
                  <Figure path={offer.id} view={view} id={id} label={says}>
                    {signed(figure(id), sign)}
                  </Figure>
                </td>
              </tr>
            ))}
        </tbody>
        {cash < -0.005 && (
          <tbody>
            <tr>
              <td colSpan={2} className={classes.over}>
                <span role="alert">
                  The parts are {usd(-cash)} more than the price. Lower a part or raise the price.
                </span>
              </td>
            </tr>
          </tbody>
        )}
      </table>
      <SaveCsv title={`Closing statement ${offer.name}`} />
    </>
  )
}

/** A deduction is shown as such; an addition may itself be negative. */
const signed = (value: number | undefined, sign: '−' | '+' | undefined): string =>
  usdCents(value === undefined || value === 0 ? value : sign === '−' ? -value : value)

/** What the price means: what you keep, and how much of it is your own pay. */
export function PriceInWords({ offer }: { readonly offer: Offer }) {
  const outcome = useOutcome()
  const view = useStore((state) => state.view)
  const { ownershipShare } = outcome.document.practice
  const figure = (id: string) => outcome.figure(offer.id, view, id) ?? 0
  const said: React.ReactNode[] = []
  if (offer.structure !== 'services') {
    const kept = ownershipShare * (1 - offer.shareSold)
    if (kept > 1e-9) said.push(`You keep ${percent(kept)} of the practice.`)
    for (const component of offer.components) {
      if (component.kind !== 'rolled' || component.acquired === 'granted') continue
      const share = figure(`${component.id}/ownership`)
      said.push(
        share > 0
          ? `You would own ${percent(share, 2)} of the parent’s new equity.`
          : 'Your ownership of the parent is unknown until its value and debt are entered.',
      )
    }
    const job = figure('priceOfTheJob')
    if (job > 0.005)
      said.push(
        <>
          <Figure path={offer.id} view={view} id="priceOfTheJob">
            {usd(job)}
          </Figure>{' '}
          of the price ({percent(job / figure('consideration'), 0)}) is funded by your own pay cut below market.
        </>,
      )
    const given = figure('incomeGivenUp')
    const years = outcome.figure(offer.id, view, 'yearsToRecoup')
    if (given > 0 && years !== undefined && Number.isFinite(years))
      said.push(
        <>
          You give up{' '}
          <Figure path={offer.id} view={view} id="incomeGivenUp">
            {usd(given)}
          </Figure>{' '}
          of take-home a year; cash in pocket at close covers {years.toFixed(1)} years of it.
        </>,
      )
  }
  if (said.length === 0) return null
  return (
    <ul className={classes.said}>
      {said.map((sentence, i) => (
        <li key={i}>{sentence}</li>
      ))}
    </ul>
  )
}
