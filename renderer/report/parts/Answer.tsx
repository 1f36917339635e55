import { useMemo } from 'react'

import type { Blocker } from '../../../shared/checks/readiness'
import { lowered } from '../../../shared/case/names'
import { nameOf } from '../../../shared/case/problems'
import { groundOf, weigh } from '../../../shared/present/material'
import { yearMarks } from '../../../shared/present/events'
import { VIEW_NOTE } from '../../../shared/present/views'
import { wealthOverTime } from '../../../shared/present/wealth'
import { materialOf } from '../../../shared/present/report/analyses'
import { answerOf, crossoverTitle } from '../../../shared/present/answer'
import { dealBreakerNote } from '../../../shared/present/partner/signs'
import { linesInWords } from '../../../shared/present/chart-words'
import { middleHalf } from '../../../shared/present/futures'
import { list, textOf, type Sentence } from '../../../shared/present/sentence'
import { PAPER_WIDTH } from '../../charts/Drawn'
import { markOfPath } from '../../charts/marks'
import { TimeLines } from '../../charts/TimeLines'
import { day, usdInWords } from '../../format'
import { charted, warningsOnPageOne } from '../room'
import { dollarsInWords, type AnalyzedPart, type Part } from '../context'
import { Contents } from '../Contents'
import { Heading } from '../headings'
import { LeadBridge } from '../LeadBridge'
import { Funded } from './Funded'
import { WealthTable } from './WealthTable'

/** Page one: the answer, or what is missing for it. */
export function Answer(part: AnalyzedPart) {
  const { blockers } = part.readiness
  if (blockers.length === 0) return <Answered {...part} />
  const problems = saysOf(blockers, 'problem')
  return (
    <section className="answer">
      <Title {...part} />
      <Heading level={2}>There is no answer yet</Heading>
      <p>
        {problems.length > 0
          ? 'Figures based on contradictory inputs would only look like an answer. The headline, the comparison and the figures appear once these are corrected.'
          : 'Figures based on defaults where only the owner knows the figure would only look like an answer. The headline, the comparison and the figures appear once these are entered.'}
      </p>
      <Boxed title="Must be corrected" messages={problems} />
      <Boxed title="Still missing" messages={saysOf(blockers, 'missing')} />
    </section>
  )
}

const saysOf = (blockers: readonly Blocker[], kind: Blocker['kind']): string[] =>
  blockers.filter((blocker) => blocker.kind === kind).map(({ message }) => message)

/** What must be read before the figures below it. */
function Boxed({ title, messages }: { readonly title: string; readonly messages: readonly string[] }) {
  if (messages.length === 0) return null
  return (
    <aside className="boxed">
      <strong>{title}</strong>
      <ul>
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </aside>
  )
}

function Title(part: AnalyzedPart) {
  const { outcome, today, version, contents } = part
  const { document } = outcome
  const { owner, practice } = document
  return (
    <>
      <Heading level={1}>Sell or stay: {practice.name}</Heading>
      <p className="meta">
        {owner.name && <>For {owner.name} · </>}
        {document.name} · {day(today)} · Sell or Stay {version}
        {document.sample && ' · sample case with fictional figures'}
      </p>
      {contents && <Contents of={part} />}
    </>
  )
}

/** The height of the chart in pixels: the names at the ends of its lines need a row each, and few rows above it leave room. */
const heightFor = (paths: number, boxed: number): number =>
  Math.max(126, 62 + 12 * paths) + 24 * Math.max(0, Math.min(5.5 - paths - 1.5 * boxed, 3))

/** How many of the values that the answer depends on most are named. */
const NAMED = 4

/** The first of the warnings in full; where the report lists all of them, the others are counted here. */
function Warnings({ outcome, listsChecks }: Part) {
  const { shown, more } = warningsOnPageOne(outcome, listsChecks)
  return (
    <Boxed
      title="Read this first"
      messages={more > 0 ? [...shown, `${more} more, in the chapter “Questions for your advisors”.`] : shown}
    />
  )
}

/** The middle half of the simulations of the leading path. */
function bandBehind(
  { outcome: { document, years }, analyses: { simulated }, dollars }: AnalyzedPart,
  leader: string | undefined,
) {
  if (simulated?.years.length !== years) return undefined
  const { path, low, high } = middleHalf(simulated, leader, dollars)
  return { name: path.name, mark: markOfPath(document, path.id), low, high, stale: false }
}

/** Page one: who and what, the answer, the key figures, the worst case, wealth over time. */
function Answered(part: AnalyzedPart) {
  const { outcome, dollars, readiness, analyses } = part
  const { document } = outcome
  const ids = useMemo(() => outcome.paths.map(({ id }) => id), [outcome])
  const money = dollarsInWords(dollars)
  const shown = charted(outcome)
  const wealth = wealthOverTime(outcome, 'expected', dollars, shown.ids)
  const { headline, reason, otherView, leader } = answerOf(outcome, 'expected', dollars, ids)
  const alone = dealBreakerNote(part.document, leader)
  const words = (sentence: Sentence) => textOf(sentence, usdInWords)
  const band = bandBehind(part, leader)
  const unready = Object.values(readiness.unready).flat()
  const boxed = warningsOnPageOne(outcome, part.listsChecks).shown.length + unready.length
  const weighed = useMemo(() => weigh(analyses.material ?? materialOf(outcome, dollars)), [analyses, outcome, dollars])
  const most = [...weighed.decisive, ...weighed.sizable]
    .slice(0, NAMED)
    .map(({ path }) => lowered(nameOf(path, document)))
  return (
    <section className="answer">
      <Title {...part} />
      <Heading level={2}>The answer</Heading>
      <Warnings {...part} />
      <p className="headline">{words(headline)}</p>
      <p>
        {words(reason)} {words(otherView)} {alone && <strong>{alone}</strong>}
      </p>
      <LeadBridge outcome={outcome} dollars={dollars} />
      <p>
        {groundOf(weighed)}
        {most.length > 0 && ` It depends most on ${list(most)}.`}
      </p>
      <Boxed title="Not compared: information is missing" messages={unready.map(({ message }) => message)} />

      <WealthTable outcome={outcome} dollars={dollars} />
      <p className="small">{VIEW_NOTE}</p>
      <Funded outcome={outcome} />

      <figure>
        <figcaption>
          <strong>{crossoverTitle(outcome, 'expected', shown.ids)}</strong>. Wealth at year-end, expected view, {money},
          with what is not yet sold or paid.{band && ` Shaded: middle half of the simulations of ${band.name}.`}
          {shown.note}
        </figcaption>
        <TimeLines
          medium="paper"
          title={`Wealth at the end of each year from ${wealth.years[0]} to ${wealth.years.at(-1)}`}
          description={`${linesInWords(wealth.paths, money, usdInWords)}${band ? ` Shaded: middle half of the simulations of ${band.name}.` : ''}`}
          years={wealth.years}
          ages={wealth.ages}
          lines={wealth.paths.map((path) => ({ ...path, mark: markOfPath(document, path.id) }))}
          {...(band && { band })}
          marks={yearMarks(outcome, shown.ids)}
          width={PAPER_WIDTH}
          height={heightFor(shown.ids.length, boxed)}
        />
      </figure>
    </section>
  )
}
