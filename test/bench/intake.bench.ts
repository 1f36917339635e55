import { expect, test } from 'vitest'

import { runBundled } from './bundled'

test('reading documents keeps within its bounds', async () => {
  expect(await runBundled('intake')).toBe(0)
})
