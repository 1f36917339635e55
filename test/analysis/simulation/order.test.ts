import fc from 'fast-check'
import { expect, test } from 'vitest'

import { orderAt } from '../../../shared/analysis/simulation/order'

const arrangements: Record<string, (i: number, n: number) => number> = {
  rising: (i) => i,
  falling: (i) => -i,
  'all the same': () => 7,
  'up and down': (i, n) => Math.min(i, n - i),
  'two values': (i) => i % 2,
  'few values': (i) => (i * 31) % 11,
  scattered: (i) => (i * 7919) % 10_007,
  infinite: (i) => [Infinity, 0, -Infinity, 1][i % 4]!,
}

test.each(Object.entries(arrangements))('places hold what sorting puts there: %s', (_, value) => {
  for (const n of [1, 2, 64, 65, 1000, 10_000]) {
    const values = Float64Array.from({ length: n }, (_, i) => value(i, n))
    const sorted = values.slice().sort()
    const places = [...new Set([0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].map((p) => Math.floor((n - 1) * p)))]
    orderAt(values, places)
    expect(places.map((place) => values[place])).toEqual(places.map((place) => sorted[place]))
    expect(values.sort()).toEqual(sorted)
  }
})

test('whatever the values and the places', () => {
  const values = fc.array(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.double({ noNaN: true })), {
    minLength: 1,
    maxLength: 400,
  })
  fc.assert(
    fc.property(values, fc.array(fc.nat(), { maxLength: 6 }), (values, picks) => {
      const given = Float64Array.from(values, (value) => value + 0) // no −0, which equals 0
      const sorted = given.slice().sort()
      const places = [...new Set(picks.map((pick) => pick % values.length))].sort((a, b) => a - b)
      orderAt(given, places)
      expect(places.map((place) => given[place])).toEqual(places.map((place) => sorted[place]))
    }),
  )
})
