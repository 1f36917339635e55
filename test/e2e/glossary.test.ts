// Technical terms in the built program: explained in place, on a page of their own, and in the report.
import { beforeEach, expect, test } from 'vitest'
import type { Page } from 'playwright-core'

import { ENTRIES } from '../../shared/present/glossary'
import { faultsOf } from '../support/axe'
import { sharedProgram, startAgain } from '../support/program'

const program = sharedProgram()
const sentenceOf = (term: string) => ENTRIES.find((entry) => entry.term === term)!.sentence
let page: Page
let id: string

beforeEach(async () => {
  page = await startAgain(program())
  const created = await program().call('createCase', { sample: 'general-dentist' })
  if (!created.ok) throw new Error(created.error.message)
  ;({ id } = created.value)
})

async function open(name: string): Promise<void> {
  await page.evaluate((hash) => (globalThis.location.hash = hash), `#/case/${id}/${name}`)
  await page.locator('main h1').first().waitFor()
}

test('a term is explained where the pointer or the focus is on it, until Escape', async () => {
  await open('compare')
  // Content that loads late moves the rest of the page.
  await page.getByText(/The ranking changes if .* It rests on/).waitFor({ timeout: 30_000 })
  const tip = page.getByRole('tooltip')
  const row = page.getByRole('rowheader', { name: /^Effective multiple/ })
  const term = row.getByRole('term')
  // Content that loads late may move the row from under the pointer.
  const hovered = async () => {
    await term.hover()
    return tip.textContent({ timeout: 1000 }).catch(() => null)
  }
  await expect.poll(hovered, { timeout: 15_000 }).toBe(`effective multiple: ${sentenceOf('effective multiple')}`)
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await tip.waitFor({ state: 'detached' })
  await page.mouse.move(5, 5)
  await term.focus()
  await expect.poll(() => tip.textContent()).toContain(sentenceOf('effective multiple'))
  expect(await term.getAttribute('aria-describedby')).toBe(await tip.getAttribute('id'))
  await page.keyboard.press('Shift+Tab')
  await expect.poll(() => tip.filter({ hasText: 'effective multiple' }).count()).toBe(0)
})

test('a field explains the term in its label when it has the focus, and stops when something is typed', async () => {
  await open('practice')
  const field = page.getByLabel('Your own collections', { exact: true })
  await field.focus()
  const tip = page.getByRole('tooltip')
  await expect.poll(() => tip.textContent()).toContain(sentenceOf('collections'))
  const [box, over] = await Promise.all([field.boundingBox(), tip.boundingBox()])
  expect(over!.y + over!.height).toBeLessThanOrEqual(box!.y + 1)
  await page.keyboard.type('9')
  await tip.waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
})

test('the page has every term, is searched, and is reached from the navigation and the commands', async () => {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Glossary' }).click()
  await page.getByRole('heading', { level: 1, name: 'Glossary' }).waitFor()
  const terms = page.locator('main').getByRole('term')
  expect(await terms.count()).toBe(ENTRIES.length)
  await page.getByRole('searchbox', { name: 'Search' }).fill('earn-out')
  await expect.poll(() => terms.first().textContent()).toBe('Earn-out')
  await page.getByText(sentenceOf('earn-out')).waitFor()
  await page.getByRole('searchbox', { name: 'Search' }).fill('zzz')
  await page.getByText('No term matches these words. Try fewer.').waitFor()
  await open('practice')
  await page.keyboard.press('Control+k')
  await page
    .getByRole('searchbox', { name: 'Command' })
    .or(page.getByLabel('Command', { exact: true }))
    .fill('glossary')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Glossary' }).waitFor()
})

test('the report explains the terms that it uses, and only those', async () => {
  await open('report')
  const preview = page.getByRole('region', { name: 'Preview of the report' })
  await preview.getByRole('heading', { name: 'Terms used in this report' }).waitFor()
  const terms = preview.locator('.glossary').getByRole('term')
  const named = await terms.allTextContents()
  expect(named).toContain('Earn-out')
  expect(named).toContain('Noncontingent')
  // No one in this case sells under tax law, so no sentence on that tax is needed.
  expect(named.length).toBeLessThan(ENTRIES.length)
  const rest = await preview.locator('.report > section:not(:has(.glossary))').allTextContents()
  for (const term of named) expect(rest.join(' ').toLowerCase()).toContain(term.toLowerCase().split(' ')[0])
  await page.getByRole('checkbox', { name: 'Terms explained' }).uncheck()
  await expect.poll(() => terms.count()).toBe(0)
})
