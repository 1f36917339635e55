import { describe, expect, test } from 'vitest'

import { FILING_STATUSES, lawFor, PARAMETER_YEARS, STATES, stateRates, taxParameters } from '../../shared/tax'
import { brackets } from '../../shared/formula/operations'
import { taxed } from './household'

test('a year without parameters is refused by a sentence', () => {
  expect(() => taxParameters(2031)).toThrow(
    'There are no tax parameters for 2031; those of 2025 and 2026 are on record. ' +
      'Later years are computed with the law of 2026, its indexed thresholds multiplied by a price index.',
  )
})

describe.each(PARAMETER_YEARS)('the law of %d', (year) => {
  test.each(FILING_STATUSES)('for %s rises from bracket to bracket', (status) => {
    const { ordinary, gain } = lawFor(taxParameters(year), status)
    for (const { keys, values } of [ordinary, gain]) {
      expect(keys).toHaveLength(values.length)
      expect([...keys].sort((a, b) => a - b)).toEqual(keys)
      expect([...values].sort((a, b) => a - b)).toEqual(values)
    }
  })
})

// The base amounts of the rate tables, and what the worksheet subtracts from 37% of income.
test.each([
  [2026, 'single', 640_600, 192_979.25],
  [2026, 'mfj', 768_700, 206_583.5],
  [2026, 'mfs', 384_350, 103_291.75],
  [2026, 'hoh', 640_600, 191_171],
  [2025, 'single', 626_350, 0.37 * 626_350 - 42_979.75],
  [2025, 'mfj', 751_600, 0.37 * 751_600 - 75_937.5],
  [2025, 'qss', 751_600, 0.37 * 751_600 - 75_937.5],
  [2025, 'mfs', 375_800, 0.37 * 375_800 - 37_968.75],
] as const)('tax in %d for %s where the top bracket begins', (year, status, income, tax) => {
  expect(brackets(lawFor(taxParameters(year), status).ordinary, income, 1)).toBeCloseTo(tax, 6)
})

describe('states', () => {
  test('there are fifty and the District, each once, with rates and a confidence mark', () => {
    expect(new Set(STATES.map(({ code }) => code)).size).toBe(51)
    for (const { ordinary, gain, confidence } of STATES) {
      for (const rate of [ordinary, gain]) expect(rate >= 0 && rate < 0.14).toBe(true)
      expect(['B', 'C']).toContain(confidence)
    }
    expect(stateRates('MO')).toMatchObject({ ordinary: 0.047, gain: 0 })
  })
  test('another is refused by a sentence', () => {
    expect(() => stateRates('Texas')).toThrow('There is no state Texas. Use two capital letters, such as TX or DC.')
  })

  const state = { ordinary: 0.08, gain: 0.05 }
  test('tax the income at flat rates', () => {
    const home = taxed({ status: 'mfj', state })
    const value = home.run({
      wages: 300_000,
      practiceProfit: 200_000,
      longTermGain: 1_000_000,
      deferrals: 20_000,
      socialSecurity: 30_000,
    })
    expect(value(home.lines.stateTax)).toBeCloseTo(0.08 * 480_000 + 0.05 * 1_000_000, 6)
  })

  test('are deducted under the cap, or by the practice without one', () => {
    const deduction = { kind: 'itemized', withStateTax: true, mortgageInterest: 30_000 } as const
    const amounts = { practiceProfit: 700_000, longTermGain: 1_000_000 }
    const capped = taxed({ status: 'mfj', state, deduction })
    const owner = capped.run(amounts)
    expect(owner(capped.lines.saltDeduction)).toBe(10_000)

    const entity = taxed({ status: 'mfj', state, deduction, passThroughEntityTax: {} })
    const practice = entity.run(amounts)
    expect(practice(entity.lines.agi)).toBeCloseTo(owner(capped.lines.agi) - 0.08 * 700_000, 6)
    expect(practice(entity.lines.stateTax)).toBe(owner(capped.lines.stateTax))
    expect(practice(entity.lines.totalTax)).toBeLessThan(owner(capped.lines.totalTax))
  })
})
