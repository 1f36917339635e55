import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  earliestRetirementAges,
  howEarliestIsFound,
  retirementAgeLever,
  retiringAt,
} from '../../shared/analysis/retirement'
import { dayOf, timeOf } from '../../shared/case/dates'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import { Engine, VIEWS, type View } from '../../shared/model'
import { earliestReasons } from '../../shared/present/retirement'
import { anyCase } from '../model/arbitrary-case'
import { workedExample } from '../model/worked-example'
import { taxedSamples } from './support'

/** The ages at whose birthday the owner can retire within the plan, from the first after its start. */
function agesOf(document: Case, years: number): number[] {
  const { startYear } = document.assumptions
  return Array.from({ length: 110 }, (_, age) => age).filter((age) => {
    const day = dayOf(retiringAt(document, age).owner.retirement)
    return timeOf(day, startYear) > 0 && day.year < startYear + years
  })
}

/** By complete evaluations of a changed case, one per age: whether any year of a path and view has a shortfall. */
function fundedAges(document: Case) {
  const engine = new Engine()
  const outcome = engine.evaluate(document)
  const ages = agesOf(document, outcome.years).map((age) => {
    const then = engine.evaluate(retiringAt(document, age))
    const funded = then.paths.flatMap(({ id }) =>
      VIEWS.filter((view) => then.row(id, view, 'shortfall')!.every((amount) => amount <= 0.005)).map(
        (view) => `${id} ${view}`,
      ),
    )
    return { age, funded: new Set(funded) }
  })
  return (path: string, view: View) => ages.filter(({ funded }) => funded.has(`${path} ${view}`)).map(({ age }) => age)
}

/** The first age whose birthday is after the closing, with dates rounded to the nearest month as in the plan. */
function firstAfterClosing(document: Case, path: string): number {
  const t = (day: string) => timeOf(dayOf(day), document.assumptions.startYear)
  const closing = document.offers.find(({ id }) => id === path)?.closing
  let age = agesOf(document, 60)[0]!
  while (closing && t(retiringAt(document, age).owner.retirement) <= t(closing)) age++
  return age
}

describe('the earliest retirement age', { timeout: 120_000 }, () => {
  test.each(taxedSamples)('%s: equals what a whole evaluation for each age says', (_, document) => {
    const funded = fundedAges(document)
    for (const [path, ages] of earliestRetirementAges(new Engine().evaluate(document)))
      for (const view of VIEWS)
        expect(ages[view], `${path} ${view}`).toBe(
          funded(path, view).find((age) => age >= firstAfterClosing(document, path)),
        )
  })

  test.each(samples.map(({ name, document }) => [name, document] as const))(
    '%s: is explained by the plans that were tried, as whole evaluations give them',
    (_, document) => {
      const outcome = new Engine().evaluate(document)
      const before = outcome.paths.map(({ id }) => outcome.row(id, 'expected', 'accounts'))
      const engine = new Engine()
      for (const { id } of outcome.paths)
        for (const view of VIEWS) {
          const { tried, found, inVain } = howEarliestIsFound(outcome, id, view)
          expect(tried[0]).toBe(firstAfterClosing(document, id))
          expect(found?.age).toBe(earliestRetirementAges(outcome).get(id)![view])
          expect(inVain?.age).toBe(found ? tried.at(-2) : tried.at(-1))
          for (const one of [found, inVain]) {
            if (!one) continue
            const whole = engine.evaluate(retiringAt(document, one.age))
            for (const row of ['accounts', 'shortfall'])
              expect(one.outcome.row(id, view, row)).toEqual(whole.row(id, view, row))
          }
          // The sentences: what lasts, what is missing, and nothing for missing values.
          const told = earliestReasons(outcome, id, view, 'future').flat()
          const figures = told.filter((part) => typeof part !== 'string')
          expect(figures.every(({ value }) => Number.isFinite(value))).toBe(true)
          const missing = figures.find(({ line }) => line.id.endsWith('/shortfall'))
          expect(missing?.retiringAt).toBe(inVain?.age)
          const short = inVain?.outcome.row(id, view, 'shortfall') ?? []
          const first = short.findIndex((amount) => amount > 0.005)
          expect([missing?.year, missing?.value]).toEqual(inVain ? [first + 1, short[first]] : [undefined, undefined])
        }
      // The plan itself keeps its figures.
      expect(outcome.paths.map(({ id }) => outcome.row(id, 'expected', 'accounts'))).toEqual(before)
    },
  )

  test('put in as retirement it leaves no shortfall, and the age before it does, or there is none', () => {
    fc.assert(
      fc.property(anyCase, (document) => {
        const engine = new Engine()
        const outcome = engine.evaluate(document)
        const earliest = earliestRetirementAges(outcome)
        const short = (path: string, view: View, age: number) =>
          engine
            .evaluate(retiringAt(document, age))
            .row(path, view, 'shortfall')!
            .some((amount) => amount > 0.005)
        for (const path of ['keep', 'one', 'two'])
          for (const view of VIEWS) {
            const age = earliest.get(path)![view]
            if (age === undefined) continue
            const before = age > firstAfterClosing(document, path) ? [age - 1] : []
            expect([age, ...before].map((one) => short(path, view, one))).toEqual([false, ...before.map(() => true)])
          }
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })

  test('it is never later with more that is sure to come', () => {
    for (const { document } of samples)
      for (const ages of earliestRetirementAges(new Engine().evaluate(document)).values()) {
        const [low, mid, high] = VIEWS.map((view) => ages[view] ?? Infinity)
        expect(high!).toBeLessThanOrEqual(mid!)
        expect(mid!).toBeLessThanOrEqual(low!)
      }
  })

  test('a path with a day of its own is moved with it, and nothing in the case is changed', () => {
    const general = samples[0]!.document
    const document = {
      ...general,
      offers: general.offers.map((offer) => (offer.id === 'cedar' ? { ...offer, retirement: '2040-01-01' } : offer)),
    }
    const before = structuredClone(document)
    const ages = earliestRetirementAges(new Engine().evaluate(document))
    expect(ages.get('cedar')).toEqual(earliestRetirementAges(new Engine().evaluate(general)).get('cedar'))
    expect(document).toEqual(before)
    const moved = retiringAt(document, 63)
    expect(moved.owner.retirement).toBe('2030-05-20')
    expect(moved.offers.map(({ retirement }) => retirement)).toEqual([null, '2030-05-20', null])
  })

  test('only birthdays within the plan and after its start are tried', () => {
    // Born January 1, 1966; plan from 2027 to 63: the 61st birthday is the first day of the plan, not after it.
    expect(agesOf(workedExample(), 3)).toEqual([62, 63])
    expect(retirementAgeLever(workedExample(), 3)).toMatchObject({ min: 62, max: 63 })
    const short = { ...workedExample(), owner: { ...workedExample().owner, spendingRetired: 5_000_000 } }
    const ages = earliestRetirementAges(new Engine().evaluate(short))
    expect(ages.get('keep')).toEqual({ guaranteed: undefined, expected: undefined, maximum: undefined })
  })

  test('leaving a deal early costs what its terms say', () => {
    const document = workedExample()
    const strict: Case = {
      ...document,
      owner: { ...document.owner, spendingNow: 0, spendingRetired: 75_000, horizonAge: 71 },
      offers: document.offers.map((offer) => ({
        ...offer,
        components: offer.components.map((part) => ({
          ...part,
          keptOnLeaving: { ...part.keptOnLeaving, retirement: 0 },
        })),
      })) as Case['offers'],
    }
    const lenient: Case = { ...strict, offers: document.offers }
    const age = (given: Case) => earliestRetirementAges(new Engine().evaluate(given)).get('offer')!.maximum!
    expect([age(lenient), age(strict)]).toEqual([62, 63])
  })

  test('the slider of the age reads the age at retirement and leaves the plan as it is where it stands', () => {
    const { document } = samples[0]!
    const lever = retirementAgeLever(document, 36)
    expect([lever.min, lever.read(document), lever.max]).toEqual([60, 66, 80])
    expect(lever.apply(document, 66)).toBe(document)
    expect(lever.read(lever.apply(document, 62))).toBe(62)
    expect(lever.apply(document, 62)).toEqual(retiringAt(document, 62))
  })
})
