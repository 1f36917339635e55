import type { Page } from 'playwright-core'

/** The focused control's name, read in a single call: a page that has just loaded may remove the focused element. */
export const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return ''
    const field = element instanceof HTMLInputElement || element instanceof HTMLSelectElement
    const label = field ? element.labels?.[0] : null
    return (element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent ?? '').trim()
  })

/** Tabs to the control with this name, as a keyboard user does. */
export async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const met: string[] = []
  for (let steps = 0; steps < 120; steps++) {
    // Must be sequential.
    /* oxlint-disable no-await-in-loop */
    await page.keyboard.press(key)
    const text = await focusedName(page)
    if (typeof name === 'string' ? text === name : name.test(text)) return
    met.push(text)
    /* oxlint-enable no-await-in-loop */
  }
  throw new Error(`The focus never reached ${String(name)}; it went over: ${met.join(' | ')}`)
}
