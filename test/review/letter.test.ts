// Exactly what was accepted from a letter is in the case: with its origin and quote, in one step.
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

import { readDocument } from '../../electron/intake/read-document'
import { get, set } from '../../shared/case/path'
import { parseCase } from '../../shared/case/problems'
import { quoteOf } from '../../shared/case/quotes'
import { caseSchema, type Case } from '../../shared/case/schema'
import { readFile, type FileRead } from '../../shared/intake/read'
import { evaluateCase } from '../../shared/model'
import { checksOf } from '../../shared/checks'
import { ledgerOf } from '../../shared/present/report/ledger'
import { offersFound, withLetter, type Value } from '../../shared/review/letter'
import { roundOf } from '../../shared/review/round'
import { markOf } from '../../shared/review/marks'

const corpus = (name: string) =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../fixtures/intake/corpus/letters/${name}`, import.meta.url))))
const reading = async (name: string) => {
  const document = await readDocument(corpus(name), name)
  return { document, read: readFile(document) }
}
const empty: Case = caseSchema.parse({})
const source = { document: 'letter.pdf', kept: null }

/** Everything that is certain, as the button takes it. */
const certain = (document: Case, read: FileRead, targets = {}): Map<string, Value> =>
  new Map(
    offersFound(document, read, targets).flatMap(({ proposals }) =>
      proposals.flatMap(({ id, sure, value }) =>
        sure === 'certain' && value !== undefined ? [[id, value] as const] : [],
      ),
    ),
  )
const whole = (document: Case): Case => {
  const read = parseCase(document)
  if (!read.ok) throw new Error(read.problems[0]!.message)
  return read.value
}

describe('a term sheet', () => {
  it('becomes an offer that closes as the sheet says', async () => {
    const { read } = await reading('l03-term-sheet-table.pdf')
    const { document, offers } = withLetter(empty, read, {}, certain(empty, read), [], source)
    const offer = whole(document).offers[0]!
    expect(offers).toEqual([offer.id])
    expect(offer).toMatchObject({
      name: 'Fenwater Pediatric Dental Management, Inc.',
      structure: 'holdco',
      closing: '2027-02-28',
      price: { stated: 'multiple', multiple: 6.5, ebitda: 1_100_000, amount: 7_150_000 },
    })
    expect(offer.components).toMatchObject([
      { kind: 'escrow', basis: 'fixed', amount: 715_000, months: 24 },
      { kind: 'rolled', basis: 'fixed', amount: 1_430_000 },
    ])
    // The sheet states the cash at closing too: the model derives it from the components.
    expect(read.fields['offers.o1.x.cashAtClosing']?.value).toBe(5_005_000)
    const outcome = evaluateCase(whole(document))
    expect(outcome.figure(offer.id, 'expected', 'cash')).toBe(5_005_000)
  })

  it('gives each value its origin and its words, on paper too', async () => {
    const { read } = await reading('l03-term-sheet-table.pdf')
    const { document } = withLetter(empty, read, {}, certain(empty, read), [], source)
    const path = `offers/${document.offers[0]!.id}/components/escrow-1/months`
    expect(document.origins[path]).toBe('letter of intent')
    expect(quoteOf(document, path)).toMatchObject({
      place: 'p. 1',
      words: '$715,000 (10%), released 24 months after Closing',
      value: 24,
    })
    const rows = ledgerOf(evaluateCase(whole(document))).groups.flatMap((group) => group.rows)
    expect(rows.find((row) => row.path === path)).toMatchObject({
      citation: 'letter.pdf, p. 1: “$715,000 (10%), released 24 months after Closing”',
    })
  })

  it('says nothing more of a value that was changed since', async () => {
    const { read } = await reading('l03-term-sheet-table.pdf')
    const { document } = withLetter(empty, read, {}, certain(empty, read), [], source)
    const [offer] = document.offers
    const path = `offers/${offer!.id}/price/multiple`
    const changed = { ...document, offers: [{ ...offer!, price: { ...offer!.price, multiple: 7 } }] }
    expect(quoteOf(document, path)).toBeDefined()
    expect(quoteOf(changed, path)).toBeUndefined()
  })

  it('asks where the letter gives no one value, and proposes none', async () => {
    const { read } = await reading('l03-term-sheet-table.pdf')
    const [offer] = offersFound(empty, read, {})
    const guarantee = offer!.proposals.find(({ id }) => id.endsWith('job.dailyGuarantee'))
    expect(guarantee).toMatchObject({ sure: 'asked', value: undefined, candidates: [1200] })
    expect(offer!.unstated).toContain('what happens to the practice’s debt')
  })

  it('turns what binds the owner into questions for the attorney', async () => {
    const { read } = await reading('l03-term-sheet-table.pdf')
    const [found] = offersFound(empty, read, {})
    expect(found!.attorney.map(({ topic }) => topic)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Non-compete of 3 years within 10 miles:/),
        expect.stringMatching(/^Exclusivity of 75 days:/),
      ]),
    )
    const points = found!.attorney.map((point) => ({ ...point, key: 'o1' }))
    const { document } = withLetter(empty, read, {}, certain(empty, read), points, source)
    const asked = checksOf(evaluateCase(whole(document))).filter(({ rule }) => rule === 'letter/attorney')
    expect(asked).toHaveLength(points.length)
    expect(asked[0]).toMatchObject({ for: 'attorney', severity: 'question' })
    expect(asked[0]!.message).toContain('letter.pdf, p. 2: “3 years after the later of Closing')
    // Read again, they are not duplicated.
    const twice = withLetter(document, read, { o1: document.offers[0]!.id }, new Map(), points, source)
    expect(twice.document.offers[0]!.attorney).toHaveLength(points.length)
  })

  it('changes an offer that is there, and names what was confirmed before', async () => {
    const { read } = await reading('l03-term-sheet-table.pdf')
    const first = withLetter(empty, read, {}, certain(empty, read), [], source).document
    const [offer] = first.offers
    const edited = whole({
      ...first,
      offers: [{ ...offer!, price: { ...offer!.price, multiple: 6 } }],
    })
    const targets = { o1: offer!.id }
    const multiple = offersFound(edited, read, targets)[0]!.proposals.find(({ id }) => id.endsWith('price.multiple'))
    expect(multiple).toMatchObject({ value: 6.5, now: 6 })
    const again = withLetter(edited, read, targets, certain(edited, read, targets), [], source).document
    expect(again.offers).toHaveLength(1)
    expect(again.offers[0]!.components).toHaveLength(2)
    expect(again.offers[0]!.price.multiple).toBe(6.5)
  })
})

describe('another round of an offer', () => {
  it('says of each term what it was, what it is and what that is worth', async () => {
    const { read } = await reading('l03-term-sheet-table.pdf')
    const first = whole(withLetter(empty, read, {}, certain(empty, read), [], source).document)
    const [offer] = first.offers
    const at = (field: string, value: number) => whole(set(second, `offers/${offer!.id}/${field}`, value))
    let second = first
    second = at('price/multiple', 7)
    second = at('job/rate', 0.3)
    const { changes, worth } = roundOf(first, second, offer!.id)
    expect(changes.map(({ change }) => change.path.split('/').slice(2).join('/'))).toEqual([
      'price/multiple',
      'job/rate',
    ])
    const value = (document: Case) => evaluateCase(document).figure(offer!.id, 'expected', 'pathTotalPresentValue')!
    expect(worth).toBeCloseTo(value(second) - value(first), 6)
    expect(changes[0]!.worth).toBeCloseTo(value(second) - value(at('price/multiple', 6.5)), 6)
    expect(changes[0]!.worth).toBeGreaterThan(100_000)
    expect(changes[1]!.worth).toBeLessThan(-10_000)
    expect(roundOf(first, first, offer!.id)).toEqual({ changes: [], worth: 0 })
  })
})

it('puts several offers of one document beside each other', async () => {
  const { read } = await reading('l04-broker-comparison.docx')
  const { document } = withLetter(empty, read, {}, certain(empty, read), [], source)
  expect(whole(document).offers.length).toBeGreaterThan(1)
})

it('puts nothing into the case but what was taken, whatever is taken', async () => {
  const { read } = await reading('l07-holdco-preference.pdf')
  const all = [...certain(empty, read)]
  fc.assert(
    fc.property(fc.subarray(all), (some) => {
      const { document, pathOf } = withLetter(empty, read, {}, new Map(some), [], source)
      for (const [id, value] of some) {
        expect(get(document, pathOf(id)!)).toBe(value)
        expect(quoteOf(document, pathOf(id)!)?.words).not.toBe('')
      }
      expect(Object.keys(document.quotes)).toHaveLength(some.length)
      expect(document.practice.costs).toEqual(empty.practice.costs)
      expect(document.owner).toEqual(empty.owner)
    }),
    { numRuns: 60 },
  )
})

it('leaves a case as it is where nothing was taken', async () => {
  const { read } = await reading('l07-holdco-preference.pdf')
  expect(withLetter(empty, read, {}, new Map(), [], source).document).toEqual(empty)
})

it('finds every quote of the corpus in the text of its document', async () => {
  const names = [
    'l01-formal-numbered.docx',
    'l02-email-holdco.eml',
    'l03-term-sheet-table.pdf',
    'l05-mso-income-scrape.pdf',
    'l10-words-only.txt',
  ]
  for (const name of names) {
    // oxlint-disable-next-line no-await-in-loop
    const { document, read } = await reading(name)
    for (const [id, { quote, place }] of Object.entries(read.fields))
      expect(markOf(document, place, quote), `${name} ${id}: ${quote}`).toBeDefined()
  }
})
