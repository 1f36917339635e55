export type Kind = 'money' | 'percent' | 'multiple' | 'duration' | 'distance' | 'date' | 'ratio' | 'days' | 'other'

/** A number of a sentence, with what the words next to it make of it. */
export interface Quantity {
  readonly kind: Kind
  readonly start: number
  readonly end: number
  /** Dollars, fractions (0.1 for 10%), months, miles, days a week; ISO days in `dates`. One, unless `doubt` says why not. */
  readonly values: readonly number[]
  readonly dates?: readonly string[]
  /** Why there is more than one value. */
  readonly doubt?: 'range' | 'words against figures' | 'no exact day'
  readonly per?: 'hour' | 'day' | 'month' | 'year' | 'quarter' | 'thing'
  /** The days themselves: "Monday to Thursday". */
  readonly named?: boolean
  /** "up to", "at most": a ceiling, not an amount. */
  readonly atMost: boolean
}
