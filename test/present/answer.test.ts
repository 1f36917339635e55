import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { usdInWords } from '../../renderer/format'
import { checksOf } from '../../shared/checks'
import { set } from '../../shared/case/path'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import { evaluateCase, type Outcome, type View } from '../../shared/model'
import { answerOf, crossoverTitle, type Answer } from '../../shared/present/answer'
import { retirementRows } from '../../shared/present/retirement'
import { textOf } from '../../shared/present/sentence'
import { keptTitle, pocketTitle, takeHomeTitle, viewsTitle } from '../../shared/present/titles'
import { anyCase, caseOf } from '../model/arbitrary-case'

const fixture = (name: string): Case =>
  caseOf(JSON.parse(readFileSync(new URL(`../fixtures/truth/${name}.json`, import.meta.url), 'utf8')) as object)
const ids = (outcome: Outcome) => outcome.paths.map(({ id }) => id)
const told = (outcome: Outcome, view: View = 'expected') => {
  const answer = answerOf(outcome, view, 'today', ids(outcome))
  const words = (part: keyof Pick<Answer, 'headline' | 'reason' | 'otherView' | 'funding'>) =>
    textOf(answer[part], usdInWords)
  return { ...answer, words }
}

test('the parts of the lead that are told come to about the lead', () => {
  const untold = samples.flatMap(({ document }) => {
    const outcome = evaluateCase(document)
    return (['guaranteed', 'expected', 'maximum'] as const).flatMap((view) =>
      ids(outcome)
        .filter((id) => id !== 'keep')
        .flatMap((path) => {
          const { reason } = answerOf(outcome, view, 'today', ['keep', path])
          const amounts = reason.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.value]))
          const lead = outcome.figure(path, view, 'leadAtRetirementToday')!
          const left = lead - amounts.reduce((total, amount) => total + amount, 0)
          // Three parts of less than $500 each are too small to mention.
          return Math.abs(left) > 0.1 * Math.abs(lead) + 1500 ? [textOf(reason, usdInWords)] : []
        }),
    )
  })
  expect(untold).toEqual([])
})

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
    expect(ahead.words('otherView')).toMatch(/^Without contingent payments, X and Y lead keeping the practice by \$/)
    expect(ahead.leader).toBeUndefined()
  })

  test('titles of charts name all that are first', () => {
    const one = fixture('january-closing')
    const outcome = evaluateCase({ ...one, offers: [one.offers[0]!, { ...one.offers[0]!, id: 'y', name: 'Y' }] })
    const offers = ['x', 'y']
    expect(pocketTitle(outcome, 'expected', offers)).toBe('X and Y put about the same in your pocket at closing')
    expect(keptTitle(outcome, 'expected', offers)).toBe(
      'After all tax, the sale to X and the sale to Y leave you about the same',
    )
    expect(takeHomeTitle(outcome, 'expected', offers)).toBe('Until you retire, X and Y pay you about the same')
    expect(keptTitle(outcome, 'expected', ['keep', 'x'])).toBe('After all tax, the sale to X leaves you the most')
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
      'Plan to age 100: a plan covers 60 years at most, so this one ends in 2086, when you are 91. Nothing later is counted. Enter 91, or start the plan later.',
    )
  })
})

describe('within 1% two amounts are about equal', { timeout: 60_000 }, () => {
  const near = (one: number, other: number) =>
    Math.abs(one - other) < Math.max(0.5, 0.01 * Math.max(Math.abs(one), Math.abs(other)))
  const january = fixture('january-closing')

  /** The multiple at which the offer is a given share of keeping's wealth at retirement ahead of it. */
  const aheadBy = (share: number): Case => {
    const at = (multiple: number) => set(january, 'offers/x/price/multiple', multiple) as Case
    let [low, high] = [0.5, 40]
    for (let step = 0; step < 50; step++) {
      const middle = (low + high) / 2
      const outcome = evaluateCase(at(middle))
      const kept = outcome.figure('keep', 'expected', 'wealthAtRetirement')!
      if (outcome.figure('x', 'expected', 'leadAtRetirement')! < share * kept) low = middle
      else high = middle
    }
    return at(high)
  }

  test('a lead of half a percent is told with its amount, and is no lead', () => {
    const { words, leader } = told(evaluateCase(aheadBy(0.005)))
    expect(words('headline')).toMatch(
      /^On expected values, keeping the practice and selling to X leave you with about equal wealth at age 66 \(after tax, today’s dollars\): X is ahead by \$[\d,]+, which is less than 1%\.$/,
    )
    expect(leader).toBeUndefined()
    expect(told(evaluateCase(aheadBy(0.02))).leader).toBe('x')
  })

  test('an offer within 1% of the best shares its lead', () => {
    const rich = set(january, 'offers/x/price/multiple', 20) as Case
    const twice = { ...rich, offers: [rich.offers[0]!, { ...rich.offers[0]!, id: 'y', name: 'Y' }] }
    const { words, leader } = told(evaluateCase(set(twice, 'offers/y/price/multiple', 19.95) as Case))
    expect(words('headline')).toMatch(
      /^On expected values, selling to X leaves you about .*; selling to Y comes to about the same\.$/,
    )
    expect(leader).toBeUndefined()
  })

  test('a title says of no path that it leads or trails throughout where a year is about equal or the other way', () => {
    fc.assert(
      fc.property(anyCase, (document) => {
        const outcome = evaluateCase(document)
        const kept = outcome.row('keep', 'expected', 'wealth')!
        for (const { id, kind } of outcome.paths) {
          if (kind === 'keep') continue
          const title = crossoverTitle(outcome, 'expected', ['keep', id])
          const mine = outcome.row(id, 'expected', 'wealth')!
          const seen = mine.map((value, i) => (near(value, kept[i]!) ? 0 : Math.sign(value - kept[i]!)))
          const all = (sign: number) => seen.every((one) => one === sign)
          expect([title, /lead[s]? throughout/.test(title)]).toEqual([title, all(1)])
          expect([title, /trail[s]? throughout/.test(title)]).toEqual([title, all(-1)])
          expect([title, title.includes('about equal')]).toEqual([title, seen.at(-1) === 0])
          const year = Number(/ (?:in|from) (\d{4})$/.exec(title)?.[1])
          if (!year) continue
          const at = year - outcome.document.assumptions.startYear
          // From that year on the eventual leader is never visibly behind.
          expect(seen.slice(at).filter((sign) => sign === -seen.at(-1)!)).toEqual([])
        }
      }),
      { numRuns: 25, endOnFailure: true },
    )
  })
})
