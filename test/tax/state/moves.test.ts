import { expect, test } from 'vitest'

import { buildGraph, evaluation, Model, type Operand } from '../../../shared/formula'
import { declareFederalTax, stateLaw, taxParameters, type Household } from '../../../shared/tax'

const KEYS = ['wages', 'longTermGain', 'interest', 'sourcedGain'] as const

/** A household that has moved: the tax of each state, and in total. */
function moved(from: string, to: string, status: Household['status'], amounts: readonly number[]) {
  const model = Model.create()
  const [wages, longTermGain, interest, sourcedGain] = KEYS.map((key) => model.input(key, key, 'usd')) as [
    Operand,
    Operand,
    Operand,
    Operand,
  ]
  const { stateTax } = declareFederalTax(model, {
    status,
    parameters: taxParameters(2026),
    calendarYear: 2026,
    wages,
    longTermGain,
    interest,
    age: 56,
    spouseAge: status === 'mfj' ? 55 : 0,
    state: {
      law: stateLaw(from, 2026),
      rules: {},
      move: { law: stateLaw(to, 2026), year: 2026, sourcedGain },
    },
    deduction: { kind: 'standard' },
  })
  const run = evaluation(buildGraph(model, 1))
  run.run(Float64Array.from(amounts))
  const of = (id: string) => (model.has(id) ? run.value(model.line(id), 1) : 0)
  return [
    of('state/stateTax'),
    of('newState/state/stateTax'),
    of('otherStateCredit'),
    stateTax === 0 ? 0 : run.value(stateTax, 1),
  ]
}

/**
 * Wages for work in the former state, gain and interest, and how much of the gain has its source there. Known answers
 * from a second computation in another language, from the published rates: a resident's tax in either state on
 * everything, the credit, and the total owed.
 */
test.each([
  ['CA', 'OR', 'mfj', [250_000, 400_000, 20_000, 0], [54_125.96, 62_273.67, 20_196.25, 62_273.67]],
  ['CA', 'AZ', 'mfj', [300_000, 1_500_000, 10_000, 1_500_000], [190_885.42, 35_087.5, 34_893.65, 190_024.66]],
  ['IL', 'NC', 'single', [180_000, 50_000, 5_000, 0], [11_491.43, 8_867.78, 6_792.34, 10_877.38]],
  ['CA', 'TX', 'single', [120_000, 900_000, 0, 300_000], [105_737.71, 0, 0, 43_539.06]],
  ['OR', 'CA', 'mfj', [400_000, 800_000, 30_000, 800_000], [117_713.67, 116_418.6, 113_579.12, 117_682.08]],
  ['TX', 'CA', 'mfj', [350_000, 2_000_000, 0, 0], [0, 262_705.42, 0, 262_705.42]],
] as const)('a %s practice whose owner lives in %s (%s)', (from, to, status, amounts, known) => {
  moved(from, to, status, amounts).forEach((tax, i) => expect(Math.abs(tax - known[i]!)).toBeLessThan(0.01))
})
