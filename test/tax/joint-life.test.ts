import { expect, test } from 'vitest'

import { lookup } from '../../shared/formula/operations'
import { JOINT_LIFE } from '../../shared/tax/parameters/joint-life'
import { UNIFORM_LIFETIME } from '../../shared/tax/parameters/required-distributions'

const joint = (owner: number, spouse: number) => lookup(JOINT_LIFE, owner * 1000 + spouse)
const OWNERS = Array.from({ length: 39 }, (_, i) => 72 + i)

// Publication 590-B, Table II, read by its own rows and columns.
test.each([
  [75, 64, 25.3],
  [75, 60, 28.3],
  [76, 60, 28.2],
  [78, 55, 32.1],
  [73, 40, 46.0],
  [80, 69, 20.9],
  [85, 59, 28.3],
  [90, 76, 14.7],
  [95, 84, 9.4],
  [104, 93, 5.2],
])('an owner of %d with a spouse of %d: %d years', (owner, spouse, years) => {
  expect(joint(owner, spouse)).toBe(years)
})

test('every owner has every spouse from 20 to eleven years younger, and no other', () => {
  const ages = OWNERS.flatMap((owner) => Array.from({ length: owner - 30 }, (_, i) => owner * 1000 + 20 + i))
  expect(JOINT_LIFE.keys).toEqual(ages)
})

test('it falls with either age, by no more than a year a year, and without a jump', () => {
  for (const owner of OWNERS.slice(0, -1))
    for (let spouse = 21; spouse <= owner - 12; spouse++) {
      const here = joint(owner, spouse)
      const fall = here - joint(owner, spouse + 1)
      const name = `${owner}, ${spouse}`
      expect(fall, name).toBeGreaterThanOrEqual(0)
      expect(fall, name).toBeLessThan(1.05)
      expect(Math.abs(joint(owner, spouse - 1) - here - fall), name).toBeLessThan(0.25)
      expect(here, name).toBeGreaterThanOrEqual(joint(owner + 1, spouse))
    }
})

test('it runs into the uniform table, which is the same for a spouse ten years younger', () => {
  for (const owner of OWNERS) {
    const step = joint(owner, owner - 11) - lookup(UNIFORM_LIFETIME, owner)
    expect(step, `${owner}`).toBeGreaterThan(0.15)
    expect(step, `${owner}`).toBeLessThan(0.85)
  }
})
