import fc from 'fast-check'
import { expect, test } from 'vitest'

import { barTicks } from '../../renderer/charts/axis'

test('bars that hang a little below zero bring no empty band with them', () => {
  expect(barTicks(-90_000, 13_000_000)).toEqual([0, 5_000_000, 10_000_000, 15_000_000])
  expect(barTicks(0, 200_000)).toEqual([0, 50_000, 100_000, 150_000, 200_000])
  expect(barTicks(-2_000_000, 2_000_000)).toEqual([-2_000_000, -1_000_000, 0, 1_000_000, 2_000_000])
})

test('amounts begin at the lowest bar or above, hold zero, and end at the highest or beyond', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e7, max: 0, noNaN: true }),
      fc.double({ min: 0.01, max: 1e8, noNaN: true }),
      (low, high) => {
        const ticks = barTicks(low, high)
        expect(ticks.length).toBeLessThanOrEqual(8)
        expect(ticks[0]).toBeGreaterThanOrEqual(low)
        expect(ticks.some((tick) => Math.abs(tick) < 1e-9)).toBe(true)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(high * 0.999)
      },
    ),
  )
})
