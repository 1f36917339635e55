// The first ten minutes: a start page that says what this is, and the few questions that lead to a meaningful
// comparison.
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'

import type { Case } from '../../shared/case/schema'
import { evaluateCase } from '../../shared/model'
import { answerOf } from '../../shared/present/answer'
import { textOf } from '../../shared/present/sentence'
import { usdInWords } from '../../renderer/format'
import { sharedProgram, startAgain } from '../support/program'

const program = sharedProgram()

/** Fields that were typed into or chosen from, to count what is asked of an owner. */
let filled = 0
async function enter(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true }).first()
  await field.fill(text)
  await field.press('Enter')
  filled++
}
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).first().selectOption(option)
  filled++
}
async function tick(page: Page, label: string, on: boolean): Promise<void> {
  const box = page.getByRole('checkbox', { name: label })
  if ((await box.isChecked()) === on) return
  await box.click()
  filled++
}

const next = (page: Page) => page.getByRole('button', { name: 'Next question' }).click()
const asked = (page: Page, question: string | RegExp) =>
  page.getByRole('heading', { level: 1, name: question }).waitFor()

async function theOnlyCase(): Promise<Case> {
  const list = await program().call('listCases', {})
  if (!list.ok) throw new Error(list.error.message)
  const answer = await program().call('openCase', { id: list.value.cases[0]!.id })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value.document
}

test('an owner with two letters gets from nothing to the right headline', { timeout: 120_000 }, async () => {
  filled = 0
  const page = await startAgain(program())
  await page.getByRole('heading', { name: 'Should you take the offer, or keep your practice?' }).waitFor()
  expect(await page.getByRole('list', { name: 'Samples' }).getByRole('listitem').count()).toBe(3)
  await page.getByRole('button', { name: 'Guided interview (10 minutes)' }).click()

  await asked(page, 'Do you own the practice?')
  await next(page)
  await asked(page, 'When do you want to retire?')
  await enter(page, 'Date of birth', '5/1/1968')
  await enter(page, 'Retirement', 'at 65')
  expect(await page.getByLabel('Retirement', { exact: true }).inputValue()).toBe('May 1, 2033')
  await page.getByText('May 1, 2033, when you reach age 65.').waitFor()
  await next(page)
  await asked(page, 'What does the practice collect?')
  // Screen-reader users are taken to the new question.
  expect(await page.locator(':focus').textContent()).toContain('You and your practice: 2 of 6 (then each offer')
  await enter(page, 'Your own collections', '1.05m')
  await enter(page, 'Hygiene collections', '400k')
  await enter(page, 'Clinical days now', '4')
  await next(page)
  await asked(page, 'What does it cost to run?')
  await enter(page, 'Overhead % of all collections', '62')
  await next(page)
  await asked(page, 'How much of it do you own, and does it have debt?')
  await next(page)
  await asked(page, 'What do you spend, and what have you saved?')
  await enter(page, 'Spending now', '180k')
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByRole('button', { name: 'Back' }).click()
  expect(await page.getByLabel('Overhead % of all collections', { exact: true }).inputValue()).toBe('62')
  await next(page)
  await next(page)
  await next(page)
  await asked(page, 'If you keep it, what is it worth when you retire?')
  await page.getByRole('button', { name: /^I don’t know.*collections/ }).click()
  await next(page)

  await asked(page, 'What kind of offer do you have?')
  await page.getByRole('button', { name: /^Full sale/ }).click()
  await asked(page, /^What does Offer 1 pay/)
  await enter(page, 'Multiple', '6.5')
  await enter(page, 'EBITDA in the offer', '390k')
  await next(page)
  await asked(page, /^How does Offer 1 pay it/)
  await tick(page, 'Some of it is held back', false)
  await tick(page, 'Some of it is paid only if targets are met', true)
  await enter(page, 'Depends on targets', '10')
  await enter(page, 'Paid after', '24')
  await tick(page, 'Some of it stays invested in the buyer', true)
  await enter(page, 'Rolled over', '10')
  await next(page)
  await asked(page, /^What happens to your work with Offer 1/)
  await enter(page, 'Your pay', '30')
  await enter(page, 'Years you must stay', '4')
  await next(page)
  // One offer takes no more than thirty fields.
  expect(filled).toBeLessThanOrEqual(30)

  await asked(page, 'Do you have another offer?')
  await page.getByRole('button', { name: /^Joint venture/ }).click()
  await asked(page, /^What does Offer 2 pay/)
  await enter(page, 'Multiple', '6')
  await enter(page, 'Share sold', '60')
  await next(page)
  await next(page)
  await enter(page, 'Your pay', '30')
  await choose(page, 'Management fee', 'collections')
  await page.locator('[data-path$="/fee/share"]').fill('7')
  await page.locator('[data-path$="/fee/share"]').press('Enter')
  await next(page)
  await page.getByRole('button', { name: 'See the comparison' }).click()

  await page.getByRole('list', { name: 'The paths' }).waitFor()
  await page.getByText('all changes saved').waitFor()
  const document = await theOnlyCase()
  expect(document).toMatchObject({
    owner: { birthDate: '1968-05-01', retirement: '2033-05-01', spendingNow: 180_000 },
    practice: { ownerCollections: 1_050_000, hygieneCollections: 400_000, daysNow: 4 },
    offers: [
      {
        structure: 'fullSale',
        price: { multiple: 6.5, ebitda: 390_000 },
        components: [
          { kind: 'earnOut', share: 0.1, months: 24 },
          { kind: 'rolled', share: 0.1 },
        ],
        job: { rate: 0.3, termYears: 4 },
      },
      { structure: 'jointVenture', shareSold: 0.6, price: { multiple: 6 }, fee: { kind: 'collections', share: 0.07 } },
    ],
  })
  // Answers from the letter of intent are kept apart from what the owner knows and from what no one knows.
  const [first] = document.offers
  expect(document.origins['practice/ownerCollections']).toBe('entered')
  expect(document.origins[`offers/${first!.id}/price/multiple`]).toBe('letter of intent')
  expect(document.origins['practice/terminalSale/shareOfCollections']).toBe('assumed')

  const outcome = evaluateCase(document)
  expect(outcome.shared('practice/costs')[0]).toBeCloseTo(0.62 * 1_450_000, 2)
  expect(outcome.figure(first!.id, 'expected', 'cash')).toBeCloseTo(
    0.8 * outcome.figure(first!.id, 'expected', 'consideration')!,
    2,
  )
  const ids = outcome.paths.map(({ id }) => id)
  const headline = textOf(answerOf(outcome, 'expected', 'today', ids).headline, usdInWords)
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe(headline)
})

test('a click is not lost while something is being typed, Enter leads on, and what is typed replaces', async () => {
  const page = await startAgain(program())
  await page.getByRole('button', { name: 'Guided interview (10 minutes)' }).click()
  await asked(page, 'Do you own the practice?')
  await next(page)
  await asked(page, 'When do you want to retire?')
  await enter(page, 'Date of birth', '3/14/69')
  // The interpretation line disappears with the entry, and the button below moves up under the pointer.
  await page.getByLabel('Retirement', { exact: true }).fill('3/14/36')
  await page.getByText('March 14, 2036').waitFor()
  await next(page)
  await asked(page, 'What does the practice collect?')
  await enter(page, 'Your own collections', '880k')
  await enter(page, 'Hygiene collections', '310k')
  await enter(page, 'Associates’ collections', '0')
  await enter(page, 'Clinical days now', '4')
  expect(await page.locator(':focus').textContent()).toBe('Next question')
  await page.keyboard.press('Enter')
  await asked(page, 'What does it cost to run?')
  await enter(page, 'Overhead % of all collections', '64')
  await next(page)
  await next(page)
  await asked(page, 'What do you spend, and what have you saved?')
  // The pressed button acts on the case with the entry in it: both are kept.
  await page.getByLabel('Spending now', { exact: true }).fill('13.5k per month')
  await page.getByRole('button', { name: /^I don’t know.*: Spending in retirement$/ }).click()
  await page.getByText(/is used for now and marked as assumed/).waitFor()
  await page.getByText('all changes saved').waitFor()
  expect((await theOnlyCase()).owner).toMatchObject({ retirement: '2036-03-14', spendingNow: 162_000 })
  await next(page)
  await next(page)
  await page.getByRole('button', { name: /^Full sale/ }).click()
  await asked(page, /^What does Offer 1 pay/)
  await enter(page, 'Multiple', '6')
  for (const question of [/^How does Offer 1 pay it/, /^What happens to your work/, 'Do you have another offer?']) {
    // Must be sequential.
    /* oxlint-disable no-await-in-loop */
    await next(page)
    await asked(page, question)
    /* oxlint-enable no-await-in-loop */
  }
  await page.getByRole('button', { name: 'See the comparison' }).click()
  await page.getByRole('button', { name: /^Go there.*your pay after the sale/ }).click()
  const pay = page.getByLabel('Your pay', { exact: true })
  await expect.poll(() => pay.evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.type('32')
  await page.keyboard.press('Enter')
  expect(await pay.inputValue()).toBe('32')
})
