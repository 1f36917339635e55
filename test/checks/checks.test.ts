// Valid entries that cannot be intended: each gets a sentence with its field and the next step.
import { describe, expect, test } from 'vitest'

import { set } from '../../shared/case/path'
import { parseCase } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import { checksOf, warningsBesideTheAnswer } from '../../shared/checks'
import { evaluateCase } from '../../shared/model'

const sample = samples.find(({ name }) => name === 'general-dentist')!.document

/** The sentences for a field of a valid case. */
function said(path: string, edits: Readonly<Record<string, unknown>>): string[] {
  const document = Object.entries(edits).reduce((now, [at, value]) => set(now, at, value), sample)
  const parsed = parseCase(document)
  if (!parsed.ok) throw new Error(parsed.problems[0]!.message)
  return checksOf(evaluateCase(document))
    .filter((check) => check.path === path)
    .map(({ severity, message }) => `${severity}: ${message}`)
}

test('an owner who is still a child: the year of birth is mistyped', () => {
  expect(said('owner/birthDate', { 'owner/birthDate': '2009-05-20' })).toEqual([
    'problem: Date of birth: May 20, 2009 makes you 17 when the plan starts, too young to own a practice. Check the year, and enter an earlier date.',
  ])
  expect(said('owner/birthDate', { 'owner/birthDate': '2008-05-20' })).toEqual([])
})

test('how long the money lasts is said of a case that has an answer, not of one with a contradiction', () => {
  const short = /^warning: .*: without contingent payments, the money lasts to age \d+, not to 95/
  const spent = { 'owner/spendingRetired': 400_000 }
  expect(said('owner/spendingRetired', spent)[0]).toMatch(short)
  expect(said('owner/spendingRetired', { ...spent, 'offers/harbor/closing': '2100-01-01' })).toEqual([])
})

describe('what never comes within the plan', () => {
  test.each<[string, Record<string, unknown>, string]>([
    [
      'owner/retirement',
      { 'owner/retirement': '2999-01-01' },
      'Retirement: January 1, 2999 is after the plan ends in 2062, when you are 95, so it is never reached.',
    ],
    [
      'offers/harbor/retirement',
      { 'offers/harbor/retirement': '2063-01-01' },
      'Retirement in this case (Harbor): January 1, 2063 is after the plan ends in 2062, when you are 95, so it is never reached.',
    ],
    [
      'alternatives/stepBack/hireDate',
      { 'alternatives/stepBack/include': true, 'alternatives/stepBack/hireDate': '2100-01-01' },
      'An associate starts on: January 1, 2100 is after the plan ends in 2062, when you are 95, so it is never reached.',
    ],
  ])('%s', (path, edits, sentence) => {
    expect(said(path, edits)).toEqual([`problem: ${sentence} Enter an earlier date, or plan to a later age.`])
  })

  test('a closing is after the end and after retirement', () => {
    expect(said('offers/harbor/closing', { 'offers/harbor/closing': '2100-01-01' })).toEqual([
      'problem: Closing (Harbor): January 1, 2100 is after the plan ends in 2062, when you are 95, so it is never reached. Enter an earlier date, or plan to a later age.',
      'problem: Harbor closes on January 1, 2100, after you retire on December 31, 2033. Change one of the two dates.',
    ])
  })

  test('the last day of the plan is within it, and what is not compared is not looked at', () => {
    expect(said('owner/retirement', { 'owner/retirement': '2062-12-31' })).toEqual([])
    expect(
      said('offers/harbor/closing', { 'offers/harbor/closing': '2100-01-01', 'offers/harbor/include': false }),
    ).toEqual([])
  })
})

describe('two rows that begin at the same place', () => {
  const step = (id: string, age: number) => ({ id, age, days: 3 })
  test('of fewer days: the lower one counts, and it is said', () => {
    const days = (taper: Case['practice']['taper']) =>
      evaluateCase(set(sample, 'practice/taper', taper)).shared('practice/clinicalDays')
    const twice = [step('a', 62), { ...step('b', 62), days: 1 }]
    expect(days(twice)).toEqual(days([{ ...step('b', 62), days: 1 }]))
    expect(said('practice/taper/b/age', { 'practice/taper': twice })).toEqual([
      'problem: Fewer days: two steps begin at age 62, and the one further down the list counts. Change the age of one, or remove it.',
    ])
    // Their order carries no meaning.
    expect(days([step('b', 64), { ...step('a', 62), days: 1 }])).toEqual(
      days([{ ...step('a', 62), days: 1 }, step('b', 64)]),
    )
    expect(said('practice/taper/a/age', { 'practice/taper': [step('b', 64), step('a', 62)] })).toEqual([])
  })

  test('of the fee, of the tax rates, of stated distributions', () => {
    const tier = (id: string, from: number) => ({ id, from, share: 0.07 })
    expect(
      said('offers/cedar/fee/tiers/b/from', {
        'offers/cedar/fee/kind': 'tiers',
        'offers/cedar/fee/tiers': [tier('a', 0), tier('b', 0)],
      }),
    ).toEqual([
      'problem: Cedar: two tiers of the management fee begin at $0, and the one further down the list counts. Change one, or remove it.',
    ])
    const change = (id: string) => ({ id, from: 2030, rates: sample.tax.rates })
    expect(said('tax/changes/b/from', { 'tax/changes': [change('a'), change('b')] })).toEqual([
      'problem: Tax rates: two changes begin in 2030, and the one further down the list counts. Change the year of one, or remove it.',
    ])
    const paid = (id: string) => ({ id, contractYear: 2, amount: 1000 })
    expect(
      said('offers/cedar/retained/stated/b/contractYear', { 'offers/cedar/retained/stated': [paid('a'), paid('b')] }),
    ).toEqual([
      'problem: Cedar: distributions are stated twice for contract year 2, and both are counted. Change the year of one, or remove it.',
    ])
  })
})

test('a share of nothing, and partners beside an owner of all', () => {
  expect(said('practice/ownershipShare', { 'practice/ownershipShare': 0 })[0]).toBe(
    'problem: Your share of the practice is 0%, so none of its profit or sale price is yours. Enter your share.',
  )
  expect(said('practice/ownershipShare', { 'practice/partnersCollections': 500_000 })).toEqual([
    'warning: Your partners collect $500,000 a year, but you own 100% of the practice. Enter your share, or enter their collections as associates’ collections, with their pay among the costs.',
  ])
})

describe('an offer that pays nothing, or days in an order that cannot be', () => {
  test.each<[string, Record<string, unknown>, string]>([
    [
      'offers/harbor/price/multiple',
      { 'offers/harbor/price/multiple': 0 },
      'problem: Harbor: the multiple is 0, so nothing is paid for the practice. Enter the offer’s multiple, or a dollar price.',
    ],
    [
      'offers/harbor/price/amount',
      { 'offers/harbor/price/stated': 'amount', 'offers/harbor/price/amount': 0 },
      'problem: Harbor: the price is $0, so nothing is paid for the practice. Enter the price of the offer, or choose management services only.',
    ],
    [
      'offers/cedar/shareSold',
      { 'offers/cedar/shareSold': 0 },
      'problem: Cedar: 0% of the practice is sold, so nothing is paid for it. Enter the share sold, or choose management services only.',
    ],
    [
      'offers/harbor/leaving/on',
      { 'offers/harbor/closing': '2029-01-01', 'offers/harbor/leaving/on': '2028-06-30' },
      'problem: Harbor: you leave on June 30, 2028, before the closing on January 1, 2029. Enter a later date, or leave it blank if you stay.',
    ],
    [
      'offers/harbor/leaving/on',
      { 'offers/harbor/leaving/on': '2035-06-30' },
      'warning: Harbor: you leave on June 30, 2035, after you retire on December 31, 2033, so that date and its cause do not count. Enter an earlier date, or leave it blank.',
    ],
    [
      'offers/harbor/job/ends',
      { 'offers/harbor/closing': '2029-01-01', 'offers/harbor/job/ends': '2028-06-30' },
      'problem: Harbor: the job ends on June 30, 2028, before the closing on January 1, 2029. Enter a later date, or leave it blank if it lasts until you retire.',
    ],
    [
      'offers/cedar/retained/exitAt',
      { 'offers/cedar/closing': '2029-01-01', 'offers/cedar/retained/exitAt': '2028-06-30' },
      'problem: Cedar: you sell your retained share on June 30, 2028, before the closing on January 1, 2029. Enter a later date, or leave it blank for retirement.',
    ],
    [
      'offers/summit/components/rolled-1/exitOn',
      { 'offers/summit/closing': '2029-01-01', 'offers/summit/components/rolled-1/exitOn': '2028-06-30' },
      'problem: Summit, Rolled equity: the exit is on June 30, 2028, before the closing on January 1, 2029. Enter a later date, or leave it blank to count the months after closing.',
    ],
  ])('%s', (path, edits, sentence) => {
    expect(said(path, edits)).toContain(sentence)
  })

  test('working capital owed above what is paid is named', () => {
    expect(said('offers/harbor/costs/workingCapital', { 'offers/harbor/costs/workingCapital': -3_000_000 })).toEqual([
      expect.stringMatching(
        /^warning: Harbor: working capital owed, debt and costs of \$3,\d{3},\d{3} exceed the cash paid at closing\. You would have to bring \$\d/,
      ),
    ])
  })
})

test('by federal law, changes of the effective rates say what they still do', () => {
  const changes = [{ id: 'later', from: 2030, rates: { ...sample.tax.rates, deferred: 0.3, gain: 0.2 } }]
  const place = 'tax/changes/later/from'
  expect(said(place, { 'tax/changes': changes })).toEqual([])
  expect(said(place, { 'tax/changes': changes, 'tax/mode': 'federal' })).toEqual([
    'warning: Rates from 2030 on: under federal law each year’s tax is computed, so of these rates only those on plan withdrawals (30%) and gain (20%) are used, to value tax-deferred accounts and a building that is never sold. Remove the change, or choose effective rates.',
  ])
})

test('a salary that an owner is offered is not overtaken in silence by the share that stands there unasked', () => {
  const salary = { 'offers/harbor/job/rate': 0.3, 'offers/harbor/job/salary': 120_000 }
  const sentence =
    'warning: Harbor: 30% of your collections is assumed alongside the salary or guarantee entered, and the greater of the two counts. Enter 0% if the pay is fixed, or confirm the share.'
  const unasked = { ...sample.origins }
  delete (unasked as Record<string, unknown>)['offers/harbor/job/rate']
  const document = Object.entries(salary).reduce((now, [at, value]) => set(now, at, value), {
    ...sample,
    origins: unasked,
  } as Case)
  const warnings = (of: Case) =>
    checksOf(evaluateCase(of))
      .filter(({ path, severity }) => path === 'offers/harbor/job/rate' && severity === 'warning')
      .map(({ severity, message }) => `${severity}: ${message}`)
  expect(warnings(document)).toEqual([sentence])
  const confirmed = { ...document, origins: { ...unasked, 'offers/harbor/job/rate': 'entered' as const } }
  expect(warnings(confirmed)).toEqual([])
  expect(warnings(set(document, 'offers/harbor/job/rate', 0))).toEqual([])
})

test('perks that no add-back covers are asked about, with or without other add-backs', () => {
  const asked = (perks: number, amounts: readonly number[]) =>
    said('practice/addBacks', {
      'practice/perks': perks,
      'practice/addBacks': amounts.map((amount, i) => ({ id: `a${i}`, label: 'One-time cost', amount })),
    })
  expect(asked(24_000, [])).toEqual([
    'question: Perks of $24,000 a year are not added back, so they lower EBITDA if they are among the costs. A buyer would not bear them: should they be an add-back?',
  ])
  expect(asked(24_000, [10_000, 5_000])).toEqual([
    'question: Perks of $24,000 a year exceed all add-backs ($15,000). A buyer would not bear them: should they be added back?',
  ])
  expect(asked(24_000, [24_000])).toEqual([])
  expect(asked(0, [])).toEqual([])
})

test('no costs are a problem beside collections only: an empty case is not wrong', () => {
  const problems = (practice: Partial<Case['practice']>) => {
    const parsed = parseCase({ app: 'sell-or-stay', practice })
    if (!parsed.ok) throw new Error(parsed.problems[0]!.message)
    return checksOf(evaluateCase(parsed.value)).filter(({ severity }) => severity === 'problem')
  }
  expect(problems({})).toEqual([])
  expect(problems({ ownerCollections: 800_000 }).map(({ path }) => path)).toEqual(['practice/costs'])
})

test('beside the answer stands what may mislead, but not whether the money lasts, which the answer says itself', () => {
  const rules = (document: Case) => warningsBesideTheAnswer(evaluateCase(document)).map(({ rule }) => rule)
  expect(checksOf(evaluateCase(sample)).some(({ severity }) => severity === 'warning')).toBe(true)
  expect(rules(sample)).toEqual([])
  expect(rules(set(sample, 'owner/retirement', '2028-06-30')).length).toBeGreaterThan(0)
})

test('they are worked out once per outcome, for all who show them', () => {
  const outcome = evaluateCase(sample)
  expect(checksOf(outcome)).toBe(checksOf(outcome))
  expect(checksOf(evaluateCase(sample))).toEqual(checksOf(outcome))
  const edited = evaluateCase(set(sample, 'owner/retirement', '2028-06-30'))
  expect(checksOf(edited)).not.toEqual(checksOf(outcome))
})
