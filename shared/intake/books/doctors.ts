import type { BookRow, Producers } from './book'

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

const associatesIn = (rows: readonly BookRow[]): string[] =>
  rows.flatMap(({ label }) => {
    const match = ASSOCIATE.exec(label)
    return match ? [(match[1] ?? match[2])!] : []
  })

/**
 * Collections by who worked for them, where the income accounts are named so: an associate is who is called so or is
 * paid as one, the owner the only other doctor. Undefined where that leaves it open.
 */
export function producersOfIncome(rows: readonly BookRow[]): Producers | undefined {
  const income = rows.filter(({ line, amount }) => line === 'income' && amount !== 0)
  const paid = rows.flatMap(({ line, label }) => (line === 'associate' ? (doctorIn(label) ?? []) : []))
  const employed = new Set([...associatesIn(rows), ...paid])
  const hygiene = income.filter(({ label }) => /hygien|RDH/i.test(label))
  const associates = income.filter(
    (row) => !hygiene.includes(row) && (/associate/i.test(row.label) || employed.has(doctorIn(row.label) ?? '')),
  )
  const doctors = income.filter(
    (row) =>
      !associates.includes(row) &&
      !hygiene.includes(row) &&
      (/\bowner/i.test(row.label) || doctorIn(row.label) !== undefined || /\bdoctors?\b|\bdr\b/i.test(row.label)),
  )
  const owners = new Set(doctors.map(({ label }) => doctorIn(label) ?? 'the owner'))
  if (owners.size !== 1 || hygiene.length + associates.length === 0) return undefined
  return { owner: doctors, associates, hygiene, total: undefined }
}
