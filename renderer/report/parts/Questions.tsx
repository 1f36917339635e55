import { capitalized } from '../../../shared/case/names'
import { checksOf } from '../../../shared/checks'
import {
  priceInWords,
  questionsOf,
  stateInWords,
  type Asked,
  type QuestionRow,
} from '../../../shared/present/partner/questions'
import { usd } from '../../format'
import type { Part } from '../context'
import { Heading } from '../headings'

const ADVISORS: readonly (readonly [Asked, string])[] = [
  ['CPA', 'For the CPA'],
  ['attorney', 'For the attorney'],
  ['wealth manager', 'For the wealth manager'],
  ['buyer', 'For the buyer'],
  ['you', 'For yourself'],
]

/** Open questions and problems, sorted by who can answer them, the most expensive first, each with its status. */
export function Questions({ outcome, document, prices, readiness }: Part) {
  const checks = checksOf(outcome)
  const priced = readiness.blockers.length === 0 ? prices : undefined
  const rows = questionsOf(document, checks, priced)
  const first = checks.filter(({ for: who, severity }) => !who && severity !== 'question')
  return (
    <section className="chapter flows reading">
      <Heading level={2}>Questions for your advisors</Heading>
      {checks.length === 0 && rows.length === 0 && <p>The program finds no open questions or contradictions.</p>}
      {rows.some(({ price }) => price) && (
        <p className="small">
          What a question could cost is the difference of two evaluations of this case, with the better term and as
          offered: present value of all after-tax cash flow, expected view, in today’s dollars.
        </p>
      )}
      {first.length > 0 && (
        <>
          <Heading level={3}>Before you rely on these figures</Heading>
          <ul>
            {first.map(({ message, path }) => (
              <li key={path + message}>{message}</li>
            ))}
          </ul>
        </>
      )}
      {ADVISORS.map(([who, title]) => [title, rows.filter((row) => row.for === who)] as const)
        .filter(([, found]) => found.length > 0)
        .map(([title, found]) => (
          <div key={title}>
            <Heading level={3}>{title}</Heading>
            <ul>
              {found.map((row) => (
                <li key={row.id}>
                  {row.text} <Known row={row} />
                </li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  )
}

/** Price and status; nothing for an open question without a price. */
function Known({ row }: { readonly row: QuestionRow }) {
  const price = priceInWords(row, usd)
  return (
    <>
      {price && <strong>{capitalized(price)}.</strong>}{' '}
      {row.state !== 'open' && <em>{ended(capitalized(stateInWords(row)))}</em>}
    </>
  )
}

/** An answer may end with its own period. */
const ended = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`)
