import { warningsBesideTheAnswer } from '../../shared/checks'
import type { Outcome } from '../../shared/model'
import { foremost, roleWords } from '../../shared/present/paths'

/** What the brief shows of what: its portrait pages are two, whatever the number of paths and warnings. */

/** More lines than these in one chart cannot be told apart, and have no room for their names. */
const CHARTED = 6

/** The paths that the charts show, and a sentence for where these are not all of them. */
export function charted(outcome: Outcome): { readonly ids: readonly string[]; readonly note: string } {
  const all = outcome.paths.map(({ id }) => id)
  const ids = foremost(outcome, all, CHARTED)
  const { firstShort } = roleWords(outcome.document)
  return {
    ids,
    note:
      ids.length < all.length
        ? ` Shown, here and in the next charts: ${firstShort} and the ${CHARTED - 1} paths with the most wealth.`
        : '',
  }
}

/** The most warnings above the answer where a chapter lists all of them: with many paths, their rows need the room. */
const warningsFor = (paths: number): number => (paths <= 5 ? 3 : paths <= 6 ? 2 : 1)

/** The warnings above the answer, and how many stand in the chapter that lists all. */
export function warningsOnPageOne(outcome: Outcome, listsAll: boolean) {
  const messages = warningsBesideTheAnswer(outcome).map(({ message }) => message)
  const shown = listsAll ? messages.slice(0, warningsFor(outcome.paths.length)) : messages
  return { shown, more: messages.length - shown.length }
}

/** The number of conditions, of offers with asks, and of asks for each: fewer where page one leaves its chart to page two. */
export function roomFor(outcome: Outcome, listsAll: boolean) {
  const offers = outcome.document.offers.filter(({ include }) => include).length
  const lines = outcome.paths.length + warningsOnPageOne(outcome, listsAll).shown.length
  return lines <= 5 ? { conditions: 8, offers: 5, asks: 3 } : { conditions: 3, offers: 5, asks: offers <= 3 ? 2 : 1 }
}
