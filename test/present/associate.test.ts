import { describe, expect, test } from 'vitest'

import { set } from '../../shared/case/path'
import { checksOf } from '../../shared/checks'
import { evaluateCase } from '../../shared/model'
import { answerOf, crossoverTitle, structureOf } from '../../shared/present/answer'
import { factOf } from '../../shared/present/cards'
import { timelines } from '../../shared/present/events'
import { keyFigures } from '../../shared/present/key-figures'
import { calendarOf } from '../../shared/present/report/calendar'
import { closingOf } from '../../shared/present/report/closing'
import { isFold, ledgerOf } from '../../shared/present/report/ledger'
import { sideBySide } from '../../shared/present/report/side-by-side'
import { yearTableOf } from '../../shared/present/report/years'
import { textOf } from '../../shared/present/sentence'
import { keptTitle, pocketTitle, takeHomeTitle, viewsTitle } from '../../shared/present/titles'
import { waterfallOf, whereThePriceWent } from '../../shared/present/waterfall'
import { associateCase } from '../support/associate-case'

/*
 * An associate sells nothing and keeps nothing: no sentence, title or label of the case may say so.
 */
const FOREIGN =
  /\b(sale|sells?|selling|sold|price(?! level)|closing|at close|keep|keeping|kept(?! on early departure)|owner|owners|EBITDA|deal)\b/i
const usd = (value: number) => `$${Math.round(value)}`
const outcome = evaluateCase(associateCase)
const ids = outcome.paths.map(({ id }) => id)

describe('an associate’s case in words', () => {
  test('answer, cards, titles and charts speak of staying and of jobs', () => {
    const { headline, reason, otherView, funding } = answerOf(outcome, 'expected', 'today', ids)
    expect(textOf(headline, usd)).toMatch(
      /the job with Coast leaves you about \$\d+ wealthier .* than staying as an associate/,
    )
    const texts = [
      ...[headline, reason, otherView, funding].map((sentence) => textOf(sentence, usd)),
      ...outcome.paths.flatMap((path) => [
        path.name,
        structureOf(outcome, path),
        textOf(factOf(outcome, path.id, 'expected', 'today'), usd),
      ]),
      crossoverTitle(outcome, 'expected', ids),
      takeHomeTitle(outcome, 'expected', ids),
      keptTitle(outcome, 'expected', ids),
      viewsTitle(outcome, ids),
      ...timelines(outcome, ids).paths.flatMap(({ spans, events }) => [...spans, ...events].map(({ label }) => label)),
      ...keyFigures(outcome, 'expected', 'today', ids).flatMap(({ label, note }) => [label, note]),
      ...sideBySide(outcome, 'today', ids).flatMap(({ title, note, rows }) => [
        title,
        note,
        ...rows.map(({ label }) => label),
      ]),
      ...ids.flatMap((id) =>
        yearTableOf(outcome, id, 'expected', 'today').columns.flatMap(({ label, section }) => [label, section]),
      ),
      ...ids.flatMap((id) => whereThePriceWent(outcome, id, 'expected')?.steps.map(({ label }) => label) ?? []),
      ...checksOf(outcome).map(({ message }) => message),
    ]
    expect(texts.filter((text) => FOREIGN.test(text))).toEqual([])
  })

  test('every line of the model that a path has is named without a sale', () => {
    for (const document of [associateCase, set(associateCase, 'tax/mode', 'federal')]) {
      const lines = evaluateCase(document).structure.graph.lines
      expect(
        lines
          .filter(({ label, section }) => FOREIGN.test(`${section}: ${label}`))
          .map(({ id, label }) => `${id} ${label}`),
      ).toEqual([])
    }
  })

  test('there is no closing statement and no waterfall from a price', () => {
    expect(ids.map((id) => waterfallOf(outcome, id))).toEqual([undefined, undefined, undefined])
    expect(pocketTitle(outcome, 'expected', ids)).toBe('From the price to your pocket')
    for (const offer of outcome.document.offers) expect(closingOf(outcome, offer)).toBeUndefined()
  })

  test('the ledger lists the present job and the jobs offered, and nothing of a practice that is sold', () => {
    const { groups } = ledgerOf(outcome)
    expect(groups.map(({ title }) => title)).toEqual([
      'You and your household',
      'Your present job',
      'Inflation, returns and tax',
      'Bright',
      'Coast',
    ])
    const labels = groups.flatMap(({ rows, zeros }) => [...rows.map(({ label }) => label), ...zeros])
    expect(labels.filter((label) => FOREIGN.test(label))).toEqual([])
    const rows = groups.flatMap((group) => group.rows)
    expect(rows.some((row) => !isFold(row) && row.path === 'practice/job/rate')).toBe(true)
  })

  test('the calendar has the equity paid for, the bonuses and the loan, by their days', () => {
    const dues = calendarOf(outcome, outcome.document.offers[0]!)
    expect(dues.map(({ on, what, promised }) => [on, what, promised])).toEqual([
      ['2027-07-01', 'Equity you buy', -100_000],
      ['2027-07-01', 'Sign-on bonus', 50_000],
      ['2027-07-01', 'Loan', 60_000],
      ['2030-07-01', 'Retention bonus', 40_000],
      ['2032-07-01', 'Equity, exit of the parent', undefined],
      ['2032-07-01', 'Units, exit of the parent', undefined],
    ])
  })

  test('whoever stays has no columns of nothing', () => {
    const sections = (id: string) =>
      new Set(yearTableOf(outcome, id, 'expected', 'today').columns.map(({ section }) => section))
    expect([...sections('keep')]).toEqual(['Income', 'Household', 'At year-end'])
    expect([...sections('bright')]).toEqual(['Income', 'Bonuses and equity', 'Household', 'At year-end'])
  })
})
