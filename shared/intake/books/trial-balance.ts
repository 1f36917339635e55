import { cellName, type Cell, type Sheet } from '../document'
import { accountOf, nameOf } from './accounts'
import { amountOf, cents, decimalOf } from './amounts'
import type { BookRead, BookRow } from './book'
import { periodIn } from './period'

const DEBIT = /^(?:debits?|dr\.?)(?:\s+(?:amt|amount|balance))?\.?$/i
const CREDIT = /^(?:credits?|cr\.?)(?:\s+(?:amt|amount|balance))?\.?$/i
const INCOME =
  /\b(?:income|revenues?|sales|fees? (?:earned|income)|patient fees?|collections?|receipts|production|refunds?|write-?offs?|discounts?|allowances?|contractual adjustments?)\b/i
const COST_WORDS = /\b(?:expenses?|fees paid|costs?|paid)\b/i
/** What a practice owns and owes is no matter of a year. */
const BALANCE =
  /\b(?:cash|checking|savings|bank account|money market|petty|receivables?|a\/r|inventory|prepaid|deposits?|equipment|furniture|fixtures|computers? and|vehicles?|leasehold|improvements|building|land|goodwill|accumulated|payables?|a\/p|accrued|credit cards?|line of credit|notes?|loans?|mortgage|due (?:to|from)|common stock|paid-in|capital|equity|retained earnings|opening balance|draws?|distributions?|dividends)\b/i
const EARNED =
  /\b(?:expense|fees?|interest|depreciation|amorti[sz]ation|rent|repairs?|lease|insurance|wages|salar\w+)\b/i

interface Account {
  readonly label: string
  readonly number: number | undefined
  readonly cell: string
  /** Dollars, debits positive. */
  readonly debit: number
}

/** Does the account belong to the year's result? By its number in the usual chart of accounts, else by its name. */
function ofTheYear({ label, number }: Account): boolean {
  if (number !== undefined) return Number(String(number)[0]) >= 4
  return !/\baccumulated\b/i.test(label) && (EARNED.test(label) || !BALANCE.test(label))
}

/**
 * A trial balance: all accounts with a debit or a credit, which add up to the same. Income and costs are read, balances
 * are left aside. It states no net income and no period but its day. Undefined where the sheet is none.
 */
export function readTrialBalance(sheet: Sheet): BookRead | undefined {
  const head = sheet.rows.findIndex(
    ({ cells }) =>
      cells.some(({ text }) => DEBIT.test(text.trim())) && cells.some(({ text }) => CREDIT.test(text.trim())),
  )
  if (head < 0) return undefined
  const columnOf = (form: RegExp): number => sheet.rows[head]!.cells.find(({ text }) => form.test(text.trim()))!.column
  const [debits, credits] = [columnOf(DEBIT), columnOf(CREDIT)]
  const decimal = decimalOf(sheet.rows)
  const accounts: Account[] = []
  const notCounted: { cell: string; label: string; amount: number; why: string }[] = []
  for (const row of sheet.rows.slice(head + 1)) {
    const at = (column: number): Cell | undefined => row.cells.find((cell) => cell.column === column)
    const value = (column: number): number | undefined => {
      const cell = at(column)
      return cell && amountOf(cell, decimal)
    }
    const [debit, credit] = [value(debits), value(credits)]
    const names = row.cells.filter(({ column }) => column < Math.min(debits, credits)).map(({ text }) => text.trim())
    const label = names.filter((text) => /[A-Za-z]{2}/.test(text)).at(-1)
    if (label === undefined || (debit === undefined && credit === undefined)) continue
    const cell = cellName(debit !== undefined && debit !== 0 ? debits : credits, row.number)
    if (/^(?:grand\s+)?totals?\b|^total:/i.test(label)) {
      notCounted.push({ cell, label, amount: debit ?? credit!, why: 'the sum of rows above' })
      continue
    }
    const number = names.map((text) => /^(\d{3,6})\b/.exec(text)?.[1]).find((found) => found !== undefined)
    accounts.push({
      label,
      number: number === undefined ? undefined : Number(number),
      cell,
      debit: (cents(debit ?? 0) - cents(credit ?? 0)) / 100,
    })
  }
  if (accounts.length < 5) return undefined
  const rows: BookRow[] = []
  for (const account of accounts) {
    const { label, cell, debit } = account
    if (!ofTheYear(account)) {
      notCounted.push({ cell, label, amount: Math.abs(debit), why: 'a balance, not of the year' })
      continue
    }
    if (debit === 0) continue
    const name = nameOf(label)
    const first = account.number === undefined ? undefined : String(account.number)[0]
    if (first === '4' || (first === undefined && INCOME.test(name) && !COST_WORDS.test(name)))
      rows.push({ cell, label, amount: -debit, line: 'income', known: true })
    else if (debit < 0 && /\b(?:income|gain|earned|credit)\b/i.test(name))
      rows.push({ cell, label, amount: -debit, line: 'otherIncome', known: true })
    else {
      const { line, addBack, known } = accountOf(label, [])
      rows.push({ cell, label, amount: debit, line, known, ...(addBack === undefined ? {} : { addBack }) })
    }
  }
  return {
    sheet: sheet.name,
    rows,
    notCounted,
    period: sheet.rows
      .slice(0, head)
      .map(({ cells }) => cells.map(({ text }) => text).join(' '))
      // "As of December 31" names a day, not how long the accounts have run.
      .filter((title) => !/\bas (?:of|at)\b/i.test(title) || /\bmonths\b/i.test(title))
      .map(periodIn)
      .find((found) => found !== undefined),
    netIncome: undefined,
    unproved: accounts.reduce((sum, { debit }) => sum + cents(debit), 0) / 100,
    producers: undefined,
    earlierYears: [],
    left: [],
  }
}
