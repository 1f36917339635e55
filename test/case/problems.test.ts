import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { parseCase, parseWholeCase } from '../../shared/case/problems'
import type { CaseProblem } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'
import { caseSchema, SCHEMA_VERSION } from '../../shared/case/schema'
import { evaluateCase } from '../../shared/model'

type Loose = Record<string | number, unknown>

/** The first sample with a value inserted by JSON keys. */
function withAt(keys: readonly (string | number)[], value: unknown): unknown {
  const document = JSON.parse(JSON.stringify(samples[0]!.document)) as Loose
  const parent = keys.slice(0, -1).reduce<Loose>((node, key) => node[key] as Loose, document)
  parent[keys.at(-1)!] = value
  return document
}

function problems(data: unknown): readonly CaseProblem[] {
  const parsed = parseCase(data)
  return parsed.ok ? [] : parsed.problems
}

const one = (keys: readonly (string | number)[], value: unknown): CaseProblem => {
  const found = problems(withAt(keys, value))
  expect(found).toHaveLength(1)
  return found[0]!
}

describe('one sentence with field, value, limit and next step', () => {
  it.each([
    [
      'letters in a number',
      ['practice', 'ownerCollections'],
      '9oo,000',
      'practice/ownerCollections',
      '$.practice.ownerCollections',
      'Your own collections: "9oo,000" is not a number. Enter an amount of 0 dollars or more.',
    ],
    [
      'letters in an amount that may be negative',
      ['offers', 0, 'costs', 'workingCapital'],
      'x',
      'offers/harbor/costs/workingCapital',
      '$.offers[0].costs.workingCapital',
      'Working capital against the peg (Harbor): "x" is not a number. Enter an amount in dollars.',
    ],
    [
      'a negative price',
      ['offers', 0, 'price', 'amount'],
      -5000,
      'offers/harbor/price/amount',
      '$.offers[0].price.amount',
      'Price of the whole practice (Harbor): −$5,000 is outside the limits. Enter an amount of 0 dollars or more.',
    ],
    [
      'an amount beyond belief',
      ['owner', 'savings'],
      1e11,
      'owner/savings',
      '$.owner.savings',
      'Savings and investments: $100,000,000,000 is outside the limits. Enter at most $10,000,000,000.',
    ],
    [
      'an amount that nobody counts the noughts of',
      ['owner', 'savings'],
      1e30,
      'owner/savings',
      '$.owner.savings',
      'Savings and investments: $1 × 10^30 is outside the limits. Enter at most $10,000,000,000.',
    ],
    [
      'an amount below the least',
      ['offers', 0, 'costs', 'workingCapital'],
      -2e10,
      'offers/harbor/costs/workingCapital',
      '$.offers[0].costs.workingCapital',
      'Working capital against the peg (Harbor): −$20,000,000,000 is outside the limits. Enter at least −$10,000,000,000.',
    ],
    [
      'a birth in another century',
      ['owner', 'birthDate'],
      '1800-01-01',
      'owner/birthDate',
      '$.owner.birthDate',
      'Date of birth: January 1, 1800 makes you 226 when the plan starts; a plan goes to 110 at most. Enter a later date.',
    ],
    [
      'a share above 100%',
      ['offers', 1, 'shareSold'],
      1.2,
      'offers/cedar/shareSold',
      '$.offers[1].shareSold',
      'Share sold (Cedar): 120% is outside the limits. Enter a value from 0% to 100%.',
    ],
    [
      'a share above 100% in a component',
      ['offers', 0, 'components', 2, 'share'],
      1.001,
      'offers/harbor/components/earn-1/share',
      '$.offers[0].components[2].share',
      'Share of the price (Harbor, Earn-out): 100.1% is outside the limits. Enter a value from 0% to 100%.',
    ],
    [
      'growth out of bounds',
      ['practice', 'feeGrowth'],
      -0.6,
      'practice/feeGrowth',
      '$.practice.feeGrowth',
      'Fee growth: −60% is outside the limits. Enter a value from −50% to 50%.',
    ],
    [
      'a part of a month',
      ['offers', 0, 'components', 0, 'months'],
      1.5,
      'offers/harbor/components/escrow-1/months',
      '$.offers[0].components[0].months',
      'Released after (Harbor, Escrow): 1.5 is not a whole number. Enter a value from 0 to 120 months.',
    ],
    [
      'no day of the calendar',
      ['owner', 'retirement'],
      '2033-02-30',
      'owner/retirement',
      '$.owner.retirement',
      'Retirement: "2033-02-30" is no day of the calendar. Enter a date such as 2027-06-30.',
    ],
    [
      'a closing before the start',
      ['offers', 0, 'closing'],
      '2026-06-30',
      'offers/harbor/closing',
      '$.offers[0].closing',
      'Closing (Harbor): June 30, 2026 is before the plan starts. Enter January 1, 2027, or a later date.',
    ],
    [
      'a retirement before the start',
      ['owner', 'retirement'],
      '2020-01-01',
      'owner/retirement',
      '$.owner.retirement',
      'Retirement: January 1, 2020 is before the plan starts. Enter January 1, 2027, or a later date.',
    ],
    [
      'a birth after the start',
      ['owner', 'birthDate'],
      '2067-05-20',
      'owner/birthDate',
      '$.owner.birthDate',
      'Date of birth: May 20, 2067 is after the plan starts. Enter an earlier date.',
    ],
    [
      'a plan that is over',
      ['owner', 'horizonAge'],
      55,
      'owner/horizonAge',
      '$.owner.horizonAge',
      'Plan to age: 55 is already reached when the plan starts, with May 20, 1967 as your date of birth. Enter a greater age, or a later date of birth.',
    ],
    [
      'another choice',
      ['tax', 'mode'],
      'none',
      'tax/mode',
      '$.tax.mode',
      expect.stringMatching(/^How tax is calculated: "none" is not one of the choices\. Choose blended/),
    ],
    [
      'too long a text',
      ['practice', 'name'],
      'x'.repeat(200),
      'practice/name',
      '$.practice.name',
      'Name of the practice: the text is too long; at most 80 characters are possible. Shorten it.',
    ],
    [
      'a number for a text',
      ['practice', 'name'],
      5,
      'practice/name',
      '$.practice.name',
      'Name of the practice: 5 is not a text. Put it in quotation marks.',
    ],
    [
      'neither yes nor no',
      ['offers', 0, 'retained', 'put'],
      'maybe',
      'offers/harbor/retained/put',
      '$.offers[0].retained.put',
      'You may require the purchase (put) (Harbor): "maybe" is neither yes nor no. Enter true or false.',
    ],
    [
      'a kind of component that is not there',
      ['offers', 0, 'components', 1, 'kind'],
      'bond',
      'offers/harbor/components/note-1/kind',
      '$.offers[0].components[1].kind',
      expect.stringMatching(/there is no component of the kind "bond"\. Choose escrow, note, earnOut, rolled/),
    ],
    [
      'a version in quotation marks',
      ['schemaVersion'],
      '1',
      'schemaVersion',
      '$.schemaVersion',
      'schemaVersion: "1" is no version of a case file. Write a whole number without quotation marks, as the program that wrote the file did.',
    ],
    [
      'a misspelled key',
      ['practice', 'feeGrwoth'],
      0.03,
      'practice/feeGrwoth',
      '$.practice.feeGrwoth',
      'There is no field "feeGrwoth" at $.practice. Check the spelling, or remove it.',
    ],
    [
      'a misspelled key in a component',
      ['offers', 0, 'components', 1, 'rates'],
      0.03,
      expect.any(String),
      '$.offers[0].components[1].rates',
      'There is no field "rates" at $.offers[0].components[1]. Check the spelling, or remove it.',
    ],
    [
      'a key that every object inherits',
      ['practice', 'constructor'],
      1,
      'practice/constructor',
      '$.practice.constructor',
      'There is no field "constructor" at $.practice. Check the spelling, or remove it.',
    ],
    [
      'an id of two offers',
      ['offers', 1, 'id'],
      'harbor',
      'offers/harbor/id',
      '$.offers[1].id',
      'The id "harbor" is used twice in $.offers. Give each element its own.',
    ],
    [
      'an id of two outcomes',
      ['offers', 2, 'components', 1, 'outcomes', 1, 'id'],
      'lost',
      'offers/summit/components/rolled-1/outcomes/lost/id',
      '$.offers[2].components[1].outcomes[1].id',
      'The id "lost" is used twice in $.offers[2].components[1].outcomes. Give each element its own.',
    ],
    [
      'the origin of a field that is not there',
      ['origins', 'practice/feeGrwoth'],
      'entered',
      'origins/practice/feeGrwoth',
      '$.origins.practice/feeGrwoth',
      'There is no field "practice/feeGrwoth" of which $.origins could say where its value comes from. Check the spelling, or remove it.',
    ],
    [
      'the origin of a group of fields',
      ['origins', 'practice'],
      'entered',
      'origins/practice',
      '$.origins.practice',
      expect.stringMatching(/^There is no field "practice" of which/),
    ],
    [
      'an origin that is none',
      ['origins', 'id'],
      '__proto__',
      'origins/id',
      '$.origins.id',
      'origins/id: "__proto__" says nothing of where a value comes from. Write "entered", "letter of intent", "assumed".',
    ],
    [
      'a version that is an object',
      ['schemaVersion'],
      { toString: 1 },
      'schemaVersion',
      '$.schemaVersion',
      expect.stringMatching(/^schemaVersion: \{"toString":1\} is no version of a case file\./),
    ],
    [
      'an id that would break a path',
      ['practice', 'costs', 0, 'id'],
      'a/b',
      expect.any(String),
      '$.practice.costs[0].id',
      expect.stringMatching(/"a\/b" cannot be an id\. Use 1 to 40 letters, digits and hyphens\.$/),
    ],
  ])('%s', (_, keys, value, path, json, message) => {
    expect(one(keys, value)).toEqual({ path, json, message })
  })

  it('of what is not compared no day is asked', () => {
    const data = withAt(['offers', 0, 'include'], false) as { offers: Loose[] }
    Object.assign(data.offers[0]!, { closing: '2026-01-01' })
    expect(problems(data)).toEqual([])
  })

  it('is short, however long what it speaks of is', () => {
    const long = 'x🦷'.repeat(20_000)
    const found = [
      ...problems(withAt([long], 1)),
      ...problems(withAt(['practice', long], 1)),
      ...problems(withAt(['practice', 'specialty'], long)),
      ...problems(withAt(['practice', 'costs', 0], { id: 'a', label: long, behaviour: long, share: 7, [long]: 1 })),
      ...problems(withAt(['origins'], { [long]: 'entered' })),
      ...problems(withAt(['origins'], { [`practice/${long}`]: long })),
      ...problems(withAt(['offers', 0, 'id'], long)),
      ...problems(
        withAt(
          ['offers'],
          Array.from({ length: 5000 }, () => ({ [long]: long })),
        ),
      ),
    ]
    expect(found.length).toBeLessThan(200)
    for (const { message, json } of found) {
      expect(message.length).toBeLessThan(2000)
      expect(json.length).toBeLessThan(400)
      expect(message.isWellFormed()).toBe(true)
    }
  })

  it('names too many entries', () => {
    const offers = Array.from({ length: 9 }, (_, i) => ({ id: `o${i}` }))
    expect(one(['offers'], offers).message).toBe('Offer: at most 8 are possible, and here are 9. Remove some.')
  })

  it('names each of several', () => {
    const data = withAt(['practice', 'feeGrowth'], 9) as { owner: Loose }
    data.owner['savings'] = 'much'
    expect(problems(data).map(({ path }) => path)).toEqual(['practice/feeGrowth', 'owner/savings'])
  })

  it('never throws and always answers in sentences, whatever stands in a field', () => {
    const strange = [null, [], {}, [[]], 'x', -1, 1e300, false, '', { id: null }, [null], [{ id: 5 }]]
    const fields = [
      ['practice'],
      ['owner'],
      ['offers'],
      ['offers', 0],
      ['offers', 0, 'components'],
      ['offers', 0, 'components', 0],
      ['practice', 'costs', 0],
      ['origins'],
      ['schemaVersion'],
      ['offers', 0, 'id'],
    ]
    for (const keys of fields)
      for (const value of strange)
        for (const { message } of problems(withAt(keys, value))) {
          expect(message).toMatch(/\.$/)
          expect(message).not.toMatch(/undefined|\[object/)
        }
  })
})

describe('what is no plain data', () => {
  const nested = (levels: number): unknown => Array.from({ length: levels }).reduce((inner) => [inner], 0)
  const circle: Loose = {}
  circle['again'] = circle
  const shared = Array.from({ length: 30 }).reduce<unknown>((inner) => [inner, inner], 0)

  it.each([
    ['nested 10,000 levels deep', nested(10_000), /more than 32 levels deep/],
    ['a circle', circle, /more than 32 levels deep/],
    ['a list that holds itself thousands of times', shared, /more than 200,000 values/],
    // oxlint-disable-next-line unicorn/no-new-array
    ['a list of nothing', new Array(1e9), /more than 200,000 values/],
    ['a BigInt', 10n, /^\$\.practice is a bigint, which no file can hold/],
    ['a function', () => 1, /^\$\.practice is a function/],
    ['a symbol', Symbol('x'), /^\$\.practice is a symbol/],
    ['a list with a name', Object.assign([1], { constructor: 1 }), /^\$\.practice is a list and has names as well/],
    ['a map', new Map(), /^\$\.practice is an object of a special kind/],
    ['a day as an object', new Date(0), /^\$\.practice is an object of a special kind/],
  ])('is refused: %s', (_, value, sentence) => {
    const found = problems({ app: 'sell-or-stay', practice: value })
    expect(found).toEqual([expect.objectContaining({ message: expect.stringMatching(sentence) })])
  })
})

describe('a document to be stored', () => {
  const { document } = samples[0]!
  const refused = (given: unknown) => {
    const read = parseWholeCase(given)
    return read.ok ? [] : read.problems.map(({ json }) => json)
  }

  it('is whole', () => {
    expect(refused(document)).toEqual([])
    expect(refused({})).toEqual(['$'])
    const { owner: _, ...rest } = document
    expect(refused(rest)).toEqual(['$.owner'])
    const { feeGrowth: _growth, ...practice } = document.practice
    expect(refused({ ...document, practice })).toEqual(['$.practice.feeGrowth'])
    expect(refused({ ...document, offers: undefined })).toEqual(['$.offers'])
  })
})

describe('files that are not ours', () => {
  it.each([null, 5, 'text', [], {}, { app: 'another', schemaVersion: 1 }])('%j', (data) => {
    expect(problems(data)).toEqual([
      {
        path: '',
        json: '$',
        message:
          'This is not a case file of Sell or Stay: it does not say "app": "sell-or-stay". Choose a file that this program has exported.',
      },
    ])
  })

  it('are told from files of a newer version', () => {
    expect(problems({ app: 'sell-or-stay', schemaVersion: 99, whatever: 1 }).map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^This case file is of version 99; this program reads up to version \d+\. Update the program, then open the file again\.$/,
      ),
    ])
  })
})

it('drops no key in silence, not even one that objects have of their own accord', () => {
  for (const text of [
    '{"app":"sell-or-stay","origins":{"__proto__":"entered"}}',
    '{"app":"sell-or-stay","__proto__":1}',
  ])
    expect(problems(JSON.parse(text)).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^There is no field "__proto__" .+ Check the spelling, or remove it\.$/),
    ])
})

it('takes −0 for 0', () => {
  const read = parseCase(JSON.parse('{"app":"sell-or-stay","practice":{"perks":-0}}'))
  expect(read).toMatchObject({ ok: true, value: { practice: { perks: 0 } } })
})

it('fills an empty case with its defaults', () => {
  const parsed = parseCase({ app: 'sell-or-stay' })
  expect(parsed).toMatchObject({
    ok: true,
    value: { schemaVersion: SCHEMA_VERSION, practice: { feeGrowth: 0.025 }, offers: [] },
  })
})

it('reads a plan that starts later than the default days of ways that are not compared', () => {
  const parsed = parseCase({
    app: 'sell-or-stay',
    schemaVersion: 1,
    assumptions: { startYear: 2029 },
    practice: { costs: [{ id: 's', label: 'Staff', behaviour: 'all', share: 0.5 }] },
    owner: { birthDate: '1968-07-01', retirement: '2033-06-30' },
  })
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message)
  const outcome = evaluateCase(parsed.value)
  expect(outcome.problems()).toEqual([])
  expect(outcome.figure('keep', 'expected', 'wealthAtRetirement')).toBeGreaterThan(0)
})

it('publishes a JSON Schema that takes every id that the program takes', () => {
  const published = JSON.stringify(z.toJSONSchema(caseSchema, { io: 'input' }))
  const patterns = new Set(
    [...published.matchAll(/"pattern":("(?:[^"\\\\]|\\\\.)*")/g)].map(([, text]) => JSON.parse(text!)),
  )
  expect(patterns.size).toBe(1)
  const [pattern] = [...patterns] as [string]
  for (const id of ['a', 'A', 'Harbor-2', 'x'.repeat(40), '', 'a/b', 'x'.repeat(41), 'ä', 'a b', 'a\n']) {
    const taken = parseCase({ app: 'sell-or-stay', offers: [{ id }] }).ok
    expect({ id, taken: new RegExp(pattern, 'u').test(id) }).toEqual({ id, taken })
  }
})
