import { parts, references, type Expression, type Line } from '../../formula'

/**
 * The figures that have no value in some cases, such as the year in which something that never comes is reached, and that
 * no other line reads. They may show "n/a"; in a figure that others read a text would be taken for a number above all
 * numbers, so it stays an error.
 */
export function figuresWithoutValue(lines: readonly Line[]): Set<Line> {
  const read = new Set(lines.flatMap((line) => [...references(line)]))
  const known = new Map<Line, boolean>()
  const lacks = (line: Line): boolean => {
    const before = known.get(line)
    if (before !== undefined) return before
    known.set(line, false) // a row that reads its own year before
    const found = lacksIn(line.first) || (line.later !== line.first && lacksIn(line.later))
    known.set(line, found)
    return found
  }
  const lacksIn = (e: Expression): boolean => {
    if (e.op === 'firstYear' || e.op === 'lastYear' || e.op === 'irr') return true
    if (e.op === 'orElse') return lacksIn(e.args[1]!)
    return ('line' in e && lacks(e.line)) || parts(e).some(lacksIn)
  }
  return new Set(lines.filter((line) => line.shape === 'figure' && !read.has(line) && lacks(line)))
}
