import type { Case } from '../../shared/case/schema'
import { markOfPath } from '../charts/marks'
import { MarkSign } from '../charts/MarkSign'

/** A path's name with its sign. */
export function PathName({
  document,
  id,
  name,
}: {
  readonly document: Case
  readonly id: string
  readonly name: string
}) {
  return (
    <span className="path-name">
      <MarkSign mark={markOfPath(document, id)} size={10} /> {name}
    </span>
  )
}
