// The scorecard: totals with their unknown share, and how often each alternative leads when the weights change.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { leadsOverWeightings, type Scored } from '../../shared/analysis/weightings'
import { AREA_IDS } from '../../shared/case/partner/areas'
import { set } from '../../shared/case/path'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import {
  leadsOf,
  scorecardOf,
  scoreHeadline,
  totalInWords,
  unknownInWords,
} from '../../shared/present/partner/scorecard'

const sample = samples.find(({ name }) => name === 'general-dentist')!.document
const put = (document: Case, changes: Readonly<Record<string, unknown>>): Case =>
  Object.entries(changes).reduce((now, [path, value]) => set(now, path, value), document)
const column = (document: Case, id: string) => scorecardOf(document).columns.find((one) => one.id === id)!
const everywhere = (at: string, score: number | null) =>
  Object.fromEntries(AREA_IDS.map((area) => [`${at}/${area}/score`, score]))

describe('a total', () => {
  it('is the weighted average of the scores', () => {
    const document = put(sample, {
      ...everywhere('offers/harbor/partner/scores', 4),
      ...Object.fromEntries(AREA_IDS.map((area) => [`partner/weights/${area}`, 0])),
      'partner/weights/staff': 1,
      'partner/weights/legal': 3,
      'offers/harbor/partner/scores/staff/score': 10,
      'offers/harbor/partner/scores/legal/score': 2,
    })
    expect(column(document, 'harbor').total).toEqual({ low: 4, high: 4, scored: 16, areas: 16 })
    expect(totalInWords(column(document, 'harbor').total)).toBe('4.0 of 10')
    expect(unknownInWords(column(document, 'harbor').total)).toBe('')
  })

  it('is a range where scores are unknown, which never count as zero by themselves', () => {
    const document = put(sample, {
      ...Object.fromEntries(AREA_IDS.map((area) => [`partner/weights/${area}`, 5])),
      ...everywhere('offers/harbor/partner/scores', 8),
      'offers/harbor/partner/scores/staff/score': null,
      'offers/harbor/partner/scores/legal/score': null,
      'offers/harbor/partner/scores/equity/score': null,
      'offers/harbor/partner/scores/record/score': null,
    })
    const { total } = column(document, 'harbor')
    expect(total).toEqual({ low: 6, high: 8.5, scored: 12, areas: 16 })
    expect(totalInWords(total)).toBe('6.0 to 8.5 of 10')
    expect(unknownInWords(total)).toBe('4 of 16 areas unknown')
    expect(totalInWords(column(put(sample, everywhere('partner/stay/scores', null)), 'keep').total)).toBe(
      'nothing scored yet',
    )
  })

  it('has every deal-breaker beside it and is not lowered by it', () => {
    const before = column(sample, 'cedar')
    const after = column(put(sample, { 'offers/cedar/partner/scores/legal/dealBreaker': true }), 'cedar')
    expect(after.total).toEqual(before.total)
    expect(after.dealBreakers).toEqual(['Legal and compliance'])
    expect(column(sample, 'summit').dealBreakers).toEqual(['Clinical autonomy'])
  })

  it('lies between its bounds wherever the unknown scores come to lie', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 16, maxLength: 16 }), (values) => {
        const { low, high } = column(sample, 'summit').total
        const known = put(
          sample,
          Object.fromEntries(
            AREA_IDS.flatMap((area, i) =>
              sample.offers[2]!.partner.scores[area].score === null
                ? [[`offers/summit/partner/scores/${area}/score`, values[i]]]
                : [],
            ),
          ),
        )
        const { total } = column(known, 'summit')
        expect(total.low).toBeCloseTo(total.high, 12)
        expect(total.low).toBeGreaterThanOrEqual(low - 1e-12)
        expect(total.high).toBeLessThanOrEqual(high + 1e-12)
      }),
      { numRuns: 30 },
    )
  })
})

describe('the share of all weightings in which each leads', () => {
  const of = (...alternatives: (number | null)[][]) =>
    leadsOverWeightings(alternatives.map((scores, i): Scored => ({ id: String(i), scores }))).leads

  // P(w₁d₁ + … > 0) for uniformly drawn weights: with two areas, d₁ over the span of both.
  it.each([
    [[10, 0], [0, 10], 1 / 2],
    [[10, 0], [0, 5], 2 / 3],
    [[7, 3], [6, 6], 1 / 4],
  ])('of two areas agrees with the exact one: %j against %j', (mine, other, exact) => {
    const [one, two] = of(mine, other)
    expect(Math.abs(one!.surely - exact)).toBeLessThan(0.02)
    expect(one!.surely + two!.surely).toBeCloseTo(1, 6)
    expect([one!.possibly, one!.onCommon]).toEqual([one!.surely, one!.surely])
  })

  // Σ over gains of dᵢⁿ⁻¹ ÷ Π(dᵢ − dⱼ): the exact share for uniformly drawn weights and distinct differences.
  it.each([[[3, -1, -2]], [[4, 2, -1, -3]], [[1, -2, -4, 5, 3]]])(
    'of more areas agrees with the exact one: %j',
    (gains) => {
      const exact = gains
        .filter((gain) => gain > 0)
        .map((gain) =>
          gains.filter((other) => other !== gain).reduce((part, other) => (part * gain) / (gain - other), 1),
        )
        .reduce((sum, part) => sum + part, 0)
      const [one] = of(
        gains.map((gain) => 5 + gain),
        gains.map(() => 5),
      )
      expect(Math.abs(one!.surely - exact)).toBeLessThan(0.02)
    },
  )

  it('is none for equals, all for who is better everywhere', () => {
    expect(of([5, 5], [5, 5]).map(({ surely, possibly }) => [surely, possibly])).toEqual([
      [0, 0],
      [0, 0],
    ])
    expect(of([6, 7], [5, 5])[0]).toMatchObject({ surely: 1, possibly: 1, onCommon: 1 })
  })

  it('keeps what is unknown apart: for sure, possibly, and on what is scored for all', () => {
    const { leads, common } = leadsOverWeightings([
      { id: 'a', scores: [8, null] },
      { id: 'b', scores: [5, 5] },
    ])
    expect(common).toBe(1)
    expect(leads[0]).toMatchObject({ possibly: 1, onCommon: 1 })
    // With the unknown at 0: 8w > 5, so w above 5/8.
    expect(Math.abs(leads[0]!.surely - 3 / 8)).toBeLessThan(0.02)
    expect(Math.abs(leads[1]!.possibly - 5 / 8)).toBeLessThan(0.02)
    expect(leads[1]!.surely).toBe(0)
  })

  it('says that nothing is scored for all where that is so', () => {
    expect(
      leadsOverWeightings([
        { id: 'a', scores: [8, null] },
        { id: 'b', scores: [null, 5] },
      ]),
    ).toMatchObject({
      common: 0,
      leads: [{ onCommon: undefined }, { onCommon: undefined }],
    })
  })

  it('is the same each time, and leaves out of what nothing is scored', () => {
    const card = scorecardOf(put(sample, everywhere('offers/harbor/partner/scores', null)))
    expect(leadsOf(card)).toEqual(leadsOf(card))
    expect(leadsOf(card).leads.map(({ id }) => id)).toEqual(['keep', 'cedar', 'summit'])
  })
})

describe('the finding', () => {
  it('says who leads, or that the unknown decides', () => {
    const full = (keep: number, cedar: number) =>
      put(
        { ...sample, offers: sample.offers.filter(({ id }) => id === 'cedar') },
        { ...everywhere('partner/stay/scores', keep), ...everywhere('offers/cedar/partner/scores', cedar) },
      )
    expect(scoreHeadline(scorecardOf(full(5, 7)))).toBe(
      'With your weights, Cedar scores highest, whatever the unknown scores turn out to be: 7.0 of 10.',
    )
    expect(scoreHeadline(scorecardOf(full(5, 5)))).toBe('With your weights, none scores highest: the best are equal.')
    expect(scoreHeadline(scorecardOf(put(full(5, 5), { 'partner/stay/scores/staff/score': null })))).toBe(
      'With your weights, the unknown scores decide: Stay independent and Cedar may each score highest.',
    )
  })
})
