import type { PathTimeline } from './events'
import type { Layers } from './retirement'
import type { Waterfall } from './waterfall'

/** What charts show, in words for those who cannot see them: where each line begins and ends. */

interface LineInWords {
  readonly name: string
  readonly values: readonly number[]
}

/**
 * "Expected view, today’s dollars: Keep the practice from $1.2 million to $3.4 million; …"
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
 * "In 8 of 10 simulations, today’s dollars: Keep the practice $2.1 million to $4.5 million, median $3.1 million; …"
 * @param money which dollars
 */
export function bandsInWords(bands: readonly BandInWords[], money: string, usd: (value: number) => string): string {
  const each = bands.map(({ name, p10, p50, p90 }) => `${name} ${usd(p10)} to ${usd(p90)}, median ${usd(p50)}`)
  return `In 8 of 10 simulations, ${money}: ${each.join('; ')}.`
}

/** "Cedar: Purchase price $1.04 million, Tax −$200,000, …; Summit: …": each bar with the sign with which it counts. */
export function fallsInWords(falls: readonly Waterfall[], usd: (value: number) => string): string {
  const end = ({ label, value }: Waterfall['steps'][number]) => `${label} ${usd(value)}`
  return `${falls.map(({ name, steps }) => `${name}: ${steps.map(end).join(', ')}`).join('; ')}.`
}

/** The events of each path with their years: "Cedar: closing 2027, escrow 2028 (contingent); …". */
export function eventsInWords(paths: readonly Pick<PathTimeline, 'name' | 'events'>[]): string {
  const each = paths.map(({ name, events }) => {
    const dated = events.map(({ label, year, contingent }) => `${label} ${year}${contingent ? ' (contingent)' : ''}`)
    return `${name}: ${dated.length > 0 ? dated.join(', ') : 'no event'}`
  })
  return `${each.join('; ')}.`
}

/** What stacked bars add up to in the first and the last year, layer by layer where there is any. */
export function layersInWords({ years, layers }: Layers, usd: (value: number) => string): string {
  const at = (n: number) =>
    layers
      .filter(({ values }) => Math.abs(values[n] ?? 0) >= 0.5)
      .map(({ label, values }) => `${label} ${usd(values[n]!)}`)
      .join(', ') || 'nothing'
  return `In ${years[0]}: ${at(0)}; in ${years.at(-1)}: ${at(years.length - 1)}.`
}

type Bands = Readonly<Record<'p10' | 'p25' | 'p50' | 'p75' | 'p90', readonly number[]>>

/** The bands of a path in the given year and in the last. */
export function fanInWords(
  { years, year, money }: { readonly years: readonly number[]; readonly year: number; readonly money: string },
  { p10, p25, p50, p75, p90 }: Bands,
  usd: (value: number) => string,
): string {
  const at = (n: number) =>
    `in ${years[n]}, 8 of 10 simulations from ${usd(p10[n]!)} to ${usd(p90[n]!)}, half from ${usd(p25[n]!)} to ${usd(p75[n]!)}, median ${usd(p50[n]!)}`
  const last = years.length - 1
  const shown = [...new Set([years.indexOf(year), last])].filter((n) => n >= 0)
  return `Wealth at year-end, ${money}: ${shown.map(at).join('; ')}.`
}
