import { dollars, f, total, type Constant, type Operand, type Table } from '../formula'
import type { Amount } from './law'

/**
 * Absent income is the number 0. These helpers omit it from formulas, so that a household with only wages takes a handful
 * of short lines and nothing irrelevant is computed or explained.
 */

/** A line, an input, an expression or a number; 0 means none. */
export const absent = (operand: Operand): boolean => operand === 0

/** The sum of the nonzero operands; the number 0 if there are none. */
export function plus(...operands: readonly Operand[]): Operand {
  const present = operands.filter((operand) => !absent(operand))
  if (present.length === 0) return 0
  return present.length === 1 ? present[0]! : total(present)
}

export function minus(a: Operand, b: Operand): Operand {
  if (absent(b)) return a
  return absent(a) ? f`-${b}` : f`${a} - ${b}`
}

/**
 * Withdrawals come last in a sum: they depend on the accounts, and so on earlier years' tax, while everything before them
 * can be computed for all years at once.
 */
export function withWithdrawals(income: Operand, withdrawals: Operand): Operand {
  if (absent(withdrawals)) return income
  return absent(income) ? withdrawals : f`${income} + ${withdrawals}`
}

export function times(share: number | Constant, operand: Operand): Operand {
  const value = typeof share === 'number' ? share : share.value
  if (absent(operand) || value === 0) return 0
  return value === 1 ? operand : f`${share} * ${operand}`
}

export function atLeastZero(operand: Operand): Operand {
  return typeof operand === 'number' ? Math.max(0, operand) : f`max(0, ${operand})`
}

export function least(a: Operand, b: Operand): Operand {
  return typeof a === 'number' && typeof b === 'number' ? Math.min(a, b) : f`min(${a}, ${b})`
}

/** An amount of the law in dollars of the year. */
export function inYear({ value, indexed, cited }: Amount, priceIndex: Operand): Operand {
  const amount = dollars(value, cited)
  return indexed && priceIndex !== 1 ? f`${amount} * ${priceIndex}` : amount
}

/** The value of a table by calendar year, looked up directly if the year is a number. */
export function inCalendarYear(table: Table, calendarYear: Operand): Operand {
  if (typeof calendarYear !== 'number') return f`lookup(${table}, ${calendarYear})`
  let found = NaN
  table.keys.forEach((key, i) => {
    if (key <= calendarYear) found = table.values[i]!
  })
  return found === 0 ? 0 : dollars(found)
}

/** `amount` for a person of at least `from` years; 0 for an age of 0, which means no such person. */
export function fromAge(age: Operand, from: number | Constant, amount: Operand): Operand {
  if (absent(amount)) return 0
  if (typeof age === 'number') return age >= (typeof from === 'number' ? from : from.value) ? amount : 0
  return f`if(${age} >= ${from}, ${amount}, 0)`
}
