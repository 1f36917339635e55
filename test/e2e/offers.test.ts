// The offer form in the built program: the table of price components, the collapsible groups, the letter's checklist.
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'

import type { Case, Component } from '../../shared/case/schema'
import { faultsOf } from '../support/axe'
import { sharedProgram, startAgain } from '../support/program'

const program = sharedProgram()

const go = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click()

/** The first offer of the sample on the page of the offers. */
async function offerIn(): Promise<{ page: Page; stored: () => Promise<Case>; parts: () => Promise<Component[]> }> {
  const page = await startAgain(program())
  await page.getByRole('button', { name: /Open this sample General dentist/ }).click()
  await page.getByRole('heading', { name: 'Your practice' }).waitFor()
  await go(page, 'Offers')
  await page.getByRole('table', { name: 'Parts of the price' }).waitFor()
  const stored = async () => {
    await page.getByText('all changes saved').waitFor()
    const list = await program().call('listCases', {})
    if (!list.ok) throw new Error(list.error.message)
    const answer = await program().call('openCase', { id: list.value.cases[0]!.id })
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value.document
  }
  return { page, stored, parts: async () => (await stored()).offers[0]!.components }
}

/** Spreadsheet content from the clipboard, pasted into a field. */
const paste = (field: Locator, text: string) =>
  field.evaluate((element, text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)

const group = (page: Page, title: RegExp) => page.locator('summary').filter({ hasText: title })
const focused = (page: Page) => page.locator(':focus')

describe('the parts of the price are one table', () => {
  test('to click and type in: a part is added, made another kind, and removed with undo', async () => {
    const { page, parts } = await offerIn()
    const cash = page.getByText(/^Cash portion of the price: \$[\d,]+ of \$2,072,330\.$/)
    await expect.poll(() => cash.textContent()).toContain('$1,243,398')
    await page.getByRole('button', { name: 'Escrow or holdback', exact: true }).click()
    // The cursor is in the part that was added.
    await expect.poll(() => focused(page).getAttribute('aria-label')).toBe('Amount or share, Escrow')
    await page.keyboard.type('5')
    await page.keyboard.press('Enter')
    await expect.poll(parts).toHaveLength(4)
    expect((await parts())[3]).toMatchObject({ kind: 'escrow', basis: 'share', share: 0.05 })
    await expect.poll(() => cash.textContent()).toContain('$1,139,782')

    await page.getByLabel('Kind, Escrow').last().selectOption({ label: 'Rollover equity' })
    await expect.poll(async () => (await parts())[3]).toMatchObject({ kind: 'rolled', share: 0.05 })
    await page.getByLabel('Stated as, Rolled equity').selectOption({ label: 'dollars' })
    await page.getByLabel('Amount or share, Rolled equity').fill('120k')
    await page.getByLabel('Amount or share, Rolled equity').press('Enter')
    await expect.poll(async () => (await parts())[3]).toMatchObject({ basis: 'fixed', amount: 120_000 })
    // Rejected text stays in its cell with an error message.
    await page.getByLabel('Amount or share, Rolled equity').fill('lots')
    await page.getByLabel('Amount or share, Rolled equity').press('Enter')
    await page.getByText('Amount: “lots” is not a number.').waitFor()

    await page.getByRole('button', { name: 'Remove: Rolled equity' }).click()
    await expect.poll(parts).toHaveLength(3)
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
    await expect.poll(parts).toHaveLength(4)
    expect((await parts())[3]).toMatchObject({ kind: 'rolled', amount: 120_000 })
    expect(await page.getByLabel('Amount or share, Rolled equity').inputValue()).toBe('lots')
    // A new component inherits nothing from a removed one.
    await page.getByRole('button', { name: 'Remove: Rolled equity' }).click()
    await expect.poll(parts).toHaveLength(3)
    await page.getByRole('button', { name: 'Rollover equity', exact: true }).click()
    await expect.poll(() => page.getByLabel('Amount or share, Rolled equity').inputValue()).toBe('20')

    // What the new kind lacks is dropped with a notice, and one undo restores it.
    const [, note] = await parts()
    await page.getByLabel('Kind, Seller note').selectOption({ label: 'Escrow' })
    const said = page.getByText(
      /^Seller note is now an escrow\. \d entr(y|ies) that it does not have w(as|ere) dropped\./,
    )
    await said.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await parts())[1]).toEqual(note)
  })

  test('for the keyboard alone: Enter goes through a row, keys add, move and remove', async () => {
    const { page, parts } = await offerIn()
    await page.getByLabel('Share sold', { exact: true }).focus()
    await page.keyboard.press('Enter')
    const way: (string | null)[] = []
    for (let i = 0; i < 6; i++) {
      // Must be sequential.
      // oxlint-disable no-await-in-loop
      way.push(await focused(page).getAttribute('aria-label'))
      await page.keyboard.press('Enter')
      // oxlint-enable no-await-in-loop
    }
    expect(way).toEqual([
      'Amount or share, Escrow',
      'Stated as, Escrow',
      'When, Escrow',
      'Probability, Escrow',
      'Condition, Escrow',
      'Amount or share, Seller note',
    ])
    await page.getByLabel('When, Escrow').focus()
    await page.keyboard.press('Control+Enter')
    await expect.poll(parts).toHaveLength(4)
    await expect.poll(() => focused(page).getAttribute('data-path')).toMatch(/components\/part-4\/share$/)
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(async () => (await parts()).map(({ id }) => id).indexOf('part-4')).toBe(2)
    await expect.poll(() => focused(page).getAttribute('data-path')).toMatch(/components\/part-4\/share$/)
    await page.keyboard.press('Control+Shift+Backspace')
    await expect.poll(parts).toHaveLength(3)
    await page.keyboard.press('Control+z')
    await expect.poll(parts).toHaveLength(4)

    // A component's details also expand by keyboard, and Enter moves into them.
    await page.getByText('Details: Seller note').press('Enter')
    await page.getByLabel('Condition, Seller note').press('Enter')
    await expect.poll(() => focused(page).getAttribute('data-path')).toMatch(/note-1\/rate$/)
  })

  test('takes a block from a spreadsheet, and says of each thing that it cannot take why', async () => {
    const { page, parts } = await offerIn()
    await paste(
      page.getByLabel('Paste from a spreadsheet'),
      'Holdback\t$75,000\t12 months\t80%\nLoyalty points\t5%\nCash at closing\t60%',
    )
    await expect.poll(parts).toHaveLength(4)
    expect((await parts())[3]).toMatchObject({ kind: 'escrow', basis: 'fixed', amount: 75_000, months: 12 })
    const status = page.getByRole('status').filter({ hasText: '1 row pasted. Not taken:' })
    await status.getByText('“Loyalty points” is not a kind of part.').waitFor()
    await status.getByText('cash is the rest of the price and needs no row.').waitFor()
    await status.getByRole('button', { name: 'Close this list' }).click()
    await status.waitFor({ state: 'detached' })

    // Into the cells of existing rows; an ambiguous value waits in its cell.
    await paste(page.getByLabel('Amount or share, Escrow').first(), '12%\t24\t0.8\n$180k\t4 years\t85%')
    await page.getByText('“0.8” can be read as 0.8% or as 80%. Enter 0.8% or 80%.').first().waitFor()
    expect(await parts()).toMatchObject([
      { kind: 'escrow', share: 0.12, months: 24, probability: 0.9 },
      { kind: 'note', basis: 'fixed', amount: 180_000, years: 4, probability: 0.85 },
      { kind: 'earnOut' },
      { amount: 75_000 },
    ])
    expect(await page.getByLabel('Probability, Escrow').first().inputValue()).toBe('0.8')
    // One undo removes the whole block.
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await parts())[1]).toMatchObject({ basis: 'share', share: 0.1 })
    expect((await parts())[0]).toMatchObject({ share: 0.1, months: 18 })
  })

  test('keeps the further terms of a part folded below it, counted', async () => {
    const { page, parts, stored } = await offerIn()
    const details = page.locator('details').filter({ hasText: 'Details: Earn-out' }).first()
    const counted = () => details.locator('summary').first().textContent()
    const before = Number(/(\d+) of/.exec((await counted()) ?? '')![1])
    expect(await page.getByLabel('Taxed as wages', { exact: true }).isVisible()).toBe(false)
    await details.locator('summary').first().click()
    // For the values in the row it gives the typical range and origin.
    await details.getByText(/^Published: 10% to 30%/).waitFor()
    await details.getByLabel('Source of “Share of the price, Earn-out”').selectOption('entered')
    expect((await stored()).origins['offers/harbor/components/earn-1/share']).toBe('entered')
    await details.getByLabel('Taxed as wages', { exact: true }).selectOption('no')
    expect((await parts())[2]).toMatchObject({ wages: false })
    await expect.poll(counted).toContain(`${before + 1} of`)
  })
})

describe('the rest of the letter', () => {
  test('stands in folded groups that say how many of their fields are filled', async () => {
    const { page, stored } = await offerIn()
    const closing = group(page, /^Closing costs/)
    const counts = async () =>
      /(\d+) of (\d+) filled/
        .exec((await closing.textContent()) ?? '')!
        .slice(1)
        .map(Number)
    const [filled, of] = await counts()
    expect(filled).toBeGreaterThan(0)
    expect(of).toBeGreaterThan(filled!)
    expect(await page.getByLabel('Legal and accounting', { exact: true }).isVisible()).toBe(false)
    await closing.click()
    const legal = page.getByLabel('Legal and accounting', { exact: true })
    await legal.fill('31k')
    await legal.press('Enter')
    await expect.poll(counts).toEqual([filled! + 1, of])
    // The questions depend on earlier answers: debt that stays adds one question.
    await page.getByLabel('Practice debt', { exact: true }).selectOption('stays')
    await expect.poll(counts).toEqual([filled! + 2, of! + 1])
    // Collapsed, it still says that an entry is pending.
    await legal.fill('lots')
    await legal.press('Enter')
    await page.getByText('Legal and accounting: “lots” is not a number.').waitFor()
    await closing.click()
    await expect.poll(() => closing.textContent()).toContain('1 entry was not taken')
    expect((await stored()).offers[0]!.costs.legal).toBe(31_000)
  })

  test('opens for the field that somebody goes to, also inside the details of a part', async () => {
    const { page } = await offerIn()
    for (const [field, place] of [
      [/^Legal and accounting/, /^offers\/\w+\/costs\/legal$/],
      [/^Portion cashed out at exit/, /\/components\/[\w-]+\/cashedAtExit$/],
    ] as const) {
      // Must be sequential.
      // oxlint-disable no-await-in-loop
      await go(page, 'Unconfirmed')
      await page.getByRole('heading', { name: /^Of \d+ assumed values/ }).waitFor()
      await page.getByText(/^Show all \d+$/).click()
      await page.getByRole('button', { name: field }).first().click()
      await expect.poll(() => focused(page).getAttribute('data-path')).toMatch(place)
      expect(await focused(page).isVisible()).toBe(true)
      // oxlint-enable no-await-in-loop
    }
    // The command palette finds the fields, collapsed or not.
    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: 'Command' }).fill('repayment (harbor')
    await page.getByRole('button', { name: 'Repayment (Harbor, Seller note)' }).click()
    await expect.poll(() => focused(page).getAttribute('data-path')).toMatch(/\/components\/note-1\/repayment$/)
    expect(await focused(page).isVisible()).toBe(true)
  })

  test('is listed beside the form, follows the scroll, and leads to the next field that is not filled', async () => {
    const { page } = await offerIn()
    const letter = page.getByRole('navigation', { name: 'Terms of the letter' })
    await expect
      .poll(() => letter.getByRole('listitem').allTextContents())
      .toContainEqual(expect.stringMatching(/^Closing costs, debt and adjustments\d+ of \d+$/))
    await page.getByRole('textbox', { name: 'Notes' }).scrollIntoViewIfNeeded()
    const { top, bottom, height } = await letter.evaluate((element) => {
      const box = element.getBoundingClientRect()
      return { top: box.top, bottom: box.bottom, height: innerHeight }
    })
    expect(top).toBeGreaterThan(0)
    expect(bottom).toBeLessThan(height)
    await letter.getByRole('button', { name: /^Closing costs/ }).click()
    const field = focused(page)
    await expect.poll(() => field.getAttribute('data-path')).toMatch(/^offers\/harbor\//)
    // The first field that was only assumed.
    expect(await field.evaluate((element) => element.closest('[data-assumed]') !== null)).toBe(true)
    expect(await field.isVisible()).toBe(true)
  })

  test.each(['light', 'dark'] as const)('has no fault in the %s theme with all of it unfolded', async (theme) => {
    const { page } = await offerIn()
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.getByRole('button', { name: 'Summit', exact: true }).click()
    await paste(page.getByLabel('Paste from a spreadsheet'), 'Loyalty points\t5%')
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    expect(await faultsOf(page)).toEqual([])
  })
})
