import { useMemo } from 'react'

import { warningsBesideTheAnswer } from '../../../shared/checks'
import type { Blocker } from '../../../shared/checks/readiness'
import type { Outcome } from '../../../shared/model'
import { readiness } from '../../state/readiness'
import classes from '../entry/checks.module.css'
import { FieldLinks } from '../entry/FieldLinks'
import { StillNeeded } from '../entry/StillNeeded'

/** Shown instead of an answer: invalid and missing entries, each with a link to its field. */
export function NoAnswer({ blockers }: { readonly blockers: readonly Blocker[] }) {
  const problems = blockers.filter(({ kind }) => kind === 'problem')
  const missing = blockers.filter(({ kind }) => kind === 'missing')
  return (
    <>
      <h1>{problems.length > 0 ? 'No answer until errors are corrected' : 'A few figures are missing'}</h1>
      <p>
        {problems.length > 0
          ? 'Figures based on contradictory inputs would only look like an answer. The comparison appears as soon as these are corrected.'
          : 'Only you know them, and a comparison based on the program’s defaults would only look like an answer. It appears as soon as they are entered.'}
      </p>
      <div className={classes.checks}>
        <List title="Must be corrected" severity="problem" blockers={problems} />
        <StillNeeded needed={missing} />
      </div>
    </>
  )
}

/** Offers left out of a comparison because too little is known about them. */
export function LeftOut({ outcome }: { readonly outcome: Outcome }) {
  const left = Object.values(readiness(outcome).unready).flat()
  if (left.length === 0) return null
  return (
    <div className={classes.checks}>
      <List title="Not compared yet" severity="warning" blockers={left} />
    </div>
  )
}

/** What may mislead in the figures of a comparison. Where a long plan is cut off is in the answer's own words here. */
export function ReadFirst({ outcome }: { readonly outcome: Outcome }) {
  const warnings = useMemo(
    () => warningsBesideTheAnswer(outcome).filter(({ path }) => path !== 'owner/horizonAge'),
    [outcome],
  )
  if (warnings.length === 0) return null
  return (
    <div className={classes.checks}>
      <List title="Read this first" severity="warning" blockers={warnings} />
    </div>
  )
}

function List(props: {
  readonly title: string
  readonly severity: 'problem' | 'warning'
  readonly blockers: readonly Pick<Blocker, 'path' | 'message'>[]
}) {
  const { title, severity, blockers } = props
  if (blockers.length === 0) return null
  return (
    <div data-severity={severity} role={severity === 'problem' ? 'alert' : undefined}>
      <strong>{title}</strong>
      <FieldLinks rows={blockers} />
    </div>
  )
}
