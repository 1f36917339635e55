import { get, type Path } from '../case/path'
import { describe } from '../case/describe'
import { genericPath } from '../case/ranges'
import type { Case, Offer } from '../case/schema'
import type { Structure } from '../model'
import { fieldOf } from '../model/comparison'
import { direct, factsOf, type Lever, type LeverFacts } from './levers'
import { lineOf } from './contest'
import type { Variations } from './variations'

/** A term of an offer, and what one step of it in the owner's favour is worth to the owner. */
export interface Ask {
  readonly lever: LeverFacts
  readonly own: number
  /** The value to ask for: one step from the offered one, in the direction that is worth more. */
  readonly ask: number
  /** Present value of all the path's money after tax, with the step less without: in today's dollars. */
  readonly expected: number
  readonly guaranteed: number
}

interface Term {
  readonly step: number
  readonly label: string
}

const point = (label: string, points = 1): Term => ({ step: points / 100, label })
const dollars = (label: string, step: number): Term => ({ step, label })

/*
 * The terms that stand in a letter of intent and can be asked for, each with the step in which it is commonly moved.
 * Chances are not among them: nobody can grant a chance.
 */
const TERMS: Readonly<Record<Path, Term>> = {
  'offers/price/multiple': { step: 0.1, label: 'multiple' },
  'offers/price/amount': dollars('price', 10_000),
  'offers/price/qualityOfEarningsCut': point('cut by the buyer’s accountants'),
  'offers/shareSold': point('share sold'),
  'offers/components/escrow/share': point('escrow'),
  'offers/components/escrow/amount': dollars('escrow', 10_000),
  'offers/components/escrow/months': { step: 6, label: 'release of the escrow after' },
  'offers/components/note/share': point('seller note'),
  'offers/components/note/amount': dollars('seller note', 10_000),
  'offers/components/note/rate': point('interest on the note', 0.5),
  'offers/components/note/years': { step: 1, label: 'term of the note' },
  'offers/components/earnOut/share': point('earn-out'),
  'offers/components/earnOut/amount': dollars('earn-out', 10_000),
  'offers/components/earnOut/months': { step: 6, label: 'payment of the earn-out after' },
  'offers/components/earnOut/target': dollars('target of the earn-out', 10_000),
  'offers/components/rolled/share': point('rolled share'),
  'offers/components/rolled/amount': dollars('rolled amount', 10_000),
  'offers/components/rolled/preferenceAmount': dollars('amount with preference', 100_000),
  'offers/components/rolled/preferenceMultiple': { step: 0.5, label: 'multiple of the preference' },
  'offers/components/rolled/preferenceAccrual': point('preferred return'),
  'offers/costs/broker': point('broker'),
  'offers/costs/legal': dollars('legal and accounting', 5_000),
  'offers/costs/workingCapital': dollars('working capital against the peg', 10_000),
  'offers/costs/receivables': dollars('receivables you keep', 10_000),
  'offers/ordinaryShare': point('part of the price taxed as ordinary income'),
  'offers/retained/payoutRatio': point('share of profit paid out', 5),
  'offers/retained/exitMultiple': { step: 0.1, label: 'multiple at the exit' },
  'offers/retained/minorityDiscount': point('minority discount'),
  'offers/fee/share': point('management fee', 0.5),
  'offers/fee/amount': dollars('management fee', 5_000),
  'offers/fee/escalator': point('escalator of the fee', 0.5),
  'offers/fee/markup': point('markup on costs'),
  'offers/fee/tiers/share': point('management fee in a tier', 0.5),
  'offers/fee/minimum': dollars('minimum fee', 5_000),
  'offers/fee/maximum': dollars('maximum fee', 5_000),
  'offers/job/rate': point('pay for your work'),
  'offers/job/laterRate': point('pay for your work later'),
  'offers/job/salary': dollars('salary', 5_000),
  'offers/job/salaryEscalator': point('growth of the salary', 0.5),
  'offers/job/dailyGuarantee': dollars('daily guarantee', 100),
  'offers/job/bonus': dollars('bonus', 5_000),
  'offers/job/benefits': dollars('benefits', 1_000),
  'offers/job/bonusEscalator': point('growth of bonus and benefits', 0.5),
  'offers/job/labDeducted': point('lab costs deducted', 5),
  'offers/job/collectionRatio': point('part of production that counts'),
  'offers/job/employerContribution': dollars('the employer’s plan contributions', 1_000),
}

/** Worth less than a dollar is worth nothing. */
const LEAST = 1

/** What one step of each negotiable term of an offer is worth, the most valuable first: what to ask for. */
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

/** The terms of an offer on which its path rests and in which something is entered. */
function termsOf(structure: Structure, document: Case, offer: Offer): { lever: Lever; step: number }[] {
  const fields = new Set(structure.graph.inputs.map(fieldOf))
  const several = (kind: string) => offer.components.filter((component) => component.kind === kind).length > 1
  return [...fields].flatMap((path) => {
    if (!path.startsWith(`offers/${offer.id}/`)) return []
    const generic = genericPath(path, document)
    const term = generic !== undefined && Object.hasOwn(TERMS, generic) ? TERMS[generic] : undefined
    if (!term || typeof get(document, path) !== 'number') return []
    const [, , list, id] = path.split('/')
    const component = list === 'components' ? offer.components.find((one) => one.id === id) : undefined
    const label = component && several(component.kind) ? `${component.label}: ${term.label}` : term.label
    const { min, max } = describe(path, document)!
    const lever = direct(document, path, {
      step: term.step,
      probe: term.step,
      min: min!,
      max: max!,
      label,
      offer: offer.id,
    })
    return [{ lever, step: term.step }]
  })
}

/**
 * How many steps' worth one ask is in the units of another: "one point of pay = 0.21 turns of multiple". The worth of a
 * term is taken as even between both values, which holds for small steps.
 */
export const exchange = (one: Ask, other: Ask): number =>
  (one.expected / other.expected) * Math.abs(other.ask - other.own)
