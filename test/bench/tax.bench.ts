import { expect, test } from 'vitest'

import { runBundled } from './bundled'

test('the tax keeps within its bounds', async () => {
  expect(await runBundled('tax')).toBe(0)
})
