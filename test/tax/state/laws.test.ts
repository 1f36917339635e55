import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { STATES } from '../../../shared/tax'
import { stateLaw, type StateLaw } from '../../../shared/tax/state'
import { KINDS, residents, type Resident } from './household'

const CODES = STATES.map(({ code }) => code)
const STATUSES = ['single', 'mfj', 'mfs', 'hoh'] as const
const NO_INCOME_TAX = ['AK', 'FL', 'NV', 'NH', 'SD', 'TN', 'TX', 'WY']

/**
 * Where a state's law itself jumps: by the line of the return that jumps, and why. Nowhere else may one more dollar of
 * income change the tax by more than a dollar.
 */
const CLIFFS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AL: { standardDeduction: 'the standard deduction shrinks in steps' },
  AR: {
    scheduleTax: 'the table of brackets has steps near its top',
    credits: 'low-income credit in steps, credit lost with any retirement exclusion',
  },
  CA: { credits: 'exemption credits shrink by 6 dollars for each 2,500 of income' },
  CO: { additions: 'federal deductions are added back from an income of 300,000' },
  CT: {
    exemptions: 'the exemption shrinks by 1,000 for each 1,000 of income begun',
    recapture: 'lower brackets are taken back in steps',
    credits: 'the personal credit is a table',
    retirementExclusion: 'the exclusion of withdrawals is a table',
    excludedBenefits: 'benefits are taxed in part from an income on',
  },
  IL: { exemptions: 'exemptions end at an income' },
  MD: {
    exemptions: 'exemptions are a table',
    credits: 'the senior credit ends at an income',
    surtax1: '2% of all gain once federal income exceeds 350,000',
  },
  MN: { excludedBenefits: 'the subtraction of benefits shrinks by a tenth for each 4,000 of income' },
  MO: { federalTaxDeduction: 'the share of federal tax deducted is a table' },
  NJ: { retirementExclusion: 'the pension exclusion is a table and ends at 150,000' },
  NM: {
    exemptions: 'the exemption of low incomes ends at an income',
    excludedBenefits: 'benefits are taxed above an income',
  },
  NY: { recapture: 'above 25 million the top rate applies to all income' },
  OH: {
    exemptions: 'exemptions are a table',
    credits: 'credits end at an income; the joint filing credit begins with 500 of own income',
    scheduleTax: 'no tax below 26,050, 332 from there',
  },
  OR: {
    federalTaxDeduction: 'the deduction of federal tax is a table',
    credits: 'the exemption credit ends at an income',
  },
  PA: { credits: 'tax is forgiven in steps of 250' },
  RI: {
    standardDeduction: 'shrinks in steps',
    exemptions: 'shrink in steps',
    excludedBenefits: 'benefits are taxed above an income',
    retirementExclusion: 'ends at an income',
  },
  VT: { excludedBenefits: 'the exempt share of benefits is rounded to hundredths' },
}

/**
 * Where one more dollar lowers a state's tax by some cents, without a jump: income exempt from state tax raises a
 * deduction (federal tax, the federal deduction for business income, a limit by federal taxable income).
 */
const DIPS: Readonly<Record<string, string>> = {
  AL: 'federal tax on income that the state leaves free is deducted',
  MO: 'the same',
  OR: 'the same',
  CO: 'the federal business deduction grows with benefits that the state leaves free',
  IA: 'the same',
  ID: 'the same',
  ND: 'the same',
  GA: 'half of self-employment tax on earnings that count as retirement income',
  VT: 'the exclusion of gain is limited by federal taxable income',
}

const NOBODY: Resident = {
  wages: 0,
  spouseWages: 0,
  selfEmployment: 0,
  practiceProfit: 0,
  interest: 0,
  longTermGain: 0,
  withdrawals: 0,
  socialSecurity: 0,
  age: 50,
  spouseAge: 50,
}

/** Every amount named in a law, and the first steps of stepwise phase-outs. */
function thresholds(law: StateLaw): number[] {
  const { stated: _, sources: __, year: ___, ...rules } = law
  const numbers = (part: unknown): number[] => {
    if (typeof part === 'number') return part > 100 ? [part] : []
    return part && typeof part === 'object' ? Object.values(part).flatMap(numbers) : []
  }
  const steps = (part: unknown): number[] => {
    if (!part || typeof part !== 'object') return []
    const { start, step } = part as { start?: unknown; step?: unknown }
    const own = numbers(start).flatMap((from) => numbers(step).flatMap((width) => [1, 2].map((k) => from + k * width)))
    return [...own, ...Object.values(part).flatMap(steps)]
  }
  // Where the exempt share of benefits is rounded to the next hundredth, for the retirees among the shapes below.
  const rounded = law.code === 'VT' ? [54] : []
  return [...new Set([...numbers(rules), ...steps(rules), ...rounded])]
}

type Moves = { jumps: Set<string>; unexplained: string[] }

/**
 * The effect of one more dollar on each pair of households: the declared cliffs it meets, and what remains unexplained.
 */
function moves(
  code: string,
  status: (typeof STATUSES)[number],
  pairs: readonly (readonly [Resident, Resident])[],
): Moves {
  const home = residents(code, status)
  const found: Moves = { jumps: new Set(), unexplained: [] }
  const { stateTax } = home.lines
  if (stateTax === 0) return found
  const cliffs = Object.keys(CLIFFS[code] ?? {})
  const names = [...home.rows.keys()].filter((name) => cliffs.includes(name.split('/').at(-1)!))
  const lines = [stateTax, ...names.map((name) => home.rows.get(name)!)]
  const [before, after] = [0, 1].map((i) =>
    home.run(
      lines,
      pairs.map((pair) => pair[i]!),
    ),
  ) as [Float64Array[], Float64Array[]]
  pairs.forEach(([household], i) => {
    const step = (k: number) => after[k]![i]! - before[k]![i]!
    const more = step(0)
    const lowest = code in DIPS ? -0.1 : -1e-6
    // New York recaptures its lower brackets over $50,000 of income: up to a dollar of tax on a dollar.
    if (more >= lowest && more <= 1.01) return
    const moved = names.filter((_, k) => Math.abs(step(k + 1)) > 0.95)
    for (const name of moved) found.jumps.add(name.split('/').at(-1)!)
    if (moved.length === 0) found.unexplained.push(`${code} ${status} ${more} ${JSON.stringify(household)}`)
  })
  return found
}

const SHAPES: readonly (readonly [Resident, (typeof KINDS)[number]])[] = [
  [NOBODY, 'wages'],
  [{ ...NOBODY, age: 70, spouseAge: 70, withdrawals: 40_000, socialSecurity: 30_000 }, 'interest'],
  [{ ...NOBODY, age: 66, spouseAge: 40, longTermGain: 60_000, spouseWages: 50_000 }, 'wages'],
]

describe('a dollar more', () => {
  test.each(CODES)('around every threshold of %s changes the tax by cents, but for the cliffs of its law', (code) => {
    const met = new Set<string>()
    const unexplained: string[] = []
    for (const status of ['single', 'mfj'] as const) {
      const home = residents(code, status)
      for (const [base, kind] of SHAPES) {
        // A threshold applies to one measure of income: gross, adjusted or taxable.
        const on = [home.agi, home.rows.get('stateAgi'), home.rows.get('taxableIncome')].filter(
          (line) => line !== undefined,
        )
        const offsets = [27_000, 95_000].flatMap((x) =>
          home.run(on, [{ ...base, [kind]: x }]).map((column) => column[0]! - x),
        )
        const points = thresholds(home.law).flatMap((x) => [x, ...offsets.map((offset) => x - offset)])
        const at = (x: number): Resident => ({ ...base, [kind]: Math.max(0, x) })
        const result = moves(
          code,
          status,
          points.map((x) => [at(x - 0.5), at(x + 0.5)] as const),
        )
        for (const jump of result.jumps) met.add(jump)
        unexplained.push(...result.unexplained)
      }
    }
    expect(unexplained).toEqual([])
    expect([...met].toSorted()).toEqual(Object.keys(CLIFFS[code] ?? {}).toSorted())
  })

  const amount = fc.oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 60_000 }) },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 900_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 4_000_000 }) },
  )
  const age = fc.integer({ min: 40, max: 80 })
  const household = fc.record({
    ...Object.fromEntries(KINDS.map((kind) => [kind, amount])),
    age,
    spouseAge: age,
  }) as unknown as fc.Arbitrary<Resident>

  test.each(STATUSES)('of any kind never lowers the tax of random households, filing %s', (status) => {
    const some = fc.sample(household, 40)
    for (const code of CODES) {
      const pairs = some.flatMap((base) => KINDS.map((kind) => [base, { ...base, [kind]: base[kind] + 1 }] as const))
      expect(moves(code, status, pairs).unexplained).toEqual([])
    }
  })

  test('no tax is above the top rate of the state on all income', () => {
    const some = fc.sample(household, 60)
    for (const code of CODES) {
      for (const status of STATUSES) {
        const { run, lines, agi, law } = residents(code, status)
        if (lines.stateTax === 0) continue
        const [tax, income] = run([lines.stateTax, agi], some) as [Float64Array, Float64Array]
        const half = 0.0765 // the base of some states includes half of self-employment tax
        some.forEach((base, i) => {
          expect(tax[i]).toBeLessThanOrEqual(topRate(law) * (income[i]! + half * base.selfEmployment) + 1e-6)
        })
      }
    }
  })
})

/** The highest rate that a law names for its brackets or its table, and its surtaxes. */
function topRate(law: StateLaw): number {
  const rates = (part: unknown): number[] => {
    if (!part || typeof part !== 'object') return []
    const own = Array.isArray(part) && part.length === 2 && typeof part[1] === 'number' ? [part[1]] : []
    return [...own, ...Object.values(part).flatMap(rates)]
  }
  const { brackets, table, gain, minimumTax } = law
  const schedule = table?.form === 'rateLessAmount' ? table.rate : table?.brackets
  const own = gain.form === 'gainOnly' ? gain.brackets : gain.form === 'ownRate' ? [[0, gain.shortTermRate]] : []
  const least = minimumTax && 'rate' in minimumTax ? minimumTax.rate : 0
  const surtax = (law.surtaxes ?? []).reduce((sum, { rate, brackets: by }) => sum + (rate ?? Math.max(...rates(by))), 0)
  return Math.max(least, ...rates(brackets), ...rates(schedule), ...rates(own)) + surtax
}

describe('states', () => {
  test('without an income tax take none', () => {
    expect(CODES.filter((code) => residents(code, 'mfj').lines.stateTax === 0)).toEqual(NO_INCOME_TAX)
  })
  test('credits never make a tax negative, but for what is paid out', () => {
    const poor = [0, 100, 5_000, 12_000].map((wages) => ({ ...NOBODY, wages, age: 70, spouseAge: 70 }))
    const negative = CODES.filter((code) => {
      const { run, lines } = residents(code, 'mfj')
      return lines.stateTax !== 0 && run([lines.stateTax], poor)[0]!.some((tax) => tax < 0)
    })
    expect(negative).toEqual(['ID'])
  })
  test('index amounts of later years only where the law of the state does', () => {
    const taxes = (code: string, priceIndex: number) => {
      const { run, lines } = residents(code, 'mfj', { priceIndex })
      return lines.stateTax === 0 ? 0 : run([lines.stateTax], [{ ...NOBODY, wages: 200_000 }])[0]![0]!
    }
    const lower = CODES.filter((code) => taxes(code, 1.3) < taxes(code, 1) - 1)
    const indexing = CODES.filter((code) => Object.values(stateLaw(code, 2026).stated).some(({ indexed }) => indexed))
    // These start from federal taxable income, or use the federal standard deduction, which is indexed.
    expect(lower.filter((code) => !indexing.includes(code))).toEqual(['CO', 'IA', 'NM'])
    expect(lower).toContain('CA')
    expect(lower).not.toContain('GA')
  })
  test('a rule for the sale of the own practice never costs, and frees it in Oklahoma and Washington', () => {
    const sale = { ...NOBODY, wages: 100_000, longTermGain: 2_000_000 }
    const tax = (code: string, practiceSale?: 'any' | 'assets') => {
      const { run, lines } = residents(code, 'mfj', { rules: practiceSale ? { practiceSale } : {} })
      return lines.stateTax === 0 ? 0 : run([lines.stateTax], [sale])[0]![0]!
    }
    const helped = CODES.filter((code) => tax(code, 'any') < tax(code) - 1)
    expect(helped).toEqual(['MS', 'NE', 'NM', 'OK', 'VT', 'WA'])
    expect(CODES.filter((code) => tax(code, 'any') > tax(code) + 1e-6)).toEqual([])
    // Mississippi and Nebraska exempt only stock and interests.
    expect(CODES.filter((code) => tax(code, 'assets') < tax(code) - 1)).toEqual(['NM', 'OK', 'VT', 'WA'])
  })
  test('an amount of 2026 that a state has not stated is marked', () => {
    const held = CODES.filter(
      (code) =>
        (stateLaw(code, 2026).stated.brackets?.indexed ?? false) && stateLaw(code, 2026).stated.brackets!.year < 2026,
    )
    expect(held).toEqual(['CA', 'ID', 'MN', 'MO', 'ND', 'OR', 'VT', 'WI'])
  })
})

describe('a move', () => {
  const incomes = fc.record({
    wages: fc.integer({ min: 0, max: 600_000 }),
    spouseWages: fc.integer({ min: 0, max: 200_000 }),
    selfEmployment: fc.integer({ min: 0, max: 300_000 }),
    practiceProfit: fc.integer({ min: -50_000, max: 900_000 }),
    interest: fc.integer({ min: 0, max: 80_000 }),
    longTermGain: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4_000_000 })),
    withdrawals: fc.integer({ min: 0, max: 150_000 }),
    socialSecurity: fc.integer({ min: 0, max: 60_000 }),
    age: fc.integer({ min: 40, max: 80 }),
    spouseAge: fc.integer({ min: 40, max: 80 }),
  })
  const code = fc.constantFrom(...CODES)
  const status = fc.constantFrom('single' as const, 'mfj' as const)
  const households = fc.array(incomes, { minLength: 10, maxLength: 10 })
  /** State taxes of households that live in the new state; 0 where there is no such line. */
  const taxes = (
    from: string,
    to: string,
    filing: 'single' | 'mfj',
    people: readonly Resident[],
    gainStays: boolean,
  ) => {
    const home = residents(from, filing, { movesTo: { law: stateLaw(to, 2026), gainStays } })
    const ids = ['state/stateTax', 'newState/state/stateTax', 'nonresidentTax', 'otherStateCredit', 'stateTaxWithMove']
    const present = ids.filter((id) => home.all.has(id))
    const columns = home.run(
      present.map((id) => home.all.get(id)!),
      people,
    )
    return people.map((_, i) => {
      const [own, there, stays, credit, total] = ids.map((id) =>
        present.includes(id) ? columns[present.indexOf(id)]![i]! : 0,
      ) as [number, number, number, number, number]
      return { own, there, stays, credit, total }
    })
  }

  test('to the same state changes nothing', () => {
    fc.assert(
      fc.property(code, status, households, fc.boolean(), (state, filing, people, gainStays) => {
        for (const { own, total } of taxes(state, state, filing, people, gainStays)) expect(total).toBeCloseTo(own, 6)
      }),
      { numRuns: 60 },
    )
  })

  test('never gives a credit above the tax of either state, and never costs less than either alone', () => {
    fc.assert(
      fc.property(code, code, status, households, fc.boolean(), (from, to, filing, people, gainStays) => {
        for (const { there, stays, credit, total } of taxes(from, to, filing, people, gainStays)) {
          expect(credit).toBeLessThanOrEqual(Math.max(0, stays) + 1e-6)
          expect(credit).toBeLessThanOrEqual(Math.max(0, there) + 1e-6)
          expect(total).toBeGreaterThanOrEqual(Math.max(there, stays) - Math.max(0, -Math.min(there, stays)) - 1e-6)
        }
      }),
      { numRuns: 120 },
    )
  })

  test('between states without an income tax costs none, and into one costs what the former state still takes', () => {
    fc.assert(
      fc.property(code, fc.constantFrom(...NO_INCOME_TAX), status, households, (from, to, filing, people) => {
        for (const { stays, total } of taxes(from, to, filing, people, true))
          expect(total).toBeCloseTo(NO_INCOME_TAX.includes(from) ? 0 : stays, 6)
      }),
      { numRuns: 40 },
    )
  })

  test('a dollar more of pay costs no more than a dollar, but at the cliffs of the states', () => {
    const smooth = fc.constantFrom(...CODES.filter((state) => !(state in CLIFFS)))
    fc.assert(
      fc.property(smooth, smooth, status, households, (from, to, filing, people) => {
        const more = people.map((person) => ({ ...person, wages: person.wages + 1 }))
        const [before, after] = [people, more].map((all) => taxes(from, to, filing, all, true))
        before!.forEach(({ total }, i) => expect(Math.abs(after![i]!.total - total)).toBeLessThan(1))
      }),
      { numRuns: 60 },
    )
  })
})
