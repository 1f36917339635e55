import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { buildGraph, evaluation, Model, type Operand } from '../../../shared/formula'
import { declareFederalTax, taxParameters, type Household } from '../../../shared/tax'
import { stateLaw } from '../../../shared/tax/state'

interface Amounts {
  wages: number
  practiceProfit: number
  longTermGain: number
  propertyTax: number
  mortgageInterest: number
}

/** The return of a couple aged 60 in a state, with its deductions and additional taxes. */
function taxed(code: string, amounts: Amounts, rest: (of: (key: keyof Amounts) => Operand) => Partial<Household>) {
  const model = Model.create()
  const keys = Object.keys(amounts) as (keyof Amounts)[]
  const inputs = keys.map((key) => model.input(key, key, 'usd'))
  const of = (key: keyof Amounts): Operand => inputs[keys.indexOf(key)]!
  const lines = declareFederalTax(model, {
    status: 'mfj',
    parameters: taxParameters(2026),
    calendarYear: 2026,
    wages: of('wages'),
    practiceProfit: of('practiceProfit'),
    longTermGain: of('longTermGain'),
    age: 60,
    spouseAge: 60,
    state: { law: stateLaw(code, 2026), rules: {} },
    ...rest(of),
  })
  const run = evaluation(buildGraph(model, 1))
  run.run(Float64Array.from(keys, (key) => amounts[key]))
  const value = (line: Operand) =>
    typeof line === 'object' && 'kind' in line && line.kind === 'line' ? run.value(line, 1) : (line as number)
  return { lines, value }
}

const household = fc.record({
  wages: fc.integer({ min: 0, max: 700_000 }),
  practiceProfit: fc.integer({ min: 0, max: 500_000 }),
  longTermGain: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3_000_000 })),
  propertyTax: fc.integer({ min: 0, max: 30_000 }),
  mortgageInterest: fc.integer({ min: 0, max: 40_000 }),
})

describe('state tax among the itemized deductions', () => {
  const deducting = (withStateTax: boolean) => (of: (key: keyof Amounts) => Operand) => ({
    deduction: {
      kind: 'greater' as const,
      withStateTax,
      stateAndLocalTaxes: of('propertyTax'),
      mortgageInterest: of('mortgageInterest'),
    },
  })

  test.each(['CA', 'NY', 'CO', 'UT', 'ID', 'AL', 'MO', 'OR'])('%s: what is deducted is what is paid', (code) => {
    fc.assert(
      fc.property(household, (amounts) => {
        const solved = taxed(code, amounts, deducting(true))
        const paid = solved.value(solved.lines.stateTax)
        // The same household simply paying that amount, and its federal return.
        const given = taxed(code, { ...amounts, propertyTax: amounts.propertyTax + paid }, deducting(false))
        expect(solved.value(solved.lines.incomeTax)).toBeCloseTo(given.value(given.lines.incomeTax), 4)
        if (stateLaw(code, 2026).federalTaxDeduction?.form !== 'full') return
        // Alabama allows a deduction for the federal tax that depends on it: both returns agree within half a dollar.
        expect(Math.abs(given.value(given.lines.stateTax) - paid)).toBeLessThan(0.5)
      }),
      { numRuns: 40 },
    )
  })
})

describe('an election to be taxed at entity level', () => {
  type Election = NonNullable<Household['passThroughEntityTax']>
  const electing = (election?: Election) => () => (election ? { passThroughEntityTax: election } : {})
  const owner = { wages: 200_000, practiceProfit: 500_000, longTermGain: 0, propertyTax: 0, mortgageInterest: 0 }
  const change = (code: string, amounts = owner, election: Election = {}) => {
    const [off, on] = [taxed(code, amounts, electing()), taxed(code, amounts, electing(election))]
    return {
      federal: on.value(on.lines.totalTax) - off.value(off.lines.totalTax),
      state: on.value(on.lines.stateTax) - off.value(off.lines.stateTax),
    }
  }
  test('in California moves the tax and saves federal tax on it', () => {
    const { federal, state } = change('CA')
    expect(state).toBeCloseTo(0, 6)
    expect(federal).toBeLessThan(-0.3 * 0.093 * 500_000)
  })
  test('costs the part that Connecticut does not credit', () => {
    expect(change('CT').state).toBeCloseTo(0.125 * 0.0699 * 500_000, 6)
  })
  test('leaves the profit out of the return in Georgia', () => {
    const { federal, state } = change('GA')
    expect(Math.abs(state)).toBeLessThan(1)
    expect(federal).toBeLessThan(0)
  })
  test('takes 3% instead of 5.21% of profit after pay in South Carolina, and reaches no gain', () => {
    // 12-6-545: from 200,000 of wages and 500,000 of profit, the profit leaves the return (12-6-510, 2026).
    const { federal, state } = change('SC')
    expect(state).toBeCloseTo((0.03 - 0.0521) * 500_000, 6)
    expect(federal).toBeLessThan(-0.3 * 0.03 * 500_000)
    const sale = { ...owner, longTermGain: 1_000_000 }
    expect(change('SC', sale, { gain: 1_000_000 }).state).toBeCloseTo(state, 6)
    // All income of a partner whose services are not paid is presumed to be pay.
    expect(change('SC', owner, { partnership: true })).toEqual({ federal: 0, state: 0 })
  })
  test('takes half the rate on gain in Arkansas, and leaves all of it out of the return', () => {
    const sale = { ...owner, longTermGain: 1_000_000 }
    const election = { gain: 1_000_000 }
    const tax = (amounts: typeof owner, given?: Election) => {
      const { lines, value } = taxed('AR', amounts, electing(given))
      return value(lines.stateTax)
    }
    // Ark. Code 26-65-103: 3.7% of profit and half of it on gain; wages alone are left on the return.
    const wages = tax({ ...owner, practiceProfit: 0 })
    expect(tax(sale, election)).toBeCloseTo(wages + 0.037 * 500_000 + 0.0185 * 1_000_000, 6)
  })
  test('leaves a loss on the return of the owner, also where profit would be left out', () => {
    for (const code of ['GA', 'AL', 'SC'])
      expect(change(code, { ...owner, practiceProfit: -50_000 })).toEqual({ federal: 0, state: 0 })
  })
  test('changes nothing where a state has none', () => {
    for (const code of ['PA', 'ME', 'TX', 'MN']) expect(change(code)).toEqual({ federal: 0, state: 0 })
  })
})
