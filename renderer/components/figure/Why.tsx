import { Button, Drawer } from '@mantine/core'
import { useEffect, useMemo, useRef } from 'react'

import { outcomeRetiringAt } from '../../../shared/analysis/retirement'
import { get } from '../../../shared/case/path'
import type { Quote } from '../../../shared/case/schema'
import { nameOf } from '../../../shared/case/problems'
import { describe } from '../../../shared/case/describe'
import { placeOf as placeOfQuote, quoteOf } from '../../../shared/case/quotes'
import type { ExplainedOperand, Factor, Input, Line, Term } from '../../../shared/formula'
import { fieldOf, originOf, VIEWS, type Outcome, type View } from '../../../shared/model'
import { restated } from '../../../shared/present/money'
import { earliestReasons } from '../../../shared/present/retirement'
import { usersOfInput, usersOfLine, type Users } from '../../../shared/present/users'
import { byUnit, day } from '../../format'
import { goToField } from '../../state/goto'
import { useStore } from '../../state/store'
import { useShown } from '../../state/what-if'
import { useWhy, type Question } from '../../state/why'
import classes from './figure.module.css'
import { OfSimulation } from './OfSimulation'
import { Terms } from './Terms'
import { asMultiplier, written } from './value'
import { VIEW_NAMES } from '../../../shared/present/views'

/** Explains a figure: what it is, how it is computed and what depends on it, down to the entered values. */
export function Why() {
  const { way, close } = useWhy()
  const inCase = useStore((state) => state.document !== undefined)
  const page = useStore((state) => state.page)
  // An answer belongs to the page on which it was asked.
  useEffect(() => close, [page, close])
  return (
    <Drawer
      opened={inCase && way.length > 0}
      onClose={close}
      position="right"
      size="34rem"
      title="Why this figure"
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.15 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {inCase && way.length > 0 && <Answer />}
    </Drawer>
  )
}

function Answer() {
  const { outcome: shown, base, tried } = useShown()
  const { way, back } = useWhy()
  const heading = useRef<HTMLHeadingElement>(null)
  const question = way.at(-1)!
  // The focus moves to the new figure; on first opening the drawer takes it.
  useEffect(() => {
    if (way.length > 1) heading.current?.focus()
  }, [way.length])
  const age = way.findLast((step) => step.kind === 'line' && step.retiringAt !== undefined)
  const retiringAt =
    (question.kind === 'line' || question.kind === 'input') && age?.kind === 'line' ? age.retiringAt : undefined
  const then = useMemo(
    () => (retiringAt === undefined ? undefined : outcomeRetiringAt(base, retiringAt)),
    [base, retiringAt],
  )
  const outcome = then ?? (question.kind === 'earliest' ? base : shown)
  const known = question.kind !== 'line' || outcome.structure.graph.has(question.line)
  return (
    <>
      {way.length > 1 && (
        <nav aria-label="How you got here">
          <ol className={classes.way}>
            {way.map((step, i) => (
              <li key={i} {...(i === way.length - 1 && { 'aria-current': 'step' as const })}>
                {i === way.length - 1 ? (
                  titleOf(outcome, step)
                ) : (
                  <button type="button" className="link" onClick={() => back(i)}>
                    {titleOf(outcome, step)}
                  </button>
                )}
              </li>
            ))}
          </ol>
        </nav>
      )}
      <h2 ref={heading} tabIndex={-1}>
        {capital(titleOf(outcome, question))}
      </h2>
      {then && <p className="quiet small">Assumes retirement at age {retiringAt}, not the date in your case.</p>}
      {tried && outcome === shown && (
        <p className="quiet small">Uses the values you are trying out, not those in your case.</p>
      )}
      {!known ? (
        <p>This figure is no longer part of the case.</p>
      ) : question.kind === 'line' ? (
        <OfLine outcome={outcome} line={outcome.structure.graph.line(question.line)} year={question.year} />
      ) : question.kind === 'earliest' ? (
        <OfEarliest outcome={outcome} path={question.path} view={question.view} />
      ) : question.kind === 'simulation' ? (
        <OfSimulation outcome={outcome} />
      ) : (
        <OfInput outcome={outcome} id={question.input} />
      )}
    </>
  )
}

function OfLine({ outcome, line, year }: { outcome: Outcome; line: Line; year: number | undefined }) {
  const at = line.shape === 'row' ? Math.min(year ?? 1, outcome.years) : undefined
  const explanation = useMemo(() => outcome.explain(line.id, at), [outcome, line, at])
  const follow = useWhy((state) => state.follow)
  const { value, pieces, operands } = explanation
  const users = useMemo(() => usersOfLine(outcome, line), [outcome, line])
  const where = placeOf(outcome, line)
  return (
    <>
      <p className="quiet small">{[where, at && yearName(outcome, at)].filter(Boolean).join(' · ')}</p>
      <p className={classes.value}>{written(value, line.unit, line.id)}</p>
      {at !== undefined && line.unit === 'usd' && restated(line.id) && (
        <InToday outcome={outcome} value={value} year={at} />
      )}
      <p>
        <Terms>{line.meaning}</Terms>
      </p>
      <MadeOf outcome={outcome} line={line} year={at} />
      <details className={classes.section}>
        <summary>Show the formula</summary>
        <p className={classes.formula}>
          {pieces.map((piece, i) =>
            typeof piece === 'string' ? (
              <span key={i}>{piece}</span>
            ) : (
              <Opener key={i} operand={operands[piece]!} outcome={outcome} of={line} />
            ),
          )}
        </p>
        <p className={classes.formula} aria-label="The formula in figures">
          {pieces.map((piece, i) =>
            typeof piece === 'string' ? (
              <span key={i}>{piece}</span>
            ) : (
              <span key={i} className={operands[piece]!.used ? undefined : classes.unused}>
                {operandValue(operands[piece]!)}
              </span>
            ),
          )}
        </p>
        {operands.length > 0 && (
          <>
            <h3>Values used</h3>
            <table className={classes.operands}>
              <thead className="unseen">
                <tr>
                  <th scope="col">Input</th>
                  <th scope="col">Value</th>
                </tr>
              </thead>
              <tbody>
                {operands.map((operand, i) => (
                  <tr key={i} className={operand.used ? undefined : classes.unused}>
                    <th scope="row">
                      <Opener operand={operand} outcome={outcome} of={line} />
                      <span className="quiet small"> {noteOf(outcome, operand)}</span>
                    </th>
                    <td>{operandValue(operand)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </details>
      {operands.map(
        (operand, i) =>
          operand.opens.kind === 'row' && (
            <YearsOf key={i} outcome={outcome} line={operand.opens.line} values={operand.opens.values} />
          ),
      )}
      <RestsOn users={users} outcome={outcome} {...(at !== undefined && { year: at })} onOpen={follow} />
    </>
  )
}

/** In words first: the parts that add up to the figure, or the factors that multiply to it. */
function MadeOf({ outcome, line, year }: { outcome: Outcome; line: Line; year: number | undefined }) {
  const found = useMemo(() => outcome.bridge(line.id, year), [outcome, line, year])
  if (!found) return <p>It has no value here.</p>
  const { terms, value, line: of, year: then } = found
  const amount = (number: number) => written(number, of.unit, of.id)
  const passed = of !== line && (
    <p className="quiet small">
      {capital(of.label)}
      {then !== undefined && of.shape === 'row' && `, ${yearName(outcome, then)}`}:
    </p>
  )
  const [only] = terms
  return (
    <section className={classes.section}>
      <h3>What it is made of</h3>
      {passed}
      {!only ? (
        <p>There is none {then === undefined ? 'in this plan' : 'in this year'}.</p>
      ) : (
        <table className={classes.operands}>
          <thead className="unseen">
            <tr>
              <th scope="col">Part</th>
              <th scope="col">Amount</th>
            </tr>
          </thead>
          <tbody>
            {terms.length === 1
              ? factorRows(only).map(({ factor, sign }, i) => (
                  <tr key={i}>
                    <th scope="row">
                      {sign && <span className="quiet">{sign} </span>}
                      <FactorName factor={factor} outcome={outcome} of={of} start={sign === ''} />
                    </th>
                    <td>{factorValue(factor)}</td>
                  </tr>
                ))
              : terms.map((term, i) => (
                  <tr key={i}>
                    <th scope="row">
                      <TermName term={term} outcome={outcome} of={of} />
                    </th>
                    <td>{amount(term.value)}</td>
                  </tr>
                ))}
            <tr className={classes.total}>
              <th scope="row">{capital(line.label)}</th>
              <td>{amount(value)}</td>
            </tr>
          </tbody>
        </table>
      )}
    </section>
  )
}

/** The factors of a product, one per line, including constants of the method. */
function factorRows({ coefficient, factors }: Term): { factor: Factor; sign: string }[] {
  const plain: Factor[] =
    coefficient === 1 && factors.length > 0
      ? []
      : [
          {
            name: coefficient === -1 ? 'sign reversed' : 'constant',
            value: coefficient,
            divides: false,
            operand: undefined,
            inside: [],
          },
        ]
  return [...factors, ...plain].map((factor, i) => ({ factor, sign: factor.divides ? '÷' : i > 0 ? '×' : '' }))
}

/** One part: its name and, if it is a product, its factors. */
function TermName({ term, outcome, of }: { term: Term; outcome: Outcome; of: Line }) {
  const [first, ...others] = factorRows({ ...term, coefficient: Math.abs(term.coefficient) })
  if (!first) return null
  return (
    <>
      {term.coefficient < 0 && <span className="unseen">minus </span>}
      <FactorName factor={first.factor} outcome={outcome} of={of} start />
      {others.length > 0 && (
        <span className="quiet small">
          {' '}
          {factorValue(first.factor)}
          {others.map(({ factor, sign }, i) => (
            <span key={i}>
              {' '}
              {sign} {factorValue(factor)} <FactorName factor={factor} outcome={outcome} of={of} />
            </span>
          ))}
        </span>
      )}
    </>
  )
}

function FactorName(props: { factor: Factor; outcome: Outcome; of: Line; start?: boolean }) {
  const { factor, outcome, of, start = false } = props
  if (factor.operand)
    return (
      <>
        <Opener operand={factor.operand} outcome={outcome} of={of} start={start} />
        <span className="quiet small"> {noteOf(outcome, factor.operand)}</span>
      </>
    )
  return (
    <>
      {start ? capital(factor.name) : factor.name}
      {factor.inside.length > 0 && (
        <span className="quiet small">
          {' '}
          (from{' '}
          {factor.inside.map((operand, i) => (
            <span key={i}>
              {i > 0 && ', '}
              <Opener operand={operand} outcome={outcome} of={of} /> {operandValue(operand)}
            </span>
          ))}
          )
        </span>
      )}
    </>
  )
}

const factorValue = ({ operand, value }: Factor): string =>
  operand ? multiplierValue(operand) : String(Number(value.toPrecision(5)))

/** The age is found by search, so its explanation is what was tried; amounts link to their own. */
function OfEarliest({ outcome, path, view }: { outcome: Outcome; path: string; view: View }) {
  const dollars = useStore((state) => state.dollars)
  const follow = useWhy((state) => state.follow)
  const reasons = useMemo(() => earliestReasons(outcome, path, view, dollars), [outcome, path, view, dollars])
  const name = outcome.paths.find(({ id }) => id === path)?.name
  return (
    <>
      <p className="quiet small">
        {name}, {VIEW_NAMES[view]}
      </p>
      <p>The earliest birthday on which you can retire with no shortfall in any year of the plan.</p>
      {reasons.map((parts, i) => (
        <p key={i} className={classes.reason}>
          {parts.map((part, k) =>
            typeof part === 'string' ? (
              part
            ) : (
              <button
                key={k}
                type="button"
                className={classes.figure}
                title={`Why? ${part.line.label}`}
                onClick={() =>
                  follow({
                    kind: 'line',
                    line: part.line.id,
                    retiringAt: part.retiringAt,
                    ...(part.year !== undefined && { year: part.year }),
                  })
                }
              >
                {written(part.value, part.line.unit, part.line.id)}
              </button>
            ),
          )}
        </p>
      ))}
    </>
  )
}

/** An operand as a button that opens its own explanation; the year needs none. */
function Opener(props: { operand: ExplainedOperand; outcome: Outcome; of: Line; start?: boolean }) {
  const { operand, outcome, of, start = false } = props
  const follow = useWhy((state) => state.follow)
  const question = questionOf(operand)
  const name = (start ? capital(operand.name) : operand.name) + elsewhere(outcome, operand, of)
  if (!question) return <span>{name}</span>
  return (
    <button
      type="button"
      className={`${classes.figure} ${operand.used ? '' : classes.unused}`}
      onClick={() => follow(question)}
    >
      {name}
    </button>
  )
}

/** A line of a path other than the explained one says so: both may be called "wealth". */
function elsewhere({ paths }: Outcome, { opens }: ExplainedOperand, of: Line): string {
  if (opens.kind !== 'line' && opens.kind !== 'row') return ''
  const scope = (line: Line) => line.id.split('/')[0]
  const path = paths.find(({ id }) => id === scope(opens.line))
  return path && path.id !== scope(of) ? ` (${path.name})` : ''
}

function questionOf({ opens }: ExplainedOperand): Question | undefined {
  if (opens.kind === 'input') return { kind: 'input', input: opens.input.id }
  if (opens.kind === 'line')
    return { kind: 'line', line: opens.line.id, ...(opens.year !== undefined && { year: opens.year }) }
  if (opens.kind === 'row') return { kind: 'line', line: opens.line.id, year: 1 }
  return undefined
}

const idOf = ({ opens }: ExplainedOperand): string =>
  opens.kind === 'input' ? opens.input.id : opens.kind === 'year' ? '' : opens.line.id

function operandValue(operand: ExplainedOperand): string {
  if (operand.opens.kind === 'year') return String(operand.value)
  return written(operand.value, operand.unit, idOf(operand))
}

/** An operand of a product; one that is not money, with enough digits to check the product by hand. */
function multiplierValue(operand: ExplainedOperand): string {
  if (operand.opens.kind === 'year') return String(operand.value)
  return asMultiplier(operand.value, operand.unit, idOf(operand))
}

function noteOf(outcome: Outcome, operand: ExplainedOperand): string {
  const { opens } = operand
  const unused = operand.used ? '' : 'not used here'
  if (opens.kind === 'input') {
    const path = fieldOf(opens.input)
    return [originOf(outcome.document, path), unused].filter(Boolean).join(', ')
  }
  if (opens.kind === 'line' && opens.year !== undefined)
    return [String(outcome.shared('plan/calendarYear')[opens.year - 1]), unused].filter(Boolean).join(', ')
  return unused
}

function InToday({ outcome, value, year }: { outcome: Outcome; value: number; year: number }) {
  const follow = useWhy((state) => state.follow)
  const dollars = useStore((state) => state.dollars)
  if (dollars === 'future' || year === 1) return null
  const level = outcome.shared('plan/priceIndex')[year - 1]!
  return (
    <p className="small">
      In today’s dollars {byUnit(value / level, 'usd')}: divided by the{' '}
      <button
        type="button"
        className={classes.figure}
        onClick={() => follow({ kind: 'line', line: 'plan/priceIndex', year })}
      >
        price level {asMultiplier(level, 'factor', 'plan/priceIndex')}
      </button>
      .
    </p>
  )
}

function YearsOf({ outcome, line, values }: { outcome: Outcome; line: Line; values: readonly number[] }) {
  const follow = useWhy((state) => state.follow)
  const years = outcome.shared('plan/calendarYear')
  return (
    <section className={classes.section}>
      <h3>{capital(line.label)}, year by year</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reached by keyboard */}
      <div className={classes.years} role="region" aria-label={`${line.label}, year by year`} tabIndex={0}>
        <ul className={classes.plainlist}>
          {values.map((value, i) => (
            <li key={i}>
              <span>{years[i]}</span>
              <button
                type="button"
                className={classes.figure}
                onClick={() => follow({ kind: 'line', line: line.id, year: i + 1 })}
              >
                {written(value, line.unit, line.id)}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

function OfInput({ outcome, id }: { outcome: Outcome; id: string }) {
  const { close, follow } = useWhy()
  const view = useStore((state) => state.view)
  const { document } = outcome
  const input = outcome.structure.graph.inputs.find((other) => other.id === id)
  const users = useMemo(() => input && usersOfInput(outcome, input, view), [outcome, input, view])
  if (!input || !users) return <p>This input is no longer part of the case.</p>
  const path = fieldOf(input)
  const field = describe(path, document)
  const value = get(document, path)
  const quote = quoteOf(document, path)
  return (
    <>
      <p className="quiet small">{nameOf(path, document, field)}</p>
      <p className={classes.value}>
        {typeof value === 'number' && field
          ? byUnit(value, field.unit)
          : field?.unit === 'date' && typeof value === 'string'
            ? day(value)
            : typeof value === 'string'
              ? value
              : 'not stated'}
        {field?.per && <span className="quiet small"> {field.per}</span>}
      </p>
      {field?.help && <p>{field.help}</p>}
      <p>{ORIGINS[originOf(document, path)]}</p>
      {quote && (
        <blockquote className={classes.quote}>
          <p>“{quote.words}”</p>
          <footer className="quiet small">{placeOfQuote(quote)}</footer>
          {quote.kept !== null && (
            <Button
              mt="xs"
              variant="default"
              size="compact-sm"
              onClick={() => {
                close()
                void showQuote(quote)
              }}
            >
              Show it in the document
            </Button>
          )}
        </blockquote>
      )}
      <Button
        mt="sm"
        variant="default"
        onClick={() => {
          close()
          goToField(path)
        }}
      >
        Go to the input
      </Button>
      <RestsOn users={users} outcome={outcome} onOpen={follow} />
    </>
  )
}

/** Opens the stored document at the quoted words. */
async function showQuote({ kept, place, words }: Quote): Promise<void> {
  const { useReading } = await import('../../state/reading')
  await useReading.getState().again(kept!, { place, words })
  useStore.getState().setPage('documents')
}

const ORIGINS = {
  entered: 'You entered this.',
  'letter of intent': 'This is from the letter of intent.',
  assumed: 'This is assumed: a default that has not been confirmed.',
} as const

function RestsOn({
  users,
  outcome,
  year,
  onOpen,
}: {
  users: Users
  outcome: Outcome
  year?: number
  onOpen: (question: Question) => void
}) {
  if (users.count === 0) return null
  return (
    <section className={classes.section}>
      <h3>What depends on this</h3>
      <ul className={classes.plainlist}>
        {users.lines.map((line) => (
          <li key={line.id}>
            <span>
              {capital(line.label)} <span className="quiet small">{placeOf(outcome, line)}</span>
            </span>
            <button
              type="button"
              className={classes.figure}
              aria-label={`${line.label}: ${written(outcome.values(line)[line.shape === 'row' ? (year ?? 1) - 1 : 0], line.unit, line.id)}`}
              onClick={() => onOpen({ kind: 'line', line: line.id, ...(line.shape === 'row' && { year: year ?? 1 }) })}
            >
              {written(outcome.values(line)[line.shape === 'row' ? (year ?? 1) - 1 : 0], line.unit, line.id)}
            </button>
          </li>
        ))}
      </ul>
      {users.count > users.lines.length && (
        <p className="quiet small">And {users.count - users.lines.length} more lines.</p>
      )}
    </section>
  )
}

/** The path and the view of a line. */
function placeOf({ paths }: Outcome, line: Line): string {
  const [scope, second] = line.id.split('/')
  const path = paths.find(({ id }) => id === scope)
  const view = VIEWS.find((name) => name === second)
  if (!path) return line.section
  return view ? `${path.name}, ${VIEW_NAMES[view]}` : path.name
}

function titleOf({ structure }: Outcome, question: Question): string {
  if (question.kind === 'earliest') return 'earliest retirement age'
  if (question.kind === 'simulation') return 'how often each path comes out ahead'
  if (question.kind === 'line')
    return structure.graph.has(question.line) ? structure.graph.line(question.line).label : question.line
  const input: Input | undefined = structure.graph.inputs.find(({ id }) => id === question.input)
  return input?.label ?? question.input
}

const yearName = (outcome: Outcome, year: number): string =>
  `${outcome.shared('plan/calendarYear')[year - 1]}, age ${outcome.shared('plan/age')[year - 1]}`

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
