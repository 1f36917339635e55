import { log } from './simulation/elementary'
import { Streams } from './simulation/random'

/** How many weightings are drawn, and from which seed; said beside every share. */
export const WEIGHTINGS = 10_000
export const WEIGHTINGS_SEED = 1

/** An alternative with its scores, 0 to 10, one an area; null: not known. */
export interface Scored {
  readonly id: string
  readonly scores: readonly (number | null)[]
}

/** In which part of all weightings an alternative leads; a tie is no lead. */
export interface Lead {
  readonly id: string
  /** Whatever the unknown scores turn out to be. */
  readonly surely: number
  /** For some value of the unknown scores, 0 to 10 each. */
  readonly possibly: number
  /** By the areas that are scored for every alternative; undefined where there are none, or nothing to compare. */
  readonly onCommon: number | undefined
}

export interface Leads {
  readonly leads: readonly Lead[]
  /** How many areas are scored for every alternative. */
  readonly common: number
}

/**
 * The share of all weightings in which each alternative has the highest total. Every division of the weight among the
 * areas is equally likely (flat Dirichlet: exponential variates over their sum). The sum is left out, since it is the
 * same for all alternatives.
 */
export function leadsOverWeightings(alternatives: readonly Scored[]): Leads {
  const areas = alternatives[0]?.scores.length ?? 0
  const common = Array.from({ length: areas }, (_, area) => area).filter((area) =>
    alternatives.every(({ scores }) => scores[area] !== null),
  )
  const counts = alternatives.map(() => ({ surely: 0, possibly: 0, onCommon: 0 }))
  const low = alternatives.map(({ scores }) => scores.map((score) => score ?? 0))
  const high = alternatives.map(({ scores }) => scores.map((score) => score ?? 10))
  const shared = low.map((scores) => scores.map((score, area) => (common.includes(area) ? score : 0)))
  for (const weights of drawn(areas)) {
    const [lows, highs, known] = [low, high, shared].map((all) => all.map((scores) => total(scores, weights))) as [
      number[],
      number[],
      number[],
    ]
    counts.forEach((count, i) => {
      if (leads(lows[i]!, highs, i)) count.surely++
      if (leads(highs[i]!, lows, i)) count.possibly++
      if (leads(known[i]!, known, i)) count.onCommon++
    })
  }
  const compared = common.length > 0 && alternatives.length > 1
  return {
    common: common.length,
    leads: alternatives.map(({ id }, i) => ({
      id,
      surely: counts[i]!.surely / WEIGHTINGS,
      possibly: counts[i]!.possibly / WEIGHTINGS,
      onCommon: compared ? counts[i]!.onCommon / WEIGHTINGS : undefined,
    })),
  }
}

function total(scores: readonly number[], weights: Float64Array): number {
  let sum = 0
  for (let area = 0; area < scores.length; area++) sum += weights[area]! * scores[area]!
  return sum
}

/** Whether a total is above those of all others. */
function leads(mine: number, totals: readonly number[], own: number): boolean {
  for (let i = 0; i < totals.length; i++) if (i !== own && mine <= totals[i]!) return false
  return true
}

/** Drawn once for each number of areas: they are the same for everybody. */
const drawings = new Map<number, readonly Float64Array[]>()

function drawn(areas: number): readonly Float64Array[] {
  let found = drawings.get(areas)
  if (!found) {
    const streams = new Streams(WEIGHTINGS_SEED)
    found = Array.from({ length: WEIGHTINGS }, () => {
      const numbers = streams.next()
      return Float64Array.from({ length: areas }, () => -log(numbers.uniform()))
    })
    drawings.set(areas, found)
  }
  return found
}
