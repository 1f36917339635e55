import { parameters2025 } from './2025'
import { parameters2026 } from './2026'
import type { TaxParameters } from './types'

export * from './types'
export { SALT_CAP, SALT_THRESHOLD, SENIOR_DEDUCTION } from './calendar'

const PARAMETERS: readonly TaxParameters[] = [parameters2025, parameters2026]

/** The tax years on record, and the latest of them, from which later years are projected. */
export const PARAMETER_YEARS: readonly number[] = PARAMETERS.map(({ year }) => year)
export const LATEST_PARAMETERS: TaxParameters = parameters2026

/** The law of a tax year. Throws RangeError with a readable sentence if none is on record. */
export function taxParameters(year: number): TaxParameters {
  const found = PARAMETERS.find((parameters) => parameters.year === year)
  if (found) return found
  const { year: latest } = LATEST_PARAMETERS
  throw new RangeError(
    `There are no tax parameters for ${year}; those of ${PARAMETER_YEARS.join(' and ')} are on record. ` +
      `Later years are computed with the law of ${latest}, its indexed thresholds multiplied by a price index.`,
  )
}
