import { useId, useState } from 'react'

import type { FieldMeta } from '../../../shared/case/field'
import { isOneFigure, withOverhead, withOverheadShare } from '../../../shared/case/overhead'
import { readTyped } from '../../../shared/case/typed'
import { percent, usd } from '../../format'
import { useOutcome } from '../../state/outcome'
import { useDocument, useStore } from '../../state/store'
import { focusNext } from '../entry/focus-next'
import { PracticeResults } from '../entry/Results'
import { CostLines } from '../practice/CostLines'
import classes from './interview.module.css'

const WAYS = { share: 'as a percentage', amount: 'as one amount', lines: 'line by line' } as const
type Way = keyof typeof WAYS

const META: Readonly<Record<'share' | 'amount', FieldMeta>> = {
  share: { label: 'Overhead', unit: 'rate', per: 'of all collections', min: 0, max: 1.5 },
  amount: { label: 'Overhead', unit: 'usd', per: 'a year', min: 0, max: 1e10 },
}

/** The midpoint of the published range, for those who do not know: 60% to 75%. */
const USUAL = 0.65

/** The practice's costs as one figure, or line by line for those with the books at hand. */
export function Overhead() {
  const document = useDocument()
  const { costs } = document.practice
  const [way, setWay] = useState<Way>(costs.length > 0 && !isOneFigure(document) ? 'lines' : 'share')
  const name = useId()
  return (
    <>
      <fieldset className={classes.choices}>
        <legend className="unseen">How you state your costs</legend>
        {(Object.keys(WAYS) as Way[]).map((one) => (
          <label key={one}>
            <input type="radio" name={name} checked={way === one} onChange={() => setWay(one)} /> {WAYS[one]}
          </label>
        ))}
      </fieldset>
      {way === 'lines' ? <CostLines /> : <OneFigure key={way} way={way} />}
      {costs.length > 0 && <PracticeResults />}
    </>
  )
}

function OneFigure({ way }: { readonly way: 'share' | 'amount' }) {
  const document = useDocument()
  const outcome = useOutcome()
  const replace = useStore((state) => state.replace)
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const [wrong, setWrong] = useState<string>()
  const collections = outcome.shared('practice/collections')[0]!
  const costs = outcome.shared('practice/costs')[0]!
  const overhead = outcome.shared('practice/overhead')[0]!
  const known = document.practice.costs.length > 0
  const shown = !known
    ? ''
    : way === 'amount'
      ? Math.round(costs).toLocaleString('en-US')
      : Number.isNaN(overhead)
        ? ''
        : String(Number((overhead * 100).toPrecision(4)))
  const take = (value: number, as: typeof way) => {
    if (as === 'share' && !(collections > 0)) {
      setWrong(
        `Overhead: ${percent(value, 1)} cannot be turned into dollars while collections are $0. Enter last year’s collections first, or overhead as one amount.`,
      )
      return false
    }
    const problems = replace((as === 'share' ? withOverheadShare : withOverhead)(document, value, collections))
    setWrong(problems[0]?.message)
    if (problems.length === 0) setTyped(undefined)
    return problems.length === 0
  }
  const commit = (): boolean => {
    if (typed === undefined) return true
    const meta = META[way]
    const read = readTyped(typed, meta)
    if (!read.ok) {
      setWrong(read.message)
      return false
    }
    const value = read.value as number
    if (value > meta.max! || value < meta.min!) {
      setWrong(
        `Overhead: ${way === 'share' ? percent(value, 1) : usd(value)} is outside the limits. Enter ${way === 'share' ? 'a value from 0% to 150%' : 'at most $10,000,000,000'}.`,
      )
      return false
    }
    return take(value, way)
  }
  return (
    <div className={classes.overhead}>
      <label htmlFor={id}>
        Overhead <span className="quiet small">{way === 'share' ? '% of all collections' : '$ a year'}</span>
      </label>
      <input
        id={id}
        data-field=""
        data-typing={typed === undefined ? undefined : true}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? shown}
        aria-describedby={`${id}-help`}
        aria-invalid={wrong === undefined ? undefined : true}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            setTyped(undefined)
            setWrong(undefined)
          }
          if (event.key !== 'Enter') return
          event.preventDefault()
          if (commit()) focusNext(event.currentTarget)
        }}
      />
      <div aria-live="polite">{wrong && <p className={classes.wrong}>{wrong}</p>}</div>
      <p id={`${id}-help`} className="quiet small">
        All practice costs, excluding what its owners are paid, interest, taxes and depreciation. Published: 60% to 75%
        of collections for dental practices. The total is allocated to team, supplies and lab, facility and other in
        published proportions; you can adjust the lines on the Practice page.
        {known && !isOneFigure(document) && ' A figure entered here replaces the lines you entered.'}
      </p>
      {!known && (
        <button type="button" className={`link small ${classes.unknown}`} onClick={() => take(USUAL, 'share')}>
          I don’t know: use {percent(USUAL, 0)} of collections for now
        </button>
      )}
    </div>
  )
}
