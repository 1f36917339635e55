import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { FilingStatus } from '../../shared/tax'
import { byTheForms, type Return } from './forms'
import { anyReturn, taxed, type Taxed } from './household'

const built = new Map<string, Taxed>()
function householdOf(r: Return): Taxed {
  const key = [
    r.year,
    r.status,
    r.sstb,
    r.gainIsInvestment,
    r.itemized !== undefined,
    r.age >= 65,
    r.spouseAge >= 65,
  ].join()
  let found = built.get(key)
  if (!found) {
    found = taxed({
      year: r.year,
      status: r.status as FilingStatus,
      specifiedService: r.sstb,
      investmentGain: r.gainIsInvestment ? 'all' : 0,
      itemize: r.itemized !== undefined,
      age: r.age,
      spouseAge: r.spouseAge,
    })
    built.set(key, found)
  }
  return found
}

test('agrees with a walk down the lines of the forms, for any household', () => {
  fc.assert(
    fc.property(anyReturn, (r) => {
      const { lines, run } = householdOf(r)
      const { salt = 0, mortgage = 0, charity = 0 } = r.itemized ?? {}
      const value = run({
        ...(r as unknown as Record<string, number>),
        stateAndLocalTaxes: salt,
        mortgageInterest: mortgage,
        charity,
      })
      for (const [key, expected] of Object.entries(byTheForms(r)))
        expect(value(lines[key as 'agi']), key).toBeCloseTo(expected, 4)
    }),
    { numRuns: 3000 },
  )
})
