import type { Case } from '../case/schema'
import { ahead, linesOf, type Contest } from './contest'
import { factsOf, type LeverFacts } from './levers'
import { uncertainOf, type Uncertain } from './uncertain'
import type { Variations } from './variations'

/** The effect of one uncertain input's low and high on the lead of one path over another. */
export interface Swing extends Omit<Uncertain, 'lever'> {
  readonly lever: LeverFacts
  /** The case's own value of the input. */
  readonly own: number
  /** By how much the first path is ahead with the input at its low and at its high. */
  readonly atLow: number
  readonly atHigh: number
  /** Whether the leader changes at either end. */
  readonly flips: boolean
}

export interface Tornado {
  readonly contest: Contest
  /** By how much the first path is ahead in the case. */
  readonly lead: number
  /** The greatest swing first. */
  readonly swings: readonly Swing[]
}

/** Smaller swings, in dollars, are ignored. */
const LEAST = 1

/**
 * Every uncertain input low and high, one at a time and all others as they are; inputs that do not move the lead are left
 * out. One run of as many variations as there are ends.
 */
export function tornado(variations: Variations, document: Case, contest: Contest): Tornado {
  const { structure } = variations
  const inputs = uncertainOf(structure, document)
  const documents = inputs.flatMap(({ lever, low, high }) => [lever.apply(document, low), lever.apply(document, high)])
  const column = variations.run(document, [document, ...documents], linesOf(structure, contest.paths, contest))
  const [lead, ...leads] = ahead(structure, contest, column, documents.length + 1) as [number, ...number[]]
  const swings = inputs
    .map((input, i): Swing => {
      const [atLow, atHigh] = [leads[2 * i]!, leads[2 * i + 1]!]
      const flips = [atLow, atHigh].some((end) => Math.sign(end) !== Math.sign(lead))
      return { ...input, lever: factsOf(input.lever), own: input.lever.read(document), atLow, atHigh, flips }
    })
    .filter(({ atLow, atHigh }) => swingOf({ atLow, atHigh }, lead) > LEAST)
    .sort((a, b) => swingOf(b, lead) - swingOf(a, lead))
  return { contest, lead, swings }
}

/** From the least to the greatest lead that the input makes, the case's own among them. */
export const swingOf = ({ atLow, atHigh }: Pick<Swing, 'atLow' | 'atHigh'>, lead: number): number =>
  Math.max(atLow, atHigh, lead) - Math.min(atLow, atHigh, lead)
