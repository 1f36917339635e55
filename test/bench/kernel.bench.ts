import { expect, test } from 'vitest'

import { runBundled } from './bundled'

// Each in a process of its own: one benchmark's memory would count as the other's.
test.each(['one-lane', 'many-lanes'])('the formula kernel keeps within its bounds: %s', async (name) => {
  expect(await runBundled(name)).toBe(0)
})
