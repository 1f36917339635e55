import { search, type Answer, type Jump, type Reached } from '../formula'
import type { Case } from '../case/schema'
import { ahead, linesOf, type Contest } from './contest'
import { factsOf, type Lever, type LeverFacts } from './levers'
import type { Variations } from './variations'

/** Where two paths are equal, and which leads in between. */
export interface BreakEven {
  readonly lever: LeverFacts
  readonly contest: Contest
  /** The case's own value of the input, and by how much the first path is ahead there. */
  readonly own: number
  readonly lead: number
  /** All values in the lever's range at which both are equal, ascending; none: no value in the range does. */
  readonly equal: readonly Reached[]
  /** Where the lead changes abruptly, without equality. */
  readonly jumps: readonly Jump[]
  /** The value closest to equality if they are never equal. */
  readonly nearest: { readonly input: number; readonly output: number } | undefined
  /** The figure has no value in a part of the range. */
  readonly gaps: boolean
  /** Intervals of the range with one leader each, ascending. */
  readonly stretches: readonly Stretch[]
}

export interface Stretch {
  readonly from: number
  readonly to: number
  readonly ahead: string
}

/**
 * The values of an input at which two paths are equal in a figure. Days and whole months are tried one by one: where they
 * lie too far apart for equality, the lead jumps from one value to the next.
 */
export function breakEven(variations: Variations, document: Case, lever: Lever, contest: Contest): BreakEven {
  const { structure } = variations
  const lines = linesOf(structure, contest.paths, contest)
  const leads = (values: readonly number[]) =>
    ahead(structure, contest, variations.turn(document, [lever], [values], lines), values.length)
  const own = lever.read(document)
  const { answer, stretches } = lever.grain === undefined ? over(leads, lever) : oneByOne(leads, valuesOf(lever))
  return {
    lever: factsOf(lever),
    contest,
    own,
    lead: leads([own])[0]!,
    equal: answer.kind === 'none' ? [] : answer.kind === 'one' ? [answer.at] : answer.at,
    jumps: answer.jumps,
    nearest: answer.kind === 'none' ? answer.nearest : undefined,
    gaps: answer.gaps,
    stretches: joined(stretches).map(({ from, to, by }) => ({ from, to, ahead: contest.paths[by > 0 ? 0 : 1] })),
  }
}

type Leads = (values: readonly number[]) => readonly number[]

/** A stretch with the lead at some point in it. */
interface Part {
  readonly from: number
  readonly to: number
  readonly by: number
}

interface Found {
  readonly answer: Answer
  readonly stretches: readonly Part[]
}

/** For a continuous input. */
function over(leads: Leads, { min, max }: Lever): Found {
  if (min === max) return oneByOne(leads, [min])
  const answer = search(leads, { from: min, to: max, target: 0 })
  const equal = answer.kind === 'none' ? [] : answer.kind === 'one' ? [answer.at] : answer.at
  const breaks = [...equal.flatMap(({ from, to }) => [from, to]), ...answer.jumps.map(({ at }) => at)]
  const ends = [...new Set([min, ...breaks, max])].sort((a, b) => a - b)
  const parts = ends.slice(0, -1).map((from, i) => ({ from, to: ends[i + 1]! }))
  const middles = leads(parts.map(({ from, to }) => (from + to) / 2))
  // Where both are equal over an interval, neither leads.
  const flat = (part: { from: number; to: number }) =>
    equal.some(({ from, to }) => from === part.from && to === part.to)
  return { answer, stretches: parts.flatMap((part, i) => (flat(part) ? [] : [{ ...part, by: middles[i]! }])) }
}

/** All values of a lever that moves in fixed steps, ascending. */
export function valuesOf({ min, max, grain }: LeverFacts): number[] {
  return Array.from({ length: Math.floor((max - min) / grain! + 1e-9) + 1 }, (_, i) => min + i * grain!)
}

/** Half a cent: anything closer is equal. */
const EQUAL = 0.005

function oneByOne(leads: Leads, values: readonly number[]): Found {
  const points = leads(values).map((by, i) => ({ x: values[i]!, by }))
  const known = points.filter(({ by }) => !Number.isNaN(by))
  const equal = known.filter(({ by }) => Math.abs(by) <= EQUAL).map(({ x }) => ({ from: x, to: x }))
  const jumps = known.flatMap(({ x, by }, i): Jump[] => {
    const before = known[i - 1]?.by ?? 0
    const passes = Math.abs(before) > EQUAL && Math.abs(by) > EQUAL && before * by < 0
    return passes ? [{ at: x, before, after: by }] : []
  })
  const stretches = known.filter(({ by }) => Math.abs(by) > EQUAL).map(({ x, by }) => ({ from: x, to: x, by }))
  const common = { jumps, gaps: known.length < points.length }
  const nearest = known.reduce<{ x: number; by: number } | undefined>(
    (a, b) => (a && Math.abs(a.by) <= Math.abs(b.by) ? a : b),
    undefined,
  )
  const answer: Answer =
    equal.length > 1
      ? { kind: 'several', at: equal, ...common }
      : equal.length === 1
        ? { kind: 'one', at: equal[0]!, ...common }
        : { kind: 'none', ...(nearest && { nearest: { input: nearest.x, output: nearest.by } }), ...common }
  return { answer, stretches }
}

/** Merges neighboring intervals with the same leader, since paths that only touch do not change the lead. */
function joined(parts: readonly Part[]): Part[] {
  return parts.reduce<Part[]>((found, next) => {
    const last = found.at(-1)
    if (last && last.by * next.by > 0) found[found.length - 1] = { ...last, to: next.to }
    else if (next.by !== 0 && !Number.isNaN(next.by)) found.push(next)
    return found
  }, [])
}
