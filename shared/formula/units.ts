/**
 * Units of figures. Money is the one dimension that is followed through every product and quotient; the others are
 * kept apart only where they meet in a sum, a comparison or a choice. That is what catches the mistakes that happen
 * (a rate added to dollars, years compared with days) without asking the author for "dollars a year" everywhere.
 */
export type Unit = 'usd' | 'rate' | 'factor' | 'years' | 'days' | 'hours' | 'count' | 'boolean'

/**
 * What an expression is measured in; `any` is a bare number, which takes the unit of its neighbor, `mixed` a product
 * such as rate × years or days × weeks, of which only so much is known that it is no money.
 */
export type Measure = Unit | 'any' | 'mixed'

const PURE: ReadonlySet<Measure> = new Set(['rate', 'factor', 'count', 'boolean', 'any'])

/** Thrown while a graph is built: the expression mixes units. */
export class UnitClash extends Error {
  override name = 'UnitClash'
}

/** The unit of a sum, a choice or a comparison's sides: all the same, pure numbers among themselves alike. */
export function alike(what: string, measures: readonly Measure[]): Measure {
  let found: Measure = 'any'
  for (const measure of measures) {
    if (measure === 'any' || measure === found) continue
    if (found === 'any' || (found === 'mixed' && measure !== 'usd')) found = measure
    else if (measure === 'mixed' && found !== 'usd') continue
    else if (PURE.has(found) && PURE.has(measure)) found = 'factor'
    else throw new UnitClash(`${what} mixes ${found} and ${measure}`)
  }
  return found
}

/** The unit of a product. Dollars times dollars have no meaning here. */
export function product(a: Measure, b: Measure): Measure {
  if (a === 'usd' && b === 'usd') throw new UnitClash('dollars are multiplied by dollars')
  if (a === 'usd' || b === 'usd') return 'usd'
  if (a === b && PURE.has(a)) return a
  if (a === 'any') return b
  if (b === 'any') return a
  return PURE.has(a) && PURE.has(b) ? 'factor' : 'mixed'
}

/** The unit of a quotient: a share where both are alike. */
export function quotient(a: Measure, b: Measure): Measure {
  if (b === 'usd' && a !== 'usd') {
    if (a === 'any') return 'any' // 1 ÷ dollars has no name here; it may only meet dollars again in a product
    throw new UnitClash(`${a} is divided by dollars`)
  }
  if (a === 'usd') return b === 'usd' ? 'rate' : 'usd'
  if (b === 'any') return a
  return a === b ? 'rate' : PURE.has(a) && PURE.has(b) ? 'factor' : 'mixed'
}

/** Whether a formula measured in `got` may stand in a line declared as `declared`. */
export function fits(declared: Unit, got: Measure): boolean {
  if (got === 'any' || got === declared) return true
  // A product such as rate × years ends as a pure number of no fixed kind; only money must be money to the end.
  if (declared === 'usd' || got === 'usd') return false
  return got === 'mixed' || PURE.has(got)
}
