// Tax under the law in the built program: entering it, its figures in the comparison, and their explanations.
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { estimateRates } from '../../shared/analysis/effective-rates'
import { usd } from '../../renderer/format'
import type { Case } from '../../shared/case/schema'
import { evaluateCase } from '../../shared/model'
import { sharedProgram, startAgain } from '../support/program'

const program = sharedProgram()

async function stored(page: Page): Promise<Case> {
  await page.getByText('all changes saved').waitFor()
  const list = await program().call('listCases', {})
  if (!list.ok) throw new Error(list.error.message)
  const answer = await program().call('openCase', { id: list.value.cases[0]!.id })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value.document
}

const go = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click()

test('a state puts in its rates in one step; the law counts in the comparison, and says why', async () => {
  const page = await startAgain(program())
  await page.getByRole('button', { name: /Open this sample General dentist/ }).click()
  await page.getByRole('heading', { name: 'Your practice' }).waitFor()
  await go(page, 'You')
  // A change of the effective rates is entered; under the law the page says what remains of it, and the case keeps it.
  await page.getByText('Rates that change in a later year').click()
  await page.getByText('By federal law the tax of each year is computed instead').waitFor()
  await page.getByRole('button', { name: 'Add a change' }).click()
  await page.getByLabel('How tax is calculated', { exact: true }).selectOption('federal')
  await page.getByText('so these changes do not alter it').waitFor()
  expect((await stored(page)).tax.changes).toHaveLength(1)
  await page.getByLabel('State', { exact: true }).selectOption('AZ')
  // A new choice means the state's law; its caveats and rules are below.
  await page.getByText(/Amounts of 2026, but standard deduction of 2025/).waitFor()
  expect(await page.getByLabel('State tax on ordinary income', { exact: true }).count()).toBe(0)
  await page.getByLabel('State tax', { exact: true }).selectOption('flat')
  await page.getByText('A quarter of long-term gain on assets acquired after 2011 is free.').waitFor()
  expect(await page.getByLabel('State tax on ordinary income', { exact: true }).inputValue()).toBe('2.5')
  expect((await stored(page)).tax.federal).toMatchObject({ state: 'AZ', stateOrdinary: 0.025, stateGain: 0.01875 })

  // One undo reverts the state and both rates.
  await page.getByRole('button', { name: 'Undo' }).click()
  expect((await stored(page)).tax.federal).toMatchObject({ state: 'AZ', stateTax: 'law' })
  await page.getByRole('button', { name: 'Undo' }).click()
  expect((await stored(page)).tax).toMatchObject({
    mode: 'federal',
    federal: { state: 'other', stateOrdinary: 0.05, stateGain: 0.05 },
  })
  await page.getByRole('button', { name: 'Redo' }).click()

  const outcome = evaluateCase(await stored(page))
  await go(page, 'Compare')
  await page.getByRole('heading', { name: /After all tax, the sale to .* leaves you the most/ }).waitFor()
  const table = page.getByRole('table', { name: /Side by side/i }).first()
  const pocket = outcome.figure('cedar', 'expected', 'inPocketAtCloseToday')!
  await table
    .getByRole('button', { name: new RegExp(usd(pocket).replace('$', String.raw`\$`)) })
    .first()
    .click()
  const why = page.getByRole('dialog')
  await why
    .getByText(/cash at close/i)
    .first()
    .waitFor()

  await page.keyboard.press('Escape')
  await go(page, 'Year table')
  await page.getByLabel('Search').fill('alternative minimum tax with the sale')
  await page.getByText('Alternative minimum tax, with the sale').first().waitFor()
})

test('effective rates are estimated from the law in one step, and each says how', async () => {
  const page = await startAgain(program())
  await page.getByRole('button', { name: /Open this sample General dentist/ }).click()
  await page.getByRole('heading', { name: 'Your practice' }).waitFor()
  await go(page, 'You')
  const before = (await stored(page)).tax.rates
  await page.getByRole('button', { name: 'Estimate my effective rates from the law' }).click()
  const table = page.getByRole('table', { name: /How the rates were estimated/ })
  await table.getByRole('row', { name: /Practice profit .* Average tax on a working year/ }).waitFor()
  const after = await stored(page)
  const [practice] = estimateRates(after)
  expect(after.tax.rates.practice).toBeCloseTo(practice!.rate!, 3)
  expect(after.tax.rates.practice).not.toBe(before.practice)
  expect(after.origins['tax/rates/practice']).toBeUndefined()
  await page.getByRole('button', { name: 'Undo' }).click()
  expect((await stored(page)).tax.rates).toEqual(before)
})

test('the workbook comes from the page of the report and is the program’s own', async () => {
  const page = await startAgain(program())
  await page.getByRole('button', { name: /Open this sample Orthodontist/ }).click()
  await page.getByRole('heading', { name: 'Your practice' }).waitFor()
  await go(page, 'Report')
  const save = page.getByRole('button', { name: 'Save as workbook' })
  const { name, content } = await program().fileFrom(() => save.click())
  expect(name).toMatch(/^Orthodontist.*, workbook \d{4}-\d{2}-\d{2}\.xlsx$/)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(content as unknown as ArrayBuffer)
  const outcome = evaluateCase(await stored(page))
  const figures = workbook.getWorksheet('Summary')!
  const row = Array.from({ length: figures.rowCount }, (_, i) => figures.getRow(i + 1)).find(
    (one) => one.getCell(1).value === 'In pocket at close',
  )!
  const shown = (row.values as unknown[]).flatMap((cell) => (cell as { result?: number } | undefined)?.result ?? [])
  expect(shown).toContain(outcome.figure('ridge', 'expected', 'inPocketAtClose'))
})
