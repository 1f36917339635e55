// Nonfinancial marks on Compare, an answer about money alone, and a journal that is never rewritten.
import { describe, expect, it } from 'vitest'

import { rewritten, withJournalOf } from '../../shared/case/partner/journal'
import { set } from '../../shared/case/path'
import { samples } from '../../shared/case/samples'
import { checksOf } from '../../shared/checks'
import { evaluateCase } from '../../shared/model'
import { questionsOf, withAnswer } from '../../shared/present/partner/questions'
import { knownFacts, organizationsBehind } from '../../shared/present/partner/profile'
import { withInitials } from '../../shared/present/report/initials'
import { dealBreakerNote, nothingKnown, signsOf } from '../../shared/present/partner/signs'

const sample = samples.find(({ name }) => name === 'general-dentist')!.document
const rows = questionsOf(sample, checksOf(evaluateCase(sample)), undefined)

describe('the signs of a path', () => {
  it('are its score, deal-breakers, promises kept and open questions', () => {
    const signs = Object.fromEntries(signsOf(sample, rows).map((one) => [one.id, one]))
    expect(Object.keys(signs)).toEqual(['keep', 'harbor', 'cedar', 'summit'])
    expect(signs['cedar']).toMatchObject({ dealBreakers: [], promises: { promised: 5, delivered: 3 } })
    expect(signs['summit']).toMatchObject({
      dealBreakers: ['Clinical autonomy'],
      promises: { promised: 3, delivered: 1 },
    })
    expect(signs['harbor']!.promises).toBeUndefined()
    expect(signs['keep']!.open).toBe(0)
  })

  it('count a question until it is answered, not when it is asked', () => {
    const row = rows.find(({ about }) => about.startsWith('retained/no-put'))!
    const openIn = (document: typeof sample) =>
      signsOf(document, questionsOf(document, checksOf(evaluateCase(document)), undefined)).find(
        ({ id }) => id === 'cedar',
      )!.open
    const before = openIn(sample)
    expect(openIn(withAnswer(sample, row, 'state', 'asked'))).toBe(before)
    expect(openIn(withAnswer(sample, row, 'state', 'answered'))).toBe(before - 1)
  })

  it('are none where nothing is known', () => {
    const orthodontist = samples.find(({ name }) => name === 'orthodontist')!.document
    expect(nothingKnown(orthodontist, signsOf(orthodontist, []))).toBe(true)
    expect(nothingKnown(sample, signsOf(sample, []))).toBe(false)
  })
})

it('the answer says that it is money alone where a deal-breaker stands against who leads', () => {
  expect(dealBreakerNote(sample, 'summit')).toBe(
    'This is the money alone: you marked clinical autonomy as a deal-breaker against Summit.',
  )
  expect(dealBreakerNote(sample, 'cedar')).toBeUndefined()
  // Initials end with a period of their own.
  expect(dealBreakerNote(withInitials(sample), 'summit')).toMatch(/against S\.$/)
  expect(dealBreakerNote(sample, undefined)).toBeUndefined()
  const both = set(sample, 'offers/summit/partner/scores/strength/dealBreaker', true)
  expect(dealBreakerNote(both, 'summit')).toBe(
    'This is the money alone: you marked clinical autonomy and financial strength as deal-breakers against Summit.',
  )
  expect(dealBreakerNote(set(sample, 'partner/stay/scores/career/dealBreaker', true), 'keep')).toBe(
    'This is the money alone: you marked long-term career as a deal-breaker against staying independent.',
  )
})

it('a profile tells what is known from what is not', () => {
  const [harbor] = sample.partner.organizations
  const { known, unknown } = knownFacts(sample, harbor!)
  expect(known.map(({ label, value }) => [label, value])).toEqual([
    ['Kind', 'dso'],
    ['Practices', 140],
  ])
  expect(unknown).toContain('Debt to EBITDA')
  expect(organizationsBehind(sample).map(({ organization, offers }) => [organization.id, offers.length])).toEqual([
    ['harbor-group', 1],
    ['cedar-partners', 1],
    ['summit-holding', 1],
  ])
  const shared = set(sample, 'offers/harbor/partner/organization', 'summit-holding')
  expect(organizationsBehind(shared).map(({ organization, offers }) => [organization.id, offers.length])).toEqual([
    ['summit-holding', 2],
    ['cedar-partners', 1],
  ])
})

describe('the journal', () => {
  const { journal } = sample.partner
  const more = { id: 'entry-4', on: '2026-11-20', leaning: 'Undecided', confidence: 4, reason: 'Waiting.' }
  it('takes new entries, and the last one can be taken back', () => {
    expect(rewritten(journal, [...journal, more])).toBeUndefined()
    expect(rewritten([...journal, more], journal)).toBeUndefined()
  })
  it('stays as it is when the case goes back to an earlier state', () => {
    const now = set(sample, 'partner/journal', [...journal, more])
    const then = set(sample, 'practice/ownerCollections', 1)
    const back = withJournalOf(now, then)
    expect(back).toEqual({ ...then, partner: { ...then.partner, journal: [...journal, more] } })
    expect(rewritten(now.partner.journal, back.partner.journal)).toBeUndefined()
  })
  it('never changes what was written', () => {
    const sentence =
      'Journal: the entry of October 16, 2026 stays as it was written, so that you can see later what you thought then. Nothing was changed; add a new entry.'
    for (const change of [
      { reason: 'I knew it.' },
      { confidence: 10 },
      { leaning: 'Sell to Cedar' },
      { on: '2026-10-17' },
    ])
      expect(
        rewritten(
          journal,
          journal.map((entry, i) => (i === 1 ? { ...entry, ...change } : entry)),
        ),
      ).toBe(sentence)
  })
})
