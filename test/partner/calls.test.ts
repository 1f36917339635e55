// Reference calls: promises kept, doctors' recommendations with their sample size, whom to call next.
import { describe, expect, it } from 'vitest'

import { partnerSchema, type Call } from '../../shared/case/partner/schema'
import { samples } from '../../shared/case/samples'
import {
  countCalls,
  deliveredInWords,
  opinionsInWords,
  ownNetPromoter,
  whomToCall,
} from '../../shared/present/partner/calls'

const sample = samples.find(({ name }) => name === 'general-dentist')!.document
const [harbor, cedar, summit] = sample.partner.organizations
const calls = (...given: object[]): { calls: Call[] } => ({
  calls: partnerSchema.parse({
    organizations: [{ id: 'o', calls: given.map((call, i) => ({ id: `c-${i}`, ...call })) }],
  }).organizations[0]!.calls,
})

describe('promises', () => {
  it('are counted by topic; in part is neither kept nor broken', () => {
    expect(countCalls(cedar!).all).toEqual({ promised: 5, delivered: 3, partly: 1, inTime: 2, unknown: 0 })
    expect(deliveredInWords(countCalls(cedar!).all)).toBe('3 of 5 promises delivered, 1 in part')
    expect(countCalls(summit!).byTopic.map(({ name, delivered, promised }) => [name, delivered, promised])).toEqual([
      ['Clinical autonomy', 0, 1],
      ['Pay', 1, 1],
      ['Technology', 0, 1],
    ])
  })

  it('of which nothing is known do not count as broken', () => {
    const counts = countCalls(calls({ topics: [{ id: 't', topic: 'pay', promised: 'more', delivered: 'unknown' }] }))
    expect(counts.all).toEqual({ promised: 0, delivered: 0, partly: 0, inTime: 0, unknown: 1 })
    expect(deliveredInWords(counts.all)).toBe('nothing known of promises')
  })
})

describe('the net promoter score of the calls', () => {
  it.each([
    [[9, 10, 8, 7, 6, 0], 'Net promoter score 0 from 6 answers: too few to rely on.'],
    [[4], 'Net promoter score −100 from 1 answer: too few to rely on.'],
    [[9, 7], 'Net promoter score 50 from 2 answers: too few to rely on.'],
    [Array.from({ length: 20 }, () => 10), 'Net promoter score 100 from 20 answers.'],
    [[], 'No doctor was asked how likely he or she is to recommend them.'],
  ])('of %j', (answers, words) => {
    expect(ownNetPromoter(countCalls(calls(...answers.map((recommend) => ({ recommend })))))).toBe(words)
  })
})

it('counts who trusts them and who would do it again', () => {
  expect(opinionsInWords(countCalls(cedar!))).toBe('1 of 2 trust them fully, 1 in part; 2 of 2 would do it again.')
  expect(opinionsInWords(countCalls(summit!))).toBe('0 of 1 trust them fully, 1 in part; 0 of 1 would do it again.')
  expect(opinionsInWords(countCalls(calls({})))).toBe('')
})

it('names the gaps in who was called', () => {
  expect(whomToCall(harbor!)).toEqual([
    'You have called nobody yet. Ask for a list of all doctors, not for references, and choose from it yourself.',
  ])
  expect(whomToCall(summit!)[0]).toBe('You have called nobody who left. They have the least reason to be kind.')
  const five = ['there', 'left', 'retired', 'there', 'there'].map((relation) => ({
    relation,
    topics: [{ id: 't', topic: 'earnOut' }],
  }))
  expect(whomToCall(calls(...five))).toEqual([])
})
