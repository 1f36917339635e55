import { expect, test } from 'vitest'

import { runBundled } from './bundled'

test('the analyses keep within their bounds', async () => {
  expect(await runBundled('analyses')).toBe(0)
})
