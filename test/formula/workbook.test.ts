import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  buildGraph,
  evaluation,
  f,
  Model,
  walk,
  type Expression,
  type Graph,
  type Line,
  type Series,
  type Table,
} from '../../shared/formula/index'
import { spreadsheetFormula, type Addresses } from '../../shared/formula/spreadsheet'
import { libreOffice, recalculated, shown } from '../support/libreoffice'
import { build, inputsOf, tameFigures, tamePlans } from './random-model'

const FIRST_COLUMN = 3 // years begin in column C
const letters = (column: number): string => String.fromCharCode(64 + column)

/** A graph laid out over four sheets, one with a name that must be quoted. */
class Layout implements Addresses {
  readonly years: number
  readonly yearNumbers = { sheet: "'Plan years'!", row: 1 }
  readonly tables: Table[] = []
  readonly serieses: Series[] = []
  constructor(readonly graph: Graph) {
    this.years = graph.years
    for (const line of graph.lines)
      walk(line, (e) => {
        if ('table' in e && !this.tables.includes(e.table)) this.tables.push(e.table)
        if (e.op === 'series' && !this.serieses.includes(e.series)) this.serieses.push(e.series)
      })
  }
  column(year: number) {
    return letters(FIRST_COLUMN + year - 1)
  }
  row(line: Line) {
    return { sheet: "'Plan years'!", row: 2 + this.graph.lines.indexOf(line) }
  }
  figure(line: Line) {
    return `Figures!$B$${1 + this.graph.lines.indexOf(line)}`
  }
  input({ id }: { id: string }) {
    return `Inputs!$B$${1 + this.graph.inputIndex.get(id)!}`
  }
  series(series: Series) {
    return { sheet: "'Plan years'!", row: 2 + this.graph.lines.length + this.serieses.indexOf(series) }
  }
  table(table: Table) {
    const column = (k: number) => letters(3 * this.tables.indexOf(table) + k)
    const range = (k: number) => `Tables!$${column(k)}$1:$${column(k)}$${table.keys.length}`
    return { keys: range(1), values: range(2), steps: range(3) }
  }

  workbook(inputs: Float64Array, cached?: number): ExcelJS.Workbook {
    const workbook = new ExcelJS.Workbook()
    const [plan, figures, given, tables] = ['Plan years', 'Figures', 'Inputs', 'Tables'].map((name) =>
      workbook.addWorksheet(name),
    ) as [ExcelJS.Worksheet, ExcelJS.Worksheet, ExcelJS.Worksheet, ExcelJS.Worksheet]
    const put = (cell: ExcelJS.Cell, e: Expression, year?: number) => {
      const formula = spreadsheetFormula(e, year, this)
      cell.value = cached === undefined ? { formula, date1904: false } : { formula, result: cached, date1904: false }
    }
    inputs.forEach((value, i) => (given.getCell(1 + i, 2).value = value))
    for (const series of this.serieses)
      series.inputs.forEach(({ id }, y) => {
        plan.getCell(this.series(series).row, FIRST_COLUMN + y).value = inputs[this.graph.inputIndex.get(id)!]!
      })
    this.tables.forEach(({ keys, values }, k) =>
      keys.forEach((key, i) => {
        tables.getCell(i + 1, 3 * k + 1).value = key
        tables.getCell(i + 1, 3 * k + 2).value = values[i]!
        tables.getCell(i + 1, 3 * k + 3).value = values[i]! - (values[i - 1] ?? 0)
      }),
    )
    for (let year = 1; year <= this.years; year++) plan.getCell(1, FIRST_COLUMN + year - 1).value = year
    for (const line of this.graph.lines) {
      if (line.shape === 'figure')
        put(figures.getCell(this.figure(line).split('!')[1]!.replaceAll('$', '')), line.first)
      else
        for (let year = 1; year <= this.years; year++)
          put(plan.getCell(this.row(line).row, FIRST_COLUMN + year - 1), year === 1 ? line.first : line.later, year)
    }
    return workbook
  }

  /** The workbook's figures, line by line. */
  read(workbook: ExcelJS.Workbook): Record<string, number[]> {
    return Object.fromEntries(
      this.graph.lines.map((line) => {
        if (line.shape === 'figure')
          return [line.id, [shown(workbook.getWorksheet('Figures')!.getCell(`B${1 + this.graph.lines.indexOf(line)}`))]]
        const row = workbook.getWorksheet('Plan years')!.getRow(this.row(line).row)
        return [line.id, Array.from({ length: this.years }, (_, y) => shown(row.getCell(FIRST_COLUMN + y)))]
      }),
    )
  }
}

/** The engine's figures, with no value for anything infinite, as in a spreadsheet. */
function computed(graph: Graph, inputs: Float64Array): Record<string, number[]> {
  const run = evaluation(graph)
  run.run(inputs)
  return Object.fromEntries(
    graph.lines.map((line) => [line.id, [...run.row(line)].map((x) => (Number.isFinite(x) ? x : NaN))]),
  )
}

/** The workbook's figures, replaced by the engine's where they agree to a millionth. */
function alike(workbook: Record<string, number[]>, engine: Record<string, number[]>): Record<string, number[]> {
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b), 1e-3)
  const cells = (shown: number[], values: number[]) => shown.map((x, y) => (near(x, values[y]!) ? values[y]! : x))
  return Object.fromEntries(Object.entries(engine).map(([id, values]) => [id, cells(workbook[id]!, values)]))
}

const as = (unit: 'usd' | 'rate' | 'years' | 'boolean' | 'factor', label: string) =>
  ({ label, unit, meaning: label }) as const
const tax: Table = {
  kind: 'table',
  id: 'tax',
  label: 'Tax',
  keys: [0, 100, 400],
  values: [0.1, 0.2, 0.35],
  source: 'test',
}

/** A small practice that uses every operation of the language once. */
function practice() {
  const model = Model.create()
  const start = model.input('start', 'Sales in the first year', 'usd')
  const growth = model.input('growth', 'Growth', 'rate')
  const rate = model.input('rate', 'Interest rate', 'rate')
  const term = model.input('term', 'Term', 'years')
  const loan = model.input('loan', 'Loan', 'usd')
  const price = model.series('price', 'Price level', 'factor', 6)
  const sales = model.row('sales', as('usd', 'Sales'), start, (self) => f`prev(${self}) * (1 + ${growth})`)
  const debt = model.declare('debt', as('usd', 'Debt'), 'row')
  const interest = model.row('interest', as('usd', 'Interest'), f`${loan} * ${rate}`, f`prev(${debt}) * ${rate}`)
  const due = model.figure('due', as('usd', 'Payment'), f`payment(${rate}, ${term}, ${loan})`)
  const paid = model.row(
    'paid',
    as('usd', 'Paid'),
    f`if(n <= ${term}, min(${due}, ${loan} + ${interest}), 0)`,
    f`if(n <= ${term}, min(${due}, prev(${debt}) + ${interest}), 0)`,
  )
  model.define(debt, f`${loan} + ${interest} - ${paid}`, f`max(0, prev(${debt}) + ${interest} - ${paid})`)
  const owed = model.row(
    'owed',
    as('usd', 'Tax'),
    f`brackets(${tax}, ${sales} - ${interest}, (1 + ${growth}) ^ (n - 1))`,
  )
  const plain = model.row('plain', as('usd', 'Tax without indexing'), f`brackets(${tax}, ${sales}, 1)`)
  const flow = model.row('flow', as('usd', 'Flow'), f`-${loan}`, f`${sales} - ${owed} - ${paid}`)
  const many = model.row(
    'many',
    as('boolean', 'Large'),
    f`or(${sales} > 1.2 * first(${sales}), and(${debt} = 0, not(n < 3)))`,
  )
  model.figure('irr', as('rate', 'Rate of return'), f`irr(${flow})`)
  const since = model.figure('since', as('years', 'Large since'), f`firstYear(${many})`)
  const until = model.row('bad', as('boolean', 'Debt left'), f`${debt} > 0.000001`)
  model.figure('until', as('years', 'Debt until'), f`lastYear(${until})`)
  model.figure(
    'never',
    { ...as('years', 'Never'), optional: true },
    f`firstYear(${model.row('no', as('boolean', 'No'), f`n > 99`)})`,
  )
  model.figure('then', as('usd', 'Sales then'), f`at(${sales}, ${since} + 0.5)`)
  model.figure('outside', { ...as('usd', 'Sales in no year'), optional: true }, f`at(${sales}, 9)`)
  model.figure('rescued', as('usd', 'Rescued'), f`orElse(at(${sales}, 0), last(${sales}) - 2 * first(${plain}))`)
  model.row('sums', as('usd', 'Sums'), f`sum(${sales}) - sumToDate(${sales}) * 2 + sumBefore(${sales})`)
  model.row('steps', as('factor', 'Steps'), f`lookup(${tax}, n * 90) + 0`)
  model.row('rounding', as('years', 'Rounded'), f`floor(n / 2 - 2) * 100 + ceil(n / 2 - 2) * 10 + round(n / 2 - 2)`)
  model.row('real', as('usd', 'At prices of the year'), f`${sales} * ${price}`)
  model.row('signs', as('factor', 'Signs'), f`-(n * 1 - 3) ^ 2 - (-2) ^ 3 / (-n * 1) - (1 - (2 - ${growth}))`)
  return buildGraph(model, 6)
}
const PRACTICE = Float64Array.of(300, 0.07, 0.06, 4, 500, 1, 1.02, 1.05, 1.04, 1.1, 1.12)

if (!libreOffice) console.warn('LibreOffice is missing: the tests that recalculate workbooks are SKIPPED.')

describe('text', () => {
  const layout = new Layout(practice())
  const text = (id: string, year?: number) => {
    const line = layout.graph.line(id)
    return spreadsheetFormula(year === undefined || year === 1 ? line.first : line.later, year, layout)
  }

  test('reads as a person would write it', () => {
    expect(text('sales', 1)).toBe('Inputs!$B$1')
    expect(text('sales', 2)).toBe("'Plan years'!C2*(1+Inputs!$B$2)")
    expect(text('due')).toBe('-PMT(Inputs!$B$3,Inputs!$B$4,Inputs!$B$5)')
    expect(text('plain', 3)).toBe(
      "SUMPRODUCT(('Plan years'!E2-Tables!$A$1:$A$3>0)*('Plan years'!E2-Tables!$A$1:$A$3)*Tables!$C$1:$C$3)",
    )
    expect(text('sums', 1)).toBe("SUM('Plan years'!$C2:$H2)-SUM('Plan years'!$C2:C2)*2+0")
    expect(text('sums', 3)).toBe("SUM('Plan years'!$C2:$H2)-SUM('Plan years'!$C2:E2)*2+SUM('Plan years'!$C2:D2)")
    expect(text('paid', 2)).toBe(
      "IF('Plan years'!D$1<=Inputs!$B$4,MIN(Figures!$B$4,'Plan years'!C3+'Plan years'!D4),0)",
    )
    expect(text('many', 2)).toBe(
      "MAX(IF('Plan years'!D2>1.2*'Plan years'!$C2,1,0),MIN(IF('Plan years'!D3=0,1,0),1-IF('Plan years'!D$1<3,1,0)))",
    )
    expect(text('real', 3)).toBe("'Plan years'!E2*'Plan years'!E$25")
    expect(text('signs', 1)).toBe("-(('Plan years'!C$1-3)^2)-(-2)^3/(-'Plan years'!C$1)-(1-(2-Inputs!$B$2))")
  })

  test('of a later year is that of the year before, filled right', () => {
    const shifted = (formula: string) =>
      formula.replaceAll(/(\$?)\b([A-Z]+)(\$?\d+)/g, (whole, fixed: string, column: string, row: string) =>
        fixed ? whole : String.fromCharCode(column.charCodeAt(0) + 1) + row,
      )
    const rows = layout.graph.lines.filter((line) => line.shape === 'row')
    for (const { id } of rows)
      for (let year = 2; year < layout.years; year++) expect(text(id, year + 1)).toBe(shifted(text(id, year)))
  })
})

describe.skipIf(!libreOffice)('recalculated by LibreOffice', () => {
  const layout = new Layout(practice())
  const runs = { numRuns: 25, seed: 2026 }
  const random = fc.sample(fc.tuple(tamePlans, inputsOf(tameFigures)), runs).map(([plan, inputs]) => ({
    layout: new Layout(buildGraph(build(plan), plan.years)),
    inputs,
  }))
  let books: ExcelJS.Workbook[] = []

  beforeAll(async () => {
    books = await recalculated([
      layout.workbook(PRACTICE),
      layout.workbook(PRACTICE, 12345),
      ...random.map(({ layout, inputs }) => layout.workbook(inputs)),
    ])
  }, 120_000)

  test('a small practice comes out as the engine has it', () => {
    const engine = computed(layout.graph, PRACTICE)
    expect(alike(layout.read(books[0]!), engine)).toEqual(engine)
  })

  test('wrong results in the file are corrected: what is compared is not what we wrote', () => {
    const engine = computed(layout.graph, PRACTICE)
    expect(alike(layout.read(books[1]!), engine)).toEqual(engine)
  })

  test.each(random.map((_, i) => i))('random graph %i', (i) => {
    const { layout, inputs } = random[i]!
    const engine = computed(layout.graph, inputs)
    expect(alike(layout.read(books[2 + i]!), engine)).toEqual(engine)
  })
})
