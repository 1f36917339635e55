import { get, set, type Path } from './path'
import { rangeFor } from './ranges'
import type { Case } from './schema'

/**
 * The answer "I don't know": the middle of what is usual for the field where that is published or estimated, else what
 * stands there. It is marked as assumed, and unlike an untouched default it counts as an answer.
 */
export function withUsual(document: Case, path: Path): Case {
  const range = rangeFor(path, document)
  const value = get(document, path)
  const middle =
    typeof value === 'number' && range?.low !== undefined && range.high !== undefined
      ? Number(((range.low + range.high) / 2).toPrecision(3))
      : value
  return { ...set(document, path, middle), origins: { ...document.origins, [path]: 'assumed' } }
}
