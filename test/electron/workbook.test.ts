// The workbook as an accountant uses it: recalculated by LibreOffice, unchanged and after changing an input.
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'

import { get, set } from '../../shared/case/path'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import { evaluateCase, type Outcome } from '../../shared/model'
import { Layout } from '../../shared/present/workbook/layout'
import { writeWorkbook } from '../../electron/documents/workbook'
import { MOST_CHARACTERS } from '../../shared/present/workbook/long-formulas'
import { workbookOf } from '../../shared/present/workbook/plan'
import { serialOf } from '../../shared/present/workbook/sheet'
import { caseOf } from '../model/arbitrary-case'
import { associateCase } from '../support/associate-case'
import { libreOffice, recalculated, shown } from '../support/libreoffice'
import { unzipped } from '../support/zip'

async function opened(outcome: Outcome): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await writeWorkbook(outcome, new Date('2026-11-28T12:00:00Z'))) as unknown as ArrayBuffer)
  return workbook
}

/** Changes the yellow cell of a field. */
function enter(workbook: ExcelJS.Workbook, field: string, value: number | Date): void {
  const sheet = workbook.getWorksheet('Inputs')!
  sheet.eachRow((row) => {
    if (row.getCell(8).value === field) row.getCell(2).value = value
  })
}

/** Cells that differ from the engine's figures by more than a millionth; missing values are errors in the workbook. */
function differences(workbook: ExcelJS.Workbook, outcome: Outcome): string[] {
  const layout = new Layout(outcome)
  const near = (a: number, b: number) =>
    (Number.isNaN(a) && Number.isNaN(b)) || Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b), 1)
  return layout.sheets.flatMap(({ name, rows }) => {
    const sheet = workbook.getWorksheet(name)!
    return rows.flatMap((row, i) => {
      if (row.kind !== 'line') return []
      const { line } = row
      return outcome.values(line).flatMap((value, y) => {
        const got = shown(sheet.getRow(4 + i).getCell(line.shape === 'figure' ? 3 : 4 + y))
        return near(got, value) ? [] : [`${line.id} ${y + 1}: ${got} is not ${value}`]
      })
    })
  })
}

/** A sample planned for fewer years: every formula is there, and LibreOffice is faster. */
const named = (name: string): Case => {
  const { document } = samples.find((one) => one.name === name)!
  return set(document, 'owner/horizonAge', name === 'orthodontist' ? 64 : 72)
}

/** One closes in each of these months and is left two years later, when its term ends and its note has a payment. */
const leavers: Case = caseOf({
  owner: { birthDate: '1968-07-01', retirement: '2034-06-30', horizonAge: 68 },
  offers: [1, 2, 3, 5, 7, 8, 10, 11].map((month) => {
    const on = (year: number) => `${year}-${String(month).padStart(2, '0')}-01`
    return {
      id: `closing-${month}`,
      name: `Closing ${month}`,
      closing: on(2027),
      price: { stated: 'amount', amount: 1_000_000 },
      components: [
        { id: 'note', kind: 'note', label: 'Note', share: 0.3, years: 4, probability: 1, unconditional: true },
        { id: 'late', kind: 'earnOut', label: 'Earn-out', share: 0.2, months: 60, probability: 1 },
      ],
      job: { termYears: month % 2 === 0 ? 2 : 4 },
      leaving: { on: on(2029), cause: 'resignation' },
      consulting: { amount: 4_000, months: 10 + month },
    }
  }),
})

/**
 * What the law says about large interest-free notes, a building let to the buyer, retained profit, a younger spouse,
 * and a move to a state that leaves gain from before it alone.
 */
const corners: Case = caseOf({
  practice: {
    debts: [{ id: 'loan', label: 'Loan', balance: 500_000, rate: 0.06, years: 8 }],
    otherAssets: [
      { id: 'center', label: 'Center', value: 500_000, distributions: 60_000, basis: 100_000, ordinaryShare: 0.1 },
      { id: 'hall', label: 'Hall', kind: 'building', value: 800_000, basis: 300_000, depreciation: 200_000 },
    ],
    family: [{ id: 'spouse', label: 'Spouse', pay: 90_000, marketPay: 60_000 }],
    realEstate: { owned: true, value: 2_000_000, netRent: 90_000, basis: 700_000, soldOn: '2032-03-01' },
  },
  owner: {
    birthDate: '1951-03-01',
    spouseBirthDate: '1967-03-01',
    retirement: '2029-06-30',
    horizonAge: 85,
    taxDeferredSavings: 900_000,
  },
  tax: {
    mode: 'federal',
    federal: { entityTax: true, state: 'CA', stateTax: 'law', movesTo: 'NY', moveYear: 2030 },
  },
  offers: [
    {
      id: 'venture',
      structure: 'jointVenture',
      closing: '2027-07-01',
      price: { stated: 'amount', amount: 20_000_000 },
      shareSold: 0.6,
      debt: 'stays',
      retained: { payoutRatio: 0.5, undistributed: 'kept' },
      consulting: { amount: 6_000, months: 30 },
      costs: { audit: 35_000 },
      staffBonus: { stated: 'share', share: 0.02 },
      tail: { paidBy: 'unknown', amount: 40_000 },
      assetsSold: [{ id: 'hall', asset: 'hall', on: '2029-05-01', price: 900_000, down: 0.25, years: 4, rate: 0.01 }],
      familyStays: [{ id: 'stays', member: 'spouse', until: '2029-06-30', pay: 70_000 }],
      components: [
        { id: 'level', kind: 'note', label: 'Level note', share: 0.3, rate: 0.01, years: 6 },
        {
          id: 'late',
          kind: 'note',
          label: 'Deferred payment',
          share: 0.3,
          rate: 0,
          years: 4,
          repayment: 'interestOnly',
        },
      ],
    },
  ],
})
/** Earn-outs by several targets, above a floor, without a cap; equity that vests and may be called; loans and bonuses of the job. */
const dealTerms: Case = caseOf({
  practice: { hygieneCollections: 200_000, feeGrowth: 0.04 },
  owner: { birthDate: '1968-07-01', retirement: '2034-06-30', horizonAge: 68 },
  offers: [
    {
      id: 'earn-outs',
      closing: '2027-07-01',
      price: { stated: 'amount', amount: 2_000_000 },
      components: [
        {
          id: 'yearly',
          kind: 'earnOut',
          label: 'Yearly earn-out',
          share: 0.2,
          measuredBy: 'metric',
          inProportion: 'ofTarget',
          floor: 1_000_000,
          catchUp: true,
          wages: false,
          targets: [
            { id: 'a', months: 12, target: 1_150_000, part: 0.4 },
            { id: 'b', months: 24, target: 1_130_000, part: 0.3 },
            { id: 'c', months: 36, target: 1_500_000, part: 0.3 },
          ],
        },
        {
          id: 'growth',
          kind: 'earnOut',
          label: 'Share of growth',
          basis: 'growth',
          growthShare: 0.3,
          growthFrom: 1_100_000,
          bestResult: 1_400_000,
          measuredBy: 'metric',
          months: 30,
          wages: false,
        },
      ],
      leaving: { on: '2030-01-01', cause: 'disability' },
    },
    {
      id: 'leaver',
      structure: 'hybrid',
      closing: '2027-04-01',
      shareSold: 0.6,
      price: { stated: 'amount', amount: 2_000_000 },
      components: [
        {
          id: 'rolled',
          kind: 'rolled',
          share: 0.2,
          exitMonths: 80,
          vesting: 'yearly',
          called: true,
          callDiscount: { resignation: 0.25 },
          keptOnLeaving: { resignation: 0.1 },
        },
      ],
      retained: { exitAt: '2033-03-01', vesting: 'cliff', vestingYears: 5, keptOnLeaving: { resignation: 0.6 } },
      job: {
        termYears: 4,
        retention: [
          { id: 'a', amount: 30_000, months: 24 },
          { id: 'b', amount: 30_000, months: 48 },
        ],
        forgivableLoans: [{ id: 'l', amount: 90_000, years: 3, clawback: { resignation: 0.8 } }],
      },
      leaving: {
        on: '2029-10-01',
        cause: 'resignation',
        clawbackFalls: 'yearly',
        clawback: { resignation: 0.2 },
      },
    },
    {
      id: 'called',
      structure: 'jointVenture',
      closing: '2027-01-01',
      shareSold: 0.6,
      price: { stated: 'amount', amount: 2_000_000 },
      components: [
        { id: 'bought', kind: 'rolled', acquired: 'bought', share: 0.1, exitMonths: 48 },
        {
          id: 'granted',
          kind: 'rolled',
          acquired: 'granted',
          threshold: 20_000_000,
          platform: { newEquity: 30_000_000 },
          longTerm: false,
          exitMonths: 48,
        },
      ],
      retained: { exitMonths: 90, called: true, callDiscount: { resignation: 0.2 } },
      leaving: { on: '2031-06-01', cause: 'resignation' },
    },
  ],
})
const associate = set(set(associateCase, 'tax/mode', 'federal'), 'owner/horizonAge', 64)
const FEE = 'offers/cedar/fee/share'
/** Under state law too. */
const byLaw = set(named('orthodontist'), 'tax/federal/stateTax', 'law')

/** Inputs of ten kinds, each changed in the workbook and in the case. */
const CHANGES: readonly [field: string, value: string | number][] = [
  ['offers/cedar/closing', '2027-10-20'], // a day
  ['owner/retirement', '2033-04-15'], // a day that much depends on
  ['offers/summit/components/rolled-1/exitMonths', 70], // months after another day
  ['offers/harbor/components/earn-1/probability', 0.35], // a probability
  ['offers/harbor/price/multiple', 6.1], // a factor
  ['practice/ownerCollections', 1_020_000], // an amount a year
  ['practice/feeGrowth', 0.021], // a growth rate
  ['assumptions/return', 0.043], // a return
  ['offers/cedar/shareSold', 0.66], // a share
  ['practice/taper/at-62/days', 3.25], // days a week
  ['owner/socialSecurityFrom', '2035-01-10'], // the day of a claim
]
const changedCase = (document: Case): Case =>
  CHANGES.reduce((changed, [field, value]) => set(changed, field, value), document)

describe.skipIf(!libreOffice)('the workbook, recalculated by LibreOffice', { timeout: 180_000 }, () => {
  const dentist = named('general-dentist')
  const dearer = set(dentist, FEE, 0.11)
  const later = set(dentist, 'offers/summit/closing', '2028-02-10')
  const changed = changedCase(dentist)
  const cases = [dentist, byLaw, dearer, leavers, corners, dealTerms, later, changed, associate]
  let books: ExcelJS.Workbook[]
  beforeAll(async () => {
    const saved = [dentist, byLaw, dentist, leavers, corners, dealTerms, dentist, dentist, associate]
    const written = await Promise.all(saved.map((document) => opened(evaluateCase(document))))
    enter(written[2]!, FEE, 0.11)
    enter(written[6]!, 'offers/summit/closing', new Date('2028-02-10'))
    for (const [field, value] of CHANGES) enter(written[7]!, field, typeof value === 'string' ? new Date(value) : value)
    // A deliberately wrong result must come back corrected: otherwise we would only read our own cached figures.
    const cell = written[0]!.getWorksheet('Plan')!.getCell('D2')
    cell.value = { formula: cell.formula, date1904: false, result: 1 }
    books = await recalculated(written)
  }, 500_000)

  test.each([
    ['at effective rates', 0],
    ['by the law', 1],
    ['after the management fee was changed in it', 2],
    ['where the owner leaves on the day of a payment, or on which the term ends', 3],
    ['with notes, a building and a spouse of whom the law has its own rules', 4],
    ['with the terms that letters state beside price, note and escrow', 5],
    ['after a closing was put off in it', 6],
    ['after inputs of ten kinds were changed in it', 7],
    ['of an associate by the law', 8],
  ])('gives the program’s figures: %s', (_, i) => {
    const outcome = evaluateCase(cases[i]!)
    expect(books[i]!.getWorksheet('Plan')!.getCell('D2').result).toBe(outcome.shared('plan/calendarYear')[0])
    expect(differences(books[i]!, outcome)).toEqual([])
    expect(failing(books[i]!)).toEqual([])
    expect(brokenParts(books[i]!)).toEqual([])
  })

  test('every change in it is one', () => {
    for (const [field, value] of CHANGES) {
      expect(get(dentist, field)).toBeTypeOf(typeof value)
      expect(get(dentist, field)).not.toEqual(value)
    }
  })

  test('the summary has the figures of the report, and says which of them have changed', () => {
    const outcome = evaluateCase(dentist)
    const [row] = rowsOf(books[0]!, 'Summary').filter(
      ([label, view]) => label === 'Wealth at retirement' && view === 'expected',
    )
    const paths = outcome.paths.map(({ id }) => id)
    const figures = ['wealthAtRetirementToday', 'wealthAtRetirement'].map((figure) =>
      paths.map((path) => outcome.figure(path, 'expected', figure)!),
    )
    const shownHere = [row!.slice(3, 3 + paths.length), row!.slice(4 + paths.length)]
    shownHere.forEach((values, i) => values.forEach((value, j) => expect(value).toBeCloseTo(figures[i]![j]!, 2)))
    expect(new Set(tieOuts(books[0]!))).toEqual(new Set(['same']))
    expect(new Set(tieOuts(books[7]!))).toEqual(new Set(['same', 'changed']))
  })

  test('a change that it cannot follow is told', async () => {
    const book = await opened(evaluateCase(dentist))
    enter(book, 'owner/birthDate', new Date('1960-02-03'))
    const [told] = await recalculated([book])
    expect(failing(told!)).toEqual([expect.stringMatching(/^The plan still has \d+ years$/)])
  })

  test('a dearer fee is worse for the owner who keeps a share, in the workbook as in the program', () => {
    const total = (outcome: Outcome) => outcome.figure('cedar', 'expected', 'pathTotal')!
    expect(total(evaluateCase(dearer))).toBeLessThan(total(evaluateCase(dentist)))
  })
})

/** The displayed content of a sheet, row by row. */
function rowsOf(workbook: ExcelJS.Workbook, sheet: string): (string | number | boolean | undefined)[][] {
  const found = workbook.getWorksheet(sheet)!
  return Array.from({ length: found.rowCount }, (_, i) =>
    Array.from({ length: found.columnCount }, (_column, j) => {
      const cell = found.getCell(i + 1, j + 1)
      const value = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value
      return value === null || typeof value === 'object' ? undefined : value
    }),
  )
}

/** The elements right inside the outermost one, in order. */
function childrenOf(xml: string): string[] {
  const found: string[] = []
  let depth = 0
  for (const [, closing, tag, , empty] of xml.matchAll(/<(\/?)([A-Za-z0-9:]+)([^>]*?)(\/?)>/g)) {
    if (closing) depth--
    else {
      if (depth === 1) found.push(tag!)
      if (!empty) depth++
    }
  }
  return found
}

/** Checks that fail, by label. */
const failing = (workbook: ExcelJS.Workbook): string[] =>
  rowsOf(workbook, 'Checks').flatMap(([label, holds]) => (holds === false ? [String(label)] : []))

/** Parts of long formulas that show an error, though what is put together from them does not. */
const brokenParts = (workbook: ExcelJS.Workbook): string[] => {
  const found = new Set<string>()
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => {
      const label = row.getCell(1).text
      if (!/, part \d+$/.test(label)) return
      row.eachCell((cell) => {
        if (cell.type === ExcelJS.ValueType.Formula && typeof cell.result === 'object')
          found.add(`${sheet.name}: ${label}`)
      })
    })
  return [...found]
}

const tieOuts = (workbook: ExcelJS.Workbook): unknown[] =>
  rowsOf(workbook, 'Checks').flatMap(([, now]) => (now === 'same' || now === 'changed' ? [now] : []))

describe('the workbook as it is written', () => {
  const outcome = evaluateCase(named('general-dentist'))

  test('opens with the summary, and has every input with its unit, source, limits and name', async () => {
    const workbook = await opened(outcome)
    const names = workbook.worksheets.map(({ name }) => name)
    expect(names.slice(0, 6)).toEqual(['Summary', 'Read me', 'Inputs', 'Choices', 'Closing', 'Tax'])
    expect(names.slice(-2)).toEqual(['Law', 'Checks'])
    expect(names).toHaveLength(9 + outcome.paths.length)
    const inputs = workbook.getWorksheet('Inputs')!
    const rowOf = (field: string) =>
      Array.from({ length: inputs.rowCount }, (_, i) => inputs.getRow(i + 1)).find(
        (row) => row.getCell(8).value === field,
      )!
    const fee = rowOf(FEE)
    expect([2, 4].map((column) => fee.getCell(column).value)).toEqual([get(outcome.document, FEE), 'letter of intent'])
    expect(fee.getCell(3).text).toMatch(/^%/)
    expect(fee.getCell(2).dataValidation).toMatchObject({ type: 'decimal', formulae: [0, 1] })
    expect(workbook.definedNames.getRanges('offers_cedar_fee_share').ranges).toEqual([`Inputs!$B$${fee.number}`])
    // A day is one cell with a date in it.
    const closing = rowOf('offers/cedar/closing')
    expect(closing.getCell(2).value).toEqual(new Date(get(outcome.document, 'offers/cedar/closing') as string))
    const formulas = Array.from({ length: inputs.rowCount }, (_, i) => inputs.getCell(i + 1, 2).formula ?? '')
    expect(formulas.filter((formula) => formula.includes(`YEAR($B$${closing.number})`)).length).toBeGreaterThan(1)
    // Rows are named by what they belong to, derived ones after their field, each with the unit it has.
    const named = (row: number) => [1, 3].map((column) => inputs.getCell(row, column).text)
    expect(named(closing.number)[0]).toBe('Cedar: closing')
    expect(named(closing.number + 1)).toEqual(['Cedar: closing, years from the start', 'years'])
    expect(named(closing.number + 2)).toEqual(['Cedar: closing, year of the plan', 'year of the plan'])
    expect(named(rowOf('practice/weeksWorked').number)).toEqual(['Weeks worked', 'a year'])
  })

  test('lists as choices only what formulas depend on: no marks of an organization, no term for the attorney alone', async () => {
    const fields = rowsOf(await opened(outcome), 'Choices').map(([, , , field]) => String(field))
    expect(fields).toContain('offers/cedar/fee/kind')
    expect(fields.filter((field) => /\/(partner|letter)\//.test(field))).toEqual([])
  })

  test('is calculated when it is opened, has its author, and repeats its heads on paper', async () => {
    const archive = await writeWorkbook(outcome, new Date('2026-11-28T12:00:00Z'))
    const files = unzipped(archive)
    expect(files.get('xl/workbook.xml')).toMatch(/<calcPr[^>]* fullCalcOnLoad="1"/)
    // Excel repairs a file with a rule whose operator the format does not know (ECMA-376, 18.18.15).
    const rules = [...files.values()].flatMap((xml) => xml.match(/<cfRule[^>]*>/g) ?? [])
    expect(rules.length).toBeGreaterThan(0)
    for (const rule of rules) expect(rule).toMatch(/ type="expression"(?!.* operator=)/)
    expect(files.get('xl/workbook.xml')).toContain('&apos;Plan&apos;!$A:$C,&apos;Plan&apos;!$1:$3')
    expect(files.get('docProps/core.xml')).toContain('<dc:creator>Sell or Stay</dc:creator>')
    expect(files.get('docProps/core.xml')).toContain('2026-11-28T12:00:00Z')
  })

  test('has the parts of each sheet in the order of the format, which Excel insists on', async () => {
    // ECMA-376, 18.3.1.99 and 18.3.1.82, as far as they are written.
    const order = {
      worksheet:
        'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection autoFilter mergeCells conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks drawing',
      sheetPr: 'tabColor outlinePr pageSetUpPr',
    }
    const files = unzipped(await writeWorkbook(outcome, new Date('2026-11-28T12:00:00Z')))
    const sheets = [...files].filter(([name]) => name.startsWith('xl/worksheets/'))
    expect(sheets.length).toBe(9 + outcome.paths.length)
    for (const [name, xml] of sheets)
      for (const [tag, allowed] of Object.entries(order)) {
        const inside = new RegExp(`<${tag}[ >][^]*?</${tag}>`).exec(xml)![0]
        const found = childrenOf(inside)
        expect(found.length, `${name}: ${tag}`).toBeGreaterThan(1)
        const places = found.map((child) => allowed.split(' ').indexOf(child))
        expect(places, `${name}: ${found.join(' ')}`).not.toContain(-1)
        expect(places, `${name}: ${found.join(' ')}`).toEqual(places.toSorted((a, b) => a - b))
      }
  })

  test('has rows as high as the text in them, where a sheet is text alone', async () => {
    const sheet = (await opened(outcome)).getWorksheet('Read me')!
    const width = sheet.getColumn(1).width!
    const notes = Array.from({ length: sheet.rowCount - 1 }, (_, i) => sheet.getRow(i + 2))
    const lines = (row: ExcelJS.Row) => Math.ceil(row.getCell(1).text.length / width)
    expect(notes.filter((row) => lines(row) > 1).length).toBeGreaterThan(2)
    for (const row of notes) expect(row.height, row.getCell(1).text).toBeGreaterThanOrEqual(15 * lines(row))
  })

  test('has no figure whose formula is longer than an accountant can read', () => {
    const long = samples.flatMap(({ document }) =>
      workbookOf(evaluateCase(document), ABOUT)
        .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.formula ?? [])))
        .filter((formula) => formula.length > MOST_CHARACTERS),
    )
    expect(long).toEqual([])
  })

  test('says n/a, not an error, of a figure without a value', () => {
    const sheets = workbookOf(evaluateCase(samples.find(({ name }) => name === 'general-dentist')!.document), ABOUT)
    const harbor = sheets.find(({ name }) => name === 'Harbor')!
    const values = harbor.rows.flatMap(({ cells }) =>
      cells[0]?.value === 'age at which accounts reach the nest egg' ? [cells[2]!] : [],
    )
    expect(values).toHaveLength(3)
    for (const { value, formula } of values) {
      expect(value).toBe('n/a')
      expect(formula).toMatch(/^IFERROR\(.*,"n\/a"\)$/)
    }
    const missing = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((cell) => cell?.value)))
    expect(missing.filter(Number.isNaN)).toEqual([])
  })

  test('days are counted as a spreadsheet counts them', () => {
    const days = fc.property(
      fc.date({ min: new Date('1900-03-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
      (date) => {
        const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
        expect(serialOf({ year, month, day })).toBe(Date.UTC(year, month - 1, day) / 86_400_000 + 25_569)
      },
    )
    fc.assert(days)
  })

  test('each number of the law stands once, with its year and citation, and formulas refer to it', () => {
    const book = workbookOf(evaluateCase(byLaw), ABOUT)
    const law = book.find(({ name }) => name === 'Law')!
    const base = law.rows.filter(({ cells }) => cells[1]?.value === 184_500)
    expect(base.map(({ cells }) => cells.map((cell) => cell?.value))).toEqual([
      ['Social Security wage base', 184_500, 2026, expect.stringContaining('Social Security Administration')],
    ])
    const formulas = book.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.formula ?? [])),
    )
    expect(formulas.filter((formula) => /(?<![\d.])184500/.test(formula))).toEqual([])
    expect(formulas.filter((formula) => formula.includes('Law!')).length).toBeGreaterThan(1000)
  })

  test('a case without an answer has what is missing in place of its figures', () => {
    const open = workbookOf(evaluateCase(caseOf({})), ABOUT)
    const said = open[0]!.rows.map(({ cells }) => String(cells[0]?.value))
    expect(said).toContain('This case has no answer yet')
    expect(open[0]!.rows.flatMap(({ cells }) => cells.filter((cell) => cell?.formula))).toEqual([])
  })
})

const ABOUT = { version: '1.0.0', caseHash: 'abc' }
