import type { BreakEven } from '../analysis/break-even'
import { MOVE_YEAR, type LeverFacts } from '../analysis/levers'
import { addMonths, dayOf, formatDay } from '../case/dates'
import { get } from '../case/path'
import type { Case } from '../case/schema'
import { originOf, type Path } from '../model'
import { callName } from './paths'
import { capital, isTie, lowered } from './sentence'

/** What would have to be true for another path to be ahead. */
export interface Condition {
  readonly text: string
  /** Distance from the case's value to the nearest change of lead, as a share of the range; infinite if none. */
  readonly distance: number
}

/** How the value of a lever is written; `exact` where a rounded one would hide a difference. */
export type Write = (lever: LeverFacts, value: number, exact?: boolean) => string

type Names = readonly Pick<Path, 'id' | 'kind' | 'name'>[]

/** A break-even in one plain sentence. */
export function conditionOf(document: Case, names: Names, found: BreakEven, write: Write): Condition {
  const { lever, contest, own, lead } = found
  const name = (id: string) => callName(names.find((path) => path.id === id)!)
  const [first, second] = contest.paths
  if (found.stretches.length === 0)
    return {
      text: `${capital(name(first))} and ${name(second)} are equal regardless of ${noun(document, lever)}.`,
      distance: Infinity,
    }
  const text = (value: number): string => {
    const short = write(lever, value)
    return short === write(lever, own) && value !== own ? write(lever, value, true) : short
  }
  if (isTie(lead)) {
    const leads = [edgeAbove(found.stretches, own), edgeBelow(found.stretches, own)].flatMap((edge) => edge ?? [])
    const clauses = leads.map(
      ({ at, side, ahead }) => `${name(ahead)} is ahead if ${clause(document, lever, side, at, text(at), false)}`,
    )
    return {
      text: `${[`${capital(name(first))} and ${name(second)} are about equal`, ...clauses].join('; ')}${saidOf(document, lever, write(lever, own))}.`,
      distance: 0,
    }
  }
  const [ahead, behind] = lead < 0 ? [second, first] : [first, second]
  const edges = edgesOf(found, ahead)
  if (edges.length === 0)
    return {
      text: `${capital(name(ahead))} stays ahead of ${name(behind)} ${nowhere(document, lever, write(lever, lever.min), write(lever, lever.max))}.`,
      distance: Infinity,
    }
  const clauses = edges
    .map(({ at, side }) => clause(document, lever, side, at, text(at), lever.offer === behind))
    .join(', or if ')
  const said = saidOf(document, lever, write(lever, own))
  return {
    // Terms of the trailing path can be negotiated; everything else can only happen.
    text:
      lever.offer === behind
        ? `${capital(name(behind))} beats ${name(ahead)} only if ${clauses}${said}.`
        : `${capital(name(ahead))} stays ahead of ${name(behind)} unless ${clauses.replaceAll(', or if ', ', or ')}${said}.`,
    distance: Math.min(...edges.map(({ at }) => Math.abs(at - own))) / (lever.max - lever.min),
  }
}

interface Edge {
  readonly at: number
  readonly side: 'above' | 'below'
  /** The path that is ahead beyond it. */
  readonly ahead: string
}

/** The nearest value on one side of the case's own from which another path is ahead. */
function edgeAbove(stretches: BreakEven['stretches'], own: number): Edge | undefined {
  const stretch = stretches.find(({ from }) => from >= own)
  return stretch && { at: stretch.from, side: 'above', ahead: stretch.ahead }
}

function edgeBelow(stretches: BreakEven['stretches'], own: number): Edge | undefined {
  const stretch = stretches.findLast(({ to }) => to <= own)
  return stretch && { at: stretch.to, side: 'below', ahead: stretch.ahead }
}

/** The nearest values on either side of the case's own from which the other path is ahead. */
function edgesOf({ stretches, own }: BreakEven, ahead: string): Edge[] {
  const others = stretches.filter((stretch) => stretch.ahead !== ahead)
  return [edgeAbove(others, own), edgeBelow(others, own)]
    .flatMap((edge) => edge ?? [])
    .sort((a, b) => Math.abs(a.at - own) - Math.abs(b.at - own))
}

/** The date at which a lever of dates, or of a year from its first day on, is set to a value. */
export function dayAt(document: Case, { field }: LeverFacts, value: number): string {
  const entered = get(document, field) as string | number
  const day = dayOf(typeof entered === 'number' ? `${entered}-01-01` : entered)
  return formatDay(addMonths(day, Math.round(12 * (value - day.year))))
}

const offerName = (document: Case, { offer }: LeverFacts): string =>
  document.offers.find(({ id }) => id === offer)?.name ?? ''

const field = (path: string): string => (path.startsWith('offers/') ? path.split('/').slice(2).join('/') : path)

/** The condition as a clause: "all costs grow more than 1.2 points a year faster than entered". */
function clause(
  document: Case,
  lever: LeverFacts,
  side: Edge['side'],
  value: number,
  text: string,
  /** The offer is the subject of the sentence already. */
  it: boolean,
): string {
  const offer = it ? 'it' : offerName(document, lever)
  const its = it ? 'its' : `${offer}’s`
  const more = side === 'above' ? 'more' : 'less'
  const faster = side === 'above' ? 'faster' : 'more slowly'
  const parts = field(lever.id)
  if (lever.unit === 'points') {
    // A positive threshold is faster growth than entered, even on the lower side.
    const way = value > 0 || (value === 0 && side === 'above') ? 'faster' : 'more slowly'
    return `all costs grow ${text.replace(/^[+−]/, '')} a year ${way} than entered`
  }
  if (lever.unit === 'year') {
    const late = side === 'above' ? 'or later' : 'or earlier'
    if (lever.id === 'owner/retirement') return `you retire in ${text} ${late}`
    if (lever.id === MOVE_YEAR) return `${lowered(lever.label)} ${text} ${late}`
    if (parts === 'closing')
      return `${offer} ${document.practice.role === 'owner' ? 'closes' : 'starts'} in ${text} ${late}`
    return `${lowered(lever.label)} is in ${text} ${late}`
  }
  if (lever.id === 'practice/feeGrowth') return `fees grow ${faster} than ${text} a year`
  if (lever.id === 'assumptions/return') return `investments return ${more} than ${text} a year`
  if (lever.id === 'practice/terminalSale/shareOfCollections')
    return `a dentist pays ${more} than ${text} of a year’s collections`
  if (lever.id === 'practice/terminalSale/multiple') {
    const what = document.practice.terminalSale.method === 'ebitda' ? 'adjusted EBITDA' : 'discretionary earnings'
    return `a dentist pays ${more} than ${text} ${what}`
  }
  if (lever.id === 'practice/terminalSale/amount') return `a dentist pays ${more} than ${text}`
  if (parts === 'price/multiple') return `${offer} pays ${more} than ${text} EBITDA`
  if (parts === 'price/amount') return `${offer} pays ${more} than ${text}`
  if (parts === 'job/rate') return `${offer} pays you ${more} than ${text} of your collections`
  if (parts === 'fee/share') return `${its} management fee is ${side} ${text}`
  if (parts === 'retained/probability')
    return `the probability that ${offer} buys your retained share is ${side} ${text}`
  if (/^components\/[^/]+\/outcomes$/.test(parts))
    return `${its} ${lever.label.endsWith('equity multiple') ? 'equity' : 'rollover'} returns ${more} than ${text} ${invested(lever)}, on average`
  return `${it ? noun(document, lever).replace(/^.*?’s /, 'the ') : noun(document, lever)} is ${side} ${text}`
}

/** What the multiple of equity multiplies. */
function invested({ per }: LeverFacts): string {
  if (/EBITDA/.test(per)) return 'the parent’s EBITDA'
  return /new equity/.test(per) ? 'the parent’s new equity' : /paid/.test(per) ? 'the amount paid' : 'the amount rolled'
}

/** What a lever is, inside a sentence. */
function noun(document: Case, lever: LeverFacts): string {
  const offer = offerName(document, lever)
  if (offer && lever.label.startsWith(`${offer}: `)) return `${offer}’s ${lever.label.slice(offer.length + 2)}`
  if (lever.id === 'owner/retirement') return 'the year in which you retire'
  if (lever.id === MOVE_YEAR) return `the year in which ${lowered(lever.label).replace(/ in$/, '')}`
  const said = lowered(lever.label)
  return /^(the|your) /.test(said) ? said : `the ${said}`
}

/** The clause for a lead that no value in the range changes. */
function nowhere(document: Case, lever: LeverFacts, low: string, high: string): string {
  if (lever.unit === 'points')
    return `even if all costs grow ${low.slice(1)} a year more slowly or ${high.slice(1)} faster than entered`
  if (lever.unit === 'year') return `with ${noun(document, lever)} anywhere from ${low} to ${high}`
  return `with ${noun(document, lever)} anywhere from ${low} to ${high}`
}

/** The clause that gives the case's own value. */
function saidOf(document: Case, lever: LeverFacts, own: string): string {
  if (lever.unit === 'points') return ''
  const origin = originOf(document, lever.field)
  if (origin === 'letter of intent') return `; the letter says ${own}`
  return origin === 'entered' ? `; you entered ${own}` : `; ${own} is assumed`
}
