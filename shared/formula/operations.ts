import type { Operation, Table } from './expression'
import { irr } from './finance'

/**
 * What each operation does to numbers, in two forms with the same results bit for bit: `scalar` for one lane, `loops`
 * over blocks of lanes. The table of loops is the one place where another implementation (SIMD) can take over.
 */

/** A division by zero has no value; so has everything that is built on it, until `orElse`. */
const divide = (a: number, b: number): number => (b === 0 ? NaN : a / b)
const choose = (c: number, a: number, b: number): number => (c !== c ? c : c !== 0 ? a : b)

export const scalar = {
  divide,
  choose,
  less: (a: number, b: number): number => (a < b ? 1 : a >= b ? 0 : NaN),
  lessOrEqual: (a: number, b: number): number => (a <= b ? 1 : a > b ? 0 : NaN),
  equal: (a: number, b: number): number => (a === b ? 1 : a !== a || b !== b ? NaN : 0),
  /** Half up, as spreadsheets and the law round. */
  round: (a: number): number => Math.floor(a + 0.5),
  orElse: (a: number, b: number): number => (a !== a ? b : a),
  /** By log1p and expm1 a rate near 0 is as exact as any; below −1 there is no value. */
  payment: (rate: number, periods: number, principal: number): number =>
    rate === 0
      ? divide(principal, periods)
      : rate >= -1
        ? divide(principal * rate, -Math.expm1(-periods * Math.log1p(rate)))
        : NaN,
}

/** Tax over marginal brackets: Σ (income above a threshold) × (step of the rate there). */
export function brackets({ keys, values }: Table, income: number, scale: number): number {
  if (income !== income || scale !== scale) return NaN
  let tax = 0
  let rate = 0
  for (let i = 0; i < keys.length; i++) {
    const above = income - keys[i]! * scale
    if (above <= 0) break
    tax += above * (values[i]! - rate)
    rate = values[i]!
  }
  return tax
}

/** The value at the greatest key not above `key`; NaN below the first. Keys rise, so that half of them drop out at a time. */
export function lookup({ keys, values }: Table, key: number): number {
  let from = 0
  let to = keys.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (key >= keys[middle]!) from = middle + 1
    else to = middle
  }
  return from === 0 ? NaN : values[from - 1]!
}

/** 1 + the index of the first true cell; NaN if there is none, or if a value is missing anywhere in the row. */
export function firstYear(row: Float64Array): number {
  let found = NaN
  for (let y = row.length - 1; y >= 0; y--) {
    const value = row[y]!
    if (value !== value) return NaN
    if (value !== 0) found = y + 1
  }
  return found
}

/** The same from the end. */
export function lastYear(row: Float64Array): number {
  let found = NaN
  for (let y = 0; y < row.length; y++) {
    const value = row[y]!
    if (value !== value) return NaN
    if (value !== 0) found = y + 1
  }
  return found
}

/** The internal rate of return of yearly flows if there is exactly one, else no value. */
export function onlyRate(flows: Float64Array): number {
  if (flows.some((flow) => flow !== flow)) return NaN
  const result = irr([...flows])
  return result.kind === 'one' ? result.rate : NaN
}

type Block = Float64Array

/** Operands and results of the one-lane run: year y stands at `from[at + step · y]`, with step 0 where all years share. */
export interface Place {
  readonly from: Block
  readonly at: number
  readonly step: 0 | 1
}

/** One operation of the one-lane run, over the year indices `from` ≤ y < `to`. */
export type Instruction = (from: number, to: number) => void

/**
 * Over blocks a pair of operands comes in three forms: two blocks, block and number, number and block; `years` is the
 * form of the one lane: it knows its places and is told the years.
 */
export interface Binary {
  readonly scalar: (a: number, b: number) => number
  readonly years: (out: Place, a: Place, b: Place) => Instruction
  readonly bb: (out: Block, a: Block, b: Block, n: number) => void
  readonly bn: (out: Block, a: Block, b: number, n: number) => void
  readonly nb: (out: Block, a: number, b: Block, n: number) => void
}

// The loops are written out: a loop over a passed-in function is several times slower, and code may not be generated.
export const binary: Record<
  'add' | 'subtract' | 'multiply' | 'divide' | 'power' | 'min' | 'max' | 'less' | 'lessOrEqual' | 'equal' | 'orElse',
  Binary
> = {
  add: {
    scalar: (a, b) => a + b,
    years:
      ({ from: o, at: k }, { from: a, at: i, step: s }, { from: b, at: j, step: t }) =>
      (from, to) => {
        for (let y = from; y < to; y++) o[k + y] = a[i + s * y]! + b[j + t * y]!
      },
    bb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = a[i]! + b[i]!
    },
    bn: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = a[i]! + b
    },
    nb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = a + b[i]!
    },
  },
  subtract: {
    scalar: (a, b) => a - b,
    years:
      ({ from: o, at: k }, { from: a, at: i, step: s }, { from: b, at: j, step: t }) =>
      (from, to) => {
        for (let y = from; y < to; y++) o[k + y] = a[i + s * y]! - b[j + t * y]!
      },
    bb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = a[i]! - b[i]!
    },
    bn: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = a[i]! - b
    },
    nb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = a - b[i]!
    },
  },
  multiply: {
    scalar: (a, b) => a * b,
    years:
      ({ from: o, at: k }, { from: a, at: i, step: s }, { from: b, at: j, step: t }) =>
      (from, to) => {
        for (let y = from; y < to; y++) o[k + y] = a[i + s * y]! * b[j + t * y]!
      },
    bb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = a[i]! * b[i]!
    },
    bn: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = a[i]! * b
    },
    nb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = a * b[i]!
    },
  },
  divide: {
    scalar: divide,
    years:
      ({ from: o, at: k }, { from: a, at: i, step: s }, { from: b, at: j, step: t }) =>
      (from, to) => {
        for (let y = from; y < to; y++) o[k + y] = divide(a[i + s * y]!, b[j + t * y]!)
      },
    bb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = b[i] === 0 ? NaN : a[i]! / b[i]!
    },
    bn: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = b === 0 ? NaN : a[i]! / b
    },
    nb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = b[i] === 0 ? NaN : a / b[i]!
    },
  },
  power: {
    scalar: (a, b) => a ** b,
    years:
      ({ from: o, at: k }, { from: a, at: i, step: s }, { from: b, at: j, step: t }) =>
      (from, to) => {
        for (let y = from; y < to; y++) o[k + y] = a[i + s * y]! ** b[j + t * y]!
      },
    bb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = a[i]! ** b[i]!
    },
    bn: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = a[i]! ** b
    },
    nb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = a ** b[i]!
    },
  },
  min: {
    scalar: Math.min,
    years:
      ({ from: o, at: k }, { from: a, at: i, step: s }, { from: b, at: j, step: t }) =>
      (from, to) => {
        for (let y = from; y < to; y++) o[k + y] = Math.min(a[i + s * y]!, b[j + t * y]!)
      },
    bb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = Math.min(a[i]!, b[i]!)
    },
    bn: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = Math.min(a[i]!, b)
    },
    nb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = Math.min(a, b[i]!)
    },
  },
  max: {
    scalar: Math.max,
    years:
      ({ from: o, at: k }, { from: a, at: i, step: s }, { from: b, at: j, step: t }) =>
      (from, to) => {
        for (let y = from; y < to; y++) o[k + y] = Math.max(a[i + s * y]!, b[j + t * y]!)
      },
    bb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = Math.max(a[i]!, b[i]!)
    },
    bn: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = Math.max(a[i]!, b)
    },
    nb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = Math.max(a, b[i]!)
    },
  },
  less: {
    scalar: scalar.less,
    years:
      ({ from: o, at: k }, { from: a, at: i, step: s }, { from: b, at: j, step: t }) =>
      (from, to) => {
        for (let y = from; y < to; y++) o[k + y] = scalar.less(a[i + s * y]!, b[j + t * y]!)
      },
    bb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = a[i]! < b[i]! ? 1 : a[i]! >= b[i]! ? 0 : NaN
    },
    bn: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = a[i]! < b ? 1 : a[i]! >= b ? 0 : NaN
    },
    nb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = a < b[i]! ? 1 : a >= b[i]! ? 0 : NaN
    },
  },
  lessOrEqual: {
    scalar: scalar.lessOrEqual,
    years:
      ({ from: o, at: k }, { from: a, at: i, step: s }, { from: b, at: j, step: t }) =>
      (from, to) => {
        for (let y = from; y < to; y++) o[k + y] = scalar.lessOrEqual(a[i + s * y]!, b[j + t * y]!)
      },
    bb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = a[i]! <= b[i]! ? 1 : a[i]! > b[i]! ? 0 : NaN
    },
    bn: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = a[i]! <= b ? 1 : a[i]! > b ? 0 : NaN
    },
    nb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = a <= b[i]! ? 1 : a > b[i]! ? 0 : NaN
    },
  },
  equal: {
    scalar: scalar.equal,
    years:
      ({ from: o, at: k }, { from: a, at: i, step: s }, { from: b, at: j, step: t }) =>
      (from, to) => {
        for (let y = from; y < to; y++) o[k + y] = scalar.equal(a[i + s * y]!, b[j + t * y]!)
      },
    bb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = scalar.equal(a[i]!, b[i]!)
    },
    bn: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = scalar.equal(a[i]!, b)
    },
    nb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = scalar.equal(a, b[i]!)
    },
  },
  orElse: {
    scalar: scalar.orElse,
    years:
      ({ from: o, at: k }, { from: a, at: i, step: s }, { from: b, at: j, step: t }) =>
      (from, to) => {
        for (let y = from; y < to; y++) o[k + y] = scalar.orElse(a[i + s * y]!, b[j + t * y]!)
      },
    bb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = scalar.orElse(a[i]!, b[i]!)
    },
    bn: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = scalar.orElse(a[i]!, b)
    },
    nb: (out, a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = scalar.orElse(a, b[i]!)
    },
  },
}

export interface Unary {
  readonly scalar: (a: number) => number
  readonly years: (out: Place, a: Place) => Instruction
  readonly b: (out: Block, a: Block, n: number) => void
}

export const unary: Record<'negate' | 'not' | 'floor' | 'ceil' | 'round', Unary> = {
  negate: {
    scalar: (a) => -a,
    years:
      ({ from: o, at: k }, { from: a, at: i, step: s }) =>
      (from, to) => {
        for (let y = from; y < to; y++) o[k + y] = -a[i + s * y]!
      },
    b: (out, a, n) => {
      for (let i = 0; i < n; i++) out[i] = -a[i]!
    },
  },
  not: {
    scalar: (a) => 1 - a,
    years:
      ({ from: o, at: k }, { from: a, at: i, step: s }) =>
      (from, to) => {
        for (let y = from; y < to; y++) o[k + y] = 1 - a[i + s * y]!
      },
    b: (out, a, n) => {
      for (let i = 0; i < n; i++) out[i] = 1 - a[i]!
    },
  },
  floor: {
    scalar: Math.floor,
    years:
      ({ from: o, at: k }, { from: a, at: i, step: s }) =>
      (from, to) => {
        for (let y = from; y < to; y++) o[k + y] = Math.floor(a[i + s * y]!)
      },
    b: (out, a, n) => {
      for (let i = 0; i < n; i++) out[i] = Math.floor(a[i]!)
    },
  },
  ceil: {
    scalar: Math.ceil,
    years:
      ({ from: o, at: k }, { from: a, at: i, step: s }) =>
      (from, to) => {
        for (let y = from; y < to; y++) o[k + y] = Math.ceil(a[i + s * y]!)
      },
    b: (out, a, n) => {
      for (let i = 0; i < n; i++) out[i] = Math.ceil(a[i]!)
    },
  },
  round: {
    scalar: scalar.round,
    years:
      ({ from: o, at: k }, { from: a, at: i, step: s }) =>
      (from, to) => {
        for (let y = from; y < to; y++) o[k + y] = Math.floor(a[i + s * y]! + 0.5)
      },
    b: (out, a, n) => {
      for (let i = 0; i < n; i++) out[i] = Math.floor(a[i]! + 0.5)
    },
  },
}

/** The operations of the language in terms of the two tables: greater is less with its sides changed, and so on. */
export const asBinary: Partial<Record<Operation, { kind: keyof typeof binary; swap?: true }>> = {
  add: { kind: 'add' },
  subtract: { kind: 'subtract' },
  multiply: { kind: 'multiply' },
  divide: { kind: 'divide' },
  power: { kind: 'power' },
  min: { kind: 'min' },
  max: { kind: 'max' },
  and: { kind: 'min' },
  or: { kind: 'max' },
  less: { kind: 'less' },
  lessOrEqual: { kind: 'lessOrEqual' },
  greater: { kind: 'less', swap: true },
  greaterOrEqual: { kind: 'lessOrEqual', swap: true },
  equal: { kind: 'equal' },
  orElse: { kind: 'orElse' },
}
