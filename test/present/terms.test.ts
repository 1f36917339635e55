import { describe, expect, it } from 'vitest'

import { samples } from '../../shared/case/samples'
import { evaluateCase } from '../../shared/model'
import { termsOf } from '../../shared/present/terms'

const outcome = evaluateCase(samples[0]!.document)

describe('terms of offers side by side', () => {
  const rows = termsOf(outcome, ['harbor', 'summit'])
  const row = (key: string) => rows.find((one) => one.key === key)!

  it('stand in one row if they are the same term, and say whether they differ', () => {
    expect(row('price/multiple').cells).toMatchObject([{ value: 6.5 }, { value: 7.5 }])
    expect(row('price/multiple').differs).toBe(true)
    expect(row('closing').differs).toBe(false)
  })

  it('align parts of the price by their kind', () => {
    expect(row('escrow/1/share')).toMatchObject({ cells: [{ value: 0.1 }, { value: 0.1 }], differs: false })
    expect(row('note/1/rate')).toMatchObject({ cells: [{ value: 0.06 }, undefined], differs: true })
    expect(row('rolled/1/share')).toMatchObject({ cells: [undefined, { value: 0.25 }], differs: true })
  })

  it('differ nowhere between an offer and itself', () => {
    expect(termsOf(outcome, ['harbor', 'harbor']).filter(({ differs }) => differs)).toEqual([])
  })
})
