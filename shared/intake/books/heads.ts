import type { Row } from '../document'
import { periodIn, type Period } from './period'

/** The head of a month's or a quarter's column, also as a date. */
export const MONTHLY =
  /^(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?(?:[\s'’-]+\d{2,4})?|Q[1-4](?:[\s'’-]+\d{2,4})?|20\d\d-\d\d(?:-\d\d)?|\d{1,2}\/(?:\d{1,2}\/)?(?:20)?\d\d)$/i

/** The head of a column that is the sum of others. */
export const WHOLE = /total|ytd|year[\s-]+to[\s-]+date/i

/** "Amount" below "2025" says nothing new. */
export const saysLess = (text: string, above: string | undefined): boolean =>
  above !== undefined &&
  /^\s*(?:amounts?|actuals?|dollars|US\s?\$|\$|USD|balances?)\s*$/i.test(text) &&
  (periodIn(above) !== undefined || MONTHLY.test(above) || WHOLE.test(above))

/** The head of a column; a year's last day stands for the year, as in comparative statements. */
export const periodOfHead = (head: string): Period | undefined => {
  const end = /^\s*(?:12\/31\/|dec(?:ember)?\.?\s+31,?\s+)(20\d\d|\d\d)\s*$/i.exec(head)?.[1]
  // "Jan 25" over amounts is a month, not a day.
  const month = /^\s*([a-z]{3,9}\.?)\s+['’]?(\d\d)\s*$/i.exec(head)
  return end === undefined
    ? (periodIn(head) ?? (month ? periodIn(`${month[1]} 20${month[2]}`) : undefined))
    : { months: 12, year: Number(end) < 100 ? 2000 + Number(end) : Number(end), quote: head }
}

/** Columns of the same stretch in different years: column → year. */
export function yearsOf(money: readonly number[], heads: ReadonlyMap<number, string>): Map<number, number> {
  const periods = money.flatMap((column) => {
    const period = periodOfHead(heads.get(column) ?? '')
    return period?.year === undefined ? [] : [{ column, months: period.months, year: period.year }]
  })
  const whole = periods.filter(({ months }) => months === 12)
  const compared =
    periods.length > 1 &&
    new Set(periods.map(({ months }) => months)).size === 1 &&
    new Set(periods.map(({ year }) => year)).size === periods.length
  return new Map((compared ? periods : whole).map(({ column, year }) => [column, year]))
}

/** What the amounts cover that were taken: by the head of their column, the titles, or the columns added up. */
export function periodOf(
  titles: readonly Row[],
  heads: ReadonlyMap<number, string>,
  taken: number | undefined,
  sum: readonly number[],
  body: readonly Row[],
): Period | undefined {
  if (sum.length > 0) {
    const parts = sum.map(
      (column) =>
        periodIn(heads.get(column) ?? '') ?? {
          months: /^Q/i.test(heads.get(column) ?? '') ? 3 : 1,
          quote: heads.get(column) ?? '',
        },
    )
    return {
      months: parts.reduce((total, { months }) => total + months, 0),
      quote: `${parts[0]!.quote} – ${parts.at(-1)!.quote}`,
    }
  }
  const own = taken === undefined ? undefined : periodOfHead(heads.get(taken) ?? '')
  // "Six months ended June 30, 2028 and 2027" over columns that are headed by their year alone.
  const bare = own?.months === 12 && /^\s*(?:FY\s?)?\d{4}\s*$/.test(own.quote)
  const part = bare
    ? titles
        .map(({ cells }) => periodIn(cells.map(({ text }) => text).join(' ')))
        .find((period) => period !== undefined && period.months !== 12)
    : undefined
  if (part) return part
  if (own) return own
  for (const { cells } of titles) {
    const found = periodIn(cells.map(({ text }) => text).join(' '))
    if (found) return taken === undefined ? found : soFar(found, heads.get(taken) ?? '')
  }
  const parts = [...heads].filter(([column]) => column !== taken).flatMap(([, head]) => periodIn(head) ?? [])
  if (parts.length > 1)
    return {
      months: parts.reduce((total, { months }) => total + months, 0),
      quote: `${parts[0]!.quote} – ${parts.at(-1)!.quote}`,
    }
  for (const { cells } of body.slice(-4)) {
    const found = cells.length === 1 ? periodIn(cells[0]!.text) : undefined
    if (found && !/basis/i.test(cells[0]!.text)) return found
  }
  return undefined
}

/** "For the month ended April 30, 2025" over a column "Year to date": four months. */
function soFar(period: Period, head: string): Period {
  const months = period.end === undefined ? 0 : (period.end % 12) + 1
  return /\b(?:ytd|year[\s-]+to[\s-]+date)\b/i.test(head) && period.months < months ? { ...period, months } : period
}
