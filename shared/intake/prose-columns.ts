import type { Line, Segment } from './page-line'

/** Fewer lines side by side are a table's, or chance. */
const FEWEST = 6
/** Letters of a line in a column of sentences; the names of a table's rows are shorter. */
const SENTENCE = 28

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * A page set in two columns of sentences, as newsletters are: its lines in the order in which they are read, what stands
 * across the page first or last, then the left column, then the right one. Undefined for any other page.
 */
export function proseColumns(lines: readonly Line[], tolerance: number): Line[][] | undefined {
  const pairs = lines.filter(({ segments }) => segments.length === 2)
  if (pairs.length < FEWEST) return undefined
  const lefts = pairs.map(({ segments }) => segments[1]!.left).sort((a, b) => a - b)
  const gutter = lefts[Math.floor(lefts.length / 2)]!
  const beside = pairs.filter(({ segments }) => Math.abs(segments[1]!.left - gutter) <= tolerance)
  if (beside.length < FEWEST || beside.length < pairs.length * 0.8) return undefined
  const [left, right] = [0, 1].map((column) => beside.map(({ segments }) => segments[column]!)) as [
    Segment[],
    Segment[],
  ]
  if (
    average(left.map(({ text }) => text.length)) < SENTENCE ||
    average(right.map(({ text }) => text.length)) < SENTENCE
  )
    return undefined
  const prose = (column: readonly Segment[]): boolean =>
    column.filter(({ text }) => /^[a-z]/.test(text) || /[.,]$/.test(text)).length > column.length * 0.4
  if (!prose(left) || !prose(right)) return undefined
  const first = lines.indexOf(beside[0]!)
  const last = lines.indexOf(beside.at(-1)!)
  const isRight = ({ left: start }: Segment): boolean => start >= gutter - tolerance
  const isLeft = ({ right: end }: Segment): boolean => end < gutter
  const fits = ({ segments }: Line): boolean => segments.every((segment) => isRight(segment) || isLeft(segment))
  let from = first
  while (from > 0 && fits(lines[from - 1]!) && lines[from - 1]!.segments.some(isRight)) from--
  let to = last
  while (
    to + 1 < lines.length &&
    fits(lines[to + 1]!) &&
    lines[to + 1]!.top - lines[to]!.top <= lines[last]!.top - lines[last - 1]!.top + tolerance
  )
    to++
  const column = (of: (segment: Segment) => boolean): Line[] =>
    lines.slice(from, to + 1).flatMap(({ top, segments }) => {
      const own = segments.filter(of)
      return own.length > 0 ? [{ top, segments: own }] : []
    })
  return [lines.slice(0, from), column((segment) => !isRight(segment)), column(isRight), lines.slice(to + 1)].filter(
    (part) => part.length > 0,
  )
}
