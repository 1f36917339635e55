import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8')

/** Of axe's category of color, those that it applies by itself: the others ask for more contrast than the law does. */
const COLOR_RULES = ['color-contrast', 'link-in-text-block']

/**
 * The axe findings on the current page, each as the rule and the first element.
 * @param only the rules about color, which differ between themes; otherwise all that axe applies by itself
 */
export async function faultsOf(page: Page, only?: 'color'): Promise<string[]> {
  await page.evaluate(axe)
  const options: RunOptions = only ? { runOnly: { type: 'rule', values: COLOR_RULES } } : {}
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(options),
    options,
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)}`)
}
