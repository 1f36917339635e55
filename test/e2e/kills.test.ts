// A program killed at any moment loses nothing it has acknowledged, and raises no false alarm about its data.
// `npm run soak` does the same a thousand times.
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { expect, test } from 'vitest'

import { survives, survivesMigration, survivesRestore } from '../support/kills'

const random = (seed: number) => {
  const generator = xoroshiro128plus(seed)
  return { random: (below: number) => uniformInt(generator, 0, below - 1) }
}

test('twelve kills while it is used lose nothing', { timeout: 120_000 }, async () => {
  await expect(survives(12, random(20))).resolves.toBeUndefined()
})

test('three kills during a restore lose nothing', { timeout: 120_000 }, async () => {
  await expect(survivesRestore(3, random(30))).resolves.toBeUndefined()
})

test.each([1, 3])('three kills while a file of version %i is brought up to date lose nothing', async (version) => {
  await expect(survivesMigration(3, version, random(version))).resolves.toBeUndefined()
})
