import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { usdInWords } from '../../renderer/format'
import { checksOf } from '../../shared/checks'
import { set } from '../../shared/case/path'
import type { Case } from '../../shared/case/schema'
import { evaluateCase, type Outcome, type View } from '../../shared/model'
import { answerOf, crossoverTitle, type Answer } from '../../shared/present/answer'
import { retirementRows } from '../../shared/present/retirement'
import { textOf } from '../../shared/present/sentence'
import { keptTitle, pocketTitle, takeHomeTitle, viewsTitle } from '../../shared/present/titles'
import { caseOf } from '../model/arbitrary-case'

const fixture = (name: string): Case =>
  caseOf(JSON.parse(readFileSync(new URL(`../fixtures/truth/${name}.json`, import.meta.url), 'utf8')) as object)
const ids = (outcome: Outcome) => outcome.paths.map(({ id }) => id)
const told = (outcome: Outcome, view: View = 'expected') => {
  const answer = answerOf(outcome, view, 'today', ids(outcome))
  const words = (part: keyof Pick<Answer, 'headline' | 'reason' | 'otherView' | 'funding'>) =>
    textOf(answer[part], usdInWords)
  return { ...answer, words }
}

describe('a tie is no lead', () => {
  const equal = evaluateCase(fixture('both-equal'))

  test('two paths that end alike are about equal, and nobody leads', () => {
    const { words, leader } = told(equal)
    expect(words('headline')).toBe(
      'On expected values, keeping the practice and selling to X leave you with about equal wealth at age 65 (after tax, today’s dollars).',
    )
    expect(words('reason')).toMatch(
      /^With X, \$\d{3},000 more of your spending goes unfunded \(not counted as debt\)\.$/,
    )
    expect(words('otherView')).toBe('Without contingent payments, keeping the practice and X are about equal.')
    expect(leader).toBeUndefined()
    expect(crossoverTitle(equal, 'expected', ids(equal))).toBe('X and keeping end about equal')
    expect(viewsTitle(equal, ids(equal))).toBe('Keeping and X are about equal in all three views')
    expect(JSON.stringify([words('headline'), words('otherView')])).not.toMatch(/lead[s ]|ahead|wealthier/)
  })

  test('two offers with the same terms lead together, or trail together', () => {
    const one = fixture('january-closing')
    const twice = { ...one, offers: [one.offers[0]!, { ...one.offers[0]!, id: 'y', name: 'Y' }] }
    const behind = told(evaluateCase(twice))
    expect(behind.words('headline')).toMatch(
      /^On expected values, keeping the practice leaves you about \$\d{3},000 wealthier at age 66 than selling to X and selling to Y \(after tax, today’s dollars\)\.$/,
    )
    expect(behind.leader).toBe('keep')
    const rich = twice.offers.reduce((now, { id }) => set(now, `offers/${id}/price/multiple`, 20), twice as Case)
    const ahead = told(evaluateCase(rich))
    expect(ahead.words('headline')).toMatch(
      /^On expected values, selling to X and selling to Y leave you about \$[\d.]+ million wealthier at age 66 than keeping the practice/,
    )
    expect(ahead.words('otherView')).toMatch(/^Without contingent payments, X and Y lead by \$/)
    expect(ahead.leader).toBeUndefined()
  })

  test('titles of charts name all that are first', () => {
    const one = fixture('january-closing')
    const outcome = evaluateCase({ ...one, offers: [one.offers[0]!, { ...one.offers[0]!, id: 'y', name: 'Y' }] })
    const offers = ['x', 'y']
    expect(pocketTitle(outcome, 'expected', offers)).toBe('X and Y put about the same in your pocket at closing')
    expect(keptTitle(outcome, 'expected', offers)).toBe(
      'After all tax, the sale of X and the sale of Y leave you about the same',
    )
    expect(takeHomeTitle(outcome, 'expected', offers)).toBe('Until you retire, X and Y pay you about the same')
    expect(keptTitle(outcome, 'expected', ['keep', 'x'])).toBe('After all tax, the sale of X leaves you the most')
  })
})

describe('a plan that sixty years do not bring to the age entered', () => {
  const outcome = evaluateCase(fixture('sixty-years'))

  test('covers the spending to its end, and says that it ends', () => {
    expect(outcome.lastAge).toBe(91)
    expect(told(outcome).words('funding')).toBe(
      'Without contingent payments, your spending is funded to age 91 (the end of a 60-year plan) if you keep the practice.',
    )
    const [row] = retirementRows(
      outcome,
      new Map([['keep', { guaranteed: 40, expected: 40, maximum: 40 }]]),
      'expected',
      ['keep'],
    )
    expect(row!.test).toBe('funded to age 91')
    const messages = checksOf(outcome).map(({ message }) => message)
    expect(messages.join(' ')).not.toMatch(/lasts to age 91/)
    expect(messages).toContain(
      'Plan to age 100: a plan covers 60 years at most, so this one ends with 2086, when you are 91. Nothing later is counted. Enter 91, or start the plan later.',
    )
  })
})
