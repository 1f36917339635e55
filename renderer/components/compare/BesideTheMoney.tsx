import { dealBreakerNote, nothingKnown, signsOf, type Signs } from '../../../shared/present/partner/signs'
import { totalInWords, unknownInWords } from '../../../shared/present/partner/scorecard'
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
  // Short, so that the chart below is on the first screen: `unseen` words are read aloud and shown on pointing.
  const way = (tab: PartnerTab, words: string, unseen = '', after = '') => (
    <button
      type="button"
      className="link"
      title={`${words}${unseen}${after}`}
      onClick={() => onGo(tab, organization || undefined)}
    >
      <span className="unseen">{name}: </span>
      {words}
      {unseen && <span className="unseen">{unseen}</span>}
      {after}
    </button>
  )
  const unknown = unknownInWords(total)
  return (
    <>
      {total.scored === 0
        ? way('scorecard', 'Nothing scored')
        : way('scorecard', `Score ${totalInWords(total)}`, unknown && `, ${unknown}`)}
      <DealBreakers names={dealBreakers} />
      {id !== 'keep' && (
        <>
          {promises
            ? way('calls', `${promises.delivered} of ${promises.promised}`, ' promises', ' kept')
            : way('calls', 'No call', ' yet')}
          {way('questions', `${open} open`, open === 1 ? ' question' : ' questions')}
        </>
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
