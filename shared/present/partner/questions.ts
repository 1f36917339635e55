import { questionKey, type QuestionPrice } from '../../analysis/question-prices'
import { fnv1a64 } from '../../analysis/simulation/hash'
import type { Check } from '../../checks'
import type { Advisor } from '../../checks/check'
import { partnerChecks } from '../../checks/partner'
import { whyOf } from '../../checks/why'
import { inWords } from '../../case/dates'
import { put } from '../../case/lists'
import type { Question } from '../../case/partner/schema'
import { set, type Path } from '../../case/path'
import type { Case } from '../../case/schema'
import { fitted } from '../../text'

export type Asked = Advisor | 'you'

/** A question in the list: from a check or from the owner, with its status. */
export interface QuestionRow {
  /** Under which its state is kept in the case. */
  readonly id: string
  /** Empty for a question of the owner's own. */
  readonly about: string
  readonly text: string
  /** Why it matters; empty for a question of the owner's own. */
  readonly why: string
  readonly for: Asked
  /** The field that the answer may change; undefined where there is none, or the term is no longer open. */
  readonly path: Path | undefined
  readonly state: Question['state']
  /** Its recorded state; undefined as long as no one has asked. */
  readonly record: Question | undefined
  /** Undefined where the model has no term for it, or it is not worked out yet. */
  readonly price: (QuestionPrice & { readonly supposing: string }) | undefined
}

/** Questions that go to somebody: all that are questions, and whatever else an advisor should see. */
const isAsked = ({ severity, for: who }: Check): boolean =>
  severity === 'question' || (severity === 'warning' && who !== undefined)

/**
 * Everything open or dangerous in one list, the most expensive first. Asked or answered questions stay in it as asked
 * when their term changes.
 * @param checks of the case as computed; those on organizations are added here
 */
export function questionsOf(
  document: Case,
  checks: readonly Check[],
  prices: readonly QuestionPrice[] | undefined,
): QuestionRow[] {
  const records = new Map(document.partner.questions.map((record) => [record.id, record]))
  const open = [...checks.filter(isAsked), ...partnerChecks(document)].map((check): QuestionRow => {
    const key = questionKey(check)
    const id = idOf(key)
    const record = records.get(id)
    const price = prices?.find((one) => one.key === key)
    return {
      id,
      about: key,
      text: check.message,
      why: whyOf(check.rule),
      for: check.for ?? 'you',
      path: check.path === '' ? undefined : check.path,
      state: record?.state ?? 'open',
      record,
      price: price && { ...price, supposing: check.supposing?.words ?? '' },
    }
  })
  // Two checks of one rule on one field are one question.
  const once = [...new Map(open.map((row) => [row.id, row])).values()]
  const ids = new Set(once.map(({ id }) => id))
  const others = document.partner.questions
    .filter(({ id }) => !ids.has(id))
    .map((record): QuestionRow => {
      const { id, about, text, for: who, state } = record
      return { id, about, text, why: '', for: who, path: undefined, state, record, price: undefined }
    })
  return [...once, ...others].sort((a, b) => (b.price?.cost ?? -Infinity) - (a.price?.cost ?? -Infinity))
}

/** The id under which the state of a question is kept: the same in every window. */
const idOf = (key: string): string => `q-${fnv1a64(key)}`

/** The list in which states are stored. */
export const QUESTIONS = 'partner/questions'

/** The case with a field of what is known of a question, which from then on is kept as it is asked now. */
export function withAnswer<Key extends keyof Question>(
  document: Case,
  row: QuestionRow,
  key: Key,
  value: Question[Key],
): Case {
  const { id, about, text, for: who } = row
  const kept = document.partner.questions.some((record) => record.id === id)
  const seed = { id, about: fitted(about, 300), text: fitted(text, 600), for: who }
  return set(kept ? document : put(document, QUESTIONS, seed), `${QUESTIONS}/${id}/${key}`, value)
}

export const ASKED_OF: Readonly<Record<Asked, string>> = {
  buyer: 'the buyer',
  CPA: 'the CPA',
  attorney: 'the attorney',
  'wealth manager': 'the wealth manager',
  you: 'yourself',
}

/** Less than a dollar counts as nothing. */
const LEAST = 1

/** What a question may cost, in words; `amount` writes the dollars. Empty where the model has no term for it. */
export function priceInWords({ price }: Pick<QuestionRow, 'price'>, amount: (value: number) => string): string {
  if (!price) return ''
  const supposing = price.supposing && ` ${price.supposing}`
  if (Math.abs(price.cost) < LEAST) return `makes no difference in this case${supposing}`
  // The usual advice is to ask for the other term, but not whatever the case.
  if (price.cost < 0)
    return `in this case you are better off by ${amount(-price.cost)} with the term as offered${supposing}`
  return `could cost ${amount(price.cost)}${supposing}`
}

/** How a price comes about, from its two evaluations. */
export function priceExplained({ better, asOffered, cost }: QuestionPrice, amount: (value: number) => string): string {
  const [other, offered] = [amount(better), amount(asOffered)]
  if (cost < 0)
    return `${offered} as offered, ${other} with the term that advisors usually ask for: here it would leave you ${amount(-cost)} less, so do not trade it for anything.`
  return `${other} with the better term, ${offered} as offered: the difference is ${amount(cost)}.`
}

/** The status of a question in words: "asked of A. Smith on October 2, 2026". */
export function stateInWords({ state, record }: Pick<QuestionRow, 'state' | 'record'>): string {
  if (state === 'open' || !record) return 'open'
  const asked = ['asked', record.askedOf && `of ${record.askedOf}`, record.askedOn && `on ${inWords(record.askedOn)}`]
  if (state === 'asked') return asked.filter(Boolean).join(' ')
  const when = record.answeredOn ? ` on ${inWords(record.answeredOn)}` : ''
  return `answered${when}${record.answer ? `: ${record.answer}` : ''}`
}

/** The total of the list, in one sentence. */
export function questionsHeadline(rows: readonly QuestionRow[], amount: (value: number) => string): string {
  const unanswered = rows.filter(({ state }) => state !== 'answered')
  if (unanswered.length === 0) return rows.length === 0 ? 'No question is open.' : 'Every question is answered.'
  const count = `${unanswered.length} ${unanswered.length === 1 ? 'question is' : 'questions are'} not answered yet`
  const [first] = unanswered
  return first?.price && first.price.cost >= LEAST
    ? `${count}; one of them could cost you ${amount(first.price.cost)}.`
    : `${count}.`
}

/** Questions as plain text, for an e-mail to whoever is to answer them. */
export function questionsAsText(
  rows: readonly QuestionRow[],
  {
    name,
    who,
    amount,
  }: { readonly name: string; readonly who: Asked | 'all'; readonly amount: (value: number) => string },
): string {
  const title = who === 'all' ? `Questions on ${name}` : `Questions for ${ASKED_OF[who]} on ${name}`
  const items = rows.map((row, i) => {
    const price = priceInWords(row, amount)
    return [
      `${i + 1}. ${row.text}`,
      row.why && `   Why it matters: ${row.why}`,
      price && `   In dollars: ${price} (present value after tax, expected view, today’s dollars).`,
      row.state !== 'open' && `   So far: ${stateInWords(row)}.`,
    ]
      .filter(Boolean)
      .join('\n')
  })
  return `${[title, ...items].join('\n\n')}\n`
}
