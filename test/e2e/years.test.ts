// The year table in the built program: shown and collapsed lines, paths side by side, whole columns, keys,
// spreadsheets.
import { beforeEach, expect, test } from 'vitest'
import type { Page } from 'playwright-core'

import { samples } from '../../shared/case/samples'
import { evaluateCase } from '../../shared/model'
import { yearTable, type TableLine } from '../../shared/present/year-table'
import { sharedProgram, startAgain } from '../support/program'

const program = sharedProgram()
const outcome = evaluateCase(samples.find(({ name }) => name === 'general-dentist')!.document)
const open = yearTable(outcome, { paths: ['keep'], view: 'expected', dollars: 'today' }).filter(
  ({ name }) => !name.startsWith('Tax '),
)
let page: Page

beforeEach(async () => {
  page = await startAgain(program())
  const created = await program().call('createCase', { sample: 'general-dentist' })
  if (!created.ok) throw new Error(created.error.message)
  await page.evaluate((hash) => (globalThis.location.hash = hash), `#/case/${created.value.id}/years`)
  await page.getByRole('heading', { level: 1, name: 'Year by year' }).waitFor()
})

const rows = async () => Number(await page.getByRole('grid').getAttribute('aria-rowcount'))
const whole = (value: number) => (Number.isFinite(value) ? Math.round(value) + 0 : '')

test('lines that are zero in every year are folded into one row of their section, which opens by keyboard', async () => {
  const zeros = open.filter(({ lines }) => lines.some(({ zero }) => zero))
  const shown = open.flatMap(({ lines }) => lines.filter(({ zero }) => !zero))
  expect(zeros.length).toBeGreaterThan(2)
  await expect.poll(rows).toBe(1 + open.length + shown.length + zeros.length)
  const first = zeros[0]!.lines.filter(({ zero }) => zero)
  expect(await page.getByRole('rowheader', { name: first[0]!.label, exact: true }).count()).toBe(0)
  const fold = page.getByRole('rowheader', { name: `${first.length} lines that are zero in every year` }).first()
  expect(await fold.getAttribute('aria-expanded')).toBe('false')
  await fold.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('rowheader', { name: first[0]!.label, exact: true }).waitFor()
  expect(await fold.getAttribute('aria-expanded')).toBe('true')
  await expect.poll(rows).toBe(1 + open.length + shown.length + zeros.length + first.length)
  await page.keyboard.press('Enter')
  // Searching for such a line finds it.
  await page.getByRole('searchbox', { name: 'Search' }).fill(first[0]!.label)
  await page.getByRole('rowheader', { name: first[0]!.label, exact: true }).waitFor()
})

test('a line says what it is where the focus is, as under the pointer', async () => {
  const line = open.flatMap(({ lines }) => lines).find(({ zero, meaning }) => !zero && meaning !== '')!
  await page.getByRole('rowheader', { name: line.label, exact: true }).first().focus()
  const tip = page.getByRole('tooltip')
  await tip.waitFor()
  expect(await tip.textContent()).toBe(`${line.label}: ${line.meaning}`)
  await page.keyboard.press('Escape')
  await tip.waitFor({ state: 'detached' })
})

test('amounts carry their unit once a section, and no column is cut at any width or place', async () => {
  const grid = page.getByRole('grid')
  await page
    .getByRole('row', { name: /^▾ Household/ })
    .getByText('$, in today’s dollars')
    .waitFor()
  expect(await grid.getByRole('gridcell').allTextContents()).not.toContain('$')
  await page.getByLabel('Compare with').selectOption({ label: 'all other paths' })
  /* oxlint-disable no-await-in-loop -- one width after the other */
  for (const width of [1024, 1280, 1500, 1920]) {
    await page.setViewportSize({ width, height: 860 })
    for (const left of [0, 333, 5000]) {
      await grid.locator('..').evaluate((box, to) => (box.scrollLeft = to), left)
      await expect.poll(() => grid.evaluate(cutColumns)).toEqual([])
    }
  }
  /* oxlint-enable no-await-in-loop */
  await page.setViewportSize({ width: 1280, height: 860 })
})

/** Column headings partly below the labels or beyond the right edge, and cells whose text does not fit. */
function cutColumns(table: Element): string[] {
  const box = table.parentElement!
  const edge = box.getBoundingClientRect().left + box.clientLeft
  const labels = table.querySelector('thead th')!.getBoundingClientRect().right
  const cut = [...table.querySelectorAll('thead th:not(:first-child)')].filter((head) => {
    const { left, right } = head.getBoundingClientRect()
    return [labels, edge + box.clientWidth].some((line) => left < line - 1.5 && right > line + 1.5)
  })
  const full = [...table.querySelectorAll('td')].filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
  return [...cut, ...full].map(({ textContent }) => textContent)
}

test('paths stand side by side, one above the other or as a difference, and each figure is asked why by keyboard', async () => {
  const grid = page.getByRole('grid')
  const all = await rows()
  await page.getByLabel('Compare with').selectOption({ label: 'Harbor' })
  await expect.poll(() => grid.getAttribute('aria-colcount')).toBe(String(1 + 2 * outcome.years))
  expect(await grid.getByRole('columnheader').nth(1).textContent()).toMatch(/2027.*Keep/)
  expect(await grid.getByRole('columnheader').nth(2).textContent()).toMatch(/2027.*Harbor/)
  await page.getByRole('searchbox', { name: 'Search' }).fill('take-home')
  const takeHome = grid.getByRole('row', { name: /^Take-home/ }).first()
  const ofYear = (path: string) =>
    Math.round(outcome.row(path, 'expected', 'takeHome')![0]! / outcome.shared('plan/priceIndex')[0]!)
  const cells = await takeHome.getByRole('gridcell').allTextContents()
  expect(cells.slice(0, 2)).toEqual(['keep', 'harbor'].map((path) => ofYear(path).toLocaleString('en-US')))
  await takeHome.getByRole('gridcell').nth(1).focus()
  await page.keyboard.press('Enter')
  const why = page.getByRole('dialog', { name: 'Why this figure' })
  await why.getByRole('heading', { name: 'What it is made of' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox', { name: 'Search' }).fill('')
  await page.getByLabel('Shown').selectOption({ label: 'one above the other' })
  await expect.poll(rows).toBeGreaterThan(all)
  await page.getByLabel('Shown').selectOption({ label: 'Keep the practice minus Harbor' })
  await grid.locator('[tabindex="0"]').first().focus()
  await page.keyboard.press('Control+Home')
  // Down to the first line of the first section that has lines, then to its first year.
  const line = page.locator('[role=grid] th:focus:not([aria-expanded])')
  for (let step = 0; step < 10 && (await line.count()) === 0; step++) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await page.keyboard.press('ArrowDown')
    // oxlint-disable-next-line no-await-in-loop -- the focus follows with the next frame
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  }
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.locator('[role=grid] td:focus').count()).toBe(1)
  await page.keyboard.press('Enter')
  await why.getByRole('heading', { name: 'What it is made of' }).waitFor()
  await page.keyboard.press('Escape')
})

test('sections open and close one by one and together', async () => {
  const all = await rows()
  await page.getByRole('searchbox', { name: 'Search' }).fill('wealth')
  await expect.poll(rows).toBeLessThan(all)
  await page.getByRole('searchbox', { name: 'Search' }).fill('')
  await page.getByRole('button', { name: 'Collapse all' }).click()
  await expect.poll(rows).toBeLessThan(30)
  await page.getByRole('button', { name: 'Expand all' }).click()
  await expect.poll(rows).toBeGreaterThanOrEqual(all)
})

test('is copied as it is shown, and saved whole as CSV, with the figures of the model in full', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy what is shown' }).click()
  await page.getByText('The table is on the clipboard: paste it into a spreadsheet.').waitFor()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  const [head, ...lines] = text
    .replace(/\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'))
  const years = outcome.shared('plan/calendarYear').map(String)
  expect(head).toEqual(['Line', ...years])
  const numbers = (cells: readonly string[]) => cells.map((cell) => (cell === '' ? '' : whole(Number(cell))))
  const own = ({ label, of }: TableLine) => [label, ...of[0]!.values.map(whole)]
  expect(lines.filter((line) => line.length > 1).map(([label, ...cells]) => [label, ...numbers(cells)])).toEqual(
    open.flatMap((section) => section.lines.filter(({ zero }) => !zero)).map(own),
  )
  await page.context().clearPermissions()

  await page.getByLabel('Compare with').selectOption({ label: 'Harbor' })
  const file = await program().fileFrom(() => page.getByRole('button', { name: 'Save all as CSV' }).click(), 'page')
  expect(file.name).toBe('year-by-year-keep-the-practice-harbor.csv')
  const both = yearTable(outcome, { paths: ['keep', 'harbor'], view: 'expected', dollars: 'today' })
  const count = both.flatMap((section) => section.lines.flatMap(({ of }) => of.filter(Boolean))).length
  const saved = file.content.toString('utf8').split('\r\n')
  expect(saved[0]).toBe(`Section,Line,Unit,Path,${years.join(',')}`)
  expect(saved).toHaveLength(1 + count)
  const wealth = saved.filter((line) => line.includes(',Wealth,'))
  expect(wealth.map((line) => line.split(',')[3])).toEqual(['Keep the practice', 'Harbor'])
  expect(wealth.map((line) => Number(line.split(',')[4]))).toEqual(
    ['keep', 'harbor'].map((path) =>
      expect.closeTo(outcome.row(path, 'expected', 'wealth')![0]! / outcome.shared('plan/priceIndex')[0]!, 3),
    ),
  )
})
