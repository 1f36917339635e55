import type { Line } from '../../formula'
import { fieldOf, originOf, VIEWS, type Outcome } from '../../model'
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
        'Every figure in this workbook is a formula. Change a value in the yellow cells of the sheet “Inputs” and all follows.',
      ),
      says(
        '“Figures” puts the paths beside each other in three views: guaranteed, expected, maximum; they are never blended.',
      ),
      says(
        '“Plan” holds what no path changes; each path has a sheet of its own, year by year, first what its views share.',
      ),
      says(
        'Days stand as years from the start of the plan (0.5 is 1 July of its first year) and as the year of the plan in which they fall: change both together.',
      ),
      says(
        'What the plan consists of (paths, components, choices) is fixed in this workbook; change that in the program and save it again.',
      ),
      says(
        'Amounts are in dollars of each year unless a line says otherwise. An error in a cell means that the figure has no value.',
      ),
      says('It is arithmetic on the assumptions on the sheet of inputs; it is not tax, legal or investment advice.'),
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
      { kind: 'title', text: 'Figures side by side' },
      { kind: 'head', cells: ['', '', ...columns.map(({ path }) => path.name)] },
      { kind: 'head', cells: ['', 'Unit', ...columns.map(({ view }) => view)] },
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
      { kind: 'note', text: 'Yellow cells may be changed. “Assumed” is what nobody has confirmed.' },
      { kind: 'head', cells: ['Input', 'Value', 'Unit', 'Where it comes from', 'Field'] },
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
      { kind: 'years', label: 'Year of the plan', cells: years.map((value) => ({ value })) },
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
      { kind: 'title', text: 'Tables of the law' },
      {
        kind: 'note',
        text: 'From each key on the value beside it holds; the third column is the step from the one before.',
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

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
