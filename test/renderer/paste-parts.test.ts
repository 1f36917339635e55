import { describe, expect, it } from 'vitest'

import { gridOf } from '../../renderer/components/entry/paste'
import { pasteParts } from '../../renderer/components/offer/paste-parts'
import { removed } from '../../shared/case/lists'
import { parseCase } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'

const sample = samples.find(({ name }) => name === 'general-dentist')!.document
const list = 'offers/harbor/components'
const components = (document: Case) => document.offers[0]!.components
const empty = components(sample).reduce((document, { id }) => removed(document, list, id), sample)
const paste = (document: Case, text: string, from = { row: 0, column: 0 }) => {
  const pasted = pasteParts(document, list, from, gridOf(text) ?? [[text]], 'letter of intent')
  expect(parseCase(pasted.document)).toMatchObject({ ok: true })
  return pasted
}

describe('parts of the price from a spreadsheet', () => {
  it('are read by the words of letters: a share or dollars, months or years, percentages, conditions', () => {
    const pasted = paste(
      empty,
      [
        'Part\tSize\tWhen\tProbability\tCondition',
        'Indemnity escrow\t7.5%\t18 months\t95%\tno claims',
        'Promissory note\t$250,000\t60 months\t90\tunconditional',
        'Earn-out year 2\t300000\t2 years\t40%\tprojected EBITDA',
        'Rollover equity\t20%\t12/31/2031',
        'Cash at closing\t65%',
      ].join('\n'),
    )
    expect(components(pasted.document)).toMatchObject([
      { kind: 'escrow', label: 'Indemnity escrow', basis: 'share', share: 0.075, months: 18, probability: 0.95 },
      { kind: 'note', label: 'Promissory note', basis: 'fixed', amount: 250_000, years: 5, probability: 0.9 },
      { kind: 'earnOut', basis: 'fixed', amount: 300_000, months: 24, probability: 0.4, measuredBy: 'metric' },
      { kind: 'rolled', label: 'Rolled equity', basis: 'share', share: 0.2, exitOn: '2031-12-31' },
    ])
    expect(components(pasted.document)[1]).toMatchObject({ unconditional: true })
    expect(pasted.said).toBe('4 rows pasted. The first line was read as headings and skipped.')
    expect(pasted.left).toEqual(['“Cash at closing 65%” was skipped: cash is the rest of the price and needs no row.'])
    const [first] = components(pasted.document)
    expect(pasted.document.origins[`${list}/${first!.id}/share`]).toBe('letter of intent')
  })

  it('keeps what could mean two things, or nothing, out of the figures, with a sentence each', () => {
    const pasted = paste(empty, 'Escrow\t0.1\tsoon\t1\tsee Exhibit B\textra\nLoyalty points\t5%\nEscrow\t8%')
    expect(components(pasted.document)).toMatchObject([
      { kind: 'escrow', share: 0.1, months: 18, probability: 0.9, unconditional: false },
      { kind: 'escrow', share: 0.08 },
    ])
    const [first] = components(pasted.document)
    expect(pasted.taken).toEqual([`${list}/${components(pasted.document)[1]!.id}/share`])
    expect(pasted.refused.map(({ path, text }) => [path, text])).toEqual([
      [`${list}/${first!.id}/share`, '0.1'],
      [`${list}/${first!.id}/months`, 'soon'],
      [`${list}/${first!.id}/probability`, '1'],
    ])
    expect(pasted.left).toEqual([
      'Escrow: the condition “see Exhibit B” was not taken. Choose the condition in the table, and enter targets in the details.',
      'Escrow: columns beyond the table were skipped.',
      '“Loyalty points 5%” was left out: “Loyalty points” is not a kind of part. Use escrow, seller note, earn-out or rollover equity.',
      'Share of the price: “0.1” can be read as 0.1% or as 10%. Enter 0.1% or 10%.',
      'Released after: “soon” is not a number. Enter a number of months.',
      'Probability of payment: “1” can be read as 1% or as 100%. Enter 1% or 100%.',
    ])
  })

  it('changes rows that are there, also into another kind, from any column on', () => {
    const kinds = components(sample).map(({ kind }) => kind)
    expect(kinds).toEqual(['escrow', 'note', 'earnOut'])
    const later = paste(sample, '12%\t24\n$180k\t4', { row: 0, column: 1 })
    expect(components(later.document)).toMatchObject([
      { kind: 'escrow', share: 0.12, months: 24 },
      { kind: 'note', basis: 'fixed', amount: 180_000, years: 4 },
      components(sample)[2]!,
    ])
    const changed = paste(sample, 'Earn-out\t12%', { row: 0, column: 0 })
    expect(components(changed.document)[0]).toMatchObject({ kind: 'earnOut', share: 0.12 })

    // Below the last row a component needs its kind.
    const below = paste(sample, '5%\t12', { row: 3, column: 1 })
    expect(below.document).toBe(sample)
    expect(below.left).toEqual([
      '“5% 12” was left out: a new part needs its kind. Paste it with the kind in front, into the first column.',
    ])
  })

  it('a block that is longer than an offer can hold changes nothing', () => {
    const pasted = paste(sample, 'escrow\t1%\n'.repeat(18), { row: 3, column: 0 })
    expect(pasted.document).toBe(sample)
    expect(pasted.said).toBe(
      '18 rows cannot be pasted here: an offer has at most 20 parts, and 3 are already above. Nothing was changed; paste at most 17.',
    )
  })
})
