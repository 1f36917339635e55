/** The range of the input, ends included, and the target. */
export interface Range {
  readonly from: number
  readonly to: number
  readonly target: number
}

/** Where the target is reached: at one value (`from` = `to`), or along a stretch on which the output is flat. */
export interface Reached {
  readonly from: number
  readonly to: number
}

/** Where the output jumps over the target without equaling it: the first input beyond, and the output on both sides. */
export interface Jump {
  readonly at: number
  readonly before: number
  readonly after: number
}

export type Answer =
  /** Nowhere; `nearest` is the input that comes closest, undefined if the output has no value in the whole range. */
  (
    | { readonly kind: 'none'; readonly nearest?: { readonly input: number; readonly output: number } }
    | { readonly kind: 'one'; readonly at: Reached }
    /** All solutions, ascending; which one is meant is not for a solver to say. */
    | { readonly kind: 'several'; readonly at: readonly Reached[] }
  ) & {
    readonly jumps: readonly Jump[]
    /** True if the output has no value in part of the range. */
    readonly gaps: boolean
  }

/** The initial grid; a feature narrower than one step may be missed. */
const STEPS = 256
/** Into how many parts an interval that may contain a solution is divided in each round. */
const PARTS = 16
/** Rounds until neighboring points are neighboring doubles: 256 · 16¹² > 2⁵³. */
const ROUNDS = 12
/** How many turning points short of the target are examined, the nearest first. */
const TURNS = 8
/** A difference this small relative to the figures is rounding: the target is reached. */
const ROUNDING = 1e-12
/** Solutions closer together than this share of the range count as one, and so narrow a stretch as a point. */
const APART = 1e-6
/** The output at a solution differs from the target by at most this share of the figures (`sizeOf`). */
export const TOLERANCE = 1e-9

/** An input, and by how much the output exceeds the target there. */
interface Point {
  readonly x: number
  readonly excess: number
}

/**
 * Where an output reaches a target: a grid over the range, then finer grids wherever the output crosses the target,
 * comes closest to it, or begins or ceases to have a value.
 * @param outputs the output at each of some inputs; called about a dozen times
 */
export function search(outputs: (xs: readonly number[]) => readonly number[], { from, to, target }: Range): Answer {
  if (!(from < to && Number.isFinite(to - from))) throw new RangeError(`There is nothing between ${from} and ${to}.`)
  const look = (xs: readonly number[]): Point[] => {
    const found = outputs(xs)
    return xs.map((x, i) => ({ x, excess: found[i]! - target }))
  }
  const grid = look(Array.from({ length: STEPS + 1 }, (_, i) => (i === STEPS ? to : from + ((to - from) * i) / STEPS)))
  const scale = sizeOf(grid, target)
  const sideOf = ({ excess }: Point): number => (Math.abs(excess) <= ROUNDING * scale ? 0 : Math.sign(excess))

  let points = grid
  for (let round = 0; round < ROUNDS; round++) {
    const xs = worthALook(points, sideOf).flatMap((i) => between(points[i]!.x, points[i + 1]!.x))
    if (xs.length === 0) break
    points = [...points, ...look(xs)].toSorted((a, b) => a.x - b.x)
  }
  return answer(points, sideOf, target, TOLERANCE * scale, APART * (to - from))
}

/**
 * The magnitude by which a difference is small or not: the target, or the median distance from it over the grid if
 * larger. (Not the maximum: a pole or a power would make everything else look small.)
 */
function sizeOf(grid: readonly Point[], target: number): number {
  const sizes = grid.map(({ excess }) => Math.abs(excess)).filter((size) => size > 0 && size < Infinity)
  return Math.max(Math.abs(target), sizes.toSorted((a, b) => a - b)[sizes.length >> 1] ?? 0)
}

/** The intervals, by index of their left end, that need a closer look; for an erratic output not all of them. */
function worthALook(points: readonly Point[], sideOf: (point: Point) => number): number[] {
  const sides = points.map(sideOf)
  const size = points.map(({ excess }) => Math.abs(excess))
  const changes: number[] = []
  const turns: number[] = []
  for (let i = 0; i + 1 < points.length; i++) {
    const [side, next] = [sides[i]!, sides[i + 1]!]
    // A crossing, an end of a flat stretch, or a boundary of where there is a value. NaN differs from itself, hence
    // Object.is.
    if (!Object.is(side, next)) changes.push(i)
    // On one side of the target and closer to it than its surroundings, alone or with an equal neighbor.
    else if (side !== 0 && size[i - 1]! > size[i]!) {
      if (size[i + 1]! > size[i]!) turns.push(i)
      else if (size[i + 1] === size[i] && size[i + 2]! > size[i]!) turns.push(i)
    }
  }
  const nearest = turns.sort((a, b) => size[a]! - size[b]!).slice(0, TURNS)
  return [...new Set([...changes.slice(0, STEPS), ...nearest.flatMap((i) => [i - 1, i])])]
}

/** The points that divide an interval; fewer if there are no more doubles between its ends. */
function between(a: number, b: number): number[] {
  const inside = Array.from({ length: PARTS - 1 }, (_, k) => a + ((b - a) * (k + 1)) / PARTS)
  return [...new Set(inside)].filter((x) => x > a && x < b)
}

function answer(
  all: readonly Point[],
  sideOf: (point: Point) => number,
  target: number,
  near: number,
  apart: number,
): Answer {
  const points = all.filter(({ excess }) => !Number.isNaN(excess))
  const gaps = points.length < all.length
  const close = ({ excess }: Point) => Math.abs(excess) <= near
  const found: Reached[] = []
  const jumps: Jump[] = []
  /** Adds a solution, merging it with a close predecessor. */
  const add = (from: number, to: number) => {
    const before = found.at(-1)
    if (before && from - before.to <= apart)
      found[found.length - 1] = { from: before.from, to: Math.max(to, before.to) }
    else found.push({ from, to })
  }
  for (let i = 0; i < points.length; i++) {
    const point = points[i]!
    const side = sideOf(point)
    if (side === 0) {
      const start = i
      while (i + 1 < points.length && sideOf(points[i + 1]!) === 0) i++
      const run = points.slice(start, i + 1)
      const best = run.reduce((a, b) => (Math.abs(b.excess) < Math.abs(a.excess) ? b : a))
      if (points[i]!.x - point.x <= apart) add(best.x, best.x)
      else add(point.x, points[i]!.x)
      continue
    }
    const [previous, next] = [points[i - 1], points[i + 1]]
    if (next && side * sideOf(next) < 0 && next.x - point.x <= apart) {
      const nearer = Math.abs(point.excess) <= Math.abs(next.excess) ? point : next
      if (close(nearer)) add(nearer.x, nearer.x)
      else jumps.push({ at: next.x, before: point.excess + target, after: next.excess + target })
    } else if (previous && next && sideOf(previous) === side && sideOf(next) === side && close(point)) {
      // It touches the target and turns back.
      if (Math.abs(point.excess) <= Math.min(Math.abs(previous.excess), Math.abs(next.excess))) add(point.x, point.x)
    }
  }
  if (found.length > 1) return { kind: 'several', at: found, jumps, gaps }
  if (found.length === 1) return { kind: 'one', at: found[0]!, jumps, gaps }
  const finite = points.filter(({ excess }) => Number.isFinite(excess))
  if (finite.length === 0) return { kind: 'none', jumps, gaps }
  const { x, excess } = finite.reduce((a, b) => (Math.abs(b.excess) < Math.abs(a.excess) ? b : a))
  return { kind: 'none', nearest: { input: x, output: excess + target }, jumps, gaps }
}
