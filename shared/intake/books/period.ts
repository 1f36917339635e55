/** The stretch that a report covers, in whole months. */
export interface Period {
  readonly months: number
  /** Year in which it ends, if said. */
  readonly year?: number
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

/** The period that a title line or the head of a column names. */
export function periodIn(text: string): Period | undefined {
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
      quote,
    }
  match = new RegExp(
    String.raw`\b(?:ytd|year[\s-]+to[\s-]+date)\b.{0,20}?${MONTH}\s*(?:\d{1,2})?,?\s*(20\d\d)\b`,
    'i',
  ).exec(text)
  if (match) return { months: monthOf(match[1]!), year: Number(match[2]), quote }
  match = /\b(20\d\d)-(\d\d)-\d\d\s*(?:-|–|to|through)\s*(20\d\d)-(\d\d)-\d\d/i.exec(text)
  if (match)
    return {
      months: span(Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4])),
      year: Number(match[3]),
      quote,
    }
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
  match = /\bquarters?\s+end(?:ed|ing)\b.*?(20\d\d)|\bQ[1-4]\s+(20\d\d)/i.exec(text)
  if (match) return { months: 3, year: Number(match[1] ?? match[2]), quote }
  match = new RegExp(String.raw`\bmonth\s+end(?:ed|ing)\b.*?(20\d\d)|^\s*${MONTH}\s+(20\d\d)\s*$`, 'i').exec(text)
  if (match) return { months: 1, year: Number(match[1] ?? match[3]), quote }
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
