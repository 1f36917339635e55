import type { Outcome, View } from '../model'
import type { Line, Unit } from '../formula'
import { inDollars, restated, type Dollars } from './money'

/** A line of the year table. */
export interface TableLine {
  /** The line of the model, for its explanation; of the path that is not the other's. */
  readonly line: string
  /** The same line of the other path, where two are compared and it has one. */
  readonly other: string | undefined
  readonly label: string
  readonly meaning: string
  readonly unit: Unit
  readonly values: readonly number[]
  readonly otherValues: readonly number[] | undefined
}

export interface TableSection {
  readonly name: string
  readonly lines: readonly TableLine[]
}

/** What a year table shows. */
export interface TableRequest {
  readonly path: string
  readonly view: View
  readonly dollars: Dollars
  /** A second path beside the first. */
  readonly beside?: string
}

/** All rows by section: the plan and the practice as kept, then those of the path, in the order of the method. */
export function yearTable(outcome: Outcome, { path, view, dollars, beside }: TableRequest): TableSection[] {
  const values = (line: Line) => {
    const row = outcome.values(line)
    return line.unit === 'usd' ? inDollars(outcome, row, restated(line.id) ? dollars : 'future') : row
  }
  const { lines } = outcome.structure.graph
  const common = lines.filter(({ id }) => id.startsWith('plan/') || id.startsWith('practice/'))
  const own = outcome.lines(path, view)
  const short = (id: string) => [`${path}/${view}/`, `${path}/`].reduce((text, prefix) => text.replace(prefix, ''), id)
  const sections = new Map<string, TableLine[]>()
  for (const line of [...common, ...own]) {
    // The table of leaving early is a matter of its own, with a row for each cause and year.
    if (line.shape !== 'row' || line.id.includes('/stress/')) continue
    const isOwn = line.id.startsWith(`${path}/`)
    const other = isOwn && beside ? outcome.line(beside, view, short(line.id)) : undefined
    const section = sections.get(line.section) ?? []
    sections.set(line.section, section)
    section.push({
      line: line.id,
      other: other?.shape === 'row' ? other.id : undefined,
      label: line.label,
      meaning: line.meaning,
      unit: line.unit,
      values: values(line),
      otherValues: other?.shape === 'row' ? values(other) : undefined,
    })
  }
  return [...sections].map(([name, rows]) => ({ name, lines: rows }))
}

/**
 * The difference of two rows, first less second. Like a sum in a table's foot it says nothing that the two rows do not
 * say; the model has a line of its own for what counts (`lead`).
 */
export const difference = (one: readonly number[], other: readonly number[]): number[] =>
  one.map((value, i) => value - other[i]!)
