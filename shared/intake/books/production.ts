import { cellName, type Sheet } from '../document'
import { amountOf, decimalOf } from './amounts'
import { periodIn, type Period } from './period'
import type { BookRead, Earned } from './book'

/** Columns that are collections, the surest first; production before write-offs is not. */
const COLLECTED = [
  /^net\s+collections?$/i,
  /^tot(?:al)?\.?\s+(?:income|collections?|receipts|payments)$/i,
  /^collections?$/i,
  /^(?:net\s+)?(?:income|receipts)$/i,
  /^(?:net\s+)?payments$/i,
  /^(?:(?:amount|total|net)\s+)?collected$/i,
]

/** A report of a practice program by provider; undefined where the sheet is none. */
export function readProduction(sheet: Sheet): BookRead | undefined {
  const decimal = decimalOf(sheet.rows)
  const head = sheet.rows.findIndex(
    ({ cells }) =>
      cells.some(({ text }) =>
        /^(?:prov(?:ider)?s?(?:\s+(?:id|name))?|doctor|dentist|physician|clinician|surgeon|(?:treating|rendering)\s+provider|producer|employee|team member|practitioner|therapist|injector|name)$/i.test(
          text.trim(),
        ),
      ) && cells.some(({ text }) => COLLECTED.some((form) => form.test(text.trim()))),
  )
  if (head < 0) return undefined
  const { cells } = sheet.rows[head]!
  const column = COLLECTED.map((form) => cells.find(({ text }) => form.test(text.trim()))).find(
    (cell) => cell !== undefined,
  )!.column
  const titles = sheet.rows.slice(0, head).map((row) => row.cells.map(({ text }) => text).join(' '))
  const earned: Earned[] = []
  let total: Earned | undefined
  for (const row of sheet.rows.slice(head + 1)) {
    const cell = row.cells.find((one) => one.column === column)
    const amount = cell && amountOf(cell, decimal)
    const label = row.cells
      .filter((one) => one.column < column && amountOf(one, decimal) === undefined)
      .map(({ text }) => text.trim())
      .join(' ')
    if (amount === undefined || label === '') continue
    const one = { cell: cellName(column, row.number), label, amount }
    if (/^(?:[a-z]+\s+)?totals?\b|^all (?:providers|doctors)\b/i.test(label) && !/^sub/i.test(label)) total = one
    else if (!/^sub-?total/i.test(label)) earned.push(one)
  }
  if (earned.length === 0) return undefined
  const hygiene = earned.filter(({ label }) => /\bRDH\b|hygien|\bHYG/i.test(label))
  const doctors = earned.filter(
    (one) =>
      !hygiene.includes(one) && !/unassigned|no provider|office|other|front desk|guest services/i.test(one.label),
  )
  const names = titles.join(' ').toLowerCase()
  const marked = doctors.filter(({ label }) => /\b(?:owner|principal|primary|senior|managing|founder)\b/i.test(label))
  const employed = doctors.filter(({ label }) =>
    /\b(?:associate|employed|locum|part-?time|contract(?:or)?)\b/i.test(label),
  )
  const named = doctors.filter(({ label }) =>
    (label.match(/[A-Z][a-z]{3,}/g) ?? []).some(
      (word) => names.includes(word.toLowerCase()) && !/^(?:Doctor|Dental|Owner|Associate)$/.test(word),
    ),
  )
  const rest = doctors.filter((one) => !employed.includes(one))
  const owner =
    marked.length > 0
      ? marked
      : employed.length > 0 && rest.length === 1
        ? rest
        : named.length === 1
          ? named
          : doctors.length === 1
            ? doctors
            : []
  const associates = owner.length > 0 ? doctors.filter((one) => !owner.includes(one)) : []
  // Some programs print the title below the names of the columns.
  const alone = sheet.rows.slice(head + 1).flatMap((row) => (row.cells.length === 1 ? row.cells[0]!.text : []))
  const period: Period | undefined = [...titles, ...alone]
    .map((title) => periodIn(title))
    .find((found) => found !== undefined)
  const sum = earned.reduce((all, { amount }) => all + Math.round(amount * 100), 0) / 100
  return {
    sheet: sheet.name,
    rows: [],
    notCounted: total ? [{ ...total, why: 'the total of the providers' }] : [],
    period,
    netIncome: undefined,
    unproved: total ? Math.round((total.amount - sum) * 100) / 100 : undefined,
    producers: { owner, associates, hygiene, total: total ?? { cell: '', label: 'all providers', amount: sum } },
    earlierYears: [],
    left: cells
      .filter((one) => one.column !== column && one.column > 1)
      .map(({ text }) => `${text.trim()}: not the collections`),
  }
}
