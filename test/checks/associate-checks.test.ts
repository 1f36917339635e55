import { expect, test } from 'vitest'

import { set } from '../../shared/case/path'
import type { Case } from '../../shared/case/schema'
import { checksOf } from '../../shared/checks'
import { readinessOf } from '../../shared/checks/readiness'
import { evaluateCase } from '../../shared/model'
import { associateCase } from '../support/associate-case'

/* What an associate's offer cannot include is reported, never dropped silently; sale questions are not asked. */
const found = (document: Case) => checksOf(evaluateCase(document))
const rules = (document: Case) => found(document).map(({ rule }) => rule)
const changed = (changes: Readonly<Record<string, unknown>>): Case =>
  Object.entries(changes).reduce((before, [path, value]) => set(before, path, value), associateCase)

test('nothing is asked of a price, a structure, costs or a practice', () => {
  const about = new Set(rules(associateCase).map((rule) => rule.split('/')[0]))
  for (const subject of ['price', 'structure', 'practice', 'fee', 'retained', 'earn-out', 'associate', 'deferred'])
    expect(about.has(subject), subject).toBe(false)
  expect(readinessOf(evaluateCase(associateCase))).toEqual({ blockers: [], unready: {} })
})

test('loans, units, vesting and the clawback are asked about as in any offer', () => {
  expect(rules(associateCase)).toEqual(
    expect.arrayContaining(['job/forgivable-loan', 'granted/tax', 'rolled/forfeiture', 'leaving/clawback']),
  )
})

test('a price that was entered is said not to count', () => {
  const priced = changed({ 'offers/bright/price/amount': 900_000 })
  expect(found(priced).find(({ rule }) => rule === 'associate/price-not-counted')).toMatchObject({
    severity: 'warning',
    path: 'practice/role',
    message:
      'Bright: a price or sale structure is entered, but an associate has nothing to sell, so it does not count. If you own a share of the practice, change your role.',
  })
})

test('parts of a price stand between the case and its answer, and so does equity for a share of no price', () => {
  const escrow = set(associateCase, 'offers/bright/components/equity/acquired', 'rolled')
  const blockers = (document: Case) => readinessOf(evaluateCase(document)).blockers.map(({ path }) => path)
  expect(blockers(escrow)).toEqual(['offers/bright/components/equity/acquired'])
  expect(blockers(changed({ 'offers/bright/components/equity/basis': 'share' }))).toEqual([
    'offers/bright/components/equity/basis',
  ])
})

test('a share that nobody entered beside a salary is pointed at', () => {
  const salary = changed({ 'offers/coast/job/rate': 0.3 })
  expect(rules(salary)).toContain('job/share-beside-a-salary')
  const confirmed = { ...salary, origins: { 'offers/coast/job/rate': 'entered' as const } }
  expect(rules(confirmed)).not.toContain('job/share-beside-a-salary')
})

test('a job that starts after retirement, or is left before it starts, is a clash', () => {
  expect(
    found(changed({ 'offers/coast/closing': '2050-01-01' })).find(
      ({ rule }) => rule === 'dates/closing-after-retirement',
    )?.message,
  ).toBe('Coast starts on January 1, 2050, after you retire on July 1, 2046. Change one of the two dates.')
  expect(rules(changed({ 'offers/bright/leaving/on': '2027-03-01' }))).toContain('dates/before-closing')
})
