import type { Unit } from '../../../shared/formula'
import type { DataTable } from '../../../shared/present/data-table'
import { difference, type TableLine, type TableSection } from '../../../shared/present/year-table'

/** How the figures of several paths are laid out. */
export type Layout = 'beside' | 'below' | 'difference'

/** A column of the table: a year of all paths, or of one of them. */
export interface Column {
  /** The index of the year in the plan, from 0. */
  readonly year: number
  /** The index of the path, where each has its own column. */
  readonly path: number | undefined
}

export interface Cell {
  /** The line that Why explains; for a difference, that of the first path. */
  readonly line: string
  readonly value: number
}

/** A row of the table as shown. */
export type ShownRow =
  | {
      readonly kind: 'section'
      readonly key: string
      readonly name: string
      readonly open: boolean
      readonly count: number
      readonly money: boolean
    }
  /** Lines that are zero in every year, collapsed into one row until opened. */
  | { readonly kind: 'zeros'; readonly key: string; readonly open: boolean; readonly count: number }
  | {
      readonly kind: 'line'
      readonly key: string
      readonly label: string
      readonly meaning: string
      readonly unit: Unit
      /** One per column; for a line that belongs to no path, one per year. */
      readonly cells: readonly (Cell | undefined)[]
      readonly shared: boolean
      /** Another path below the first. */
      readonly further: boolean
    }

/** Side by side, each year has a column for each path; otherwise a column is a year. */
export function columnsOf(years: number, paths: number, layout: Layout): Column[] {
  const each = layout === 'beside' && paths > 1 ? Array.from({ length: paths }, (_, path) => path) : [undefined]
  return Array.from({ length: years }, (_, year) => each.map((path) => ({ year, path }))).flat()
}

interface Wanted {
  readonly search: string
  /** Collapsed sections, and sections whose zero lines are shown. */
  readonly closed: ReadonlySet<string>
  readonly unfolded: ReadonlySet<string>
  readonly names: readonly string[]
  readonly layout: Layout
  readonly columns: readonly Column[]
}

/** The rows to show: of open sections, of lines that match the search, with all-zero lines collapsed. */
export function shownRows(sections: readonly TableSection[], wanted: Wanted): ShownRow[] {
  const { search, closed, unfolded, layout } = wanted
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return sections.flatMap(({ name, lines }): ShownRow[] => {
    const found = lines.filter(
      (line) =>
        (layout !== 'difference' || line.of.every(Boolean)) &&
        words.every((word) => `${line.label} ${line.meaning} ${name}`.toLowerCase().includes(word)),
    )
    if (found.length === 0) return []
    // Unfold sections with search results.
    const searched = words.length > 0
    const open = searched || !closed.has(name)
    const money = found.some(({ unit }) => unit === 'usd')
    const head: ShownRow = { kind: 'section', key: name, name, open, count: found.length, money }
    if (!open) return [head]
    const rows = (some: readonly TableLine[]) => some.flatMap((line) => rowsOf(line, wanted))
    if (searched) return [head, ...rows(found)]
    const zeros = found.filter(({ zero }) => zero)
    if (zeros.length === 0) return [head, ...rows(found)]
    const shown = unfolded.has(name)
    return [
      head,
      ...rows(found.filter(({ zero }) => !zero)),
      { kind: 'zeros', key: `zeros ${name}`, open: shown, count: zeros.length },
      ...(shown ? rows(zeros) : []),
    ]
  })
}

function rowsOf({ id, label, meaning, unit, shared, of }: TableLine, { names, layout, columns }: Wanted): ShownRow[] {
  const row = { kind: 'line', key: id, label, meaning, unit, shared, further: false } as const
  const cell = (at: number, year: number): Cell | undefined => {
    const one = of[at]
    return one && { line: one.line, value: one.values[year]! }
  }
  const years = columns.filter(({ path }) => path === undefined || path === 0).map(({ year }) => year)
  if (shared || names.length === 1) return [{ ...row, cells: years.map((year) => cell(0, year)) }]
  if (layout === 'difference') {
    const values = difference(of[0]!.values, of[1]!.values)
    return [{ ...row, cells: values.map((value) => ({ line: of[0]!.line, value })) }]
  }
  if (layout === 'beside') return [{ ...row, cells: columns.map(({ year, path }) => cell(path!, year)) }]
  return names.flatMap((name, at) =>
    of[at] === undefined
      ? []
      : [
          {
            ...row,
            key: `${id} ${at}`,
            label: at === of.findIndex(Boolean) ? `${label}: ${name}` : name,
            further: at !== of.findIndex(Boolean),
            cells: years.map((year) => cell(at, year)),
          },
        ],
  )
}

/** The visible table for the clipboard, with column headings. */
export const asShown = (rows: readonly ShownRow[], heads: readonly string[], span: number): DataTable => ({
  head: ['Line', ...heads],
  rows: rows.flatMap((row) => {
    if (row.kind === 'section') return [[row.name]]
    if (row.kind === 'zeros') return []
    const cells = row.cells.map((cell) => cell?.value ?? '')
    // Lines of no path are in the first column of each year.
    return [
      [
        row.label,
        ...(row.shared && span > 1 ? cells.flatMap((cell) => [cell, ...Array<string>(span - 1).fill('')]) : cells),
      ],
    ]
  }),
})
