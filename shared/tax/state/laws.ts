import { STATE_LAWS } from './law'
import type { StateLaw } from './types'

/** The tax years on record; later years are projected from the latest. */
export const STATE_LAW_YEARS: readonly number[] = [...new Set(STATE_LAWS.map(({ year }) => year))].toSorted(
  (a, b) => a - b,
)

const found = new Map(STATE_LAWS.map((law) => [`${law.code} ${law.year}`, law]))

/** A state's law for a year, by its two-letter code. Throws RangeError with a sentence if it is not on record. */
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
