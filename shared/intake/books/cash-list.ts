import { cellName } from '../document'
import { accountOf, nameOf } from './accounts'
import { cents } from './amounts'
import type { BookRead, BookRow } from './book'
import type { Columns, Entry } from './columns'

const NET = /^(?:net\b|total\b|grand total|balance|change in cash|ending)/i
const CASH = /\b(?:transfers?|net (?:cash|change)|cash flow|deposits?)\b/i
/** What moves money but is neither earned nor spent in the year. */
const NO_RESULT =
  /\btransfers?\b|\bprincipal\b|\b(?:to|from) savings\b|\bloan (?:proceeds|payoff|advance)|\bcredit card payments?\b|\b(?:tax estimates?|est(?:imated|\.)? tax(?:es)?|irs\b(?!.*payroll)|1040)|^equipment(?:$|:|\s*[-–—])|\bequipment purchases?\b|\bcapital (?:contribution|purchase)|\bnew (?:car|truck|equipment)/i
const GIVEN_BACK = /\b(?:refunds?|charge-?backs?|returned|nsf|bounced|take-?backs?)\b/i

const placeOf = ({ column, row, label, amount }: Entry) => ({ cell: cellName(column, row), label, amount: amount! })

/**
 * What went through a bank account, by category: money in is positive, money out negative, and no heading says which is
 * which. It states no net income; that its rows add up to the change of the account proves that all were read.
 * Undefined where the sheet is none.
 */
export function readCashList(sheet: string, columns: Columns | undefined): BookRead | undefined {
  if (!columns) return undefined
  const { entries, period } = columns
  const amounts = entries.filter(({ amount }) => amount !== undefined)
  const isTotal = ({ label }: Entry): boolean => NET.test(label) && !/\b(?:income|profit|loss)\b/i.test(label)
  const end = amounts.findLastIndex((entry) => !isTotal(entry)) + 1
  const [list, totals] = [amounts.slice(0, end), amounts.slice(end)]
  const out = list.filter(({ amount }) => amount! < 0)
  const mixed = out.length >= 5 && out.length < list.length && out.length >= list.length * 0.4
  const flat = entries.length <= amounts.length + 1
  if (!mixed || !flat || !(columns.signed || entries.some(({ label }) => CASH.test(label)))) return undefined
  const sum = list.reduce((all, { amount }) => all + cents(amount!), 0)
  const total = totals.at(-1)
  if (total && sum !== cents(total.amount!)) return undefined
  const rows: BookRow[] = []
  const notCounted = totals.map((one) => ({ ...placeOf(one), why: 'the change of the account' }))
  for (const { label, amount, column, row } of list) {
    const cell = cellName(column, row)
    const name = nameOf(label)
    if (NO_RESULT.test(name)) {
      notCounted.push({ cell, label, amount: amount!, why: 'neither income nor a cost of the year' })
      continue
    }
    if (amount! > 0 || GIVEN_BACK.test(name)) {
      const other = /\binterest|dividend|rebate\b/i.test(name)
      rows.push({ cell, label, amount: amount!, line: other ? 'otherIncome' : 'income', known: true })
    } else if (amount !== 0) {
      const { line, addBack, known } = accountOf(label, [])
      rows.push({ cell, label, amount: -amount!, line, known, ...(addBack === undefined ? {} : { addBack }) })
    }
  }
  return {
    sheet,
    rows,
    notCounted,
    period,
    // What went through the account is the result only if all of it was earned or spent.
    netIncome: total && notCounted.length === totals.length ? placeOf(total) : undefined,
    unproved: total ? 0 : undefined,
    producers: undefined,
    earlierYears: [],
    left: columns.left,
  }
}
