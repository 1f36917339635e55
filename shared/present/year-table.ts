import type { Line, Unit } from '../formula'
import type { Outcome, View } from '../model'
import type { DataTable } from './data-table'
import { inDollars, restated, type Dollars } from './money'
import { capital } from './sentence'

/** A line of the model on one path. */
export interface PathLine {
  /** The line, for its explanation. */
  readonly line: string
  readonly values: readonly number[]
}

/** A line of the year table. */
export interface TableLine {
  readonly id: string
  readonly label: string
  readonly meaning: string
  readonly unit: Unit
  /** Whether it belongs to no path, such as age: then it is only in the first place of `of`. */
  readonly shared: boolean
  /** The line of each path in the order asked for; undefined where a path has none. */
  readonly of: readonly (PathLine | undefined)[]
  /** Whether all its values are 0. */
  readonly zero: boolean
}

export interface TableSection {
  readonly name: string
  readonly lines: readonly TableLine[]
}

/** What a year table shows. */
export interface TableRequest {
  /** One path, or several side by side. */
  readonly paths: readonly string[]
  readonly view: View
  readonly dollars: Dollars
}

type Growing = Omit<TableLine, 'of' | 'zero'> & { readonly of: (PathLine | undefined)[] }

/** All rows by section: the plan and the practice as kept, then those of the paths, in the order of the method. */
export function yearTable(outcome: Outcome, { paths, view, dollars }: TableRequest): TableSection[] {
  const sections = new Map<string, Map<string, Growing>>()
  const add = (line: Line, id: string, shared: boolean, at: number) => {
    // The stress table of leaving early is shown separately.
    if (line.shape !== 'row' || line.id.includes('/stress/')) return
    const lines = sections.get(line.section) ?? new Map<string, Growing>()
    sections.set(line.section, lines)
    const { label, meaning, unit } = line
    const row = lines.get(id) ?? { id, label: capital(label), meaning, unit, shared, of: paths.map(() => undefined) }
    lines.set(id, row)
    row.of[at] = { line: line.id, values: valuesOf(outcome, line, dollars) }
  }
  const { lines } = outcome.structure.graph
  for (const line of lines)
    if (line.id.startsWith('plan/') || line.id.startsWith('practice/')) add(line, line.id, true, 0)
  for (const [at, path] of paths.entries())
    for (const line of outcome.lines(path, view)) {
      const own = line.id.slice(path.length + 1)
      add(line, own.startsWith(`${view}/`) ? own.slice(view.length + 1) : own, false, at)
    }
  return [...sections].map(([name, found]) => ({
    name,
    lines: [...found.values()].map((line) => ({
      ...line,
      zero: line.of.every((one) => one === undefined || one.values.every((value) => value === 0)),
    })),
  }))
}

function valuesOf(outcome: Outcome, line: Line, dollars: Dollars): readonly number[] {
  const row = outcome.values(line)
  return line.unit === 'usd' ? inDollars(outcome, row, restated(line.id) ? dollars : 'future') : row
}

/**
 * The difference of two rows, first less second: a reading aid like a table's total. The lead itself is a line of the
 * model (`lead`).
 */
export const difference = (one: readonly number[], other: readonly number[]): number[] =>
  one.map((value, i) => value - other[i]!)

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  usd: 'dollars',
  rate: 'share',
  factor: 'factor',
  years: 'years',
  days: 'days',
  hours: 'hours',
  count: 'number',
  boolean: '1 = yes, 0 = no',
}

/** All lines with all years for a spreadsheet, a row a line and path. */
export function yearData(
  sections: readonly TableSection[],
  names: readonly string[],
  years: readonly number[],
  dollars: Dollars,
): DataTable {
  const money = `${dollars === 'today' ? 'today’s' : 'future'} ${UNIT_WORDS.usd}`
  return {
    head: ['Section', 'Line', 'Unit', 'Path', ...years.map(String)],
    rows: sections.flatMap(({ name, lines }) =>
      lines.flatMap(({ id, label, unit, shared, of }) =>
        of.flatMap((one, at) => {
          const measure = unit === 'usd' ? (restated(id) ? money : UNIT_WORDS.usd) : UNIT_WORDS[unit]
          return one ? [[name, label, measure, shared ? 'all' : names[at]!, ...one.values]] : []
        }),
      ),
    ),
  }
}
