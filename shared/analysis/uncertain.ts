import { termAt } from '../case/describe'
import { get } from '../case/path'
import { genericPath, rangeFor, type Range } from '../case/ranges'
import type { Case } from '../case/schema'
import type { Structure } from '../model'
import { fieldOf } from '../model/comparison'
import { costGrowth, direct, leverAt, leversOf, rollOver, type Lever } from './levers'

/** An uncertain input, with a possible low and high. */
export interface Uncertain {
  readonly lever: Lever
  readonly low: number
  readonly high: number
  /** What is published or assumed about it; undefined: both ends are a probe of the program's own. */
  readonly range: Range | undefined
}

/** Tax rates are the owner's own: a published spread over all brackets and states is not the owner's uncertainty. */
const OWN = /^tax\/|^offers\/components\/rolled\/exitMonths$|^owner\//

/**
 * The uncertain inputs of a case on which its model rests, each with its two ends. What is uncertain is declared in the
 * schema: what a person cannot settle by signing. Without a published range its probe stands in: a point of growth and
 * three points of tax are changes that happen within a plan, a tenth of an amount is a bad or a good year. Federal law
 * itself is a table and no input: by the law what is uncertain about tax is the state, by a law or a move.
 */
export function uncertainOf(structure: Structure, document: Case): Uncertain[] {
  const fields = new Set(structure.graph.inputs.map(fieldOf))
  const named = new Map(leversOf(document).map((lever) => [lever.id, lever]))
  const found = [...fields].flatMap((path): Uncertain[] => {
    // A change of tax rates in a later year moves with the rates themselves.
    const probe = path.startsWith('tax/changes/') ? undefined : termAt(path, document).unsure
    const lever = probe && (named.get(path) ?? leverAt(document, path))
    if (!lever) return []
    const value = get(document, path) as number
    const range = OWN.test(genericPath(path, document)!) ? undefined : rangeFor(path, document)
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

/** Within the field's limits; undefined if both ends equal the case's value. */
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
  document.practice.role === 'associate' || document.practice.costs.length === 0
    ? []
    : [{ lever: costGrowth, low: -0.01, high: 0.01, range: undefined }]

/** Rolled equity from nothing to twice what is expected: a total loss is a legitimate outcome. */
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
