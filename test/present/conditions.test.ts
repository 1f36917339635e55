import { describe, expect, test } from 'vitest'

import { writer } from '../../renderer/components/risk/lever-text'
import { asks } from '../../shared/analysis/asks'
import { breakEven } from '../../shared/analysis/break-even'
import { leverOf } from '../../shared/analysis/levers'
import { tornado } from '../../shared/analysis/tornado'
import { set } from '../../shared/case/path'
import { conditionOf } from '../../shared/present/conditions'
import { asksTitle, inUnitsOf, leadSentence, tornadoTitle } from '../../shared/present/risk'
import { sample, variationsOf } from '../analysis/support'
import { associateCase } from '../support/associate-case'

const document = sample('general-dentist')
const variations = variationsOf(document)
const names = variations.structure.paths
const contest = (offer: string) =>
  ({ paths: [offer, 'keep'], figure: 'leadAtRetirementToday', view: 'expected' }) as const
const sentence = (offer: string, lever: string) =>
  conditionOf(
    document,
    names,
    breakEven(variations, document, leverOf(document, lever)!, contest(offer)),
    writer(document),
  ).text

describe('what would have to be true', () => {
  test('of what could come: the leader stays ahead unless', () => {
    expect(sentence('harbor', 'practice/feeGrowth')).toMatch(
      /^Keeping stays ahead of Harbor unless fees grow more slowly than \d\.\d% a year; (you entered 2\.5%|2\.5% is assumed)\.$/,
    )
    expect(sentence('harbor', 'costs')).toMatch(
      /^Keeping stays ahead of Harbor unless all costs grow \d\.\d points? a year faster than entered\.$/,
    )
    expect(sentence('harbor', 'owner/retirement')).toMatch(/unless you retire in [A-Z][a-z]+ \d{4} or earlier/)
  })

  test('of an associate’s present pay: a label that begins with “your” has no article', () => {
    const others = variationsOf(associateCase)
    const lever = leverOf(associateCase, 'practice/job/rate')!
    const [other] = others.structure.paths.filter(({ id }) => id !== 'keep')
    const found = breakEven(others, associateCase, lever, contest(other!.id))
    const { text } = conditionOf(associateCase, others.structure.paths, found, writer(associateCase))
    expect(text).toMatch(/ your pay now is (above|below) \d/)
    expect(text).not.toContain('the your')
  })

  test('of what could be asked for: the one behind beats the leader only if', () => {
    expect(sentence('harbor', 'offers/harbor/price/multiple')).toMatch(
      /^Harbor beats keeping only if it pays more than 6\.\d+× EBITDA; the letter says 6\.5×\.$/,
    )
    expect(sentence('harbor', 'offers/harbor/job/rate')).toMatch(
      /only if it pays you more than [\d.]+% of your collections/,
    )
    expect(sentence('summit', 'offers/summit/price/multiple')).toMatch(
      /^Summit stays ahead of keeping unless Summit pays less than/,
    )
  })

  test('of what changes nothing in its range', () => {
    expect(sentence('harbor', 'assumptions/discountRate')).toBe(
      'Keeping stays ahead of Harbor with the discount rate anywhere from 0% to 20%.',
    )
  })

  test('of equal paths: neither stays ahead', () => {
    const lever = leverOf(document, 'practice/feeGrowth')!
    const found = breakEven(variations, document, lever, contest('harbor'))
    const even = { ...found, own: found.equal[0]!.from, lead: 0.2 }
    expect(conditionOf(document, names, even, writer(document)).text).toMatch(
      /^Harbor and keeping are about equal; [Kk]eeping is ahead if fees grow faster than [\d.]+% a year; Harbor is ahead if fees grow more slowly than [\d.]+% a year; .*\.$/,
    )
    expect(leadSentence(names, { contest: contest('harbor'), lead: -0.3, swings: [] } as never, String)).toMatch(
      /^Keeping and Harbor are about equal, and no uncertain input moves that\.$/,
    )
  })

  test('an edge that would be written like the value itself is written more exactly', () => {
    const found = breakEven(variations, document, leverOf(document, 'practice/feeGrowth')!, contest('harbor'))
    const { from } = found.equal[0]!
    const close = set(document, 'practice/feeGrowth', from + 0.0001)
    const again = breakEven(variationsOf(close), close, leverOf(close, 'practice/feeGrowth')!, contest('harbor'))
    const { text } = conditionOf(close, names, again, writer(close))
    expect(text).toMatch(/more slowly than \d\.\d{2,3}%/)
  })
})

describe('titles', () => {
  const usd = (value: number) => `$${Math.round(value)}`
  test('say the finding', () => {
    const found = tornado(variations, document, contest('harbor'))
    expect(leadSentence(names, found, usd)).toMatch(
      /^Keeping is \$\d+ ahead of Harbor; \d+ of the \d+ uncertain inputs could each change that alone\.$/,
    )
    expect(tornadoTitle(found)).toMatch(/moves the lead most; \d+ inputs can each change who leads$/)
  })

  test('asks are worded with their step and exchanged in units of a person', () => {
    const list = asks(
      variations,
      document,
      document.offers.find(({ id }) => id === 'harbor')!,
    )
    expect(asksTitle('Harbor', list, writer(document), usd)).toMatch(
      /^Ask Harbor first about the .* to .* is worth \$\d+ to you$/,
    )
    const multiple = list.find(({ lever }) => lever.id.endsWith('price/multiple'))!
    const pay = list.find(({ lever }) => lever.id.endsWith('job/rate'))!
    expect(inUnitsOf(multiple, multiple, usd)).toBe('0.1 turns')
    expect(inUnitsOf(pay, multiple, usd)).toMatch(/^0\.\d+ turns$/)
    expect(inUnitsOf(pay, pay, usd)).toBe('1 point')
  })
})
