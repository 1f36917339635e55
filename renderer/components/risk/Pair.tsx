import { create } from 'zustand'

import type { Contest } from '../../../shared/analysis/contest'
import type { Outcome, View } from '../../../shared/model'
import { answerOf } from '../../../shared/present/answer'
import { figureId, type Dollars } from '../../../shared/present/money'
import { useStore } from '../../state/store'
import classes from './risk.module.css'

/** The figures by which two paths can be compared; only offers have a price. */
const FIGURES = [
  { id: 'leadAtRetirement', name: 'wealth at retirement' },
  { id: 'wealthAtHorizon', name: 'wealth at the end of the plan' },
  { id: 'pathTotalPresentValue', name: 'present value of total cash flow' },
  { id: 'takeHomeAverage', name: 'average take-home, all years to retirement' },
  { id: 'priceTotal', name: 'total purchase price' },
] as const
type FigureId = (typeof FIGURES)[number]['id']

interface Chosen {
  /** By case: which paths are compared, and by which figure. A display choice, so it is not stored in the case. */
  readonly pairs: Readonly<Record<string, readonly [string, string]>>
  readonly figure: FigureId
}
const useChosen = create<Chosen>()(() => ({ pairs: {}, figure: 'leadAtRetirement' }))

const hasFigure = (outcome: Outcome, path: string, view: View, figure: string): boolean =>
  (path === 'keep' && figure === 'leadAtRetirement') || outcome.line(path, view, figure) !== undefined

/** The two paths being compared: those chosen, otherwise the best alternative and keeping. */
export function useContest(
  outcome: Outcome,
  view: View,
  dollars: Dollars,
  shown: readonly string[],
): Contest | undefined {
  const caseId = useStore((state) => state.caseId) ?? ''
  const chosen = useChosen((state) => state.pairs[caseId])
  const wanted = useChosen((state) => state.figure)
  const known = (id: string) => outcome.paths.some((path) => path.id === id)
  const rival = answerOf(outcome, view, dollars, shown).rival ?? outcome.paths[1]?.id
  if (rival === undefined) return undefined
  const paths = chosen?.every(known) ? chosen : ([rival, 'keep'] as const)
  const figure = paths.every((path) => hasFigure(outcome, path, view, wanted)) ? wanted : 'leadAtRetirement'
  const other = paths.find((path) => path !== 'keep') ?? rival
  return { paths, view, figure: figureId(outcome, other, view, figure, dollars) }
}

/** Chooses the two paths and the figure. */
export function Pair({ outcome, contest }: { readonly outcome: Outcome; readonly contest: Contest }) {
  const caseId = useStore((state) => state.caseId) ?? ''
  const wanted = useChosen((state) => state.figure)
  const choose = (pair: readonly [string, string]) =>
    useChosen.setState(({ pairs }) => ({ pairs: { ...pairs, [caseId]: pair } }))
  const [first, second] = contest.paths
  const options = (not: string) =>
    outcome.paths
      .filter(({ id }) => id !== not)
      .map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))
  return (
    <div className={classes.pair} role="group" aria-label="Paths to compare">
      <label>
        <span>Compare</span>
        <select value={first} onChange={({ currentTarget }) => choose([currentTarget.value, second])}>
          {options(second)}
        </select>
      </label>
      <label>
        <span>with</span>
        <select value={second} onChange={({ currentTarget }) => choose([first, currentTarget.value])}>
          {options(first)}
        </select>
      </label>
      <label>
        <span>by</span>
        <select
          value={wanted}
          onChange={({ currentTarget }) => useChosen.setState({ figure: currentTarget.value as FigureId })}
        >
          {FIGURES.filter(({ id }) => outcome.paths.some((path) => hasFigure(outcome, path.id, contest.view, id))).map(
            ({ id, name }) => (
              <option
                key={id}
                value={id}
                disabled={!contest.paths.every((path) => hasFigure(outcome, path, contest.view, id))}
              >
                {name}
              </option>
            ),
          )}
        </select>
      </label>
    </div>
  )
}
