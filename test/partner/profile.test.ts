// What an organization's profile says about itself: who decides what, and how good a net promoter score is.
import { describe, expect, it } from 'vitest'

import { describe as fieldAt } from '../../shared/case/describe'
import { usualDocuments } from '../../shared/case/partner/documents'
import { set } from '../../shared/case/path'
import { samples } from '../../shared/case/samples'
import { autonomyRows } from '../../shared/present/partner/autonomy'
import { netPromoterInWords } from '../../shared/present/partner/quality'

const sample = samples.find(({ name }) => name === 'general-dentist')!.document
const at = 'partner/organizations/harbor-group/autonomy/labs'
const labs = (today: string, promised: string, contract: string) => {
  const { partner } = [
    ['partner/autonomyToday/labs', today],
    [`${at}/promised`, promised],
    [`${at}/contract`, contract],
  ].reduce((now, [path, value]) => set(now, path!, value), sample)
  return autonomyRows(partner.autonomyToday, partner.organizations[0]!).find(({ id }) => id === 'labs')!.differences
}

describe('who decides', () => {
  it.each([
    ['doctor', 'unknown', 'unknown', []],
    ['unknown', 'doctor', 'doctor', []],
    ['doctor', 'doctor', 'doctor', []],
    ['doctor', 'doctor', 'unknown', ['promised, not in the contract']],
    ['doctor', 'together', 'unknown', ['promised, not in the contract', '▼ less say than today']],
    ['doctor', 'doctor', 'organization', ['▼ contract gives less than promised', '▼ less say than today']],
    ['organization', 'organization', 'together', ['▲ contract gives more than promised', '▲ more say than today']],
    ['doctor', 'unknown', 'organization', ['▼ less say than today']],
  ])('today %s, promised %s, in the contract %s', (today, promised, contract, differences) => {
    expect(labs(today, promised, contract)).toEqual(differences)
  })
})

describe('the words of an associate’s case', () => {
  const associate = set(sample, 'practice/role', 'associate')
  const choices = (document: typeof sample, path: string) => Object.values(fieldAt(path, document)!.choices!)

  it('say who decides where somebody works for a practice', () => {
    const today = 'partner/autonomyToday/labs'
    expect(choices(sample, today)).toEqual(['not known', 'the doctor', 'both together', 'the organization'])
    expect(choices(associate, today)).toEqual(['not known', 'you', 'both together', 'the practice'])
    expect(choices(associate, `${at}/contract`)).toEqual(['not known', 'you', 'both together', 'the organization'])
    expect(fieldAt('partner/stay/scores/culture/score', associate)!.label).toBe(
      'Score of culture and values, staying where you are',
    )
  })

  it('ask for no document of a sale', () => {
    expect(usualDocuments(sample)).toContain('Purchase agreement, draft')
    expect(usualDocuments(associate)).toHaveLength(usualDocuments(sample).length - 5)
    expect(usualDocuments(associate)).not.toContain('Purchase agreement, draft')
  })
})

it.each([
  [-5, '−5 is poor, 51 points below healthcare’s average of 46 (2024, quoted by a buyer).'],
  [0, '0 is neither good nor poor, 46 points below healthcare’s average of 46 (2024, quoted by a buyer).'],
  [46, '46 is good, just healthcare’s average of 46 (2024, quoted by a buyer).'],
  [50, '50 is good, 4 points above healthcare’s average of 46 (2024, quoted by a buyer).'],
  [71, '71 is excellent, 25 points above healthcare’s average of 46 (2024, quoted by a buyer).'],
  [81, '81 is world-class, 35 points above healthcare’s average of 46 (2024, quoted by a buyer).'],
])('a net promoter score of %d is put in words', (score, words) => {
  expect(netPromoterInWords(score)).toBe(words)
})
