import type { ReactNode } from 'react'

import type { Path } from '../../../shared/case/path'
import { useDrafts } from '../../state/drafts'
import { useStore } from '../../state/store'
import entry from '../entry/entry.module.css'
import { Asked } from './Asked'
import { fieldOf, type Ask, type Filled } from './asks'
import classes from './offer.module.css'

interface GroupProps {
  /** The path of its questions in the case. */
  readonly base: Path
  readonly asks: readonly Ask[]
  readonly title: ReactNode
  readonly says?: string | undefined
  readonly filled: Filled
  /** Text above its questions. */
  readonly children?: ReactNode
}

/** Collapsed questions with a summary of their entries. */
export function Group({ base, asks, title, says, filled, children }: GroupProps) {
  const refused = useRefused(base, asks)
  return (
    <details className={classes.group}>
      <summary>
        {title}
        <span className={classes.filled}>
          {filled.filled} of {filled.of} filled
        </span>
        {refused > 0 && (
          <strong className={entry.wrong}>
            {refused === 1 ? '1 entry was not taken' : `${refused} entries were not taken`}
          </strong>
        )}
      </summary>
      {says && <p className="quiet">{says}</p>}
      {children}
      <Asked base={base} asks={asks} />
    </details>
  )
}

/** The number of rejected entries in a group, shown because they are hidden while it is collapsed. */
function useRefused(base: Path, asks: readonly Ask[]): number {
  const caseId = useStore((state) => state.caseId)
  return useDrafts(({ drafts }) => {
    const keys = Object.keys(drafts)
    if (keys.length === 0) return 0
    const places = asks.map((ask) => (typeof ask === 'object' && 'list' in ask ? ask.list : fieldOf(ask)))
    const has = (key: string) =>
      places.some((place) => key === `${caseId} ${base}/${place}` || key.startsWith(`${caseId} ${base}/${place}/`))
    return keys.filter(has).length
  })
}
