import { expect, test } from 'vitest'

import { runBundled } from './bundled'

test('the method keeps within its bounds', async () => {
  expect(await runBundled('model')).toBe(0)
})
