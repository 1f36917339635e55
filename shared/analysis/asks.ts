import { describe, termAt } from '../case/describe'
import { get } from '../case/path'
import type { Case, Offer } from '../case/schema'
import type { Structure } from '../model'
import { fieldOf } from '../model/comparison'
import { direct, factsOf, type Lever, type LeverFacts } from './levers'
import { lineOf } from './contest'
import type { Variations } from './variations'

/** A term of an offer, and what one step of it in the owner's favor is worth to the owner. */
export interface Ask {
  readonly lever: LeverFacts
  readonly own: number
  /** The value to ask for: one step from the offered one, in the direction that is worth more. */
  readonly ask: number
  /** Change in the present value of the path's after-tax cash flow from the step, in today's dollars. */
  readonly expected: number
  readonly guaranteed: number
}

/** Asks worth less than a dollar are omitted. */
const LEAST = 1

/**
 * What one step of each negotiable term of an offer is worth, the most valuable first: what to ask for. Which terms are
 * negotiable, and in what steps, is declared with them in the schema; probabilities are not negotiable.
 */
export function asks(variations: Variations, document: Case, offer: Offer): Ask[] {
  const { structure } = variations
  const terms = termsOf(structure, document, offer)
  // Whether more or less is better may depend on the case: a larger note at a good rate, a smaller share sold.
  const steps = terms.flatMap(({ lever, step }) =>
    [-step, step].flatMap((by) => {
      const ask = Number((lever.read(document) + by).toPrecision(12))
      return ask < lever.min || ask > lever.max ? [] : [{ lever, ask }]
    }),
  )
  const lines = (['expected', 'guaranteed'] as const).flatMap(
    (view) => lineOf(structure, offer.id, { view, figure: 'pathTotalPresentValue' }) ?? [],
  )
  const documents = [document, ...steps.map(({ lever, ask }) => lever.apply(document, ask))]
  const [expected, guaranteed] = lines.map(variations.run(document, documents, lines)) as [Float64Array, Float64Array]
  const worth = (values: Float64Array, i: number) => values[i + 1]! - values[0]!
  const found = steps.map(({ lever, ask }, i): Ask => {
    const own = lever.read(document)
    return { lever: factsOf(lever), own, ask, expected: worth(expected, i), guaranteed: worth(guaranteed, i) }
  })
  return [...Map.groupBy(found, ({ lever }) => lever.id).values()]
    .map((both) => both.reduce((best, one) => (one.expected > best.expected ? one : best)))
    .filter((one) => one.expected > LEAST)
    .sort((a, b) => b.expected - a.expected)
}

/** The entered terms of an offer that affect its path. */
function termsOf(structure: Structure, document: Case, offer: Offer): { lever: Lever; step: number }[] {
  const fields = new Set(structure.graph.inputs.map(fieldOf))
  const several = (kind: string) => offer.components.filter((component) => component.kind === kind).length > 1
  return [...fields].flatMap((path) => {
    if (!path.startsWith(`offers/${offer.id}/`)) return []
    // Who sells everything has no terms for a share kept: to keep one is another offer, not a step of this one.
    if (path === `offers/${offer.id}/shareSold` && offer.shareSold === 1) return []
    const { ask } = termAt(path, document)
    if (!ask || typeof get(document, path) !== 'number') return []
    const [, , list, id] = path.split('/')
    const component = list === 'components' ? offer.components.find((one) => one.id === id) : undefined
    const label = component && several(component.kind) ? `${component.label}: ${ask.label}` : ask.label
    const { min, max } = describe(path, document)!
    const lever = direct(document, path, {
      step: ask.step,
      probe: ask.step,
      min: min!,
      max: max!,
      label,
      offer: offer.id,
    })
    return [{ lever, step: ask.step }]
  })
}

/**
 * How many steps' worth one ask is in the units of another: "one point of pay = 0.21 turns of multiple". The value
 * of a term is assumed linear between the two values, which holds for small steps.
 */
export const exchange = (one: Ask, other: Ask): number =>
  (one.expected / other.expected) * Math.abs(other.ask - other.own)
