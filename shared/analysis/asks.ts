import { describe, termAt } from '../case/describe'
import { get } from '../case/path'
import type { Case, Offer } from '../case/schema'
import type { Structure, View } from '../model'
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

/** The asks of an offer, the most valuable first. */
export interface AsksOfOffer {
  readonly offer: string
  readonly asks: readonly Ask[]
}

/** What can be asked for in each offer that is compared. */
export const asksOfOffers = (variations: Variations, document: Case): AsksOfOffer[] => {
  const offers = document.offers.filter(({ include }) => include)
  const found = asksOf(variations, document, offers)
  return offers.map(({ id }, i) => ({ offer: id, asks: found[i]! }))
}

/**
 * What one step of each negotiable term of an offer is worth, the most valuable first: what to ask for. Which terms are
 * negotiable, and in what steps, is declared with them in the schema; probabilities are not negotiable.
 */
export const asks = (variations: Variations, document: Case, offer: Offer): Ask[] =>
  asksOf(variations, document, [offer])[0]!

/** The asks of each of these offers, in one run on lanes. */
function asksOf(variations: Variations, document: Case, offers: readonly Offer[]): Ask[][] {
  const { structure } = variations
  const views = offers.map(({ id }) => {
    const line = (view: View) => lineOf(structure, id, { view, figure: 'pathTotalPresentValue' })!
    return { expected: line('expected'), guaranteed: line('guaranteed') }
  })
  const steps = offers.map((offer) => stepsOf(structure, document, offer))
  const documents = [document, ...steps.flat().map(({ lever, ask }) => lever.apply(document, ask))]
  const column = variations.run(
    document,
    documents,
    views.flatMap(({ expected, guaranteed }) => [expected, guaranteed]),
  )
  let next = 1
  return offers.map((_, k) => {
    const [expected, guaranteed] = [column(views[k]!.expected), column(views[k]!.guaranteed)]
    const found = steps[k]!.map(({ lever, ask }): Ask => {
      const lane = next++
      const worth = (values: Float64Array) => values[lane]! - values[0]!
      const own = lever.read(document)
      return { lever: factsOf(lever), own, ask, expected: worth(expected), guaranteed: worth(guaranteed) }
    })
    return [...Map.groupBy(found, ({ lever }) => lever.id).values()]
      .map((both) => both.reduce((best, one) => (one.expected > best.expected ? one : best)))
      .filter((one) => one.expected > LEAST)
      .sort((a, b) => b.expected - a.expected)
  })
}

/** One step of each term, down and up: whether more or less is better may depend on the case, as for a larger note at a good rate. */
const stepsOf = (structure: Structure, document: Case, offer: Offer): { lever: Lever; ask: number }[] =>
  termsOf(structure, document, offer).flatMap(({ lever, step }) =>
    [-step, step].flatMap((by) => {
      const ask = Number((lever.read(document) + by).toPrecision(12))
      return ask < lever.min || ask > lever.max ? [] : [{ lever, ask }]
    }),
  )

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
