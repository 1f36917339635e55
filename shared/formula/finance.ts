/**
 * Time value of money: level payments, present values and rates of return.
 *
 * Signs follow spreadsheets: money received is positive, money paid negative, always from the same person's view. A
 * loan taken out is a positive present value; its payments are negative. Rates are fractions per period (0.08 = 8%) and
 * above −1; rate, periods and payments refer to the same period. Nothing is rounded. A missing value (NaN) is passed
 * on, and arguments outside a function's domain give NaN, never an exception.
 *
 * The five quantities of a level payment satisfy one equation, and each function solves it for one of them:
 *
 *     pv·(1+r)ⁿ + pmt·(1 + r·timing)·((1+r)ⁿ − 1)/r + fv = 0        pv + pmt·n + fv = 0 at r = 0
 *
 * Powers use log1p and expm1: a rate of 1e-12 is as exact as one of 8%, and nothing is discontinuous at 0.
 */

/** When a payment is made: 0 at the end of its period, 1 at the beginning. */
export type Timing = 0 | 1

/** A flow on a day; days are counted from any fixed day (a spreadsheet's serial number will do). */
export interface DatedFlow {
  readonly day: number
  readonly amount: number
}

/**
 * The rates at which the present value of flows is zero. Flows that change sign more than once may have several; none
 * of them is the right one, so all are returned in ascending order, and a caller who wants a single one must choose.
 *
 * - `no sign change`: all flows have the same sign, or there are none
 * - `no rate in range`: no rate from −1 + 1e-9 to 1e9 brings the present value to zero
 * - `invalid`: a flow or a day is not finite, or the number of periods is not a positive integer
 */
export type InternalRate =
  | { readonly kind: 'one'; readonly rate: number }
  | { readonly kind: 'several'; readonly rates: readonly number[] }
  | { readonly kind: 'none'; readonly reason: 'no sign change' | 'no rate in range' | 'invalid' }

/**
 * Level payment per period.
 *
 *     pmt = −(pv + fv·(1+r)⁻ⁿ) / ((1 + r·timing)·a)   with a = (1 − (1+r)⁻ⁿ)/r;   −(pv + fv)/n at r = 0
 *
 * Sign: negative for a loan (positive `present`) that is repaid.
 * Units: money per period.
 * Example: 10,000 over 10 months at 8% a year, paid at the beginning of the month: pmt(0.08 / 12, 10, 10_000, 0, 1) =
 * −1,030.1643.
 * Source: Microsoft, PMT function, support.microsoft.com/en-us/excel/functions/pmt-function.
 */
export function pmt(rate: number, periods: number, present: number, future = 0, timing: Timing = 0): number {
  return -(present + future * growth(rate, -periods)) / ((1 + rate * timing) * annuity(rate, periods))
}

/**
 * Future value: the balance after the last period.
 *
 *     fv = −(pv·(1+r)ⁿ + pmt·(1 + r·timing)·((1+r)ⁿ − 1)/r);   −(pv + pmt·n) at r = 0
 *
 * Sign: what was paid in (negative) comes back as a positive future value.
 * Units: money at the end of the last period.
 * Example: 500 now and 200 at the beginning of each of 10 months at 6% a year: fv(0.06 / 12, 10, -200, -500, 1) =
 * 2,581.4034.
 * Source: Microsoft, FV function, support.microsoft.com/en-us/excel/functions/fv-function.
 */
export function fv(rate: number, periods: number, payment: number, present = 0, timing: Timing = 0): number {
  // ((1+r)ⁿ − 1)/r is the annuity factor with time reversed, so one function serves both directions.
  return -present * growth(rate, periods) + payment * (1 + rate * timing) * annuity(rate, -periods)
}

/**
 * Present value: what payments to come, and an amount after the last of them, are worth now.
 *
 *     pv = −(fv·(1+r)⁻ⁿ + pmt·(1 + r·timing)·(1 − (1+r)⁻ⁿ)/r);   −(fv + pmt·n) at r = 0
 *
 * Sign: what is to be received (positive) has a negative present value, its price.
 * Units: money at the beginning of the first period.
 * Example: 1,000 at the end of each of 24 months and 10,000 after them, at 10% a year: pv(0.1 / 12, 24, 1_000, 10_000) =
 * −29,864.9503.
 * Source: Microsoft, PV function, support.microsoft.com/en-us/excel/functions/pv-function; figure: formulajs.
 */
export function pv(rate: number, periods: number, payment: number, future = 0, timing: Timing = 0): number {
  return -future * growth(rate, -periods) - payment * (1 + rate * timing) * annuity(rate, periods)
}

/**
 * Number of periods, rarely a whole number.
 *
 *     n = ln(1 − r·(pv + fv)/(p + pv·r)) / ln(1+r)   with p = pmt·(1 + r·timing);   −(pv + fv)/pmt at r = 0
 *
 * Sign: those of the flows are money in, money out; a negative number of periods lies in the past.
 * Units: periods. NaN if no number of periods works, as for a payment that does not cover the interest.
 * Example: 1,000 now and 100 at the end of each month, at 10% a year, are 10,000 after nper(0.1 / 12, -100, -1_000,
 * 10_000) = 63.3939 months.
 * Source: Microsoft, NPER function, support.microsoft.com/en-us/excel/functions/nper-function; figure: formulajs.
 */
export function nper(rate: number, payment: number, present: number, future = 0, timing: Timing = 0): number {
  const sum = present + future
  const periods =
    rate === 0
      ? -sum / payment
      : Math.log1p((-rate * sum) / (payment * (1 + rate * timing) + present * rate)) / Math.log1p(rate)
  return Number.isFinite(periods) ? periods : NaN
}

/**
 * Rate per period of a level payment: every r at which
 *
 *     pv·(1+r)ⁿ + pmt·(1 + r·timing)·((1+r)ⁿ − 1)/r + fv = 0
 *
 * which is the internal rate of `present` now, `payment` in every period and `future` after the last. Two rates are
 * possible where money comes in first and last and goes out between (or the other way round).
 * Sign: money in, money out.
 * Units: a fraction per period. `periods` is a whole number above 0, and the work grows with it.
 * Example: 3,500 given now for 10,000 in ten years: rate(10, 0, -3_500, 10_000) = one rate, 0.1106909.
 * Source: Microsoft, RATE function, support.microsoft.com/en-us/excel/functions/rate-function (which gives only the one
 * that its iteration meets first); figure: numpy-financial, test_financial.py.
 */
export function rate(periods: number, payment: number, present: number, future = 0, timing: Timing = 0): InternalRate {
  if (!Number.isInteger(periods) || periods < 1) return { kind: 'none', reason: 'invalid' }
  const flows = Array.from({ length: periods + 1 }, (_, time) => ({ time, amount: payment }))
  flows[0]!.amount = present + payment * timing
  flows[periods]!.amount = future + payment * (1 - timing)
  return internalRate(flows)
}

/**
 * Interest within the payment of period `period`.
 *
 *     ipmt = r·fv(r, period − 1, pmt, pv, timing) / (1 + r·timing);   0 in the first payment of timing 1
 *
 * Sign: negative for a loan that is repaid.
 * Units: money; `period` counts from 1, NaN where it is not one of the periods.
 * Example: the first of 24 months of a loan of 2,000 at 10% a year: ipmt(0.1 / 12, 1, 24, 2_000) = −16.6667.
 * Source: Microsoft, IPMT function, support.microsoft.com/en-us/excel/functions/ipmt-function; figure: numpy-financial,
 * test_financial.py.
 */
export function ipmt(
  rate: number,
  period: number,
  periods: number,
  present: number,
  future = 0,
  timing: Timing = 0,
): number {
  if (!Number.isInteger(period) || period < 1 || period > periods) return NaN
  const payment = pmt(rate, periods, present, future, timing)
  // A first payment on the day the money is lent contains no interest; each later one contains that of the period
  // before.
  if (timing === 1 && period === 1) return Number.isFinite(payment) ? 0 : NaN
  return (rate * fv(rate, period - 1, payment, present, timing)) / (1 + rate * timing)
}

/**
 * Principal within the payment of period `period`: what is left of it after interest.
 *
 *     ppmt = pmt − ipmt
 *
 * Sign: negative for a loan that is repaid.
 * Units: money; `period` counts from 1, NaN where it is not one of the periods.
 * Example: the last of 10 years of a loan of 200,000 at 8%: ppmt(0.08, 10, 10, 200_000) = −27,598.0535.
 * Source: Microsoft, PPMT function, support.microsoft.com/en-us/excel/functions/ppmt-function.
 */
export function ppmt(
  rate: number,
  period: number,
  periods: number,
  present: number,
  future = 0,
  timing: Timing = 0,
): number {
  return pmt(rate, periods, present, future, timing) - ipmt(rate, period, periods, present, future, timing)
}

/**
 * Interest paid from period `start` to period `end`, both included.
 *
 *     cumipmt = Σ ipmt(k)   for k = start … end
 *
 * Sign: negative for a loan that is repaid.
 * Units: money; periods count from 1, NaN where `start` … `end` does not lie within them.
 * Example: the first month of 125,000 over 30 years at 9% a year: cumipmt(0.09 / 12, 360, 125_000, 1, 1) = −937.50.
 * Source: Microsoft, CUMIPMT function, support.microsoft.com/en-us/excel/functions/cumipmt-function.
 */
export function cumipmt(
  rate: number,
  periods: number,
  present: number,
  start: number,
  end: number,
  timing: Timing = 0,
): number {
  return overPeriods(start, end, periods, (period) => ipmt(rate, period, periods, present, 0, timing))
}

/**
 * Principal repaid from period `start` to period `end`, inclusive.
 *
 *     cumprinc = Σ ppmt(k)   for k = start … end
 *
 * Sign: negative for a loan that is repaid.
 * Units: money; periods count from 1, NaN where `start` … `end` does not lie within them.
 * Example: the first month of 125,000 over 30 years at 9% a year: cumprinc(0.09 / 12, 360, 125_000, 1, 1) = −68.2783.
 * Source: Microsoft, CUMPRINC function, support.microsoft.com/en-us/excel/functions/cumprinc-function.
 */
export function cumprinc(
  rate: number,
  periods: number,
  present: number,
  start: number,
  end: number,
  timing: Timing = 0,
): number {
  return overPeriods(start, end, periods, (period) => ppmt(rate, period, periods, present, 0, timing))
}

/**
 * Net present value as in textbooks: the first flow is now.
 *
 *     npvT0 = Σ flowᵢ / (1+r)ⁱ   for i = 0 … n
 *
 * Sign: that of the flows.
 * Units: money on the day of the first flow; `rate` a fraction per period between two flows.
 * Example: npvT0(0.05, [-15_000, 1_500, 2_500, 3_500, 4_500, 6_000]) = 122.8949.
 * Source: numpy-financial, npv, numpy.org/numpy-financial/latest/npv.html.
 */
export function npvT0(rate: number, flows: readonly number[]): number {
  return flows.reduceRight((later, flow) => flow + later / (1 + rate), 0)
}

/**
 * Net present value as in spreadsheets: the first flow is one period away.
 *
 *     npvExcel = Σ flowᵢ / (1+r)ⁱ   for i = 1 … n
 *
 * Sign: that of the flows.
 * Units: money one period before the first flow; `rate` a fraction per period between two flows.
 * Example: npvExcel(0.12, [12_000, 15_000, 18_000, 21_000, 24_000]) = 62,448.3625.
 * Source: Microsoft, NPV function, support.microsoft.com/en-us/excel/functions/npv-function; figure: formulajs.
 */
export function npvExcel(rate: number, flows: readonly number[]): number {
  return npvT0(rate, flows) / (1 + rate)
}

/**
 * Net present value of flows on given days.
 *
 *     xnpv = Σ flowᵢ / (1+r)^((dayᵢ − day₀)/365)
 *
 * Sign: that of the flows.
 * Units: money on the day of the flow that stands first (an earlier day is carried forward); `rate` a fraction per 365
 * days.
 * Example: −10,000 on 1 January 2008, then 2,750 on 1 March, 4,250 on 30 October, 3,250 on 15 February 2009 and 2,750 on
 * 1 April, at 9%: 2,086.6476.
 * Source: Microsoft, XNPV function, support.microsoft.com/en-us/excel/functions/xnpv-function.
 */
export function xnpv(rate: number, flows: readonly DatedFlow[]): number {
  return flows.reduce((sum, { day, amount }) => sum + amount * growth(rate, (flows[0]!.day - day) / DAYS_A_YEAR), 0)
}

/**
 * Effective annual rate of a nominal rate compounded several times a year.
 *
 *     effective = (1 + nominal/m)ᵐ − 1
 *
 * Sign: that of the nominal rate.
 * Units: fractions a year; `timesAYear` is m.
 * Example: effectiveRate(0.1, 4) = 0.1038129.
 * Source: Microsoft, EFFECT function, support.microsoft.com/en-us/excel/functions/effect-function; figure: formulajs.
 */
export function effectiveRate(nominal: number, timesAYear: number): number {
  return Math.expm1(timesAYear * Math.log1p(nominal / timesAYear))
}

/**
 * Nominal annual rate that, compounded several times a year, equals the effective rate.
 *
 *     nominal = m·((1 + effective)^(1/m) − 1)
 *
 * Sign: that of the effective rate.
 * Units: fractions a year; `timesAYear` is m.
 * Example: nominalRate(0.053543, 4) = 0.0525003.
 * Source: Microsoft, NOMINAL function, support.microsoft.com/en-us/excel/functions/nominal-function.
 */
export function nominalRate(effective: number, timesAYear: number): number {
  return timesAYear * Math.expm1(Math.log1p(effective) / timesAYear)
}

/**
 * Modified internal rate of return: what is paid out is financed at one rate, what comes in is reinvested at another.
 *
 *     mirr = (FV of the positive flows at reinvestRate / −PV of the negative flows at financeRate)^(1/n) − 1
 *
 * Sign: money in, money out. NaN without both a positive and a negative flow.
 * Units: fractions per period between two flows; n is the number of flows less 1.
 * Example: mirr([-120_000, 39_000, 30_000, 21_000, 37_000, 46_000], 0.1, 0.12) = 0.1260941.
 * Source: Microsoft, MIRR function, support.microsoft.com/en-us/excel/functions/mirr-function.
 */
export function mirr(flows: readonly number[], financeRate: number, reinvestRate: number): number {
  const periods = flows.length - 1
  const outflows = flows.map((flow) => Math.max(-flow, 0))
  const inflows = flows.map((flow) => Math.max(flow, 0))
  const paid = npvT0(financeRate, outflows)
  const received = npvT0(reinvestRate, inflows) * growth(reinvestRate, periods)
  return paid > 0 && received > 0 ? Math.expm1(Math.log(received / paid) / periods) : NaN
}

/**
 * Internal rate of return of flows at equal intervals: every r at which
 *
 *     Σ flowᵢ / (1+r)ⁱ = 0
 *
 * Sign: money in, money out.
 * Units: a fraction per period between two flows.
 * Example: irr([-100, 39, 59, 55, 20]) = one rate, 0.2809484; irr([-100, 100, 0, -7]) = two, −0.6788944 and −0.0832997.
 * Source: numpy-financial, irr, numpy.org/numpy-financial/latest/irr.html (which gives a single one).
 */
export function irr(flows: readonly number[]): InternalRate {
  return internalRate(flows.map((amount, time) => ({ time, amount })))
}

/**
 * Internal rate of return of flows on given days, in any order: every r at which
 *
 *     Σ flowᵢ / (1+r)^((dayᵢ − day₀)/365) = 0
 *
 * Sign: money in, money out.
 * Units: a fraction per 365 days.
 * Example: the flows of `xnpv`'s example have one rate, 0.3733625.
 * Source: Microsoft, XIRR function, support.microsoft.com/en-us/excel/functions/xirr-function.
 */
export function xirr(flows: readonly DatedFlow[]): InternalRate {
  return internalRate(flows.map(({ day, amount }) => ({ time: day / DAYS_A_YEAR, amount })))
}

/**
 * The rate nearest zero, for a reader who wants a single one and knows that there may be others; NaN if there is none.
 *
 * nearestZero = the r with the smallest |ln(1+r)|; of two at equal distance, the positive one
 *
 * Distance is that of growth factors: halving (−50%) is as far from zero as doubling (100%). By the plain |r| any loss,
 * however near to all, would be nearer than a gain of 100%: of −0.9998 and 1.0043 the published figure is 1.0043.
 * Sign and units: those of the rates.
 * Example: nearestZero(irr([-100, 100, 0, -7])) = −0.0832997, the other one being −0.6788944.
 * Source: the published cases of numpy-financial, irr, test_financial.py.
 */
export function nearestZero(result: InternalRate): number {
  if (result.kind === 'none') return NaN
  if (result.kind === 'one') return result.rate
  const distance = (rate: number) => Math.abs(Math.log1p(rate))
  return result.rates.reduce((nearest, rate) => (distance(rate) <= distance(nearest) ? rate : nearest))
}

const DAYS_A_YEAR = 365 // also in leap years: the spreadsheet's convention

/** (1+r)ⁿ */
function growth(rate: number, periods: number): number {
  return Math.exp(periods * Math.log1p(rate))
}

/** Value now of 1 at the end of each of n periods: (1 − (1+r)⁻ⁿ)/r, n at r = 0. */
function annuity(rate: number, periods: number): number {
  return rate === 0 ? periods : -Math.expm1(-periods * Math.log1p(rate)) / rate
}

function overPeriods(start: number, end: number, periods: number, figure: (period: number) => number): number {
  if (!(start <= end && end <= periods)) return NaN
  let sum = 0
  for (let period = start; period <= end; period++) sum += figure(period)
  return sum
}

/** A flow at a time, in periods of the rate being solved for. */
interface Flow {
  readonly time: number
  readonly amount: number
}

/** Rates are solved for as s = ln(1+r), where −1 + 1e-9 and 1e9 are equally far from zero. */
const FARTHEST = Math.log(1e9)

/** A sum this small relative to its terms is indistinguishable from zero: a few hundred rounding errors. */
const INDISTINCT = 2e-14

function internalRate(flows: readonly Flow[]): InternalRate {
  if (!flows.every(({ time, amount }) => Number.isFinite(time) && Number.isFinite(amount))) {
    return { kind: 'none', reason: 'invalid' }
  }
  const net = netFlows(flows)
  if (!net.some(({ amount }) => amount > 0) || !net.some(({ amount }) => amount < 0)) {
    return { kind: 'none', reason: 'no sign change' }
  }
  const rates = zeros(net).map(Math.expm1)
  if (rates.length === 0) return { kind: 'none', reason: 'no rate in range' }
  return rates.length === 1 ? { kind: 'one', rate: rates[0]! } : { kind: 'several', rates }
}

/** In order of time, one flow per time, without zero flows. */
function netFlows(flows: readonly Flow[]): Flow[] {
  const net: Flow[] = []
  for (const flow of flows.toSorted((a, b) => a.time - b.time)) {
    const before = net.at(-1)
    if (before?.time === flow.time) net[net.length - 1] = { time: flow.time, amount: before.amount + flow.amount }
    else net.push(flow)
  }
  return net.filter(({ amount }) => amount !== 0)
}

/**
 * All s within the range at which P(s) = Σ amount·exp(−time·s) is zero, ascending. None is overlooked between the points
 * of a grid, because there is no grid: Laguerre's proof of the rule of signs says where to look. Let p lie in time
 * between two flows of opposite sign. exp(p·s)·P(s) has the zeros of P, and its derivative is a sum of the same kind,
 * with amounts (p − time)·amount, that changes sign once less. Its zeros, found in the same way, are the only places
 * where exp(p·s)·P(s) turns: between two of them it crosses zero once if its signs differ there, else not at all. Where
 * it turns at zero itself it touches, a multiple zero, given once; so are two zeros closer than about 1e-7.
 *
 * Sources: E. Laguerre, Sur la théorie des équations numériques, 1883; G. J. O. Jameson, Counting zeros of generalized
 * polynomials, The Mathematical Gazette 90 (2006).
 */
function zeros(flows: readonly Flow[]): number[] {
  const change = flows.findIndex(({ amount }, i) => i > 0 && Math.sign(amount) !== Math.sign(flows[i - 1]!.amount))
  if (change < 0) return []
  const pivot = (flows[change - 1]!.time + flows[change]!.time) / 2
  // Underflowing numbers are dropped along the way, so that each step removes a sign change.
  const slope = flows.map(({ time, amount }) => ({ time, amount: (pivot - time) * amount }))
  const turns = zeros(slope.filter(({ amount }) => amount !== 0))
  const cuts = [-FARTHEST, ...turns, FARTHEST].map((s) => {
    const value = balance(flows, s)
    return { s, sign: Math.abs(value) < INDISTINCT ? 0 : Math.sign(value) }
  })
  return cuts.flatMap((cut, i) => {
    if (cut.sign === 0) return [cut.s]
    const next = cuts[i + 1]
    return next && cut.sign * next.sign < 0 ? [brent((s) => balance(flows, s), cut.s, next.s)] : []
  })
}

/**
 * Present value at s = ln(1+r) as a share of all amounts' present values: from −1 to 1, with the sign and the zeros of
 * P. Discounting to the first flow where rates are positive and to the last where they are negative, no term overflows.
 */
function balance(flows: readonly Flow[], s: number): number {
  const last = flows.length - 1
  let before = flows[s > 0 ? 0 : last]!.time
  let gap = 0
  let discount = 1 // over the gap; one exponential serves all flows at equal intervals
  let weight = 1
  let net = 0
  let gross = 0
  for (let i = 0; i <= last; i++) {
    const { time, amount } = flows[s > 0 ? i : last - i]!
    if (time - before !== gap) {
      gap = time - before
      discount = Math.exp(-gap * s)
    }
    before = time
    weight *= discount
    net += amount * weight
    gross += Math.abs(amount) * weight
  }
  return net / gross
}

/**
 * A zero of f between two arguments with different signs, to the last digit: inverse quadratic or linear interpolation
 * while it converges, bisection otherwise.
 * Source: R. P. Brent, Algorithms for Minimization without Derivatives, 1973, chapter 4.
 */
function brent(f: (x: number) => number, from: number, to: number): number {
  let [a, b] = [from, to] // b is the best so far, a the previous one
  let [fa, fb] = [f(a), f(b)]
  let [c, fc] = [a, fa] // the zero lies between b and c
  let step = b - a
  let stepBefore = step
  for (;;) {
    if (Math.abs(fc) < Math.abs(fb)) [a, b, c, fa, fb, fc] = [b, c, b, fb, fc, fb]
    const tolerance = 2 * Number.EPSILON * Math.abs(b) + 1e-17
    const half = (c - b) / 2
    if (fb === 0 || Math.abs(half) <= tolerance) return b
    if (Math.abs(stepBefore) < tolerance || Math.abs(fa) <= Math.abs(fb)) step = stepBefore = half
    else {
      const u = fb / fa
      const v = fa / fc
      const w = fb / fc
      let p = a === c ? 2 * half * u : u * (2 * half * v * (v - w) - (b - a) * (w - 1))
      let q = a === c ? 1 - u : (v - 1) * (w - 1) * (u - 1)
      if (p > 0) q = -q
      else p = -p
      if (2 * p < Math.min(3 * half * q - Math.abs(tolerance * q), Math.abs(stepBefore * q))) {
        stepBefore = step
        step = p / q
      } else step = stepBefore = half
    }
    ;[a, fa] = [b, fb]
    b += Math.abs(step) > tolerance ? step : Math.sign(half) * tolerance
    fb = f(b)
    if (Math.sign(fb) === Math.sign(fc)) [c, fc, step, stepBefore] = [a, fa, b - a, b - a]
  }
}
