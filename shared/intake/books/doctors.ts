import { cellName } from '../document'
import { cents } from './amounts'
import type { BookRow, Earned, Producers } from './book'
import type { Entry } from './columns'

const ASSOCIATE = /\bDr\.?\s+([A-Z][\w’'-]+)[^A-Za-z]*\b[Aa]ssoc|\b[Aa]ssoc\w*\b.*?\bDr\.?\s+([A-Z][\w’'-]+)/
/** "Dr. Maria Kim", "Kim, DDS"; not what the account is of. */
const NAMED = /\bDr\.?((?:\s+[A-Z][\w.’'-]*)+)|((?:[A-Z][\w.’'-]+\s+)*[A-Z][\w.’'-]+),?\s+(?:DDS|DMD|MD|DO|OD)\b/
const OF_WHAT =
  /^(?:collections?|production|fees|income|revenues?|receipts|services|payments|sales|salary|wages|pay|draws?|associate|hygiene|patients?)$/i

/** The last name of the doctor whom an account is called after. */
function doctorIn(label: string): string | undefined {
  const match = NAMED.exec(label)
  const words = (match?.[1] ?? match?.[2])?.trim().split(/\s+/) ?? []
  return words.filter((word) => !OF_WHAT.test(word)).at(-1)
}

/** A doctor whom one account calls an associate ("Fees - Dr. Kim (assoc.)") is none of the owners in another. */
export function asAssociates(rows: BookRow[]): void {
  const names = associatesIn(rows)
  for (const [at, row] of rows.entries())
    if (row.line === 'ownersPay' && names.some((name) => new RegExp(String.raw`\bDr\.?\s+${name}\b`).test(row.label))) {
      const { addBack: _, ...rest } = row
      rows[at] = { ...rest, line: 'associate' }
    }
}

/**
 * Accounts of pay that name different doctors: whoever is not called an owner, there or in the name of the practice, may
 * be a partner or an associate, and only the owner knows. @param titles what stands above the amounts
 */
export function askWhoOwns(rows: BookRow[], titles: readonly string[]): void {
  const practice = new Set(titles.join(' ').match(/[A-Z][\w’'-]+/g))
  const named = rows.flatMap((row, at) => {
    const name = row.line === 'ownersPay' ? doctorIn(row.label) : undefined
    return name === undefined ? [] : [{ at, name, said: OWNER.test(row.label) || practice.has(name) }]
  })
  const owners = new Set(named.flatMap(({ name, said }) => (said ? [name] : [])))
  const several = new Set(named.map(({ name }) => name)).size > 1
  for (const { at, name } of named) {
    if (practice.has(name)) rows[at] = { ...rows[at]!, known: true }
    else if (several && !owners.has(name)) rows[at] = { ...rows[at]!, known: false }
  }
}

const OWNER = /\b(?:owners?|officers?|partners?|shareholders?|principals?|members?|guaranteed)\b/i

/** "Mrs. Harwood" where Dr. Harwood is paid as the owner. */
export function asFamily(rows: BookRow[]): void {
  const owners = new Set(rows.flatMap(({ line, label }) => (line === 'ownersPay' ? (doctorIn(label) ?? []) : [])))
  for (const [at, row] of rows.entries()) {
    const name = /\b(?:Mrs?|Ms)\.?\s+(?:[A-Z][\w.’'-]*\s+)?([A-Z][\w’'-]+)/.exec(row.label)?.[1]
    if (name !== undefined && owners.has(name) && row.line !== 'income' && row.line !== 'otherIncome')
      rows[at] = { ...row, line: 'staff', addBack: 'family on the payroll' }
  }
}

const associatesIn = (rows: readonly BookRow[]): string[] =>
  rows.flatMap(({ label }) => {
    const match = ASSOCIATE.exec(label)
    return match ? [(match[1] ?? match[2])!] : []
  })

/** Collections by who worked for them, where the income accounts are named so. Undefined where that leaves it open. */
export function producersOfIncome(rows: readonly BookRow[]): Producers | undefined {
  const income = rows.filter(({ line, amount }) => line === 'income' && amount !== 0)
  return split(income, rows, undefined)
}

/** The same of a list below the books: names with amounts, and their total. */
export function producersOfList(list: readonly Entry[], rows: readonly BookRow[]): Producers | undefined {
  const earned = list.map(({ label, amount, column, row }) => ({ label, amount: amount!, cell: cellName(column, row) }))
  const total = earned.find(({ label }) => /^(?:grand\s+|practice\s+)?totals?\b|^all\b|\btotal$/i.test(label))
  return split(total ? earned.slice(0, earned.indexOf(total)) : earned, rows, total)
}

/** The same of a report with a column for each provider: what the income accounts of its column come to. */
export function producersOfClasses(
  classes: ReadonlyMap<number, string>,
  income: readonly { readonly entry: Entry; readonly turned: boolean }[],
  entries: readonly Entry[],
  rows: readonly BookRow[],
): Producers | undefined {
  const earned = [...classes].map(([column, label]): Earned => {
    const own = income.filter(({ entry }) => entry.classes.has(column))
    const sum = own.reduce((all, { entry, turned }) => all + (turned ? -1 : 1) * cents(entry.classes.get(column)!), 0)
    const total = entries.find(
      (entry) => /^total\b/i.test(entry.label) && cents(entry.classes.get(column) ?? 0) === sum,
    )
    const cells = total ? [total] : own.map(({ entry }) => entry)
    return { label, amount: sum / 100, cell: cells.map((entry) => cellName(column, entry.row)).join(' ') }
  })
  return split(
    earned.filter(({ amount }) => amount !== 0),
    rows,
    undefined,
  )
}

/** An associate is who is called so or is paid as one, the owner the only other doctor. */
function split(earned: readonly Earned[], rows: readonly BookRow[], total: Earned | undefined): Producers | undefined {
  const paid = rows.flatMap(({ line, label }) => (line === 'associate' ? (doctorIn(label) ?? []) : []))
  const employed = new Set([...associatesIn(rows), ...paid])
  const hygiene = earned.filter(({ label }) => /hygien|RDH/i.test(label))
  const doctors = earned.filter((one) => !hygiene.includes(one))
  const associates = doctors.filter(({ label }) => /associate/i.test(label) || employed.has(doctorIn(label) ?? ''))
  const owner = doctors.filter(
    (one) =>
      !associates.includes(one) && (/\bowner|\bdoctors?\b/i.test(one.label) || doctorIn(one.label) !== undefined),
  )
  const owners = new Set(owner.map(({ label }) => doctorIn(label) ?? 'the owner'))
  if (owners.size !== 1 || hygiene.length + associates.length === 0) return undefined
  return { owner, associates, hygiene, total }
}
