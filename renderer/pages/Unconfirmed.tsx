import { Button } from '@mantine/core'

import type { Material } from '../../shared/analysis/material'
import { describe } from '../../shared/case/describe'
import { get } from '../../shared/case/path'
import { nameOf } from '../../shared/case/problems'
import { outsideRange } from '../../shared/case/ranges'
import type { Case } from '../../shared/case/schema'
import { SIZABLE, type Weighed } from '../../shared/present/material'
import { list } from '../../shared/present/sentence'
import checks from '../components/entry/checks.module.css'
import { PageHead } from '../components/entry/PageHead'
import { rangeLine } from '../components/entry/range-words'
import { StillNeeded } from '../components/entry/StillNeeded'
import { tell } from '../components/frame/tell'
import { usd, usdShort, valueText } from '../format'
import { goToField } from '../state/goto'
import { useMaterial } from '../state/material'
import { useOutcome } from '../state/outcome'
import { missing, readiness } from '../state/readiness'
import { useDocument, useStore } from '../state/store'
import { essentials, unconfirmed } from '../state/unconfirmed'
import classes from './unconfirmed.module.css'
import { SaveCsv } from '../components/figure/SaveCsv'

/** Every unconfirmed value that the figures depend on; those that could change the answer come first. */
export default function Unconfirmed() {
  const document = useDocument()
  const outcome = useOutcome()
  const open = unconfirmed(outcome)
  const { weighed, running, failed } = useMaterial(outcome)
  if (open.length === 0)
    return <PageHead title="Nothing is unconfirmed" says="Every value behind the figures was entered or confirmed." />
  // In order of entry until they have been evaluated, or if there is no answer yet that they could move.
  const groups = weighed && groupsOf(weighed, open)
  const answered = readiness(outcome).blockers.length === 0
  return (
    <>
      <PageHead title={titleOf(weighed, open.length)} says={answered ? SAYS : SAYS_UNANSWERED}>
        {running && !weighed && (
          <p className="quiet small" role="status">
            Calculating how much each one matters.
          </p>
        )}
        {failed && <strong role="alert">How much they matter could not be worked out: {failed}</strong>}
      </PageHead>
      {!answered && (
        <div className={checks.checks}>
          <StillNeeded needed={missing(outcome)} />
        </div>
      )}
      {groups ? (
        groups
          .filter(({ values }) => values.length > 0)
          .map((group) => <Group key={group.id} {...group} document={document} />)
      ) : (
        <Group id="all" title="In the order of entry" values={open.map((path) => ({ path }))} document={document} />
      )}
    </>
  )
}

const SAYS =
  'The figures rest on these values, which have not been confirmed. They are the program’s defaults, not facts about you; the report marks them as assumed.'
const SAYS_UNANSWERED =
  'There is no comparison yet. It will use these values unless you enter your own: they are the program’s defaults, not facts about you. Once there is one, those that matter most come first.'

function titleOf(weighed: Weighed | undefined, count: number): string {
  if (!weighed) return `${count} ${count === 1 ? 'value is' : 'values are'} still assumed`
  const { decisive, sizable, minor } = weighed
  const parts = [
    decisive.length > 0 && `${decisive.length} could change the answer`,
    sizable.length > 0 && `${sizable.length} could move it by more than ${usd(SIZABLE)}`,
    minor.length > 0 && `${minor.length} ${minor.length === 1 ? 'has' : 'have'} little effect`,
  ].filter((part) => part !== false)
  return `Of ${count} assumed ${count === 1 ? 'value' : 'values'}, ${list(parts)}`
}

/** A result for an earlier state of the case may list a value that is confirmed by now. */
function groupsOf({ decisive, sizable, minor }: Weighed, open: readonly string[]) {
  const still = new Set(open)
  const values = (found: readonly Material[]) => found.filter(({ path }) => still.has(path))
  return [
    { id: 'decisive', title: 'Could change the answer', values: values(decisive) },
    { id: 'sizable', title: `Could move it by more than ${usd(SIZABLE)}`, values: values(sizable) },
    { id: 'minor', title: 'Little effect', values: values(minor), folded: true },
  ]
}

interface GroupProps {
  readonly id: string
  readonly title: string
  readonly values: readonly { readonly path: string; readonly swing?: number }[]
  readonly document: Case
  /** Minor values are shown on request. */
  readonly folded?: boolean
}

function Group({ id, title, values, document, folded = false }: GroupProps) {
  const first = new Set(essentials(document))
  // Values outside the published range, and those only the owner can know, are reviewed one by one.
  const right = values
    .map(({ path }) => path)
    .filter((path) => !first.has(path) && outsideRange(path, get(document, path), document) === undefined)
  const table = <Table title={title} values={values} document={document} first={first} />
  return (
    <section className={classes.step} aria-labelledby={`open-${id}`}>
      <h2 id={`open-${id}`}>
        {title} <span className="quiet small">{values.length}</span>
      </h2>
      {right.length > 1 && (
        <p className={classes.confirm}>
          <Button size="xs" variant="default" onClick={() => confirmAll(right)}>
            Confirm all that look right ({right.length})<span className="unseen">: {title}</span>
          </Button>
          <span className="quiet small">
            Excludes values only you can know and those outside the published range. One undo reverses it.
          </span>
        </p>
      )}
      {folded ? (
        <details>
          <summary>Show {values.length === 1 ? 'it' : `all ${values.length}`}</summary>
          {table}
        </details>
      ) : (
        table
      )}
    </section>
  )
}

interface TableProps {
  readonly title: string
  readonly values: GroupProps['values']
  readonly document: Case
  readonly first: ReadonlySet<string>
}

function Table({ title, values, document, first }: TableProps) {
  // Until they are evaluated, or while there is no answer, the column would be empty.
  const weighed = values.some(({ swing }) => swing !== undefined)
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Value</th>
            {weighed && (
              <th scope="col" data-swing>
                Moves the lead
              </th>
            )}
            <th scope="col">Usual range</th>
            <th scope="col" data-screen-only>
              <span className="unseen">Confirm</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ path, swing }) => (
            <Row
              key={path}
              path={path}
              swing={weighed ? (swing ?? 0) : undefined}
              document={document}
              essential={first.has(path)}
            />
          ))}
        </tbody>
      </table>
      <SaveCsv title={`Unconfirmed values, ${title}`} />
    </>
  )
}

interface RowProps {
  readonly path: string
  /** In dollars; undefined until computed. */
  readonly swing: number | undefined
  readonly document: Case
  readonly essential: boolean
}

function Row({ path, swing, document, essential }: RowProps) {
  const name = nameOf(path, document)
  const value = get(document, path) as string | number | boolean | null
  const field = describe(path, document)
  const unusual = outsideRange(path, value, document)
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link" onClick={() => goToField(path)}>
          {name}
        </button>
        {essential && <span className={classes.first}> only you can know this</span>}
      </th>
      <td className="number">{field && valueText(value, field)}</td>
      {swing !== undefined && (
        <td className="number quiet small" data-swing>
          {swing >= 0.5 && `up to ${usdShort(swing)}`}
        </td>
      )}
      <td className="quiet small">{unusual ?? rangeLine(path, document)?.short}</td>
      <td data-screen-only>
        <button type="button" className="link" onClick={() => confirmAll([path])}>
          Confirm<span className="unseen">: {name}</span>
        </button>
      </td>
    </tr>
  )
}

/** All in one undo step. */
function confirmAll(paths: readonly string[]): void {
  const { document, replace, undo } = useStore.getState()
  if (!document) return
  const origins = { ...document.origins, ...Object.fromEntries(paths.map((path) => [path, 'entered' as const])) }
  if (replace({ ...document, origins }).length === 0 && paths.length > 1)
    tell(`${paths.length} values are confirmed.`, { label: 'Undo', run: undo })
}
