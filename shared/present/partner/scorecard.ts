import { AREAS, AREA_IDS, type Area, type AreaId } from '../../case/partner/areas'
import type { Partner, Scores } from '../../case/partner/schema'
import { capitalized, elementName } from '../../case/names'
import type { Path } from '../../case/path'
import type { Case } from '../../case/schema'
import { list } from '../sentence'
import { leadsOverWeightings, WEIGHTINGS, WEIGHTINGS_SEED, type Leads } from '../../analysis/weightings'

/** One alternative of the scorecard: staying independent, or an offer that is compared. */
export interface ScoreColumn {
  /** `keep`, or the id of the offer. */
  readonly id: string
  readonly name: string
  /** The path below which its scores stand. */
  readonly at: Path
  readonly scores: Scores
  readonly total: ScoreTotal
  /** The names of the areas in which the owner has marked a deal-breaker. */
  readonly dealBreakers: readonly string[]
}

/** A weighted average, 0 to 10. Unknown scores make it a range: all of them at 0, all of them at 10. */
export interface ScoreTotal {
  readonly low: number
  readonly high: number
  /** Areas that are scored. */
  readonly scored: number
  readonly areas: number
}

export interface Scorecard {
  readonly columns: readonly ScoreColumn[]
  readonly areas: readonly ({ readonly id: AreaId } & Area)[]
  /** Whether all weights are equal, as they are at the start. */
  readonly even: boolean
}

/** Staying independent and every offer that is compared, side by side. */
export function scorecardOf(document: Case): Scorecard {
  const { partner, offers } = document
  const column = (id: string, name: string, at: Path, scores: Scores): ScoreColumn => ({
    id,
    name,
    at,
    scores,
    total: totalOf(scores, partner.weights),
    dealBreakers: AREA_IDS.filter((area) => scores[area].dealBreaker).map((area) => AREAS[area].name),
  })
  return {
    columns: [
      column(
        'keep',
        document.practice.role === 'owner' ? 'Stay independent' : 'Stay where you are',
        'partner/stay/scores',
        partner.stay.scores,
      ),
      ...offers
        .filter(({ include }) => include)
        .map(({ id, partner: { scores } }) =>
          column(id, capitalized(elementName(`offers/${id}`, document)), `offers/${id}/partner/scores`, scores),
        ),
    ],
    areas: AREA_IDS.map((id) => ({ id, ...AREAS[id] })),
    even: AREA_IDS.every((area) => partner.weights[area] === partner.weights[AREA_IDS[0]!]),
  }
}

function totalOf(scores: Scores, weights: Partner['weights']): ScoreTotal {
  const sum = (value: (area: AreaId) => number) => AREA_IDS.reduce((total, area) => total + value(area), 0)
  const all = sum((area) => weights[area])
  const at = (unknown: number) => sum((area) => weights[area] * (scores[area].score ?? unknown)) / all
  return {
    low: at(0),
    high: at(10),
    scored: AREA_IDS.filter((area) => scores[area].score !== null).length,
    areas: AREA_IDS.length,
  }
}

/** How often each leads when the weights change; only alternatives with at least one score. */
export const leadsOf = ({ columns }: Scorecard): Leads =>
  leadsOverWeightings(
    columns
      .filter(({ total }) => total.scored > 0)
      .map(({ id, scores }) => ({ id, scores: AREA_IDS.map((area) => scores[area].score) })),
  )

/** What the shares are based on, so that they can be reproduced. */
export const WEIGHTINGS_IN_WORDS = `${WEIGHTINGS.toLocaleString('en-US')} weightings drawn with seed ${WEIGHTINGS_SEED}, every division of the weight among the areas equally likely.`

/** "6.4 of 10", "5.2 to 8.1 of 10"; where nothing is scored, that. */
export function totalInWords({ low, high, scored }: ScoreTotal): string {
  if (scored === 0) return 'nothing scored yet'
  const [from, to] = [low.toFixed(1), high.toFixed(1)]
  return from === to ? `${from} of 10` : `${from} to ${to} of 10`
}

/** "5 of 16 areas unknown"; empty where all are known. */
export const unknownInWords = ({ scored, areas }: ScoreTotal): string =>
  scored === areas ? '' : `${areas - scored} of ${areas} areas unknown`

/** Who leads with the owner’s own weights, in one sentence. */
export function scoreHeadline({ columns, even }: Scorecard): string {
  const scored = columns.filter(({ total }) => total.scored > 0)
  const weights = even ? 'With even weights' : 'With your weights'
  if (scored.length === 0) return 'Nothing is scored yet. A score you do not know stays a gap; it never counts as zero.'
  if (scored.length === 1) return `Only ${scored[0]!.name} is scored so far, so there is nothing to compare.`
  const leader = scored.find((one) => scored.every((other) => other === one || one.total.low > other.total.high))
  if (leader)
    return `${weights}, ${leader.name} scores highest, whatever the unknown scores turn out to be: ${totalInWords(leader.total)}.`
  const ahead = scored.filter((one) => scored.every((other) => other === one || one.total.high > other.total.low))
  if (ahead.length === 0) return `${weights}, none scores highest: the best are equal.`
  if (ahead.length === 1) return `${weights}, ${ahead[0]!.name} cannot be overtaken, only equaled.`
  return `${weights}, the unknown scores decide: ${list(ahead.map(({ name }) => name))} may each score highest.`
}
