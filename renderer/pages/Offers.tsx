import { Modal } from '@mantine/core'
import { useMemo, useState } from 'react'

import { copied, moved, removed } from '../../shared/case/lists'
import { capitalized, elementName } from '../../shared/case/names'
import type { Offer, Origin } from '../../shared/case/schema'
import { MarkSign } from '../charts/MarkSign'
import { markOfPath } from '../charts/marks'
import { CheckList } from '../components/entry/CheckList'
import { OriginMark } from '../components/entry/origin-mark'
import { PageHead } from '../components/entry/PageHead'
import { Weigh } from '../components/entry/Weigh'
import { go } from '../components/frame/actions'
import { tell } from '../components/frame/tell'
import { ClosingStatement, PriceInWords } from '../components/offer/ClosingStatement'
import { CompareTerms } from '../components/offer/CompareTerms'
import { JobOfferForm } from '../components/offer/JobOfferForm'
import { Letter } from '../components/offer/Letter'
import { OfferForm } from '../components/offer/OfferForm'
import { StartStatement } from '../components/offer/StartStatement'
import choices from '../components/entry/choices.module.css'
import classes from '../components/offer/offer.module.css'
import { Templates } from '../components/offer/Templates'
import { newOffer } from '../components/offer/templates'
import { useDocument, useStore } from '../state/store'

/** All offers; the chosen one is entered here, with its closing statement beside it. */
export default function Offers() {
  const document = useDocument()
  const chosen = useStore((state) => state.offer)
  const setOffer = useStore((state) => state.setOffer)
  const [adding, setAdding] = useState(false)
  const [comparing, setComparing] = useState(false)
  const offer = document.offers.find(({ id }) => id === chosen) ?? document.offers[0]
  if (!offer)
    return (
      <>
        <PageHead
          title="Offers"
          says="Which of these is closest to what the buyer sent you? It determines the questions you are asked; you can change everything in it."
        />
        <ReadLetter />
        <Templates onChosen={newOffer} />
      </>
    )
  return (
    <>
      <PageHead
        title="Offers"
        says="Go through the letter of intent from top to bottom. What it does not state stays assumed and becomes a question."
      />
      <ul className={classes.tabs} aria-label="Offers">
        {document.offers.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              aria-current={one.id === offer.id && !comparing}
              className={one.include ? undefined : classes.out}
              onClick={() => {
                setComparing(false)
                setOffer(one.id)
              }}
            >
              <MarkSign mark={markOfPath(document, one.id)} />
              {capitalized(elementName(`offers/${one.id}`, document))}
              {!one.include && ' (not compared)'}
            </button>
          </li>
        ))}
        {document.offers.length < 8 && (
          <li>
            <button type="button" onClick={() => setAdding(true)}>
              + Add an offer
            </button>
          </li>
        )}
        <li>
          <button type="button" onClick={() => go('documents')}>
            Read a letter
          </button>
        </li>
        {document.offers.filter(({ include }) => include).length > 1 && (
          <li className={classes.last}>
            <button type="button" aria-current={comparing} onClick={() => setComparing(true)}>
              Compare terms
            </button>
          </li>
        )}
      </ul>
      <Modal
        opened={adding}
        onClose={() => setAdding(false)}
        title="What kind of offer is it?"
        size="lg"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Templates
          onChosen={(template) => {
            setAdding(false)
            setComparing(false)
            newOffer(template)
          }}
        />
      </Modal>
      {comparing ? (
        <CompareTerms first={offer.id} onLeave={() => setComparing(false)} />
      ) : (
        <OneOffer key={offer.id} offer={offer} />
      )}
    </>
  )
}

/** Offered before a kind of offer is chosen by hand: the letter may contain everything. */
function ReadLetter() {
  return (
    <p>
      If you have the letter as a file or as text,{' '}
      <button type="button" className="link" onClick={() => go('documents')}>
        read the letter
      </button>{' '}
      first: you check what it says, and the offer is filled in.
    </p>
  )
}

function OneOffer({ offer }: { readonly offer: Offer }) {
  const [typed, setTyped] = useState<Exclude<Origin, 'assumed'>>('letter of intent')
  const mark = useMemo(() => ({ typed, choosable: true }), [typed])
  const path = `offers/${offer.id}`
  const document = useDocument()
  const called = elementName(path, document)
  const isAssociate = document.practice.role === 'associate'
  return (
    <OriginMark value={mark}>
      <Tools offer={offer} typed={typed} setTyped={setTyped} />
      <Weigh />
      <div className={classes.columns}>
        <div>{isAssociate ? <JobOfferForm offer={offer} /> : <OfferForm offer={offer} />}</div>
        <aside className={classes.aside} aria-label={`What ${called} amounts to`}>
          {offer.include && isAssociate && <StartStatement offer={offer} />}
          {offer.include && !isAssociate && offer.structure !== 'services' && <ClosingStatement offer={offer} />}
          {!offer.include && <p className="quiet">This offer is not in the comparison, so it is not calculated.</p>}
          <Letter offer={offer} />
          {offer.include && (
            <>
              <CheckList below={[path]} />
              {!isAssociate && <PriceInWords offer={offer} />}
            </>
          )}
        </aside>
      </div>
    </OriginMark>
  )
}

function Tools(props: {
  readonly offer: Offer
  readonly typed: Exclude<Origin, 'assumed'>
  readonly setTyped: (origin: Exclude<Origin, 'assumed'>) => void
}) {
  const { offer, typed, setTyped } = props
  const document = useDocument()
  const { replace, setOffer, undo } = useStore.getState()
  const called = capitalized(elementName(`offers/${offer.id}`, document))
  const place = document.offers.findIndex(({ id }) => id === offer.id)
  const duplicate = () => {
    const name = `${called.slice(0, 50)}, variant`
    const more = copied(document, 'offers', offer.id, 'offer', { name })
    if (replace(more.document).length === 0) setOffer(more.id)
  }
  const remove = () => {
    if (replace(removed(document, 'offers', offer.id)).length > 0) return
    setOffer(undefined)
    tell(`The offer “${called}” has been removed.`, { label: 'Undo', run: undo })
  }
  const move = (by: number) => replace(moved(document, 'offers', offer.id, by))
  return (
    <div className={`${classes.tools} ${choices.choices}`}>
      <label>
        Source for new entries
        <select value={typed} onChange={(event) => setTyped(event.target.value as typeof typed)}>
          <option value="letter of intent">the letter of intent</option>
          <option value="entered">you</option>
        </select>
      </label>
      {document.offers.length < 8 && (
        <button type="button" className="link" onClick={duplicate}>
          Duplicate as a variant
        </button>
      )}
      {place > 0 && (
        <button type="button" className="link" onClick={() => move(-1)}>
          Move left
        </button>
      )}
      {place < document.offers.length - 1 && (
        <button type="button" className="link" onClick={() => move(1)}>
          Move right
        </button>
      )}
      <button type="button" className="link" onClick={remove}>
        Remove this offer
      </button>
    </div>
  )
}
