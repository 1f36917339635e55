import { f, type Operand } from '../../../formula'

/** The operands other than the number 0. */
export const nonzero = (operands: readonly Operand[]): Operand[] => operands.filter((operand) => operand !== 0)

/** A sum without zero terms; the number 0 where there is nothing to add. */
export function sumOf(operands: readonly Operand[]): Operand {
  const there = nonzero(operands)
  return there.length === 0 ? 0 : there.length === 1 ? there[0]! : f`total(${there})`
}

export const minus = (a: Operand, b: Operand): Operand => (b === 0 ? a : f`${a} - ${b}`)
