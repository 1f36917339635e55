import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { computeTaxCases } from '../../../shared/tax'

interface StateCase {
  id: string
  state: string
  year: number
  filingStatus: string
  inputs: Record<string, unknown>
  rules?: Record<string, boolean>
  federal: { agi: number; taxable: number }
  expected: { stateTax: number }
  tolerance: number
}
const { cases } = JSON.parse(readFileSync(new URL('../../fixtures/state-cases.json', import.meta.url), 'utf8')) as {
  cases: StateCase[]
}

const asked = ({ id, state, year, filingStatus, inputs, rules }: StateCase) => ({
  id,
  year,
  filingStatus,
  inputs: { kind: 'state', state, ...(rules && { rules }), ...inputs },
})

const states = [...new Set(cases.map(({ state }) => state))].toSorted()

describe('state tax of the cases with known answers', () => {
  test('they are of 50 states and DC', () => {
    expect(states).toHaveLength(51)
    expect(cases).toHaveLength(488)
  })
  test.each(states)('%s', (state) => {
    const own = cases.filter((item) => item.state === state)
    const result = computeTaxCases(own.map(asked))
    if (!result.ok) throw new Error(result.problems.join('\n'))
    const misses = own.flatMap((item, i) => {
      const got = result.results[i]!.computed as Record<string, number>
      return [
        ['stateTax', item.expected.stateTax, item.tolerance] as const,
        ['federalAgi', item.federal.agi, 1] as const,
        ['federalTaxableIncome', item.federal.taxable, 1] as const,
      ]
        .filter(([key, value, tolerance]) => !(Math.abs(got[key]! - value) <= tolerance))
        .map(([key, value]) => `${item.id}: ${key} ${got[key]}, expected ${value}`)
    })
    expect(misses).toEqual([])
  })
})

describe('cases worked out by hand', () => {
  test('in South Carolina a spouse of 67 has the whole deduction, whatever the owner of 63 leaves free', () => {
    // S.C. Code 12-6-1170(A), (B): 3,000 of the owner's withdrawals, and 15,000 of the spouse's at 65. Federal income
    // above 190,000 leaves no income-adjusted deduction: 30,000 at 1.99% and the rest at 5.21%.
    const result = computeTaxCases([
      {
        id: 'sc',
        year: 2026,
        filingStatus: 'joint',
        inputs: { kind: 'state', state: 'SC', age: 63, spouseAge: 67, interest: 200_000, withdrawals: 50_000 },
      },
    ])
    if (!result.ok) throw new Error(result.problems.join('\n'))
    const { stateTax } = result.results[0]!.computed
    expect(stateTax).toBeCloseTo(30_000 * 0.0199 + (250_000 - 3_000 - 15_000 - 30_000) * 0.0521, 2)
  })
})

describe('what a state case cannot hold is refused by name', () => {
  const item = { id: 'case', year: 2026, filingStatus: 'joint', inputs: { kind: 'state', state: 'CA', age: 60 } }
  const refused = (change: object, inputs: object = {}) =>
    computeTaxCases([{ ...item, ...change, inputs: { ...item.inputs, ...inputs } }])
  test.each([
    [{}, { wage: 1 }, 'there is no key "wage" in inputs of the kind state.'],
    [{}, { rules: { sale: true } }, 'there is no key "sale" in inputs.rules of the kind state.'],
    [{}, { state: 'ZZ' }, 'There is no state ZZ. Use two capital letters, such as TX or DC.'],
    [{ year: 2024 }, {}, 'there are no tax parameters for 2024; those of 2025 and 2026 are on record.'],
    [{ filingStatus: 'single' }, { spouseWages: 1 }, 'spouseWages needs the filing status joint, not single.'],
    [{}, { longTermGain: 5, practiceSaleGain: 6 }, 'practiceSaleGain is a part of longTermGain: 6 is more than 5.'],
    [
      { filingStatus: 'married' },
      {},
      'there is no filing status "married"; known are single, joint, separate, headOfHousehold, qss.',
    ],
  ])('%o %o', (change, inputs, sentence) => {
    expect(refused(change, inputs)).toEqual({ ok: false, problems: [`Case "case": ${sentence}`] })
  })
  test('without expected figures all that is known is given', () => {
    const result = computeTaxCases([{ ...item, inputs: { ...item.inputs, wages: 300_000 } }])
    expect(result).toMatchObject({ ok: true })
    expect(result.ok && Object.keys(result.results[0]!.computed).slice(0, 4)).toEqual([
      'stateTax',
      'stateAgi',
      'stateTaxableIncome',
      'standardDeduction',
    ])
  })
})
