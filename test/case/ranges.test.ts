import { describe, expect, it } from 'vitest'

import { describe as fieldAt } from '../../shared/case/describe'
import { parseCase } from '../../shared/case/problems'
import type { Case } from '../../shared/case/schema'
import { isPartner } from '../../shared/case/partner/is-partner'
import { set } from '../../shared/case/path'
import { credit, genericPath, outsideRange, rangeFor, ranges } from '../../shared/case/ranges'
import { samples } from '../../shared/case/samples'
import { numericFields } from './walk'

const sample = (name: string): Case => samples.find((found) => found.name === name)!.document
const dentist = sample('general-dentist')
const surgeon = sample('oral-surgeon')
const orthodontist = sample('orthodontist')

/** Paths of all numbers in a document, with their values. */
function numbers(node: unknown, path = ''): [string, number][] {
  if (typeof node === 'number') return [[path, node]]
  if (node === null || typeof node !== 'object') return []
  const entries = Array.isArray(node)
    ? node.map((item) => [(item as { id: string }).id, item] as const)
    : Object.entries(node)
  return entries.flatMap(([key, value]) => numbers(value, path ? `${path}/${key}` : key))
}

describe('the entries', () => {
  // No figure depends on facts about an organization, so there are no published ranges for them.
  const fields = numericFields().filter(({ path }) => !/(^|\/)partner\//.test(path))

  it('are there for every numeric field of the schema, and for nothing else', () => {
    const known = new Set(fields.map(({ path }) => path))
    expect([...known].filter((path) => !Object.hasOwn(ranges, path))).toEqual([])
    expect(Object.keys(ranges).filter((path) => !known.has(path))).toEqual([])
  })

  it('are in order, within the limits of the field, and say something', () => {
    for (const { path, meta } of fields) {
      const entry = ranges[path]!
      const bands = 'assumption' in entry ? [entry] : [...entry.bands, ...(entry.otherwise ? [entry.otherwise] : [])]
      for (const band of bands) {
        expect(band.note, path).toMatch(/^[A-Z0-9$].*\.$/)
        if (band.low === undefined || band.high === undefined) continue
        expect(band.low, path).toBeLessThan(band.high)
        expect(band.low, path).toBeGreaterThanOrEqual(meta!.min!)
        expect(band.high, path).toBeLessThanOrEqual(meta!.max!)
      }
    }
  })

  it('cite an address without protocol, and no figure that is known as wrong or unsourced', () => {
    const text = JSON.stringify(ranges)
    for (const entry of Object.values(ranges))
      for (const { sources } of 'assumption' in entry ? [entry] : entry.bands)
        for (const source of sources ?? []) {
          expect(source.address).not.toMatch(/^https?:/)
          expect(source.cite.length).toBeGreaterThan(10)
        }
    expect(text).not.toMatch(/receivership|300%|ladddental|calcinum|trintable1/)
  })

  it('have a field behind each name that a condition reads', () => {
    for (const [path, entry] of Object.entries(ranges)) {
      if ('assumption' in entry) continue
      for (const band of entry.bands)
        for (const [name, values] of Object.entries(band.when ?? {})) {
          const choices = ['practice/terminalSale', 'offers/harbor', 'offers/harbor/job', 'alternatives/sellPrivately']
            .map((place) => fieldAt(`${place}/${name}`, dentist)?.choices)
            .filter((found) => found !== undefined)
          expect(choices.length, path).toBeGreaterThan(0)
          for (const value of values)
            expect(
              choices.some((found) => value in found),
              `${path} ${name} ${value}`,
            ).toBe(true)
        }
    }
  })
})

describe('genericPath', () => {
  it.each([
    ['practice/feeGrowth', 'practice/feeGrowth'],
    ['practice/costs/staff/growth', 'practice/costs/growth'],
    ['offers/harbor/price/multiple', 'offers/price/multiple'],
    ['offers/harbor/components/earn-1/probability', 'offers/components/earnOut/probability'],
    ['offers/summit/components/rolled-1/outcomes/best/multiple', 'offers/components/rolled/outcomes/multiple'],
    ['offers/harbor/components/gone/probability', undefined],
    ['practice/nothing', undefined],
  ])('%s', (path, generic) => {
    expect(genericPath(path, dentist)).toBe(generic)
  })
})

describe('rangeFor', () => {
  it('finds one for every number of the samples', () => {
    for (const { document } of samples) {
      const parsed = parseCase(document)
      if (!parsed.ok) throw new Error('a sample does not parse')
      for (const [path] of numbers({ ...parsed.value, schemaVersion: undefined }).filter(([path]) => !isPartner(path)))
        expect(rangeFor(path, parsed.value), path).toBeDefined()
    }
  })

  it('goes by specialty', () => {
    expect(rangeFor('practice/replacementRate', dentist)).toMatchObject({
      assumption: false,
      unit: 'rate',
      low: 0.25,
      high: 0.35,
    })
    expect(rangeFor('practice/replacementRate', surgeon)).toMatchObject({ assumption: false, low: 0.35, high: 0.5 })
    expect(rangeFor('practice/replacementRate', orthodontist)).toMatchObject({ assumption: true })
    const dermatologist = set(dentist, 'practice/specialty', 'dermatology')
    expect(rangeFor('offers/harbor/price/multiple', dermatologist)).toMatchObject({ low: 5, high: 7 })
  })

  it('gives none for a specialty of which none is published', () => {
    const veterinarian = set(
      set(dentist, 'practice/specialty', 'other'),
      'practice/specialtyInWords',
      'veterinary medicine',
    )
    expect(parseCase(veterinarian).ok).toBe(true)
    for (const path of ['offers/harbor/price/multiple', 'practice/replacementRate'])
      expect(rangeFor(path, veterinarian)).toMatchObject({
        assumption: true,
        note: expect.stringContaining('No published range was found for this specialty'),
      })
    expect(outsideRange('offers/harbor/price/multiple', 14, veterinarian)).toBeUndefined()
    expect(rangeFor('assumptions/inflation', veterinarian)).toEqual(rangeFor('assumptions/inflation', dentist))
  })

  it('goes by kind of buyer and by method, and shows the spread of the others', () => {
    const multiple = rangeFor('offers/harbor/price/multiple', dentist)!
    expect(multiple).toMatchObject({ low: 5, high: 8 })
    expect(multiple.others.map(({ low, high }) => [low, high])).toContainEqual([9, 11])
    expect(rangeFor('practice/terminalSale/multiple', surgeon)).toMatchObject({ low: 1.5, high: 3 })
    const byEbitda = set(surgeon, 'practice/terminalSale/method', 'ebitda')
    expect(rangeFor('practice/terminalSale/multiple', byEbitda)).toMatchObject({ low: 2, high: 6 })
    expect(rangeFor('offers/cedar/shareSold', dentist)).toMatchObject({ assumption: false, low: 0.51 })
    expect(rangeFor('offers/harbor/shareSold', dentist)).toMatchObject({ assumption: true })
  })

  it('knows nothing of fields that are no numbers', () => {
    expect(rangeFor('practice/name', dentist)).toBeUndefined()
    expect(rangeFor('offers/harbor/closing', dentist)).toBeUndefined()
    expect(rangeFor('toString', dentist)).toBeUndefined()
  })
})

describe('outsideRange', () => {
  it('says nothing inside, at the ends, and where there is only an assumption', () => {
    for (const value of [5, 6.5, 8])
      expect(outsideRange('offers/harbor/price/multiple', value, dentist)).toBeUndefined()
    expect(outsideRange('practice/capex', 900_000, dentist)).toBeUndefined()
    expect(outsideRange('offers/harbor/job/laterRate', null, dentist)).toBeUndefined()
    expect(outsideRange('offers/harbor/job/dailyGuarantee', 0, dentist)).toBeUndefined()
  })

  it('names the field, the value, the range, whom it holds for, the source and its bias', () => {
    expect(outsideRange('offers/ridge/price/multiple', 11, orthodontist)).toBe(
      'Multiple (Ridge): 11 is above the published 5 to 8 for one dental practice that a group adds ' +
        '(FOCUS Investment Banking, December 2025, earns when a sale closes). It may be right; check it.',
    )
    expect(outsideRange('offers/harbor/job/dailyGuarantee', 300, dentist)).toMatch(
      /\$300 is below the published \$500 to \$1,000/,
    )
    expect(outsideRange('offers/harbor/components/earn-1/probability', 1, dentist)).toBe(
      'Probability of payment (Harbor, Earn-out): 100% is above the published 21% to 60% for all industries ' +
        '(Griffin Advisory Group on SRS data, 2025). It may be right; check it.',
    )
  })

  it('warns of few values of the samples, and of the aggressive multiple', () => {
    const warned = samples.flatMap(({ name, document }) =>
      numbers(document).flatMap(([path, value]) =>
        // Where an offer does not state a term, the schema's default makes no claim.
        document.origins[path] && outsideRange(path, value, document) ? [`${name} ${path}`] : [],
      ),
    )
    expect(warned).toMatchInlineSnapshot(`
      [
        "orthodontist offers/ridge/price/multiple",
      ]
    `)
  })
})

it('credits a source in a few words', () => {
  const { low: _low, ...range } = rangeFor('offers/harbor/costs/broker', dentist) as Extract<
    ReturnType<typeof rangeFor>,
    { assumption: false }
  >
  expect(credit(range.sources[0])).toBe('Precision Dental Analytics, sells coaching')
})
