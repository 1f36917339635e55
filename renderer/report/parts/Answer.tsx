import { useMemo } from 'react'

import { warningsBesideTheAnswer } from '../../../shared/checks'
import type { Blocker } from '../../../shared/checks/readiness'
import { lowered } from '../../../shared/case/names'
import { nameOf } from '../../../shared/case/problems'
import { groundOf, weigh } from '../../../shared/present/material'
import { yearMarks } from '../../../shared/present/events'
import { threeViews, VIEW_NAMES, VIEW_NOTE } from '../../../shared/present/views'
import { wealthOverTime } from '../../../shared/present/wealth'
import { figureId } from '../../../shared/present/money'
import { materialOf } from '../../../shared/present/report/analyses'
import { worstCase, type WorstCase } from '../../../shared/present/report/side-by-side'
import { answerOf, crossoverTitle } from '../../../shared/present/answer'
import { dealBreakerNote } from '../../../shared/present/partner/signs'
import { list, textOf, type Sentence } from '../../../shared/present/sentence'
import { PAPER_WIDTH } from '../../charts/Drawn'
import { markOfPath } from '../../charts/marks'
import { TimeLines } from '../../charts/TimeLines'
import { day, none, usd, usdInWords } from '../../format'
import { dollarsInWords, type Part } from '../context'
import { Contents } from '../Contents'
import { Heading } from '../headings'
import { LeadBridge } from '../LeadBridge'
import { PathName } from '../PathName'

/** "you can retire at age 62; without contingent payments, at age 64 (the first breaks the 5-year term)" */
function stops({ earliest: { expected, guaranteed }, term, breaksTerm }: WorstCase): string {
  if (expected === undefined) return 'no retirement age is fully funded'
  const alone =
    guaranteed === undefined ? 'at no age' : guaranteed === expected ? 'at the same age' : `at age ${guaranteed}`
  const [first, second] = [breaksTerm.includes('expected'), breaksTerm.includes('guaranteed')]
  const single = guaranteed === undefined || guaranteed === expected
  const which = single ? 'it breaks' : first && second ? 'both break' : 'the first breaks'
  const broken = first || second ? ` (${which} the ${term}-year term)` : ''
  return `you can retire at age ${expected}; without contingent payments, ${alone}${broken}`
}

/** Page one: the answer, or what is missing for it. */
export function Answer(part: Part) {
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

function Title({ outcome: { document }, today, version, contents }: Part) {
  const { owner, practice } = document
  return (
    <>
      <Heading level={1}>Sell or stay: {practice.name}</Heading>
      <p className="meta">
        {owner.name && <>For {owner.name} · </>}
        {document.name} · {day(today)} · Sell or Stay {version}
        {document.sample && ' · sample case with fictional figures'}
      </p>
      {contents && <Contents />}
    </>
  )
}

/** The height of page one's chart in pixels, less one line of text for each additional line, and less the contents. */
const CHART = 165
const LINE = 26
const CONTENTS = 12

/** How many of the values that the answer depends on most are named. */
const NAMED = 5

/** Page one: who and what, the answer, the key figures, the worst case, wealth over time. */
function Answered(part: Part) {
  const { outcome, dollars, readiness, analyses } = part
  const { document } = outcome
  const { owner } = document
  const owns = document.practice.role === 'owner'
  const ids = useMemo(() => outcome.paths.map(({ id }) => id), [outcome])
  const money = dollarsInWords(dollars)
  const worst = worstCase(outcome)
  const wealth = wealthOverTime(outcome, 'expected', dollars, ids)
  const { headline, reason, otherView, leader } = answerOf(outcome, 'expected', dollars, ids)
  const alone = dealBreakerNote(part.document, leader)
  const words = (sentence: Sentence) => textOf(sentence, usdInWords)
  const warnings = warningsBesideTheAnswer(outcome).map(({ message }) => message)
  const weighed = useMemo(() => weigh(analyses.material ?? materialOf(outcome, dollars)), [analyses, outcome, dollars])
  const most = [...weighed.decisive, ...weighed.sizable]
    .slice(0, NAMED)
    .map(({ path }) => lowered(nameOf(path, document)))
  const retirementYear = owner.retirement.slice(0, 4)
  return (
    <section className="answer">
      <Title {...part} />
      <Heading level={2}>The answer</Heading>
      <Boxed title="Read this first" messages={warnings} />
      <p className="headline">{words(headline)}</p>
      <p>
        {words(reason)} {words(otherView)} {alone && <strong>{alone}</strong>}
      </p>
      <LeadBridge outcome={outcome} dollars={dollars} />
      <p>
        {groundOf(weighed)}
        {most.length > 0 && ` It depends most on ${list(most)}.`}
      </p>
      <Boxed
        title="Not compared: information is missing"
        messages={Object.values(readiness.unready)
          .flat()
          .map(({ message }) => message)}
      />

      <table>
        <caption>
          Wealth at the end of the retirement year ({retirementYear}), {money}, with cash in pocket{' '}
          {owns ? 'at close' : 'at the start'} and annual take-home
        </caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              Path
            </th>
            <th scope="colgroup" colSpan={3} className="number">
              Wealth at retirement
            </th>
            <th scope="col" rowSpan={2} className="number">
              In pocket
              <br />
              {owns ? 'at close' : 'at the start'}
            </th>
            <th scope="col" rowSpan={2} className="number">
              Take-home,
              <br />
              first full year
            </th>
          </tr>
          <tr>
            <th scope="col" className="number">
              {VIEW_NAMES.guaranteed}
            </th>
            <th scope="col" className="number">
              expected
            </th>
            <th scope="col" className="number">
              maximum
            </th>
          </tr>
        </thead>
        <tbody>
          {threeViews(outcome, 'wealthAtRetirement', dollars, ids).map(
            ({ id, name, guaranteed, expected, maximum }) => (
              <tr key={id}>
                <th scope="row">
                  <PathName document={document} id={id} name={name} />
                </th>
                <td className="number">{usd(guaranteed)}</td>
                <td className="number strong">{usd(expected)}</td>
                <td className="number">{usd(maximum)}</td>
                <td className="number">
                  {usd(outcome.figure(id, 'expected', figureId(outcome, id, 'expected', 'inPocketAtClose', dollars)))}
                </td>
                <td className="number">{usd(outcome.figure(id, 'expected', 'takeHomeFirstYear')) || none}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      <p className="small">{VIEW_NOTE}</p>

      <Heading level={3}>Is the plan funded to age {outcome.lastAge} without contingent payments?</Heading>
      <ul className="worst">
        {worst.map((one) => (
          <li key={one.path}>
            <PathName document={document} id={one.path} name={one.name} />:{' '}
            {one.funded ? 'yes' : `no, money runs out after age ${one.fundedToAge}`}; {stops(one)}
          </li>
        ))}
      </ul>

      <figure>
        <figcaption>
          <strong>{crossoverTitle(outcome, 'expected', ids)}</strong>. Wealth at the end of each year, expected view,{' '}
          {money}. Includes what is not yet sold or paid, after tax.
        </figcaption>
        <TimeLines
          medium="paper"
          title={`Wealth at the end of each year from ${wealth.years[0]} to ${wealth.years.at(-1)}`}
          description="A line for each path; the figures are in the year tables."
          years={wealth.years}
          ages={wealth.ages}
          lines={wealth.paths.map((path) => ({ ...path, mark: markOfPath(document, path.id) }))}
          marks={yearMarks(outcome, ids)}
          width={PAPER_WIDTH}
          height={CHART - (alone === undefined ? 0 : LINE) - (part.contents ? CONTENTS : 0)}
        />
      </figure>
    </section>
  )
}
