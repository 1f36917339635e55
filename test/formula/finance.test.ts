import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cumipmt,
  cumprinc,
  effectiveRate,
  fv,
  ipmt,
  irr,
  mirr,
  nearestZero,
  nominalRate,
  nper,
  npvExcel,
  npvT0,
  pmt,
  ppmt,
  pv,
  rate,
  xirr,
  xnpv,
  type DatedFlow,
  type InternalRate,
  type Timing,
} from '../../shared/formula/finance'

/** A published figure; `expected` is null where there is no rate, `recomputed` the same figure to ten decimals. */
interface Case {
  readonly id: string
  readonly function: string
  readonly args: Args
  readonly expected: number | null
  readonly tolerance: number | null
  readonly recomputed: number | null
  readonly note: string
}

interface Args {
  readonly rate: number
  readonly per: number
  readonly nper: number
  readonly pmt: number
  readonly pv: number
  readonly fv?: number
  readonly type?: Timing
  readonly start: number
  readonly end: number
  readonly values: readonly number[]
  readonly dates: readonly string[]
  readonly finance_rate: number
  readonly reinvest_rate: number
  readonly nominal_rate: number
  readonly npery: number
}

const serial = (date: string): number => Date.parse(date) / 86_400_000
const dated = (a: Args): DatedFlow[] => a.values.map((amount, i) => ({ day: serial(a.dates[i]!), amount }))

const FIGURES: Record<string, (a: Args) => number> = {
  PMT: (a) => pmt(a.rate, a.nper, a.pv, a.fv, a.type),
  FV: (a) => fv(a.rate, a.nper, a.pmt, a.pv, a.type),
  PV: (a) => pv(a.rate, a.nper, a.pmt, a.fv, a.type),
  NPER: (a) => nper(a.rate, a.pmt, a.pv, a.fv, a.type),
  IPMT: (a) => ipmt(a.rate, a.per, a.nper, a.pv, a.fv, a.type),
  PPMT: (a) => ppmt(a.rate, a.per, a.nper, a.pv, a.fv, a.type),
  CUMIPMT: (a) => cumipmt(a.rate, a.nper, a.pv, a.start, a.end, a.type),
  CUMPRINC: (a) => cumprinc(a.rate, a.nper, a.pv, a.start, a.end, a.type),
  NPV_EXCEL: (a) => npvExcel(a.rate, a.values),
  NPV_T0: (a) => npvT0(a.rate, a.values),
  XNPV: (a) => xnpv(a.rate, dated(a)),
  MIRR: (a) => mirr(a.values, a.finance_rate, a.reinvest_rate),
  EFFECT: (a) => effectiveRate(a.nominal_rate, a.npery),
}
const RATES: Record<string, (a: Args) => InternalRate> = {
  RATE: (a) => rate(a.nper, a.pmt, a.pv, a.fv, a.type),
  IRR: (a) => irr(a.values),
  XIRR: (a) => xirr(dated(a)),
}

const CASES = JSON.parse(readFileSync(new URL('../fixtures/finance-cases.json', import.meta.url), 'utf8')) as Case[]
const SOLVABLE = CASES.filter((c) => c.expected !== null)
const UNSOLVABLE = CASES.filter((c) => c.expected === null)

describe('published cases', () => {
  test.each(SOLVABLE)('$id', (c) => {
    const figure = FIGURES[c.function]?.(c.args) ?? nearestZero(RATES[c.function]!(c.args))
    expect(Math.abs(figure - c.expected!)).toBeLessThanOrEqual(c.tolerance!)
    expect(Math.abs(figure - c.recomputed!)).toBeLessThanOrEqual(1e-10 * Math.max(1, Math.abs(figure)))
  })

  test.each(UNSOLVABLE)('$id has no rate', (c) => {
    expect(RATES[c.function]!(c.args)).toEqual({ kind: 'none', reason: 'no sign change' })
  })

  test('those with several rates are told from those with one', () => {
    const several = SOLVABLE.filter((c) => RATES[c.function]?.(c.args).kind === 'several').map((c) => c.id)
    expect(several).toEqual(['fin-049-irr', 'fin-051-irr', 'fin-055-irr'])
  })
})

describe('the worked examples that are not published cases', () => {
  test('nominal rate', () => expect(nominalRate(0.053543, 4)).toBeCloseTo(0.0525003, 7))
  test('both rates of a flow', () => {
    expect(rates(irr([-100, 100, 0, -7]))).toEqual([expect.closeTo(-0.6788944, 7), expect.closeTo(-0.0832997, 7)])
  })
})

// Rates from −30% to 100%, zero, and rates too small for a formula that subtracts 1 from (1+r)ⁿ.
const aRate = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -300, max: 1000 }).map((r) => r / 1000),
  fc.integer({ min: 1, max: 1000 }).map((r) => r * 1e-12),
)
const gentleRate = fc.integer({ min: -50, max: 100 }).map((r) => r / 1000)
const periods = fc.integer({ min: 1, max: 60 })
const amount = fc.integer({ min: -1_000_000, max: 1_000_000 })
const positive = fc.integer({ min: 1, max: 1_000_000 })
const timing = fc.constantFrom<Timing>(0, 1)

/** The distance of two figures as a share of the amounts summed. */
function apart(actual: number, expected: number, size: number): number {
  return actual === expected ? 0 : Math.abs(actual - expected) / size
}

/** The error that rounding alone may cause. */
const ROUNDING = 1e-10

function rates(result: InternalRate): readonly number[] {
  if (result.kind === 'none') return []
  return result.kind === 'one' ? [result.rate] : result.rates
}

/** Coefficients of a product of polynomials. */
function product(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: a.length + b.length - 1 }, (_, n) =>
    a.reduce((sum, x, i) => sum + x * (b[n - i] ?? 0), 0),
  )
}

/** Flows whose present value is zero at the given rates and nowhere else: `others` are all positive. */
const flowsWithRates = (known: readonly number[], others: readonly number[]): number[] =>
  known.reduce((flows, r) => product(flows, [-1, 1 + r]), [...others])

describe('level payments', () => {
  test('payment, present value and future value are inverses of each other', () => {
    fc.assert(
      fc.property(aRate, periods, amount, amount, timing, (r, n, present, future, when) => {
        const payment = pmt(r, n, present, future, when)
        const now = Math.abs(present) + Math.abs(pv(r, n, 0, future)) + Math.abs(pv(r, n, payment, 0, when))
        expect(apart(pv(r, n, payment, future, when), present, now)).toBeLessThan(ROUNDING)
        expect(apart(fv(r, n, payment, present, when), future, Math.abs(fv(r, n, 0, now)))).toBeLessThan(ROUNDING)
      }),
    )
  })

  test('after the number of periods the future value is there', () => {
    fc.assert(
      fc.property(aRate, amount, amount, amount, timing, (r, payment, present, future, when) => {
        const n = nper(r, payment, present, future, when)
        fc.pre(Math.abs(n) <= 100)
        const now = Math.abs(present) + Math.abs(pv(r, n, 0, future)) + Math.abs(pv(r, n, payment, 0, when))
        expect(apart(pv(r, n, payment, future, when), present, now)).toBeLessThan(ROUNDING)
      }),
    )
  })

  test('the number of periods of a loan comes back from its payment', () => {
    fc.assert(
      fc.property(gentleRate, periods, positive, timing, (r, n, loan, when) => {
        expect(nper(r, pmt(r, n, loan, 0, when), loan, 0, when)).toBeCloseTo(n, 8)
      }),
    )
  })

  test('the rate of a loan comes back from its payment', () => {
    fc.assert(
      fc.property(aRate, fc.integer({ min: 2, max: 60 }), positive, timing, (r, n, loan, when) => {
        const found = rate(n, pmt(r, n, loan, 0, when), loan, 0, when)
        expect(found).toEqual({ kind: 'one', rate: expect.closeTo(r, 10) })
      }),
    )
  })

  test('the rate that made a payment is among the rates of that payment, and each of them makes it', () => {
    fc.assert(
      fc.property(gentleRate, periods, positive, amount, timing, (r, n, present, future, when) => {
        fc.pre(n > 1 || when === 0 || future !== 0) // repaid the moment it is lent: any rate will do
        const payment = pmt(r, n, present, future, when)
        const found = rates(rate(n, payment, present, future, when))
        // Two nearly equal rates are known to half the digits only.
        expect(Math.min(...found.map((x) => Math.abs(x - r)))).toBeLessThan(1e-6)
        for (const x of found) {
          const size = Math.abs(present) + Math.abs(pv(x, n, 0, future)) + Math.abs(pv(x, n, payment, 0, when))
          const growthFactorRounding = (n * Number.EPSILON * 4) / (1 + x)
          expect(apart(pv(x, n, payment, future, when), present, size)).toBeLessThan(ROUNDING + growthFactorRounding)
        }
      }),
    )
  })

  test('without interest it is the loan divided by the periods, and nearly so with next to none', () => {
    fc.assert(
      fc.property(positive, periods, timing, (loan, n, when) => {
        expect(pmt(0, n, loan, 0, when)).toBe(-loan / n)
        expect(Math.abs(pmt(1e-12, n, loan, 0, when) + loan / n)).toBeLessThan(2e-12 * loan)
      }),
    )
  })

  test('interest and principal make the payment, in each period and in total', () => {
    fc.assert(
      fc.property(aRate, periods, positive, timing, (r, n, loan, when) => {
        const payment = pmt(r, n, loan, 0, when)
        for (let k = 1; k <= n; k++) {
          expect(apart(ipmt(r, k, n, loan, 0, when) + ppmt(r, k, n, loan, 0, when), payment, loan)).toBeLessThan(
            ROUNDING,
          )
        }
        const size = loan + Math.abs(n * payment)
        expect(
          apart(cumipmt(r, n, loan, 1, n, when) + cumprinc(r, n, loan, 1, n, when), n * payment, size),
        ).toBeLessThan(ROUNDING)
      }),
    )
  })

  test('principal and interest are those of a loan account kept period by period', () => {
    fc.assert(
      fc.property(gentleRate, periods, positive, timing, (r, n, loan, when) => {
        const payment = -pmt(r, n, loan, 0, when)
        let owed = loan
        for (let k = 1; k <= n; k++) {
          const interest = when === 1 && k === 1 ? 0 : owed * r
          owed += interest - payment
          expect(apart(ipmt(r, k, n, loan, 0, when), -interest, n * (loan + payment))).toBeLessThan(ROUNDING)
          expect(apart(ppmt(r, k, n, loan, 0, when), interest - payment, n * (loan + payment))).toBeLessThan(ROUNDING)
        }
        expect(apart(owed, 0, n * (loan + payment))).toBeLessThan(ROUNDING)
      }),
    )
  })

  test('all principal together is the loan, less what is left at the end', () => {
    fc.assert(
      fc.property(gentleRate, periods, positive, timing, (r, n, loan, when) => {
        expect(apart(cumprinc(r, n, loan, 1, n, when), -loan, n * loan)).toBeLessThan(ROUNDING)
      }),
    )
    fc.assert(
      fc.property(gentleRate, periods, positive, amount, (r, n, loan, future) => {
        let principal = 0
        for (let k = 1; k <= n; k++) principal += ppmt(r, k, n, loan, future)
        expect(apart(principal, -loan - future, n * (loan + Math.abs(future)) * 100)).toBeLessThan(ROUNDING)
      }),
    )
  })

  test('outside their domain they have no value', () => {
    expect(nper(0.1, -50, 1_000)).toBeNaN() // half the interest: a negative argument of the logarithm
    expect(nper(0.1, -100, 1_000)).toBeNaN() // the interest and no more
    expect(nper(0, 0, 1_000)).toBeNaN()
    for (const period of [0, 13, 1.5, NaN]) expect(ipmt(0.01, period, 12, 1_000)).toBeNaN()
    expect(ppmt(0.01, 13, 12, 1_000)).toBeNaN()
    expect(cumipmt(0.01, 12, 1_000, 0, 3)).toBeNaN()
    expect(cumipmt(0.01, 12, 1_000, 4, 3)).toBeNaN()
    expect(cumprinc(0.01, 12, 1_000, 1, Infinity)).toBeNaN()
    expect(pmt(-1.5, 12, 1_000)).toBeNaN()
    expect(ipmt(0.01, 1, 12, NaN, 0, 1)).toBeNaN()
    expect(rate(1.5, -100, 1_000)).toEqual({ kind: 'none', reason: 'invalid' })
    expect(rate(0, -100, 1_000)).toEqual({ kind: 'none', reason: 'invalid' })
  })
})

describe('present value', () => {
  test('the two conventions lie one period apart', () => {
    fc.assert(
      fc.property(gentleRate, fc.array(amount, { maxLength: 40 }), (r, flows) => {
        const size = npvT0(r, flows.map(Math.abs))
        expect(apart(npvExcel(r, flows), npvT0(r, [0, ...flows]), size)).toBeLessThan(ROUNDING)
        expect(
          apart(
            xnpv(
              r,
              flows.map((flow, i) => ({ day: 365 * i, amount: flow })),
            ),
            npvT0(r, flows),
            size,
          ),
        ).toBeLessThan(ROUNDING)
      }),
    )
  })

  test('is on the day of the flow that stands first; an earlier one is carried forward', () => {
    const flows = [
      { day: 365, amount: -100 },
      { day: 0, amount: 50 },
    ]
    expect(xnpv(0.1, flows)).toBeCloseTo(-45, 12)
  })
})

describe('effective and nominal rates', () => {
  test('undo each other', () => {
    fc.assert(
      fc.property(aRate, fc.integer({ min: 1, max: 365 }), (r, m) => {
        expect(apart(effectiveRate(nominalRate(r, m), m), r, Math.abs(r))).toBeLessThan(ROUNDING)
        expect(apart(nominalRate(effectiveRate(r, m), m), r, Math.abs(r))).toBeLessThan(ROUNDING)
      }),
    )
  })

  test('are the same when compounded once a year', () => {
    fc.assert(
      fc.property(aRate, (r) => {
        expect(apart(effectiveRate(r, 1), r, Math.abs(r))).toBeLessThan(ROUNDING)
      }),
    )
  })
})

describe('internal rate', () => {
  const flows = fc.array(fc.oneof(amount, fc.constant(0)), { minLength: 2, maxLength: 30 })

  test('the present value at each of the rates is zero', () => {
    fc.assert(
      fc.property(flows, (values) => {
        for (const r of rates(irr(values))) {
          const growthFactorRounding = (values.length * Number.EPSILON * 4) / (1 + r)
          const size = npvT0(r, values.map(Math.abs))
          expect(Math.abs(npvT0(r, values))).toBeLessThanOrEqual((1e-12 + growthFactorRounding) * size)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('on given days the present value at each of the rates is zero, in whatever order they stand', () => {
    const days = fc.array(fc.record({ day: fc.integer({ min: 0, max: 7300 }), amount }), {
      minLength: 2,
      maxLength: 20,
    })
    fc.assert(
      fc.property(days, (values) => {
        const found = xirr(values)
        for (const r of rates(found)) {
          const growthFactorRounding = (20 * Number.EPSILON * 4) / (1 + r)
          const size = xnpv(
            r,
            values.map(({ day, amount: flow }) => ({ day, amount: Math.abs(flow) })),
          )
          expect(Math.abs(xnpv(r, values))).toBeLessThanOrEqual((1e-12 + growthFactorRounding) * size)
        }
        expect(xirr(values.toReversed())).toEqual(found)
      }),
    )
  })

  test('flows a year of 365 days apart have the rates of flows at equal intervals', () => {
    fc.assert(
      fc.property(flows, (values) => {
        expect(xirr(values.map((flow, i) => ({ day: 365 * i, amount: flow })))).toEqual(irr(values))
      }),
    )
  })

  test('there are no more rates than changes of sign, and one change has exactly one', () => {
    fc.assert(
      fc.property(flows, (values) => {
        const signs = values.filter((flow) => flow !== 0).map(Math.sign)
        const changes = signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length
        const found = rates(irr(values)).length
        expect(found).toBeLessThanOrEqual(changes)
        expect(changes === 1 ? found : 1).toBe(1)
      }),
      { numRuns: 500 },
    )
  })

  test('a flow built from known rates reports all of them and no other', () => {
    const distinct = fc
      .uniqueArray(fc.integer({ min: -9, max: 20 }), { minLength: 1, maxLength: 4 })
      .map((known) => known.map((r) => r / 10).toSorted((a, b) => a - b))
    fc.assert(
      fc.property(distinct, fc.array(positive, { minLength: 1, maxLength: 12 }), (known, others) => {
        const found = irr(flowsWithRates(known, others))
        expect(found.kind).toBe(known.length === 1 ? 'one' : 'several')
        expect(rates(found)).toEqual(known.map((r) => expect.closeTo(r, 8)))
      }),
      { numRuns: 500 },
    )
  })

  test('where the present value touches zero without crossing it, there is the rate, once', () => {
    fc.assert(
      fc.property(gentleRate, fc.array(positive, { minLength: 1, maxLength: 12 }), (r, others) => {
        expect(irr(flowsWithRates([r, r], others))).toEqual({ kind: 'one', rate: expect.closeTo(r, 10) })
      }),
      { numRuns: 500 },
    )
    expect(irr([-100, 220, -121])).toEqual({ kind: 'one', rate: expect.closeTo(0.1, 14) })
    expect(irr([-100, 219.9, -121])).toEqual({ kind: 'none', reason: 'no rate in range' })
    expect(rates(irr([-100, 220.1, -121]))).toHaveLength(2)
    expect(irr(flowsWithRates([0.1, 0.1, 0.1], [100]))).toEqual({ kind: 'one', rate: expect.closeTo(0.1, 12) })
  })

  test('neither the unit nor the side from which the flows are seen matters', () => {
    fc.assert(
      fc.property(flows, (values) => {
        const found = irr(values)
        expect(irr(values.map((flow) => -flow))).toEqual(found)
        expect(irr(values.map((flow) => flow * 1024))).toEqual(found)
      }),
    )
  })

  test('finds rates close to −1 and far above 1', () => {
    expect(irr([-1_000_000, 0.01])).toEqual({ kind: 'one', rate: expect.closeTo(-1 + 1e-8, 15) })
    expect(nearestZero(irr([-1, 1_000_000]))).toBeCloseTo(999_999, 6)
    expect(rates(irr([-1, 1_000_000, -1]))).toEqual([expect.closeTo(-0.999999, 11), expect.closeTo(999_999 - 1e-6, 8)])
    expect(irr([-1, 1e12])).toEqual({ kind: 'none', reason: 'no rate in range' })
    // The smallest positive double, half of which is zero.
    expect(irr([-5e-324, 1, 1, 1])).toEqual({ kind: 'none', reason: 'no rate in range' })
  })

  test('says why there is none', () => {
    for (const values of [[], [-100], [0, 0], [100, 200]]) {
      expect(irr(values)).toEqual({ kind: 'none', reason: 'no sign change' })
    }
    expect(irr([-100, 150, -100])).toEqual({ kind: 'none', reason: 'no rate in range' })
    expect(irr([-100, NaN, 200])).toEqual({ kind: 'none', reason: 'invalid' })
    expect(xirr([{ day: NaN, amount: -100 }])).toEqual({ kind: 'none', reason: 'invalid' })
  })

  test('flows on one day are one flow', () => {
    const values = [
      { day: 0, amount: -100 },
      { day: 0, amount: 100 },
      { day: 365, amount: 50 },
    ]
    expect(xirr(values)).toEqual({ kind: 'none', reason: 'no sign change' })
  })

  test('a level payment may have two rates', () => {
    const found = rates(rate(10, -300, 1_000, 1_900))
    expect(found).toEqual([expect.closeTo(-0.0269979726, 9), expect.closeTo(0.171354221, 9)])
    for (const r of found) expect(fv(r, 10, -300, 1_000)).toBeCloseTo(1_900, 8)
  })

  test('nearest zero is measured by growth factors', () => {
    expect(nearestZero({ kind: 'several', rates: [-0.9998, 1.0043] })).toBe(1.0043)
    expect(nearestZero({ kind: 'several', rates: [-0.5, 1] })).toBe(1)
    expect(nearestZero({ kind: 'several', rates: [-0.1, 0.2] })).toBe(-0.1)
    expect(nearestZero({ kind: 'one', rate: 0.3 })).toBe(0.3)
    expect(nearestZero({ kind: 'none', reason: 'no sign change' })).toBeNaN()
  })

  test('financed and reinvested at the internal rate, the modified rate is the internal rate', () => {
    fc.assert(
      fc.property(positive, fc.array(positive, { minLength: 1, maxLength: 20 }), (paid, received) => {
        const values = [-paid, ...received]
        const r = nearestZero(irr(values))
        expect(apart(mirr(values, r, r), r, 1 + Math.abs(r) + 1 / (1 + r))).toBeLessThan(ROUNDING)
      }),
    )
    expect(mirr([100, 200], 0.1, 0.1)).toBeNaN()
  })
})
