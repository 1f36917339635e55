import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'

import type { PlainDocument } from '../../../shared/intake/document'
import { parseCase } from '../../../shared/case/problems'
import type { Book } from '../../../shared/intake/read'
import {
  accountKey,
  accountsOf,
  costGrowthOf,
  isCostLine,
  growthOf,
  proofOf,
  withBook,
  type AddBack,
  type Given,
} from '../../../shared/review/book'
import type { Source } from '../../../shared/review/letter'
import { byProviderOf, splitOf } from '../../../shared/review/collections'
import { list } from '../../../shared/text'
import { usdCents } from '../../format'
import { useReading, type Open } from '../../state/reading'
import { useDocument, useStore } from '../../state/store'
import { PageHead } from '../entry/PageHead'
import { Section } from '../entry/Section'
import { go } from '../frame/actions'
import { tell } from '../frame/tell'
import { BookAccounts, isAsked, showAccount, type Evidence } from './BookAccounts'
import { BookCollections, collectionsOf, type Typed } from './BookCollections'
import { BookGrowth } from './BookGrowth'
import { BookMonths } from './BookMonths'
import { BookYears } from './BookYears'
import { DocumentText } from './DocumentText'
import classes from './documents.module.css'
import { keepOpen } from './keep'
import { undoOf } from './undo'

function unasked(labels: readonly string[]): string {
  const one = labels.length === 1
  const shown = labels.slice(0, 3).map((label) => `“${label}”`)
  const others = labels.length - shown.length
  const names = one ? shown[0]! : list([...shown, ...(others > 0 ? [`${others} more`] : [])])
  return `${names} ${one ? 'is' : 'are'} unclear. Choose where ${one ? 'it goes' : 'they go'}, or confirm what is proposed.`
}

/** The sheet that was read; of months that are added up, each file’s under its name. */
function sheetsOf(open: Open, book: Book): PlainDocument {
  const added = new Set(book.sources?.flatMap(({ taken, place }) => (taken === 'added' ? [place] : [])))
  const others = (open.parts ?? []).filter(({ name }) => name !== open.name && added.has(name))
  const named = others.flatMap(({ name, document, read }) =>
    document.sheets.filter((sheet) => sheet.name === read.book?.sheet).map((sheet) => ({ ...sheet, name })),
  )
  return { ...open.document, pages: [], sheets: [...open.document.sheets, ...named] }
}

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
  const files = book.sources?.filter(({ taken }) => taken === 'added' && open.parts !== undefined).length ?? 0
  const proof = proofOf(book, accounts)
  const split = splitOf(book, accounts)
  const collected = split?.total ?? proof.collections
  const collections = collectionsOf(collected, typed, split)
  const addBacks = accounts.flatMap(({ row, line }): AddBack[] => {
    const given = evidence[row.cell]
    return given && isCostLine(line) ? [{ row, evidence: given }] : []
  })
  const unknown = accounts.filter((account) => isAsked(account, lines))
  const growth = growthOf(book, accounts, document)
  const costs = costGrowthOf(book, accounts, document)
  const shownDocument = useMemo(() => sheetsOf(open, book), [open, book])
  const unpaid = accounts.length > 0 && accounts.every(({ line }) => line !== 'ownersPay')
  const months = scale === 'scale' ? (book.months ?? 12) : 12

  const take = async () => {
    const said: string[] = []
    if (scale === undefined) said.push('Say first whether these are the amounts of a whole year.')
    if (typeof collections === 'string') said.push(collections)
    // A guess that nobody has looked at must not become a figure of the case.
    if (unknown.length > 0) said.push(unasked(unknown.map(({ row }) => row.label.trim())))
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
    tell(`The books in ${files > 1 ? `${files} files` : `“${open.name}”`} are now in the case.`, {
      label: 'Undo',
      run: undoOf(),
    })
    if (useReading.getState().open.length === 0) go('practice')
  }

  return (
    <>
      <PageHead
        title={files > 1 ? `The books in ${files} files` : `The books in “${open.name}”`}
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
            {unknown.length === 1 ? 'One account is' : `${unknown.length} accounts are`} unclear: say where{' '}
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
        {problems.length > 0 && (
          <div role="alert" className={classes.refused}>
            {problems.map((problem) => (
              <p key={problem} className={classes.wrong}>
                {problem}
              </p>
            ))}
          </div>
        )}
      </div>
      <div className={classes.columns}>
        <DocumentText document={shownDocument} sheet={book.sheet} {...(shown && { shown })} />
        <div>
          {open.read.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          {book.months !== 12 && (
            <BookMonths
              book={book}
              scale={scale}
              onScale={(chosen) => {
                setScale(chosen)
                setProblems([])
              }}
            />
          )}
          {book.inThousands && <p>The sheet is in thousands of dollars; the amounts here are in dollars.</p>}
          <BookYears book={book} onApart={open.parts && (() => apart(open.key))} />
          <BookCollections
            total={collected}
            split={split}
            byProvider={book.producers && byProviderOf(book.producers)}
            typed={typed}
            onTyped={setTyped}
          />
          {accounts.length > 0 && (
            <>
              <BookAccounts
                accounts={accounts}
                chosen={lines}
                evidence={evidence}
                onLines={(given) => {
                  setLines({ ...lines, ...given })
                  setProblems([])
                }}
                onEvidence={(given) => setEvidence({ ...evidence, ...given })}
                onShow={setShown}
              />
              {unpaid && (
                <p role="status">
                  No account goes to owner’s pay. If the practice pays you a salary, find it above and assign it to
                  owner’s pay: EBITDA is understated otherwise. Draws and distributions of profit need nothing here.
                </p>
              )}
              <ProofOfBooks proof={proof} />
            </>
          )}
          <BookGrowth
            growth={growth}
            feeGrowth={document.practice.feeGrowth}
            costs={costs}
            grows={grows}
            onGrows={setGrows}
            growing={growing}
            onGrowing={setGrowing}
          />
        </div>
      </div>
    </>
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
