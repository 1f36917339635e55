import { get, type Path } from '../case/path'
import { genericPath, rangeFor, type Range } from '../case/ranges'
import type { Case } from '../case/schema'
import type { Structure } from '../model'
import { fieldOf } from '../model/comparison'
import { costGrowth, direct, leverAt, leversOf, rollOver, type Lever } from './levers'

/** An input that nobody knows for sure, with a low and a high that are both possible. */
export interface Uncertain {
  readonly lever: Lever
  readonly low: number
  readonly high: number
  /** What is published or assumed about it; undefined: both ends are a probe of the program's own. */
  readonly range: Range | undefined
}

/** Where nothing is published: by how much either way, in the field's own unit or as a part of its value. */
type Probe = { readonly by: number } | { readonly part: number }

/*
 * What a person cannot settle by signing: growth, markets, what others pay and how taxes come out. Terms that stand in a
 * contract are not here, they are what is negotiated. Without a published range a probe stands in: a point of growth and
 * three points of tax are changes that happen within a plan, a tenth of an amount is a bad or a good year. Federal law itself is
 * a table and no input: by the law what is uncertain about tax is the state, by a law or a move.
 */
const UNCERTAIN: Readonly<Record<Path, Probe>> = {
  'practice/ownerCollections': { part: 0.1 },
  'practice/partnersCollections': { part: 0.1 },
  'practice/associateCollections': { part: 0.1 },
  'practice/hygieneCollections': { part: 0.1 },
  'practice/feeGrowth': { by: 0.01 },
  'practice/volumeGrowth': { by: 0.01 },
  'practice/capex': { part: 0.5 },
  'practice/terminalSale/shareOfCollections': { by: 0.15 },
  'practice/terminalSale/multiple': { by: 0.5 },
  'practice/terminalSale/amount': { part: 0.2 },
  'practice/terminalSale/probability': { by: 0.2 },
  'practice/terminalSale/sellingCosts': { by: 0.02 },
  'practice/terminalSale/exitCosts': { part: 0.5 },
  'practice/terminalSale/windDownCost': { part: 0.5 },
  'owner/spendingNow': { part: 0.1 },
  'owner/spendingRetired': { part: 0.1 },
  'assumptions/inflation': { by: 0.01 },
  'assumptions/discountRate': { by: 0.02 },
  'assumptions/return': { by: 0.015 },
  'assumptions/drag': { by: 0.05 },
  'tax/rates/practice': { by: 0.03 },
  'tax/rates/wages': { by: 0.03 },
  'tax/rates/ordinary': { by: 0.03 },
  'tax/rates/gain': { by: 0.03 },
  'tax/rates/passiveGain': { by: 0.03 },
  'tax/rates/deferred': { by: 0.03 },
  'tax/federal/stateOrdinary': { by: 0.02 },
  'tax/federal/stateGain': { by: 0.02 },
  'offers/price/qualityOfEarningsCut': { by: 0.05 },
  'offers/components/escrow/probability': { by: 0.2 },
  'offers/components/note/probability': { by: 0.1 },
  'offers/components/earnOut/probability': { by: 0.2 },
  'offers/components/rolled/dilution': { by: 0.1 },
  'offers/components/rolled/exitMonths': { by: 24 },
  'offers/retained/probability': { by: 0.2 },
  'offers/operations/payerUplift': { by: 0.02 },
  'offers/operations/volumeUplift': { by: 0.02 },
  'offers/operations/takeovers/saving': { by: 0.05 },
  'offers/job/bonusProbability': { by: 0.3 },
  'alternatives/sellPrivately/shareOfCollections': { by: 0.15 },
  'alternatives/sellPrivately/multiple': { by: 0.5 },
  'alternatives/sellPrivately/amount': { part: 0.2 },
  'alternatives/stepBack/capturedShare': { by: 0.2 },
}

/** Tax rates are the owner's own: a published spread over all brackets and states is not his uncertainty. */
const OWN = /^tax\/|^offers\/components\/rolled\/exitMonths$|^owner\//

/** The uncertain inputs of a case on which its model rests, each with its two ends. */
export function uncertainOf(structure: Structure, document: Case): Uncertain[] {
  const fields = new Set(structure.graph.inputs.map(fieldOf))
  const named = new Map(leversOf(document).map((lever) => [lever.id, lever]))
  const found = [...fields].flatMap((path): Uncertain[] => {
    const generic = genericPath(path, document)
    const probe = generic !== undefined && Object.hasOwn(UNCERTAIN, generic) ? UNCERTAIN[generic] : undefined
    const lever = probe && (named.get(path) ?? leverAt(document, path))
    if (!lever) return []
    const value = get(document, path) as number
    const range = OWN.test(generic!) ? undefined : rangeFor(path, document)
    const by = 'by' in probe ? probe.by : probe.part * Math.abs(value)
    const published = range?.low !== undefined && range.high !== undefined
    return ends(document, lever, {
      low: published ? Math.min(value, range.low!) : value - by,
      high: published ? Math.max(value, range.high!) : value + by,
      range: published ? range : undefined,
    })
  })
  return [...found, ...costs(document), ...rolled(document), ...earlier(document, named)]
}

/** Within what the field allows; nothing if both ends are the value of the case. */
function ends(
  document: Case,
  lever: Lever,
  { low, high, range }: { low: number; high: number; range: Range | undefined },
): Uncertain[] {
  const [min, max] = lever.unit === 'points' ? [-1, 1] : boundsOf(document, lever)
  const wide: Lever = {
    ...lever,
    min: Math.min(lever.min, Math.max(min, low)),
    max: Math.max(lever.max, Math.min(max, high)),
  }
  const [from, to] = [Math.max(min, low), Math.min(max, high)]
  return from < to ? [{ lever: wide, low: from, high: to, range }] : []
}

function boundsOf(document: Case, lever: Lever): readonly [number, number] {
  if (lever.unit === 'year' || lever.id !== lever.field) return [lever.min, lever.max]
  const whole = direct(document, lever.field, { step: 1, probe: 1, min: -Infinity, max: Infinity })
  return [whole.min, whole.max]
}

/** All costs a point faster or slower. */
const costs = (document: Case): Uncertain[] =>
  document.practice.costs.length === 0 ? [] : [{ lever: costGrowth, low: -0.01, high: 0.01, range: undefined }]

/** Rolled equity from nothing to twice what is expected: nothing is a legitimate outcome. */
const rolled = (document: Case): Uncertain[] =>
  document.offers
    .filter(({ include }) => include)
    .flatMap((offer) =>
      offer.components.flatMap((component) => {
        if (component.kind !== 'rolled') return []
        const lever = rollOver(offer, component)
        const high = Math.min(lever.max, 2 * lever.read(document))
        return high > 0 ? [{ lever, low: 0, high, range: undefined }] : []
      }),
    )

/** Retirement two years earlier or later than planned: health and patience decide it as much as the plan. */
const earlier = (document: Case, named: ReadonlyMap<string, Lever>): Uncertain[] => {
  const lever = named.get('owner/retirement')!
  const year = lever.read(document)
  return ends(document, lever, {
    low: Math.max(lever.min, year - 2),
    high: Math.min(lever.max, year + 2),
    range: undefined,
  })
}
