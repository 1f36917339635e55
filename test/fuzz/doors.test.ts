// Anything from outside is read or refused with a sentence; nothing throws. `npm run fuzz -- --runs 100000` tries as
// many inputs, from another seed each time; the few here are always the same.
import fc from 'fast-check'
import { describe, it } from 'vitest'

import { doors } from './doors'

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 600)
// A large run takes as long as it takes; the few inputs here must not hang.
const LONGEST = process.env['FUZZ_RUNS'] === undefined ? 60_000 : 0
const SEED = Number(process.env['FUZZ_SEED'] ?? 1)

// The expectations are in the properties.
/* oxlint-disable vitest/expect-expect */
describe.each(doors)('$name', ({ property }) => {
  it(
    'takes or refuses whatever comes',
    async () => {
      await fc.assert(await property(), { numRuns: Math.ceil(RUNS / doors.length), seed: SEED })
    },
    LONGEST,
  )
})
