import { describe, expect, test } from 'vitest'

import { US_RETURNS } from '../../../shared/analysis/history/us-returns'
import { deathRate, earlyExits } from '../../../shared/analysis/simulation/life'
import { Streams, type Numbers } from '../../../shared/analysis/simulation/random'
import { BLOCK_YEARS, history, lognormal, lognormalFactor, studentT } from '../../../shared/analysis/simulation/returns'
import { medianError, percentiles, quantile } from '../../../shared/analysis/simulation/statistics'
import { set } from '../../../shared/case/path'
import { fullCase } from '../../bench/full-case'

/** Values of many draws, each from its own stream. */
function sample(draw: (numbers: Numbers) => number, count = 40_000): Float64Array {
  const streams = new Streams(2026)
  return Float64Array.from({ length: count }, () => draw(streams.next()))
}
const mean = (values: Float64Array) => values.reduce((a, b) => a + b) / values.length
const deviation = (values: Float64Array) => {
  const m = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - m) ** 2, 0) / (values.length - 1))
}
const kurtosis = (values: Float64Array) => {
  const m = mean(values)
  const moment = (k: number) => values.reduce((sum, value) => sum + (value - m) ** k, 0) / values.length
  return moment(4) / moment(2) ** 2
}

describe('distributions', () => {
  test('lognormal returns have the entered mean and spread, and lose at most everything', () => {
    const values = sample(lognormal(0.055, 0.11))
    expect(Math.abs(mean(values) - 0.055)).toBeLessThan((4 * 0.11) / Math.sqrt(values.length))
    expect(deviation(values)).toBeCloseTo(0.11, 2)
    expect(Math.min(...values)).toBeGreaterThan(-1)
  })

  test.each([5, 6, 7, 8])(
    'Student’s t with %i degrees has the entered mean and spread, and heavier tails',
    (freedom) => {
      const values = sample(studentT(0.055, 0.11, freedom))
      expect(Math.abs(mean(values) - 0.055)).toBeLessThan((4 * 0.11) / Math.sqrt(values.length))
      expect(Math.abs(deviation(values) / 0.11 - 1)).toBeLessThan(0.04)
      expect(kurtosis(values)).toBeGreaterThan(3.5)
      expect(Math.min(...values)).toBeGreaterThanOrEqual(-0.95)
    },
  )

  test('the quarter points of Student’s t are those of its tables', () => {
    for (const [freedom, quarter] of [
      [5, 0.7266868],
      [6, 0.7175582],
      [7, 0.7111418],
      [8, 0.7063866],
    ] as const) {
      const values = sample(studentT(0, Math.sqrt(freedom / (freedom - 2)) * 0.01, freedom)).sort()
      expect(quantile(values, 0.75) / 0.01).toBeCloseTo(quarter, 1)
    }
  })

  test('a factor has mean 1 and the entered spread', () => {
    const factor = lognormalFactor(0.25)
    const values = sample((numbers) => factor(numbers.normal()))
    expect(mean(values)).toBeCloseTo(1, 2)
    expect(deviation(values)).toBeCloseTo(0.25, 2)
  })

  test('without spread everything is what was entered, to the last digit', () => {
    for (const entered of [0.055, 0.1, -0.03, 1 / 3])
      for (const draw of [lognormal(entered, 0), studentT(entered, 0, 5)])
        expect(sample(draw, 100).every((value) => value === entered)).toBe(true)
    expect(lognormalFactor(0)(2.5)).toBe(1)
  })

  test('percentiles lie between neighbors, as a spreadsheet has them', () => {
    const values = Float64Array.of(1, 2, 4, 8, 16)
    expect(percentiles(values)).toEqual({ p10: 1.4, p25: 2, p50: 4, p75: 8, p90: 12.8 })
    expect(quantile(Float64Array.of(7), 0.9)).toBe(7)
  })

  test('the standard error of a median is what medians of repeated samples scatter by', () => {
    const streams = new Streams(9)
    const medians = new Float64Array(300)
    const errors = medians.map((_, i) => {
      const numbers = streams.next()
      const values = Float64Array.from({ length: 1000 }, () => numbers.normal()).sort()
      medians[i] = quantile(values, 0.5)
      return medianError(values)
    })
    // √(π ÷ 2) ÷ √n for a normal variable.
    expect(mean(errors)).toBeCloseTo(Math.sqrt(Math.PI / 2 / 1000), 2)
    expect(Math.abs(deviation(medians) / mean(errors) - 1)).toBeLessThan(0.15)
  })
})

describe('mortality', () => {
  test('is that of the table at its ages, and its logarithm is straight between', () => {
    expect(deathRate(65, 'men')).toBeCloseTo(0.017897, 12)
    expect(deathRate(85, 'women')).toBeCloseTo(0.076841, 12)
    expect(deathRate(65, 'average')).toBeCloseTo((0.017897 + 0.011018) / 2, 12)
    expect(deathRate(62.5, 'men')).toBeCloseTo(Math.sqrt(0.012458 * 0.017897), 12)
    expect(deathRate(130, 'men')).toBe(1)
  })

  test.each([
    ['men', 32_340 / 77_402],
    ['women', 46_683 / 86_231],
  ] as const)('%s who reach 65 reach 85 as often as in the full table', (of, share) => {
    let alive = 1
    for (let age = 65; age < 85; age++) alive *= 1 - deathRate(age, of)
    expect(alive).toBeCloseTo(share, 2)
  })

  test('early ends come as often as the rates say, in a month of the year', () => {
    const document = set(fullCase(), 'risk/disabilityRate', 0.01)
    const draw = earlyExits(document, 10)
    const ends = Array.from({ length: 20_000 }, (_, i) => i)
    const streams = new Streams(4)
    const found = ends.flatMap(() => draw(streams.next()) ?? [])
    const disabled = found.filter(({ cause }) => cause === 'disability').length / ends.length
    expect(disabled).toBeCloseTo(1 - 0.99 ** 10, 2)
    expect(found.every(({ t }) => t >= 0 && t < 10 && Math.abs(12 * t - Math.round(12 * t)) < 1e-9)).toBe(true)
    const none = set(set(document, 'risk/disabilityRate', 0), 'risk/mortalityScale', 0)
    expect(ends.every(() => earlyExits(none, 10)(streams.next()) === undefined)).toBe(true)
  })
})

/** Whether 30 withdrawals at the start of each year, constant in real terms, are covered. */
function lasts(rate: number, years: readonly { nominal: number; inflation: number }[]): boolean {
  let left = 1
  let price = 1
  for (const { nominal, inflation } of years) {
    left -= rate * price
    if (left < 0) return false
    left *= 1 + nominal
    price *= 1 + inflation
  }
  return true
}

describe('history of the United States', () => {
  test('152 years whose means and spreads are the published ones', () => {
    expect([US_RETURNS.length, US_RETURNS[0]!.year, US_RETURNS.at(-1)!.year]).toEqual([152, 1871, 2022])
    for (const [from, stocks, bonds, inflation] of [
      [1871, [0.107, 0.18], [0.046, 0.06], [0.023, 0.059]],
      [1926, [0.118, 0.192], [0.049, 0.073], [0.03, 0.04]],
      [1950, [0.124, 0.162], [0.054, 0.083], [0.036, 0.029]],
    ] as const) {
      const years = US_RETURNS.filter(({ year }) => year >= from)
      for (const [key, [m, sd]] of [
        ['stocks', stocks],
        ['bonds', bonds],
        ['inflation', inflation],
      ] as const) {
        const values = Float64Array.from(years, (year) => year[key])
        expect(Math.abs(mean(values) - m)).toBeLessThan(0.001)
        expect(Math.abs(deviation(values) - sd)).toBeLessThan(0.001)
      }
    }
  })

  // Withdrawal studies on the same data: in how many of 123 windows of 30 years the money lasted, in percent.
  test.each([
    [1, [100, 100, 97.6, 91.9, 80.5]],
    [0.75, [100, 100, 96.7, 91.9, 77.2]],
    [0.6, [100, 100, 95.9, 89.4, 74.8]],
    [0.5, [100, 100, 95.1, 83.7, 69.9]],
    [0.25, [100, 98.4, 83.7, 56.9, 47.2]],
    [0, [91.1, 67.5, 48.8, 43.9, 35.8]],
  ] as const)('replayed, with %d in shares, withdrawals last as often as in published studies', (stock, published) => {
    const years = US_RETURNS.map(({ stocks, bonds, inflation }) => ({
      nominal: stock * stocks + (1 - stock) * bonds,
      inflation,
    }))
    const windows = Array.from({ length: years.length - 29 }, (_, at) => years.slice(at, at + 30))
    expect(windows.length).toBe(123)
    const found = [0.03, 0.035, 0.04, 0.045, 0.05].map(
      (rate) => (100 * windows.filter((window) => lasts(rate, window)).length) / windows.length,
    )
    found.forEach((share, i) => expect(Math.abs(share - published[i]!)).toBeLessThan(1.5))
  })

  test('drawn in blocks, 4% of a 60/40 portfolio runs out about as often as in a published study of 1928–2024', () => {
    const draw = history(
      0.6,
      US_RETURNS.filter(({ year }) => year >= 1928),
    )
    const into = { returns: new Float64Array(30), inflation: new Float64Array(30) }
    const failed = sample((numbers) => {
      draw(numbers, into)
      return lasts(
        0.04,
        Array.from(into.returns, (nominal, y) => ({ nominal, inflation: into.inflation[y]! })),
      )
        ? 0
        : 1
    })
    // Published: 6.0% (50,000 paths, year-end prices, two more years).
    expect(Math.abs(mean(failed) - 0.06)).toBeLessThan(0.02)
  })

  test('a block is five years as they were, all of them equally likely', () => {
    const draw = history(1)
    const into = { returns: new Float64Array(BLOCK_YEARS * 2), inflation: new Float64Array(BLOCK_YEARS * 2) }
    const starts = sample((numbers) => {
      draw(numbers, into)
      const start = US_RETURNS.findIndex(({ stocks }) => stocks === into.returns[0])
      for (let y = 0; y < BLOCK_YEARS; y++) expect(into.inflation[y]).toBe(US_RETURNS[start + y]!.inflation)
      return start
    }, 5000)
    expect(new Set(starts).size).toBe(US_RETURNS.length - BLOCK_YEARS + 1)
  })
})
