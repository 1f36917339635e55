// Bad input on the Partner pages: one sentence with the field, the value, the limit and the next step.
import { describe, expect, it } from 'vitest'

import { removed } from '../../shared/case/lists'
import { AREA_IDS } from '../../shared/case/partner/areas'
import { stillToCome, whyKept } from '../../shared/case/partner/clashes'
import { describe as fieldAt } from '../../shared/case/describe'
import { set } from '../../shared/case/path'
import { parseCase } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'

const sample = samples.find(({ name }) => name === 'general-dentist')!.document
const said = (document: Case): string[] => {
  const read = parseCase(document)
  return read.ok ? [] : read.problems.map(({ message }) => message)
}

describe('a case', () => {
  it.each([
    [
      'offers/summit/partner/scores/culture/score',
      11,
      'Score of culture and values (Summit): 11 is outside the limits. Enter a value from 0 to 10.',
    ],
    [
      'offers/summit/partner/scores/culture/score',
      -1,
      'Score of culture and values (Summit): −1 is outside the limits. Enter a value from 0 to 10.',
    ],
    [
      'partner/stay/scores/autonomy/score',
      10.5,
      'Score of clinical autonomy, staying independent: 10.5 is outside the limits. Enter a value from 0 to 10.',
    ],
    ['partner/weights/staff', 12, 'Weight of staff: 12 is outside the limits. Enter a value from 0 to 10.'],
    [
      'partner/organizations/summit-holding/calls/call-1/recommend',
      11,
      /^How likely are you to recommend them\? \(0–10\) \(.*Dr\. M\.\): 11 is outside the limits\. Enter a value from 0 to 10\.$/,
    ],
    [
      'partner/organizations/summit-holding/quality/netPromoter/value',
      120,
      /^Net promoter score \(.+\): 120 is outside the limits\. Enter a value from −?-?100 to 100\.$/,
    ],
  ])('with %s at %d is refused', (path, value, sentence) => {
    const [first, ...others] = said(set(sample, path, value))
    expect(others).toEqual([])
    expect(first).toMatch(sentence)
  })

  it('with weights that are all zero is refused', () => {
    const zero = AREA_IDS.reduce((now, area) => set(now, `partner/weights/${area}`, 0), sample)
    expect(said(zero)).toEqual([
      'Weights of the scorecard: all of them are 0, so nothing would count. Leave at least one area a weight from 1 to 10.',
    ])
    expect(said(set(zero, 'partner/weights/staff', 1))).toEqual([])
  })

  it('cannot lose an organization that an offer uses', () => {
    expect(whyKept(sample, 'summit-holding')).toBe(
      '“Summit Dental Holdings (invented)” cannot be deleted while the offer “Summit” uses it. Choose another organization for that offer first, or none. Nothing was changed.',
    )
    expect(said(removed(sample, 'partner/organizations', 'summit-holding'))).toEqual([
      'Organization behind the offer (Summit): there is no organization "summit-holding" in this case. Choose one that is there, or none.',
    ])
    const free = set(sample, 'offers/summit/partner/organization', '')
    expect(whyKept(free, 'summit-holding')).toBeUndefined()
    expect(said(removed(free, 'partner/organizations', 'summit-holding'))).toEqual([])
  })
})

it('a call that is still to come is refused where it is typed, and opens where it is stored', () => {
  const path = 'partner/organizations/summit-holding/calls/call-1/on'
  const meta = fieldAt(path, sample)!
  expect(stillToCome(meta, '2027-03-03', '2026-11-28')).toBe(
    'Date of the call: March 3, 2027 is in the future; today is November 28, 2026. Enter the day on which it happened, or leave the field empty until then.',
  )
  expect(stillToCome(meta, '2026-11-28', '2026-11-28')).toBeUndefined()
  expect(stillToCome(meta, null, '2026-11-28')).toBeUndefined()
  expect(said(set(sample, path, '2027-03-03'))).toEqual([])
})
