import { Button } from '@mantine/core'
import { useId, useMemo, useState } from 'react'

import { parseCase } from '../../../shared/case/problems'
import type { Case } from '../../../shared/case/schema'
import { knownOf, readTyped, writeTyped } from '../../../shared/case/typed'
import { offersFound, withLetter, type OfferFound, type Proposal, type Value } from '../../../shared/review/letter'
import { fitted } from '../../../shared/text'
import { list } from '../../../shared/present/sentence'
import { takeSnapshot } from '../../state/snapshots'
import { useReading, type Answer, type Open } from '../../state/reading'
import { useDocument, useStore } from '../../state/store'
import { PageHead } from '../entry/PageHead'
import { Section } from '../entry/Section'
import { go } from '../frame/actions'
import { tell, told } from '../frame/tell'
import { DocumentView } from './DocumentView'
import classes from './documents.module.css'
import { keepOpen } from './keep'
import { Round } from './Round'
import { undoOf } from './undo'
import { shownValue } from './value'

interface Place {
  readonly place: string
  readonly words: string
}

/** A letter beside its terms: each is accepted, corrected or rejected, and nothing else gets into the case. */
export function LetterReview({ open }: { readonly open: Open }) {
  const document = useDocument()
  const { answers, targets: chosen, answer, leave } = useReading()
  const [shown, setShown] = useState<Place | undefined>(open.shown)
  const [others, setOthers] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [round, setRound] = useState<{ before: Case; after: Case }>()
  const { read } = open
  const targets = useMemo(() => ({ ...usualTargets(document, open), ...chosen }), [document, open, chosen])
  const found = useMemo(() => offersFound(document, read, targets), [document, read, targets])
  const proposals = found.flatMap((offer) => offer.proposals)
  const taken = proposals.filter(({ id }) => answers[id]?.taken)
  const open_ = proposals.filter(({ id }) => answers[id]?.taken === undefined)
  const certain = open_.filter(({ sure, value }) => sure === 'certain' && value !== undefined)
  const points = found.flatMap(({ key, attorney }) =>
    attorney.filter(({ topic }) => answers[pointId(key, topic)]?.taken !== false).map((point) => ({ ...point, key })),
  )

  const changed = document.offers.filter(({ id }) =>
    found.some(({ key, proposals: own }) => targets[key] === id && own.some((one) => answers[one.id]?.taken)),
  )
  const compare = () => {
    const values = new Map(
      taken.flatMap((proposal) => {
        const given = valueOf(proposal, answers[proposal.id], document)
        return given.ok ? [[proposal.id, given.value] as const] : []
      }),
    )
    const after = withLetter(document, read, targets, values, [], { document: open.name, kept: null }).document
    const whole = parseCase(after)
    setOthers(whole.ok ? [] : whole.problems.map(({ message }) => message))
    setRound(whole.ok ? { before: document, after: whole.value } : undefined)
  }

  const take = async () => {
    const values = new Map<string, Value>()
    const problems: Record<string, Answer> = {}
    for (const proposal of taken) {
      const read = valueOf(proposal, answers[proposal.id], document)
      if (read.ok) values.set(proposal.id, read.value)
      problems[proposal.id] = { problem: read.ok ? undefined : read.message }
    }
    answer(problems)
    setOthers([])
    if (values.size < taken.length) return
    const source = { document: open.name, kept: open.kept }
    const tried = withLetter(document, read, targets, values, points, source)
    const whole = parseCase(tried.document)
    if (!whole.ok) {
      const beside = new Map([...values.keys()].map((id) => [tried.pathOf(id), id]))
      answer(
        Object.fromEntries(
          whole.problems.flatMap(({ path, message }) => {
            const id = beside.get(path)
            return id === undefined ? [] : [[id, { problem: message }]]
          }),
        ),
      )
      return setOthers(whole.problems.filter(({ path }) => !beside.has(path)).map(({ message }) => message))
    }
    setBusy(true)
    const kept = await keepOpen(open)
    setBusy(false)
    // The previous round stays comparable.
    if (changed.length > 0) told(await takeSnapshot(`Before “${fitted(open.name, 60)}”`))
    const { replace, setOffer, document: now } = useStore.getState()
    const result = withLetter(now!, read, targets, values, points, { ...source, kept })
    const refused = replace(result.document)
    if (refused.length > 0) return setOthers(refused.map(({ message }) => message))
    setOffer(result.offers[0])
    leave()
    tell(`${count(values.size, 'value')} from “${open.name}” ${values.size === 1 ? 'is' : 'are'} now in the case.`, {
      label: 'Undo',
      run: undoOf(),
    })
    if (useReading.getState().open.length === 0) go('offers')
  }

  return (
    <>
      <PageHead
        title={`What “${open.name}” says`}
        says="Check each value against the letter. Only what you take gets into the case, with its quote; the letter is kept with the case."
      />
      <div className={classes.tools}>
        <Button
          variant="default"
          disabled={certain.length === 0}
          onClick={() => answer(Object.fromEntries(certain.map(({ id }) => [id, { taken: true }])))}
        >
          Take all {certain.length} that are certain
        </Button>
        <Button loading={busy} disabled={taken.length + points.length === 0} onClick={() => void take()}>
          Import {count(taken.length, 'value')}
        </Button>
        <Button variant="subtle" onClick={leave}>
          Close without importing
        </Button>
        <span className="quiet small" role="status">
          {taken.length} taken, {proposals.length - taken.length - open_.length} refused, {open_.length} undecided
        </span>
      </div>
      {(others.length > 0 || taken.some(({ id }) => answers[id]?.problem)) && (
        <div role="alert">
          <p className={classes.wrong}>Nothing was imported: correct what is marked below, or refuse it.</p>
          {others.map((message) => (
            <p key={message} className={classes.wrong}>
              {message}
            </p>
          ))}
        </div>
      )}
      <div className={classes.columns}>
        <DocumentView open={open} shown={shown} />
        <div>
          {changed.length > 0 && (
            <Section
              title={`What this letter changes in ${list(changed.map(({ name }) => name))}`}
              says="The offer as it is now is kept as a snapshot when you import."
            >
              <Button mt="xs" variant="default" onClick={compare}>
                Compare with the offer as it is now
              </Button>
              {round &&
                changed.map(({ id }) => <Round key={id} before={round.before} after={round.after} offer={id} />)}
            </Section>
          )}
          {proposals.length === 0 && (
            <p>No term of an offer was found in this document. Enter the offer by hand on the page “Offers”.</p>
          )}
          {found.map((offer) => (
            <OneOffer key={offer.key} offer={offer} several={found.length > 1} targets={targets} show={setShown} />
          ))}
          <Notes open={open} />
        </div>
      </div>
    </>
  )
}

const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`
const pointId = (key: string, topic: string): string => `${key} attorney ${topic}`

/** A second letter from a buyer goes into the existing offer. */
function usualTargets({ offers }: Case, { read }: Open): Record<string, string> {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')
  return Object.fromEntries(
    Object.entries(read.fields).flatMap(([id, { value }]) => {
      const key = /^offers\.(o\d+)\.buyer$/.exec(id)?.[1]
      const known = offers.find(({ buyer }) => buyer !== '' && plain(buyer) === plain(String(value)))
      return key && known ? [[key, known.id]] : []
    }),
  )
}

function OneOffer(props: {
  readonly offer: OfferFound
  readonly several: boolean
  readonly targets: Readonly<Record<string, string>>
  readonly show: (place: Place) => void
}) {
  const { offer, several, targets, show } = props
  const document = useDocument()
  const { answers, answer, aim } = useReading()
  const title = offer.buyer || (several ? `Offer ${offer.key.slice(1)} in the letter` : 'The offer')
  return (
    <Section title={title}>
      {document.offers.length > 0 && (
        <p className={classes.value}>
          <label htmlFor={`target-${offer.key}`}>Goes into</label>
          <select
            id={`target-${offer.key}`}
            value={targets[offer.key] ?? 'new'}
            onChange={(event) => aim(offer.key, event.target.value)}
          >
            <option value="new">a new offer</option>
            {document.offers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}, which is changed
              </option>
            ))}
          </select>
        </p>
      )}
      <ul className={classes.terms} aria-label={`Terms: ${title}`}>
        {offer.proposals.map((proposal) => (
          <Term key={proposal.id} proposal={proposal} show={show} />
        ))}
      </ul>
      {offer.unstated.length > 0 && (
        <>
          <h3>Not stated</h3>
          <p>
            The letter does not say {list(offer.unstated)}. Until the buyer answers, the program assumes it, and it is
            listed as unconfirmed.
          </p>
        </>
      )}
      {offer.attorney.length > 0 && (
        <>
          <h3>Questions for your attorney</h3>
          <ul className={classes.terms} aria-label={`Questions for your attorney: ${title}`}>
            {offer.attorney.map((point) => {
              const id = pointId(offer.key, point.topic)
              const refused = answers[id]?.taken === false
              return (
                <li key={point.topic} className={classes.term}>
                  <p>{point.topic}</p>
                  <p className="quiet">
                    “{point.words}” <ShowButton place={point} what={point.topic} show={show} />
                  </p>
                  <span className={classes.buttons}>
                    <button
                      type="button"
                      aria-label={`Leave out: ${point.topic}`}
                      aria-pressed={refused}
                      onClick={() => answer({ [id]: { taken: refused } })}
                    >
                      Leave out
                    </button>
                  </span>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </Section>
  )
}

/** Corrects the value of a term that was found. */
function valueOf(
  { field, value, label }: Proposal,
  answer: Answer | undefined,
  document: Case,
): { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: string } {
  const text = answer?.text
  if (text === undefined)
    return value === undefined
      ? { ok: false, message: `${label}: choose one of the readings or enter the value that holds.` }
      : { ok: true, value }
  if (field.unit === 'choice') return { ok: true, value: text }
  if (field.unit === 'yesNo') return { ok: true, value: text === 'true' }
  return readTyped(text, field, false, knownOf(document))
}

function Term({ proposal, show }: { readonly proposal: Proposal; readonly show: (place: Place) => void }) {
  const { id, field, label, value, candidates, why, sure, base, words, now } = proposal
  const { answers, answer } = useReading()
  const input = useId()
  const name = partName(id) + label
  const own = answers[id]
  const text =
    own?.text ??
    (value === undefined ? '' : field.choices || field.unit === 'yesNo' ? String(value) : writeTyped(value, field))
  const type = (typed: string) => answer({ [id]: { text: typed, taken: true, problem: undefined } })
  const choices = field.choices ?? (field.unit === 'yesNo' ? { true: 'yes', false: 'no' } : undefined)
  const state = own?.taken === undefined ? 'open' : own.taken ? 'taken' : 'refused'
  return (
    <li className={classes.term} data-answer={state}>
      <span className={classes.name}>
        <label htmlFor={input}>{name}</label>
        <span className={classes.sure} data-sure={sure}>
          {sure === 'asked' ? 'you decide' : sure}
        </span>
      </span>
      <span className={classes.value}>
        {field.unit === 'usd' && '$'}
        {choices ? (
          <select id={input} value={text} onFocus={() => show(proposal)} onChange={(event) => type(event.target.value)}>
            {!(text in choices) && <option value={text}>choose</option>}
            {Object.entries(choices).map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        ) : (
          <input
            id={input}
            value={text}
            onFocus={() => show(proposal)}
            autoComplete="off"
            aria-invalid={own?.problem === undefined ? undefined : true}
            placeholder={sure === 'asked' ? 'choose or enter' : undefined}
            onChange={(event) => type(event.target.value)}
          />
        )}
        <span className="quiet small">{unitOf(proposal)}</span>
      </span>
      <span className={classes.buttons}>
        <button
          type="button"
          aria-label={`Take: ${name}`}
          aria-pressed={own?.taken === true}
          onClick={() => answer({ [id]: { taken: true } })}
        >
          Take
        </button>
        <button
          type="button"
          aria-label={`Refuse: ${name}`}
          aria-pressed={own?.taken === false}
          onClick={() => answer({ [id]: { taken: false, problem: undefined } })}
        >
          Refuse
        </button>
      </span>
      {candidates.length > 0 && (
        <span className={classes.candidates}>
          {candidates.map((candidate) => (
            <button
              key={String(candidate)}
              type="button"
              onClick={() => type(choices ? String(candidate) : writeTyped(candidate, field))}
            >
              {shownValue(candidate, field)}
            </button>
          ))}
        </span>
      )}
      {own?.problem && <p className={classes.wrong}>{own.problem}</p>}
      {why && <p>{why.charAt(0).toUpperCase() + why.slice(1)}.</p>}
      {now !== undefined && now !== value && <p>Now in the case: {shownValue(now, field)}.</p>}
      {base && <p className="quiet">The letter says “of {base.replace(/[\s.,;:…]+$/, '')}…”</p>}
      {words !== '' && (
        <p className="quiet">
          “{words.length > 200 ? `${words.slice(0, 200)}…` : words}”{' '}
          <ShowButton place={proposal} what={name} show={show} />
        </p>
      )}
    </li>
  )
}

function ShowButton(props: { readonly place: Place; readonly what: string; readonly show: (place: Place) => void }) {
  const { place, what, show } = props
  return (
    <button
      type="button"
      className="link"
      aria-label={`${place.place || 'Show'} in the text: ${what}`}
      onClick={() => show({ place: place.place, words: place.words })}
    >
      {place.place || 'Show'}
    </button>
  )
}

/** "Seller note 2: " before the fields of a price component. */
function partName(id: string): string {
  const [, kind, place] = /\.components\.([A-Za-z]+)-(\d+)\./.exec(id) ?? []
  const names: Readonly<Record<string, string>> = {
    escrow: 'Escrow',
    note: 'Seller note',
    earnOut: 'Earn-out',
    rolled: 'Rollover equity',
  }
  if (kind === undefined) return ''
  return `${names[kind] ?? kind}${place === '1' ? '' : ` ${place}`}: `
}

/** "% of collections", "months": the unit after the number. */
function unitOf({ field: { unit, per } }: Proposal): string {
  const sign =
    unit === 'rate' ? '%' : unit === 'factor' ? '×' : ['years', 'months', 'days', 'hours'].includes(unit) ? unit : ''
  return [sign, per].filter(Boolean).join(' ')
}

/** The reader's notes on the whole file, and deleted text found in it. */
function Notes({ open: { read } }: { readonly open: Open }) {
  if (read.notes.length + read.struckOut.length === 0) return null
  return (
    <Section title="About this document">
      {read.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {read.struckOut.length > 0 && (
        <ul>
          {read.struckOut.map((text, at) => (
            <li key={at}>
              Struck out: <del>{text}</del>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
