import { describe, expect, it } from 'vitest'

import { added, copied, freeId, itemsAt, moved, removed } from '../../shared/case/lists'
import { parseCase } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'

const { document } = samples[0]!
const ids = (list: string, from = document) => itemsAt(from, list).map(({ id }) => id)

describe('lists of a case', () => {
  it('take a new element with its defaults', () => {
    const more = added(document, 'practice/costs', 'cost', { label: 'Rent' })
    expect(ids('practice/costs', more.document).at(-1)).toBe(more.id)
    expect(itemsAt(more.document, 'practice/costs').at(-1)).toMatchObject({
      label: 'Rent',
      behaviour: 'fixed',
      amount: 0,
    })
    expect(document.practice.costs).toHaveLength(8)
    expect(parseCase(more.document).ok).toBe(true)
  })

  it('take components and outcomes of an offer', () => {
    for (const kind of ['escrow', 'note', 'earnOut', 'rolled'])
      expect(parseCase(added(document, 'offers/harbor/components', kind, { kind }).document).ok).toBe(true)
    const more = added(document, 'offers/summit/components/rolled-1/outcomes', 'outcome', { probability: 0 })
    expect(parseCase(more.document).ok).toBe(true)
  })

  it('give ids that are free', () => {
    expect(freeId([{ id: 'cost-2' }, { id: 'x' }, { id: 'cost-4' }], 'cost')).toBe('cost-5')
    expect(freeId([], 'cost')).toBe('cost-1')
  })

  it('let an element go with what was known of its fields', () => {
    const less = removed(document, 'offers', 'harbor')
    expect(ids('offers', less)).toEqual(['cedar', 'summit'])
    expect(Object.keys(less.origins).some((path) => path.startsWith('offers/harbor/'))).toBe(false)
    expect(less.origins['offers/cedar/shareSold']).toBe('letter of intent')
  })

  it('move an element, at the ends not further', () => {
    expect(ids('offers', moved(document, 'offers', 'summit', -1))).toEqual(['harbor', 'summit', 'cedar'])
    expect(moved(document, 'offers', 'harbor', -1)).toBe(document)
    expect(ids('offers', moved(document, 'offers', 'harbor', 9))).toEqual(['cedar', 'summit', 'harbor'])
  })

  it('copy an element behind itself, origins with it', () => {
    const more = copied(document, 'offers', 'harbor', 'offer', { name: 'Harbor, variant' })
    expect(ids('offers', more.document)).toEqual(['harbor', more.id, 'cedar', 'summit'])
    expect(more.document.origins[`offers/${more.id}/price/multiple`]).toBe('letter of intent')
    expect(parseCase(more.document).ok).toBe(true)
  })
})
