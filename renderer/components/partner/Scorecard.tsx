import { Fragment, useDeferredValue, useMemo, useState, type CSSProperties } from 'react'

import {
  leadsOf,
  scorecardOf,
  scoreHeadline,
  totalInWords,
  unknownInWords,
  WEIGHTINGS_IN_WORDS,
  type ScoreColumn,
  type Scorecard as Card,
} from '../../../shared/present/partner/scorecard'
import { markOfPath } from '../../charts/marks'
import { MarkSign } from '../../charts/MarkSign'
import { none } from '../../format'
import { useDocument } from '../../state/store'
import { Field } from '../entry/Field'
import entry from '../entry/entry.module.css'
import { Fields, Section } from '../entry/Section'
import { DealBreakers } from './DealBreakers'
import { FieldCell } from './FieldCell'
import classes from './partner.module.css'
import { SaveCsv } from '../figure/SaveCsv'

/** The owner's opinion of every offer and of staying independent, area by area. */
export function Scorecard() {
  const document = useDocument()
  const card = useMemo(() => scorecardOf(document), [document])
  return (
    <>
      <h2 className={classes.finding}>{scoreHeadline(card)}</h2>
      <p className="quiet">
        Scores run from 0 to 10 and weigh nothing against dollars. An unknown score is a gap: the total is then a range,
        from all unknown scores at 0 to all of them at 10.{' '}
        {card.even && 'All weights are even so far; no research supports any other, so yours decide.'}
      </p>
      <Totals card={card} />
      <Areas card={card} />
      <Weightings card={card} />
    </>
  )
}

function Totals({ card }: { readonly card: Card }) {
  const document = useDocument()
  return (
    <ul className={classes.totals} aria-label="Totals">
      {card.columns.map((column) => (
        <li key={column.id}>
          <span className={classes.whose}>
            <MarkSign mark={markOfPath(document, column.id)} /> {column.name}
          </span>
          <Bar column={column} color={markOfPath(document, column.id).color} />
          <span>
            <strong>{totalInWords(column.total)}</strong>{' '}
            <span className="quiet small">{unknownInWords(column.total)}</span>
            <DealBreakers names={column.dealBreakers} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Scored weight is solid, unknown weight hatched; the words beside it say the same. */
function Bar({ column: { total, name }, color }: { readonly column: ScoreColumn; readonly color: string }) {
  return (
    <span
      className={classes.bar}
      style={{ '--mark': color } as CSSProperties}
      role="img"
      aria-label={`${name}: ${totalInWords(total)}`}
    >
      <span className={classes.unknown} style={{ width: `${total.high * 10}%` }} />
      <span className={classes.known} style={{ width: `${total.low * 10}%` }} />
    </span>
  )
}

function Areas({ card }: { readonly card: Card }) {
  const [open, setOpen] = useState<string>()
  return (
    <Section
      title="Areas"
      says="Open an area for what to look for, the question to ask, your evidence, and the mark of a deal-breaker."
    >
      <div className={entry.rows}>
        <table className={classes.facts}>
          <caption className="unseen">Weights and scores by area</caption>
          <thead>
            <tr>
              <th scope="col">Area</th>
              <th scope="col">
                Weight<span className={entry.unit}> 0–10</span>
              </th>
              {card.columns.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                  <span className={entry.unit}> 0–10</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {card.areas.map(({ id, name, look, ask }) => {
              const marked = card.columns.filter(({ scores }) => scores[id].dealBreaker)
              return (
                <Fragment key={id}>
                  <tr>
                    <th scope="row">
                      <button
                        type="button"
                        className="link"
                        aria-expanded={open === id}
                        onClick={() => setOpen(open === id ? undefined : id)}
                      >
                        {name}
                      </button>
                      {marked.length > 0 && (
                        <span className={classes.sign}>✕ deal-breaker: {marked.map((one) => one.name).join(', ')}</span>
                      )}
                    </th>
                    <FieldCell path={`partner/weights/${id}`} />
                    {card.columns.map((column) => (
                      <FieldCell
                        key={column.id}
                        path={`${column.at}/${id}/score`}
                        name={`${name}: score of ${column.name}`}
                      />
                    ))}
                  </tr>
                  {open === id && (
                    <tr>
                      <td colSpan={2 + card.columns.length} className={classes.opened}>
                        <p>
                          <strong>Look for:</strong> {look}
                        </p>
                        <p>
                          <strong>Ask:</strong> {ask}
                        </p>
                        {card.columns.map((column) => (
                          <Fields key={column.id}>
                            <Field path={`${column.at}/${id}/note`} label={`Evidence: ${column.name}`} />
                            <Field path={`${column.at}/${id}/dealBreaker`} label={`Deal-breaker: ${column.name}`} />
                          </Fields>
                        ))}
                      </td>
                    </tr>
                  )}
                </Fragment>
              )
            })}
          </tbody>
        </table>
      </div>
      <SaveCsv title="Scorecard" />
    </Section>
  )
}

/** How the order changes with the weights. It takes longer than a keystroke: the table above updates first. */
function Weightings({ card }: { readonly card: Card }) {
  const calm = useDeferredValue(card)
  const { leads, common } = useMemo(() => leadsOf(calm), [calm])
  if (leads.length < 2) return null
  const nameOf = (id: string) => calm.columns.find((column) => column.id === id)!.name
  return (
    <Section
      title="If the weights were different"
      says={`In which part of all weightings each leads. ${WEIGHTINGS_IN_WORDS} A tie is no lead.`}
    >
      <div className={entry.rows}>
        <table className={classes.shares}>
          <caption className="unseen">Share of all weightings in which each leads</caption>
          <thead>
            <tr>
              <th scope="col">Alternative</th>
              <th scope="col">Leads whatever is unknown</th>
              <th scope="col">Can lead</th>
              <th scope="col">
                {common > 0
                  ? `Leads on the ${common} ${common === 1 ? 'area' : 'areas'} scored for all`
                  : 'No area is scored for all'}
              </th>
            </tr>
          </thead>
          <tbody>
            {leads.map(({ id, surely, possibly, onCommon }) => (
              <tr key={id}>
                <th scope="row">{nameOf(id)}</th>
                <td className="number">{part(surely)}</td>
                <td className="number">{part(possibly)}</td>
                <td className="number">{onCommon === undefined ? none : part(onCommon)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SaveCsv title="Share of all weightings in which each leads" />
    </Section>
  )
}

/** What is neither all nor nothing is never rounded to either. */
const part = (share: number): string =>
  share > 0 && share < 0.005 ? 'under 1%' : share < 1 && share > 0.995 ? 'over 99%' : `${Math.round(share * 100)}%`
