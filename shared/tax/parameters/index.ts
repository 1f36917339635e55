import { parameters2025 } from './2025'
import { parameters2026 } from './2026'
import type { TaxParameters } from './types'

export * from './types'
export { SALT_CAP, SALT_THRESHOLD, SENIOR_DEDUCTION } from './calendar'

const PARAMETERS: readonly TaxParameters[] = [parameters2025, parameters2026]

/** The years whose law is on record, and the latest of them, on which later years are built. */
export const PARAMETER_YEARS: readonly number[] = PARAMETERS.map(({ year }) => year)
export const LATEST_PARAMETERS: TaxParameters = parameters2026

/** The law of a tax year. Throws RangeError with a sentence for a person where there is none on record. */
export function taxParameters(year: number): TaxParameters {
  const found = PARAMETERS.find((parameters) => parameters.year === year)
  if (found) return found
  const { year: latest } = LATEST_PARAMETERS
  throw new RangeError(
    `There are no tax parameters for ${year}; those of ${PARAMETER_YEARS.join(' and ')} are on record. ` +
      `Later years are computed with the law of ${latest}, its indexed thresholds multiplied by a price index.`,
  )
}
