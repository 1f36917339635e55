import { list } from '../sentence'
import type { Case } from '../../case/schema'
import { ended } from '../../text'
import { countCalls, type Count } from './calls'
import type { QuestionRow } from './questions'
import { scorecardOf, type ScoreTotal } from './scorecard'

/** Nonfinancial marks of one path: never part of a figure. */
export interface Signs {
  /** `keep`, or the id of the offer. */
  readonly id: string
  readonly name: string
  readonly total: ScoreTotal
  readonly dealBreakers: readonly string[]
  /** What became of promises to other doctors; undefined if no call was made. */
  readonly promises: Count | undefined
  /** Questions on the offer and its organization that are not answered. */
  readonly open: number
}

/** The signs of staying independent and of every offer that is compared. */
export function signsOf(document: Case, rows: readonly QuestionRow[]): Signs[] {
  return scorecardOf(document).columns.map(({ id, name, total, dealBreakers }) => {
    const of = document.offers.find((offer) => offer.id === id)?.partner.organization
    const organization = document.partner.organizations.find((one) => one.id === of)
    const belongs = (path: string) =>
      path.startsWith(`offers/${id}/`) ||
      (of !== undefined && of !== '' && path.startsWith(`partner/organizations/${of}/`))
    return {
      id,
      name,
      total,
      dealBreakers,
      promises: organization && organization.calls.length > 0 ? countCalls(organization).all : undefined,
      open: rows.filter(({ state, path }) => state !== 'answered' && path !== undefined && belongs(path)).length,
    }
  })
}

/** Whether nobody has entered anything about any organization, or scored anything. */
export const nothingKnown = ({ partner }: Case, signs: readonly Signs[]): boolean =>
  partner.organizations.length === 0 &&
  signs.every(({ total, dealBreakers }) => total.scored === 0 && dealBreakers.length === 0)

/**
 * Says that the answer is about money alone, if the owner has marked a deal-breaker against the leading path; otherwise
 * undefined.
 */
export function dealBreakerNote(document: Case, leader: string | undefined): string | undefined {
  const column = scorecardOf(document).columns.find(({ id }) => id === leader)
  if (!column || column.dealBreakers.length === 0) return undefined
  const areas = list(column.dealBreakers.map((name) => name.charAt(0).toLowerCase() + name.slice(1)))
  const against = column.id === 'keep' ? column.name.replace('Stay', 'staying') : column.name
  return ended(
    `This is the money alone: you marked ${areas} as ${column.dealBreakers.length === 1 ? 'a deal-breaker' : 'deal-breakers'} against ${against}`,
  )
}
