import type { Expression, Line } from '../../formula'

/** Longer formulas are split: an accountant cannot follow them in the formula bar. */
export const MOST_CHARACTERS = 250

/** Parts of a line's formula placed in rows of their own before it. */
export interface Helper {
  /** Reads like a line of the model; its formulas are `first` and `later`. Undefined where a year needs no such part. */
  readonly line: Line
  readonly first: Expression | undefined
  readonly later: Expression | undefined
}

export interface TakenApart {
  readonly helpers: readonly Helper[]
  readonly first: Expression
  readonly later: Expression
}

/**
 * Splits formulas that are too long. Sums are split from their start, so terms are still added from left to right.
 * @param length the maximum length of a formula in the workbook
 */
export function takenApart(line: Line, length: (e: Expression, year: number | undefined) => number): TakenApart {
  const helpers: { line: Line; first?: Expression; later?: Expression }[] = []
  const helper = (i: number): Line =>
    (helpers[i] ??= {
      line: { ...line, id: `${line.id}@${i + 1}`, label: `${line.label}, part ${i + 1}`, optional: true },
    }).line
  const cut = (whole: Expression, when: 'first' | 'later', year: number | undefined): Expression => {
    let next = 0
    const take = (part: Expression): Expression => {
      const i = next++
      const to = helper(i)
      helpers[i]![when] = part
      return { op: 'line', line: to, back: 0 }
    }
    return shortened(whole, (e) => length(e, year), take)
  }
  if (line.shape === 'figure') {
    const first = cut(line.first, 'first', undefined)
    return {
      helpers: helpers.map((one) => ({ line: one.line, first: one.first, later: one.first })),
      first,
      later: first,
    }
  }
  const first = cut(line.first, 'first', 1)
  const later = cut(line.later, 'later', 2)
  return { helpers: helpers.map((one) => ({ line: one.line, first: one.first, later: one.later })), first, later }
}

const JOINED = new Set(['add', 'multiply', 'min', 'max', 'and', 'or'])

function shortened(e: Expression, length: (e: Expression) => number, take: (e: Expression) => Expression): Expression {
  if (length(e) <= MOST_CHARACTERS || !('args' in e)) return e
  let args = e.args.map((arg) => shortened(arg, length, take))
  const whole = () => ({ ...e, args }) as Expression
  while (length(whole()) > MOST_CHARACTERS) {
    const lengths = args.map(length)
    const longest = lengths.indexOf(Math.max(...lengths))
    // All operands are short but numerous: group the first ones that fit.
    if (JOINED.has(e.op) && args.length > 3 && lengths[longest]! < MOST_CHARACTERS / 3) {
      let count = 2
      const first = () => ({ ...e, args: args.slice(0, count + 1) }) as Expression
      while (count < args.length - 1 && length(first()) <= MOST_CHARACTERS) count++
      args = [take({ ...e, args: args.slice(0, count) } as Expression), ...args.slice(count)]
    } else if (isReference(args[longest]!)) break
    else args = args.with(longest, take(args[longest]!))
  }
  return whole()
}

const isReference = (e: Expression): boolean => !('args' in e) && e.op !== 'at'
