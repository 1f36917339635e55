import { useMemo } from 'react'

import { changeEffects } from '../../../shared/analysis/change-effects'
import { withJournalOf } from '../../../shared/case/partner/journal'
import { evaluateCase, VIEWS } from '../../../shared/model'
import { figureId } from '../../../shared/present/money'
import { roleWords } from '../../../shared/present/paths'
import { textOf } from '../../../shared/present/sentence'
import {
  changedInputs,
  changesTitle,
  headlineThen,
  movedFigures,
  wasInWords,
  type Was as Before,
  type ChangedInput,
  type MovedFigure,
  type MovedPath,
} from '../../../shared/present/since'
import { byUnit, none, plain, usd, usdInWords, valueText } from '../../format'
import { dollarsInWords, type Part, type SinceSnapshot } from '../context'
import { Direction } from '../Direction'
import { Heading } from '../headings'
import { inTables } from '../in-tables'
import { PathName } from '../PathName'
import { ViewHeads } from '../ViewHeads'

/** The most paths whose leads one table of inputs shows; more go into another one. */
const BESIDE = 4

interface Props extends Part {
  readonly since: SinceSnapshot
  /** Whether the report tells of the partner; otherwise what is known of one is no change to report either. */
  readonly withPartner: boolean
}

/** What has changed since a snapshot: the answer, each input with what it does to the leads, and the figures. */
export function Changes({ outcome, document, readiness, dollars, since, withPartner }: Props) {
  const { name, document: then } = since
  const before = useMemo(() => evaluateCase(then), [then])
  const inputs = useMemo(
    () =>
      changedInputs(withJournalOf(document, then), document).filter(
        ({ path }) => withPartner || !path.split('/').includes('partner'),
      ),
    [then, document, withPartner],
  )
  const ready = readiness.blockers.length === 0
  const moved = useMemo(
    () =>
      ready
        ? movedFigures(before, outcome, dollars).filter(({ state, rows }) => state !== 'both' || rows.length > 0)
        : [],
    [ready, before, outcome, dollars],
  )
  return (
    <section className="chapter flows">
      <Heading level={2}>{changesTitle(inputs.length, name)}</Heading>
      <table className="facts">
        <caption>The answer, expected view, in {dollarsInWords(dollars)}</caption>
        <tbody>
          {(
            [
              ['Then', before],
              ['Now', outcome],
            ] as const
          ).map(([when, state]) => (
            <tr key={when}>
              <th scope="row">{when}</th>
              <td>{textOf(headlineThen(state, 'expected', dollars), usdInWords)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {inputs.length > 0 && (
        <Inputs inputs={inputs} outcome={outcome} document={document} then={then} dollars={dollars} ready={ready} />
      )}
      {inputs.length > 0 && ready && moved.length === 0 && <p>No figure in the comparison changed.</p>}
      {moved.map((path) => (
        <Moved key={path.path} {...path} document={document} dollars={dollars} />
      ))}
    </section>
  )
}

interface InputsProps extends Pick<Props, 'outcome' | 'document' | 'dollars'> {
  readonly inputs: readonly ChangedInput[]
  readonly then: Props['document']
  readonly ready: boolean
}

function Inputs({ inputs, outcome, document, then, dollars, ready }: InputsProps) {
  const effects = useMemo(() => {
    const others = ready ? outcome.paths.filter(({ id }) => id !== 'keep') : []
    if (others.length === 0) return []
    const figure = figureId(outcome, others[0]!.id, 'expected', 'leadAtRetirement', dollars)
    const ids = others.map(({ id }) => id)
    const found = changeEffects(withJournalOf(document, then), document, inputs, ids, figure)
    return others.map((path, i) => ({ ...path, by: found.map((amounts) => amounts[i]!) }))
  }, [inputs, outcome, document, then, dollars, ready])
  const { first } = roleWords(outcome.document)
  return (
    <>
      <Heading level={3}>Inputs that changed</Heading>
      {effects.length > 0 && (
        <p className="small">
          The effect of a change is on the lead over {first} at retirement, expected view, in {dollarsInWords(dollars)}:
          the lead as it is, less the lead with this one change undone. Changes that act together do not add up to the
          whole.
        </p>
      )}
      {inTables(effects, BESIDE).map((columns, at) => (
        <table key={columns[0]?.id ?? 'inputs'} className="changes">
          <caption>
            {at === 0 ? 'Each input then and now' : 'The same inputs'}
            {columns.length > 0 && `, and its effect on the lead over ${first}`}
          </caption>
          <thead>
            <tr>
              <th scope="col">Input</th>
              {at === 0 && (
                <>
                  <th scope="col">Then</th>
                  <th scope="col">Now</th>
                </>
              )}
              {columns.map(({ id, name }) => (
                <th scope="col" key={id} className="number">
                  <PathName document={document} id={id} name={name} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inputs.map((input, i) => (
              <tr key={`${input.kind} ${input.path}`}>
                <th scope="row">{input.label}</th>
                {at === 0 &&
                  (input.kind === 'changed' ? (
                    <>
                      <td>{valueText(input.was, input.field)}</td>
                      <td>{valueText(input.is, input.field)}</td>
                    </>
                  ) : (
                    <>
                      <td>{input.kind === 'added' ? 'absent' : 'present'}</td>
                      <td>{input.kind === 'added' ? 'new' : 'removed'}</td>
                    </>
                  ))}
                {columns.map(({ id, by }) => (
                  <td key={id} className="number">
                    {effectText(by[i]!)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  )
}

function effectText(amount: number): string {
  if (Number.isNaN(amount)) return none
  const text = usd(amount)
  return text === '$0' ? 'no effect' : amount > 0 ? `+${text}` : text
}

function Moved({ path, name, state, rows, document, dollars }: MovedPath & Pick<Props, 'document' | 'dollars'>) {
  return (
    <>
      <Heading level={3}>{state === 'removed' ? name : <PathName document={document} id={path} name={name} />}</Heading>
      {state === 'added' && <p>This path did not exist then.</p>}
      {state === 'removed' && <p>This path has been removed.</p>}
      {state === 'both' && <Figures name={name} rows={rows} dollars={dollars} />}
    </>
  )
}

function Figures({
  name,
  rows,
  dollars,
}: Pick<Props, 'dollars'> & { readonly name: string; readonly rows: readonly MovedFigure[] }) {
  return (
    <table className="changes">
      <caption>
        Figures of {name} that moved, in {dollarsInWords(dollars)}
      </caption>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <ViewHeads />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label, note, unit, views }) => {
          const write = (value: number) => (unit === 'hours' ? plain(value, 0) : byUnit(value, unit))
          return (
            <tr key={id}>
              <th scope="row">
                {label} <span className="quiet">{note}</span>
              </th>
              {VIEWS.map((view) => (
                <td key={view} className="number">
                  {write(views[view].is)}
                  <Was {...wasInWords(views[view], write)} />
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const Was = ({ was, up, by }: Before) => (
  <div className="difference">
    <span className="whole">{was}</span>
    {up !== undefined && (
      <span className="whole">
        <Direction up={up} />
        {by}
      </span>
    )}
  </div>
)
