import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { asks, asksOfOffers, exchange } from '../../shared/analysis/asks'
import type { Contest } from '../../shared/analysis/contest'
import { heatMap, spreadOf } from '../../shared/analysis/heat-map'
import { costGrowth, leversOf, type Lever } from '../../shared/analysis/levers'
import { swingOf, tornado } from '../../shared/analysis/tornado'
import { uncertainOf } from '../../shared/analysis/uncertain'
import { set } from '../../shared/case/path'
import { rangeFor } from '../../shared/case/ranges'
import type { Case } from '../../shared/case/schema'
import { parseCase } from '../../shared/case/problems'
import { Engine, Structure } from '../../shared/model'
import { leadOf, manyPaths, sample, taxed, taxedSamples, variationsOf } from './support'

const lead = (a: string, b: string): Contest => ({ paths: [a, b], figure: 'leadAtRetirement', view: 'expected' })

function last<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

describe('tornado', () => {
  test.each(taxedSamples)(
    '%s: both ends of every bar are what separate runs give',
    { timeout: 60_000 },
    (_, document) => {
      const contest = lead(document.offers[0]!.id, 'keep')
      const found = tornado(variationsOf(document), document, contest)
      expect(found.lead).toBe(leadOf(document, contest))
      expect(found.swings.length).toBeGreaterThan(5)
      const levers = new Map(uncertainOf(new Structure(document), document).map(({ lever }) => [lever.id, lever]))
      for (const {
        lever: { id },
        low,
        high,
        atLow,
        atHigh,
        flips,
      } of found.swings) {
        const lever = levers.get(id)!
        expect(atLow, lever.id).toBe(leadOf(lever.apply(document, low), contest))
        expect(atHigh, lever.id).toBe(leadOf(lever.apply(document, high), contest))
        expect(flips).toBe([atLow, atHigh].some((end) => Math.sign(end) !== Math.sign(found.lead)))
      }
      const sizes = found.swings.map((swing) => swingOf(swing, found.lead))
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    },
  )

  test('by the law the state’s rates stand in the place of the entered ones', { timeout: 30_000 }, () => {
    const taxes = (document: Case) =>
      uncertainOf(new Structure(document), document).flatMap(({ lever: { id } }) => (id.startsWith('tax/') ? [id] : []))
    const document = sample('general-dentist')
    const law = set(document, 'tax/mode', 'federal')
    expect(taxes(law)).toEqual(expect.arrayContaining(['tax/federal/stateOrdinary', 'tax/federal/stateGain']))
    expect(taxes(law)).not.toContain('tax/rates/practice')
    expect(taxes(set(document, 'tax/mode', 'blended'))).toContain('tax/rates/practice')
    const contest = lead('harbor', 'keep')
    const bar = tornado(variationsOf(law), law, contest).swings.find(({ lever }) => lever.id === taxes(law)[0])!
    expect(bar.atLow).not.toBe(bar.atHigh)
  })

  test.each(taxedSamples)('%s: the ends lie around the value, within what the field takes', (_, document) => {
    for (const { lever, low, high, range } of uncertainOf(new Structure(document), document)) {
      const own = lever.read(document)
      expect(low, lever.id).toBeLessThanOrEqual(own)
      expect(high, lever.id).toBeGreaterThanOrEqual(own)
      for (const value of [low, high])
        expect(parseCase(lever.apply(document, value)).ok, `${lever.id} ${value}`).toBe(true)
      if (!range) continue
      const published = rangeFor(lever.field, document)!
      expect([low, high]).toEqual([Math.min(own, published.low!), Math.max(own, published.high!)])
    }
  })
})

describe('heat map', () => {
  test.each(['blended', 'federal'] as const)(
    'every cell is what a separate run gives, %s tax',
    { timeout: 60_000 },
    (mode) => {
      const document = taxed(manyPaths(), mode)
      const paths = ['keep', 'harbor', 'cedar', 'summit', 'private', 'step-back']
      const levers = leversOf(document)
      const [retirement, fees] = [levers[0]!, levers.find(({ id }) => id === 'practice/feeGrowth')!]
      for (const pair of [
        [fees, costGrowth],
        [retirement, fees],
      ] as const) {
        const measure = { view: 'expected', figure: 'leadAtRetirement' } as const
        const map = last(heatMap(variationsOf(document), document, pair, paths, measure, 9))
        expect(map.winner).toHaveLength(map.xs.length * map.ys.length)
        const engine = new Engine()
        map.winner.forEach((winner, cell) => {
          const [x, y] = [map.xs[cell % map.xs.length]!, map.ys[Math.floor(cell / map.xs.length)]!]
          const outcome = engine.evaluate(pair[1].apply(pair[0].apply(document, x), y))
          const figures = paths.map((path) =>
            path === 'keep' ? 0 : outcome.figure(path, 'expected', 'leadAtRetirement')!,
          )
          const [best, next] = figures.toSorted((a, b) => b - a)
          expect(figures[winner]).toBe(best)
          expect(map.margin[cell]).toBe(best! - next!)
        })
      }
    },
  )

  test('progress counts the cells', () => {
    const document = sample('general-dentist')
    const fees = leversOf(document).find(({ id }) => id === 'practice/feeGrowth')!
    const measure = { view: 'expected', figure: 'leadAtRetirement' } as const
    const work = heatMap(variationsOf(document), document, [fees, costGrowth], ['keep', 'harbor'], measure)
    const steps: { done: number; of: number }[] = []
    for (let step = work.next(); !step.done; step = work.next()) steps.push(step.value)
    expect(steps.length).toBeGreaterThan(5)
    expect(steps.at(-1)).toEqual({ done: 1600, of: 1600 })
  })

  test('a lever that takes only some values is spread over those', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 2, max: 60 }), (span, count) => {
        const lever: Lever = { ...costGrowth, min: 2030, max: 2030 + span / 2, grain: 0.5 }
        const values = spreadOf(lever, count)
        expect(values.length).toBeLessThanOrEqual(count)
        expect(values.every((value) => value >= lever.min && value <= lever.max && Number.isInteger(value * 2))).toBe(
          true,
        )
      }),
    )
  })
})

describe('asks', () => {
  test.each(taxedSamples)('%s: one step is worth what separate runs differ by', { timeout: 60_000 }, (_, document) => {
    const variations = variationsOf(document)
    const engine = new Engine()
    for (const offer of document.offers) {
      const worth = (view: 'expected' | 'guaranteed', value: typeof document) =>
        engine.evaluate(value).figure(offer.id, view, 'pathTotalPresentValue')!
      const found = asks(variations, document, offer)
      expect(found.length).toBeGreaterThan(offer.structure === 'services' ? 0 : 4)
      // No letter that buys everything has terms for a share kept.
      const asksToSellLess = found.some(({ lever }) => lever.field === `offers/${offer.id}/shareSold`)
      expect(asksToSellLess && offer.shareSold === 1).toBe(false)
      const [expected, guaranteed] = [worth('expected', document), worth('guaranteed', document)]
      for (const ask of found) {
        const asked = set(document, ask.lever.field, ask.ask)
        expect(parseCase(asked).ok, ask.lever.id).toBe(true)
        expect(ask.expected, ask.lever.id).toBe(worth('expected', asked) - expected)
        expect(ask.guaranteed, ask.lever.id).toBe(worth('guaranteed', asked) - guaranteed)
        expect(ask.expected).toBeGreaterThan(0)
      }
      expect(found.map((ask) => ask.expected)).toEqual(found.map((ask) => ask.expected).toSorted((a, b) => b - a))
    }
    // All offers in one run give what each gives by itself.
    expect(asksOfOffers(variations, document)).toEqual(
      document.offers.map((offer) => ({ offer: offer.id, asks: asks(variationsOf(document), document, offer) })),
    )
  })

  test('an offer that is left out is asked for nothing', () => {
    const document = sample('general-dentist')
    const left = set(document, `offers/${document.offers[1]!.id}/include`, false)
    const [first, , third] = document.offers
    expect(asksOfOffers(variationsOf(left), left).map(({ offer }) => offer)).toEqual([first!.id, third!.id])
    const none = { ...document, offers: [] }
    expect(asksOfOffers(variationsOf(none), none)).toEqual([])
  })

  test('terms are exchanged at what they are worth', () => {
    const document = sample('general-dentist')
    const found = asks(
      variationsOf(document),
      document,
      document.offers.find(({ id }) => id === 'harbor')!,
    )
    const multiple = found.find(({ lever }) => lever.id.endsWith('price/multiple'))!
    const pay = found.find(({ lever }) => lever.id.endsWith('job/rate'))!
    const turns = exchange(pay, multiple)
    // So many steps are worth one point of pay.
    const with_ = set(document, multiple.lever.field, multiple.own + turns)
    const engine = new Engine()
    const value = (of: typeof document) => engine.evaluate(of).figure('harbor', 'expected', 'pathTotalPresentValue')!
    const gained = value(with_) - value(document)
    expect(Math.abs(gained / pay.expected - 1)).toBeLessThan(0.01)
    expect(exchange(multiple, pay)).toBeCloseTo((multiple.expected / pay.expected) * 0.01, 9)
  })
})
