/**
 * Units of figures. Money is the one dimension tracked through every product and quotient; the others are distinguished
 * only where they meet in a sum, a comparison or a choice. That catches the mistakes that happen (a rate added to
 * dollars, years compared with days) without requiring "dollars a year" everywhere.
 */
export type Unit = 'usd' | 'rate' | 'factor' | 'years' | 'days' | 'hours' | 'count' | 'boolean'

/**
 * The unit of an expression; `any` is a bare number, which takes the unit of its neighbor; `mixed` is a product such as
 * rate × years or days × weeks, of which it is only known that it is not money.
 */
export type Measure = Unit | 'any' | 'mixed'

const PURE: ReadonlySet<Measure> = new Set(['rate', 'factor', 'count', 'boolean', 'any'])

/** Thrown while a graph is built: the expression mixes units. */
export class UnitClash extends Error {
  override name = 'UnitClash'
}

/** The unit of a sum, a choice or a comparison's sides: all equal; pure numbers count as equal. */
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

/** The unit of a quotient: a share if both are equal. */
export function quotient(a: Measure, b: Measure): Measure {
  if (b === 'usd' && a !== 'usd') {
    if (a === 'any') return 'any' // 1 ÷ dollars has no name here; it can only meet dollars again in a product
    throw new UnitClash(`${a} is divided by dollars`)
  }
  if (a === 'usd') return b === 'usd' ? 'rate' : 'usd'
  if (b === 'any') return a
  return a === b ? 'rate' : PURE.has(a) && PURE.has(b) ? 'factor' : 'mixed'
}

/** Whether a formula with unit `got` may define a line declared as `declared`. */
export function fits(declared: Unit, got: Measure): boolean {
  if (got === 'any' || got === declared) return true
  // A product such as rate × years results in a pure number of no particular kind; only money must remain money.
  if (declared === 'usd' || got === 'usd') return false
  return got === 'mixed' || PURE.has(got)
}
