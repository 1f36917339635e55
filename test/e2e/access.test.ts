// Every page in both themes: no axe findings and no console errors; no motion for those who prefer none, and in print
// only the content, dark on white.
import { describe, expect, test } from 'vitest'

import { faultsOf } from '../support/axe'
import { addressesOf, goTo } from '../support/pages'
import { openProgram, shellUnderTest } from '../support/program'

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test('no page has a fault', { timeout: 180_000 }, async () => {
    const { page, call } = await openProgram(shellUnderTest)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const created = await call('createCase', { sample: 'general-dentist' })
    if (!created.ok) throw new Error(created.error.message)
    const faults: string[] = []
    for (const address of addressesOf(created.value.id)) {
      // Must be sequential.
      /* oxlint-disable no-await-in-loop */
      await goTo(page, address)
      // What is no matter of color is the same in both.
      for (const fault of await faultsOf(page, theme === 'dark' ? 'color' : undefined))
        faults.push(`${address} ${fault}`)
      for (const moving of await page.evaluate(movingParts)) faults.push(`${address} moves: ${moving}`)

      await page.emulateMedia({ media: 'print' })
      const paper = await page.evaluate(onPaper)
      for (const part of paper.around) faults.push(`${address} on paper: ${part}`)
      if (!paper.title || !paper.ink) faults.push(`${address} on paper: ${JSON.stringify(paper)}`)
      await page.emulateMedia({ media: 'screen' })
    }
    expect(faults).toEqual([])
  })
})

/** Visible transitions of the style sheet: longer than a tenth of a second. */
function movingParts(): string[] {
  const longest = (times: string) => Math.max(...times.split(',').map((time) => Number.parseFloat(time)))
  return [...document.querySelectorAll('*')]
    .filter((element) => {
      const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(element)
      const animated = animationName === 'none' ? 0 : longest(animationDuration)
      return Math.max(longest(transitionDuration), animated) > 0.1 || scrollBehavior === 'smooth'
    })
    .map((element) => element.outerHTML.slice(0, 120))
}

/** Which parts of the frame would print, whether the heading would, and whether it is dark on white. */
function onPaper(): { around: string[]; title: boolean; ink: boolean } {
  const light = (color: string) => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (/\((.+)\)/.exec(color)?.[1] ?? '').split(/[, /]+/).map(Number)
    return alpha === 0 ? 255 : (red + green + blue) / 3
  }
  const heading = document.querySelector('main h1')
  return {
    around: [...document.querySelectorAll('nav, body > #root header, a[href="#main"]')]
      .filter((element) => element.checkVisibility() && !element.closest('main'))
      .map((element) => element.outerHTML.slice(0, 120)),
    title: heading?.checkVisibility() === true && (heading.textContent ?? '') !== '',
    ink:
      heading !== null &&
      light(getComputedStyle(heading).color) < 80 &&
      light(getComputedStyle(document.body).backgroundColor) > 250,
  }
}
