import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { JumpableRandomGenerator } from 'pure-rand/types/JumpableRandomGenerator'

import { log } from './elementary'

/** Shown beside every result: with it, the seed and the case anyone gets the same figures. */
export const GENERATOR = 'xoroshiro128+ (pure-rand 8), one jump of 2^64 numbers a draw'

/**
 * Random numbers for the draws 0, 1, 2, …: each draw begins 2^64 numbers of one sequence after the draw before, by the
 * generator's own jump, so that no two draws share a number and draw i is the same whatever else is drawn. The first
 * jump stands before draw 0, as the state of the seed itself is mostly zeros and ones.
 *
 * Source: D. Blackman, S. Vigna, Scrambled linear pseudorandom number generators, ACM TOMS 47 (2021), version of 2018.
 */
export class Streams {
  private readonly start: JumpableRandomGenerator

  constructor(seed: number) {
    this.start = xoroshiro128plus(seed)
  }

  /** The next draw's numbers. */
  next(): Numbers {
    this.start.jump()
    return new Numbers(this.start.clone())
  }
}

/** The random numbers of one draw, one after the other. */
export class Numbers {
  constructor(private readonly generator: JumpableRandomGenerator) {}

  /** Between 0 and 1, neither of them; a multiple of 2^−53, and half of it. */
  uniform(): number {
    return uniformFloat64(this.generator) + 2 ** -54
  }

  /** Normal, mean 0 and standard deviation 1, by the inverse of its distribution: one uniform number each. */
  normal(): number {
    return inverseNormal(this.uniform())
  }

  /** A whole number from 0 to below `n`. */
  below(n: number): number {
    return Math.floor(this.uniform() * n)
  }
}

/**
 * The number below which a normal variable lies with probability p, 0 < p < 1, to about 1 part in 10^16.
 * Source: M. J. Wichura, Algorithm AS 241: the percentage points of the normal distribution, Applied Statistics 37
 * (1988), PPND16. Its logarithm is our own (see elementary.ts); a square root is exact everywhere.
 */
export function inverseNormal(p: number): number {
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return q * ratio(CENTRAL, r)
  }
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p))
  const size = r <= 5 ? ratio(MIDDLE, r - 1.6) : ratio(TAIL, r - 5)
  return q < 0 ? -size : size
}

type Rational = readonly [above: readonly number[], below: readonly number[]]

const ratio = ([above, below]: Rational, x: number): number => polynomial(above, x) / polynomial(below, x)

/** Coefficients from the highest power down. */
function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0
  for (let i = 0; i < coefficients.length; i++) sum = sum * x + coefficients[i]!
  return sum
}

const CENTRAL: Rational = [
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  [
    5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
]
const MIDDLE: Rational = [
  [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
]
const TAIL: Rational = [
  [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
  ],
]
