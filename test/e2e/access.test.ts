// Every page in both themes: nothing that axe finds wrong, and nothing that the console complains of.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import { describe, expect, test } from 'vitest'

import { openProgram } from '../support/program'

const axe = readFileSync(fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8')
const PAGES = [
  'interview',
  'practice',
  'you',
  'offers',
  'ways',
  'compare',
  'risk',
  'retirement',
  'years',
  'report',
  'unconfirmed',
  'snapshots',
] as const

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test('no page has a fault', { timeout: 180_000 }, async () => {
    const { page, call } = await openProgram('the browser shell')
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const created = await call('createCase', { sample: 'general-dentist' })
    if (!created.ok) throw new Error(created.error.message)
    const addresses = ['#/', ...PAGES.map((name) => `#/case/${created.value.id}/${name}`), '#/settings', '#/shortcuts']
    const faults: string[] = []
    for (const address of addresses) {
      // One page after the other is the point.
      /* oxlint-disable no-await-in-loop */
      await page.evaluate((hash) => {
        location.hash = hash
      }, address)
      await page.locator('main h1').first().waitFor()
      await page.evaluate(axe)
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
      )
      for (const { id, nodes } of violations) faults.push(`${address} ${id}: ${nodes[0]!.html.slice(0, 160)}`)
    }
    expect(faults).toEqual([])
  })
})
