// The terms of an offer, each entered in its field in the built program: what is stored, and its effect on the
// comparison.
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'

import { usd, usdInWords } from '../../renderer/format'
import { describe as described } from '../../shared/case/describe'
import { get } from '../../shared/case/path'
import type { Case } from '../../shared/case/schema'
import { evaluateCase } from '../../shared/model'
import { answerOf } from '../../shared/present/answer'
import { textOf } from '../../shared/present/sentence'
import { sharedProgram, startAgain } from '../support/program'

const program = sharedProgram()
const OFFER = 'harbor'
let page: Page
let id: string

beforeAll(() => {
  program().page.setDefaultTimeout(30_000)
})

beforeEach(async () => {
  page = await startAgain(program())
  const created = await program().call('createCase', { sample: 'general-dentist' })
  if (!created.ok) throw new Error(created.error.message)
  ;({ id } = created.value)
  await open('offers')
})

async function open(name: string): Promise<void> {
  await page.evaluate((hash) => (globalThis.location.hash = hash), `#/case/${id}/${name}`)
  await page.locator('main h1').first().waitFor()
}

async function stored(): Promise<Case> {
  await page.getByText('all changes saved').waitFor()
  const answer = await program().call('openCase', { id })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value.document
}

/** Expands everything: a user opens the group that contains a term. */
const unfold = () =>
  page.evaluate(() => {
    for (const folded of globalThis.document.querySelectorAll('main details'))
      (folded as HTMLDetailsElement).open = true
  })

/** Enters what a user would type or choose in the field at that path. A table may name a choice in fewer words. */
async function enter(path: string, entry: string, value: unknown): Promise<void> {
  await unfold()
  const field = page.locator(`main [data-path="${path}"]`).first()
  await field.waitFor()
  if ((await field.evaluate(({ tagName }) => tagName)) === 'SELECT') {
    const named = (await field.locator('option').allTextContents()).includes(entry)
    await field.selectOption(named ? { label: entry } : { value: String(value) })
  } else {
    await field.fill(entry)
    await field.press('Enter')
  }
}

/** Enters the fields below a place and expects each to be stored as given. */
async function enterAll(
  at: string,
  entries: readonly (readonly [field: string, entry: string, value: unknown])[],
): Promise<Case> {
  for (const [field, entry, value] of entries) await enter(`${at}/${field}`, entry, value)
  const document = await stored()
  for (const [field, , value] of entries) {
    expect(described(`${at}/${field}`, document), `${at}/${field}`).toBeDefined()
    expect(get(document, `${at}/${field}`), `${at}/${field}`).toEqual(value)
  }
  return document
}

const add = async (button: string | RegExp) => {
  await unfold()
  await page.locator('main').getByRole('button', { name: button, exact: true }).last().click()
}

/** The elements added to a list since a case was stored. */
function newest(before: Case, after: Case, list: string): string {
  const idsOf = (document: Case) => (get(document, list) as readonly { readonly id: string }[]).map((item) => item.id)
  return idsOf(after).find((item) => !idsOf(before).includes(item))!
}

async function addedTo(list: string, button: string): Promise<string> {
  const before = await stored()
  await add(button)
  await expect
    .poll(async () => (get(await stored(), list) as readonly unknown[]).length)
    .toBe((get(before, list) as readonly unknown[]).length + 1)
  return `${list}/${newest(before, await stored(), list)}`
}

const path = (field: string) => `offers/${OFFER}/${field}`
const worth = (document: Case, view: 'expected' | 'maximum' = 'expected') =>
  evaluateCase(document).figure(OFFER, view, 'pathTotal')!

/** The comparison on screen matches what is stored: its sentence, and the offer's wealth, which is returned. */
async function compared(document: Case): Promise<string> {
  const outcome = evaluateCase(document)
  const paths = outcome.paths.map((one) => one.id)
  const { headline } = answerOf(outcome, 'expected', 'today', paths)
  await open('compare')
  await expect
    .poll(() => page.getByRole('heading', { level: 1 }).textContent(), { timeout: 30_000 })
    .toBe(textOf(headline, usdInWords))
  const chart = page
    .locator('section')
    .filter({ has: page.getByRole('button', { name: /^(Table|Chart) of/ }) })
    .first()
  const table = chart.getByRole('button', { name: /^Table of/ })
  if ((await table.count()) > 0) await table.click()
  const wealth = usd(outcome.figure(OFFER, 'expected', 'wealthAtRetirementToday'))
  await chart.getByRole('cell', { name: wealth }).first().waitFor()
  return wealth
}

test('an earn-out in proportion above a floor, then uncapped, then of yearly targets with catch-up', async () => {
  const before = await stored()
  const said = await compared(before)
  await open('offers')
  const earnOut = path(`components/${before.offers[0]!.components.find(({ kind }) => kind === 'earnOut')!.id}`)
  const measured = await enterAll(earnOut, [
    ['measuredBy', 'the projected result', 'metric'],
    ['target', '2m', 2_000_000],
    ['floor', '1.2m', 1_200_000],
    ['inProportion', 'the whole result, as a share of the target', 'ofTarget'],
  ])
  expect(worth(measured)).not.toBeCloseTo(worth(before), 0)
  expect(await compared(measured)).not.toBe(said)

  await open('offers')
  const target = await addedTo(`${earnOut}/targets`, '+ Add a target')
  await enterAll(target, [
    ['months', '12', 12],
    ['target', '1.5m', 1_500_000],
    ['part', '40', 0.4],
  ])
  const second = await addedTo(`${earnOut}/targets`, '+ Add a target')
  await enterAll(second, [
    ['months', '24', 24],
    ['target', '1.9m', 1_900_000],
    ['part', '60', 0.6],
  ])
  const yearly = await enterAll(earnOut, [['catchUp', 'yes', true]])
  expect(worth(yearly)).not.toBeCloseTo(worth(measured), 0)

  const uncapped = await enterAll(earnOut, [
    ['basis', 'share of the growth of a result, without a cap', 'growth'],
    ['growthShare', '15', 0.15],
    ['growthFrom', '1.4m', 1_400_000],
    ['bestResult', '2.6m', 2_600_000],
  ])
  expect(worth(uncapped, 'maximum')).not.toBeCloseTo(worth(yearly, 'maximum'), 0)
})

test('leaving early, a forgivable loan, a retention bonus and a consulting fee', async () => {
  const before = await stored()
  const left = await enterAll(path('leaving'), [
    ['on', '2029-06-30', '2029-06-30'],
    ['clawback/resignation', '50', 0.5],
    ['clawbackFalls', 'falls by an equal part with each full year that you have served', 'yearly'],
  ])
  expect(worth(left)).toBeLessThan(worth(before))

  const bonus = await addedTo(path('job/retention'), '+ Add a bonus')
  const paid = await enterAll(bonus, [
    ['amount', '60k', 60_000],
    ['months', '18', 18],
  ])
  expect(worth(paid)).toBeGreaterThan(worth(left))

  const loan = await addedTo(path('job/forgivableLoans'), '+ Add a loan')
  const lent = await enterAll(loan, [
    ['amount', '100k', 100_000],
    ['years', '4', 4],
  ])
  expect(worth(lent)).not.toBeCloseTo(worth(paid), 0)

  const consulted = await enterAll(path('consulting'), [
    ['amount', '5k', 5_000],
    ['months', '18', 18],
  ])
  expect(worth(consulted)).toBeGreaterThan(worth(lent))
  await compared(consulted)
})

test('equity that is bought, then granted, and when it vests and may be called', async () => {
  const before = await stored()
  const equity = await addedTo(path('components'), 'Rollover equity')
  const bought = await enterAll(equity, [
    ['acquired', 'bought at closing with your own money', 'bought'],
    ['basis', 'dollars', 'fixed'],
    ['amount', '150k', 150_000],
  ])
  expect(evaluateCase(bought).figure(OFFER, 'expected', 'equityBought')).toBe(150_000)
  expect(worth(bought)).not.toBeCloseTo(worth(before), 0)

  const vesting = await enterAll(equity, [
    ['vesting', 'an equal part each year', 'yearly'],
    ['vestingYears', '6', 6],
    ['called', 'yes', true],
    ['callDiscount/resignation', '30', 0.3],
  ])
  const left = await enterAll(path('leaving'), [['on', '2029-06-30', '2029-06-30']])
  expect(worth(left)).toBeLessThan(worth(vesting))

  const granted = await enterAll(equity, [
    ['acquired', 'granted beside the price (profits interest, incentive units)', 'granted'],
    ['grantShare', '1.5', 0.015],
    ['threshold', '40m', 40_000_000],
    ['platform/value', '90m', 90_000_000],
  ])
  expect(evaluateCase(granted).figure(OFFER, 'expected', 'equityBought')).toBeUndefined()
  expect(worth(granted, 'maximum')).not.toBeCloseTo(worth(left, 'maximum'), 0)
  await compared(granted)
})

test('what the seller pays at closing, tail coverage and the guaranty of the lease', async () => {
  const before = await stored()
  const cash = (document: Case) => evaluateCase(document).figure(OFFER, 'expected', 'cashAtClose')!
  const paid = await enterAll(path('costs'), [['audit', '35k', 35_000]])
  expect(cash(before) - cash(paid)).toBeCloseTo(35_000, 6)
  await enterAll(path('staffBonus'), [['stated', 'share of the price', 'share']])
  const promised = await enterAll(path('staffBonus'), [['share', '2', 0.02]])
  expect(cash(promised)).toBeLessThan(cash(paid))
  await enterAll(path('tail'), [
    ['paidBy', 'you', 'you'],
    ['amount', '45k', 45_000],
  ])
  const covered = await enterAll(path('tail'), [['paidAt', 'at closing', 'closing']])
  expect(cash(promised) - cash(covered)).toBeCloseTo(45_000, 6)
  const guaranteed = await enterAll(`offers/${OFFER}`, [['leaseGuaranty', 'stays with you after the sale', 'stays']])
  // The closing statement beside the form says each.
  for (const line of [
    'Broker, legal, accounting and audit fees',
    'Bonus to your staff, with payroll tax',
    'Malpractice tail coverage',
  ])
    await page.getByRole('row', { name: new RegExp(line) }).waitFor()
  await compared(guaranteed)
})

test('family on the payroll, and other assets that the offer buys', async () => {
  await open('practice')
  const before = await stored()
  const member = await addedTo('practice/family', '+ Add a member')
  const paid = await enterAll(member, [
    ['pay', '90k', 90_000],
    ['marketPay', '60k', 60_000],
  ])
  expect(evaluateCase(paid).shared('practice/adjustedEbitda')[0]).toBeGreaterThan(
    evaluateCase(before).shared('practice/adjustedEbitda')[0]!,
  )
  const asset = await addedTo('practice/otherAssets', '+ Add an asset')
  const owned = await enterAll(asset, [
    ['kind', 'a building that is not let to your practice', 'building'],
    ['value', '800k', 800_000],
    ['distributions', '4k per month', 48_000],
    ['basis', '300k', 300_000],
    ['depreciation', '200k', 200_000],
  ])

  await open('offers')
  const stay = await addedTo(path('familyStays'), '+ Add a member')
  const stays = await enterAll(stay, [
    ['until', '2028-12-31', '2028-12-31'],
    ['pay', '70k', 70_000],
  ])
  expect(worth(stays)).toBeGreaterThan(worth(owned))
  const sale = await addedTo(path('assetsSold'), '+ Add a sale')
  await enterAll(sale, [
    ['price', '900k', 900_000],
    ['down', '25', 0.25],
  ])
  const sold = await enterAll(sale, [
    ['years', '4', 4],
    ['rate', '6.5', 0.065],
    ['probability', '90', 0.9],
  ])
  expect(worth(sold)).not.toBeCloseTo(worth(stays), 0)
  await compared(sold)
})
