import { describe } from '../../../shared/case/describe'
import type { Path } from '../../../shared/case/path'
import { amount } from '../../../shared/case/problems'
import { credit, rangeFor, type Range } from '../../../shared/case/ranges'
import type { Case } from '../../../shared/case/schema'

/** Low to high in the unit of the field. */
export function span(path: Path, document: Case, { low, high }: { low: number; high: number }): string {
  const field = describe(path, document)
  return `${amount(low, field)} to ${amount(high, field)}`
}

/** A field's typical range in one line; `short` is missing if there is only a note. */
export function rangeLine(path: Path, document: Case): { range: Range; short?: string } | undefined {
  const range = rangeFor(path, document)
  if (!range) return undefined
  const { low, high } = range
  if (low === undefined || high === undefined) return { range }
  const between = span(path, document, { low, high })
  if (range.assumption) return { range, short: `Typical ${between} (our estimate; no published survey).` }
  const of = range.of ? ` for ${range.of}` : ''
  return { range, short: `Published: ${between}${of} (${credit(range.sources[0])})` }
}
