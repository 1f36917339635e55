import { Fragment } from 'react'

import { capitalized } from '../../../shared/case/names'
import type { Case } from '../../../shared/case/schema'
import { checksOf } from '../../../shared/checks'
import {
  priceInWords,
  questionsOf,
  stateInWords,
  type Asked,
  type QuestionRow,
} from '../../../shared/present/partner/questions'
import type { Reader } from '../../../shared/host'
import { ended } from '../../../shared/text'
import { usd } from '../../format'
import type { AnalyzedPart } from '../context'
import { Heading } from '../headings'

const ADVISORS: readonly (readonly [Asked, string])[] = [
  ['CPA', 'For the CPA'],
  ['attorney', 'For the attorney'],
  ['wealth manager', 'For the wealth manager'],
  ['buyer', 'For the buyer'],
  ['you', 'For yourself'],
]

/** Whose questions come first, with room for the answers. */
const READS: Readonly<Record<Reader, Asked | undefined>> = {
  owner: undefined,
  cpa: 'CPA',
  attorney: 'attorney',
  'wealth-manager': 'wealth manager',
}

/**
 * Open questions and problems, numbered throughout: by who can answer them (the reader first), then by offer, the most
 * expensive first, each with its status.
 */
export function Questions({ outcome, document, analyses: { prices }, readiness, reader }: AnalyzedPart) {
  const checks = checksOf(outcome)
  const priced = readiness.blockers.length === 0 ? prices : undefined
  const rows = questionsOf(document, checks, priced)
  const first = READS[reader]
  const groups = groupsOf(document, rows, first)
  const before = checks.filter(({ for: who, severity }) => !who && severity !== 'question')
  return (
    <section className="chapter flows reading">
      <Heading level={2}>Questions for your advisors</Heading>
      {checks.length === 0 && rows.length === 0 && <p>The program finds no open questions or contradictions.</p>}
      {rows.some(({ price }) => price) && (
        <p className="small">
          What a question could cost is the difference between two evaluations of this case, with the better term and as
          offered: present value of all after-tax cash flow, expected view, in today’s dollars.
        </p>
      )}
      {before.length > 0 && (
        <>
          <Heading level={3}>Before you rely on these figures</Heading>
          <ul>
            {before.map(({ message, path }) => (
              <li key={path + message}>{message}</li>
            ))}
          </ul>
        </>
      )}
      {groups.map(({ who, title, offers }) => (
        <Fragment key={who}>
          <Heading level={3}>{title}</Heading>
          {offers.map(({ name, numbered }) => (
            <Fragment key={name}>
              {offers.length > 1 && <Heading level={4}>{name}</Heading>}
              <ol start={numbered[0]!.number}>
                {numbered.map(({ row }) => (
                  <li key={row.id}>
                    {row.text} <Known row={row} />
                    {who === first && row.state !== 'answered' && <Room />}
                  </li>
                ))}
              </ol>
            </Fragment>
          ))}
        </Fragment>
      ))}
    </section>
  )
}

interface Numbered {
  readonly number: number
  readonly row: QuestionRow
}

/** The questions by who can answer them, then by the offer they are about, in the order of their most expensive one. */
function groupsOf(document: Case, rows: readonly QuestionRow[], first: Asked | undefined) {
  let number = 1
  return ADVISORS.toSorted(([a], [b]) => Number(b === first) - Number(a === first)).flatMap(([who, title]) => {
    const byOffer = Map.groupBy(
      rows.filter((row) => row.for === who),
      (row) => aboutOf(document, row),
    )
    const offers = [...byOffer].map(([name, found]) => ({
      name,
      numbered: found.map((row): Numbered => ({ number: number++, row })),
    }))
    return offers.length === 0 ? [] : [{ who, title, offers }]
  })
}

/** The name of the offer that a question is about, or whose buyer it is about. */
function aboutOf({ offers }: Case, { path, about, text }: QuestionRow): string {
  const id = /(?:^|[ :])offers\/([^/]+)/.exec(path ?? about)?.[1]
  const offer = offers.find((one) => one.id === id) ?? offers.find(({ buyer }) => buyer && text.startsWith(`${buyer}:`))
  return offer?.name ?? 'The case as a whole'
}

/** Lines to write an answer on. */
function Room() {
  return (
    <div className="room" aria-hidden="true">
      <div />
      <div />
    </div>
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
