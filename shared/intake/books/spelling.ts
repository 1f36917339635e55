/** Words that name the line of an account and that are long enough to be misspelled recognizably. */
const WORDS = (
  'accountant accounting advertising amortization appliances assistant assistants associate attorney bookkeeping ' +
  'building charitable cleaning compensation computer consulting continuing contributions depreciation donations ' +
  'education electric electricity employee employees entertainment equipment facility hygiene hygienist hygienists ' +
  'implants insurance interest internet janitorial laboratory landscaping licenses maintenance malpractice marketing ' +
  'miscellaneous mortgage payroll pension professional property receptionist repairs retirement salaries salary ' +
  'seminars software sterilization subscriptions supplies telephone utilities vehicle wages workers'
).split(' ')

/** The words of a name that are one or two letters away from a known one, corrected. "Labratory" → "laboratory". */
export function respelled(name: string): string {
  return name.replace(/[A-Za-z]{5,}/g, (word) => {
    const lower = word.toLowerCase()
    if (WORDS.includes(lower)) return word
    const allowed = lower.length >= 8 ? 2 : 1
    return (
      WORDS.find((known) => known[0] === lower[0] && known.length >= 6 && distance(lower, known) <= allowed) ?? word
    )
  })
}

/** Letters to add, drop, replace or swap with the next one. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      row[j] = Math.min(row[j - 1]! + 1, rows[i - 1]![j]! + 1, rows[i - 1]![j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1)
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}
