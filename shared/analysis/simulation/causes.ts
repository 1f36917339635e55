import { orderAt } from './order'
import type { Fact } from './uncertainty'

/** Why money runs out on a path: how failing draws differ from the others. */
export interface Cause {
  /** One or two sentences. */
  readonly sentence: string
  /**
   * The condition that distinguishes failing draws most, and the one that does so among the draws that meet the first.
   */
  readonly circumstances: readonly Circumstance[]
}

export interface Circumstance {
  readonly clause: string
  /** The share of failing draws that meet it, and of the others. */
  readonly failing: number
  readonly others: number
}

/** The fewest failing draws for a statement about them. */
const FEWEST = 20
/** The number of standard errors beyond which a difference of shares counts. */
const ERRORS = 3

/** A yes-no condition, by draw. */
export interface Mark {
  readonly clause: string
  readonly paths?: readonly string[] | undefined
  readonly holds: readonly boolean[]
}

/** Facts as yes-no conditions; for a figure, whether it is in the worst quarter of all draws. */
export const marksOf = (facts: readonly Fact[], draws: number): Mark[] =>
  facts.map((fact) => ({ clause: fact.clause, paths: fact.paths, holds: isBad(fact, draws) }))

/**
 * Compares the draws in which spending is not covered with the others. The condition whose share differs most between
 * failing and other draws comes first, and the one that differs most among the draws that meet it comes second. Shares
 * are reported as they are; nothing is scored or fitted. It shows what coincides with failing, which for independently
 * drawn causes is also what causes it.
 */
export function causeOf(path: string, marks: readonly Mark[], failed: readonly boolean[]): Cause {
  const count = failed.filter(Boolean).length
  const say = (sentence: string): Cause => ({ sentence, circumstances: [] })
  if (count === 0) return say('Spending is covered to the end of the plan in every simulation.')
  if (count === failed.length)
    return say('Spending is not covered to the end of the plan in any simulation: it does not depend on chance.')
  if (count < FEWEST) return say(`Money runs out in ${count} of ${failed.length} simulations, too few to say why.`)

  const mine = marks.filter(({ paths }) => !paths || paths.includes(path))
  const all = failed.map((_, i) => i)
  const first = greatest(mine, all, failed)
  if (!first) return say('Nothing sets the simulations in which money runs out apart from the others.')
  const { holds, clause, failing, others } = first
  const circumstance = { clause, failing, others }
  const second = greatest(
    mine.filter(({ clause }) => clause !== first.clause),
    all.filter((i) => holds[i]),
    failed,
  )
  const sentence = `${capital(first.clause)} in ${percent(first.failing)} of the simulations in which money runs out, against ${percent(first.others)} of the others`
  if (!second) return { sentence: `${sentence}.`, circumstances: [circumstance] }
  const also = { clause: second.clause, failing: second.failing, others: second.others }
  return {
    sentence: `${sentence}. Of the simulations in which that was so, ${second.clause} in ${percent(second.failing)} of those in which money runs out, against ${percent(second.others)} of the others.`,
    circumstances: [circumstance, also],
  }
}

/** The condition whose share differs most between failing and other draws of a selection, beyond chance. */
function greatest(
  marks: readonly Mark[],
  draws: readonly number[],
  failed: readonly boolean[],
): (Mark & Circumstance) | undefined {
  const failing = draws.filter((i) => failed[i])
  const others = draws.filter((i) => !failed[i])
  if (failing.length < FEWEST || others.length < FEWEST) return undefined
  const share = (selection: readonly number[], { holds }: Mark) =>
    selection.reduce((sum, i) => sum + (holds[i] ? 1 : 0), 0) / selection.length
  let found: (Mark & Circumstance) | undefined
  for (const mark of marks) {
    const [f, o] = [share(failing, mark), share(others, mark)]
    const error = Math.sqrt((f * (1 - f)) / failing.length + (o * (1 - o)) / others.length)
    if (f - o <= ERRORS * error) continue
    if (!found || f - o > found.failing - found.others) found = { ...mark, failing: f, others: o }
  }
  return found
}

/** By draw; a figure that is equal in all draws distinguishes none. */
function isBad({ values, bad }: Fact, count: number): boolean[] {
  const drawn = values.subarray(0, count)
  if (bad === 'yes') return Array.from(drawn, (value) => value === 1)
  if (drawn.every((value) => value === drawn[0])) return Array.from(drawn, () => false)
  const quarter = Math.floor(count / 4)
  const place = bad === 'lowest quarter' ? quarter : count - 1 - quarter
  const ordered = drawn.slice()
  orderAt(ordered, [place])
  const limit = ordered[place]!
  return Array.from(drawn, (value) => (bad === 'lowest quarter' ? value < limit : value > limit))
}

const percent = (share: number): string => `${Math.round(100 * share)}%`
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
