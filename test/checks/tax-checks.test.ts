import { describe, expect, test } from 'vitest'

import type { Case } from '../../shared/case/schema'
import { parseCase } from '../../shared/case/problems'
import { checksOf } from '../../shared/checks'
import { evaluateCase } from '../../shared/model'
import { caseOf } from '../model/arbitrary-case'

const messages = (federal: object, more: { practice?: object; offer?: object } = {}) => {
  const document: Case = caseOf({
    practice: more.practice ?? {},
    tax: { mode: 'federal', federal },
    offers: [{ id: 'offer', name: 'Offer', ...more.offer }],
  })
  return checksOf(evaluateCase(document)).map(({ message }) => message)
}

describe('what the tax computation was told', () => {
  test('an allocation above the price', () => {
    expect(messages({}, { offer: { allocation: { equipment: 0.7, covenant: 0.4 } } })).toContain(
      'Offer: the allocation totals 112% of the price before any goodwill; at most 100% can be allocated. Lower one class.',
    )
  })
  test('bases of the parts above the whole', () => {
    expect(messages({}, { practice: { basis: 50_000, assets: { equipmentBasis: 60_000 } } })).toContain(
      'The bases of equipment, supplies and purchased goodwill total $60,000, more than the tax basis of the practice of $50,000. Raise the basis of the practice or lower one of them.',
    )
  })
  test('a C corporation that sells its assets, with and without personal goodwill', () => {
    expect(messages({ entity: 'cCorporation' }).join()).toMatch(/taxed twice/)
    const claimed = messages({ entity: 'cCorporation' }, { offer: { allocation: { personalGoodwill: 0.5 } } })
    expect(claimed.join()).toMatch(/50% of the gain is treated as your personal goodwill/)
    expect(messages({ entity: 'cCorporation' }, { offer: { saleForm: 'equity' } }).join()).not.toMatch(/taxed twice/)
  })
  test('an entity tax where there is no entity that could pay it', () => {
    expect(messages({ entity: 'sole', entityTax: true }).join()).toMatch(/Only an S corporation or a partnership/)
    expect(messages({ entity: 'partnership', entityTax: true }).join()).not.toMatch(/Only an S corporation/)
  })
  test('a move to a state that leaves alone what accrued before', () => {
    const moves = (movesTo: string, closing: string) =>
      messages(
        { state: 'PA', stateTax: 'law', movesTo, moveYear: 2029 },
        { offer: { closing, price: { stated: 'amount', amount: 1_000_000 } } },
      ).join()
    const sentence = /The gain of a sale before you become a resident of .* is not taxed there/
    expect(moves('NY', '2027-01-01')).toMatch(sentence)
    expect(moves('CT', '2027-01-01')).toMatch(sentence)
    expect(moves('NY', '2029-01-01')).not.toMatch(sentence)
    expect(moves('CA', '2027-01-01')).not.toMatch(sentence)
  })
  test('a year of two residences', () => {
    const moves = (movesTo: string) => messages({ state: 'CA', stateTax: 'law', movesTo, moveYear: 2029 }).join()
    expect(moves('FL')).toMatch(/both California and Florida ask for a part-year return, which is not computed/)
    expect(moves('CA')).not.toMatch(/part-year/)
  })
  test('rates of a weak source', () => {
    const rates = { state: 'AR', stateOrdinary: 0.037, stateGain: 0.0185 }
    expect(messages(rates).join()).toMatch(/The rates of Arkansas \(3.7%, on gain 1.85%\) come from a weak source/)
    expect(messages({ ...rates, stateGain: 0.02 }).join()).not.toMatch(/weak source/)
  })
})

test('a filing status that does not exist and a basis below nothing are refused by a sentence each', () => {
  const read = parseCase({
    app: 'sell-or-stay',
    schemaVersion: 1,
    practice: { basis: -5, assets: { equipmentBasis: -1 } },
    tax: { mode: 'federal', federal: { filingStatus: 'widowed' } },
  })
  const problems = read.ok ? [] : read.problems.map(({ message }) => message)
  expect(problems).toHaveLength(3)
  expect(problems.join(' ')).toMatch(/Tax basis of the practice.*−\$5|Tax basis of the practice.*-5/)
  expect(problems.join(' ')).toMatch(/Filing status/)
})
