// The workbook as an accountant uses it: recalculated by LibreOffice, as it is and after an input was changed.
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'

import { get, set } from '../../shared/case/path'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import { evaluateCase, type Outcome } from '../../shared/model'
import { Layout } from '../../shared/present/workbook/layout'
import { writeWorkbook } from '../../electron/documents/workbook'
import { caseOf } from '../model/arbitrary-case'
import { libreOffice, recalculated, shown } from '../support/libreoffice'

async function opened(outcome: Outcome): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await writeWorkbook(outcome)) as unknown as ArrayBuffer)
  return workbook
}

/** Puts another value into the yellow cell of a field. */
function enter(workbook: ExcelJS.Workbook, field: string, value: number): void {
  const sheet = workbook.getWorksheet('Inputs')!
  sheet.eachRow((row) => {
    if (row.getCell(5).value === field) row.getCell(2).value = value
  })
}

/** Cells whose figures are not the engine's, to a millionth; what has no value is an error in the workbook. */
function differences(workbook: ExcelJS.Workbook, outcome: Outcome): string[] {
  const layout = new Layout(outcome)
  const near = (a: number, b: number) =>
    (Number.isNaN(a) && Number.isNaN(b)) || Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b), 1)
  return layout.sheets.flatMap(({ name, lines }) => {
    const sheet = workbook.getWorksheet(name)!
    return lines.flatMap((line, i) => {
      if (typeof line === 'string') return []
      return outcome.values(line).flatMap((value, y) => {
        const got = shown(sheet.getRow(4 + i).getCell(line.shape === 'figure' ? 3 : 4 + y))
        return near(got, value) ? [] : [`${line.id} ${y + 1}: ${got} is not ${value}`]
      })
    })
  })
}

/** A sample, planned for fewer years: every formula is there, and LibreOffice is done sooner. */
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

/** What the law says of large notes without interest, a building let to the buyer, profit kept back, a younger spouse. */
const corners: Case = caseOf({
  practice: {
    debts: [{ id: 'loan', label: 'Loan', balance: 500_000, rate: 0.06, years: 8 }],
    realEstate: { owned: true, value: 2_000_000, netRent: 90_000, basis: 700_000, soldOn: '2032-03-01' },
  },
  owner: {
    birthDate: '1951-03-01',
    spouseBirthDate: '1967-03-01',
    retirement: '2029-06-30',
    horizonAge: 85,
    taxDeferredSavings: 900_000,
  },
  tax: { mode: 'federal', federal: { entityTax: true } },
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
const FEE = 'offers/cedar/fee/share'
/** By the law of the state too. */
const byLaw = set(named('orthodontist'), 'tax/federal/stateTax', 'law')

describe.skipIf(!libreOffice)('the workbook, recalculated by LibreOffice', { timeout: 180_000 }, () => {
  const dentist = named('general-dentist')
  const dearer = set(dentist, FEE, 0.11)
  const cases = [dentist, byLaw, dearer, leavers, corners, dealTerms]
  let books: ExcelJS.Workbook[]
  beforeAll(async () => {
    const [first, lawful, changed, left, corner, last] = await Promise.all(
      [dentist, byLaw, dentist, leavers, corners, dealTerms].map((document) => opened(evaluateCase(document))),
    )
    enter(changed!, FEE, 0.11)
    // A result that is wrong on purpose must come back corrected: else only our own cached figures would be read.
    const cell = first!.getWorksheet('Plan')!.getCell('D2')
    cell.value = { formula: cell.formula, date1904: false, result: 1 }
    books = await recalculated([first!, lawful!, changed!, left!, corner!, last!])
  }, 180_000)

  test.each([
    ['at effective rates', 0],
    ['by the law', 1],
    ['after the management fee was changed in it', 2],
    ['where the owner leaves on the day of a payment, or on which the term ends', 3],
    ['with notes, a building and a spouse of whom the law has its own rules', 4],
    ['with the terms that letters state beside price, note and escrow', 5],
  ])('gives the program’s figures: %s', (_, i) => {
    const outcome = evaluateCase(cases[i]!)
    expect(books[i]!.getWorksheet('Plan')!.getCell('D2').result).toBe(outcome.shared('plan/calendarYear')[0])
    expect(differences(books[i]!, outcome)).toEqual([])
  })

  test('a dearer fee is worse for the owner who keeps a share, in the workbook as in the program', () => {
    const total = (outcome: Outcome) => outcome.figure('cedar', 'expected', 'pathTotal')!
    expect(total(evaluateCase(dearer))).toBeLessThan(total(evaluateCase(dentist)))
  })
})

test('opens with what to do, the figures side by side, and every input with its origin', async () => {
  const outcome = evaluateCase(named('general-dentist'))
  const workbook = await opened(outcome)
  const names = workbook.worksheets.map(({ name }) => name)
  expect(names.slice(0, 4)).toEqual(['Read me', 'Figures', 'Inputs', 'Plan'])
  expect(names.at(-1)).toBe('Tables')
  expect(names).toHaveLength(5 + outcome.paths.length)
  const inputs = workbook.getWorksheet('Inputs')!
  const fee = Array.from({ length: inputs.rowCount }, (_, i) => inputs.getRow(i + 1)).find(
    (row) => row.getCell(5).value === FEE,
  )!
  expect([2, 3, 4].map((column) => fee.getCell(column).value)).toEqual([
    get(outcome.document, FEE),
    'rate',
    'letter of intent',
  ])
  const figures = workbook.getWorksheet('Figures')!
  const wealth = Array.from({ length: figures.rowCount }, (_, i) => figures.getRow(i + 1)).find(
    (row) => row.getCell(1).value === 'Wealth at retirement',
  )!
  expect(shown(wealth.getCell(4))).toBe(outcome.figure('keep', 'expected', 'wealthAtRetirement'))
})
