import { describe, expect, it } from 'vitest'

import { readinessOf, withoutUnready } from '../../shared/checks/readiness'
import { parseCase } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import { evaluateCase } from '../../shared/model'

function read(given: object): Case {
  const parsed = parseCase({ app: 'sell-or-stay', ...given })
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'))
  return parsed.value
}

const of = (document: Case) => readinessOf(evaluateCase(document))
const paths = (document: Case) => of(document).blockers.map(({ path }) => path)

const least = {
  practice: { ownerCollections: 1_050_000, costs: [{ id: 'all', label: 'Overhead', amount: 600_000 }] },
  owner: { birthDate: '1968-03-02', spendingNow: 180_000 },
}

describe('a case has an answer', () => {
  it.each(samples.map(({ name, document }) => [name, document] as const))('in the sample %s', (_, document) => {
    expect(of(document)).toEqual({ blockers: [], unready: {} })
  })

  it('not before the least is entered that only the owner knows', () => {
    expect(paths(read({}))).toEqual([
      'practice/ownerCollections',
      'practice/costs',
      'owner/birthDate',
      'owner/spendingNow',
    ])
    expect(paths(read(least))).toEqual([])
  })

  it('where a default was confirmed, because it is the owner’s own figure then', () => {
    const { practice } = least
    const born = { ...least, owner: { spendingNow: 180_000 } }
    expect(paths(read(born))).toEqual(['owner/birthDate'])
    expect(paths(read({ ...born, practice, origins: { 'owner/birthDate': 'entered' } }))).toEqual([])
  })

  it('not with the default of hygiene in a specialty that has none, before it is confirmed or set to 0', () => {
    const practice = { ...least.practice, specialty: 'orthodontics' }
    const hygiene = 'practice/hygieneCollections'
    expect(paths(read({ ...least, practice }))).toEqual([hygiene])
    expect(paths(read({ ...least, practice: { ...practice, hygieneCollections: 0 } }))).toEqual([])
    expect(paths(read({ ...least, practice, origins: { [hygiene]: 'entered' } }))).toEqual([])
    expect(paths(read({ practice: { specialty: 'orthodontics' } }))).not.toContain(hygiene)
  })

  it('not while something cannot be right, and the sentence of the check stands in its place', () => {
    const document = read({ ...least, practice: { ...least.practice, ownershipShare: 0 } })
    expect(of(document).blockers).toEqual([
      {
        kind: 'problem',
        path: 'practice/ownershipShare',
        message: expect.stringContaining('0%, so none of its profit') as string,
      },
    ])
  })
})

describe('an associate’s case', () => {
  const owner = { birthDate: '1986-03-02', spendingNow: 110_000 }
  const associate = (job: object, more: object = {}) => ({
    practice: { role: 'associate', ...more, job },
    owner,
  })

  it('needs the present pay, and the own collections where pay hangs on them', () => {
    expect(paths(read({ practice: { role: 'associate' }, owner }))).toEqual(['practice/job/rate'])
    expect(paths(read(associate({ rate: 0.3 })))).toEqual(['practice/ownerCollections'])
    expect(paths(read(associate({ rate: 0.3 }, { ownerCollections: 780_000 })))).toEqual([])
    expect(paths(read(associate({ salary: 240_000 })))).toEqual([])
  })

  it('needs of an offer what the job pays, and no price', () => {
    const offered = (job: object) =>
      of(read({ ...associate({ salary: 240_000 }), offers: [{ id: 'x', name: 'X', job }] }))
    expect(offered({ rate: 0 }).unready).toEqual({
      x: [{ kind: 'missing', path: 'offers/x/job/rate', message: 'X: the job’s pay is not entered yet.' }],
    })
    expect(offered({ rate: 0, salary: 250_000 })).toEqual({ blockers: [], unready: {} })
    expect(offered({ rate: 0.3 }).blockers.map(({ path }) => path)).toEqual(['practice/ownerCollections'])
  })
})

describe('an offer is compared', () => {
  const offer = { id: 'cedar', name: 'Cedar', structure: 'fullSale' }
  const withOffer = (more: object, origins: object = { 'owner/spendingNow': 'entered' }) =>
    read({ ...least, offers: [{ ...offer, ...more }], origins })

  it('apart from the rest while its price is not entered, and stops the answer once it is entered as nothing', () => {
    const open = withOffer({ price: { stated: 'amount' } })
    expect(of(open).blockers).toEqual([])
    expect(of(open).unready['cedar']!.map(({ path }) => path)).toContain('offers/cedar/price/amount')
    const nothing = { 'owner/spendingNow': 'entered', 'offers/cedar/price/amount': 'entered' }
    expect(of(withOffer({ price: { stated: 'amount' } }, nothing)).blockers).toEqual([
      {
        kind: 'problem',
        path: 'offers/cedar/price/amount',
        message: expect.stringContaining('the price is $0, so nothing is paid for the practice') as string,
      },
    ])
  })

  it('not before its price and the pay afterward are known', () => {
    const { blockers, unready } = of(withOffer({}))
    expect(blockers).toEqual([])
    expect(unready['cedar']?.map(({ path }) => path)).toEqual(['offers/cedar/price/multiple', 'offers/cedar/job/rate'])
  })

  it('once both are entered, or confirmed', () => {
    expect(of(withOffer({ price: { multiple: 6.5 }, job: { rate: 0.28 } })).unready).toEqual({})
    const confirmed = { 'offers/cedar/price/multiple': 'entered', 'offers/cedar/job/rate': 'letter of intent' }
    expect(of(withOffer({}, confirmed)).unready).toEqual({})
  })

  it('in a file written by hand, which names no origins, once it has a price', () => {
    expect(of(withOffer({ price: { multiple: 6.5 } }, {})).unready).toEqual({})
    expect(Object.keys(of(withOffer({}, {})).unready)).toEqual(['cedar'])
  })

  it('as services alone without either', () => {
    expect(of(withOffer({ structure: 'services' })).unready).toEqual({})
  })

  it('and is left out of the figures until then, the others staying as they are', () => {
    const document = withOffer({})
    const { paths: left } = evaluateCase(withoutUnready(document, of(document)))
    expect(left.map(({ id }) => id)).toEqual(['keep'])
  })
})
