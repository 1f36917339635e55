import { Button } from '@mantine/core'
import { useId } from 'react'

import { put } from '../../../shared/case/lists'
import { capitalized, elementName } from '../../../shared/case/names'
import type { JournalEntry } from '../../../shared/case/partner/schema'
import { journalTable } from '../../../shared/present/partner/journal-table'
import { day } from '../../format'
import { NO_DRAFT, useJournalDraft } from '../../state/partner'
import { useDocument, useStore } from '../../state/store'
import { SaveCsv } from '../figure/SaveCsv'
import { tell } from '../frame/tell'
import { change } from './organizations'
import classes from './partner.module.css'

const LONGEST = 2000

/** What the owner was leaning toward, when, how firmly and why. Entries are added and never changed. */
export function Journal() {
  const { journal } = useDocument().partner
  const last = journal.at(-1)
  return (
    <>
      <h2 className={classes.finding}>
        {last
          ? `${last.leaning}: your leaning on ${day(last.on)}, confidence ${last.confidence} of 10`
          : 'No entry yet'}
      </h2>
      <p className="quiet">
        Write down what you lean to and why, before and after each call or draft. An entry cannot be changed later: it
        shows what you thought when you did not know the end.
      </p>
      <NewEntry />
      <ol className={classes.timeline} aria-label="Journal">
        {journal.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {journal.length > 0 && <SaveCsv title="Decision journal" table={() => journalTable(journal)} />}
    </>
  )
}

function NewEntry() {
  const document = useDocument()
  const caseId = useStore((state) => state.caseId) ?? ''
  const today = useStore((state) => state.capabilities?.today)
  const { leaning, confidence, reason } = useJournalDraft((state) => state.drafts[caseId] ?? NO_DRAFT)
  const keep = useJournalDraft((state) => state.keep)
  const id = useId()
  const [stay, go] =
    document.practice.role === 'associate' ? ['Stay where you are', 'Take the job:'] : ['Stay independent', 'Sell to']
  const leanings = [
    'Undecided',
    stay,
    ...document.offers.map((offer) => `${go} ${capitalized(elementName(`offers/${offer.id}`, document))}`),
  ]
  const write = () => {
    if (reason.trim() === '') return tell('Reason: it is empty. Write in a sentence or two why you lean that way.')
    if (!today) return
    const entry: JournalEntry = { id: crypto.randomUUID(), on: today, leaning, confidence, reason: reason.trim() }
    if (change(put(document, 'partner/journal', entry))) keep(caseId, NO_DRAFT)
  }
  return (
    <form
      className={classes.newEntry}
      onSubmit={(event) => {
        event.preventDefault()
        write()
      }}
    >
      <label htmlFor={`${id}-leaning`}>Leaning today</label>
      <select
        id={`${id}-leaning`}
        value={leaning}
        onChange={({ currentTarget }) => keep(caseId, { leaning: currentTarget.value })}
      >
        {leanings.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      <label htmlFor={`${id}-confidence`}>Confidence, 0 to 10</label>
      <select
        id={`${id}-confidence`}
        value={confidence}
        onChange={({ currentTarget }) => keep(caseId, { confidence: Number(currentTarget.value) })}
      >
        {Array.from({ length: 11 }, (_, i) => (
          <option key={i}>{i}</option>
        ))}
      </select>
      <label htmlFor={`${id}-reason`}>Reason</label>
      <textarea
        id={`${id}-reason`}
        rows={3}
        maxLength={LONGEST}
        value={reason}
        onChange={({ currentTarget }) => keep(caseId, { reason: currentTarget.value })}
      />
      <Button type="submit" variant="default">
        Add to the journal
      </Button>
    </form>
  )
}

function Entry({ entry: { on, leaning, confidence, reason } }: { readonly entry: JournalEntry }) {
  return (
    <li>
      <time dateTime={on}>{day(on)}</time>
      <div>
        <p>
          <strong>{leaning}</strong> <span className="quiet">confidence {confidence} of 10</span>
        </p>
        <span className={classes.confidence} aria-hidden="true">
          <span style={{ width: `${confidence * 10}%` }} />
        </span>
        <p>{reason}</p>
      </div>
    </li>
  )
}
