import { expect, test } from 'vitest'

import { runBundled } from './bundled'

// Each in its own process: otherwise one benchmark's memory would count as the other's.
test.each(['one-lane', 'many-lanes'])('the formula kernel keeps within its bounds: %s', async (name) => {
  expect(await runBundled(name)).toBe(0)
})
