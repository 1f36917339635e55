import { expect, test } from 'vitest'

import { runBundled } from './bundled'

test.each(['blended', 'federal'])('the simulation with %s tax keeps within its bounds', async (mode) => {
  expect(await runBundled('risk', mode)).toBe(0)
})
