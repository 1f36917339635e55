import { expect, test } from 'vitest'

import { runBundled } from './bundled'

const taxes = ['blended', 'federal']
const threads = ['one thread', 'all processors']

test.each(taxes.flatMap((mode) => threads.map((who) => [mode, who] as const)))(
  'the simulation with %s tax by %s keeps within its bounds',
  async (mode, who) => {
    expect(await runBundled('risk', mode, who)).toBe(0)
  },
)

test('state tax by the law adds little to a simulation by federal law', async () => {
  expect(await runBundled('risk-by-state')).toBe(0)
})
