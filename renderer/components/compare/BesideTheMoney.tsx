import { dealBreakerNote, nothingKnown, signsOf, type Signs } from '../../../shared/present/partner/signs'
import { totalInWords } from '../../../shared/present/partner/scorecard'
import { usePartnerPlace, type PartnerTab } from '../../state/partner'
import { useDocument, useStore } from '../../state/store'
import { DealBreakers } from '../partner/DealBreakers'
import { useOpenQuestions } from '../partner/use-questions'
import classes from './compare.module.css'

/** One row of nonfinancial factors, path by path: score, deal-breakers, promises kept, open questions. */
export function BesideTheMoney({ paths }: { readonly paths: readonly string[] }) {
  const { document, rows } = useOpenQuestions()
  const setPage = useStore((state) => state.setPage)
  const show = usePartnerPlace((state) => state.show)
  const signs = signsOf(document, rows)
  const go = (tab: PartnerTab, organization?: string) => {
    show(tab, organization)
    setPage('partner')
  }
  if (signs.length === 1 && nothingKnown(document, signs)) return null
  if (nothingKnown(document, signs))
    return (
      <p className={`quiet small ${classes.besideNothing}`}>
        Nothing is entered about the organizations behind these offers.{' '}
        <button type="button" className="link" onClick={() => go('organizations')}>
          Enter what you know of the partner
        </button>
      </p>
    )
  return (
    <ul className={classes.beside} aria-label="Beside the money, and no part of any figure">
      {paths.map((path) => {
        const found = signs.find(({ id }) => id === path)
        return <li key={path}>{found && <PathSigns signs={found} onGo={go} />}</li>
      })}
    </ul>
  )
}

function PathSigns(props: { readonly signs: Signs; readonly onGo: (tab: PartnerTab, organization?: string) => void }) {
  const { signs, onGo } = props
  const { id, name, total, dealBreakers, promises, open } = signs
  const organization = useDocument().offers.find((offer) => offer.id === id)?.partner.organization
  const way = (tab: PartnerTab, text: string) => (
    <button type="button" className="link" onClick={() => onGo(tab, organization || undefined)}>
      <span className="unseen">{name}: </span>
      {text}
    </button>
  )
  return (
    <>
      <p>
        {way('scorecard', total.scored === 0 ? 'Nothing scored' : `Score ${totalInWords(total)}`)}
        {total.scored > 0 && total.scored < total.areas && (
          <span className="quiet">, {total.areas - total.scored} areas unknown</span>
        )}
      </p>
      <DealBreakers names={dealBreakers} />
      {id !== 'keep' && (
        <p>
          {way('calls', promises ? `${promises.delivered} of ${promises.promised} promises kept` : 'No call yet')}
          {', '}
          {way('questions', `${open} open ${open === 1 ? 'question' : 'questions'}`)}
        </p>
      )}
    </>
  )
}

/** Shown after the answer if the leading path has a deal-breaker. */
export function MoneyAlone({ leader }: { readonly leader: string | undefined }) {
  const note = dealBreakerNote(useDocument(), leader)
  return note === undefined ? null : (
    <>
      {' '}
      <strong>{note}</strong>
    </>
  )
}
