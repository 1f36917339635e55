// The comparison in the built program: the answer, charts and their exports, Why, what-if.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'

import { samples } from '../../shared/case/samples'
import { evaluateCase } from '../../shared/model'
import { answerOf } from '../../shared/present/answer'
import { textOf } from '../../shared/present/sentence'
import { usd, usdInWords } from '../../renderer/format'
import { sharedProgram, startAgain } from '../support/program'

const program = sharedProgram()
const sample = samples.find(({ name }) => name === 'general-dentist')!.document
const outcome = evaluateCase(sample)
let page: Page
let id: string

async function open(name: string): Promise<void> {
  await page.evaluate((hash) => (globalThis.location.hash = hash), `#/case/${id}/${name}`)
  await page.locator('main h1').first().waitFor()
}

async function stored() {
  const answer = await program().call('openCase', { id })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value.document
}

beforeEach(async () => {
  page = await startAgain(program())
  const created = await program().call('createCase', { sample: 'general-dentist' })
  if (!created.ok) throw new Error(created.error.message)
  ;({ id } = created.value)
})

describe('the comparison', () => {
  test('begins with the answer, its reason and where it flips, in the view and dollars chosen', async () => {
    await open('compare')
    const headline = (view: 'expected' | 'guaranteed', dollars: 'today' | 'future') =>
      textOf(
        answerOf(
          outcome,
          view,
          dollars,
          outcome.paths.map((path) => path.id),
        ).headline,
        usdInWords,
      )
    const h1 = page.getByRole('heading', { level: 1 })
    await expect.poll(() => h1.textContent()).toBe(headline('expected', 'today'))
    await page.getByText(/The ranking changes if .+/).waitFor({ timeout: 30_000 })
    await page.getByRole('radiogroup', { name: 'What is counted' }).getByText('Noncontingent').click()
    await expect.poll(() => h1.textContent()).toBe(headline('guaranteed', 'today'))
    await page.getByRole('radiogroup', { name: 'Today’s or future dollars' }).getByText('Future $').click()
    await expect.poll(() => h1.textContent()).toBe(headline('guaranteed', 'future'))
    await page.getByRole('radiogroup', { name: 'What is counted' }).getByText('Expected').click()
    await page.getByRole('radiogroup', { name: 'Today’s or future dollars' }).getByText('Today’s $').click()
    await expect.poll(() => h1.textContent()).toBe(headline('expected', 'today'))
  })

  test('marks best and worst by a sign and a word, and shows the paths chosen in their order', async () => {
    await open('compare')
    const row = page
      .getByRole('region', { name: 'Figures of the paths' })
      .getByRole('row', { name: /^Wealth at retirement/ })
    await expect.poll(() => row.textContent()).toMatch(/▲ highest/)
    expect(await row.textContent()).toMatch(/▼ lowest/)
    const cards = page.getByRole('list', { name: 'The paths' }).getByRole('heading')
    const before = await cards.allTextContents()
    await page.getByRole('button', { name: /^Choose and order paths/ }).click()
    const choose = page.getByRole('list', { name: 'Paths' })
    await choose.getByRole('button', { name: /^Down/ }).first().click()
    await choose.getByRole('checkbox', { name: before[2]!.trim() }).uncheck()
    await expect.poll(() => cards.allTextContents()).toEqual([before[1]!, before[0]!, ...before.slice(3)])
    await page.getByRole('button', { name: 'Choose and order paths (1 hidden)' }).waitFor()
  })

  test('has contents that stay in sight, lead to each part by keyboard, and mark the one that is read', async () => {
    await open('compare')
    const contents = page.getByRole('navigation', { name: 'On this page' })
    const current = contents.locator('[aria-current="location"]')
    await expect.poll(() => current.allTextContents()).toEqual(['Answer'])
    const parts = (await contents.getByRole('button').allTextContents()).slice(1)
    expect(parts.length).toBe(6)
    /* oxlint-disable no-await-in-loop -- one part after the other */
    for (const part of parts) {
      await contents.getByRole('button', { name: part }).focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => current.allTextContents()).toEqual([part])
      const heading = page.locator('main h2:focus')
      const [top, bar] = await Promise.all([heading.boundingBox(), contents.boundingBox()])
      // The heading is in the window, below the contents.
      expect(top!.y).toBeGreaterThanOrEqual(bar!.y + bar!.height)
      expect(top!.y).toBeLessThan(860)
    }
    /* oxlint-enable no-await-in-loop */
    await contents.getByRole('button', { name: 'Answer' }).click()
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
    await expect.poll(() => current.allTextContents()).toEqual(['Answer'])
  })

  test('looks at two to four paths in detail, side by side in one row', async () => {
    await open('compare')
    const choice = page.getByRole('group', { name: 'In detail' })
    const boxes = choice.getByRole('checkbox')
    await expect.poll(() => choice.getByRole('checkbox', { checked: true }).count()).toBe(4)
    const falls = page.getByRole('application', { name: /^Where the price goes/ })
    await expect.poll(() => falls.count()).toBe(1)
    await choice.getByText('Four paths at most: clear one to choose another.').waitFor()
    const left = choice.getByRole('checkbox', { name: 'Sell to a dentist now' })
    expect(await left.isDisabled()).toBe(true)
    await choice.getByRole('checkbox', { name: 'Harbor' }).uncheck()
    await left.check()
    await expect.poll(() => falls.getAttribute('aria-label')).toMatch(/Sell to a dentist now/)
    expect(await falls.getAttribute('aria-label')).not.toMatch(/Harbor/)
    await choice.getByRole('checkbox', { name: 'Cedar' }).uncheck()
    await left.uncheck()
    await choice.getByText('Two paths at least.').waitFor()
    expect(await boxes.evaluateAll((all) => all.filter((box) => (box as HTMLInputElement).disabled).length)).toBe(2)
    // All paths stay in the answer, the cards and the table.
    expect(await page.getByRole('list', { name: 'The paths' }).getByRole('listitem').count()).toBe(5)
  })

  test('gives each chart as a table, a picture and a drawing, and reads its values by keyboard', async () => {
    await open('compare')
    const chart = page
      .locator('section')
      .filter({ has: page.getByRole('button', { name: /^(Table|Chart) of/ }) })
      .first()
    const drawing = chart.getByRole('application')
    await drawing.focus()
    await page.keyboard.press('ArrowRight')
    const wealth = outcome.figure('keep', 'expected', 'wealthAtRetirementToday')
    const said = chart.getByRole('status')
    await expect.poll(() => said.textContent()).toMatch(/20\d\d, age \d\d.*\$/)
    await page.keyboard.press('End')
    await expect.poll(() => said.textContent()).toMatch(/age 95/)
    await page.keyboard.press('Escape')
    await said.waitFor({ state: 'detached' })
    // By pointer: a year of the lines, a bar of a waterfall.
    await drawing.hover({ position: { x: 71, y: 120 } })
    await expect.poll(() => said.textContent()).toMatch(/age 60/)
    const falls = page.getByRole('application', { name: /^From the price to your pocket/ }).first()
    await falls.hover({ position: { x: 60, y: 40 } })
    await expect
      .poll(() => falls.locator('..').getByRole('status').textContent())
      .toMatch(/^Purchase price(\w+\$[\d,]+){3}$/)

    const take = async (item: string) => {
      await chart.getByRole('button', { name: /^Export/ }).click()
      return program().fileFrom(() => page.getByRole('menuitem', { name: item }).click(), 'page')
    }
    // The bands of the simulations are among the figures, and they are refined for a while.
    await page.locator(`[data-draws="${outcome.document.risk.draws}"]`).waitFor()
    const svg = await take('Save the chart as SVG')
    expect(svg.name).toMatch(/\.svg$/)
    expect(svg.content.toString('utf8')).toMatch(/^<svg [\s\S]*<path/)
    const png = await take('Save the chart as PNG')
    expect(png.content.subarray(1, 4).toString()).toBe('PNG')
    const table = (await take('Save the figures as CSV')).content.toString('utf8')
    expect(table.split(/\r?\n/)[0]).toMatch(/^Year,Age,/)

    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await chart.getByRole('button', { name: /^Export/ }).click()
    await page.getByRole('menuitem', { name: 'Copy the figures as CSV' }).click()
    await page.getByText('The figures are on the clipboard as CSV.').waitFor()
    // Line endings differ among systems.
    const lines = (text: string) => text.replace(/^\uFEFF/, '').split(/\r?\n/)
    expect(lines(await page.evaluate(() => navigator.clipboard.readText()))).toEqual(lines(table))
    await page.context().clearPermissions()

    await chart.getByRole('button', { name: /^Table of/ }).click()
    await chart.getByRole('table').waitFor()
    await expect.poll(() => chart.getByRole('cell', { name: usd(wealth) }).count()).toBeGreaterThan(0)
    const charts = page.getByRole('button', { name: /^Table of|^Chart of/ })
    expect(await charts.count()).toBeGreaterThanOrEqual(5)
  })
})

describe('why', () => {
  test('walks from a figure down to an input, shows what depends on it, and jumps to its field', async () => {
    await open('compare')
    await page
      .getByRole('region', { name: 'Figures of the paths' })
      .getByRole('row', { name: /^In pocket at close/ })
      .getByRole('button')
      .first()
      .click()
    const why = page.getByRole('dialog', { name: 'Why this figure' })
    await why.getByRole('heading', { name: 'What it is made of' }).waitFor()
    const go = why.getByRole('button', { name: 'Go to the input' })
    const seen: string[] = []
    // Follows the first operand down to an input.
    /* oxlint-disable no-await-in-loop */
    for (let step = 0; step < 40 && (await go.count()) === 0; step++) {
      const title = await why.getByRole('heading', { level: 2 }).last().textContent()
      const openers = why.getByRole('table').first().getByRole('button')
      seen.push(title!)
      await openers.nth(0).click()
    }
    /* oxlint-enable no-await-in-loop */
    expect(seen.length).toBeGreaterThan(1)
    await why.getByRole('navigation', { name: 'How you got here' }).waitFor()
    await why.getByRole('heading', { name: 'What depends on this' }).waitFor()
    await go.click()
    await expect.poll(() => page.locator(':focus').getAttribute('data-path')).toMatch(/\//)
    await why.waitFor({ state: 'detached' })
  })
})

describe('what if', () => {
  test('follows the thumb, is let go, and is kept as a variant in one step of undo', async () => {
    await open('compare')
    const aside = page.getByRole('complementary', { name: 'What if' })
    await expect.poll(() => aside.getByRole('slider').count(), { timeout: 30_000 }).toBe(5)
    const cards = page.getByRole('list', { name: 'The paths' })
    const before = await cards.textContent()
    const price = aside.getByRole('slider', { name: /:/ }).first()
    await price.focus()
    await page.keyboard.press('End')
    await expect.poll(() => cards.textContent()).not.toBe(before)
    await page.getByText('You are trying out other figures; the case is unchanged.').waitFor()
    expect(await stored()).toEqual(sample)
    // The simulations are of what is tried, from their first draws on, and those of the case come back with it.
    const simulated = page.locator('[data-draws]')
    const drawn = async () => Number(await simulated.getAttribute('data-draws', { timeout: 30_000 }))
    expect(await drawn()).toBeGreaterThanOrEqual(512)
    const ofTried = await simulated.textContent()
    expect(ofTried).toMatch(
      /^\w+ comes out ahead in \d+ of 100 simulations.* seed 1; each share ±\d+ of 100 \(95% confidence\)\. Why\?/,
    )
    await page.getByText(/Shaded: the middle half of the simulations of \w+\./).waitFor()
    await aside.getByRole('button', { name: 'Discard' }).click()
    await expect.poll(() => cards.textContent()).toBe(before)
    await page.getByText('Rerunning the simulations after your change…').waitFor({ state: 'detached' })
    expect(await drawn()).toBeGreaterThanOrEqual(512)
    expect(await simulated.textContent()).not.toBe(ofTried)

    await price.focus()
    await page.keyboard.press('End')
    await aside.getByRole('button', { name: 'Save as new variant' }).click()
    await expect.poll(async () => (await stored()).offers.length).toBe(sample.offers.length + 1)
    await page.getByRole('region', { name: 'Case and view' }).getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await stored()).offers.length).toBe(sample.offers.length)
  })
})

test('nothing of a page is cut off on paper, which cannot be scrolled', async () => {
  await page.setViewportSize({ width: 760, height: 1000 })
  await page.emulateMedia({ media: 'print' })
  const lost: string[] = []
  /* oxlint-disable no-await-in-loop -- one page after the other */
  for (const name of ['compare', 'risk', 'retirement', 'years', 'offers', 'unconfirmed', 'practice']) {
    await open(name)
    await page.waitForTimeout(100)
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main *')].flatMap((element) => {
        const { overflowX, overflowY, position } = getComputedStyle(element)
        const beyond =
          (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) ||
          (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1)
        return beyond && position !== 'absolute' && element.innerText?.trim()
          ? [`${element.tagName}.${String(element.className)} ${element.innerText.trim().slice(0, 40)}`]
          : []
      }),
    )
    for (const text of cut) lost.push(`${name}: ${text}`)
  }
  /* oxlint-enable no-await-in-loop */
  await page.emulateMedia({ media: null })
  await page.setViewportSize({ width: 1280, height: 860 })
  expect(lost).toEqual([])
})

test('a case that cannot be right, or of which too little is known, has no answer on any page', async () => {
  const page = await startAgain(program())
  const created = await program().call('createCase', {})
  if (!created.ok) throw new Error(created.error.message)
  const { id } = created.value
  /* oxlint-disable no-await-in-loop */
  for (const name of ['compare', 'risk', 'retirement', 'years']) {
    await page.evaluate((hash) => (globalThis.location.hash = hash), `#/case/${id}/${name}`)
    await page.getByRole('heading', { level: 1, name: 'A few figures are missing' }).waitFor()
    expect(await page.locator('main').textContent()).not.toContain('$')
  }
  /* oxlint-enable no-await-in-loop */
  await page.evaluate((hash) => (globalThis.location.hash = hash), `#/case/${id}/compare`)
  await page.getByRole('button', { name: /Your date of birth/ }).click()
  await expect.poll(() => page.locator(':focus').getAttribute('data-path')).toBe('owner/birthDate')
})
