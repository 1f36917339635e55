// The Retirement page in the built program: the answer, the slider, the tables beside the charts, by keyboard.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import type { Case } from '../../shared/case/schema'
import { sharedProgram, startAgain } from '../support/program'

const program = sharedProgram()
const axe = readFileSync(fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8')

async function opened(): Promise<{ page: Page; stored: () => Promise<Case> }> {
  const page = await startAgain(program())
  const created = await program().call('createCase', { sample: 'general-dentist' })
  if (!created.ok) throw new Error(created.error.message)
  await page.evaluate((hash) => (location.hash = hash), `#/case/${created.value.id}/retirement`)
  await page.getByRole('heading', { level: 1, name: /you can retire at age 60/ }).waitFor()
  return {
    page,
    stored: async () => {
      await page.getByText('all changes saved').waitFor()
      const answer = await program().call('openCase', { id: created.value.id })
      if (!answer.ok) throw new Error(answer.error.message)
      return answer.value.document
    },
  }
}

test('the slider shows at once who wins and how far the money goes, and the plan takes it over', async () => {
  const { page, stored } = await opened()
  const slider = page.getByRole('slider', { name: /You retire at age/ })
  expect(await slider.inputValue()).toBe('66')
  const lasting = page.getByRole('list', { name: 'How long the money lasts' })
  await lasting.getByRole('listitem').filter({ hasText: 'Keep' }).getByText('funded to age 95').waitFor()

  await slider.focus()
  await page.keyboard.press('Home')
  await page.getByText('60, in 2027').waitFor()
  await lasting.getByRole('listitem').filter({ hasText: 'Keep' }).getByText('runs out after').waitFor()
  await lasting.getByRole('listitem').filter({ hasText: 'Cedar' }).getByText('funded to age 95').waitFor()
  await page.getByText(/wealthier at age 60 than/).waitFor()
  expect((await stored()).owner.retirement).toBe('2033-12-31')

  await page.getByRole('button', { name: 'Keep the practice, expected view: 62. Try it' }).click()
  expect(await slider.inputValue()).toBe('62')
  await page.getByRole('button', { name: 'Plan for age 62' }).click()
  await expect.poll(async () => (await stored()).owner.retirement).toBe('2029-05-20')
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await stored()).owner.retirement).toBe('2033-12-31')
})

test('ages can be asked why, each chart has its table, and a path can be chosen', async () => {
  const { page } = await opened()
  await page.getByRole('table').getByTitle('Why? noncontingent money alone funds the plan').first().click()
  await page.getByRole('dialog').getByText('The worst-case test', { exact: false }).first().waitFor()
  await page.keyboard.press('Escape')
  await page.getByTitle('Why? Keep the practice, expected view: earliest retirement age').click()
  await page
    .getByRole('dialog')
    .getByText('At age 61, a year earlier, the first shortfall is', { exact: false })
    .waitFor()
  await page.getByRole('dialog').getByTitle('Why? shortfall').click()
  await page.getByRole('dialog').getByText('Assumes retirement at age 61, not the date in your case.').waitFor()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Table of From work to the end of the plan, by age' }).click()
  await page.getByRole('row', { name: 'every path 2042 75 required distributions' }).waitFor()
  await page.getByLabel('Year by year for').selectOption('Sell to a dentist now')
  await page.getByRole('heading', { name: 'Sell to a dentist now: the accounts run out after age 91' }).waitFor()
  await page.getByRole('button', { name: /Table of Sell to a dentist now: the accounts/ }).click()
  const heads = page.getByRole('table', { name: /the accounts run out/ }).getByRole('columnheader')
  expect((await heads.allTextContents()).slice(0, 3)).toEqual(['Year', 'Age', 'savings and investments'])
})

test.each(['light', 'dark'] as const)('nothing that axe finds wrong in the %s theme, tables open', async (theme) => {
  const { page } = await opened()
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await page.getByRole('slider', { name: /You retire at age/ }).fill('61')
  await page.getByRole('button', { name: 'Plan for age 61' }).waitFor()
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  )
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)}`)).toEqual([])
})

test('Social Security estimated from earnings and the spouse are entered on the page of the household', async () => {
  const { page, stored } = await opened()
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'You' }).click()
  await page.getByLabel('Your Social Security', { exact: true }).selectOption('estimated')
  const earnings = page.getByLabel('Covered earnings, average of your best 35 years', { exact: true })
  await earnings.fill('150k')
  await earnings.press('Enter')
  await page.getByText('Your spouse', { exact: true }).click()
  const wages = page.getByLabel('Your spouse’s wages before tax', { exact: true })
  await wages.fill('90,000')
  await wages.press('Enter')
  const owner = async () => {
    const document = await stored()
    return [document.owner.socialSecurityBasis, document.owner.coveredEarnings, document.owner.spouseWages]
  }
  await expect.poll(owner).toEqual(['estimated', 150_000, 90_000])
})
