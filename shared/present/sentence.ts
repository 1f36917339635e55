import type { View } from '../model'

export { lowered } from '../case/names'
export { list } from '../text'

/** A figure inside a sentence, written without its sign because the words give the direction. */
export interface Quoted {
  readonly path: string
  readonly view: View
  readonly figure: string
  readonly value: number
}

/** A sentence whose figures can be asked why. */
export type Sentence = readonly (string | Quoted)[]

/** A sentence as plain text; `amount` writes its figures. */
export const textOf = (sentence: Sentence, amount: (value: number) => string): string =>
  sentence.map((piece) => (typeof piece === 'string' ? piece : amount(Math.abs(piece.value)))).join('')

/** Amounts that print as $0 are no lead. */
export const isTie = (lead: number): boolean => Math.abs(lead) < 0.5

/** A smaller difference is invisible in a chart and within any projection's error. */
const EYE = 0.01

/** Whether two amounts are reported as equal: they differ by less than 1% of the larger, or by less than $1. */
export const aboutEqual = (one: number, other: number): boolean =>
  isTie(one - other) || Math.abs(one - other) < EYE * Math.max(Math.abs(one), Math.abs(other))

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
