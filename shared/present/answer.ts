import { MOST_YEARS, type Outcome, type Path, type View } from '../model'
import { figureId, type Dollars } from './money'
import { callName, roleWords } from './paths'
import { aboutEqual, capital, isTie, list, type Quoted, type Sentence } from './sentence'

/** The comparison in words. Parts that do not apply are empty. */
export interface Answer {
  /** Who leads at retirement, and by how much. */
  readonly headline: Sentence
  /** The main source of the lead, and the main offset. */
  readonly reason: Sentence
  /** Who leads without contingent payments; in that view, who leads on expected values. */
  readonly otherView: Sentence
  /** Whether spending is funded without contingent payments. */
  readonly funding: Sentence
  /** The leading path, undefined where several are equal; and the path whose lead over keeping is reported. */
  readonly leader: string | undefined
  readonly rival: string | undefined
}

const STRUCTURES: Readonly<Record<string, string>> = {
  fullSale: 'full sale',
  jointVenture: 'joint venture',
  holdco: 'rollover into the parent',
  hybrid: 'partial sale with rollover',
  services: 'services agreement',
}

/** How an offer is taken, by its structure; the name of the buyer follows. */
const ACCEPTING: Readonly<Record<string, string>> = {
  fullSale: 'selling to ',
  jointVenture: 'the joint venture with ',
  holdco: 'selling to ',
  hybrid: 'the partial sale to ',
  services: 'the services agreement with ',
}

/** The structure of a path in a few words, for the line below its name. */
export function structureOf(outcome: Outcome, path: Path): string {
  const { document } = outcome
  const offer = document.offers.find(({ id }) => id === path.id)
  if (path.kind === 'stay') return `in your job to age ${ageAtRetirement(outcome)}`
  if (path.kind === 'job')
    return offer!.components.some(({ kind }) => kind === 'rolled') ? 'job with equity' : 'job without equity'
  if (offer) {
    const sold = `${Number((offer.shareSold * 100).toFixed(1))}% sold`
    const kind = STRUCTURES[offer.structure]!
    return offer.structure === 'jointVenture' || offer.structure === 'hybrid' ? `${sold}, ${kind}` : kind
  }
  if (path.kind === 'sellPrivately') return 'to a dentist or an associate'
  const ends = document.practice.terminalSale.method === 'none' ? 'close it' : 'sell to a dentist'
  return `${ends} at age ${ageAtRetirement(outcome)}`
}

/** A path as the subject of a sentence: "the joint venture with Cedar", "stepping back". */
function subject({ document }: Outcome, path: Path): string {
  if (path.id === 'keep') return roleWords(document).first
  if (path.kind === 'stepBack') return 'stepping back'
  if (path.kind === 'sellPrivately') return 'selling to a dentist now'
  const offer = document.offers.find(({ id }) => id === path.id)!
  // A name of several words, such as "Offer 1" or "Sale in five years", usually says what it is.
  if (path.kind === 'job') return / /.test(offer.name) ? offer.name : `the job with ${offer.name}`
  return / /.test(offer.name) ? offer.name : ACCEPTING[offer.structure]! + offer.name
}

/** The age that the owner reaches in the year of retirement. */
export function ageAtRetirement(outcome: Outcome): number {
  const { owner, assumptions } = outcome.document
  const year = Number(owner.retirement.slice(0, 4)) - assumptions.startYear
  const ages = outcome.shared('plan/age')
  return ages[Math.min(Math.max(year, 0), ages.length - 1)]!
}

/** What each view counts, as the opening of a sentence. */
const BASIS: Readonly<Record<View, string>> = {
  guaranteed: 'Without contingent payments, ',
  expected: 'On expected values, ',
  maximum: 'If every payment is made in full, ',
}

const IN: Readonly<Record<Dollars, string>> = { today: 'today’s dollars', future: 'future dollars' }

/** The comparison's answer for the paths shown, always measured against keeping. */
export function answerOf(outcome: Outcome, view: View, dollars: Dollars, paths: readonly string[]): Answer {
  const others = outcome.paths.filter(({ id }) => id !== 'keep' && paths.includes(id))
  const best = bestOf(outcome, others, view, dollars)
  const { first, firstShort } = roleWords(outcome.document)
  if (!best)
    return {
      headline: [`Enter an offer, and this page compares it with ${first}.`],
      reason: [],
      otherView: [],
      funding: fundingOf(outcome, 'keep'),
      leader: 'keep',
      rival: undefined,
    }
  const { path, lead, equal, ties, near } = best
  const at = ` at age ${ageAtRetirement(outcome)}`
  const basis = BASIS[view]
  const terms = ` (after tax, ${IN[dollars]})`
  const keepLeads = lead.value < 0
  const leader = keepLeads ? 'keep' : ties.length + near.length === 1 ? path.id : undefined
  const names = list(ties.map((tied) => subject(outcome, tied)))
  const rival = others.length > ties.length ? `${names}, the next-best alternative` : names
  const alsoNear =
    near.length > 0
      ? `; ${list(near.map((one) => subject(outcome, one)))} come${near.length > 1 ? '' : 's'} to about the same`
      : ''
  return {
    headline: equal
      ? [
          `${basis}${first} and ${list([...ties, ...near].map((one) => subject(outcome, one)))} leave you with about equal wealth${at}${terms}`,
          ...(isTie(lead.value)
            ? []
            : [`: ${keepLeads ? firstShort : callName(path)} is ahead by `, lead, ', which is less than 1%']),
          '.',
        ]
      : keepLeads
        ? [`${basis}${first} leaves you about `, lead, ` wealthier${at} than ${rival}${terms}${alsoNear}.`]
        : [
            `${basis}${names} leave${ties.length > 1 ? '' : 's'} you about `,
            lead,
            ` wealthier${at} than ${first}${terms}${alsoNear}.`,
          ],
    reason: isTie(lead.value) ? unpaidOf(outcome, path, view, dollars) : reasonOf(outcome, path, view, dollars),
    otherView: otherViewOf(outcome, others, view, dollars, equal ? undefined : leader),
    funding: fundingOf(outcome, equal ? 'keep' : (leader ?? path.id)),
    leader: equal ? undefined : leader,
    rival: path.id,
  }
}

interface Best {
  readonly path: Path
  /** The lead over keeping, and whether it is about equal. */
  readonly lead: Quoted
  readonly equal: boolean
  /** Paths equal to the best to the dollar, including it; and others about equal to it. */
  readonly ties: readonly Path[]
  readonly near: readonly Path[]
}

function bestOf(outcome: Outcome, others: readonly Path[], view: View, dollars: Dollars): Best | undefined {
  const wealthOf = (path: string) => quote(outcome, path, view, 'wealthAtRetirement', dollars).value
  const leads = others.map((path) => ({
    path,
    lead: quote(outcome, path.id, view, 'leadAtRetirement', dollars),
    wealth: wealthOf(path.id),
  }))
  const [first, ...rest] = leads
  if (!first) return undefined
  const best = rest.reduce((one, other) => (one.lead.value >= other.lead.value ? one : other), first)
  const kept = wealthOf('keep')
  const equal = aboutEqual(best.wealth, kept)
  const measure = equal ? Math.max(best.wealth, kept) : best.wealth
  const tied = (one: (typeof leads)[number]) => isTie(one.lead.value - best.lead.value)
  return {
    path: best.path,
    lead: best.lead,
    equal,
    ties: leads.filter(tied).map(({ path }) => path),
    near: leads.filter((one) => !tied(one) && aboutEqual(one.wealth, measure)).map(({ path }) => path),
  }
}

function quote(outcome: Outcome, path: string, view: View, id: string, dollars: Dollars): Quoted {
  const figure = figureId(outcome, path, view, id, dollars)
  return { path, view, figure, value: outcome.figure(path, view, figure) ?? NaN }
}

/** Smaller parts of the lead are not mentioned. */
const LEAST = 500

/** A shortfall lowers no account, so a path that runs out of money looks better by that amount. */
const UNPAID = {
  id: 'leadFromShortfall',
  more: ['', ' more of your spending goes unfunded (not counted as debt)'],
  less: ['', ' less of your spending goes unfunded (not counted as debt)'],
} as const

const PARTS = [
  {
    id: 'leadFromSale',
    more: ['the sale leaves you ', ' more after tax'],
    less: ['the sale leaves you ', ' less after tax'],
  },
  {
    id: 'leadFromIncome',
    more: ['you take home ', ' more before retirement'],
    less: ['you take home ', ' less before retirement'],
  },
  {
    id: 'leadFromReturns',
    more: ['your investments earn ', ' more'],
    less: ['your investments earn ', ' less'],
  },
  UNPAID,
] as const

/** Parts of the lead are omitted only while together they are less than this share of it. */
const UNTOLD = 0.1

/**
 * What the lead consists of: the largest part, others with the same sign, then those against it. Two parts, or as many
 * as it takes for their amounts to add up to about the lead.
 */
function reasonOf(outcome: Outcome, path: Path, view: View, dollars: Dollars): Sentence {
  const lead = quote(outcome, path.id, view, 'leadAtRetirement', dollars).value
  const parts = PARTS.map((part) => ({ ...part, amount: quote(outcome, path.id, view, part.id, dollars) }))
    .filter(({ amount }) => Math.abs(amount.value) >= LEAST)
    .sort((a, b) => Math.abs(b.amount.value) - Math.abs(a.amount.value))
  const speaksFor = ({ amount }: (typeof parts)[number]) => Math.sign(amount.value) === Math.sign(lead)
  const main = parts.find(speaksFor)
  if (!main) return []
  const rest = parts.filter((part) => part !== main)
  const order = [...rest.filter((part) => !speaksFor(part)), ...rest.filter(speaksFor)]
  const told = [main, ...order.slice(0, 1)]
  const untold = () => lead - told.reduce((sum, { amount }) => sum + amount.value, 0)
  for (const part of order.slice(1)) if (Math.abs(untold()) > UNTOLD * Math.abs(lead)) told.push(part)
  const { dated } = roleWords(outcome.document)
  const words = ({ amount, more, less }: (typeof parts)[number]): Sentence => {
    const [before, after] = amount.value > 0 ? more : less
    return [dated === 'the sale' ? before : before.replace('the sale leaves', `${dated} leave`), amount, after]
  }
  const clauses = (of: typeof told): Sentence => of.flatMap((part, i) => [...(i > 0 ? [', and '] : []), ...words(part)])
  const against = told.filter((part) => !speaksFor(part))
  return [
    intro(path),
    ...clauses(told.filter(speaksFor)),
    ...(against.length > 0 ? [', while ', ...clauses(against)] : []),
    '.',
  ]
}

function intro({ kind, name }: Path): string {
  if (kind === 'affiliate' || kind === 'sellLater' || kind === 'job') return `With ${name}, `
  return kind === 'stepBack' ? 'Stepping back: ' : 'Selling now: '
}

/** Paths may be equal because none has money left; then their unfunded spending matters. */
function unpaidOf(outcome: Outcome, path: Path, view: View, dollars: Dollars): Sentence {
  const { id, more, less } = UNPAID
  const amount = quote(outcome, path.id, view, id, dollars)
  if (Math.abs(amount.value) < LEAST) return []
  const [before, after] = amount.value > 0 ? more : less
  return [`${intro(path)}${before}`, amount, `${after}.`]
}

function otherViewOf(
  outcome: Outcome,
  others: readonly Path[],
  view: View,
  dollars: Dollars,
  leader: string | undefined,
): Sentence {
  const other: View = view === 'guaranteed' ? 'expected' : 'guaranteed'
  const { path, lead, equal, ties, near } = bestOf(outcome, others, other, dollars)!
  const start = BASIS[other]
  const names = list(ties.map(callName))
  const { first } = roleWords(outcome.document)
  const also = list(near.map(callName))
  if (equal) return [`${start}${first} and ${list([...ties, ...near].map(callName))} are about equal.`]
  const end = near.length > 0 && lead.value > 0 ? `, with ${also} about equal.` : '.'
  if (lead.value > 0 && ties.length > 1) return [`${start}${names} lead ${first} by `, lead, end]
  const [leads, name, behind] = lead.value < 0 ? ['keep', first, names] : [path.id, callName(path), first]
  return [`${start}${name} ${leads === leader ? 'still leads' : 'leads'} ${behind} by `, lead, end]
}

/** The worst-case test: whether spending is funded to the end of the plan without contingent payments. */
function fundingOf(outcome: Outcome, path: string): Sentence {
  const age = outcome.figure(path, 'guaranteed', 'fundedToAge')
  if (age === undefined || Number.isNaN(age)) return []
  const how =
    path === 'keep' ? roleWords(outcome.document).ifFirst : `with ${outcome.paths.find(({ id }) => id === path)!.name}`
  const enough = age >= outcome.lastAge
  // A plan cut off before the age entered is not short of money, so say where it ends.
  const ends = enough && age < outcome.document.owner.horizonAge ? ` (the end of a ${MOST_YEARS}-year plan)` : ''
  return [`${BASIS.guaranteed}your spending is funded ${enough ? '' : 'only '}to age ${age}${ends} ${how}.`]
}

/** A path compared with keeping over the years, as visible in the wealth chart. */
type Course =
  /** Ahead or behind in every year. */
  | { readonly kind: 'leads' | 'trails' }
  /** About equal at first, ahead or behind from a year on. */
  | { readonly kind: 'leadsFrom' | 'trailsFrom'; readonly year: number }
  /** Behind or ahead first, the other way round from a year on. */
  | { readonly kind: 'overtakes' | 'overtaken'; readonly year: number }
  /** About equal at the end, or in every year. */
  | { readonly kind: 'endsEqual' | 'equal' }

/** A year counts as ahead or behind where the two differ by more than the eye can see; see `aboutEqual`. */
function courseOf(outcome: Outcome, path: string, view: View): Course {
  const [mine, kept] = [path, 'keep'].map((id) => outcome.row(id, view, 'wealth')!)
  const signs = mine!.map((value, i) => (aboutEqual(value, kept![i]!) ? 0 : Math.sign(value - kept![i]!)))
  const last = signs.at(-1)!
  if (last === 0) return { kind: signs.every((sign) => sign === 0) ? 'equal' : 'endsEqual' }
  const before = signs.findLastIndex((sign) => sign !== last)
  if (before < 0) return { kind: last > 0 ? 'leads' : 'trails' }
  // The model's own crossover year, which tables also show, lies where the two are about equal.
  if (signs.includes(-last))
    return { kind: last > 0 ? 'overtakes' : 'overtaken', year: outcome.figure(path, view, 'crossoverYear')! }
  const year = outcome.document.assumptions.startYear + before + 1
  return { kind: last > 0 ? 'leadsFrom' : 'trailsFrom', year }
}

/** Who overtakes whom, as the title of the chart of wealth: "Keeping overtakes Harbor in 2033". */
export function crossoverTitle(outcome: Outcome, view: View, paths: readonly string[]): string {
  const found = outcome.paths
    .filter(({ id }) => id !== 'keep' && paths.includes(id))
    .map(({ id, name, kind }) => ({ name: callName({ kind, name }), course: courseOf(outcome, id, view) }))
  const { ifFirst, firstShort } = roleWords(outcome.document)
  if (found.length === 0) return `Wealth ${ifFirst}`
  const dated = (wanted: Course['kind']) =>
    found
      .flatMap(({ name, course }) => (course.kind === wanted && 'year' in course ? [{ name, year: course.year }] : []))
      .sort((a, b) => a.year - b.year)
  const named = (...wanted: Course['kind'][]) =>
    found.filter(({ course }) => wanted.includes(course.kind)).map(({ name }) => name)
  const s = (names: readonly string[]) => (names.length > 1 ? '' : 's')
  const [overtaken, ahead, behind] = [dated('overtaken'), named('leads'), named('trails')]
  const [even, evenAtLast] = [named('equal'), named('endsEqual')]
  return capital(
    [
      ...dated('overtakes').map(({ name, year }) => `${name} overtakes ${firstShort} in ${year}`),
      overtaken.length > 0 &&
        `${firstShort} overtakes ${list(overtaken.map(({ name, year }) => `${name} in ${year}`))}`,
      ...dated('leadsFrom').map(({ name, year }) => `${name} leads from ${year}`),
      ahead.length > 0 && `${list(ahead)} lead${s(ahead)} throughout`,
      ...dated('trailsFrom').map(({ name, year }) => `${name} trails from ${year}`),
      behind.length > 0 && `${list(behind)} trail${s(behind)} throughout`,
      evenAtLast.length > 0 && `${list([...evenAtLast, firstShort])} end about equal`,
      even.length > 0 && `${list([...even, firstShort])} are about equal throughout`,
    ]
      .filter((clause) => clause !== false)
      .join('; '),
  )
}
