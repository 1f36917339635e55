/**
 * Exponential and logarithm from sums, products and quotients only, which every engine rounds alike. `Math.exp` and
 * `Math.log` may differ in the last digit between engines, and a draw must be the same everywhere.
 */

/** ln 2 in two parts: a multiple of the first by a whole number up to a thousand is exact. */
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10

/** e^x to within two units in the last place, for |x| ≤ 700: x = k·ln 2 + r, and the Taylor series of e^r. */
export function exp(x: number): number {
  const k = Math.round(x / Math.LN2)
  const r = x - k * LN2_HIGH - k * LN2_LOW
  let sum = 1
  for (let n = 14; n > 0; n--) sum = 1 + (r / n) * sum
  return sum * powerOfTwo(k)
}

/** ln x to within two units in the last place, for normal x > 0: x = 2^k·m, and the series of ln m = 2·artanh s. */
export function log(x: number): number {
  bits[0] = x
  let k = (words[1]! >>> 20) - 1023
  words[1] = (words[1]! & 0xfffff) | 0x3ff00000
  let m = bits[0]
  if (m > Math.SQRT2) {
    m /= 2
    k++
  }
  const s = (m - 1) / (m + 1)
  const square = s * s
  let sum = 0
  for (let n = 23; n > 0; n -= 2) sum = sum * square + 1 / n
  return k * LN2_HIGH + (2 * s * sum + k * LN2_LOW)
}

const bits = new Float64Array(1)
const words = new Uint32Array(bits.buffer)

/** 2^k for −1022 ≤ k ≤ 1023. */
function powerOfTwo(k: number): number {
  words[0] = 0
  words[1] = (k + 1023) << 20
  return bits[0]!
}
