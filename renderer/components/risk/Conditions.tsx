import { useMemo, useState } from 'react'

import type { Contest } from '../../../shared/analysis/contest'
import { discountRate, leverAt, leversOf } from '../../../shared/analysis/levers'
import { nameOf } from '../../../shared/case/problems'
import { inputsOf } from '../../../shared/formula'
import { fieldOf, type Outcome } from '../../../shared/model'
import { conditionOf } from '../../../shared/present/conditions'
import { useAnalysis } from '../../state/analyses'
import { writer } from './lever-text'
import classes from './risk.module.css'
import { State } from './State'
import { usdInWords } from '../../format'

interface Props {
  readonly outcome: Outcome
  readonly contest: Contest
}

/** What would have to be true for the other path to be ahead: one sentence per input, the nearest first. */
export function Conditions({ outcome, contest }: Props) {
  const { document, paths } = outcome
  const [other, setOther] = useState('')
  const levers = useMemo(() => {
    const matters = leversOf(document).filter(({ offer }) => offer === undefined || contest.paths.includes(offer))
    const closings = contest.paths.flatMap((id) => leverAt(document, `offers/${id}/closing`) ?? [])
    return [...matters, discountRate(document), ...closings].map(({ id }) => id)
  }, [document, contest])
  const others = useMemo(
    () => fieldsBehind(outcome, contest).filter(({ id }) => !levers.includes(id)),
    [outcome, contest, levers],
  )
  const asked = others.some(({ id }) => id === other) ? [...levers, other] : levers
  const analysis = useAnalysis('breakEvens', { kind: 'breakEvens', document, contest, levers: asked })
  const { result } = analysis
  // Ignore a result for removed paths.
  const known = result?.every((found) => found.contest.paths.every((id) => paths.some((path) => path.id === id)))
  const conditions = useMemo(() => {
    if (!known || !result) return []
    const write = writer(document, usdInWords)
    return result
      .map((found) => ({ id: found.lever.id, ...conditionOf(document, paths, found, write) }))
      .sort((a, b) => a.distance - b.distance)
  }, [known, result, document, paths])
  const near = conditions.filter(({ distance, id }) => distance < Infinity && id !== other)
  const never = conditions.filter(({ distance, id }) => distance === Infinity && id !== other)
  const own = conditions.find(({ id }) => id === other)
  return (
    <section aria-labelledby="conditions">
      <h2 id="conditions">What would have to be true</h2>
      <p className="quiet small">
        Each line changes one input and holds all others constant; the nearest change comes first.{' '}
        <State analysis={analysis} />
      </p>
      <ul className={classes.conditions}>
        {near.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
        {near.length === 0 && never.length > 0 && <li>No single input changes who leads.</li>}
      </ul>
      {never.length > 0 && (
        <details className={classes.never}>
          <summary>
            {never.length === 1 ? 'One input does' : `${never.length} inputs do`} not change who leads within the range
            tested
          </summary>
          <ul className={classes.conditions}>
            {never.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      <div className={classes.pair}>
        <label>
          <span>Another input</span>
          <select value={other} onChange={({ currentTarget }) => setOther(currentTarget.value)}>
            <option value="">choose one</option>
            {others.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <p role="status">{own?.text}</p>
      </div>
    </section>
  )
}

/** All numeric fields and dates that affect the two paths. */
function fieldsBehind({ document, structure }: Outcome, { paths, view, figure }: Contest) {
  const lines = paths.flatMap((path) =>
    [`${path}/${view}/${figure}`, `${path}/${figure}`].filter((id) => structure.graph.has(id)),
  )
  const fields = new Set(inputsOf(lines.map((id) => structure.graph.line(id))).map(fieldOf))
  return [...fields]
    .flatMap((id) => (leverAt(document, id) ? [{ id, label: nameOf(id, document) }] : []))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'))
}
