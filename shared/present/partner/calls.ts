import { TOPICS, type Call, type Organization, type TopicId } from '../../case/partner/schema'

/** The results of reference calls with doctors of one organization. */
export interface CallCounts {
  readonly calls: number
  /** Promises whose outcome is known, by topic in the order of the topics; topics without any are omitted. */
  readonly byTopic: readonly TopicCount[]
  readonly all: Count
  /** From the doctors' own answers to "how likely are you to recommend them?"; undefined where nobody was asked. */
  readonly netPromoter: { readonly score: number; readonly answers: number } | undefined
  readonly again: { readonly yes: number; readonly answers: number }
  readonly trust: { readonly yes: number; readonly partly: number; readonly answers: number }
}

export interface Count {
  /** Promises whose outcome is known. */
  readonly promised: number
  readonly delivered: number
  readonly partly: number
  readonly inTime: number
  /** Promises whose outcome is unknown. */
  readonly unknown: number
}
export interface TopicCount extends Count {
  readonly topic: TopicId
  readonly name: string
}

/**
 * Counted, not judged: a promise kept in part counts as neither kept nor broken, and so does one with unknown outcome.
 */
export function countCalls({ calls }: Pick<Organization, 'calls'>): CallCounts {
  const topics = calls.flatMap((call) => call.topics)
  const likely = calls.flatMap(({ recommend }) => recommend ?? [])
  const promoters = likely.filter((answer) => answer >= 9).length
  const detractors = likely.filter((answer) => answer < 7).length
  return {
    calls: calls.length,
    byTopic: (Object.keys(TOPICS) as TopicId[]).flatMap((topic) => {
      const some = topics.filter((one) => one.topic === topic)
      return some.length > 0 ? [{ topic, name: TOPICS[topic], ...count(some) }] : []
    }),
    all: count(topics),
    netPromoter:
      likely.length > 0
        ? { score: Math.round((100 * (promoters - detractors)) / likely.length), answers: likely.length }
        : undefined,
    again: {
      yes: calls.filter(({ again }) => again === 'yes').length,
      answers: calls.filter(({ again }) => again !== 'unknown').length,
    },
    trust: {
      yes: calls.filter(({ trust }) => trust === 'yes').length,
      partly: calls.filter(({ trust }) => trust === 'partly').length,
      answers: calls.filter(({ trust }) => trust !== 'unknown').length,
    },
  }
}

function count(topics: Call['topics']): Count {
  const said = topics.filter(({ delivered }) => delivered !== 'unknown')
  return {
    promised: said.length,
    delivered: said.filter(({ delivered }) => delivered === 'yes').length,
    partly: said.filter(({ delivered }) => delivered === 'partly').length,
    inTime: said.filter(({ delivered, inTime }) => delivered === 'yes' && inTime === 'yes').length,
    unknown: topics.length - said.length,
  }
}

/** "3 of 5 promises delivered, 1 in part"; where nothing is known, that. */
export function deliveredInWords({ promised, delivered, partly }: Count): string {
  if (promised === 0) return 'nothing known of promises'
  return `${delivered} of ${promised} ${promised === 1 ? 'promise' : 'promises'} delivered${partly > 0 ? `, ${partly} in part` : ''}`
}

/** With fewer answers than this a score says little: our own threshold; none is published. */
const MANY = 20

/** "Net promoter score −50 from 2 answers: too few to rely on." */
export function ownNetPromoter({ netPromoter }: CallCounts): string {
  if (!netPromoter) return 'No doctor was asked how likely he or she is to recommend them.'
  const { score, answers } = netPromoter
  return `Net promoter score ${String(score).replace('-', '−')} from ${answers} ${answers === 1 ? 'answer' : 'answers'}${answers < MANY ? `: too few to rely on` : ''}.`
}

/** "1 of 2 trust them fully, 1 in part; 2 of 2 would do it again." Empty where nobody was asked. */
export function opinionsInWords({ trust, again }: CallCounts): string {
  const parts = [
    ...(trust.answers > 0
      ? [`${trust.yes} of ${trust.answers} trust them fully${trust.partly > 0 ? `, ${trust.partly} in part` : ''}`]
      : []),
    ...(again.answers > 0 ? [`${again.yes} of ${again.answers} would do it again`] : []),
  ]
  return parts.length > 0 ? `${parts.join('; ')}.` : ''
}

/** Whom to call next, the most telling gap first. */
export function whomToCall({ calls }: Pick<Organization, 'calls'>): string[] {
  if (calls.length === 0)
    return [
      'You have called nobody yet. Ask for a list of all doctors, not for references, and choose from it yourself.',
    ]
  const none = (relation: Call['relation']) => calls.every((call) => call.relation !== relation)
  const earnOut = calls.every((call) => call.topics.every(({ topic }) => topic !== 'earnOut'))
  return [
    ...(none('left') ? ['You have called nobody who left. They have the least reason to be kind.'] : []),
    ...(none('retired') ? ['You have called nobody who retired: they know whether the last payments came.'] : []),
    ...(none('there') ? ['You have called nobody who is still there.'] : []),
    ...(earnOut ? ['You have asked nobody about the earn-out.'] : []),
  ]
}
