// The Risk page in the built program: computed in a worker, again after an edit, every chart with its table.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { openProgram, type Program, shellUnderTest } from '../support/program'

const axe = readFileSync(fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8')

async function withDraws(call: Program['call'], id: string, draws: number): Promise<void> {
  const opened = await call('openCase', { id })
  if (!opened.ok) throw new Error(opened.error.message)
  const { revision, document } = opened.value
  await call('saveCase', { id, revision, document: { ...document, risk: { ...document.risk, draws } } })
}

/** Workers by the name of their file. */
const workersOf = (page: Page, name: string) => page.workers().filter((worker) => worker.url().includes(`/${name}-`))

test('the analyses are worked out in a worker, and anew after an edit', async () => {
  const { page, call, complaints } = await openProgram(shellUnderTest)
  const created = await call('createCase', { sample: 'general-dentist' })
  if (!created.ok) throw new Error(created.error.message)
  await withDraws(call, created.value.id, 1_500)
  const address = `#/case/${created.value.id}/`
  const open = (name: string) =>
    page.evaluate((hash) => {
      location.hash = hash
    }, address + name)
  await open('risk')
  const answer = page.getByRole('heading', { level: 2, name: /^\w+ is \$[\d,]+ ahead of/ })
  await answer.waitFor()
  await page.getByText(/^Summit stays ahead of keeping unless Summit pays less than [\d.]+× EBITDA/).waitFor()
  const before = await answer.textContent()
  await page.getByRole('heading', { level: 2, name: /leads in \d+ of 100 combinations/ }).waitFor()
  await page.getByRole('table', { name: /Summit is worth/ }).waitFor()
  // One for what answers at once, one for the futures, which has draws worked by as many as there are processors: more
  // draws than it works while they start.
  const processors = await page.evaluate(() => Math.min(8, navigator.hardwareConcurrency))
  expect(workersOf(page, 'analyses')).toHaveLength(2)
  await expect.poll(() => workersOf(page, 'draws').length).toBe(processors > 1 ? processors : 0)
  // The policy lets all of them, and the page, compile the loops of the kernel. An empty module stands for them.
  const compiles = () =>
    new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)) instanceof WebAssembly.Module
  const workers = page.workers().map((worker) => worker.evaluate(compiles))
  const compiled = await Promise.all([page.evaluate(compiles), ...workers])
  expect(new Set(compiled)).toEqual(new Set([true]))
  await page.getByRole('heading', { level: 1, name: /comes out ahead in \d+ of 100 simulations/ }).waitFor()
  await page.getByText('1,500 simulations run.').waitFor()

  // Every chart has its table.
  const tables = page.getByRole('button', { name: /^Table of / })
  await expect.poll(() => tables.count()).toBe(4)
  for (const [title, rows] of [
    ['most often leaves you the most', 5],
    ['in 8 of 10 simulations', 30],
    ['moves the lead most', 20],
    ['of 100 combinations', 30],
  ] as const) {
    /* oxlint-disable no-await-in-loop -- one after the other is the point */
    await page.getByRole('button', { name: new RegExp(`^Table of .*${title}`) }).click()
    const table = page.getByRole('region', { name: new RegExp(`^Table: .*${title}`) })
    expect(await table.getByRole('row').count()).toBeGreaterThan(rows)
  }

  // A chart read by keyboard.
  await page.getByRole('button', { name: /^Chart of .*moves the lead most/ }).click()
  await page.getByRole('application', { name: /moves the lead most/ }).focus()
  await page.keyboard.press('ArrowDown')
  await page.getByText(/: at .* leads by \$[\d,.]+(?: million)?, at .* leads by/).waitFor()

  await open('practice')
  const field = page.getByLabel('Your own collections', { exact: true })
  await field.fill('950000')
  await field.press('Enter')
  await open('risk')
  await page
    .getByText(/^(Rec|C)alculating/)
    .first()
    .waitFor({ state: 'detached' })
  await expect.poll(() => answer.textContent(), { timeout: 20_000 }).not.toBe(before)
  expect(complaints).toEqual([])
})

test('futures are drawn in the background: shown early, stopped at once, told to be of before an edit', async () => {
  const { page, call, complaints } = await openProgram('the stand-in for Electron')
  const created = await call('createCase', { sample: 'general-dentist' })
  if (!created.ok) throw new Error(created.error.message)
  // More draws than can be completed before the run is stopped.
  await withDraws(call, created.value.id, 20_000)
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/case/${created.value.id}/risk`)

  // Bands appear long before the end.
  const sentence = page.getByRole('heading', { level: 1, name: /comes out ahead in \d+ of 100 simulations/ })
  await sentence.waitFor()
  await page.getByRole('progressbar', { name: 'Simulations run' }).waitFor()
  await page.getByRole('heading', { level: 2, name: /in 8 of 10 simulations/ }).waitFor()

  const working = workersOf(page, 'analyses').length
  await page.getByRole('button', { name: 'Stop' }).click()
  // Its worker is gone with it, in whatever step it was.
  await expect.poll(() => workersOf(page, 'analyses').length).toBe(working - 1)
  expect(workersOf(page, 'draws')).toEqual([])
  await page.getByText(/^Stopped after [\d,]+ simulations\.$/).waitFor()
  await sentence.waitFor()

  await page.getByText('Simulation settings').click()
  const draws = page.getByLabel('Draws', { exact: true })
  await draws.fill('500')
  await draws.press('Enter')
  await page.getByText('These simulations predate your latest changes.').waitFor()
  await page.getByRole('button', { name: 'Run again' }).click()
  await page.getByText('500 simulations run.').waitFor()

  for (const theme of ['light', 'dark'] as const) {
    /* oxlint-disable no-await-in-loop -- one after the other is the point */
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page
      .getByRole('heading', { level: 2, name: /leads in \d+ of 100 combinations|leads regardless of/ })
      .waitFor()
    await page.evaluate(axe)
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    )
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)}`)).toEqual([])
  }
  expect(complaints).toEqual([])
})

test('checked terms become a letter to the buyer, as a file', async () => {
  const { page, call, fileFrom } = await openProgram(shellUnderTest)
  const created = await call('createCase', { sample: 'general-dentist' })
  if (!created.ok) throw new Error(created.error.message)
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/case/${created.value.id}/risk`)
  const letter = page.getByRole('button', { name: 'Save a counter-offer letter' })
  await letter.waitFor()
  expect(await letter.isDisabled()).toBe(true)
  await page.getByRole('checkbox', { name: /multiple/i }).check()
  const { name, content } = await fileFrom(() => letter.click())
  expect(name).toMatch(/, counter-offer\.docx$/)
  expect(content.subarray(0, 2).toString()).toBe('PK')
})
