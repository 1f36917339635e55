import { Button } from '@mantine/core'

import { turned } from '../../../shared/analysis/what-if'
import type { Lever } from '../../../shared/analysis/levers'
import type { Outcome, View } from '../../../shared/model'
import { answerOf } from '../../../shared/present/answer'
import type { Dollars } from '../../../shared/present/money'
import { shortName } from '../../../shared/present/paths'
import { markOfPath } from '../../charts/marks'
import { MarkSign } from '../../charts/MarkSign'
import { useDocument, useStore } from '../../state/store'
import { useWhatIf } from '../../state/what-if'
import { Figure } from '../figure/Figure'
import { InWords } from '../figure/InWords'
import { tell } from '../frame/tell'
import classes from './retirement.module.css'

interface Props {
  /** The figures at the tried age, or those of the case. */
  readonly outcome: Outcome
  readonly lever: Lever
  readonly view: View
  readonly dollars: Dollars
  readonly paths: readonly string[]
}

/** A slider of the retirement age: which path wins at that age, why, and how long the money lasts on each. */
export function TryAge({ outcome, lever, view, dollars, paths }: Props) {
  const document = useDocument()
  const { turns, turn, letGo } = useWhatIf()
  const replace = useStore((state) => state.replace)
  const answer = answerOf(outcome, view, dollars, paths)
  const age = turns.find((one) => one.lever.id === lever.id)?.value ?? lever.read(document)
  const keep = () => {
    const changed = turned(document, turns)
    const problems = replace({ ...changed, origins: { ...changed.origins, 'owner/retirement': 'entered' } })
    if (problems.length > 0) return tell(problems[0]!.message)
    letGo()
    tell(`The case now plans for retirement at age ${age}. Undo reverses it.`)
  }
  return (
    <aside className={classes.trying} aria-labelledby="try-age">
      <h2 id="try-age">If you retire at another age</h2>
      <label htmlFor="age">
        <span>You retire at age</span>
        <strong>
          {age}, in {outcome.document.owner.retirement.slice(0, 4)}
        </strong>
      </label>
      <input
        id="age"
        type="range"
        min={lever.min}
        max={lever.max}
        step={1}
        value={age}
        aria-valuetext={`age ${age}`}
        onChange={({ currentTarget }) => turn(lever, currentTarget.valueAsNumber)}
      />
      <p className={classes.says} role="status">
        <InWords sentence={answer.headline} />
      </p>
      <p className={`quiet ${classes.says}`}>
        <InWords sentence={answer.reason} />
      </p>
      <ul aria-label="How long the money lasts">
        {outcome.paths
          .filter(({ id }) => paths.includes(id))
          .map((path) => {
            const { id } = path
            const to = outcome.figure(id, view, 'fundedToAge')!
            return (
              <li key={id}>
                <span className={classes.sign}>
                  <MarkSign mark={markOfPath(document, id)} /> {shortName(path)}
                </span>
                <Figure path={id} view={view} id="fundedToAge">
                  <span aria-hidden="true">{to >= outcome.lastAge ? '✓' : '✗'}</span>{' '}
                  {to >= outcome.lastAge ? 'funded to age' : 'runs out after age'} {Math.round(to)}
                </Figure>
              </li>
            )
          })}
      </ul>
      {turns.length > 0 && (
        <div className={classes.keep}>
          <Button onClick={keep}>Plan for age {age}</Button>
          <Button variant="default" onClick={letGo}>
            Back to the plan
          </Button>
        </div>
      )}
    </aside>
  )
}
