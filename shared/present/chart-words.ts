/** What charts show, in words for those who cannot see them: where each line begins and ends. */

interface LineInWords {
  readonly name: string
  readonly values: readonly number[]
}

/**
 * "Keep the practice from $1.2 million to $3.4 million; … , in today’s dollars."
 * @param money which dollars
 */
export function linesInWords(lines: readonly LineInWords[], money: string, usd: (value: number) => string): string {
  const each = lines.map(({ name, values }) => `${name} from ${usd(values[0] ?? 0)} to ${usd(values.at(-1) ?? 0)}`)
  return `Expected view, ${money}: ${each.join('; ')}.`
}

interface BandInWords {
  readonly name: string
  readonly p10: number
  readonly p50: number
  readonly p90: number
}

/**
 * "Keep the practice from $2.1 million to $4.5 million in 8 of 10 simulations, median $3.1 million; … , in today’s dollars."
 * @param money which dollars
 */
export function bandsInWords(bands: readonly BandInWords[], money: string, usd: (value: number) => string): string {
  const each = bands.map(({ name, p10, p50, p90 }) => `${name} ${usd(p10)} to ${usd(p90)}, median ${usd(p50)}`)
  return `In 8 of 10 simulations, ${money}: ${each.join('; ')}.`
}
