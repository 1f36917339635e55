/** The stretch that a report covers, in whole months. */
export interface Period {
  readonly months: number
  /** Year in which it ends, if said. */
  readonly year?: number
  /** Its last month, counted from the year 0, where the text says which. */
  readonly end?: number
  readonly quote: string
}

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
const TO = String.raw`\s*(?:-|–|—|to|through|thru|until)\s*`
const monthOf = (name: string): number => NAMES.indexOf(name.slice(0, 3).toLowerCase()) + 1
const yearOf = (text: string): number => (Number(text) < 100 ? 2000 + Number(text) : Number(text))
const COUNTS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

const span = (fromYear: number, fromMonth: number, toYear: number, toMonth: number): number =>
  (toYear - fromYear) * 12 + toMonth - fromMonth + 1

/** A month of a year as one number, so that the next month is the next number. */
const monthIndex = (year: number, month: number): number => year * 12 + month - 1

export const yearOfEnd = (end: number): number => Math.floor(end / 12)

const FULL = 'January February March April May June July August September October November December'.split(' ')
const monthName = (index: number): string => `${FULL[index % 12]} ${Math.floor(index / 12)}`

/** "January 2025", "January 2025 – March 2025". */
export const spanName = (end: number, months: number): string =>
  months === 1 ? monthName(end) : `${monthName(end - months + 1)} – ${monthName(end)}`

/** The period that a title line or the head of a column names. */
export function periodIn(text: string): Period | undefined {
  const period = stretchIn(text)
  if (!period || period.end !== undefined || period.year === undefined) return period
  // "Six months ended June 30, 2025": the month beside the year.
  const ended = new RegExp(String.raw`\bend(?:ed|ing)\b.*?\b${MONTH}`, 'i').exec(text)?.[1]
  return ended === undefined ? period : { ...period, end: monthIndex(period.year, monthOf(ended)) }
}

function stretchIn(text: string): Period | undefined {
  const quote = text.trim()
  let match = new RegExp(
    String.raw`\b${MONTH}\s*(\d{1,2})?,?\s*(\d{4})?${TO}${MONTH}\s*(\d{1,2}(?!\d))?,?\s*['’]?(\d{4}|\d{2})\b`,
    'i',
  ).exec(text)
  if (match) {
    const year = yearOf(match[6]!)
    return {
      months: span(match[3] ? Number(match[3]) : year, monthOf(match[1]!), year, monthOf(match[4]!)),
      year,
      end: monthIndex(year, monthOf(match[4]!)),
      quote,
    }
  }
  match = /\b(\d{1,2})\/(\d{1,2})\/(\d{2,4})\s*(?:-|–|to|through|\s+To:)\s*(\d{1,2})\/(\d{1,2})\/(\d{2,4})/i.exec(
    text.replace(/to:/i, 'to'),
  )
  if (match)
    return {
      months: span(yearOf(match[3]!), Number(match[1]), yearOf(match[6]!), Number(match[4])),
      year: yearOf(match[6]!),
      end: monthIndex(yearOf(match[6]!), Number(match[4])),
      quote,
    }
  match = new RegExp(
    String.raw`\b(?:ytd|year[\s-]+to[\s-]+date)\b.{0,20}?${MONTH}\s*(?:\d{1,2})?,?\s*(20\d\d)\b`,
    'i',
  ).exec(text)
  if (match)
    return {
      months: monthOf(match[1]!),
      year: Number(match[2]),
      end: monthIndex(Number(match[2]), monthOf(match[1]!)),
      quote,
    }
  match = /\b(20\d\d)-(\d\d)-\d\d\s*(?:-|–|to|through)\s*(20\d\d)-(\d\d)-\d\d/i.exec(text)
  if (match)
    return {
      months: span(Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4])),
      year: Number(match[3]),
      end: monthIndex(Number(match[3]), Number(match[4])),
      quote,
    }
  // "March 1-31, 2025", as QuickBooks Online titles a single month.
  match = new RegExp(String.raw`\b${MONTH}\s+\d{1,2}\s*[-–]\s*\d{1,2},?\s+(20\d\d)\b`, 'i').exec(text)
  if (match) return oneMonth(Number(match[2]), monthOf(match[1]!), quote)
  match = new RegExp(
    String.raw`\b(${COUNTS.join('|')}|\d{1,2})[\s-]+months?\s+(?:period\s+)?end(?:ed|ing)\b.*?(20\d\d)`,
    'i',
  ).exec(text)
  if (match)
    return {
      months: /\d/.test(match[1]!) ? Number(match[1]) : COUNTS.indexOf(match[1]!.toLowerCase()) + 1,
      year: Number(match[2]),
      quote,
    }
  match = new RegExp(String.raw`\b(${COUNTS.join('|')}|\d{1,2})[\s-]+months\b`, 'i').exec(text)
  const stated = /\b(20\d\d)\b/.exec(text)
  if (match && stated)
    return {
      months: /\d/.test(match[1]!) ? Number(match[1]) : COUNTS.indexOf(match[1]!.toLowerCase()) + 1,
      year: Number(stated[1]),
      quote,
    }
  match = /\bperiods?\s+0?(\d{1,2})\s*(?:-|–|to)\s*0?(\d{1,2})\b.*?(20\d\d)/i.exec(text)
  if (match) return { months: Number(match[2]) - Number(match[1]) + 1, year: Number(match[3]), quote }
  match = /\bquarters?\s+end(?:ed|ing)\b.*?(20\d\d)|\bQ([1-4])\s+(20\d\d)/i.exec(text)
  if (match) {
    const year = Number(match[1] ?? match[3])
    return { months: 3, year, ...(match[2] && { end: monthIndex(year, Number(match[2]) * 3) }), quote }
  }
  match = new RegExp(String.raw`\bmonth\s+end(?:ed|ing)\b.*?(20\d\d)`, 'i').exec(text)
  if (match) return { months: 1, year: Number(match[1]), quote }
  match = new RegExp(String.raw`(?:^|\bmonth (?:of )?)\s*${MONTH},?\s+(20\d\d)\s*$`, 'i').exec(text)
  if (match) return oneMonth(Number(match[2]), monthOf(match[1]!), quote)
  match =
    /\b(?:(?:calendar|fiscal|tax)\s+)?years?\s+(?:end(?:ed|ing)\b.*?)?(20\d\d)(?:\s*(?:and|,|&|-)\s*(20\d\d))*|\bFY\s?(20\d\d)|\b(20\d\d)\s+(?:numbers|totals?|year|annual|books|P&L|profit)|^\s*(20\d\d)\s*$|\b(20\d\d)\s+(?:schedule|form)\b|\b(?:schedule\s+[a-z]|form\s+\d{3,4}\S*)\b.{0,60}?\b(20\d\d)\b|\b(?:P&L|profit and loss|income statement|report)\s+(?:for\s+)?(20\d\d)\b/i.exec(
      text,
    )
  if (match)
    return {
      months: 12,
      // "Years ended December 31, 2025 and 2024": the later one.
      year:
        Math.max(Number(match[1] ?? 0), Number(match[2] ?? 0)) ||
        Number(match[3] ?? match[4] ?? match[5] ?? match[6] ?? match[7] ?? match[8]),
      quote,
    }
  // "Checkbook summary for 2025": one year and no month.
  match = /^\D*\b(20\d\d)\b\D*$/.exec(text)
  if (match && /[a-z]{3}/i.test(text) && !new RegExp(String.raw`\b${MONTH}(?![a-z])`, 'i').test(text))
    return { months: 12, year: Number(match[1]), quote }
  return undefined
}

const oneMonth = (year: number, month: number, quote: string): Period => ({
  months: 1,
  year,
  end: monthIndex(year, month),
  quote,
})

/** The month that a file is called after, where nothing in it says which: "PL 2025-03.csv", "March 2025.xlsx". */
export function monthOfName(name: string): Period | undefined {
  const digits = /(?:^|\D)(20\d\d)[-_. ]?(0[1-9]|1[0-2])(?:\D|$)/.exec(name)
  if (digits) return oneMonth(Number(digits[1]), Number(digits[2]), name)
  const word = new RegExp(String.raw`(?:^|[^a-z])${MONTH}[-_., ]*(20\d\d)(?:\D|$)`, 'i').exec(name)
  return word ? oneMonth(Number(word[2]), monthOf(word[1]!), name) : undefined
}
