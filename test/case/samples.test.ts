import { describe, expect, it } from 'vitest'

import { dayOf, timeOf } from '../../shared/case/dates'
import { describe as fieldAt } from '../../shared/case/describe'
import { get } from '../../shared/case/path'
import { parseCase } from '../../shared/case/problems'
import type { Case, Offer, Practice } from '../../shared/case/schema'
import { samples } from '../../shared/case/samples'

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** The first year of the practice, computed here a second time so that a sample cannot drift from its comment. */
function firstYear(practice: Practice) {
  const doctors = practice.ownerCollections + practice.partnersCollections + practice.associateCollections
  const collections = doctors + practice.hygieneCollections
  const costs = sum(
    practice.costs.map((cost) =>
      cost.behaviour === 'fixed' ? cost.amount : cost.share * (cost.behaviour === 'all' ? collections : doctors),
    ),
  )
  const discretionary = collections - costs + sum(practice.addBacks.map(({ amount }) => amount))
  const replacement = practice.replacementRate * (practice.ownerCollections + practice.partnersCollections)
  const fromBooks =
    (practice.books.reportedEbitda ?? NaN) +
    practice.books.ownersPay +
    sum([...practice.addBacks, ...practice.books.oneOffs].map(({ amount }) => amount)) -
    replacement
  return { collections, costs, ebitda: discretionary - replacement, fromBooks }
}

/** The price of the whole practice in the first year. */
function price(offer: Offer, ebitda: number): number {
  if (offer.price.stated === 'amount') return offer.price.amount
  return (offer.price.ebitda ?? ebitda) * (1 - offer.price.qualityOfEarningsCut) * offer.price.multiple
}

function everyId(node: unknown, found: string[] = []): string[] {
  if (Array.isArray(node) || (node !== null && typeof node === 'object'))
    for (const [key, value] of Object.entries(node)) {
      if (key === 'id') found.push(String(value))
      else everyId(value, found)
    }
  return found
}

describe.each(samples)('$name', ({ name, document }) => {
  const { practice, offers } = document
  const year1 = firstYear(practice)

  it('passes as a case file, also after a turn through JSON', () => {
    const parsed = parseCase(JSON.parse(JSON.stringify(document)))
    expect(parsed).toEqual({ ok: true, value: document } satisfies { ok: true; value: Case })
    expect(document.sample).toBe(true)
  })

  it('has short ids, each once in its list', () => {
    for (const id of everyId(document)) expect(id).toMatch(/^[a-z0-9-]{1,14}$/)
    for (const list of [
      offers,
      practice.costs,
      practice.addBacks,
      practice.debts,
      practice.taper,
      ...offers.map((o) => o.components),
    ])
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
  })

  it('keeps costs within the published 60–75% of collections and the margin within 18–28%', () => {
    expect(year1.costs / year1.collections).toBeGreaterThanOrEqual(0.6 - 1e-9)
    expect(year1.costs / year1.collections).toBeLessThanOrEqual(0.75)
    expect(year1.ebitda / year1.collections).toBeGreaterThanOrEqual(0.18)
    expect(year1.ebitda / year1.collections).toBeLessThanOrEqual(0.28)
  })

  it('comes to one adjusted EBITDA from the lines and from the books', () => {
    expect(year1.fromBooks).toBeCloseTo(year1.ebitda, 6)
    const known = { 'general-dentist': 317_600, 'oral-surgeon': 520_000, orthodontist: 388_000 }
    expect(year1.ebitda).toBeCloseTo(known[name as keyof typeof known], 6)
  })

  it('leaves cash at closing in every offer: components do not exceed the price', () => {
    for (const offer of offers) {
      const consideration = price(offer, year1.ebitda) * offer.shareSold * practice.ownershipShare
      const later = sum(
        offer.components
          .filter((component) => !(component.kind === 'earnOut' && component.onTop))
          .map((component) => (component.basis === 'share' ? component.share * consideration : component.amount)),
      )
      expect(later).toBeLessThanOrEqual(consideration * 0.6)
    }
  })

  it('has rollover outcomes whose chances sum to 1, one of them zero', () => {
    for (const component of offers.flatMap((offer) => offer.components)) {
      if (component.kind !== 'rolled') continue
      expect(sum(component.outcomes.map(({ probability }) => probability))).toBeCloseTo(1, 12)
      expect(component.outcomes.some(({ multiple, probability }) => multiple === 0 && probability > 0)).toBe(true)
    }
  })

  it('takes over costs that the practice has', () => {
    const known = practice.costs.map(({ id }) => id)
    for (const offer of offers) for (const { cost } of offer.operations.takeovers) expect(known).toContain(cost)
  })

  it('starts on 1 January 2027, closes within the first year and lets the owner serve the term', () => {
    expect(document.assumptions.startYear).toBe(2027)
    for (const offer of offers) {
      const closing = timeOf(dayOf(offer.closing), 2027)
      expect(closing).toBeGreaterThanOrEqual(0)
      expect(closing).toBeLessThan(1)
      if (offer.structure === 'services') continue
      expect(closing + offer.job.termYears).toBeLessThanOrEqual(timeOf(dayOf(document.owner.retirement), 2027))
    }
  })

  it('says of known fields where they come from, and more than one origin', () => {
    for (const path of Object.keys(document.origins)) {
      expect(fieldAt(path, document), path).toBeDefined()
      expect(get(document, path), path).not.toBeUndefined()
    }
    expect(new Set(Object.values(document.origins))).toEqual(new Set(['entered', 'letter of intent']))
  })
})

it('has the three samples by name', () => {
  expect(samples.map(({ name }) => name)).toEqual(['general-dentist', 'oral-surgeon', 'orthodontist'])
})
