import { expect, test } from 'vitest'

import { openProgramOnce } from '../support/program'
import { median, report } from './bench'

// Startup of the desktop program on the stand-in for Electron: the main process until there is a window. How long
// Electron and Chromium themselves take can only be measured on a real machine.

const RUNS = 7
const CASES = 20

test('the desktop program has a window at once', { timeout: 240_000 }, async () => {
  const { program, dispose } = await openProgramOnce('the stand-in for Electron', { args: [], env: {} })
  try {
    const beforeWindow = async () => (await program.standIn('beforeWindow')) as number
    const first = await beforeWindow()
    for (let i = 0; i < CASES; i++) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await program.call('createCase', { sample: 'general-dentist' })).ok).toBe(true)
    }
    const later: number[] = []
    for (let run = 0; run < RUNS; run++) {
      // Sequential, as a user would.
      /* oxlint-disable no-await-in-loop */
      await program.close()
      await program.restart()
      later.push(await beforeWindow())
      /* oxlint-enable no-await-in-loop */
    }
    expect(
      report('The desktop program, on the stand-in', [
        { name: 'the first start, before its window', value: first, unit: 'ms' },
        { name: `a later start with ${CASES} cases, before its window`, value: median(later), unit: 'ms', bound: 100 },
      ]),
    ).toBe(true)
  } finally {
    await dispose()
  }
})
