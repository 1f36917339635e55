// The page of risk in the built program: worked out in a worker, again after an edit, every chart with its table.
import { expect, test } from 'vitest'

import { openProgram } from '../support/program'

test('the analyses are worked out in a worker, and anew after an edit', async () => {
  const { page, call, complaints } = await openProgram('the browser shell')
  const created = await call('createCase', { sample: 'general-dentist' })
  if (!created.ok) throw new Error(created.error.message)
  const address = `#/case/${created.value.id}/`
  const open = (name: string) =>
    page.evaluate((hash) => {
      location.hash = hash
    }, address + name)
  await open('risk')
  await page.getByRole('heading', { level: 1, name: /^Summit is \$[\d,]+ ahead of keeping/ }).waitFor()
  await page.getByText(/^Summit stays ahead of keeping unless Summit pays less than [\d.]+× EBITDA/).waitFor()
  const answer = page.getByRole('heading', { level: 1 })
  const before = await answer.textContent()
  await page.getByRole('heading', { level: 2, name: /leads in \d+ of 100 combinations/ }).waitFor()
  await page.getByRole('table', { name: /Summit is worth/ }).waitFor()
  expect(page.workers()).toHaveLength(1)

  // Every chart has its table.
  const tables = page.getByRole('button', { name: /^Table of / })
  await expect.poll(() => tables.count()).toBe(2)
  for (const name of [/moves the lead most/, /of 100 combinations/]) {
    const frame = page.getByRole('region', { name }).first()
    // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
    await frame.getByRole('button', { name: /^Table of / }).click()
    // oxlint-disable-next-line no-await-in-loop
    expect(await frame.getByRole('row').count()).toBeGreaterThan(10)
  }

  // The keyboard reads a chart.
  await page.getByRole('button', { name: /^Chart of .*moves the lead most/ }).click()
  await page.getByRole('application', { name: /moves the lead most/ }).focus()
  await page.keyboard.press('ArrowDown')
  await page.getByText(/: at .* leads by \$[\d,.]+ ?m?, at .* leads by/).waitFor()

  await open('practice')
  const field = page.getByLabel('Your own collections', { exact: true })
  await field.fill('950000')
  await field.press('Enter')
  await open('risk')
  await page.getByText('Being worked out').first().waitFor({ state: 'detached' })
  await expect.poll(() => answer.textContent(), { timeout: 20_000 }).not.toBe(before)
  expect(complaints).toEqual([])
})
