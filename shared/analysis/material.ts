import { addMonths, dayOf, formatDay, parseDay } from '../case/dates'
import { describe } from '../case/describe'
import { get, set, type Path } from '../case/path'
import { rangeFor } from '../case/ranges'
import type { Case } from '../case/schema'
import { fieldOf, originOf, type Structure } from '../model'
import { ahead, linesOf, type Contest } from './contest'
import { uncertainOf } from './uncertain'
import type { Variations } from './variations'

/** The possible effect of an unconfirmed value on the lead of one path over another. */
export interface Material {
  readonly path: Path
  /** From the smallest to the largest lead over the field's typical range, in the dollars of the contest. */
  readonly swing: number
  /** Whether the leader changes within that range. */
  readonly flips: boolean
}

/** Without a published range, a fifth either way: the size of an honest mistake. */
const PART = 0.2

/** An unconfirmed age or calendar year may be a year or two off, never a fifth. */
const YEARS = 2

/** The plan's first year is a convention, not an uncertain value. */
const SETTLED: ReadonlySet<Path> = new Set(['assumptions/startYear'])

/** An unconfirmed date may be half a year off. */
const MONTHS = 6

/** The fields that affect the figures of a structure: thousands of inputs, and the same ones after every edit. */
const fieldsOf = new WeakMap<Structure, readonly Path[]>()

/** Unconfirmed fields that affect the figures, in the order of the method. */
export function unconfirmedFields(structure: Structure, document: Case): Path[] {
  let fields = fieldsOf.get(structure)
  if (!fields) fieldsOf.set(structure, (fields = [...new Set(structure.graph.inputs.map(fieldOf))]))
  return fields.filter((path) => originOf(document, path) === 'assumed' && get(document, path) !== null)
}

/**
 * Every unconfirmed number and date over its typical range (published, otherwise what `uncertainOf` considers possible,
 * otherwise a fifth either way), one at a time, by how much it moves the lead, largest first. One run on lanes. An
 * amount of 0 without published range moves nothing here: its possible size is unknown.
 */
export function material(variations: Variations, document: Case, contest: Contest): Material[] {
  const { structure } = variations
  const possible = new Map(uncertainOf(structure, document).map((one) => [one.lever.field, one]))
  const tried = unconfirmedFields(structure, document).map((path) => {
    const known = possible.get(path)
    return {
      path,
      ends: known
        ? [known.lever.apply(document, known.low), known.lever.apply(document, known.high)]
        : usualEnds(document, path).map((end) => set(document, path, end)),
    }
  })
  const documents = tried.flatMap(({ ends }) => ends)
  const column = variations.run(document, [document, ...documents], linesOf(structure, contest.paths, contest))
  const [lead, ...leads] = ahead(structure, contest, column, documents.length + 1) as [number, ...number[]]
  let next = 0
  return tried
    .map(({ path, ends }): Material => {
      const found = [lead, ...leads.slice(next, (next += ends.length))].filter((value) => !Number.isNaN(value))
      return {
        path,
        swing: Math.max(...found) - Math.min(...found),
        flips: found.some((value) => Math.sign(value) !== Math.sign(lead)),
      }
    })
    .sort((a, b) => b.swing - a.swing)
}

/** The low and high end of a field's typical range, which includes its own value. */
function usualEnds(document: Case, path: Path): (number | string)[] {
  const value = get(document, path)
  if (typeof value === 'string') {
    const day = parseDay(value)
    if (!day) return []
    const first = dayOf(`${document.assumptions.startYear}-01-01`)
    return [-MONTHS, MONTHS]
      .map((months) => formatDay(addMonths(day, months)))
      .filter((iso) => dayOf(iso).year >= first.year)
  }
  if (typeof value !== 'number' || SETTLED.has(path)) return []
  const field = describe(path, document)
  const range = rangeFor(path, document)
  const by = field?.unit === 'age' || field?.unit === 'year' ? YEARS : PART * Math.abs(value)
  const low = range?.low === undefined ? value - by : Math.min(value, range.low)
  const high = range?.high === undefined ? value + by : Math.max(value, range.high)
  const whole = Number.isInteger(value) && !['usd', 'rate', 'factor'].includes(field?.unit ?? '')
  return [low, high]
    .map((end) => Math.min(field?.max ?? Infinity, Math.max(field?.min ?? -Infinity, whole ? Math.round(end) : end)))
    .filter((end) => end !== value)
}
