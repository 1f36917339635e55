// Response times of the built program in a real Chromium, on this machine.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import { evaluateCase } from '../../shared/model'
import { chromiumPath, entered, startServer } from '../support/program'
import { report } from './bench'

const sample = samples.find(({ name }) => name === 'general-dentist')!.document
const sixPaths: Case = {
  ...sample,
  alternatives: { ...sample.alternatives, stepBack: { ...sample.alternatives.stepBack, include: true } },
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/** Milliseconds from navigation until the start page is usable, with an empty browser cache. */
async function firstPage(page: Page): Promise<number> {
  await page.reload()
  await page.getByRole('button', { name: 'New case' }).waitFor()
  return page.evaluate(() => (globalThis as unknown as { usable: number }).usable)
}

/**
 * Milliseconds from pressing undo until the frame in which the charts show it: those in the window, and all of them. What
 * simulations add to a chart later is not counted.
 */
async function editShown(page: Page): Promise<{ inWindow: number; all: number }[]> {
  return page.evaluate(async () => {
    const charts = [...document.querySelectorAll('main svg[data-chart]')]
    const rest = () => new Promise((resolve) => setTimeout(resolve, 1200))
    /** When each chart had changed, at the end of the frame. */
    const edit = async (shift: boolean): Promise<Map<Element, number>> => {
      const changed = new Map<Element, number>()
      const observers = charts.map((chart) => {
        const observer = new MutationObserver(() => {
          observer.disconnect()
          requestAnimationFrame(() => setTimeout(() => changed.set(chart, performance.now() - start)))
        })
        observer.observe(chart, { subtree: true, childList: true, attributes: true, characterData: true })
        return observer
      })
      const start = performance.now()
      globalThis.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, shiftKey: shift, bubbles: true }),
      )
      await rest()
      for (const observer of observers) observer.disconnect()
      return changed
    }
    const found: { inWindow: number; all: number }[] = []
    for (let run = 0; run < 8; run++) {
      // One after the other.
      // oxlint-disable-next-line no-await-in-loop
      const changed = await edit(run % 2 === 1)
      const inWindow = [...changed].filter(([chart]) => {
        const { top, bottom } = chart.getBoundingClientRect()
        return bottom > 0 && top < innerHeight
      })
      if (inWindow.length === 0 || changed.size < 3)
        throw new Error(`The edit moves ${inWindow.length} charts in the window and ${changed.size} in all.`)
      found.push({
        inWindow: Math.max(...inWindow.map(([, time]) => time)),
        all: Math.max(...changed.values()),
      })
    }
    // Warm-up.
    return found.slice(2)
  })
}

/** Edits that are taken back one by one, each of them new to the simulation. */
const EDITS = 9

/**
 * Milliseconds from the key that takes an edit back until the simulation of its first draws is shown, and the longest
 * frame from then back to the key; of a page without simulations, the longest frame of the same time.
 */
async function simulationShown(page: Page, simulates: boolean): Promise<{ shown: number; frame: number }[]> {
  return page.evaluate(
    async ({ simulates, edits }) => {
      const found: { shown: number; frame: number }[] = []
      for (let run = 0; run < edits; run++) {
        const start = performance.now()
        globalThis.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }))
        let [last, frame, isGone, shown] = [start, 0, false, 0]
        while (shown === 0 && last - start < (simulates ? 20_000 : 600)) {
          await new Promise((resolve) => requestAnimationFrame(resolve))
          const now = performance.now()
          frame = Math.max(frame, now - last)
          last = now
          const isThere = document.querySelector('[data-draws]') !== null
          isGone ||= !isThere
          if (simulates && isGone && isThere) shown = now - start
        }
        found.push({ shown, frame })
        await new Promise((resolve) => setTimeout(resolve, 1500))
      }
      // The first ones warm the code up.
      return found.slice(3)
    },
    { simulates, edits: EDITS },
  )
}

/** A page whose workers are never asked for a simulation: the comparison has no band, and all else is as it is. */
const withoutSimulations = () => {
  const Real = globalThis.Worker
  globalThis.Worker = class extends Real {
    override postMessage(message: { readonly job?: { readonly kind: string } }): void {
      if (message.job?.kind !== 'simulation') super.postMessage(message)
    }
  }
}

/** Milliseconds between frames while a slider is dragged back and forth for some seconds. */
async function dragging(page: Page): Promise<number[]> {
  const box = (await page.getByRole('slider').nth(1).boundingBox())!
  const y = box.y + box.height / 2
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(globalThis, { times })
    const tick = (now: number) => {
      times.push(now)
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  await page.mouse.move(box.x + box.width / 2, y)
  await page.mouse.down()
  for (let step = 0; step < 120; step++)
    await page.mouse.move(box.x + box.width * (0.5 + 0.45 * Math.sin(step / 20)), y)
  await page.mouse.up()
  const times = await page.evaluate(() => (globalThis as unknown as { times: number[] }).times)
  return times.slice(1).map((time, i) => time - times[i]!)
}

test('the interface answers within its bounds', { timeout: 300_000 }, async () => {
  expect(evaluateCase(sixPaths).paths).toHaveLength(6)
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-'))
  const server = await startServer(['--data', dataDir])
  const browser = await chromium.launch({ executablePath: chromiumPath(), chromiumSandbox: process.getuid?.() !== 0 })
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await page.addInitScript(() => {
      const look = () => {
        const there = [...document.querySelectorAll('button')].some(({ textContent }) => textContent === 'New case')
        if (there) Object.assign(globalThis, { usable: performance.now() })
        else requestAnimationFrame(look)
      }
      look()
    })
    await page.goto(server.address)
    await entered(page)
    const session = await page.context().newCDPSession(page)
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    const first: number[] = []
    for (let run = 0; run < 5; run++) first.push(await firstPage(page))

    const post = (name: string, argument: unknown) =>
      page.evaluate(
        async ({ name, argument }) => {
          const headers = { 'content-type': 'application/json', 'x-tab-key': sessionStorage.getItem('tab-key') ?? '' }
          return (await fetch(`/api/${name}`, { method: 'POST', headers, body: JSON.stringify(argument) })).json()
        },
        { name, argument },
      ) as Promise<{ value: { id: string; revision: number } }>
    const { id, revision } = (await post('createCase', { sample: 'general-dentist' })).value
    await post('saveCase', { id, revision, document: sixPaths })
    /** Edits a field that moves every path, and opens the comparison. */
    const compared = async (page: Page) => {
      await page.evaluate((id) => (globalThis.location.hash = `#/case/${id}/practice`), id)
      const field = page.getByLabel('Your own collections', { exact: true })
      for (let edit = 0; edit <= EDITS; edit++) {
        // One after the other.
        /* oxlint-disable no-await-in-loop */
        await field.fill(`${500 + 50 * edit}k`)
        await field.press('Enter')
        /* oxlint-enable no-await-in-loop */
      }
      await page.keyboard.press('Alt+5')
      await page.getByRole('slider').nth(4).waitFor()
      await page.locator('main h1').click()
      await page.waitForTimeout(3000)
    }
    await compared(page)
    const edits = await editShown(page)
    await page.waitForTimeout(3000)
    const frames = await dragging(page)
    await page.reload()
    await compared(page)
    const followed = await simulationShown(page, true)
    await page.addInitScript(withoutSimulations)
    await page.reload()
    await compared(page)
    const plain = { edits: await editShown(page), frames: await simulationShown(page, false) }
    const ok = report(
      `The interface, six paths, 1920 × 1080, ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}`,
      [
        { name: 'first page can be used', value: median(first), unit: 'ms', bound: 1000 },
        {
          name: 'an edit in the charts in the window',
          value: median(edits.map((e) => e.inWindow)),
          unit: 'ms',
          bound: 50,
        },
        { name: 'the same without the simulations', value: median(plain.edits.map((e) => e.inWindow)), unit: 'ms' },
        { name: 'an edit in all charts of the page', value: median(edits.map((e) => e.all)), unit: 'ms', bound: 60 },
        { name: 'the same without the simulations', value: median(plain.edits.map((e) => e.all)), unit: 'ms' },
        {
          name: 'an edit in the simulations of Compare, first draws',
          value: median(followed.map((e) => e.shown)),
          unit: 'ms',
          bound: 300,
        },
        { name: 'the longest frame until then', value: median(followed.map((e) => e.frame)), unit: 'ms', bound: 50 },
        {
          name: 'the longest frame in 600 ms without the simulations',
          value: median(plain.frames.map((e) => e.frame)),
          unit: 'ms',
        },
        // Fifty frames a second.
        {
          name: 'a frame while a slider is dragged, on average',
          value: frames.reduce((sum, x) => sum + x, 0) / frames.length,
          unit: 'ms',
          bound: 20,
        },
        {
          name: 'the same, nineteen of twenty',
          value: frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)]!,
          unit: 'ms',
        },
      ],
    )
    expect(ok).toBe(true)
  } finally {
    await browser.close()
    await server.end('SIGTERM')
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
})
