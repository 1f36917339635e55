import { Button, Group } from '@mantine/core'
import { useId, useState } from 'react'

import { put, removed } from '../../../shared/case/lists'
import { capitalized } from '../../../shared/case/names'
import type { Question } from '../../../shared/case/partner/schema'
import {
  ASKED_OF,
  priceExplained,
  priceInWords,
  QUESTIONS,
  questionsAsText,
  questionsHeadline,
  stateInWords,
  withAnswer,
  type Asked,
  type QuestionRow,
} from '../../../shared/present/partner/questions'
import { copyText } from '../../charts/save'
import { usd, usdInWords } from '../../format'
import { goToField } from '../../state/goto'
import { useStore } from '../../state/store'
import { Field } from '../entry/Field'
import entry from '../entry/entry.module.css'
import { Fields } from '../entry/Section'
import { tell } from '../frame/tell'
import { State } from '../risk/State'
import { change } from './organizations'
import choices from '../entry/choices.module.css'
import classes from './partner.module.css'
import { useQuestions } from './use-questions'
import type { DataTable } from '../../../shared/present/data-table'
import { SaveCsv } from '../figure/SaveCsv'

const STATES: Readonly<Record<Question['state'], string>> = { open: 'open', asked: 'asked', answered: 'answered' }

/** All questions in one list: whom to ask, their status, and what they could cost. */
export function Questions() {
  const { document, rows, analysis } = useQuestions()
  const [who, setWho] = useState<Asked | 'all'>('all')
  const [state, setState] = useState<Question['state'] | 'all'>('all')
  const id = useId()
  const [opened, setOpened] = useState<string>()
  const shown = rows.filter((row) => (who === 'all' || row.for === who) && (state === 'all' || row.state === state))
  const copy = async () => {
    const done = await copyText(questionsAsText(shown, { name: document.name, who, amount: usdInWords }))
    tell(done ? 'The questions are on the clipboard as text.' : 'This program could not write to the clipboard.')
  }
  const add = () => {
    const id = crypto.randomUUID()
    const seed = { id, ...(who === 'all' ? {} : { for: who }) }
    if (!change(put(document, QUESTIONS, seed))) return
    setState('all')
    setOpened(id)
  }
  return (
    <>
      <h2 className={classes.finding}>{questionsHeadline(rows, usdInWords)}</h2>
      <p className="quiet">
        What a question could cost is the difference between two evaluations of this case, with the better term and as
        offered: present value of all your after-tax cash flow, expected view, in today’s dollars.{' '}
        <State analysis={analysis} />
      </p>
      <div className={`${classes.filters} ${choices.choices}`}>
        <label htmlFor={`${id}-who`}>For</label>
        <select
          id={`${id}-who`}
          value={who}
          onChange={({ currentTarget }) => setWho(currentTarget.value as typeof who)}
        >
          <option value="all">everybody</option>
          {Object.entries(ASKED_OF).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-state`}>State</label>
        <select
          id={`${id}-state`}
          value={state}
          onChange={({ currentTarget }) => setState(currentTarget.value as typeof state)}
        >
          <option value="all">any</option>
          {Object.entries(STATES).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
        <Group gap="xs">
          <Button variant="default" size="compact-sm" onClick={() => void copy()} disabled={shown.length === 0}>
            Copy {shown.length} as text
          </Button>
          <SaveCsv title="Questions" table={() => asTable(shown)} />
          <Button variant="default" size="compact-sm" onClick={add}>
            Add a question of your own
          </Button>
        </Group>
      </div>
      {shown.length === 0 && (
        <p className="quiet">
          {rows.length === 0
            ? 'Enter an offer: whatever its terms leave open becomes a question here.'
            : 'No question of this kind.'}
        </p>
      )}
      <ol className={classes.questions} aria-label="Questions">
        {shown.map((row) => (
          <Item
            key={row.id}
            row={row}
            open={opened === row.id}
            onOpen={(open) => setOpened(open ? row.id : undefined)}
          />
        ))}
      </ol>
    </>
  )
}

/** The questions as they are listed, with their answers. */
const asTable = (rows: readonly QuestionRow[]): DataTable => ({
  head: ['For', 'Question', 'What it could cost', 'State', 'Answer'],
  rows: rows.map((row) => [
    capitalized(ASKED_OF[row.for]),
    row.text,
    priceInWords(row, usd),
    STATES[row.state],
    row.record?.answer ?? '',
  ]),
})

function Item(props: { readonly row: QuestionRow; readonly open: boolean; readonly onOpen: (open: boolean) => void }) {
  const { row, open, onOpen } = props
  const { document } = useStore.getState()
  const at = `${QUESTIONS}/${row.id}`
  const own = row.about === ''
  const text = row.text || 'A question of your own, not written yet'
  const price = priceInWords(row, usd)
  const choose = (state: Question['state']) => {
    if (document && change(withAnswer(document, row, 'state', state))) onOpen(state !== 'open')
  }
  const remove = () => {
    if (document && change(removed(document, QUESTIONS, row.id)))
      tell('The question has been deleted.', { label: 'Undo', run: useStore.getState().undo })
  }
  return (
    <li data-state={row.state}>
      <div className={classes.question}>
        <div>
          <p>
            <strong>{capitalized(ASKED_OF[row.for])}:</strong> {text}
          </p>
          {row.why && <p className="quiet small">{row.why}</p>}
          {row.state !== 'open' && <p className="small">{stateInWords(row)}</p>}
          {row.path === undefined && !own && (
            <p className="quiet small">This term is no longer open; the question stands as it was asked.</p>
          )}
        </div>
        <div className={`${classes.side} ${choices.choices}`}>
          {price && row.price && (
            <details>
              <summary className={classes.price}>{capitalized(price)}</summary>
              <p className="small">{priceExplained(row.price, usd)}</p>
            </details>
          )}
          <label className="small">
            State
            <select
              aria-label={`State of: ${text}`}
              value={row.state}
              onChange={({ currentTarget }) => choose(currentTarget.value as Question['state'])}
            >
              {Object.entries(STATES).map(([key, name]) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          {row.path !== undefined && (
            <button type="button" className="link small" onClick={() => goToField(row.path!)}>
              Go to the term<span className="unseen">: {text}</span>
            </button>
          )}
          {row.record && (
            <button type="button" className="link small" aria-expanded={open} onClick={() => onOpen(!open)}>
              {open ? 'Close' : 'Details'}
              <span className="unseen">: {text}</span>
            </button>
          )}
        </div>
      </div>
      {open && row.record && (
        <div className={entry.section}>
          <Fields>
            {own && <Field path={`${at}/text`} wide />}
            {own && <Field path={`${at}/for`} />}
            <Field path={`${at}/askedOf`} />
            <Field path={`${at}/askedOn`} />
            <Field path={`${at}/answer`} wide />
            <Field path={`${at}/answeredOn`} />
          </Fields>
          {(own || row.path === undefined) && (
            <p className={classes.adders}>
              <button type="button" className="link" onClick={remove}>
                Delete this question
              </button>
            </p>
          )}
        </div>
      )}
    </li>
  )
}
