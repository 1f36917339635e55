import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'

import { parseCase } from '../../../shared/case/problems'
import type { Book } from '../../../shared/intake/read'
import {
  accountKey,
  accountsOf,
  costGrowthOf,
  GIVEN,
  isCostLine,
  growthOf,
  proofOf,
  withBook,
  type AddBack,
  type CostGrowth,
  type Given,
} from '../../../shared/review/book'
import type { Source } from '../../../shared/review/letter'
import { splitOf } from '../../../shared/review/collections'
import { percent, usdCents } from '../../format'
import { useReading, type Open } from '../../state/reading'
import { useDocument, useStore } from '../../state/store'
import { PageHead } from '../entry/PageHead'
import { Section } from '../entry/Section'
import { go } from '../frame/actions'
import { tell } from '../frame/tell'
import { BookAccounts, showAccount, type Evidence } from './BookAccounts'
import { BookCollections, collectionsOf, type Typed } from './BookCollections'
import { BookYears } from './BookYears'
import { DocumentText } from './DocumentText'
import classes from './documents.module.css'
import { keepOpen } from './keep'
import { undoOf } from './undo'

/** Maps the accounts of the books to cost lines, with a reconciliation at the end. */
export function BookReview({ open, book }: { readonly open: Open; readonly book: Book }) {
  const document = useDocument()
  const remembered = useStore((state) => state.accounts)
  const { rememberAccounts } = useStore.getState()
  const { leave, apart } = useReading.getState()
  const [lines, setLines] = useState<Readonly<Record<string, Given>>>({})
  const [evidence, setEvidence] = useState<Readonly<Record<string, Evidence | undefined>>>({})
  const [scale, setScale] = useState<'year' | 'scale' | undefined>(book.months === 12 ? 'year' : undefined)
  const [typed, setTyped] = useState<Typed>({})
  const [shown, setShown] = useState<Open['shown']>(open.shown)
  const [problems, setProblems] = useState<readonly string[]>([])
  const [grows, setGrows] = useState(false)
  const [growing, setGrowing] = useState<ReadonlySet<Given>>(new Set())
  const [busy, setBusy] = useState(false)

  const accounts = useMemo(
    () =>
      accountsOf(book, remembered).map((account) => ({ ...account, line: lines[account.row.cell] ?? account.line })),
    [book, remembered, lines],
  )
  const proof = proofOf(book, accounts)
  const split = splitOf(book, accounts)
  const collected = split?.total ?? proof.collections
  const collections = collectionsOf(collected, typed, split)
  const addBacks = accounts.flatMap(({ row, line }): AddBack[] => {
    const given = evidence[row.cell]
    return given && isCostLine(line) ? [{ row, evidence: given }] : []
  })
  const unknown = accounts.filter(({ row, known }) => !known && lines[row.cell] === undefined)
  const growth = growthOf(book, accounts, document)
  const costs = costGrowthOf(book, accounts, document)
  const months = scale === 'scale' ? (book.months ?? 12) : 12

  const take = async () => {
    const said: string[] = []
    if (scale === undefined) said.push('Say first whether these are the amounts of a whole year.')
    if (typeof collections === 'string') said.push(collections)
    setProblems(said)
    if (said.length > 0 || typeof collections === 'string') return
    const taken = {
      accounts,
      addBacks,
      collections,
      months,
      growth: grows ? growth : undefined,
      costGrowth: costs.filter(({ line }) => growing.has(line)),
    }
    const source = { document: open.name, kept: open.kept }
    const tried = parseCase(withBook(document, book, taken, source))
    if (!tried.ok) return setProblems(tried.problems.map(({ message }) => message))
    setBusy(true)
    const kept = await keepOpen(open)
    let providers: Source | undefined
    for (const other of open.parts?.slice(1) ?? []) {
      // One after another: each is a transaction of its own.
      // oxlint-disable-next-line no-await-in-loop
      const stored = await keepOpen(other)
      if (other.name === book.producersFrom) providers = { document: other.name, kept: stored }
    }
    setBusy(false)
    const { replace, document: now } = useStore.getState()
    const refused = replace(withBook(now!, book, { ...taken, ...(providers && { providers }) }, { ...source, kept }))
    if (refused.length > 0) return setProblems(refused.map(({ message }) => message))
    rememberAccounts(
      Object.fromEntries(
        accounts.flatMap(({ row, line }) => (lines[row.cell] === undefined ? [] : [[accountKey(row.label), line]])),
      ),
    )
    leave()
    tell(`The books in “${open.name}” are now in the case.`, { label: 'Undo', run: undoOf() })
    if (useReading.getState().open.length === 0) go('practice')
  }

  return (
    <>
      <PageHead
        title={`The books in “${open.name}”`}
        says="Check where each account goes. Your corrections are remembered for the next file. The cost lines of the case are replaced by these."
      />
      <div className={classes.tools}>
        <Button loading={busy} onClick={() => void take()}>
          Import the books
        </Button>
        <Button variant="subtle" onClick={leave}>
          Close without importing
        </Button>
        {unknown.length > 0 && (
          <Button variant="subtle" onClick={() => showAccount(unknown[0]!)}>
            {unknown.length === 1 ? 'One account is' : `${unknown.length} accounts are`} in no list: say where{' '}
            {unknown.length === 1 ? 'it belongs' : 'they belong'}
          </Button>
        )}
        {proof.difference !== undefined && (
          <span className={proof.difference === 0 ? 'quiet small' : classes.wrong}>
            {proof.difference === 0
              ? 'Adds up to the net income of the file, to the cent.'
              : `${usdCents(proof.difference)} of its net income are not accounted for.`}
          </span>
        )}
      </div>
      {problems.length > 0 && (
        <div role="alert">
          {problems.map((problem) => (
            <p key={problem} className={classes.wrong}>
              {problem}
            </p>
          ))}
        </div>
      )}
      <div className={classes.columns}>
        <DocumentText document={{ ...open.document, pages: [] }} sheet={book.sheet} {...(shown && { shown })} />
        <div>
          {book.months !== 12 && <Months months={book.months} scale={scale} onScale={setScale} />}
          {book.inThousands && <p>The sheet is in thousands of dollars; the amounts here are in dollars.</p>}
          <BookYears book={book} onApart={open.parts && (() => apart(open.key))} />
          <BookCollections total={collected} split={split} typed={typed} onTyped={setTyped} />
          {accounts.length > 0 && (
            <>
              <BookAccounts
                accounts={accounts}
                chosen={lines}
                evidence={evidence}
                onLine={(cell, line) => setLines({ ...lines, [cell]: line })}
                onEvidence={(given) => setEvidence({ ...evidence, ...given })}
                onShow={setShown}
              />
              <ProofOfBooks proof={proof} />
            </>
          )}
          {(growth || costs.length > 0) && (
            <Section title="Growth" says="Past growth is no promise: only what you check is projected.">
              {growth && (
                <>
                  <p>
                    Collections went from {usdCents(growth.collections[0])} in {growth.from} to{' '}
                    {usdCents(growth.collections[1])} in {growth.to}: {percent(growth.rate)} a year.
                  </p>
                  <label>
                    <input type="checkbox" checked={grows} onChange={(event) => setGrows(event.target.checked)} />{' '}
                    Project this growth: fee growth stays at {percent(document.practice.feeGrowth)} a year, volume
                    growth becomes {percent(growth.volume)}
                  </label>
                </>
              )}
              {costs.length > 0 && <GrowthOfCosts costs={costs} growing={growing} onGrowing={setGrowing} />}
            </Section>
          )}
          {open.read.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      </div>
    </>
  )
}

function Months(props: {
  readonly months: number | undefined
  readonly scale: 'year' | 'scale' | undefined
  readonly onScale: (scale: 'year' | 'scale') => void
}) {
  const { months, scale, onScale } = props
  return (
    <Section title="Which period?">
      <fieldset>
        <legend>
          {months === undefined
            ? 'The file does not say which period it covers.'
            : `The file covers ${months} ${months === 1 ? 'month' : 'months'}, and the case holds amounts a year.`}
        </legend>
        <label>
          <input type="radio" name="period" checked={scale === 'year'} onChange={() => onScale('year')} />{' '}
          {months === undefined
            ? 'These are the amounts of a whole year: take them as they are'
            : 'Nothing was collected or paid in the other months: take the amounts as those of a year'}
        </label>
        {months !== undefined && (
          <>
            <br />
            <label>
              <input type="radio" name="period" checked={scale === 'scale'} onChange={() => onScale('scale')} /> Scale
              them to a year: × 12 ÷ {months}
            </label>
          </>
        )}
      </fieldset>
    </Section>
  )
}

/** What each cost line came to in the years of the file, and whether its growth is projected. */
function GrowthOfCosts(props: {
  readonly costs: readonly CostGrowth[]
  readonly growing: ReadonlySet<Given>
  readonly onGrowing: (growing: ReadonlySet<Given>) => void
}) {
  const { costs, growing, onGrowing } = props
  return (
    <table className={classes.accounts}>
      <caption>
        Costs by year, in dollars, without one-off costs. Supplies and lab follow collections and have no growth of
        their own.
      </caption>
      <thead>
        <tr>
          <th scope="col">Cost line</th>
          {costs[0]!.years.map(({ year }) => (
            <th key={year} scope="col" className={classes.amount}>
              {year}
            </th>
          ))}
          <th scope="col">Growth a year</th>
        </tr>
      </thead>
      <tbody>
        {costs.map(({ line, years, rate, why }) => (
          <tr key={line}>
            <th scope="row">{GIVEN[line]}</th>
            {years.map(({ year, amount }) => (
              <td key={year} className={classes.amount}>
                {usdCents(amount)}
              </td>
            ))}
            <td>
              {rate === undefined ? (
                <span className="quiet small">None proposed. {why}</span>
              ) : (
                <label>
                  <input
                    type="checkbox"
                    aria-label={`${GIVEN[line]}: project ${percent(rate)} a year`}
                    checked={growing.has(line)}
                    onChange={(event) => {
                      const others = [...growing].filter((other) => other !== line)
                      onGrowing(new Set(event.target.checked ? [...others, line] : others))
                    }}
                  />{' '}
                  Project {percent(rate)}
                </label>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ProofOfBooks({ proof }: { readonly proof: ReturnType<typeof proofOf> }) {
  const { collections, costs, leftOut, result, netIncome, difference } = proof
  const lines: [string, number][] = [
    ['Collections', collections],
    ['less cost lines', -costs],
    ['less what is left out (owner’s pay, interest, depreciation, other income)', -leftOut],
    ['Result', result],
  ]
  return (
    <Section title="Proof">
      <dl className={classes.proof}>
        {lines.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{usdCents(value)}</dd>
          </div>
        ))}
      </dl>
      <p role="status">
        {difference === undefined
          ? 'The file states no net income, so nothing proves that every row was counted once.'
          : difference === 0
            ? `The result equals the net income of the file, ${usdCents(netIncome)}, to the cent.`
            : `The file states a net income of ${usdCents(netIncome)}: ${usdCents(difference)} are not accounted for. Check the accounts before you import.`}
      </p>
    </Section>
  )
}
