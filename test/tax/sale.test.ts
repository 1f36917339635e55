import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { buildGraph, dollars as usd, evaluation, Model, type Line, type Operand } from '../../shared/formula'
import {
  declareAllocation,
  declareCorporateSale,
  gainOfPayments,
  grossProfitRatio,
  lossOnUnpaid,
  splitBasis,
  type AssetSold,
} from '../../shared/tax'

/** Evaluates figures without inputs. */
function evaluate<T extends Record<string, Operand>>(declare: (m: Model) => T): Record<keyof T, number> {
  const m = Model.create()
  const outputs = declare(m)
  const lines = Object.entries(outputs).map(([key, operand]): [string, Line] => [
    key,
    m.figure(`out/${key}`, { label: key, unit: /[rR]atio$/.test(key) ? 'rate' : 'usd', meaning: '' }, operand),
  ])
  const run = evaluation(buildGraph(m, 1))
  run.run(new Float64Array(0))
  return Object.fromEntries(lines.map(([key, line]) => [key, run.value(line)])) as Record<keyof T, number>
}

const dollars = fc.integer({ min: 0, max: 2_000_000 })
const KINDS = ['receivables', 'supplies', 'equipment', 'land', 'building', 'covenant', 'boughtIntangibles'] as const

const anySale = fc.record({
  assets: fc.array(
    fc.record({ kind: fc.constantFrom(...KINDS), price: dollars, basis: dollars, depreciation: dollars }),
    { maxLength: 6 },
  ),
  goodwill: fc.integer({ min: 1, max: 2_000_000 }),
  sellingCosts: fc.integer({ min: 0, max: 100_000 }),
})

describe('allocation', () => {
  test('gain is price less costs and bases, ordinary or at gain rates, whatever the split', () => {
    fc.assert(
      fc.property(anySale, ({ assets, goodwill, sellingCosts }) => {
        const price = goodwill + assets.reduce((sum, asset) => sum + asset.price, 0)
        const sold: AssetSold[] = [
          ...assets.map((asset, i) => ({ id: `a${i}`, ...asset })),
          { id: 'goodwill', kind: 'goodwill' },
        ]
        const result = evaluate((m) => {
          const { totalGain, ordinary, capital, building } = declareAllocation(m, {
            price: usd(price),
            sellingCosts: usd(sellingCosts),
            assets: sold,
          })
          return { totalGain, ordinary, capital, building }
        })
        const bases = assets.reduce((sum, asset) => sum + asset.basis, 0)
        expect(result.totalGain).toBeCloseTo(price - sellingCosts - bases, 4)
        expect(result.ordinary + result.capital).toBeCloseTo(result.totalGain, 4)
        expect(result.building).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('moving price from the covenant to goodwill moves ordinary income to gain', () => {
    const split = (covenant: number) =>
      evaluate((m) => {
        const { ordinary, capital } = declareAllocation(m, {
          price: usd(1_000_000),
          sellingCosts: 0,
          assets: [
            { id: 'covenant', kind: 'covenant', price: covenant },
            { id: 'equipment', kind: 'equipment', price: 150_000, basis: 20_000, depreciation: 100_000 },
            { id: 'goodwill', kind: 'goodwill' },
          ],
        })
        return { ordinary, capital }
      })
    expect(split(100_000)).toEqual({ ordinary: 200_000, capital: 780_000 })
    expect(split(0)).toEqual({ ordinary: 100_000, capital: 880_000 })
  })
})

describe('installment method', () => {
  test('payments carry the same total gain as the lump sum', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500_000 }), { minLength: 1, maxLength: 12 }),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        fc.double({ min: 0, max: 0.7, noNaN: true }),
        (payments, ordinaryShare, basisShare) => {
          const price = payments.reduce((sum, payment) => sum + payment, 0)
          const [ordinary, basis] = [ordinaryShare * price, basisShare * price]
          const gains = payments.map(
            (payment) =>
              evaluate(() => ({ gain: gainOfPayments(grossProfitRatio(usd(price), ordinary, basis, 0), usd(payment)) }))
                .gain,
          )
          const total = gains.reduce((sum, gain) => sum + gain, 0)
          expect(total).toBeCloseTo(price - ordinary - basis, 4)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('with a loss on what was never paid, the gain is that of the money received', () => {
    const { ratio, gain, loss } = evaluate(() => {
      const of = grossProfitRatio(900_000, 90_000, 60_000, 60_000)
      return { ratio: of, gain: gainOfPayments(of, usd(720_000)), loss: lossOnUnpaid(of, usd(180_000)) }
    })
    expect(ratio).toBeCloseTo(690 / 900, 12)
    // 720,000 received − 90,000 ordinary − 120,000 of basis and costs.
    expect(gain - loss).toBeCloseTo(720_000 - 90_000 - 120_000, 6)
  })

  test('a sale at a loss or for nothing has the ratio 0', () => {
    expect(evaluate(() => ({ ratio: grossProfitRatio(100, 0, 200, 0) })).ratio).toBe(0)
    expect(evaluate(() => ({ ratio: grossProfitRatio(0, 0, 0, 0) })).ratio).toBe(0)
  })
})

test('basis of the part sold is split over what is taxed and what is rolled, by dollars', () => {
  const { taxed, rolled } = evaluate(() => splitBasis(usd(60_000), 0.8, 700_000, 300_000))
  expect([taxed, rolled]).toEqual([33_600, 14_400])
  expect(evaluate(() => splitBasis(usd(60_000), 0.8, 0, 0))).toEqual({ taxed: 0, rolled: 0 })
})

test('a C corporation is taxed twice, personal goodwill once', () => {
  const sale = (personalGoodwill: number) =>
    evaluate((m) =>
      declareCorporateSale(m, {
        price: 1_000_000,
        personalGoodwill,
        corporateBasis: 100_000,
        sellingCosts: 50_000,
        stockBasis: 10_000,
        corporateRate: 0.21,
      }),
    )
  expect(sale(0)).toEqual({ corporateTax: 178_500, distributed: 771_500, gain: 761_500, investmentGain: 761_500 })
  expect(sale(600_000)).toEqual({ corporateTax: 52_500, distributed: 297_500, gain: 887_500, investmentGain: 287_500 })
})
