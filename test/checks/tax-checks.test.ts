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
    const sentence = /does not tax gain of a sale before you become its resident/
    expect(moves('NY', '2027-01-01')).toMatch(sentence)
    expect(moves('CT', '2027-01-01')).toMatch(sentence)
    expect(moves('NY', '2029-01-01')).not.toMatch(sentence)
    expect(moves('CA', '2027-01-01')).not.toMatch(sentence)
  })
  test('installments of another asset that are still owed at a move', () => {
    const moves = (state: string, sold: object, federal: object = {}) =>
      messages(
        { state, stateTax: 'law', movesTo: 'FL', moveYear: 2029, ...federal },
        {
          practice: { otherAssets: [{ id: 'a', label: 'Surgery center', value: 500_000 }] },
          offer: { assetsSold: [{ id: 's', asset: 'a', down: 0.2, ...sold }] },
        },
      ).join()
    const sentence = /of other assets, the state tax here takes only what is paid until you move/
    expect(moves('NY', {})).toMatch(sentence)
    expect(moves('PA', {})).toMatch(sentence)
    expect(moves('NY', {}, { moveSecurity: true })).not.toMatch(sentence)
    expect(moves('NY', { down: 1 })).not.toMatch(sentence)
    expect(moves('NY', { on: '2029-03-01' })).not.toMatch(sentence)
    expect(moves('CA', {})).not.toMatch(sentence)
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
