// Entering a case in the built program: bad input loses nothing, short forms are understood, undo, tables, the
// keyboard.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'

import { usd, usdShort } from '../../renderer/format'
import { material } from '../../shared/analysis/material'
import { Variations } from '../../shared/analysis/variations'
import { credit, rangeFor } from '../../shared/case/ranges'
import type { Case } from '../../shared/case/schema'
import { evaluateCase } from '../../shared/model'
import { contestOfAnswer, weigh } from '../../shared/present/material'
import { sharedProgram, startAgain } from '../support/program'

const program = sharedProgram()

async function sampleIn(): Promise<{ page: Page; stored: () => Promise<Case> }> {
  const page = await startAgain(program())
  await page.getByRole('button', { name: /Open this sample General dentist/ }).click()
  await page.getByRole('heading', { name: 'Your practice' }).waitFor()
  return {
    page,
    stored: async () => {
      await page.getByText('all changes saved').waitFor()
      const list = await program().call('listCases', {})
      if (!list.ok) throw new Error(list.error.message)
      const answer = await program().call('openCase', { id: list.value.cases[0]!.id })
      if (!answer.ok) throw new Error(answer.error.message)
      return answer.value.document
    },
  }
}

const go = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click()

async function enter(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true }).first()
  await field.fill(text)
  await field.press('Enter')
}

/** Spreadsheet content from the clipboard, pasted into a cell. */
async function paste(cell: Locator, text: string): Promise<void> {
  await cell.evaluate((field, text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}

/** A line of the first year, as the model computes it from what is stored. */
async function evaluated(stored: () => Promise<Case>, line: string): Promise<number> {
  return evaluateCase(await stored()).shared(line)[0]!
}

describe('what is typed', () => {
  test('is shown as it is understood, also with a period of its own', async () => {
    const { page, stored } = await sampleIn()
    await go(page, 'You')
    const field = page.getByLabel('Spending now', { exact: true })
    await field.fill('12k per month')
    const said = '$12,000 a month × 12 = $144,000 a year.'
    await page.getByText(said).waitFor()
    expect((await stored()).owner.spendingNow).not.toBe(144_000)
    await field.press('Enter')
    await expect.poll(() => field.inputValue()).toBe('144,000')
    expect(await page.getByText(said).count()).toBe(1)
    expect((await stored()).owner.spendingNow).toBe(144_000)

    await field.fill('1.000')
    await field.press('Enter')
    await page.getByText('Spending now: “1.000” can be read as 1 or as 1,000. Enter 1 or 1,000.').waitFor()
    await field.fill('160')
    await page.getByText('$160 a year', { exact: true }).waitFor()
    await field.press('Escape')
    expect((await stored()).owner.spendingNow).toBe(144_000)
  })
})

describe('bad input', () => {
  test('gives a sentence each, stays in its field, and changes nothing', async () => {
    const { page, stored } = await sampleIn()
    const before = await stored()

    await enter(page, 'Your own collections', '9OO,000')
    await page.getByText('Your own collections: “9OO,000” is not a number.').waitFor()
    await enter(page, 'Your own collections', '=9b*9b')
    await page
      .getByText('Your own collections: $8.1 × 10^19 is outside the limits. Enter at most $10,000,000,000.')
      .waitFor()
    await enter(page, 'Your own collections', '50%')
    await page.getByText('Your own collections: “50%” is a percentage.').waitFor()
    await enter(page, 'Your own collections', '9OO,000')
    await enter(page, 'Hygiene collections', '-420,000')
    await page.getByText('Hygiene collections: −$420,000 is outside the limits.').waitFor()
    await enter(page, 'Your share of the practice', '120')
    await page
      .getByText('Your share of the practice: 120% is outside the limits. Enter a value from 0% to 100%.')
      .waitFor()

    await go(page, 'You')
    await enter(page, 'Retirement', '12/31/2020')
    await page
      .getByText('Retirement: December 31, 2020 is before the plan starts. Enter January 1, 2027, or a later date.')
      .waitFor()
    await enter(page, 'Date of birth', '2/30/1967')
    await page.getByText('Date of birth: “2/30/1967” is no day of the calendar.').waitFor()

    // A conflict is reported at the field: with which other field, and how many.
    await enter(page, 'First year of the plan', '2060')
    await page
      .getByText('First year of the plan: 2060 conflicts with 6 other fields. Retirement: December 31, 2033 is before')
      .waitFor()
    await page.getByLabel('First year of the plan', { exact: true }).press('Escape')

    await go(page, 'Offers')
    await page.getByLabel('Price stated as', { exact: true }).selectOption('amount')
    await enter(page, 'Price of the whole practice', '-1m')
    await page.getByText('Price of the whole practice (Harbor): −$1,000,000 is outside the limits.').waitFor()
    await enter(page, 'Share sold', '130%')
    await page.getByText('Share sold (Harbor): 130% is outside the limits.').waitFor()

    // Typed text survives leaving the page.
    await go(page, 'Practice')
    expect(await page.getByLabel('Your own collections', { exact: true }).inputValue()).toBe('9OO,000')
    const after = await stored()
    expect({ ...after, offers: [], origins: {} }).toEqual({ ...before, offers: [], origins: {} })
    expect(after.offers[0]).toMatchObject({ shareSold: 1, price: { amount: 0 } })

    await page.getByLabel('Your own collections', { exact: true }).press('Escape')
    expect(await page.getByLabel('Your own collections', { exact: true }).inputValue()).toBe('900,000')
  })

  test('parts above the price are taken and said at once', async () => {
    const { page, stored } = await sampleIn()
    await go(page, 'Offers')
    await enter(page, 'Amount or share, Escrow', '90')
    await page.getByText(/The parts are \$[\d,]+ more than the price/).waitFor()
    expect((await stored()).offers[0]!.components[0]).toMatchObject({ share: 0.9 })
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText(/The parts are/).waitFor({ state: 'detached' })
    expect((await stored()).offers[0]!.components[0]).toMatchObject({ share: 0.1 })
  })
})

describe('entering', () => {
  test('short amounts and formulas are stored, and one undo takes back one', async () => {
    const { page, stored } = await sampleIn()
    await enter(page, 'Your own collections', '1.2m')
    await enter(page, 'Perks the practice pays for you', '=12*2,500')
    expect((await stored()).practice).toMatchObject({ ownerCollections: 1_200_000, perks: 30_000 })
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await stored()).practice.ownerCollections).toBe(900_000)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(async () => (await stored()).practice.ownerCollections).toBe(1_200_000)
  })

  test('a spreadsheet is pasted into the cost lines', async () => {
    const { page, stored } = await sampleIn()
    await paste(
      page.getByRole('textbox', { name: 'Cost, Staff' }),
      'Team\tfixed\t$430,000\nOutside help\tnothing: fixed\t60k\nImplants\tall\t5%',
    )
    await page.getByText('3 rows pasted.').waitFor()
    const costs = async () => (await stored()).practice.costs
    expect((await costs()).slice(0, 3)).toMatchObject([
      { label: 'Team', amount: 430_000 },
      { label: 'Outside help', amount: 60_000 },
      { label: 'Implants', behaviour: 'all', share: 0.05 },
    ])

    // Invalid cells are rejected with a reason, and a block larger than the table changes nothing.
    const pasted = await costs()
    await paste(page.getByRole('textbox', { name: 'Cost, Team' }), 'x\n'.repeat(31))
    await page
      .getByText(
        '31 rows cannot be pasted here: the table holds at most 30 rows, and 0 are already above. Nothing was changed; paste at most 30.',
      )
      .waitFor()
    expect(await costs()).toEqual(pasted)
    await paste(
      page.getByRole('textbox', { name: 'Cost, Team' }),
      'Cost\tMoves\tHow much\nA\u0000<b>\tup\t5\t1\tlab\tmore\nB\tfixed\t#REF!',
    )
    await page
      .getByText(
        '2 rows pasted. The first line was read as headings and skipped. Columns beyond the table were skipped. 2 of the cells could not be read and say why.',
      )
      .waitFor()
    await page.getByText('Amount: “#REF!” is not a number.').waitFor()
    expect((await costs()).slice(0, 2)).toMatchObject([
      { label: 'A <b>', behaviour: 'fixed', amount: 5, growth: 0.01, kind: 'lab' },
      { label: 'B', amount: 60_000 },
    ])
    // A cell pasted over with a valid value no longer shows the error.
    await paste(page.getByRole('textbox', { name: 'Cost, A <b>' }), 'A\tfixed\t5\nB\tfixed\t60k')
    await page.getByText('Amount: “#REF!” is not a number.').waitFor({ state: 'detached' })

    const taper = page.getByRole('table', { name: 'Fewer clinical days by age' })
    await paste(taper.getByRole('textbox').first(), 'From age\tDays\n62\t3\n62\t2\n20\t1')
    await page
      .getByText('Fewer days: two steps begin at age 62, and the one further down the list counts.')
      .first()
      .waitFor()
    await taper.getByText(/From age .*: 20 is outside the limits\. Enter a value from 30 to 99\./).waitFor()
    expect((await stored()).practice.taper.slice(0, 2)).toMatchObject([
      { age: 62, days: 3 },
      { age: 62, days: 2 },
    ])
  })

  test('a spreadsheet is pasted into the days by age and into the outcomes of a part of the price', async () => {
    const { page, stored } = await sampleIn()
    await page.getByRole('button', { name: '+ Add a step' }).click()
    await paste(page.getByLabel('From age, step 1'), 'Age\tDays\r\n61\t3.5\r\n63\t3\r\n65\t9\r\n')
    await page.getByText(/^3 rows pasted\. .*1 of the cells could not be read/).waitFor()
    expect((await stored()).practice.taper).toMatchObject([{ age: 61, days: 3.5 }, { age: 63, days: 3 }, { age: 65 }])
    // Unnamed elements are named by position.
    await page.getByText('Clinical days (3rd step to fewer days): 9 is outside the limits.').waitFor()

    await go(page, 'Offers')
    await page.getByRole('button', { name: 'Summit', exact: true }).click()
    await page.getByText('Details: Rolled equity').click()
    const table = page.getByRole('table', { name: 'Possible outcomes at the parent’s exit' })
    await paste(table.getByRole('textbox').first(), 'Nothing left\t40%\t0\nAs hoped\t60%\t2.5')
    await page.getByText(/^2 rows pasted\./).waitFor()
    const rolled = (await stored()).offers.flatMap(({ components }) => components).find(({ kind }) => kind === 'rolled')
    expect(rolled).toMatchObject({
      outcomes: [
        { label: 'Nothing left', probability: 0.4, multiple: 0 },
        { label: 'As hoped', probability: 0.6, multiple: 2.5 },
        {},
        {},
      ],
    })
  })

  test('rows are moved by the keyboard, take the cursor along, and are put back by one undo', async () => {
    const { page, stored } = await sampleIn()
    const before = (await stored()).practice.costs.map(({ label }) => label)
    await page.getByRole('textbox', { name: `Cost, ${before[0]}` }).focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect
      .poll(async () => (await stored()).practice.costs.map(({ label }) => label))
      .toEqual([before[1], before[0], ...before.slice(2)])
    await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toBe(`Cost, ${before[0]}`)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await stored()).practice.costs.map(({ label }) => label)).toEqual(before)
  })

  test('the parts of a price change their places by keyboard and by buttons, each move one step of undo', async () => {
    const { page, stored } = await sampleIn()
    const parts = async () => (await stored()).offers[0]!.components.map(({ label }) => label)
    await go(page, 'Offers')
    await page.getByLabel('Amount or share, Escrow').focus()
    await page.keyboard.press('Alt+ArrowDown')
    expect(await parts()).toEqual(['Seller note', 'Escrow', 'Earn-out'])
    // The focus moves along.
    await expect
      .poll(() => page.locator(':focus').getAttribute('data-path'))
      .toBe('offers/harbor/components/escrow-1/share')
    await page.getByRole('button', { name: 'Move up: Earn-out' }).click()
    expect(await parts()).toEqual(['Seller note', 'Earn-out', 'Escrow'])
    expect(await page.getByRole('button', { name: 'Move down: Escrow' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await parts()).toEqual(['Escrow', 'Seller note', 'Earn-out'])

    // Notes keep their line breaks: Shift Enter inserts one, Enter commits.
    const note = page.getByRole('textbox', { name: 'Notes' })
    await note.fill('Who keeps the phone number?')
    await note.press('Shift+Enter')
    await page.keyboard.type('Ask again.')
    await note.press('Enter')
    expect((await stored()).offers[0]!.note).toBe('Who keeps the phone number?\nAsk again.')
  })

  test('the published range stands below a field with its source, and what lies outside is taken and said', async () => {
    const { page, stored } = await sampleIn()
    const field = page.getByLabel('Market pay for your work', { exact: true })
    const described = async () => {
      const ids = ((await field.getAttribute('aria-describedby')) ?? '').split(' ')
      const parts = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).allTextContents()))
      return parts.flat().join(' ')
    }
    const range = rangeFor('practice/replacementRate', await stored())
    const source = range?.sources?.[0]
    if (range?.high === undefined || !source) throw new Error('Nothing is published about pay any more.')
    expect(await described()).toMatch(/Published: .+ to .+%/)
    expect(await described()).toContain(credit(source))
    expect(await described()).not.toContain('It may be right; check it.')
    // The full source is one key away.
    await field.press('F1')
    await page.getByText(source.address).first().waitFor()
    await enter(page, 'Market pay for your work', `${range.high * 100 + 5}%`)
    await expect
      .poll(described)
      .toMatch(/^.*Market pay for your work: .+% is above the published .+ It may be right; check it\./)
    expect((await stored()).practice.replacementRate).toBeCloseTo(range.high + 0.05, 10)
  })

  test('the books are entered beside the cost lines, and where they lead elsewhere it is said', async () => {
    const { page, stored } = await sampleIn()
    await page.getByText('Check against the books (EBITDA bridge)').click()
    await enter(page, 'EBITDA in the books', '900k')
    await page.getByRole('button', { name: '+ Add a one-off' }).click()
    await page.keyboard.type('Flood')
    await page.keyboard.press('Tab')
    await page.keyboard.type('40,000')
    await page.keyboard.press('Enter')
    expect((await stored()).practice.books).toMatchObject({
      reportedEbitda: 900_000,
      oneOffs: [{ amount: 15_000 }, { label: 'Flood', amount: 40_000 }],
    })
    const gap = () => evaluated(stored, 'practice/bridgeGap')
    const said = (value: number) => `The books imply an adjusted EBITDA that is ${usd(Math.abs(value))} above`
    await page
      .getByText(said(await gap()))
      .first()
      .waitFor()
    // Enter what the books omit until both derivations agree.
    await enter(page, 'EBITDA in the books', String(Math.round(900_000 - (await gap()))))
    await page.getByText(/^The books lead to an adjusted EBITDA/).waitFor({ state: 'detached' })
  })

  test('what is unconfirmed and matters carries a sign with words, which moves nothing and goes when it is confirmed', async () => {
    const { page, stored } = await sampleIn()
    const document = await stored()
    const outcome = evaluateCase(document)
    const contest = contestOfAnswer(
      outcome,
      'expected',
      'today',
      outcome.paths.map(({ id }) => id),
    )!
    const { decisive, sizable, minor } = weigh(
      material(new Variations(outcome.structure), document, contest).filter(({ path }) => path.startsWith('practice/')),
    )
    const [greatest] = sizable
    const field = page.locator(`[data-path="${greatest!.path}"]`)
    const place = () => field.evaluate((element) => element.getBoundingClientRect().toJSON() as object)
    await field.waitFor()
    const before = await place()
    const words = `Unconfirmed. It moves the answer by up to ${usdShort(greatest!.swing)} over its usual range.`
    await page.getByTitle(words).first().waitFor()
    expect(await place()).toEqual(before)
    const described = await field.evaluate((element) =>
      (element.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => globalThis.document.querySelector(`[id="${id}"]`)?.textContent ?? '')
        .join(''),
    )
    expect(described).toContain(words)
    // All visible fields that matter have a mark, and no others.
    const signed = await page
      .locator('main [data-path]')
      .evaluateAll((fields) =>
        fields.flatMap((field) =>
          field.parentElement!.querySelector('[title^="Unconfirmed."]') ? [field.getAttribute('data-path')!] : [],
        ),
      )
    const all = [...decisive, ...sizable].map(({ path }) => path)
    expect(signed.length).toBeGreaterThan(3)
    expect(signed.filter((path) => !all.includes(path))).toEqual([])
    const shown = await page
      .locator('main [data-path]')
      .evaluateAll((fields) => fields.map((field) => field.getAttribute('data-path')!))
    expect(all.filter((path) => shown.includes(path) && !signed.includes(path))).toEqual([])
    expect(signed.some((path) => minor.some((one) => one.path === path))).toBe(false)

    await field.press('Enter')
    await page
      .locator(`span:has(> [data-path="${greatest!.path}"]) [title^="Unconfirmed."]`)
      .waitFor({ state: 'detached' })
  })

  test('what looks right is confirmed a group at a time', async () => {
    const { page, stored } = await sampleIn()
    await go(page, 'Unconfirmed')
    // Groups appear once every value has been evaluated; before that there is only one.
    await page.getByRole('heading', { name: /^Of \d+ assumed values/ }).waitFor()
    const confirmed = async () => Object.keys((await stored()).origins).length
    const before = await confirmed()
    for (const group of [/^Could change the answer/, /^Could move it/, /^Little effect/]) {
      const button = page.getByRole('region', { name: group }).getByRole('button', { name: /^Confirm all/ })
      if ((await button.count()) === 0) continue
      const count = Number(/\((\d+)\)/.exec(await button.innerText())?.[1])
      const had = await confirmed()
      await button.click()
      await expect.poll(confirmed).toBe(had + count)
    }
    expect((await stored()).origins['assumptions/inflation']).toBe('entered')
    const all = await confirmed()
    expect(all - before).toBeGreaterThan(100)
    // One undo reverts one group, the last.
    await page.getByText('Undo', { exact: true }).last().click()
    await expect.poll(confirmed).toBeLessThan(all)
    expect(await confirmed()).toBeGreaterThan(before)
  })
})

describe('offers', () => {
  test('are made from each template, duplicated, and removed with undo', async () => {
    const page = await startAgain(program())
    await page.getByRole('button', { name: 'New case' }).click()
    await page.getByRole('heading', { name: 'Your practice' }).waitFor()
    await go(page, 'Offers')
    for (const [index, template] of [
      /^Full sale/,
      /^Joint venture/,
      /^Rollover into/,
      /^Hybrid/,
      /^Management services/,
      /^Private buyer/,
    ].entries()) {
      // Sequential, as a user would.
      // oxlint-disable no-await-in-loop
      if (index > 0) await page.getByRole('button', { name: '+ Add an offer' }).click()
      await page.getByRole('button', { name: template }).click()
      await page.getByRole('button', { name: `Offer ${index + 1}`, exact: true }).waitFor()
      // oxlint-enable no-await-in-loop
    }
    // Each asks only what it needs: a private buyer names an amount; services alone have no price.
    await page.getByLabel('Price of the whole practice', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Offer 5', exact: true }).click()
    await page.getByRole('heading', { name: 'The management fee' }).waitFor()
    expect(await page.getByRole('heading', { name: 'The price' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Offer 2', exact: true }).click()
    await page.getByRole('heading', { name: 'Your retained share' }).waitFor()
    await page.getByRole('button', { name: 'Duplicate as a variant' }).click()
    await page.getByRole('button', { name: 'Offer 2, variant', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Remove this offer' }).click()
    await page.getByText('The offer “Offer 2, variant” has been removed.').waitFor()
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Offer 2, variant', exact: true }).waitFor()
  })
})

test('what the letter of intent leaves open is listed with the way to its field until it is entered', async () => {
  const { page, stored } = await sampleIn()
  await go(page, 'Offers')
  await enter(page, 'EBITDA in the offer', '')
  expect((await stored()).offers[0]!.price.ebitda).toBeNull()
  const beside = page.getByRole('complementary', { name: 'What Harbor amounts to' })
  await beside.getByText(/^Open question to ask: \d+$/).click()
  const open = beside
    .getByRole('listitem')
    .filter({ hasText: 'Buyer: Harbor: which EBITDA is the multiple applied to' })
  await open.getByRole('button', { name: /^Go there/ }).click()
  const ebitda = page.getByLabel('EBITDA in the offer', { exact: true })
  await expect.poll(() => ebitda.evaluate((field) => field === document.activeElement)).toBe(true)
  await enter(page, 'EBITDA in the offer', '335,600')
  await open.waitFor({ state: 'detached' })
})

test('the terms of two offers stand side by side, what differs marked, and lead to their fields', async () => {
  const { page } = await sampleIn()
  await go(page, 'Offers')
  await page.getByRole('button', { name: 'Compare terms' }).click()
  const terms = page.getByRole('region', { name: 'Compare terms' })
  const multiple = terms.getByRole('row', { name: /^Multiple/ })
  await expect.poll(() => multiple.getByRole('button').allTextContents()).toEqual(['6.5× EBITDA', '6.2× EBITDA'])
  expect(await terms.getByRole('columnheader').first().textContent()).toMatch(/^\d+ terms differ$/)
  expect(await terms.getByText('≠ differs').count()).toBe(0)
  const differing = await terms.getByRole('rowheader').count()

  await terms.getByRole('checkbox', { name: /^Also show the \d+ terms that are the same$/ }).check()
  expect(await terms.getByRole('rowheader').count()).toBeGreaterThan(differing)
  expect(await terms.getByText('≠ differs').count()).toBe(differing)

  await terms.getByLabel('Second offer').selectOption({ label: 'Harbor' })
  await terms.getByRole('columnheader', { name: 'No terms differ' }).waitFor()
  await multiple.getByRole('button').first().click()
  await expect
    .poll(() => page.getByLabel('Multiple', { exact: true }).evaluate((field) => field === document.activeElement))
    .toBe(true)
})

describe('cases', () => {
  test('are duplicated, deleted with undo, exported and imported again', async () => {
    const { page, stored } = await sampleIn()
    const document = await stored()
    await go(page, 'Cases')
    const list = page.getByRole('list', { name: 'Your cases' })
    await list.getByRole('button', { name: 'Duplicate: General dentist (sample)' }).click()
    await list.getByRole('link', { name: 'General dentist (sample) (copy)' }).waitFor()
    await list.getByRole('button', { name: 'Delete: General dentist (sample) (copy)' }).click()
    await page.getByText('“General dentist (sample) (copy)” has been deleted.').waitFor()
    expect(await list.getByRole('listitem').count()).toBe(1)
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).last().click()
    await expect.poll(() => list.getByRole('listitem').count()).toBe(2)

    const { content } = await program().fileFrom(() =>
      list.getByRole('button', { name: 'Export: General dentist (sample)', exact: true }).click(),
    )
    expect(JSON.parse(content.toString('utf8'))).toMatchObject({ app: 'sell-or-stay', practice: document.practice })

    // The file's content is shown first; only then does it become a case.
    const path = join(program().dataDir, 'mine.json')
    writeFileSync(path, content)
    await program().choose(path, () => page.getByRole('button', { name: 'Import a case file' }).click())
    const dialog = page.getByRole('dialog', { name: 'Import this case?' })
    for (const offer of document.offers) await dialog.getByText(offer.name).waitFor()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(await list.getByRole('listitem').count()).toBe(2)
    await program().choose(path, () => page.getByRole('button', { name: 'Import a case file' }).click())
    await dialog.getByRole('button', { name: 'Import' }).click()
    await expect.poll(() => list.getByRole('listitem').count()).toBe(3)

    // A file of another kind is refused by name, and no case is created.
    const text = content.toString('utf8')
    for (const [name, bytes, sentence] of [
      [
        'other.json',
        '{"hello": 1}',
        'it does not say "app": "sell-or-stay". Choose a file that this program has exported.',
      ],
      [
        'newer.json',
        text.replace(/"schemaVersion": \d+/, '"schemaVersion": 9'),
        'Update the program, then open the file again.',
      ],
      ['half.json', text.slice(0, 900), 'it is not valid JSON: it is cut off or has an error in line'],
      ['photo.json', Buffer.from([0xff, 0xd8, 0xff, 0, 16]), 'it is not a text file.'],
      ['big.json', Buffer.alloc(50_000_000, ' '), 'It has 50 MB, and a case file has at most 20 MB.'],
      ['wrong.json', text.replace(/"feeGrowth": [\d.]+/, '"feeGrowth": 7'), 'Fee growth: 700% is outside the limits.'],
    ] as const) {
      const path = join(program().dataDir, name)
      writeFileSync(path, bytes)
      // Sequential, as a user would.
      /* oxlint-disable no-await-in-loop */
      await program().choose(path, () => page.getByRole('button', { name: 'Import a case file' }).click())
      const alert = page.getByRole('alert').filter({ hasText: `“${name}” cannot be imported.` })
      await alert.filter({ hasText: sentence }).waitFor()
      await alert.getByRole('button').click()
      /* oxlint-enable no-await-in-loop */
    }
    expect(await list.getByRole('listitem').count()).toBe(3)
  })

  test('are exported with a passphrase, without which nobody opens the file', async () => {
    const { page, stored } = await sampleIn()
    const document = await stored()
    await go(page, 'Report')
    await page.getByRole('button', { name: 'Export with a passphrase' }).click()
    const dialog = page.getByRole('dialog', { name: 'Export with a passphrase' })
    await dialog.getByLabel('Passphrase', { exact: true }).fill('short')
    await dialog.getByRole('button', { name: 'Export' }).click()
    await dialog.getByText('The passphrase has 5 characters; it needs at least 8. Add a word.').waitFor()
    await dialog.getByLabel('Passphrase', { exact: true }).fill('correct horse battery')
    await dialog.getByLabel('Passphrase again').fill('correct horse')
    await dialog.getByRole('button', { name: 'Export' }).click()
    await dialog.getByText('The two are not the same. Type it once more.').waitFor()
    await dialog.getByLabel('Passphrase again').fill('correct horse battery')
    const { content } = await program().fileFrom(() => dialog.getByRole('button', { name: 'Export' }).click())
    expect(content.toString('utf8')).not.toContain(document.offers[0]!.name)

    const path = join(program().dataDir, 'secret.json')
    writeFileSync(path, content)
    await go(page, 'Cases')
    await program().choose(path, () => page.getByRole('button', { name: 'Import a case file' }).click())
    const asked = page.getByRole('dialog', { name: 'This case file is protected' })
    await asked.getByLabel('Passphrase', { exact: true }).fill('correct horse batterie')
    await page.keyboard.press('Enter')
    await asked.getByText(/^The passphrase does not open this case file/).waitFor()
    await asked.getByLabel('Passphrase', { exact: true }).fill('correct horse battery')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Import this case?' }).getByRole('button', { name: 'Import' }).click()
    await page.getByText('has been imported as a new case.').waitFor()
  })
})
