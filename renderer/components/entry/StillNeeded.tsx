import type { Blocker } from '../../../shared/checks/readiness'
import { goToField } from '../../state/goto'

/** In a list of checks: figures that only the owner knows and that are not entered yet, each with a link to its field. */
export function StillNeeded({ needed }: { readonly needed: readonly Blocker[] }) {
  if (needed.length === 0) return null
  return (
    <div data-severity="missing">
      <strong>Still needed for a comparison</strong>
      <ul>
        {needed.map(({ path, message }) => (
          <li key={path}>
            {message}{' '}
            <button type="button" className="link" onClick={() => goToField(path)}>
              Go there<span className="unseen">: {message}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
