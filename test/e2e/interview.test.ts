// The first ten minutes: a start that says what this is, and the few questions that lead to a true comparison.
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'

import { evaluateCase } from '../../shared/model'
import { sharedProgram, startAgain } from '../support/program'

const program = sharedProgram()

async function enter(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true }).first()
  await field.fill(text)
  await field.press('Enter')
}

const next = (page: Page) => page.getByRole('button', { name: 'Next question' }).click()
const asked = (page: Page, question: string) => page.getByRole('heading', { level: 1, name: question }).waitFor()

test('a few answers give the comparison that the model computes from them', async () => {
  const page = await startAgain(program())
  await page.getByRole('heading', { name: 'Should you take the offer, or keep your practice?' }).waitFor()
  expect(await page.getByRole('list', { name: 'Samples' }).getByRole('listitem').count()).toBe(3)
  await page.getByRole('button', { name: 'Ten minutes of questions' }).click()

  await asked(page, 'When do you want to stop?')
  await enter(page, 'Date of birth', '5/1/1970')
  await enter(page, 'Retirement', '1/1/2036')
  await next(page)
  await asked(page, 'What does the practice collect?')
  // Whoever hears the page is led to the new question.
  expect(await page.locator(':focus').textContent()).toContain('Question 2 of 7')
  await enter(page, 'Your own collections', '1.1m')
  await enter(page, 'Hygiene collections', '400k')
  await next(page)
  await asked(page, 'What does it cost?')
  await page.getByRole('button', { name: 'Begin with the usual eight lines, all at zero' }).click()
  await enter(page, 'How much, Staff', '420k')
  await enter(page, 'How much, Supplies', '6')
  await next(page)
  await asked(page, 'Is it all yours, and does it owe anything?')
  await page.getByRole('button', { name: '+ Add a loan' }).click()
  await enter(page, 'Balance, Practice loan', '150k')
  await next(page)
  await asked(page, 'What do you spend, and what have you saved?')
  await enter(page, 'Spending now', '180k')
  await page.getByRole('button', { name: 'Back' }).click()
  expect(await page.getByLabel('Balance, Practice loan').inputValue()).toBe('150,000')
  await next(page)
  await next(page)
  await asked(page, 'If you keep it, what is it worth when you stop?')
  await next(page)
  await asked(page, 'What kind of offer do you have?')
  await page.getByRole('button', { name: /^Joint venture/ }).click()
  await asked(page, 'What does Offer 1 offer?')
  await enter(page, 'Multiple', '6.5')
  await enter(page, 'Your pay', '30')
  await page.getByRole('button', { name: 'See the comparison' }).click()

  await page.getByRole('list', { name: 'The paths' }).waitFor()
  await page.getByText('all changes saved').waitFor()
  const list = await program().call('listCases', {})
  if (!list.ok) throw new Error(list.error.message)
  const answer = await program().call('openCase', { id: list.value.cases[0]!.id })
  if (!answer.ok) throw new Error(answer.error.message)
  const { document } = answer.value
  expect(document).toMatchObject({
    owner: { birthDate: '1970-05-01', retirement: '2036-01-01', spendingNow: 180_000 },
    practice: { ownerCollections: 1_100_000, hygieneCollections: 400_000, debts: [{ balance: 150_000 }] },
    offers: [{ structure: 'jointVenture', price: { multiple: 6.5 } }],
  })
  // What was said of the letter of intent is kept apart from what the owner knows.
  expect(document.origins['practice/ownerCollections']).toBe('entered')
  expect(document.origins[`offers/${document.offers[0]!.id}/price/multiple`]).toBe('letter of intent')
  const pocket = Math.round(evaluateCase(document).figure(document.offers[0]!.id, 'expected', 'inPocketAtCloseToday')!)
  const shown = `${pocket < 0 ? '−' : ''}$${Math.abs(pocket).toLocaleString('en-US')}`
  await expect.poll(() => page.getByText(shown).count()).toBeGreaterThan(0)
})
