import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { added } from '../../shared/case/lists'
import { withKind } from '../../shared/case/parts'
import { get, set } from '../../shared/case/path'
import { parseCase } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'
import type { Case, Component } from '../../shared/case/schema'
import { evaluateCase } from '../../shared/model'

const sample = samples.find(({ name }) => name === 'general-dentist')!.document
const list = 'offers/harbor/components'
const part = (document: Case, id: string) => get(document, `${list}/${id}`) as Component
const KINDS = ['escrow', 'note', 'earnOut', 'rolled'] as const

describe('a part of the price becomes another kind', () => {
  it('keeps its size and what was entered, and takes what is usual for the new kind in place of what was assumed', () => {
    const entered = set(set(sample, `${list}/escrow-1/share`, 0.13), `${list}/escrow-1/months`, 30)
    const before: Case = {
      ...entered,
      origins: {
        ...Object.fromEntries(Object.entries(sample.origins).filter(([path]) => !path.startsWith(`${list}/escrow-1/`))),
        [`${list}/escrow-1/share`]: 'letter of intent',
        [`${list}/escrow-1/months`]: 'entered',
      },
    }
    const after = withKind(before, list, 'escrow-1', 'earnOut')
    expect(part(after, 'escrow-1')).toMatchObject({
      kind: 'earnOut',
      label: 'Earn-out',
      basis: 'share',
      share: 0.13,
      months: 30,
      // The assumed probability was 90% for an escrow; for an earn-out it is 21%.
      probability: 0.21,
    })
    expect(after.origins[`${list}/escrow-1/share`]).toBe('letter of intent')
    expect(after.origins[`${list}/escrow-1/months`]).toBe('entered')

    const note = withKind(after, list, 'escrow-1', 'note')
    expect(part(note, 'escrow-1')).toMatchObject({ kind: 'note', label: 'Seller note', share: 0.13, years: 5 })
    // A seller note has no release date, so the origin of one is dropped.
    expect(Object.keys(note.origins)).not.toContain(`${list}/escrow-1/months`)
  })

  it('keeps a name of its own, and an amount in dollars', () => {
    const dollars = { basis: 'fixed', amount: 150_000, label: 'Indemnity fund' }
    const { document, id } = added(sample, list, 'part', { kind: 'escrow', ...dollars })
    expect(part(withKind(document, list, id, 'rolled'), id)).toMatchObject({ kind: 'rolled', ...dollars })
  })

  it('leaves a case that holds together, whatever the kinds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sample.offers[0]!.components.map(({ id }) => id)),
        fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 4 }),
        (id, kinds) => {
          const after = kinds.reduce((document, kind) => withKind(document, list, id, kind), sample)
          expect(parseCase(after)).toMatchObject({ ok: true })
          expect(part(after, id)).toMatchObject({ kind: kinds.at(-1), share: part(sample, id).share })
        },
      ),
      { numRuns: 25 },
    )
  })

  it('of another kind it is as much of the price as before, so the cash at closing stays', () => {
    const cash = (document: Case) => evaluateCase(document).figure('harbor', 'expected', 'cash')
    expect(cash(withKind(sample, list, 'escrow-1', 'rolled'))).toBeCloseTo(cash(sample)!, 6)
  })
})
