import { Button } from '@mantine/core'

import { keepTurns, roomFor } from '../../../shared/analysis/what-if'
import type { Outcome } from '../../../shared/model'
import { roleWords } from '../../../shared/present/paths'
import { capital } from '../../../shared/present/sentence'
import { useDocument, useStore } from '../../state/store'
import { useWhatIf } from '../../state/what-if'
import { tell } from '../frame/tell'
import classes from './compare.module.css'
import { leverValue, type FoundLever } from './levers'

/**
 * Sliders for the inputs that move the answer most. What is tried can be saved in a copy of the offer, or discarded.
 */
export function WhatIf({ outcome, levers }: { outcome: Outcome; levers: readonly FoundLever[] | undefined }) {
  const document = useDocument()
  const { turns, letGo } = useWhatIf()
  const replace = useStore((state) => state.replace)
  const birthYear = Number(document.owner.birthDate.slice(0, 4))
  const copies = turns.some(({ lever }) => lever.offer !== undefined)
  const shared = turns.some(({ lever }) => lever.offer === undefined)
  const keep = () => {
    const problems = replace(keepTurns(document, turns, () => `variant-${crypto.randomUUID().slice(0, 8)}`))
    if (problems.length > 0) return tell(problems[0]!.message)
    letGo()
    tell(
      [
        copies && 'The changed offer has been added as a variant beside the original.',
        shared && 'Inputs shared by all paths have been changed in the case.',
        'Undo reverses it.',
      ]
        .filter(Boolean)
        .join(' '),
    )
  }
  return (
    <aside className={classes.whatIf} aria-labelledby="what-if">
      <h2 id="what-if">What if</h2>
      <p className="quiet small">What moves the answer most</p>
      {levers === undefined && <p className="quiet small">Finding them.</p>}
      {levers?.length === 0 && <p className="quiet small">Once you enter an offer, you can try out its terms here.</p>}
      {levers?.map(({ lever, flip }) => (
        <Turn key={lever.id} found={{ lever, flip }} outcome={outcome} birthYear={birthYear} />
      ))}
      {turns.length > 0 && (
        <div className={classes.keep}>
          <Button onClick={keep} disabled={!roomFor(document, turns)}>
            {copies ? 'Save as new variant' : 'Save to the case'}
          </Button>
          <Button variant="default" onClick={letGo}>
            Discard
          </Button>
        </div>
      )}
    </aside>
  )
}

function Turn({
  found: { lever, flip },
  outcome,
  birthYear,
}: {
  found: FoundLever
  outcome: Outcome
  birthYear: number
}) {
  const document = useDocument()
  const value = useWhatIf(({ turns }) => turns.find((turn) => turn.lever.id === lever.id)?.value)
  const turn = useWhatIf((state) => state.turn)
  const own = lever.read(document)
  const now = value ?? own
  const text = lever.unit === 'year' ? `${leverValue(lever, now)}, age ${now - birthYear}` : leverValue(lever, now)
  const who = flip && (outcome.paths.find(({ id }) => id === flip.path)?.name ?? '')
  return (
    <div className={classes.turn}>
      <label htmlFor={`turn ${lever.id}`}>
        <span>{lever.label}</span>
        <strong>{text}</strong>
      </label>
      <input
        id={`turn ${lever.id}`}
        type="range"
        min={lever.min}
        max={lever.max}
        step={lever.step}
        value={now}
        aria-valuetext={`${text} ${lever.per}`}
        onChange={({ currentTarget }) => turn(lever, currentTarget.valueAsNumber)}
      />
      <p className="quiet small">
        {flip
          ? `${flip.path === 'keep' ? capital(roleWords(document).firstShort) : who} leads ${lever.unit === 'year' ? (flip.direction === 'above' ? 'from' : 'until') : flip.direction} ${leverValue(lever, flip.value)}`
          : 'Does not change who leads'}
      </p>
    </div>
  )
}
