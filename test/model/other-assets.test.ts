import { describe, expect, test } from 'vitest'

import { checksOf } from '../../shared/checks'
import { set } from '../../shared/case/path'
import type { Case } from '../../shared/case/schema'
import { evaluateCase, VIEWS, type View } from '../../shared/model'
import { calendarOf } from '../../shared/present/report/calendar'
import { whereThePriceWent } from '../../shared/present/waterfall'
import { caseOf } from './arbitrary-case'

/*
 * A share in a surgery center, and a building sold in installments, beside a practice that is sold on January 1, 2028.
 * Without growth and inflation, so that every year is worked out by hand.
 */
const changed = (document: Case, changes: Readonly<Record<string, unknown>>): Case =>
  Object.entries(changes).reduce((before, [path, value]) => set(before, path, value), document)

const without = caseOf({
  owner: { birthDate: '1968-07-01', retirement: '2030-12-31', horizonAge: 68 },
  assumptions: { inflation: 0 },
  tax: { rates: { practice: 0.4, gain: 0.2, passiveGain: 0.25, ordinary: 0.4, interest: 0.4 } },
  offers: [
    {
      id: 'x',
      name: 'X',
      closing: '2028-01-01',
      price: { stated: 'amount', amount: 1_000_000 },
      costs: { broker: 0, legal: 0 },
    },
  ],
})
const center = {
  id: 'center',
  label: 'Center',
  kind: 'surgeryCenter',
  value: 500_000,
  growth: 0,
  distributions: 60_000,
  basis: 100_000,
  taxedAs: 'passive',
}
const building = {
  id: 'hall',
  label: 'Hall',
  kind: 'building',
  value: 800_000,
  growth: 0,
  basis: 300_000,
  depreciation: 200_000,
  taxedAs: 'active',
}
const withAsset = (asset: object, sold: readonly object[] = []) =>
  caseOf({
    ...without,
    practice: { ...without.practice, otherAssets: [asset] },
    offers: [{ ...without.offers[0], assetsSold: sold }],
  })
const kept = withAsset(center)
const sold = withAsset(center, [{ id: 'sale', asset: 'center', price: 600_000 }])
const installments = withAsset(building, [
  { id: 'sale', asset: 'hall', price: 900_000, down: 0.25, years: 3, rate: 0.06, probability: 0.9 },
])
const row = (document: Case, path: string, line: string, view: View = 'expected') =>
  evaluateCase(document).row(path, view, line)!
const figure = (document: Case, id: string, view: View = 'expected') => evaluateCase(document).figure('x', view, id)!
const more = (document: Case, path: string, line: string) => {
  const before = row(without, path, line)
  return row(document, path, line).map((amount, y) => Math.round((amount - before[y]!) * 100) / 100)
}

describe('another asset that is kept', () => {
  test('pays on every path until it is sold at retirement, and is taxed as it is paid', () => {
    for (const path of ['keep', 'x']) {
      expect(row(kept, path, 'assetIncome').slice(0, 5), path).toEqual([60_000, 60_000, 60_000, 60_000, 0])
      expect(more(kept, path, 'takeHome').slice(0, 5), path).toEqual([36_000, 36_000, 36_000, 36_000, 0])
      expect(row(kept, path, 'asset/center/paid').slice(2, 5), path).toEqual([0, 500_000, 0])
      // 400,000 of passive gain at 25%.
      expect(more(kept, path, 'datedTax').slice(2, 5), path).toEqual([0, 100_000, 0])
      // Unrealized before: 500,000 less that tax.
      expect(more(kept, path, 'paper').slice(0, 4), path).toEqual([400_000, 400_000, 400_000, 0])
    }
  })

  test('changes nothing between the paths', () => {
    const lead = (document: Case) => row(document, 'x', 'lead')
    lead(kept).forEach((amount, y) => expect(amount).toBeCloseTo(lead(without)[y]!, 4))
  })

  test('may stay for good: it pays to the end and stays on paper', () => {
    const forever = changed(kept, { 'practice/otherAssets/center/whenKept': 'kept' })
    expect(new Set(row(forever, 'keep', 'assetIncome'))).toEqual(new Set([60_000]))
    expect(more(forever, 'x', 'paper').every((amount) => amount === 400_000)).toBe(true)
    expect(more(forever, 'x', 'datedTax').every((amount) => amount === 0)).toBe(true)
  })
})

describe('another asset that an offer buys', () => {
  test('is paid for at closing at the price of the offer, and pays nothing afterward', () => {
    expect(row(sold, 'x', 'assetIncome').slice(0, 3)).toEqual([60_000, 0, 0])
    expect(row(sold, 'keep', 'assetIncome').slice(0, 5)).toEqual([60_000, 60_000, 60_000, 60_000, 0])
    expect(row(sold, 'x', 'asset/center/paid').slice(0, 3)).toEqual([0, 600_000, 0])
    expect(more(sold, 'x', 'datedTax').slice(0, 4)).toEqual([0, 125_000, 0, 0])
    // Before, it is carried at its own value, not at the offer's price.
    expect(more(sold, 'x', 'paper').slice(0, 3)).toEqual([400_000, 0, 0])
    // The price of the practice and the cash at its closing are unchanged.
    for (const id of ['consideration', 'cashAtClose', 'inPocketAtClose', 'priceTotal'])
      expect(figure(sold, id)).toBe(figure(without, id))
    expect(figure(sold, 'saleBesides') - figure(without, 'saleBesides')).toBeCloseTo(600_000, 6)
  })

  test('is sold at its value where no price is stated, and on its own day', () => {
    const open = withAsset({ ...center, growth: 0.1 }, [{ id: 'sale', asset: 'center', on: '2029-01-01' }])
    expect(figure(open, 'asset/center/price')).toBeCloseTo(605_000, 6)
    expect(row(open, 'x', 'assetIncome').slice(0, 3)).toEqual([60_000, 60_000, 0])
  })

  test('is taxed by its kind: a part as ordinary income, gain of a business at the rate for gain', () => {
    const active = withAsset({ ...center, taxedAs: 'active', ordinaryShare: 0.1, debt: 40_000, sellingCosts: 0.05 }, [
      { id: 'sale', asset: 'center', price: 600_000 },
    ])
    // Gain: 600,000 × 95% − 100,000 = 470,000, of which 47,000 are ordinary.
    expect(more(active, 'x', 'datedTax')[1]).toBeCloseTo(0.4 * 47_000 + 0.2 * 423_000, 4)
    expect(row(active, 'x', 'asset/center/paid')[1]).toBeCloseTo(600_000 * 0.95 - 40_000, 6)
  })

  test('bears the tax on investment income by the law only as an investment', () => {
    const niit = (document: Case, entity = 'sCorporation') =>
      evaluateCase(changed(document, { 'tax/mode': 'federal', 'tax/federal/entity': entity }))
        .row('x', 'expected', 'saleTaxed/niit')
        ?.reduce((sum, tax) => sum + tax, 0) ?? 0
    const active = changed(sold, { 'practice/otherAssets/center/taxedAs': 'active' })
    // 3.8% of the gain of 500,000 and of the 60,000 that it pays in 2027 (above 250,000 of income); the practice bears none.
    expect(niit(sold) - niit(active)).toBeGreaterThan(0.038 * 500_000)
    expect(niit(active)).toBe(niit(without))
    // Nor does it if the practice is a corporation: this business is the owner’s, not the corporation’s.
    expect(niit(active, 'cCorporation')).toBeCloseTo(niit(without, 'cCorporation'), 6)
  })
})

describe('income of another business', () => {
  const byLaw = (taxedAs: string, more: object = {}) =>
    changed(kept, {
      'practice/otherAssets/center/taxedAs': taxedAs,
      'tax/mode': 'federal',
      'tax/federal/stateOrdinary': 0.05,
      ...more,
    })
  const line = (document: Case, id: string) => row(document, 'keep', `workTaxed/${id}`)[0]!

  test('bears self-employment tax where that is entered, whatever the practice is', () => {
    for (const entity of ['sCorporation', 'cCorporation']) {
      const of = (taxedAs: string) => evaluateCase(byLaw(taxedAs, { 'tax/federal/entity': entity }))
      expect(of('active').row('keep', 'expected', 'workTaxed/seTax'), entity).toBeUndefined()
      // Wages use up the wage base: 60,000 × 0.9235 × 2.9%.
      const wages = { 'tax/federal/entity': entity, 'tax/federal/ownerWages': 300_000 }
      expect(line(byLaw('selfEmployed', wages), 'seTax'), entity).toBeCloseTo(60_000 * 0.9235 * 0.029, 4)
    }
    // Cash is the same, and at effective rates it is taxed like wages.
    const selfEmployed = changed(kept, {
      'practice/otherAssets/center/taxedAs': 'selfEmployed',
      'tax/rates/wages': 0.3,
    })
    expect(more(selfEmployed, 'keep', 'takeHome').slice(0, 2)).toEqual([42_000, 42_000])
  })

  test('is not what the practice pays its entity tax on', () => {
    const entityTax = (taxedAs: string, entity: string) =>
      Math.round(line(byLaw(taxedAs, { 'tax/federal/entity': entity, 'tax/federal/entityTax': true }), 'entityTax'))
    for (const entity of ['sCorporation', 'partnership'])
      for (const taxedAs of ['active', 'selfEmployed'])
        expect(entityTax(taxedAs, entity), entity).toBe(entityTax('passive', entity))
  })
})

describe('a building sold in installments', () => {
  test('pays a part at once and equal parts with interest, by their chance in each view', () => {
    expect(row(installments, 'x', 'asset/hall/paid').slice(0, 3)).toEqual([0, 225_000, 0])
    const paid = (view: View, line: string) =>
      row(installments, 'x', `asset/hall/${line}`, view)
        .slice(1, 6)
        .map((amount) => Math.round(amount))
    expect(paid('maximum', 'principal')).toEqual([0, 225_000, 225_000, 225_000, 0])
    expect(paid('maximum', 'interest')).toEqual([0, 40_500, 27_000, 13_500, 0])
    expect(paid('expected', 'principal')).toEqual([0, 202_500, 202_500, 202_500, 0])
    expect(paid('guaranteed', 'principal')).toEqual([0, 0, 0, 0, 0])
  })

  test('is taxed as it is paid: the same gain in all, depreciation first', () => {
    // Gain 600,000 of 900,000: 150,000 at once, and 150,000 with each of three payments.
    const gain = row(installments, 'x', 'asset/hall/taxedGain', 'maximum')
    expect(gain.slice(0, 6).map(Math.round)).toEqual([0, 150_000, 150_000, 150_000, 150_000, 0])
    const depreciation = row(set(installments, 'tax/mode', 'federal'), 'x', 'asset/hall/taxedDepreciation', 'maximum')
    expect(depreciation.slice(0, 6).map(Math.round)).toEqual([0, 150_000, 50_000, 0, 0, 0])
    // What is never paid returns its basis in the last year: 675,000 × 1/3 in the noncontingent view.
    const least = row(installments, 'x', 'asset/hall/taxedGain', 'guaranteed')
    expect(least.slice(0, 6).map(Math.round)).toEqual([0, 150_000, 0, 0, -225_000, 0])
  })

  test('what is still owed stands on paper, after its tax', () => {
    // 675,000 and a third less each year, × 90%, less 20% of the two thirds that are gain.
    const left = [675_000, 450_000, 225_000, 0].map((owed) => Math.round(owed * 0.9 * (1 - 0.2 * (2 / 3))))
    expect(more(installments, 'x', 'paper').slice(1, 5).map(Math.round)).toEqual(left)
  })
})

describe('installments of another asset under the law', () => {
  const byLaw = (changes: Readonly<Record<string, unknown>> = {}) =>
    changed(installments, { 'tax/mode': 'federal', 'tax/federal/state': 'FL', ...changes })
  const terms = (value: object) =>
    Object.fromEntries(Object.entries(value).map(([key, to]) => [`offers/x/assetsSold/sale/${key}`, to]))

  test('without interest are price only as far as they are worth it at the federal rate', () => {
    const document = byLaw(terms({ rate: 0 }))
    // 225,000 a year for three years mature after two on average: short-term, 4.18%.
    const worth = 225_000 * (1 / 1.0418 + 1 / 1.0418 ** 2 + 1 / 1.0418 ** 3)
    expect(figure(document, 'asset/hall/requiredRate')).toBe(0.0418)
    expect(figure(document, 'asset/hall/taxedAmount')).toBeCloseTo(worth, 6)
    expect(figure(document, 'asset/hall/gain')).toBeCloseTo(225_000 + worth - 300_000, 6)
    const of = (line: string) => row(document, 'x', `asset/hall/${line}`, 'maximum')
    expect(of('interestTaxed')[2]).toBeCloseTo(worth * 0.0418, 6)
    // In all, as much is taxed as without: gain becomes interest.
    const sum = (line: string) => of(line).reduce((all, amount) => all + amount, 0)
    expect(sum('taxedGain') + sum('interestTaxed')).toBeCloseTo(600_000, 6)
    expect(sum('taxedDepreciation')).toBeCloseTo(200_000, 6)
    expect(of('principal').slice(2, 5)).toEqual([225_000, 225_000, 225_000])
  })

  test('with interest below the rate are discounted payment by payment', () => {
    const document = byLaw(terms({ rate: 0.02, years: 5 }))
    const payments = [1, 2, 3, 4, 5].map((k) => 135_000 * (1 + 0.02 * (6 - k)))
    const worth = payments.reduce((sum, amount, i) => sum + amount / 1.0418 ** (i + 1), 0)
    expect(figure(document, 'asset/hall/taxedAmount')).toBeCloseTo(worth, 6)
  })

  test('that bear the rate are taxed as they read, also where the law asked for none', () => {
    const free = { short: 0, mid: 0, long: 0 }
    for (const changes of [{}, { 'tax/federal/applicableRates': free, ...terms({ rate: 0 }) }]) {
      const document = byLaw(changes)
      expect(figure(document, 'asset/hall/taxedAmount')).toBe(675_000)
      expect(figure(document, 'asset/hall/gain')).toBe(600_000)
    }
  })

  /** A note of 3,000,000 for the practice, and 4,000,000 owed for the building, both without basis. */
  const large = (asset: object = {}, entity = 'sCorporation') => {
    const note = { id: 'n', kind: 'note', label: 'Note', share: 0.3, years: 5, rate: 0.06, repayment: 'interestOnly' }
    return caseOf({
      ...byLaw({ 'tax/federal/underpaymentRate': 0.07, 'tax/federal/entity': entity }),
      practice: { basis: 0, otherAssets: [{ ...building, basis: 0, depreciation: 0 }] },
      offers: [
        {
          ...without.offers[0],
          price: { stated: 'amount', amount: 10_000_000 },
          allocation: { equipment: 0, supplies: 0, covenant: 0, intangibles: 0 },
          components: [{ ...note, probability: 1, unconditional: true }],
          assetsSold: [
            {
              id: 'sale',
              asset: 'hall',
              price: 8_000_000,
              down: 0.5,
              years: 4,
              rate: 0.06,
              probability: 1,
              ...asset,
            },
          ],
        },
      ],
    })
  }
  const interest = (document: Case) => row(document, 'x', 'deferredTaxInterest').slice(0, 7)

  test('count with the notes of the practice: interest on deferred tax above 5,000,000 in all', () => {
    // 7,000,000 owed at the end of 2028, two sevenths of it above the limit; 20% of the gain, 7% of that.
    const owed = [0, 7, 6, 5, 4, 3, 0].map((millions) => millions * 1_000_000)
    interest(large()).forEach((amount, y) => expect(amount).toBeCloseTo(0.07 * 0.2 * (2 / 7) * owed[y]!, 4))
  })

  test('do not count together where they were given in other years, or to another person', () => {
    expect(interest(large({ on: '2029-06-01' })).every((amount) => amount === 0)).toBe(true)
    expect(interest(large({}, 'cCorporation')).every((amount) => amount === 0)).toBe(true)
  })

  test('do not count for a sale of 150,000 or less', () => {
    const small = large({ price: 150_000, down: 0 })
    expect(interest(small).every((amount) => amount === 0)).toBe(true)
    const alone = set(small, 'offers/x/components/n/share', 0.6)
    expect(interest(alone)[1]).toBeCloseTo(0.07 * 0.2 * (1 / 6) * 6_000_000, 4)
  })
})

describe('where other assets are told', () => {
  test('the calendar dates the sale and the installments', () => {
    const due = calendarOf(evaluateCase(installments), installments.offers[0]!).filter(({ what }) =>
      what.startsWith('Hall'),
    )
    expect(due.map(({ on, what }) => `${on} ${what}`)).toEqual([
      '2028-01-01 Hall, sale',
      '2029-01-01 Hall, installment 1 of 3',
      '2030-01-01 Hall, installment 2 of 3',
      '2031-01-01 Hall, installment 3 of 3',
    ])
    expect(due[1]).toMatchObject({ promised: 265_500, counts: { guaranteed: 0, expected: 238_950, maximum: 265_500 } })
  })

  test('the bars of where the price went still meet', () => {
    for (const document of [kept, sold, installments])
      for (const view of VIEWS) {
        const { steps } = whereThePriceWent(evaluateCase(document), 'x', view)!
        expect(steps.at(-2)!.to).toBeCloseTo(steps.at(-1)!.to, 2)
      }
  })

  test('an attorney is asked whether it may be kept, or what stands behind its sale', () => {
    const asked = (document: Case) =>
      checksOf(evaluateCase(document)).flatMap(({ rule }) => (rule.startsWith('other-asset') ? [rule] : []))
    expect(asked(without)).toEqual([])
    expect(asked(kept)).toEqual(['other-asset/kept'])
    expect(asked(sold)).toEqual(['other-asset/sold'])
    const twice = withAsset(center, [
      { id: 'a', asset: 'center' },
      { id: 'b', asset: 'center' },
    ])
    expect(asked(twice)).toEqual(expect.arrayContaining(['other-asset/sold', 'other-asset/sold-twice']))
  })
})
