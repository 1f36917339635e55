// The first ten minutes: a start page that says what this is, and the few questions that lead to a meaningful
// comparison.
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'

import type { Case } from '../../shared/case/schema'
import { evaluateCase } from '../../shared/model'
import { answerOf } from '../../shared/present/answer'
import { textOf } from '../../shared/present/sentence'
import { usdInWords } from '../../renderer/format'
import { focusedName, tabTo } from '../support/keyboard'
import { sharedProgram, startAgain } from '../support/program'

const program = sharedProgram()

/** Fields that were typed into or chosen from, to count what is asked of an owner. */
let filled = 0

/** How somebody answers: what is typed, chosen, checked and pressed, each by its name on the screen. */
interface Hands {
  enter(page: Page, label: string, text: string): Promise<void>
  choose(page: Page, label: string, option: string): Promise<void>
  tick(page: Page, label: string, on: boolean): Promise<void>
  press(page: Page, name: string | RegExp): Promise<void>
}

const byMouse: Hands = {
  async enter(page, label, text) {
    const field = page.getByLabel(label, { exact: true }).first()
    await field.click()
    await field.fill(text)
    await field.press('Enter')
  },
  async choose(page, label, option) {
    await page.getByLabel(label, { exact: true }).first().selectOption({ label: option })
  },
  async tick(page, label, on) {
    const box = page.getByRole('checkbox', { name: label })
    if ((await box.isChecked()) !== on) await box.click()
  },
  press: (page, name) => page.getByRole('button', { name }).click(),
}

const byKeyboard: Hands = {
  async enter(page, label, text) {
    // The field before may have led here.
    if ((await focusedName(page)) !== label) await tabTo(page, label)
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  },
  async choose(page, label, option) {
    await tabTo(page, label)
    const field = page.locator(':focus')
    const options = await field.locator('option').allTextContents()
    await page.keyboard.press('Home')
    for (let step = options.indexOf(option); step > 0; step--) {
      // One key after the other.
      // oxlint-disable-next-line no-await-in-loop
      await page.keyboard.press('ArrowDown')
    }
    expect(await field.locator('option:checked').textContent()).toBe(option)
  },
  async tick(page, label, on) {
    await tabTo(page, new RegExp(`^${label}`))
    if ((await page.locator(':focus').isChecked()) !== on) await page.keyboard.press('Space')
  },
  async press(page, name) {
    await tabTo(page, name)
    await page.keyboard.press('Enter')
  },
}

const { enter, press } = byMouse
const next = (page: Page) => press(page, 'Next question')
const asked = (page: Page, question: string | RegExp) =>
  page.getByRole('heading', { level: 1, name: question }).waitFor()

async function theOnlyCase(): Promise<Case> {
  const list = await program().call('listCases', {})
  if (!list.ok) throw new Error(list.error.message)
  const answer = await program().call('openCase', { id: list.value.cases[0]!.id })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value.document
}

const hands = { mouse: byMouse, keyboard: byKeyboard }
test.for(['mouse', 'keyboard'] as const)(
  'by %s, an owner with two letters gets from nothing to the right headline',
  { timeout: 120_000 },
  async (by) => {
    filled = 0
    const answer = async (label: string, text: string) => {
      await hands[by].enter(page, label, text)
      filled++
    }
    const tick = async (label: string, on: boolean) => {
      await hands[by].tick(page, label, on)
      filled++
    }
    const press = (name: string | RegExp) => hands[by].press(page, name)
    const page = await startAgain(program())
    await page.getByRole('heading', { name: 'Should you take the offer, or keep your practice?' }).waitFor()
    expect(await page.getByRole('list', { name: 'Samples' }).getByRole('listitem').count()).toBe(3)
    await press('Guided interview (10 minutes)')
    // The button went with its page: the keyboard goes on in the new one, not at the top of the window.
    await expect.poll(() => page.evaluate(() => globalThis.document.activeElement?.id)).toBe('main')

    await asked(page, 'Do you own the practice?')
    await press('Next question')
    await asked(page, 'When do you want to retire?')
    await answer('Date of birth', '5/1/1968')
    await answer('Retirement', 'at 65')
    expect(await page.getByLabel('Retirement', { exact: true }).inputValue()).toBe('May 1, 2033')
    await page.getByText('May 1, 2033, when you reach age 65.').waitFor()
    await press('Next question')
    await asked(page, 'What does the practice collect?')
    // Screen-reader users are taken to the new question.
    expect(await page.locator(':focus').textContent()).toContain('You and your practice: 2 of 6 (then each offer')
    await answer('Your own collections', '1.05m')
    await answer('Hygiene collections', '400k')
    await answer('Clinical days now', '4')
    await press('Next question')
    await asked(page, 'What does it cost to run?')
    await answer('Overhead % of all collections', '62')
    await press('Next question')
    await asked(page, 'Does the practice have debt?')
    await press('Next question')
    await asked(page, 'What do you spend, and what have you saved?')
    await answer('Spending now', '180k')
    await press('Back')
    await press('Back')
    expect(await page.getByLabel('Overhead % of all collections', { exact: true }).inputValue()).toBe('62')
    await press('Next question')
    await press('Next question')
    await press('Next question')
    await asked(page, 'If you keep it, what is it worth when you retire?')
    await press(/^I don’t know.*collections/)
    await press('Next question')

    await asked(page, 'What kind of offer do you have?')
    await press(/^Full sale/)
    await asked(page, /^What does Offer 1 pay/)
    await answer('Multiple', '6.5')
    await answer('EBITDA in the offer', '390k')
    await press('Next question')
    await asked(page, /^How does Offer 1 pay it/)
    await tick('Some of it is held back', false)
    await tick('Some of it is paid only if targets are met', true)
    await answer('Depends on targets', '10')
    await answer('Paid after', '24')
    await tick('Some of it stays invested in the buyer', true)
    await answer('Rolled over', '10')
    await press('Next question')
    await asked(page, /^What happens to your work with Offer 1/)
    await answer('Your pay', '30')
    await answer('Years you must stay', '4')
    await press('Next question')
    // One offer takes no more than thirty fields.
    expect(filled).toBeLessThanOrEqual(30)

    await asked(page, 'Do you have another offer?')
    await press(/^Joint venture/)
    await asked(page, /^What does Offer 2 pay/)
    await answer('Multiple', '6')
    await answer('Share sold', '60')
    await press('Next question')
    await press('Next question')
    await answer('Your pay', '30')
    await hands[by].choose(page, 'Kind of management fee', 'share of collections')
    await answer('Fee percentage', '7')
    await press('Next question')
    await press('See the comparison')

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
        {
          structure: 'jointVenture',
          shareSold: 0.6,
          price: { multiple: 6 },
          fee: { kind: 'collections', share: 0.07 },
        },
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
  },
)

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
