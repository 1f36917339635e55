import { Button, Group } from '@mantine/core'

import { describe } from '../../shared/case/describe'
import { get } from '../../shared/case/path'
import { nameOf } from '../../shared/case/problems'
import { outsideRange } from '../../shared/case/ranges'
import type { Case } from '../../shared/case/schema'
import { PageHead } from '../components/entry/PageHead'
import { rangeLine } from '../components/entry/range-words'
import { tell } from '../components/frame/tell'
import { valueText } from '../format'
import { goToField } from '../state/goto'
import { useDocument, useOutcome, useStore } from '../state/store'
import { essentials, stepOf, unconfirmed, type Step } from '../state/unconfirmed'
import classes from './unconfirmed.module.css'

const NAMES: Readonly<Record<Step, string>> = {
  practice: 'Practice',
  you: 'You',
  offers: 'Offers',
  ways: 'Other ways',
}

/** Everything on which the figures rest and which nobody has looked at yet. */
export default function Unconfirmed() {
  const document = useDocument()
  const open = unconfirmed(useOutcome())
  const first = new Set(essentials(document))
  // What stands outside the published range, and what only the owner can know, is looked at one by one.
  const right = open.filter(
    (path) => !first.has(path) && outsideRange(path, get(document, path), document) === undefined,
  )
  if (open.length === 0)
    return (
      <PageHead title="Nothing is unconfirmed" says="Every value on which the figures rest was entered or confirmed." />
    )
  return (
    <>
      <PageHead
        title={`${open.length} values are still assumed`}
        says="The figures rest on them and nobody has confirmed them. They are the defaults of the program, not facts about you; the report names them as assumed."
      >
        {right.length > 0 && (
          <Group mt="md" gap="sm">
            <Button variant="default" onClick={() => confirmAll(right)}>
              Confirm all that look right ({right.length})
            </Button>
            <span className="quiet small">
              Leaves out those that only you can know and those outside what is published. One undo takes it back.
            </span>
          </Group>
        )}
      </PageHead>
      {(Object.keys(NAMES) as Step[]).map((step) => {
        const some = open.filter((path) => stepOf(path) === step)
        if (some.length === 0) return null
        const nothing = some.filter((path) => get(document, path) === 0 && !first.has(path))
        const stated = some.filter((path) => !nothing.includes(path))
        const ordered = [...stated.filter((path) => first.has(path)), ...stated.filter((path) => !first.has(path))]
        return (
          <section key={step} className={classes.step} aria-labelledby={`open-${step}`}>
            <h2 id={`open-${step}`}>
              {NAMES[step]} <span className="quiet small">{some.length}</span>
            </h2>
            {ordered.length > 0 && <Table paths={ordered} document={document} first={first} />}
            {nothing.length > 0 && (
              <details>
                <summary>
                  {nothing.length} {nothing.length === 1 ? 'value' : 'values'} of zero: nothing of the kind is counted
                </summary>
                <Table paths={nothing} document={document} first={first} />
              </details>
            )}
          </section>
        )
      })}
    </>
  )
}

interface TableProps {
  readonly paths: readonly string[]
  readonly document: Case
  readonly first: ReadonlySet<string>
}

function Table({ paths, document, first }: TableProps) {
  return (
    <table>
      <thead className="unseen">
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Value</th>
          <th scope="col">What is known</th>
          <th scope="col">Confirm</th>
        </tr>
      </thead>
      <tbody>
        {paths.map((path) => (
          <Row key={path} path={path} document={document} essential={first.has(path)} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ path, document, essential }: { path: string; document: Case; essential: boolean }) {
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
      <td className="quiet small">{unusual ?? rangeLine(path, document)?.short}</td>
      <td>
        <button type="button" className="link" onClick={() => confirmAll([path])}>
          Confirm<span className="unseen">: {name}</span>
        </button>
      </td>
    </tr>
  )
}

/** All in one step of undo. */
function confirmAll(paths: readonly string[]): void {
  const { document, replace, undo } = useStore.getState()
  if (!document) return
  const origins = { ...document.origins, ...Object.fromEntries(paths.map((path) => [path, 'entered' as const])) }
  if (replace({ ...document, origins }).length === 0 && paths.length > 1)
    tell(`${paths.length} values are confirmed.`, { label: 'Undo', run: undo })
}
