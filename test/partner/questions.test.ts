// The list of questions: each price is the difference of two separate evaluations; asked questions stay in the list.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { allQuestionPrices, questionKey } from '../../shared/analysis/question-prices'
import { schemaAt } from '../../shared/case/describe'
import { set } from '../../shared/case/path'
import { parseCase } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import { checksOf } from '../../shared/checks'
import { partnerChecks } from '../../shared/checks/partner'
import { whyOf } from '../../shared/checks/why'
import { evaluateCase } from '../../shared/model'
import {
  priceExplained,
  priceInWords,
  questionsAsText,
  questionsHeadline,
  questionsOf,
  stateInWords,
  withAnswer,
} from '../../shared/present/partner/questions'
import { anyAssociateCase, anyCase } from '../model/arbitrary-case'

const sample = samples.find(({ name }) => name === 'general-dentist')!.document
const usd = (value: number) => `$${Math.round(value).toLocaleString('en-US')}`
const rowsOf = (document: Case) => questionsOf(document, checksOf(evaluateCase(document)), samplePrices)
const samplePrices = allQuestionPrices(sample)
const put = (document: Case, changes: Readonly<Record<string, unknown>>): Case =>
  Object.entries(changes).reduce((now, [path, value]) => set(now, path, value), document)
const worth = (document: Case, offer: string) =>
  evaluateCase(document).figure(offer, 'expected', 'pathTotalPresentValue')!

/** Terms of every kind that has a price. */
const hard = put(sample, {
  'offers/harbor/components/earn-1/measuredBy': 'metric',
  'offers/harbor/components/earn-1/floor': 900_000,
  'offers/harbor/components/earn-1/target': 2_000_000,
  'offers/harbor/components/earn-1/cliff': true,
  'offers/harbor/job/labDeducted': 0.5,
  'offers/harbor/leaving/clawback/resignation': 0.2,
  'offers/cedar/retained/called': true,
  'offers/cedar/retained/callDiscount/resignation': 0.3,
  'offers/summit/components/rolled-1/method': 'workbench',
  'offers/summit/components/rolled-1/platform/value': 300_000_000,
  'offers/summit/components/rolled-1/platform/debt': 150_000_000,
  'offers/summit/components/rolled-1/outcomes/good/exitEbitda': 30_000_000,
  'offers/summit/components/rolled-1/outcomes/best/exitEbitda': 50_000_000,
  'offers/summit/components/rolled-1/preference': 'participating',
  'offers/summit/components/rolled-1/preferenceAmount': 80_000_000,
})

const hardPrices = allQuestionPrices(hard)
const hardChecks = checksOf(evaluateCase(hard))

describe('the price of a question', () => {
  it('is the difference of two separate evaluations, as the question supposes it', { timeout: 60_000 }, () => {
    expect(parseCase(hard)).toMatchObject({ ok: true })
    for (const { key, cost, asOffered, better } of hardPrices) {
      const check = hardChecks.find((one) => questionKey(one) === key)!
      const offer = check.path.split('/')[1]!
      const given = put(hard, check.supposing?.changes ?? {})
      expect(asOffered, key).toBe(worth(given, offer))
      expect(better, key).toBe(worth(put(given, check.better!), offer))
      expect(cost, key).toBe(better - asOffered)
    }
    expect(hardPrices.map(({ key }) => key.split(' ')[0])).toEqual(
      expect.arrayContaining([
        'note/security',
        'earn-out/cliff',
        'earn-out/wages',
        'parts/lost-on-death',
        'rolled/behind-a-preference',
        'rolled/forfeiture',
        'leaving/clawback',
        'leaving/forfeiture',
        'job/lab-deducted',
        'fee/may-rise',
        'retained/no-put',
        'retained/call-at-a-discount',
      ]),
    )
  })

  it('is that of all paths together, whatever else there is to choose from', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(anyCase, anyAssociateCase), (document) => {
        const checks = checksOf(evaluateCase(document))
        for (const { key, asOffered, better } of allQuestionPrices(document).slice(0, 4)) {
          const { path, supposing, better: term } = checks.find((one) => questionKey(one) === key)!
          const given = put(document, supposing?.changes ?? {})
          expect(asOffered, key).toBe(worth(given, path.split('/')[1]!))
          expect(better, key).toBe(worth(put(given, term!), path.split('/')[1]!))
        }
      }),
      { numRuns: 3 },
    )
  })

  it.each([
    'earn-out/cliff offers/harbor/components/earn-1/cliff',
    'leaving/forfeiture offers/harbor/components/escrow-1/keptOnLeaving/resignation',
    'leaving/clawback offers/harbor/leaving/clawback',
    'job/lab-deducted offers/harbor/job/labDeducted',
    'retained/no-put offers/cedar/retained/put',
    'retained/call-at-a-discount offers/cedar/retained/callDiscount',
    'rolled/behind-a-preference offers/summit/components/rolled-1/preference',
    'fee/may-rise offers/cedar/fee/share',
  ])('is something for %s', (key) => {
    expect(hardPrices.find((one) => one.key === key)?.cost).toBeGreaterThan(1000)
  })

  it('supposes that the owner leaves in the second year, unless the case says when', () => {
    const supposed = (document: Case) =>
      checksOf(evaluateCase(document)).find(({ rule }) => rule === 'leaving/forfeiture')!.supposing
    expect(supposed(sample)).toEqual({
      words: 'if you resign 18 months after closing',
      changes: { 'offers/harbor/leaving/on': '2028-07-01', 'offers/harbor/leaving/cause': 'resignation' },
    })
    expect(supposed(set(sample, 'offers/harbor/leaving/on', '2029-01-01'))).toBeUndefined()
  })

  it('supposes that the owner leaves while something is still due, so that the question has a price', () => {
    // Of Cedar's price only the escrow is paid later, 15 months after closing.
    const rule = 'leaving/forfeiture'
    const check = checksOf(evaluateCase(sample)).find((one) => one.rule === rule && one.path.includes('/cedar/'))!
    expect(check.supposing?.words).toBe('if you resign 14 months after closing')
    expect(samplePrices.find(({ key }) => key === `${rule} ${check.path}`)?.cost).toBeGreaterThan(10_000)
  })

  it('gives no price to tail coverage without an amount, which no figure has', () => {
    const open = (amount: number) => {
      const document = set(set(sample, 'offers/harbor/tail/paidBy', 'unknown'), 'offers/harbor/tail/amount', amount)
      return allQuestionPrices(document).find(({ key }) => key.startsWith('tail/who-pays offers/harbor/'))?.cost
    }
    expect(open(0)).toBeUndefined()
    expect(open(20_000)).toBeGreaterThan(1_000)
  })

  it('makes cases that can stand', () => {
    for (const check of hardChecks)
      expect(parseCase(put(hard, { ...check.supposing?.changes, ...check.better })).ok, check.rule).toBe(true)
  })
})

describe('the list', () => {
  it('begins with the most expensive question and ends with those without a price', () => {
    const costs = rowsOf(sample).map(({ price }) => price?.cost ?? -Infinity)
    expect(costs).toEqual([...costs].sort((a, b) => b - a))
    expect(costs[0]).toBeGreaterThan(100_000)
    expect(questionsHeadline(rowsOf(sample), usd)).toBe(
      `${rowsOf(sample).length - 1} questions are not answered yet; one of them could cost you ${usd(costs[0]!)}.`,
    )
  })

  it('keeps what was asked and answered, and a question whose term has been changed as it was asked', () => {
    const row = rowsOf(sample).find(({ about }) => about.startsWith('retained/no-put'))!
    const asked = withAnswer(withAnswer(sample, row, 'state', 'asked'), row, 'askedOf', 'nobody')
    expect(parseCase(asked).ok).toBe(true)
    const again = rowsOf(asked).find(({ id }) => id === row.id)!
    expect(stateInWords(again)).toBe('asked of nobody')
    const answered = withAnswer(
      withAnswer(withAnswer(asked, again, 'state', 'answered'), again, 'answer', 'yes, at six times'),
      again,
      'answeredOn',
      '2026-11-02',
    )
    const changed = put(answered, { 'offers/cedar/retained/put': true })
    const gone = rowsOf(changed).find(({ id }) => id === row.id)!
    expect(gone).toMatchObject({ text: row.text, path: undefined, price: undefined, state: 'answered' })
    expect(stateInWords(gone)).toBe('answered on November 2, 2026: yes, at six times')
    expect(changed.partner.questions).toHaveLength(sample.partner.questions.length + 1)
  })

  it('has one entry a question, each with a reason and a field, whatever the case', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyCase, (document) => {
        const rows = questionsOf(document, checksOf(evaluateCase(document)), undefined)
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
        for (const { why, path, id } of rows) {
          expect(why).toMatch(/^[A-Z].+\.$/)
          expect(id).toMatch(/^q-[0-9a-f]{16}$/)
          expect(path === undefined || schemaAt(path, document) !== undefined, path).toBe(true)
        }
      }),
      { numRuns: 8 },
    )
  })

  it('is written as text for an e-mail', () => {
    const rows = rowsOf(sample).filter((row) => row.for === 'attorney')
    const text = questionsAsText(rows.slice(0, 1), { name: 'My case', who: 'attorney', amount: usd })
    expect(text).toBe(
      `Questions for the attorney on My case\n\n1. ${rows[0]!.text}\n   Why it matters: It is a part of the price that you would lose by leaving.\n   In dollars: could cost ${usd(rows[0]!.price!.cost)} if you resign 18 months after closing (present value after tax, expected view, today’s dollars).\n`,
    )
  })

  it('says of a price what it is, and what it is not', () => {
    const price = (cost: number, supposing = '') => ({
      price: { key: '', cost, asOffered: 0, better: cost, supposing },
    })
    expect(priceInWords(price(1234.4), usd)).toBe('could cost $1,234')
    expect(priceInWords(price(0.2, 'if you resign'), usd)).toBe('makes no difference in this case if you resign')
    expect(priceInWords(price(-3649), usd)).toBe('in this case you are better off by $3,649 with the term as offered')
    expect(priceInWords({ price: undefined }, usd)).toBe('')
    expect(priceExplained({ key: '', better: 5000, asOffered: 2000, cost: 3000 }, usd)).toBe(
      '$5,000 with the better term, $2,000 as offered: the difference is $3,000.',
    )
    expect(priceExplained({ key: '', better: 2000, asOffered: 5000, cost: -3000 }, usd)).toBe(
      '$5,000 as offered, $2,000 with the term that advisors usually ask for: here it would leave you $3,000 less, so do not trade it for anything.',
    )
  })
})

describe('questions on organizations', () => {
  const said = (document: Case) => partnerChecks(document).map(({ rule, message }) => [rule, message])
  it('follow from what is known of them', () => {
    expect(said(sample)).toContainEqual([
      'partner/deal-breaker',
      'Summit: you marked clinical autonomy as a deal-breaker. Is there a term that would remove it?',
    ])
    expect(said(sample)).toContainEqual([
      'partner/not-in-contract',
      'Cedar Dental Partners (invented): who decides on schedule and hiring is promised but not in the contract. Will it be written in?',
    ])
    expect(said(sample)).toContainEqual([
      'partner/promise-without-date',
      'Summit Dental Holdings (invented): money is promised for technology without a date. By when, and what if it does not come?',
    ])
    for (const { rule, path } of partnerChecks(sample)) {
      expect(schemaAt(path, sample), path).toBeDefined()
      expect(whyOf(rule)).not.toBe(whyOf('none'))
    }
  })

  it('are one where nothing is known, and none of offers that are not compared', () => {
    const nothing = set(sample, 'offers/harbor/partner/organization', '')
    expect(said(nothing)).toContainEqual([
      'partner/nobody-named',
      'Harbor: which organization is behind this offer, and who owns it?',
    ])
    const none = sample.offers.reduce((now, { id }) => set(now, `offers/${id}/include`, false), sample)
    expect(said(none)).toEqual([])
  })
})
