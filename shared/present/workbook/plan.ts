import type { Line } from '../../formula'
import { fieldOf, originOf, VIEWS, type Outcome } from '../../model'
import { capital } from '../sentence'
import { VIEW_NAMES, VIEW_NOTE } from '../views'
import { INPUTS, Layout, type CellPlan, type RowPlan, type SheetPlan } from './layout'

/** Figures that open the workbook, each for every path in every view. */
const FIGURES = [
  'consideration',
  'cashAtClose',
  'closingTax',
  'inPocketAtClose',
  'priceTotal',
  'priceTotalPresentValue',
  'effectiveMultiple',
  'saleAfterTax',
  'takeHomeFirstYear',
  'incomeGivenUp',
  'payCut',
  'priceOfTheJob',
  'yearsToRecoup',
  'pathTotal',
  'pathTotalPresentValue',
  'wealthAtRetirement',
  'wealthAtHorizon',
  'leadAtHorizon',
  'crossoverYear',
  'fundedToAge',
  'totalHours',
] as const

/** All sheets of a case's workbook, in their order. */
export function workbookOf(outcome: Outcome): SheetPlan[] {
  const layout = new Layout(outcome)
  return [readMe(outcome), figures(outcome, layout), inputs(outcome), ...lines(outcome, layout), tables(layout)]
}

function readMe({ document }: Outcome): SheetPlan {
  const says = (text: string): RowPlan => ({ kind: 'note', text })
  return {
    name: 'Read me',
    rows: [
      { kind: 'title', text: `${document.name}: sell or stay` },
      says(
        'Every figure in this workbook is a live formula. Change a yellow cell on the “Inputs” sheet and everything recalculates.',
      ),
      says(`“Figures” compares the paths in three views, which are never blended. ${VIEW_NOTE}`),
      says(
        '“Plan” holds what is common to all paths. Each path has its own year-by-year sheet, beginning with the lines its views share.',
      ),
      says(
        'Dates are entered as years from the start of the plan (0.5 is July 1 of the first year) and as the plan year in which they fall. Change both together.',
      ),
      says(
        'The structure of the plan (paths, components, choices) is fixed in this workbook. To change it, edit the case in the program and save the workbook again.',
      ),
      says(
        'Amounts are in future (nominal) dollars unless a line says otherwise. An error in a cell means that the figure has no value.',
      ),
      says('This is arithmetic on the assumptions on the “Inputs” sheet. It is not tax, legal or investment advice.'),
    ],
  }
}

function figures(outcome: Outcome, layout: Layout): SheetPlan {
  const columns = outcome.paths.flatMap((path) => VIEWS.map((view) => ({ path, view })))
  const rows = FIGURES.flatMap((id): RowPlan[] => {
    const found = columns.map(({ path, view }) => outcome.line(path.id, view, id))
    const first = found.find((line) => line !== undefined)
    if (!first) return []
    const cells = found.map((line): CellPlan =>
      line ? { value: outcome.values(line)[0], formula: layout.addressOf(line) } : { value: undefined },
    )
    return [{ kind: 'figures', label: capital(first.label), unit: first.unit, cells }]
  })
  return {
    name: 'Figures',
    rows: [
      { kind: 'title', text: 'Side-by-side figures' },
      { kind: 'head', cells: ['', '', ...columns.map(({ path }) => path.name)] },
      { kind: 'head', cells: ['', 'Unit', ...columns.map(({ view }) => VIEW_NAMES[view])] },
      ...rows,
    ],
  }
}

function inputs(outcome: Outcome): SheetPlan {
  const { document, structure } = outcome
  const values = structure.inputs(document)
  return {
    name: INPUTS,
    rows: [
      { kind: 'title', text: 'Inputs' },
      { kind: 'note', text: 'Yellow cells may be changed. “Assumed” means not yet confirmed.' },
      { kind: 'head', cells: ['Input', 'Value', 'Unit', 'Source', 'Field'] },
      ...structure.graph.inputs.map((input, i): RowPlan => {
        const field = fieldOf(input)
        return {
          kind: 'input',
          label: input.label,
          unit: input.unit,
          value: values[i]!,
          origin: originOf(document, field),
          field,
        }
      }),
    ],
  }
}

function lines(outcome: Outcome, layout: Layout): SheetPlan[] {
  const years = Array.from({ length: outcome.years }, (_, y) => y + 1)
  const calendarYear = outcome.structure.graph.line('plan/calendarYear')
  const calendar = (sheet: string): CellPlan[] => {
    const { sheet: at, row } = layout.from(sheet).row(calendarYear)
    return outcome
      .values(calendarYear)
      .map((value, y) => ({ value, formula: `${at}${layout.from(sheet).column(y + 1)}${row}` }))
  }
  const cellsOf = (sheet: string, line: Line): CellPlan[] => {
    const values = outcome.values(line)
    if (line.shape === 'figure') return [{ value: values[0], formula: layout.formula(sheet, line.first) }]
    return years.map((year) => ({
      value: values[year - 1],
      formula: layout.formula(sheet, year === 1 ? line.first : line.later, year),
    }))
  }
  return layout.sheets.map(({ name, lines: of }) => ({
    name,
    rows: [
      { kind: 'title', text: name },
      { kind: 'years', label: 'Calendar year', cells: calendar(name) },
      { kind: 'years', label: 'Plan year', cells: years.map((value) => ({ value })) },
      ...of.map((line): RowPlan =>
        typeof line === 'string' ? { kind: 'heading', text: line } : { kind: 'line', line, cells: cellsOf(name, line) },
      ),
    ],
  }))
}

/** Brackets and tables of the law: each key with its value, and by how much the value steps up there. */
function tables(layout: Layout): SheetPlan {
  return {
    name: 'Tables',
    rows: [
      { kind: 'title', text: 'Tax tables' },
      {
        kind: 'note',
        text: 'Each value applies from its key upward; the third column is the change from the value before.',
      },
      ...layout.tables.flatMap(({ label, source, keys, values }): RowPlan[] => [
        { kind: 'heading', text: label },
        { kind: 'note', text: source },
        ...keys.map((key, i): RowPlan => ({
          kind: 'table',
          cells: [{ value: key }, { value: values[i]! }, { value: values[i]! - (values[i - 1] ?? 0) }],
        })),
        { kind: 'note', text: '' },
      ]),
    ],
  }
}
