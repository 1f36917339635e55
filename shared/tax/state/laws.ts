import { STATE_LAWS } from './law'
import type { StateLaw } from './types'

/** The years of which the law is on record; the latest is that on which later years are built. */
export const STATE_LAW_YEARS: readonly number[] = [...new Set(STATE_LAWS.map(({ year }) => year))].toSorted(
  (a, b) => a - b,
)

const found = new Map(STATE_LAWS.map((law) => [`${law.code} ${law.year}`, law]))

/** The law of a state, by its two letters, in a year. Throws RangeError with a sentence where it is not on record. */
export function stateLaw(code: string, year: number): StateLaw {
  const law = found.get(`${code} ${year}`)
  if (law) return law
  const known = STATE_LAWS.some((state) => state.code === code)
  throw new RangeError(
    known
      ? `The law of ${code} for ${year} is not on record; ${STATE_LAW_YEARS.join(' and ')} are.`
      : `There is no state ${code}. Use two capital letters, such as TX or DC.`,
  )
}
