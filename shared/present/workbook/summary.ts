import { readinessOf } from '../../checks/readiness'
import { VIEWS } from '../../model'
import { roleWords } from '../paths'
import { sideBySide, type SideRow } from '../report/side-by-side'
import { VIEW_NAMES, VIEW_NOTE } from '../views'
import { ALL_HOLD, SUMMARY, type Layout } from './layout'
import {
  EMPTY,
  letters,
  NO_VALUE,
  note,
  row,
  shown,
  text,
  type CellPlan,
  type Format,
  type RowPlan,
  type SheetPlan,
} from './sheet'

/** The origin of the workbook. */
export interface About {
  /** Version of the program. */
  readonly version: string
  /** Hash of the case, as the report has it. */
  readonly caseHash: string
}

/** A cell of the summary that the checks compare with the program's own figure. */
export interface TieOut {
  readonly label: string
  readonly address: string
  readonly value: number
}

const UNITS: Readonly<Record<SideRow['unit'], string>> = {
  usd: '$',
  rate: '%',
  factor: '×',
  years: 'years',
  hours: 'hours',
  age: 'age',
  year: 'year',
}
const FORMATS: Readonly<Record<SideRow['unit'], Format>> = {
  usd: 'usd',
  rate: 'rate',
  factor: 'factor',
  years: 'days',
  hours: 'hours',
  age: 'years',
  year: 'years',
}

/**
 * The report's figures in its order and dollars, and beside those in today's dollars the same in future dollars. A case without an answer
 * shows its problems instead.
 */
export function summary(
  layout: Layout,
  about: About,
): { readonly sheet: SheetPlan; readonly tieOuts: readonly TieOut[] } {
  const { outcome } = layout
  const { blockers } = readinessOf(outcome)
  const { first } = roleWords(outcome.document)
  const head = [
    row('title', `${outcome.document.name}: sell or stay`),
    note(
      `Case ${about.caseHash}, program version ${about.version}. The report of the same case has the same hash and figures.`,
    ),
  ]
  if (blockers.length > 0)
    return {
      tieOuts: [],
      sheet: {
        name: SUMMARY,
        widths: [120],
        rows: [...head, row('heading', 'This case has no answer yet'), ...blockers.map((one) => note(one.message))],
      },
    }
  const paths = outcome.paths.map(({ id }) => id)
  const today = sideBySide(outcome, 'today', paths)
  const future = sideBySide(outcome, 'future', paths)
  const names = outcome.paths.map(({ name }) => text(name))
  const tieOuts: TieOut[] = []
  const rows: RowPlan[] = [
    ...head,
    {
      look: 'head',
      cells: [
        undefined,
        undefined,
        undefined,
        text('As in the report'),
        ...names.slice(1).map(() => undefined),
        undefined,
        text('In future dollars'),
      ],
    },
    { look: 'head', cells: [text('Figure'), text('View'), text('Unit'), ...names, undefined, ...names] },
  ]
  for (const [i, { title, note: dollars, rows: lines }] of today.entries()) {
    rows.push(row('heading', title, '', '', dollars))
    for (const [j, line] of lines.entries()) {
      const later = future[i]!.rows[j]!
      rows.push(figures(layout, line, later))
      if (line.cells.some(({ difference }) => difference !== undefined))
        rows.push(differences(rows.length, line, later, first))
    }
    if (title === 'Wealth') rows.push(...leads(layout))
  }
  const dollars = (column: number) => (column > PATHS_FROM + names.length ? 'in future dollars' : 'as in the report')
  rows.forEach(({ cells }, i) =>
    cells.forEach((cell, column) => {
      if (cell?.formula === undefined || typeof cell.value !== 'number') return
      const [figure, view, , ...paths] = [cells[0], cells[1], undefined, ...names, undefined, ...names]
      const words = [figure, view, paths[column - PATHS_FROM]].map((one) => String(one?.value).trim())
      tieOuts.push({
        label: `${words.join(', ')}, ${dollars(column)}`,
        address: `$${letters(column + 1)}$${i + 1}`,
        value: cell.value,
      })
    }),
  )
  rows.push(EMPTY, {
    look: 'total',
    cells: [
      text('Checks'),
      undefined,
      undefined,
      { value: 'all hold', formula: `IF(${ALL_HOLD},"all hold","one fails: see the sheet Checks")` },
    ],
  })
  rows.push(note(VIEW_NOTE))
  rows.push(note('Earliest retirement ages are searched by the program and do not follow changes made here.'))
  return {
    tieOuts,
    sheet: { name: SUMMARY, widths: [50, 15, 8, 18], frozen: { rows: 4, columns: 3 }, rows },
  }
}

/** A figure of each path, in today's dollars and, beside them, in future ones. */
function figures(layout: Layout, today: SideRow, future: SideRow): RowPlan {
  const cell = (line: SideRow, i: number): CellPlan | undefined => {
    const { path, value, figure } = line.cells[i]!
    if (value === undefined) return undefined
    const found = figure === undefined ? undefined : layout.outcome.line(path, line.view ?? 'expected', figure)
    return {
      value: Number.isNaN(value) ? NO_VALUE : value,
      format: FORMATS[line.unit],
      ...(found && { formula: shown(layout.address(found, SUMMARY)) }),
    }
  }
  return {
    depth: 1,
    cells: [
      ...heads(today.label, today),
      ...today.cells.map((_, i) => cell(today, i)),
      undefined,
      ...(sameDollars(today, future) ? [] : future.cells.map((_, i) => cell(future, i))),
    ],
  }
}

/** Hours, shares, and amounts with no version in today's dollars appear once. */
const sameDollars = (today: SideRow, future: SideRow): boolean =>
  today.cells.every(({ figure }, i) => figure === future.cells[i]!.figure)

/** The row before it, each path less keeping, which is the first. */
function differences(above: number, today: SideRow, future: SideRow, than: string): RowPlan {
  const first = PATHS_FROM + 1
  const cells = (line: SideRow, start: number) =>
    line.cells.map(({ difference }, i): CellPlan | undefined =>
      difference === undefined
        ? undefined
        : {
            value: difference,
            format: FORMATS[line.unit],
            formula: shown(`${letters(start + i)}${above}-${letters(start)}${above}`),
          },
    )
  return {
    depth: 1,
    cells: [
      ...heads(`compared with ${than}`, today),
      ...cells(today, first),
      undefined,
      ...(sameDollars(today, future) ? [] : cells(future, first + today.cells.length + 1)),
    ],
  }
}

/** How far each path is ahead of keeping in the year of retirement. */
function leads(layout: Layout): RowPlan[] {
  const { outcome } = layout
  return VIEWS.map((view): RowPlan => {
    const cells = (id: string) =>
      outcome.paths.map((path): CellPlan | undefined => {
        const line = outcome.line(path.id, view, id)
        return line && { value: outcome.values(line)[0], formula: shown(layout.address(line, SUMMARY)), format: 'usd' }
      })
    return {
      depth: 1,
      cells: [
        text(`Lead over ${roleWords(outcome.document).firstShort} at retirement`),
        text(VIEW_NAMES[view]),
        text('$'),
        ...cells('leadAtRetirementToday'),
        undefined,
        ...cells('leadAtRetirement'),
      ],
    }
  })
}

/** Columns before those of the paths. */
const PATHS_FROM = 3
const heads = (label: string, { view, unit }: SideRow): CellPlan[] => [
  text(label),
  text(view ? VIEW_NAMES[view] : 'all views'),
  text(UNITS[unit]),
]
