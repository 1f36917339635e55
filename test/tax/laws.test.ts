import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { buildGraph, evaluation, f, lanes, Model } from '../../shared/formula'
import { declareFederalTax, FILING_STATUSES, taxParameters, type FilingStatus, type Household } from '../../shared/tax'
import { AMOUNTS, anyReturn, taxed, type AmountKey, type Amounts, type Taxed } from './household'

const INCOME: readonly AmountKey[] = [
  'wages',
  'spouseWages',
  'selfEmployment',
  'spouseSelfEmployment',
  'practiceProfit',
  'passiveProfit',
  'interest',
  'ordinaryDividends',
  'shortTermGain',
  'longTermGain',
  'ordinarySaleIncome',
  'withdrawals',
  'socialSecurity',
]

/** Where the law itself jumps: net self-employment earnings of $400 owe tax from the first dollar. */
const CLIFFS: Partial<Record<AmountKey, readonly number[]>> = {
  selfEmployment: [400 / 0.9235],
  spouseSelfEmployment: [400 / 0.9235],
}

const amount = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 60_000 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 900_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 4_000_000 }) },
)
const incomes = fc.record(Object.fromEntries(INCOME.map((key) => [key, amount])) as Record<AmountKey, typeof amount>)
const status = fc.constantFrom(...FILING_STATUSES)

const built = new Map<string, Taxed>()
function household(
  structure: Pick<Household, 'status'> & Partial<Household> & { year?: number; itemize?: boolean },
): Taxed {
  const key = JSON.stringify(structure)
  if (!built.has(key)) built.set(key, taxed(structure))
  return built.get(key)!
}

describe('more income', () => {
  test.each(INCOME)('of the kind %s never lowers tax, never costs more than it brings', (kind) => {
    fc.assert(
      fc.property(
        incomes,
        status,
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 30, max: 90 }),
        (base, of, itemize, niit, age) => {
          const home = household({ status: of, itemize, investmentGain: niit ? 'all' : 0, age: age >= 65 ? 70 : 40 })
          const { totalTax, fica } = home.lines
          const extra: Amounts = itemize ? { stateAndLocalTaxes: 60_000, mortgageInterest: 12_000, charity: 5_000 } : {}
          const tax = (more: number) => {
            const value = home.run({ ...base, ...extra, [kind]: base[kind] + more })
            return value(totalTax) + value(fica)
          }
          if (CLIFFS[kind]?.some((cliff) => base[kind] <= cliff && cliff <= base[kind] + 1)) return
          const step = tax(1) - tax(0)
          expect(step).toBeGreaterThan(-1e-6)
          expect(step).toBeLessThan(1)
        },
      ),
      { numRuns: 400 },
    )
  })

  const THRESHOLDS = [
    12_400, 24_800, 32_000, 44_000, 98_900, 125_000, 150_000, 200_000, 250_000, 403_500, 505_000, 553_500, 606_333,
    613_700, 768_700, 1_000_000, 1_280_400,
  ]
  test.each(INCOME)('of the kind %s has no jump around the thresholds of the law', (kind) => {
    for (const of of FILING_STATUSES) {
      const home = household({ status: of, itemize: true, investmentGain: 'all', age: 70 })
      const { totalTax, fica } = home.lines
      for (const threshold of THRESHOLDS) {
        for (const deducted of [0, 16_100, 32_200]) {
          const at = (x: number) => {
            const value = home.run({
              [kind]: x,
              practiceProfit: 30_000,
              stateAndLocalTaxes: 50_000,
              businessWages: 10_000,
            })
            return value(totalTax) + value(fica)
          }
          const x = threshold + deducted
          expect(Math.abs(at(x + 0.005) - at(x - 0.005))).toBeLessThan(0.01)
        }
      }
    }
  })

  test('the one cliff is where self-employment tax begins', () => {
    const home = household({ status: 'single' })
    const at = (x: number) => home.run({ selfEmployment: x })(home.lines.totalTax)
    expect(at(433.13)).toBe(0)
    expect(at(433.14)).toBeCloseTo(0.153 * 400, 2)
  })

  test('wages alone bear at most the top rate, the additional Medicare tax and the shrinking of deductions', () => {
    const home = household({ status: 'mfj', itemize: true })
    for (let x = 0; x < 2_000_000; x += 997) {
      const at = (wages: number) =>
        home.run({ wages, stateAndLocalTaxes: 60_000, mortgageInterest: 30_000 })(home.lines.totalTax)
      const rate = at(x + 1) - at(x)
      expect(rate).toBeGreaterThan(-1e-6)
      expect(rate).toBeLessThanOrEqual(0.35 * 1.3 + 0.009 + 1e-6)
    }
  })

  test('gain alone bears at most 20 percent, 3.8 percent, and what the minimum tax adds while its exemption shrinks', () => {
    const home = household({ status: 'mfj', investmentGain: 'all' })
    for (let x = 0; x < 5_000_000; x += 2_311) {
      const at = (longTermGain: number) => home.run({ longTermGain, wages: 300_000 })(home.lines.totalTax)
      expect(at(x + 1) - at(x)).toBeLessThanOrEqual(0.2 + 0.038 + 0.5 * 0.28 + 1e-6)
    }
  })
})

describe('marriage', () => {
  test('a couple pays twice the tax of a single person on twice the income, where the law doubles the brackets', () => {
    const [pair, one] = [household({ status: 'mfj' }), household({ status: 'single' })]
    const half = taxParameters(2026).gain.schedule.tops.value.mfj[1]! / 2
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 250_000 }), fc.integer({ min: 0, max: 250_000 }), (wages, longTermGain) => {
        fc.pre(wages < 256_225 && wages + longTermGain < half)
        const double = pair.run({ wages: 2 * wages, longTermGain: 2 * longTermGain })(pair.lines.regularTax)
        expect(double).toBeCloseTo(2 * one.run({ wages, longTermGain })(one.lines.regularTax), 6)
      }),
    )
  })

  test('two separate returns of equal spouses pay the regular tax of the joint return', () => {
    const [pair, one] = [household({ status: 'mfj' }), household({ status: 'mfs' })]
    fc.assert(
      fc.property(amount, amount, amount, (wages, interest, longTermGain) => {
        const joint = pair.run({ wages: 2 * wages, interest: 2 * interest, longTermGain: 2 * longTermGain })(
          pair.lines.regularTax,
        )
        expect(joint).toBeCloseTo(2 * one.run({ wages, interest, longTermGain })(one.lines.regularTax), 5)
      }),
    )
  })
})

test('losses and negative income give finite figures and no negative tax', () => {
  const homes = new Map<FilingStatus, Taxed>()
  const loss = fc.integer({ min: -2_000_000, max: 2_000_000 })
  fc.assert(
    fc.property(
      fc.record(
        Object.fromEntries(AMOUNTS.map((key) => [key, fc.oneof(loss, fc.constant(0))])) as Record<
          AmountKey,
          typeof loss
        >,
      ),
      status,
      (amounts, of) => {
        const home =
          homes.get(of) ??
          taxed({ status: of, itemize: true, investmentGain: 'all', age: 70, state: { ordinary: 0.05, gain: 0.04 } })
        homes.set(of, home)
        const value = home.run(amounts)
        for (const { line } of home.lines.parts) {
          expect(Number.isFinite(value(line))).toBe(true)
          expect(value(line)).toBeGreaterThanOrEqual(0)
        }
        expect(value(home.lines.allTax)).toBeGreaterThanOrEqual(0)
        expect(home.evaluation.problems()).toEqual([])
      },
    ),
    { numRuns: 500 },
  )
})

test('a flat state tax is on income after half of self-employment tax', () => {
  const home = taxed({ status: 'mfj', state: { ordinary: 0.05, gain: 0.04 } }, ['selfEmployment'])
  const value = home.run({ selfEmployment: 400_000 })
  const half = (0.124 * 184_500 + 0.029 * 0.9235 * 400_000) / 2
  expect(value(home.lines.stateTax)).toBeCloseTo(0.05 * (400_000 - half), 6)
})

test('the parts sum to all tax', () => {
  const home = taxed({ status: 'mfj', investmentGain: 'all', state: { ordinary: 0.05, gain: 0.04 } })
  fc.assert(
    fc.property(incomes, (amounts) => {
      const value = home.run(amounts)
      const sum = home.lines.parts.reduce((total, { line }) => total + value(line), 0)
      expect(sum).toBeCloseTo(value(home.lines.allTax), 5)
    }),
  )
})

test('what a household does not have may be left out or be an input of 0', () => {
  const whole = taxed({ status: 'hoh', investmentGain: 'all', age: 70 })
  fc.assert(
    fc.property(incomes, fc.subarray([...INCOME]), (amounts, kept) => {
      const some = taxed({ status: 'hoh', investmentGain: 'all', age: 70 }, kept)
      const given = Object.fromEntries(kept.map((key) => [key, amounts[key]]))
      const [a, b] = [whole.run(given), some.run(given)]
      for (const key of ['agi', 'taxableIncome', 'amt', 'totalTax', 'allTax'] as const)
        expect(b(some.lines[key])).toBeCloseTo(a(whole.lines[key]), 6)
    }),
    { numRuns: 60 },
  )
})

test('lane i is the single run with the inputs of lane i', () => {
  fc.assert(
    fc.property(fc.array(anyReturn, { minLength: 1, maxLength: 300 }), status, (returns, of) => {
      const home = household({ status: of, itemize: true, investmentGain: 'all', age: 70 })
      const { totalTax, allTax, amt } = home.lines
      const columns = AMOUNTS.map((key) =>
        Float64Array.from(returns, (r) => (r as unknown as Record<string, number>)[key] ?? 0),
      )
      const many = lanes(home.evaluation.graph, [totalTax, allTax, amt], home.inputs)
      const result = many.run(new Float64Array(home.inputs.length), columns, returns.length)
      returns.forEach((_, i) => {
        const value = home.run(Object.fromEntries(AMOUNTS.map((key, k) => [key, columns[k]![i]!])))
        for (const line of [totalTax, allTax, amt]) expect(result.column(line, 1)[i]).toBe(value(line))
      })
    }),
    { numRuns: 20 },
  )
})

describe('over the years', () => {
  const START = 2026
  /** Ten years from 2026 with prices that rise 3% a year; wages and gain as given for each. */
  function decade(structure: Partial<Household>, wages: number, gains: readonly number[] = []) {
    const m = Model.create()
    const wage = m.input('wages', 'wages', 'usd')
    const year = m.row('calendarYear', { label: 'calendar year', unit: 'years', meaning: '' }, f`${START - 1} + n`)
    const index = m.row('priceIndex', { label: 'price index', unit: 'factor', meaning: '' }, f`1.03 ^ (n - 1)`)
    const gain = m.row(
      'gain',
      { label: 'gain', unit: 'usd', meaning: '' },
      gains.reduceRight((rest, x, i) => f`if(n = ${i + 1}, ${x}, ${rest})`, f`0 * ${wage}`),
    )
    const lines = declareFederalTax(m.scope('tax'), {
      status: 'mfj',
      parameters: taxParameters(2026),
      calendarYear: year,
      priceIndex: index,
      wages: f`${wage} * ${index}`,
      longTermGain: gain,
      ...structure,
    })
    const run = evaluation(buildGraph(m, 10))
    run.run(Float64Array.of(wages))
    return { lines, m, row: (line: typeof lines.agi) => [...run.row(line)] }
  }

  test('income that grows with prices is taxed alike where the law indexes, and more where it does not', () => {
    const { lines, row } = decade({}, 400_000)
    row(lines.regularTax).forEach((tax, y) => expect(tax / 1.03 ** y).toBeCloseTo(row(lines.regularTax)[0]!, 4))
    const additional = row(lines.additionalMedicare as typeof lines.agi)
    expect(additional[9]! / 1.03 ** 9).toBeGreaterThan(additional[0]! * 1.2)
  })

  test('the cap on state taxes follows its path and falls back in 2030; the senior deduction ends with 2028', () => {
    const { lines, row } = decade({ age: 70, deduction: { kind: 'itemized', stateAndLocalTaxes: 90_000 } }, 100_000)
    expect(row(lines.saltDeduction as typeof lines.agi).slice(0, 6)).toEqual([
      40_400, 40_804, 41_212.04, 41_624.1604, 10_000, 10_000,
    ])
    expect(row(lines.seniorDeduction as typeof lines.agi).slice(0, 5)).toEqual([6_000, 6_000, 6_000, 0, 0])
  })

  test('a capital loss is used up by later gain and by the yearly limit, if it is carried', () => {
    const gains = [-50_000, 10_000, 0, 60_000]
    const { lines, row } = decade({ carriesLosses: true }, 100_000, gains)
    // 50,000 − 3,000; − 10,000 − 3,000; − 3,000; 31,000 against 60,000.
    const agi = row(lines.agi).map((value, y) => Math.round(value - 100_000 * 1.03 ** y))
    expect(agi.slice(0, 5)).toEqual([-3_000, -3_000, -3_000, 29_000, 0])
    const lost = decade({}, 100_000, gains)
    expect(
      lost
        .row(lost.lines.agi)
        .map((value, y) => Math.round(value - 100_000 * 1.03 ** y))
        .slice(0, 4),
    ).toEqual([-3_000, 10_000, 0, 60_000])
  })

  test('a flat state tax takes losses as the federal return does: 3,000 a year, the rest against later gain', () => {
    const structure = { carriesLosses: true, state: { ordinary: 0.05, gain: 0.04 } }
    const { lines, row } = decade(structure, 100_000, [-50_000, 10_000, 0, 60_000])
    const expected = [97_000, 100_000 * 1.03 - 3_000, 100_000 * 1.03 ** 2 - 3_000, 100_000 * 1.03 ** 3]
    row(lines.stateTax as typeof lines.agi)
      .slice(0, 4)
      // Of the gain of 60,000, the 31,000 that are left of the loss are free.
      .forEach((tax, y) => expect(tax).toBeCloseTo(0.05 * expected[y]! + (y === 3 ? 0.04 * 29_000 : 0), 6))
  })

  test('nothing is computed for what cannot be there', () => {
    const { m } = decade({}, 100_000)
    expect(m.lines.filter((line) => line.id.startsWith('tax/')).length).toBeLessThanOrEqual(20)
  })
})
