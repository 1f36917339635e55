// An associate from a blank case to the comparison: the job versus staying, with no mention of a sale along the way.
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'

import { evaluateCase } from '../../shared/model'
import { answerOf } from '../../shared/present/answer'
import { textOf } from '../../shared/present/sentence'
import { usdInWords } from '../../renderer/format'
import { faultsOf } from '../support/axe'
import { goTo } from '../support/pages'
import { sharedProgram, startAgain } from '../support/program'

const program = sharedProgram()

async function enter(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true }).first()
  await field.fill(text)
  await field.press('Enter')
}
const next = (page: Page) => page.getByRole('button', { name: 'Next question' }).click()
const asked = (page: Page, question: string | RegExp) =>
  page.getByRole('heading', { level: 1, name: question }).waitFor()

async function theOnlyCase() {
  const list = await program().call('listCases', {})
  if (!list.ok) throw new Error(list.error.message)
  const answer = await program().call('openCase', { id: list.value.cases[0]!.id })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value.document
}

test('an associate with a letter gets from the interview to the right headline', { timeout: 120_000 }, async () => {
  const page = await startAgain(program())
  await page.getByRole('button', { name: 'Guided interview (10 minutes)' }).click()
  await asked(page, 'Do you own the practice?')
  await page.getByLabel('Your position', { exact: true }).selectOption('associate')
  await next(page)
  await asked(page, 'When do you want to retire?')
  await enter(page, 'Date of birth', '4/12/1986')
  await enter(page, 'Retirement', '7/1/2051')
  await next(page)
  await asked(page, 'What does your present job pay?')
  await enter(page, 'Your own collections', '780k')
  await enter(page, 'Your pay now', '31')
  expect(await faultsOf(page)).toEqual([])
  await next(page)
  await asked(page, 'What do you spend, and what have you saved?')
  await enter(page, 'Spending now', '110k')
  await next(page)
  await asked(page, 'What kind of offer do you have?')
  expect(await page.getByRole('list', { name: 'Kinds of offer' }).getByRole('listitem').count()).toBe(1)
  await page.getByRole('button', { name: /^Associate offer/ }).click()
  await asked(page, 'What does Offer 1 pay for your work?')
  await enter(page, 'Your pay', '29')
  await enter(page, 'Years you must stay', '4')
  await next(page)
  await asked(page, 'What cash comes with Offer 1?')
  await enter(page, 'Sign-on bonus', '50k')
  await next(page)
  await asked(page, 'Does Offer 1 come with equity?')
  await page.getByRole('button', { name: 'Equity you buy' }).click()
  const amount = page.locator('[data-path*="/components/"][data-path$="/amount"]').first()
  await amount.fill('100k')
  await amount.press('Enter')
  await next(page)
  await asked(page, 'Do you have another offer?')
  await page.getByRole('button', { name: 'See the comparison' }).click()

  await page.getByRole('list', { name: 'The paths' }).waitFor()
  await page.getByText('all changes saved').waitFor()
  const document = await theOnlyCase()
  expect(document).toMatchObject({
    practice: { role: 'associate', ownerCollections: 780_000, job: { rate: 0.31 } },
    offers: [
      {
        job: { rate: 0.29, termYears: 4, signOn: 50_000 },
        components: [{ kind: 'rolled', acquired: 'bought', basis: 'fixed', amount: 100_000 }],
      },
    ],
  })
  const outcome = evaluateCase(document)
  const ids = outcome.paths.map(({ id }) => id)
  const headline = textOf(answerOf(outcome, 'expected', 'today', ids).headline, usdInWords)
  expect(headline).toContain('staying as an associate')
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe(headline)

  // No page has an error or mentions what an associate does not have.
  const { id } = await program()
    .call('listCases', {})
    .then((list) => (list.ok ? list.value.cases[0]! : Promise.reject(new Error(list.error.message))))
  for (const step of ['practice', 'you', 'offers', 'compare', 'risk', 'retirement', 'report', 'unconfirmed']) {
    // Must be sequential.
    /* oxlint-disable no-await-in-loop */
    await goTo(page, `#/case/${id}/${step}`)
    // The other pages are the same as an owner's, which access.test.ts covers.
    const faults = step === 'practice' || step === 'offers' ? await faultsOf(page) : []
    expect(faults, step).toEqual([])
    const text = await page.getByRole('main').innerText()
    expect(
      text.match(/.*\b(purchase price|closing statement|keeping|sell(ing)? to|your practice|EBITDA)\b.*/gi),
      step,
    ).toBeNull()
  }
  await goTo(page, `#/case/${id}/offers`)
  const equity = page.getByRole('table', { name: 'Equity' })
  await equity.waitFor()
  expect(await equity.innerText()).not.toMatch(/escrow|seller note|earn-out|rollover|% of price|from closing/i)
  expect(
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Alternatives' }).count(),
  ).toBe(0)
})
