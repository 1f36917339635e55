import { checksOf } from '../../../shared/checks'
import { useOutcome } from '../../state/outcome'
import { missing } from '../../state/readiness'
import classes from './checks.module.css'
import { FieldLinks } from './FieldLinks'
import { StillNeeded } from './StillNeeded'

const HEADINGS = {
  problem: 'Cannot be right',
  warning: 'Please review',
  question: 'Open question to ask',
} as const

/** Missing entries, problems, warnings and questions below a place in the case, each with a link to its field. */
export function CheckList({ below }: { readonly below: readonly string[] }) {
  const outcome = useOutcome()
  const isHere = ({ path }: { readonly path: string }) =>
    below.some((place) => path === place || path.startsWith(`${place}/`))
  const needed = missing(outcome).filter(isHere)
  // What was not entered yet is not wrong.
  const unasked = new Set(needed.map(({ path }) => path))
  const checks = checksOf(outcome).filter(
    (check) => isHere(check) && !(check.severity === 'problem' && unasked.has(check.path)),
  )
  if (needed.length === 0 && checks.length === 0) return null
  return (
    <div className={classes.checks}>
      <StillNeeded needed={needed} />
      {(['problem', 'warning', 'question'] as const).map((severity) => {
        const some = checks.filter((check) => check.severity === severity)
        if (some.length === 0) return null
        const items = <FieldLinks rows={some} />
        // Questions are for conversations with others; problems should be seen at once.
        return severity === 'question' ? (
          <details key={severity}>
            <summary>
              {HEADINGS[severity]}: {some.length}
            </summary>
            {items}
          </details>
        ) : (
          <div key={severity} data-severity={severity} role={severity === 'problem' ? 'alert' : undefined}>
            <strong>{HEADINGS[severity]}</strong>
            {items}
          </div>
        )
      })}
    </div>
  )
}
