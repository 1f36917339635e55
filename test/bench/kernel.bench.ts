import { expect, test } from 'vitest'

import { runBundled } from './bundled'

test('the formula kernel keeps within its bounds', async () => {
  expect(await runBundled('kernel')).toBe(0)
})
