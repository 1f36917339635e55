import fc from 'fast-check'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, test } from 'vitest'

import { exp, log } from '../../../shared/analysis/simulation/elementary'
import { inverseNormal, Streams } from '../../../shared/analysis/simulation/random'

const unsigned = (x: number) => x >>> 0
/** Seven streams of a thousand numbers. */
const someDraws = (seed: number) => {
  const streams = new Streams(seed)
  return Array.from({ length: 7 }, () => {
    const numbers = streams.next()
    return Array.from({ length: 1000 }, () => numbers.uniform())
  })
}

describe('the generator', () => {
  test('gives the published numbers: xoroshiro128+ of 2018 from the state 1, 2, their lower halves', () => {
    // From the reference implementation by Blackman and Vigna, and the tests of the Rust crate rand_xoshiro.
    const published = [
      3n,
      412333834243n,
      2360170716294286339n,
      9295852285959843169n,
      2797080929874688578n,
      6019711933173041966n,
      3076529664176959358n,
      3521761819100106140n,
      7493067640054542992n,
      920801338098114767n,
    ]
    const generator = xoroshiro128plusFromState([0, 1, 0, 2])
    expect(published.map(() => unsigned(generator.next()))).toEqual(
      published.map((number) => Number(BigInt.asUintN(32, number))),
    )
  })

  test('a draw is the same whatever is drawn before, between and after', () => {
    const all = someDraws(7)
    const streams = new Streams(7)
    const few = [0, 1, 2].map(() => {
      const numbers = streams.next()
      return Array.from({ length: 3 }, () => numbers.uniform())
    })
    expect(few).toEqual(all.slice(0, 3).map((draw) => draw.slice(0, 3)))
    expect(someDraws(7)).toEqual(all)
  })

  test('draws share no stretch of numbers, nor do seeds, and no number comes again soon', () => {
    const numbers = [1, 2, 3].flatMap(someDraws).flat()
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test('the jump between draws is 2^64 steps', () => {
    // A step is linear in the 128 bits of state: its matrix, squared 64 times, must equal the jump.
    const asBits = (state: readonly number[]) =>
      state.reduce((bits, word) => (bits << 32n) | BigInt(unsigned(word)), 0n)
    const words = (bits: bigint) => [96n, 64n, 32n, 0n].map((shift) => Number(BigInt.asIntN(32, bits >> shift)))
    const stepped = (bits: bigint) => {
      const generator = xoroshiro128plusFromState(words(bits))
      generator.next()
      return asBits(generator.getState())
    }
    const times = (matrix: readonly bigint[], bits: bigint) =>
      matrix.reduce((sum, column, k) => ((bits >> BigInt(k)) & 1n ? sum ^ column : sum), 0n)
    let matrix = Array.from({ length: 128 }, (_, k) => stepped(1n << BigInt(k)))
    for (let square = 0; square < 64; square++) {
      const before = matrix
      matrix = before.map((column) => times(before, column))
    }
    const generator = xoroshiro128plusFromState([9, -8, 7, 654_321])
    const start = asBits(generator.getState())
    generator.jump()
    expect(asBits(generator.getState())).toBe(times(matrix, start))
  })

  test('numbers of a draw, and the first numbers of neighboring draws, are uniform and unrelated', () => {
    const streams = new Streams(1)
    const firsts = Array.from({ length: 20_000 }, () => streams.next().uniform())
    for (const values of [firsts, someDraws(5).flat()]) {
      const cells = new Float64Array(50)
      for (const value of values) cells[Math.floor(value * 50)]! += 1
      const expected = values.length / 50
      const chi = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
      expect(chi).toBeLessThan(94.6) // the upper 0.01% of χ² with 49 degrees of freedom
      const related = values.slice(1).reduce((sum, value, i) => sum + (value - 0.5) * (values[i]! - 0.5), 0)
      expect(Math.abs((12 * related) / values.length)).toBeLessThan(4 / Math.sqrt(values.length))
    }
  })
})

describe('elementary functions', () => {
  const close = (a: number, b: number) => Math.abs(a - b) <= 4 * Number.EPSILON * Math.abs(b)

  test('agree with the engine’s to the last digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(close(exp(x), Math.exp(x)), String(x)).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(close(log(x), Math.log(x)) || Math.abs(log(x) - Math.log(x)) < 1e-16, String(x)).toBe(true)
      }),
    )
    expect([exp(0), log(1)]).toEqual([1, 0])
  })

  test('the inverse of the normal distribution, at published points', () => {
    // AS 241 publishes its own test values; the rest are standard table values.
    for (const [p, z] of [
      [0.25, -0.6744897501960817],
      [0.001, -3.090232306167814],
      [1e-20, -9.262340089798409],
      [0.5, 0],
      [0.975, 1.959963984540054],
      [0.99, 2.3263478740408408],
    ] as const)
      expect(inverseNormal(p)).toBeCloseTo(z, 13)
  })
})
