import { useMemo } from 'react'

import { withJournalOf } from '../../../shared/case/partner/journal'
import type { Case } from '../../../shared/case/schema'
import { VIEWS, type View } from '../../../shared/model'
import { capital, textOf } from '../../../shared/present/sentence'
import {
  changedInputs,
  changesTitle,
  headlineThen,
  movedFigures,
  wasInWords,
  type ChangedInput,
  type MovedCell,
  type MovedFigure,
} from '../../../shared/present/since'
import { markOfPath } from '../../charts/marks'
import { MarkSign } from '../../charts/MarkSign'
import { byUnit, plain, usdInWords, valueText } from '../../format'
import { goToField } from '../../state/goto'
import { outcomeThen } from '../../state/snapshots'
import { useOutcome } from '../../state/outcome'
import { useDocument, useStore } from '../../state/store'
import { dollarsInWords, VIEW_WORDS } from '../compare/dollars'
import { Figure } from '../figure/Figure'
import { InWords } from '../figure/InWords'
import classes from './snapshots.module.css'
import { VIEW_NAMES } from '../../../shared/present/views'
import { SaveCsv } from '../figure/SaveCsv'

/** Changes since a snapshot: the answer, inputs and figures. */
export function Since({ name, then }: { readonly name: string; readonly then: Case }) {
  const document = useDocument()
  const now = useOutcome()
  const view = useStore((state) => state.view)
  const dollars = useStore((state) => state.dollars)
  const before = outcomeThen(then)
  // What is written in the journal is no input, and going back leaves it.
  const inputs = useMemo(() => changedInputs(withJournalOf(document, then), document), [then, document])
  const paths = useMemo(() => movedFigures(before, now, dollars), [before, now, dollars])
  const answers = useMemo(
    () => [before, now].map((outcome) => headlineThen(outcome, view, dollars)),
    [before, now, view, dollars],
  )
  const count = inputs.length
  const moved = paths.filter(({ state, rows }) => state !== 'both' || rows.length > 0)
  return (
    <section aria-labelledby="since" className={classes.since}>
      <h2 id="since">{changesTitle(count, name)}</h2>
      <dl className={classes.answers}>
        <dt>Then</dt>
        <dd>{textOf(answers[0]!, usdInWords)}</dd>
        <dt>Now</dt>
        <dd>
          <InWords sentence={answers[1]!} />
        </dd>
      </dl>
      <p className="quiet small">
        {VIEW_WORDS[view].charAt(0).toUpperCase() + VIEW_WORDS[view].slice(1)}, {dollarsInWords(dollars)}.
      </p>
      {count > 0 && <Inputs inputs={inputs} />}
      {count > 0 && moved.length === 0 && <p>No figure in the comparison changed.</p>}
      {moved.map(({ path, name: title, state, rows }) => (
        <section key={path} className={classes.path} aria-label={`Figures of ${title}`}>
          <h3>
            {state !== 'removed' && <MarkSign mark={markOfPath(document, path)} />} {title}
          </h3>
          {state === 'added' && <p className="quiet">This path did not exist then.</p>}
          {state === 'removed' && <p className="quiet">This path has been removed.</p>}
          {state === 'both' && <Figures path={path} title={title} rows={rows} />}
        </section>
      ))}
    </section>
  )
}

function Inputs({ inputs }: { readonly inputs: readonly ChangedInput[] }) {
  return (
    <>
      <table className={classes.table}>
        <caption className="unseen">Inputs that changed</caption>
        <thead>
          <tr>
            <th scope="col">Input</th>
            <th scope="col">Then</th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {inputs.map((input) => (
            <tr key={`${input.kind} ${input.path}`}>
              <th scope="row">
                {input.kind === 'changed' ? (
                  <button type="button" className="link" onClick={() => goToField(input.path)}>
                    {input.label}
                  </button>
                ) : (
                  input.label
                )}
              </th>
              {input.kind === 'changed' ? (
                <>
                  <td>{valueText(input.was, input.field)}</td>
                  <td>{valueText(input.is, input.field)}</td>
                </>
              ) : (
                <>
                  <td className="quiet">{input.kind === 'added' ? 'absent' : 'present'}</td>
                  <td>{input.kind === 'added' ? 'new' : 'removed'}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <SaveCsv title="Inputs that changed" />
    </>
  )
}

function Figures({ path, title, rows }: { path: string; title: string; rows: readonly MovedFigure[] }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reached by keyboard
    <div className={classes.scroll} role="region" aria-label={`Figures of ${title} that moved`} tabIndex={0}>
      <table className={classes.table}>
        <caption className="unseen">Figures of {title} that moved</caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            {VIEWS.map((view) => (
              <th key={view} scope="col">
                {capital(VIEW_NAMES[view])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.label} <span className="quiet small">{row.note}</span>
              </th>
              {VIEWS.map((view) => (
                <td key={view}>
                  <Cell path={path} view={view} cell={row.views[view]} unit={row.unit} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <SaveCsv title={`Figures of ${title} that moved`} />
    </div>
  )
}

/** The current value, and below it the former value and the change. */
function Cell(props: { path: string; view: View; cell: MovedCell; unit: MovedFigure['unit'] }) {
  const { path, view, cell, unit } = props
  const { figure } = cell
  const { was, up, by } = wasInWords(cell, (value) => (unit === 'hours' ? plain(value, 0) : byUnit(value, unit)))
  return (
    <>
      {figure === undefined ? <span className="quiet">none</span> : <Figure path={path} view={view} id={figure} />}
      <span className={classes.was}>
        {was}
        {up !== undefined && (up ? '▲' : '▼')}
        {by}
      </span>
    </>
  )
}
