import { VIEWS, type Outcome, type View } from '../model'
import { roleWords } from './paths'
import { aboutEqual, capital, list } from './sentence'
import { VIEW_NAMES } from './views'

/** Titles of charts: each says what the chart shows, from the model's own figures. */

const COUNTS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']

/** Qualifies a superlative when the chart does not show all paths. */
const among = (paths: readonly string[], all: readonly string[]): string =>
  paths.length < all.length ? ` of the ${COUNTS[paths.length] ?? paths.length} paths in detail` : ''

/** Who takes home most until retirement. */
export function takeHomeTitle(outcome: Outcome, view: View, paths: readonly string[], all = paths): string {
  const known = ranked(outcome, view, paths, 'takeHomeAverage')
  if (known.length === 0 || paths.length < 2) return 'What you take home each year'
  const first = firsts(known)
  const words = roleWords(outcome.document)
  const names = list(first.map(({ id, name }) => (id === 'keep' ? words.first : name)))
  return first.length > 1
    ? `Until you retire, ${names} pay you about the same${among(paths, all)}`
    : `Until you retire, ${names} pays you the most${among(paths, all)}`
}

/** The title of the price waterfall. */
export function pocketTitle(outcome: Outcome, view: View, paths: readonly string[], all = paths): string {
  const sold = ranked(outcome, view, paths, 'inPocketAtClose').filter(({ id }) =>
    outcome.figure(id, view, 'consideration'),
  )
  if (sold.length === 0) return 'From the price to your pocket'
  const first = firsts(sold)
  const names = list(first.map(({ name }) => name))
  if (sold.length === 1) return `From ${names}’s price to your pocket at closing`
  return first.length > 1
    ? `${names} put about the same in your pocket at closing${among(paths, all)}`
    : `${names} puts the most in your pocket at closing${among(paths, all)}`
}

/** Whose sale leaves most after all tax. */
export function keptTitle(outcome: Outcome, view: View, paths: readonly string[], all = paths): string {
  const sold = ranked(outcome, view, paths, 'saleAfterTax').filter(({ value }) => value !== 0)
  const owns = outcome.document.practice.role === 'owner'
  if (sold.length < 2) return owns ? 'Where the price goes' : 'Where bonuses and equity go'
  const first = firsts(sold)
  const names = list(first.map(({ id, name }) => (owns ? saleOf(outcome, id, name) : `bonuses and equity of ${name}`)))
  return first.length > 1
    ? `After all tax, ${names} leave you about the same${among(paths, all)}`
    : `After all tax, ${names} ${owns ? 'leaves' : 'leave'} you the most${among(paths, all)}`
}

/** A path's sale inside a sentence. A name of several words usually says what it is. */
function saleOf({ paths, document }: Outcome, id: string, name: string): string {
  const kind = paths.find((path) => path.id === id)!.kind
  if (kind === 'keep') return 'the sale at retirement'
  if (kind === 'stepBack') return 'the sale after stepping back'
  if (kind === 'sellPrivately') return 'the sale to a dentist now'
  if (/ /.test(name)) return name
  const sells = document.offers.find((offer) => offer.id === id)?.structure !== 'services'
  return sells ? `the sale to ${name}` : `the sale at retirement with ${name}`
}

/** Who leads in each view. */
export function viewsTitle(outcome: Outcome, paths: readonly string[]): string {
  if (paths.length < 2) return 'How much is contingent'
  const says = VIEWS.map((view) => {
    const first = firsts(ranked(outcome, view, paths, 'wealthAtRetirement'))
    const names = list(first.map(({ id, name }) => (id === 'keep' ? roleWords(outcome.document).firstShort : name)))
    return { view, names, text: first.length > 1 ? `${names} are about equal` : `${names} leads` }
  })
  if (says.some(({ names }) => names === '')) return 'How much is contingent'
  const groups = [...Map.groupBy(says, ({ text }) => text)]
  return capital(
    groups.length === 1
      ? `${groups[0]![0]} in all three views`
      : groups
          .map(
            ([text, of]) =>
              `${text} in the ${list(of.map(({ view }) => VIEW_NAMES[view]))} ${of.length > 1 ? 'views' : 'view'}`,
          )
          .join('; '),
  )
}

/** The first of the ordered paths and those equal to it. */
const firsts = <T extends { readonly value: number }>(all: readonly T[]): T[] =>
  all.filter(({ value }) => aboutEqual(value, all[0]!.value))

function ranked(outcome: Outcome, view: View, paths: readonly string[], figure: string) {
  return outcome.paths
    .filter(({ id }) => paths.includes(id))
    .map(({ id, name }) => ({ id, name, value: outcome.figure(id, view, figure) ?? NaN }))
    .filter(({ value }) => !Number.isNaN(value))
    .sort((a, b) => b.value - a.value)
}
