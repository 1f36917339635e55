import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { set } from '../../shared/case/path'
import type { Case, Component } from '../../shared/case/schema'
import { Engine, evaluateCase, VIEWS, type Outcome, type View } from '../../shared/model'
import { anyCase, caseOf } from './arbitrary-case'

/*
 * Cases in which an independent computation of the method disagreed with the program, each as small as possible, with
 * the method's value; and the law behind each, on random cases.
 */
const fixture = (name: string): Case =>
  caseOf(JSON.parse(readFileSync(new URL(`../fixtures/truth/${name}.json`, import.meta.url), 'utf8')) as object)
const run = (name: string): Outcome => evaluateCase(fixture(name))
const changed = (document: Case, changes: Readonly<Record<string, unknown>>): Case =>
  Object.entries(changes).reduce((before, [path, value]) => set(before, path, value), document)
const sum = (row: readonly number[] | undefined): number => row!.reduce((total, x) => total + x, 0)
const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= Math.max(0.01, 1e-9 * Math.max(Math.abs(a), Math.abs(b)))

/** Dates of which half fall on January 1–15 and December 16–31, where calendar year and rounded time differ. */
const day = (from: number, to: number) =>
  fc
    .tuple(
      fc.integer({ min: from, max: to }),
      fc.oneof(
        fc.integer({ min: 1, max: 15 }).map((d) => [1, d] as const),
        fc.integer({ min: 16, max: 31 }).map((d) => [12, d] as const),
        fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })),
      ),
    )
    .map(([y, [m, d]]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)

describe('the year-end before an event', { timeout: 60_000 }, () => {
  test('a practice sold on January 1 still counts at the end of the year before', () => {
    const outcome = run('january-closing')
    expect(outcome.row('x', 'expected', 'wealth')![0]).toBeCloseTo(1_230_943, 0)
    expect(outcome.row('x', 'expected', 'wealth')![0]).toBe(outcome.row('keep', 'expected', 'wealth')![0])
    const retired = run('january-retirement')
    expect(retired.row('keep', 'expected', 'paper')![6]).toBeGreaterThan(500_000)
    expect(retired.row('keep', 'expected', 'paper')![7]).toBe(0)
  })

  test('until a deal closes, its path is worth what keeping is worth, whatever the day', () => {
    const days = fc.record({
      'offers/one/closing': day(2027, 2029),
      'offers/two/closing': day(2027, 2029),
      'owner/retirement': day(2030, 2033),
      // A building or another asset sold with the practice has its own date.
      'offers/one/realEstate/sold': fc.constant(false),
      'offers/two/realEstate/sold': fc.constant(false),
      'offers/one/assetsSold': fc.constant([]),
      'offers/two/assetsSold': fc.constant([]),
    })
    fc.assert(
      fc.property(anyCase, days, (given, dates) => {
        const document = changed(given, dates)
        const outcome = evaluateCase(document)
        for (const { id, closing } of document.offers)
          for (const view of VIEWS) {
            const kept = outcome.row('keep', view, 'wealth')!
            const mine = outcome.row(id, view, 'wealth')!
            for (let y = 0; y < Number(closing.slice(0, 4)) - 2027; y++)
              expect(near(mine[y]!, kept[y]!), `${id} ${view} ${2027 + y}`).toBe(true)
          }
      }),
      { numRuns: 25, endOnFailure: true },
    )
  })

  test('what is not sold yet stands on paper in every year before its cash comes, and in none after', () => {
    const days = fc.record({
      'owner/retirement': day(2031, 2034),
      'offers/one/closing': day(2027, 2028),
      'offers/one/retained/exitAt': day(2029, 2033),
      'practice/realEstate/soldOn': day(2028, 2034),
      'alternatives/sellPrivately/tranches/a/on': day(2027, 2029),
      'alternatives/sellPrivately/tranches/b/on': day(2029, 2031),
    })
    const plain = changed(
      caseOf({
        practice: {
          costs: [{ id: 's', label: 'Staff', behaviour: 'all', share: 0.5 }],
          realEstate: { owned: true, value: 900_000, netRent: 40_000 },
        },
        owner: { birthDate: '1968-07-01' },
        offers: [
          { id: 'one', name: 'One', structure: 'jointVenture', shareSold: 0.6, debt: 'stays', retained: { put: true } },
        ],
        alternatives: {
          sellPrivately: {
            include: true,
            tranches: [
              { id: 'a', on: '2027-01-01', share: 0.4 },
              { id: 'b', on: '2029-01-01', share: 0.6 },
            ],
          },
        },
      }),
      {},
    )
    fc.assert(
      fc.property(days, (dates) => {
        const outcome = evaluateCase(changed(plain, dates))
        const years = (day: string) => Number(day.slice(0, 4)) - 2027
        const stockUntil = (row: readonly number[], event: number, what: string) =>
          row.forEach((value, y) => expect(value > 0, `${what}, ${2027 + y}`).toBe(y < event))
        // Each stock by itself: unrealized value less the building's part.
        const paper = (path: string) => outcome.row(path, 'expected', 'paper')!
        const building = (path: string) => outcome.row(path, 'expected', 'unsoldBuilding')!
        const rest = (path: string) => paper(path).map((value, y) => Math.round(value - building(path)[y]!))
        for (const { id } of outcome.paths)
          stockUntil(building(id), years(dates['practice/realEstate/soldOn']), `building of ${id}`)
        stockUntil(rest('keep'), years(dates['owner/retirement']), 'practice')
        stockUntil(rest('one'), years(dates['offers/one/retained/exitAt']), 'practice, then the retained share')
        stockUntil(rest('private'), years(dates['alternatives/sellPrivately/tranches/b/on']), 'tranches')
        const booked = (path: string, row: string) => outcome.row(path, 'expected', row)!.findIndex((x) => x !== 0)
        expect(booked('keep', 'saleAtRetirement')).toBe(years(dates['owner/retirement']))
        expect(booked('one', 'retainedPaid')).toBe(years(dates['offers/one/retained/exitAt']))
        expect(booked('private', 'tranche/b/paid')).toBe(years(dates['alternatives/sellPrivately/tranches/b/on']))
        expect(booked('keep', 'buildingPaid')).toBe(years(dates['practice/realEstate/soldOn']))
      }),
      { numRuns: 60, endOnFailure: true },
    )
  })
})

describe('leaving early is decided by whole months', { timeout: 60_000 }, () => {
  /** Only dates differ: the definitions are made once. */
  const engine = new Engine()
  const first = (month: number) => `${2027 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`

  test('who leaves on the day the term ends has served it', () => {
    expect(run('rounding-term').figure('x', 'expected', 'priceTotal')).toBeCloseTo(1_000_000, 6)
  })

  test('what falls due on the day of leaving is paid, what falls due later is not', () => {
    const paid = run('rounding-anniversary').row('x', 'expected', 'n/paid')!
    expect(paid.map(Math.round).slice(0, 4)).toEqual([0, 100_000, 0, 0])
  })

  test('every month of closing, every term: leaving with its end keeps all, a month before it nothing', () => {
    const document = fixture('rounding-term')
    for (let closing = 0; closing < 48; closing++)
      for (let term = 1; term <= 7; term++) {
        const total = (leaving: number) =>
          engine
            .evaluate(
              changed(document, {
                'offers/x/closing': first(closing),
                'offers/x/job/termYears': term,
                'offers/x/leaving/on': first(leaving),
              }),
            )
            .figure('x', 'expected', 'priceTotal')
        const end = closing + 12 * term
        expect([closing, term, total(end)]).toEqual([closing, term, 1_000_000])
        expect([closing, term, total(end - 1)]).toEqual([closing, term, 600_000])
      }
  })

  test('every month of closing, every anniversary: leaving on it keeps its payment, a month earlier loses it', () => {
    const document = changed(fixture('rounding-anniversary'), { 'offers/x/job/termYears': 10 })
    for (let closing = 0; closing < 48; closing++)
      for (const years of [1, 2, 3, 4]) {
        const paid = (leaving: number) =>
          Math.round(
            sum(
              engine
                .evaluate(
                  changed(document, { 'offers/x/closing': first(closing), 'offers/x/leaving/on': first(leaving) }),
                )
                .row('x', 'expected', 'n/paid'),
            ),
          )
        const due = closing + 12 * years
        expect([closing, years, paid(due), paid(due - 1)]).toEqual([
          closing,
          years,
          100_000 * years,
          100_000 * (years - 1),
        ])
      }
  })

  test('every month of closing, the stress table: a payment in the month of leaving is paid, a later one is not', () => {
    const document = changed(fixture('rounding-term'), { 'offers/x/job/termYears': 5, 'offers/x/leaving/on': null })
    for (let closing = 0; closing < 48; closing++)
      for (const year of [1, 2, 3, 4]) {
        const still = (months: number) =>
          engine
            .evaluate(
              changed(document, {
                'offers/x/closing': first(closing),
                'offers/x/components/e/months': months,
              }),
            )
            .figure('x', 'expected', `stress/resignation/${year}`)
        expect([closing, year, still(12 * year), still(12 * year + 1)]).toEqual([closing, year, 400_000, 0])
      }
  })

  test('retirement ends everything: a cause stated after it does not count', () => {
    const outcome = run('leaving-after-retirement')
    expect(outcome.figure('x', 'expected', 'priceTotal')).toBeCloseTo(1_000_000, 6)
    expect(outcome.row('x', 'expected', 'clawback')!.filter((x) => x !== 0)).toEqual([])
    const before = evaluateCase(set(fixture('leaving-after-retirement'), 'offers/x/leaving/on', '2029-06-01'))
    expect(before.figure('x', 'expected', 'priceTotal')).toBeCloseTo(600_000, 6)
    expect(before.row('x', 'expected', 'clawback')![2]).toBeCloseTo(-300_000, 6)
    // Cash is repaid in the year of retirement if retiring early costs it.
    const early = evaluateCase(set(fixture('leaving-after-retirement'), 'offers/x/leaving/clawback/retirement', 0.25))
    expect(early.row('x', 'expected', 'clawback')!.findIndex((x) => x !== 0)).toBe(2)
  })
})

describe('rolled equity and its basis', { timeout: 60_000 }, () => {
  test('basis is deducted once, however many parts are rolled', () => {
    expect(sum(run('two-rolled-parts').row('x', 'expected', 'datedTax')) - 70_000).toBeCloseTo(105_000, 6)
  })

  test('to split a rolled part changes nothing', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 2, max: 4 }), (given, k) => {
        const split = (offer: Case['offers'][number]): Case['offers'][number] => ({
          ...offer,
          components: offer.components.flatMap((part): Component[] =>
            part.kind !== 'rolled'
              ? [part]
              : // Granted units are a share of the parent, not of the price.
                Array.from({ length: k }, (_, i) => ({
                  ...part,
                  id: `${part.id}-${i}`,
                  share: part.share / k,
                  grantShare: part.grantShare / k,
                })),
          ),
        })
        const [whole, parts] = [evaluateCase(given), evaluateCase({ ...given, offers: given.offers.map(split) })]
        for (const { id } of whole.paths)
          for (const view of VIEWS)
            for (const line of ['wealth', 'pathYear', 'datedTax', 'paper'])
              whole
                .row(id, view, line)!
                .forEach((value, y) =>
                  expect(near(value, parts.row(id, view, line)![y]!), `${id} ${view} ${line} ${y}`).toBe(true),
                )
      }),
      { numRuns: 15, endOnFailure: true },
    )
  })

  test('working capital owed above the price leaves no more basis than there is', () => {
    const owed = evaluateCase(set(fixture('two-rolled-parts'), 'offers/x/costs/workingCapital', -900_000))
    expect(owed.figure('x', 'expected', 'taxedPrice')).toBe(-400_000)
    expect(owed.figure('x', 'expected', 'basisRolled')).toBe(300_000)
    expect(owed.figure('x', 'expected', 'closingTax')).toBe(0)
  })

  test('a total loss is a return of −100%', () => {
    const lost = evaluateCase(
      changed(fixture('two-rolled-parts'), {
        'offers/x/components': fixture('two-rolled-parts').offers[0]!.components.slice(0, 1),
        'offers/x/components/a/outcomes/a/multiple': 0,
      }),
    )
    expect(lost.figure('x', 'expected', 'rolledReturn')).toBe(-1)
  })
})

test('closing tax never falls as the price rises, whatever is owed for working capital', { timeout: 60_000 }, () => {
  const document = caseOf({
    practice: { costs: [{ id: 's', label: 'Staff', behaviour: 'all', share: 0.5 }], basis: 200_000 },
    owner: { birthDate: '1968-07-01' },
    offers: [
      {
        id: 'x',
        name: 'X',
        price: { stated: 'amount', amount: 1_000_000 },
        components: [{ id: 'n', kind: 'note', label: 'Note', share: 0.8, probability: 1, unconditional: true }],
        costs: { workingCapital: -500_000 },
      },
    ],
  })
  const figures = Array.from({ length: 40 }, (_, i) => {
    const outcome = evaluateCase(set(document, 'offers/x/price/amount', 100_000 * i))
    return { tax: outcome.figure('x', 'expected', 'closingTax')!, outcome, price: 100_000 * i }
  })
  figures.slice(1).forEach(({ tax, price }, i) => expect(tax, `${price}`).toBeGreaterThanOrEqual(figures[i]!.tax))
  // What was owed at closing reduces the gain of the last payment: in total the gain is that of one payment.
  const { outcome } = figures[10]!
  const { ordinaryPart, sellingCosts } = Object.fromEntries(
    ['ordinaryPart', 'sellingCosts'].map((id) => [id, outcome.figure('x', 'expected', id)!]),
  )
  expect(sum(outcome.row('x', 'expected', 'saleGain'))).toBeCloseTo(
    500_000 - ordinaryPart! - 200_000 - sellingCosts!,
    6,
  )
})

describe('readings of the method', () => {
  test('partners’ market pay and draws follow their own collections, uplifts included', () => {
    expect(run('partners-uplift').row('x', 'expected', 'affiliatedEbitda')![0]).toBeCloseTo(440_000, 6)
    const services = evaluateCase(
      changed(fixture('partners-uplift'), {
        'offers/x/structure': 'services',
        'practice/ownersPayRate': 0.2,
        'practice/capex': 0,
      }),
    )
    // 20% of one's own 1.1 million, and half of what is left of 2.2 million after costs and both draws.
    expect(services.row('x', 'expected', 'practiceCashAfter')![0]).toBeCloseTo(220_000 + 0.5 * (1_100_000 - 440_000), 6)
  })

  test('with services alone the sale at retirement rests on the practice under the agreement', () => {
    const outcome = run('services-sale')
    const collections = outcome.shared('practice/collections')
    const { shareOfCollections } = fixture('services-sale').practice.terminalSale
    expect(outcome.figure('x', 'expected', 'terminalPrice')).toBeCloseTo(shareOfCollections * collections[6]! * 1.06, 6)
  })

  test('bonus and benefits stay flat unless an escalator is entered', () => {
    const paid = (growth: number) =>
      evaluateCase(
        caseOf({
          owner: { birthDate: '1968-07-01' },
          offers: [
            {
              id: 'x',
              name: 'X',
              closing: '2027-01-01',
              job: { rate: 0, bonus: 20_000, bonusProbability: 0.5, benefits: 15_000, bonusEscalator: growth },
            },
          ],
        }),
      ).row('x', 'expected', 'jobPayFull')!
    expect(paid(0).slice(0, 8)).toEqual(Array(8).fill(25_000))
    expect(paid(0.03)[2]).toBeCloseTo(25_000 * 1.03 ** 2, 6)
  })

  test('closing on the first day of a year, the first contract year is that year', () => {
    expect(run('january-closing').row('x', 'expected', 'contractYear')!.slice(0, 3)).toEqual([0, 1, 2])
  })

  test('a part never paid where the ratio is 0 gives back its unrecovered basis, once', () => {
    const outcome = evaluateCase(
      caseOf({
        practice: { basis: 1_500_000 },
        owner: { birthDate: '1968-07-01' },
        tax: { rates: { gain: 0.2 } },
        offers: [
          {
            id: 'x',
            name: 'X',
            closing: '2027-01-01',
            price: { stated: 'amount', amount: 1_000_000 },
            ordinaryShare: 0,
            costs: { broker: 0, legal: 0 },
            components: [{ id: 'e', kind: 'escrow', label: 'Escrow', share: 0.2, months: 24, probability: 0 }],
          },
        ],
      }),
    )
    expect(outcome.figure('x', 'expected', 'grossProfitRatio')).toBe(0)
    const tax = outcome.row('x', 'expected', 'datedTax')!
    expect(tax.flatMap((value, y) => (value === 0 ? [] : [[y, Math.round(value)]]))).toEqual([[2, -40_000]])
  })

  test('an exit by its date is the exit by the same months after closing', () => {
    const document = fixture('two-rolled-parts')
    const dated = changed(document, {
      'offers/x/components/a/exitOn': '2032-01-01',
      'offers/x/components/b/exitOn': '2032-01-01',
    })
    expect(evaluateCase(dated).row('x', 'expected', 'wealth')).toEqual(
      evaluateCase(document).row('x', 'expected', 'wealth'),
    )
    const venture = fixture('partners-uplift')
    const at = (field: string, value: unknown) =>
      evaluateCase(set(venture, `offers/x/retained/${field}`, value)).row('x', 'expected', 'wealth')
    expect(at('exitMonths', 54)).toEqual(at('exitAt', '2031-07-01'))
    expect(at('exitMonths', 54)).not.toEqual(evaluateCase(venture).row('x', 'expected', 'wealth'))
  })

  test('the installment method moves the gain in time and never changes its total, also after a clawback', () => {
    const left = changed(fixture('leaving-after-retirement'), { 'offers/x/leaving/on': '2029-06-01' })
    const taxed = (document: Case, id: string, instalments: boolean) =>
      evaluateCase(set(document, `offers/${id}/instalments`, instalments))
    const total = (outcome: Outcome, id: string, view: View, row: 'saleGain' | 'clawback') =>
      sum(outcome.row(id, view, row))
    const [inTime, atOnce] = [taxed(left, 'x', true), taxed(left, 'x', false)]
    expect(total(inTime, 'x', 'expected', 'clawback')).toBeCloseTo(-300_000, 6)
    expect(total(inTime, 'x', 'expected', 'saleGain')).toBeCloseTo(total(atOnce, 'x', 'expected', 'saleGain'), 6)
    fc.assert(
      fc.property(anyCase, (document) => {
        const outcome = evaluateCase(document)
        for (const { id } of document.offers) {
          if (outcome.figure(id, 'maximum', 'lastPaymentYear')! > outcome.years) continue
          const gains = [true, false].map((instalments) => {
            const result = taxed(document, id, instalments)
            return VIEWS.map((view) => total(result, id, view, 'saleGain'))
          })
          VIEWS.forEach((view, i) => {
            const [later, now] = gains.map((of) => of[i]!)
            expect(near(later!, now!), `${id} ${view}: ${later} ${now}`).toBe(true)
          })
        }
      }),
      { numRuns: 40 },
    )
  })

  test('a job of stated days pays for them, also where the plan was to work none by then', () => {
    const base = changed(fixture('partners-uplift'), { 'offers/x/closing': '2027-01-01', 'offers/x/job/days': 3 })
    const idle = { ...base, practice: { ...base.practice, taper: [{ id: 't', age: 30, days: 0 }] } } as Case
    const row = (document: Case) => evaluateCase(document).row('x', 'expected', 'ownerCollectionsAfter')
    expect(evaluateCase(idle).shared('practice/clinicalDays')[0]).toBe(0)
    expect(row(idle)![0]).toBeGreaterThan(0)
    expect(row(idle)).toEqual(row(base))
  })

  test('nothing is paid back and nothing is cashed before closing', () => {
    const venture = changed(fixture('partners-uplift'), {
      'offers/x/closing': '2029-01-01',
      'offers/x/retained/exitAt': '2028-06-01',
      'offers/x/leaving/on': '2027-06-01',
      'offers/x/leaving/clawback/resignation': 0.5,
      'offers/x/job/termYears': 5,
    })
    const outcome = evaluateCase(venture)
    for (const row of ['clawback', 'retainedPaid'])
      expect(outcome.row('x', 'maximum', row)!.filter((x) => x !== 0)).toEqual([])
    const rolled = evaluateCase(
      changed(fixture('two-rolled-parts'), {
        'offers/x/closing': '2029-01-01',
        'offers/x/components/a/exitOn': '2028-06-01',
      }),
    )
    expect(rolled.row('x', 'maximum', 'a/cashed')!.filter((x) => x !== 0)).toEqual([])
  })

  test('who pockets nothing recoups nothing', () => {
    const document = changed(fixture('rounding-term'), {
      'offers/x/components/e/share': 1,
      'offers/x/job/rate': 0.1,
    })
    const outcome = evaluateCase(document)
    expect(outcome.figure('x', 'expected', 'inPocketAtClose')).toBeLessThan(0)
    expect(outcome.figure('x', 'expected', 'incomeGivenUp')).toBeGreaterThan(0)
    expect(outcome.figure('x', 'expected', 'yearsToRecoup')).toBeNaN()
  })
})
