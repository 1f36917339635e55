import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { get, jsonPath, pathOf, set } from '../../shared/case/path'
import { samples } from '../../shared/case/samples'

/** Paths of all fields in a document, with the keys by which zod would report them. */
function places(node: unknown, path: string[] = [], keys: PropertyKey[] = []): { path: string; keys: PropertyKey[] }[] {
  const here = path.length > 0 ? [{ path: path.join('/'), keys }] : []
  if (Array.isArray(node))
    return [...here, ...node.flatMap((item, i) => places(item, [...path, (item as { id: string }).id], [...keys, i]))]
  if (node === null || typeof node !== 'object') return here
  // The keys of the origins are paths themselves.
  return [
    ...here,
    ...Object.entries(node).flatMap(([key, item]) =>
      key === 'origins' ? [] : places(item, [...path, key], [...keys, key]),
    ),
  ]
}

const documents = samples.map(({ document }) => document)
const anyPlace = fc.constantFrom(
  ...documents.flatMap((document, i) => places(document).map((place) => ({ i, ...place }))),
)
const anyValue = fc.oneof(fc.double({ noNaN: true }), fc.string(), fc.constant(null), fc.constant(true))
const outside = (path: string, other: string) =>
  !`${path}/`.startsWith(`${other}/`) && !`${other}/`.startsWith(`${path}/`)

describe('get and set', () => {
  it('gives back what was put in', () => {
    fc.assert(
      fc.property(anyPlace, anyValue, ({ i, path }, value) => {
        const document = documents[i]!
        // An element whose id is replaced has left its list.
        if (path.endsWith('/id') || isElement(document, path)) return
        expect(get(set<unknown>(document, path, value), path)).toBe(value)
      }),
    )
  })

  it('changes nothing when the same value is put in', () => {
    fc.assert(
      fc.property(anyPlace, ({ i, path }) => {
        expect(set(documents[i]!, path, get(documents[i], path))).toEqual(documents[i])
      }),
    )
  })

  it('lets the last of two win', () => {
    fc.assert(
      fc.property(anyPlace, anyValue, anyValue, ({ i, path }, a, b) => {
        const document = documents[i]!
        if (path.endsWith('/id') || isElement(document, path)) return
        expect(set<unknown>(set<unknown>(document, path, a), path, b)).toEqual(set<unknown>(document, path, b))
      }),
    )
  })

  it('leaves the original as it was and shares all that is not on the way', () => {
    fc.assert(
      fc.property(anyPlace, anyValue, fc.nat(), ({ i, path }, value, pick) => {
        const document = documents[i]!
        const before = JSON.stringify(document)
        const changed = set<unknown>(document, path, value)
        expect(JSON.stringify(document)).toBe(before)
        const all = places(document)
        const other = all[pick % all.length]!.path
        if (!outside(path, other) || path.endsWith('/id')) return
        expect(get(changed, other)).toBe(get(document, other))
      }),
    )
  })

  it('finds an element by its id wherever it stands in the list', () => {
    const [document] = documents
    const reversed = { ...document, offers: document!.offers.toReversed() }
    expect(get(reversed, 'offers/harbor/job/rate')).toBe(0.28)
    expect(get(set(reversed, 'offers/harbor/job/rate', 0.3), 'offers/harbor/job/rate')).toBe(0.3)
    expect(get(set(reversed, 'offers/harbor/job/rate', 0.3), 'offers/cedar/job/rate')).toBe(0.3)
  })

  it('finds nothing where nothing is, and puts nothing there', () => {
    const [document] = documents
    for (const path of [
      'nothing',
      'offers/nobody',
      'offers/0',
      'practice/name/length',
      'toString',
      'practice/constructor',
      'offers/length',
    ])
      expect(get(document, path), path).toBeUndefined()
    for (const path of ['offers/nobody/job/rate', 'offers/nobody', 'nothing/below', 'practice/name/length'])
      expect(() => set<unknown>(document, path, 1), path).toThrow(`There is nothing at ${path}.`)
  })
})

const isElement = (document: unknown, path: string): boolean =>
  Array.isArray(get(document, path.slice(0, path.lastIndexOf('/'))))

describe('pathOf', () => {
  it('names the place that zod reports by keys', () => {
    fc.assert(
      fc.property(anyPlace, ({ i, path, keys }) => {
        const document = documents[i]!
        expect(pathOf(document, keys)).toBe(path)
        expect(get(document, pathOf(document, keys))).toBe(
          keys.reduce<unknown>((node, key) => (node as Record<PropertyKey, unknown>)[key], document),
        )
      }),
    )
  })

  it('takes the index of an element without id, and does not stumble over what is missing', () => {
    expect(pathOf({ offers: [{ name: 'x' }] }, ['offers', 0, 'name'])).toBe('offers/0/name')
    expect(pathOf({}, ['offers', 2, 'job', 'rate'])).toBe('offers/2/job/rate')
    expect(pathOf(null, ['offers'])).toBe('offers')
    expect(pathOf({ offers: null }, [])).toBe('')
  })
})

it('writes places as JSON paths', () => {
  expect(jsonPath([])).toBe('$')
  expect(jsonPath(['offers', 0, 'job', 'rate'])).toBe('$.offers[0].job.rate')
})
