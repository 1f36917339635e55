import type { Blocker } from '../../../shared/checks/readiness'
import { FieldLinks } from './FieldLinks'

/** In a list of checks: figures that only the owner knows and that are not entered yet, each with a link to its field. */
export function StillNeeded({ needed }: { readonly needed: readonly Blocker[] }) {
  if (needed.length === 0) return null
  return (
    <div data-severity="missing">
      <strong>Still needed for a comparison</strong>
      <FieldLinks rows={needed} />
    </div>
  )
}
