import { exchange, type Ask } from '../analysis/asks'
import type { HeatMap } from '../analysis/heat-map'
import type { LeverFacts } from '../analysis/levers'
import type { Tornado } from '../analysis/tornado'
import type { Path } from '../model'
import type { Write } from './conditions'
import type { DataTable } from './data-table'
import { callName } from './paths'
import { capital, isTie, list, lowered } from './sentence'

/** The results of the analyses in words and tables. Amounts are written by `usd`, values of inputs by `write`. */
type Names = readonly Pick<Path, 'id' | 'kind' | 'name'>[]
type Usd = (value: number) => string

/** A path inside a sentence, by its id. */
const calledBy = (names: Names, id: string): string => callName(names.find((path) => path.id === id)!)

/** The headline before any simulation: who leads, and how many inputs could each change that. */
export function leadSentence(names: Names, { contest, lead, swings }: Tornado, usd: Usd): string {
  const [ahead, behind] = (lead < 0 ? [...contest.paths].reverse() : contest.paths).map((id) => calledBy(names, id))
  const flips = swings.filter((swing) => swing.flips)
  const start = isTie(lead)
    ? `${capital(ahead!)} and ${behind} are about equal`
    : `${capital(ahead!)} is ${usd(Math.abs(lead))} ahead of ${behind}`
  if (swings.length === 0) return `${start}, and no uncertain input moves that.`
  if (flips.length === 0) return `${start}, and none of the ${swings.length} uncertain inputs would change that alone.`
  return flips.length === 1
    ? `${start}; one of the ${swings.length} uncertain inputs could change that alone.`
    : `${start}; ${flips.length} of the ${swings.length} uncertain inputs could each change that alone.`
}

/** Which input moves the lead most. */
export function tornadoTitle({ swings }: Tornado): string {
  const [first, ...rest] = swings
  if (!first) return 'No uncertain input moves the lead'
  const flips = swings.filter((swing) => swing.flips).length
  const most = `${capital(first.lever.label)} moves the lead most`
  if (flips === 0) return `${most}; no input alone changes who leads`
  return flips === rest.length + 1
    ? `${most}; each input alone can change who leads`
    : `${most}; ${flips} inputs can each change who leads`
}

export function tornadoTable(names: Names, { contest, swings }: Tornado, write: Write): DataTable {
  const [first, second] = contest.paths.map((id) => calledBy(names, id))
  return {
    head: [
      'Input',
      'Low',
      'Entered',
      'High',
      `${capital(first!)} minus ${second}, at low`,
      'At high',
      'Leader',
      'Basis of range',
    ],
    rows: swings.map(({ lever, low, own, high, atLow, atHigh, flips, range }) => [
      lever.label,
      write(lever, low),
      write(lever, own),
      write(lever, high),
      atLow,
      atHigh,
      flips ? 'changes' : 'same',
      range === undefined ? 'test range' : range.assumption ? 'our estimate' : 'published figures',
    ]),
  }
}

/** Whether the best paths are equal in a cell, so that none leads. */
export const isEven = ({ winner, margin, paths }: HeatMap, cell: number): boolean =>
  paths.length > 1 && winner[cell]! >= 0 && isTie(margin[cell]!)

/** The share of combinations in which each path leads. */
function sharesOf(map: HeatMap): { readonly path: string; readonly share: number }[] {
  const { winner, paths } = map
  return paths
    .map((path, i) => ({
      path,
      share: winner.filter((one, cell) => one === i && !isEven(map, cell)).length / winner.length,
    }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
}

export function heatMapTitle(names: Names, map: HeatMap): string {
  const shares = sharesOf(map)
  const inputs = `${lowered(map.across.label)} and ${lowered(map.up.label)}`
  const [first, ...rest] = shares
  const equal = map.winner.some((_, cell) => isEven(map, cell))
  if (!first) return equal ? `The best paths are about equal regardless of ${inputs}` : `${capital(inputs)} together`
  if (rest.length === 0 && !equal) return `${capital(calledBy(names, first.path))} leads regardless of ${inputs}`
  const part = (share: number) => `${Math.max(1, Math.min(99, Math.round(100 * share)))} of 100`
  return `${capital(calledBy(names, first.path))} leads in ${part(first.share)} combinations of ${inputs}, ${list([...rest.map(({ path, share }) => `${calledBy(names, path)} in ${part(share)}`), ...(equal ? ['none in the others'] : [])])}`
}

export function heatMapTable(names: Names, map: HeatMap, write: Write, usd: Usd): DataTable {
  const { xs, ys, winner, margin, paths } = map
  return {
    head: [`${map.up.label} \\ ${map.across.label}`, ...xs.map((x) => write(map.across, x))],
    rows: ys
      .map((y, row) => [
        write(map.up, y),
        ...xs.map((_, column) => {
          const cell = row * xs.length + column
          if (isEven(map, cell)) return 'about equal'
          return winner[cell]! < 0 ? '' : `${capital(calledBy(names, paths[winner[cell]!]!))} by ${usd(margin[cell]!)}`
        }),
      ])
      .reverse(),
  }
}

/** What to ask for first. */
export function asksTitle(name: string, [first]: readonly Ask[], write: Write, usd: Usd): string {
  if (!first) return `No change to ${name}’s terms is worth asking for`
  const { lever, own, ask } = first
  return `Ask ${name} first about the ${lowered(lever.label).replace(/^the /, '')}: ${write(lever, own)} to ${write(lever, ask)} is worth ${usd(first.expected)} to you`
}

/** The step of a term, as it is asked for: "6.5× to 6.6×". */
export const stepOf = ({ lever, own, ask }: Ask, write: Write): string => `${write(lever, own)} to ${write(lever, ask)}`

/** What a step is worth in the units of another term: "0.21 turns", "3.4 points". */
export function inUnitsOf(one: Ask, other: Ask, usd: Usd): string {
  const units = exchange(one, other)
  const { unit } = other.lever
  if (unit === 'usd') return usd(units)
  const size = unit === 'rate' ? units * 100 : units
  const text = String(Number(size.toPrecision(2)))
  return `${text} ${unitName(unit, text === '1')}`
}

const unitName = (unit: LeverFacts['unit'], one: boolean): string => {
  const name = unit === 'rate' || unit === 'points' ? 'points' : unit === 'factor' ? 'turns' : unit
  return one ? name.replace(/s$/, '') : name
}
