import { checksOf, warningsBesideTheAnswer } from '../checks'
import { readinessOf } from '../checks/readiness'
import type { Outcome } from '../model'
import { answerOf } from './answer'
import type { Dollars } from './money'
import { roleWords } from './paths'
import { keyTerms } from './report/offer-grid'
import type { LedgerFold, LedgerRow } from './report/ledger'
import { leadSteps } from './report/lead-steps'
import { textOf } from './sentence'
import { threeViews, VIEW_NOTE } from './views'

/** How figures and terms are written. */
export interface Writing {
  readonly inWords: (amount: number) => string
  readonly exact: (amount: number) => string
  readonly term: (row: LedgerRow | LedgerFold) => string
}

const ADVISORS = ['CPA', 'attorney', 'wealth manager', 'buyer'] as const
const IN: Readonly<Record<Dollars, string>> = { today: 'today’s dollars', future: 'future dollars' }

/**
 * The answer, the key terms and the questions as plain text for an e-mail: no tables, no tabs, one fact a line, so that
 * any program shows it alike.
 */
export function advisorText(outcome: Outcome, dollars: Dollars, writing: Writing): string {
  const { document } = outcome
  return [
    `SELL OR STAY: ${document.practice.name}`,
    ...answer(outcome, dollars, writing),
    ...terms(outcome, writing),
    ...questions(outcome),
    '',
    'This is arithmetic on the owner’s assumptions, not tax, legal or investment advice.',
    '',
  ].join('\n')
}

function answer(outcome: Outcome, dollars: Dollars, { inWords, exact }: Writing): string[] {
  const { document } = outcome
  const { blockers } = readinessOf(outcome)
  if (blockers.length > 0) return ['', 'THERE IS NO ANSWER YET', ...blockers.map(({ message }) => `- ${message}`)]
  const ids = outcome.paths.map(({ id }) => id)
  const warnings = warningsBesideTheAnswer(outcome).map(({ message }) => `- ${message}`)
  const { headline, reason, otherView, rival } = answerOf(outcome, 'expected', dollars, ids)
  const bridge = rival === undefined ? undefined : leadSteps(outcome, rival, 'expected', dollars)
  const say = (sentence: typeof headline) => textOf(sentence, inWords)
  return [
    ...(warnings.length > 0 ? ['', 'READ THIS FIRST', ...warnings] : []),
    '',
    'THE ANSWER',
    ...[headline, reason, otherView].map(say).filter((text) => text !== ''),
    ...(bridge
      ? [
          '',
          `${bridge.name} compared with ${roleWords(document).first}: wealth at retirement, expected view, ${IN[dollars]}`,
          ...bridge.steps.map(({ label, amount }) => `- ${label}: ${amount >= 0 ? '+' : ''}${exact(amount)}`),
          `= Difference: ${exact(bridge.total)}`,
        ]
      : []),
    '',
    `Wealth at retirement, ${IN[dollars]} (noncontingent / expected / maximum)`,
    ...threeViews(outcome, 'wealthAtRetirement', dollars, ids).map(
      ({ name, guaranteed, expected, maximum }) =>
        `- ${name}: ${[guaranteed, expected, maximum].map(exact).join(' / ')}`,
    ),
    VIEW_NOTE,
  ]
}

function terms(outcome: Outcome, { term }: Writing): string[] {
  const offers = outcome.document.offers.filter(({ include }) => include)
  const rows = keyTerms(outcome, offers)
  return offers.flatMap(({ name, buyer }, i) => [
    '',
    `TERMS OF ${name}${buyer && buyer !== name ? ` (${buyer})` : ''}`,
    ...rows.flatMap(({ label, cells }) => (cells[i] ? [`- ${label}: ${term(cells[i])}`] : [])),
  ])
}

/** Numbered through, so that an answer can name its question. */
function questions(outcome: Outcome): string[] {
  const checks = checksOf(outcome)
  let number = 0
  return ADVISORS.flatMap((who) => {
    const asked = checks.filter((check) => check.for === who)
    if (asked.length === 0) return []
    return ['', `QUESTIONS FOR THE ${who.toUpperCase()}`, ...asked.map(({ message }) => `${++number}. ${message}`)]
  })
}
