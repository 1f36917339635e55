import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { mergeCases, same, sharing, withMine } from '../../shared/case/merge'
import { get, set } from '../../shared/case/path'
import { parseCase } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'

const base = samples[0]!.document
const [offer] = base.offers
const at = `offers/${offer!.id}`

/** Fields at different depths that accept any value from 0 to 1. */
const fields = ['practice/feeGrowth', 'practice/perks', 'practice/capex', 'owner/spendingNow', `${at}/job/rate`]
const edits = fc.dictionary(fc.constantFrom(...fields), fc.double({ min: 0, max: 0.3, noNaN: true }))
const edited = (document: Case, changes: Record<string, number>) =>
  Object.entries(changes).reduce((changed, [path, value]) => set(changed, path, value), document)

describe('two versions of a case', () => {
  it('give each field the value of who changed it; where both did, theirs, and mine is left to be chosen', () => {
    fc.assert(
      fc.property(edits, edits, (mine, theirs) => {
        const { document, clashes } = mergeCases(base, edited(base, mine), edited(base, theirs))
        const both = Object.keys(mine).filter(
          (path) =>
            path in theirs &&
            mine[path] !== theirs[path] &&
            mine[path] !== get(base, path) &&
            theirs[path] !== get(base, path),
        )
        for (const path of fields) {
          const changedByMe = path in mine && mine[path] !== get(base, path) && !both.includes(path)
          const changedByThem = path in theirs && theirs[path] !== get(base, path)
          expect(get(document, path)).toBe(changedByThem ? theirs[path] : changedByMe ? mine[path] : get(base, path))
        }
        expect(clashes.map(({ path }) => path).toSorted()).toEqual(both.toSorted())
        // Choosing mine everywhere gives the same result as choosing theirs with the roles reversed.
        const chosen = clashes.reduce(withMine, document)
        expect(same(chosen, mergeCases(base, edited(base, theirs), edited(base, mine)).document)).toBe(true)
      }),
    )
  })

  it('lose nothing to one that has changed nothing', () => {
    const mine = edited(base, { 'practice/perks': 1 })
    expect(mergeCases(base, mine, structuredClone(base)).document).toEqual(mine)
    expect(mergeCases(base, base, mine)).toEqual({ document: mine, clashes: [] })
  })
})

describe('lists', () => {
  const added = (document: Case, id: string): Case => ({ ...document, offers: [...document.offers, { ...offer!, id }] })
  const without = (document: Case, id: string): Case => ({
    ...document,
    offers: document.offers.filter((one) => one.id !== id),
  })

  it('keep what either has added, in an order that both would know', () => {
    const { document, clashes } = mergeCases(base, added(base, 'mine'), added(base, 'theirs'))
    expect(clashes).toEqual([])
    const ids = base.offers.map(({ id }) => id)
    expect(document.offers.map(({ id }) => id).slice(0, ids.length)).toEqual(ids)
    expect(
      document.offers
        .map(({ id }) => id)
        .slice(ids.length)
        .toSorted(),
    ).toEqual(['mine', 'theirs'])
  })

  it('lose what one has removed and the other left as it was, with where its values came from', () => {
    const entered: Case = { ...base, origins: { ...base.origins, [`${at}/closing`]: 'entered' } }
    const { document, clashes } = mergeCases(
      entered,
      without(entered, offer!.id),
      edited(entered, { 'practice/perks': 1 }),
    )
    expect(clashes).toEqual([])
    expect(get(document, at)).toBeUndefined()
    expect(Object.keys(document.origins).filter((path) => path.startsWith(`${at}/`))).toEqual([])
    expect(document.practice.perks).toBe(1)
  })

  it('ask where one has removed what the other has changed', () => {
    const changed = set(base, `${at}/job/rate`, 0.2)
    const removedByMe = mergeCases(base, without(base, offer!.id), changed)
    expect(removedByMe.clashes).toMatchObject([{ path: at, mine: undefined }])
    expect(get(removedByMe.document, `${at}/job/rate`)).toBe(0.2)
    const removed = withMine(removedByMe.document, removedByMe.clashes[0]!)
    expect(get(removed, at)).toBeUndefined()
    expect(parseCase(removed).ok).toBe(true)
    const removedByThem = mergeCases(base, changed, without(base, offer!.id))
    expect(get(removedByThem.document, at)).toBeUndefined()
    expect(get(withMine(removedByThem.document, removedByThem.clashes[0]!), `${at}/job/rate`)).toBe(0.2)
  })

  it('keep the order that one of them has given them', () => {
    const turned: Case = { ...base, offers: base.offers.toReversed() }
    const theirs = set(base, `${at}/job/rate`, 0.2)
    expect(mergeCases(base, turned, theirs).document.offers.map(({ id }) => id)).toEqual(
      turned.offers.map(({ id }) => id),
    )
  })
})

describe('what does not hold together', () => {
  it('is not made: theirs stands, and each of my changes is asked about', () => {
    // Each is valid alone; together the plan would end as it starts.
    const alone = set(set(base, 'owner/birthDate', '1970-06-01'), 'owner/horizonAge', 90)
    const mine = set(set(alone, 'owner/horizonAge', 70), 'practice/perks', 5)
    const theirs = set(alone, 'owner/birthDate', '1950-06-01')
    for (const one of [alone, mine, theirs]) expect(parseCase(one).ok).toBe(true)
    const { document, clashes } = mergeCases(alone, mine, theirs)
    expect(document).toBe(theirs)
    expect(Object.fromEntries(clashes.map(({ path, mine }) => [path, mine]))).toEqual({
      'owner/horizonAge': 70,
      'practice/perks': 5,
    })
  })
})

describe('a document that came anew', () => {
  it('is equal, and shares what has not changed', () => {
    const given = structuredClone(set(base, 'practice/perks', 1))
    const shared = sharing(base, given)
    expect(shared).toEqual(given)
    expect(shared.offers).toBe(base.offers)
    expect(sharing(base, structuredClone(base))).toBe(base)
  })
})
