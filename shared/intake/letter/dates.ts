import { IN_WORDS, ORDINAL, valueOfOrdinal, valueOfWords } from './numbers'

/** A day or a stretch of days that a text names. */
export interface DateFound {
  readonly start: number
  readonly end: number
  /** ISO days. More than one: a stretch of which these are the first and the last, or readings that disagree. */
  readonly days: readonly string[]
  readonly loose: boolean
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = String.raw`(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?`
const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
const pad = (value: number): string => String(value).padStart(2, '0')
const lastOf = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31
const iso = (year: number, month: number, day: number): string | undefined =>
  month >= 1 && month <= 12 && day >= 1 && day <= lastOf(year, month) ? `${year}-${pad(month)}-${pad(day)}` : undefined
const stretch = (year: number, first: number, last: number): string[] => [
  `${year}-${pad(first)}-01`,
  `${year}-${pad(last)}-${pad(lastOf(year, last))}`,
]
const yearOf = (text: string): number => {
  const year = Number(text.replace(/['’]/, ''))
  return year < 100 ? 2000 + year : year
}
const QUARTERS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
}

type Reading = (match: RegExpMatchArray) => { days: (string | undefined)[]; loose?: boolean } | undefined

const FORMS: readonly (readonly [RegExp, Reading])[] = [
  // between February 15 and March 15, 2027
  [
    new RegExp(
      String.raw`(?<=\bbetween\s)(${MONTH})\s+(\d{1,2})(?:,?\s+(\d{4}))?\s+and\s+(${MONTH})\s+(\d{1,2}),?\s+(\d{4})\b`,
      'gi',
    ),
    (m) => ({
      days: [
        iso(yearOf(m[3] ?? m[6]!), monthOf(m[1]!), Number(m[2])),
        iso(yearOf(m[6]!), monthOf(m[4]!), Number(m[5])),
      ],
      loose: true,
    }),
  ],
  // January 15, 2027
  [
    new RegExp(String.raw`\b(${MONTH})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b`, 'gi'),
    (m) => ({ days: [iso(yearOf(m[3]!), monthOf(m[1]!), Number(m[2]))] }),
  ],
  // 15 January 2027, the 15th of January, 2027
  [
    new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:day\s+)?(?:of\s+)?(${MONTH}),?\s+(\d{4})\b`, 'gi'),
    (m) => ({ days: [iso(yearOf(m[3]!), monthOf(m[2]!), Number(m[1]))] }),
  ],
  // the first day of February, two thousand twenty-seven
  [
    new RegExp(
      String.raw`\b(${ORDINAL})\s+(?:day\s+)?of\s+(${MONTH}),?\s+(?:in\s+the\s+year\s+)?(\d{4}|${IN_WORDS})`,
      'gi',
    ),
    (m) => {
      const year = /^\d/.test(m[3]!) ? Number(m[3]) : valueOfWords(m[3]!)
      const day = valueOfOrdinal(m[1]!)
      return year === undefined || day === undefined ? undefined : { days: [iso(year, monthOf(m[2]!), day)] }
    },
  ],
  // November fifteenth, twenty twenty-seven
  [
    new RegExp(
      String.raw`\b(${MONTH})\s+(?:the\s+)?(${ORDINAL}),?\s+(?:of\s+)?(\d{4}|twenty[\s-]+twenty[\s-]+\w+|${IN_WORDS})`,
      'gi',
    ),
    (m) => {
      const spoken = /^twenty[\s-]+(twenty[\s-]+\w+)$/i.exec(m[3]!)
      const year = /^\d/.test(m[3]!)
        ? Number(m[3])
        : spoken
          ? 2000 + (valueOfWords(spoken[1]!.replace(/\s+/, '-')) ?? NaN)
          : valueOfWords(m[3]!)
      const day = valueOfOrdinal(m[2]!)
      return year === undefined || Number.isNaN(year) || year < 2000 || year > 2100 || day === undefined
        ? undefined
        : { days: [iso(year, monthOf(m[1]!), day)] }
    },
  ],
  // 2027-02-28
  [/\b(20\d\d)-(\d\d)-(\d\d)\b/g, (m) => ({ days: [iso(Number(m[1]), Number(m[2]), Number(m[3]))] })],
  // 02/28/2027, 2-28-27: the American order
  [
    /\b(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d|\d\d)\b(?!\s*%)/g,
    (m) => ({ days: [iso(yearOf(m[3]!), Number(m[1]), Number(m[2]))] }),
  ],
  // Q2 2027, second quarter of 2027, 2Q27
  [
    /\b(?:Q([1-4])|([1-4])Q|(first|second|third|fourth)\s+(?:calendar\s+)?quarter)(?:\s+of)?(?:\s*['’]?(20\d\d|\d\d)\b)?/gi,
    (m) => {
      const quarter = QUARTERS[(m[1] ?? m[2] ?? m[3])!.toLowerCase()]!
      return { days: m[4] ? stretch(yearOf(m[4]), quarter * 3 - 2, quarter * 3) : [], loose: true }
    },
  ],
  // first half of 2027
  [
    /\b(?:(first|second)\s+half\s+of|H([12]))\s+(20\d\d)\b/gi,
    (m) => {
      const second = m[1]?.toLowerCase() === 'second' || m[2] === '2'
      return { days: stretch(Number(m[3]), second ? 7 : 1, second ? 12 : 6), loose: true }
    },
  ],
  // mid-March 2027, end of March 2027, March 2027
  [
    new RegExp(String.raw`\b(?:(?:early|mid|late|end\s+of)[\s-]+)?(${MONTH})(?:\s+of)?,?\s+(20\d\d)\b`, 'gi'),
    (m) => ({ days: stretch(yearOf(m[2]!), monthOf(m[1]!), monthOf(m[1]!)), loose: true }),
  ],
  // March 31, end of March, in March: no year, so no day
  [
    new RegExp(
      String.raw`\b(?:${MONTH}\s+\d{1,2}(?:st|nd|rd|th)?\b(?!,?\s*\d{4})|(?:early|mid|late|(?:the\s+)?(?:end|beginning|middle)\s+of)[\s-]+${MONTH}|(?<=\b(?:in|during)\s)${MONTH}(?![\w\s,]*\d{4}))`,
      'gi',
    ),
    () => ({ days: [], loose: true }),
  ],
]

/** All days that a text names, the surer reading first where two overlap. */
export function datesIn(text: string): DateFound[] {
  const found: DateFound[] = []
  for (const [form, read] of FORMS)
    for (const match of text.matchAll(form)) {
      const start = match.index
      const end = start + match[0].length
      if (found.some((other) => start < other.end && other.start < end)) continue
      const reading = read(match)
      if (!reading || reading.days.includes(undefined)) continue
      found.push({ start, end, days: reading.days as string[], loose: reading.loose ?? false })
    }
  const sorted = found.sort((a, b) => a.start - b.start)
  // "The end of the third quarter, September 30, 2027": the day is named beside its stretch.
  return sorted.flatMap((one, at) => {
    const [before, next] = [sorted[at - 1], sorted[at + 1]]
    const joined = (first: DateFound | undefined, second: DateFound | undefined): boolean =>
      !!first &&
      !!second &&
      first.loose &&
      !second.loose &&
      /^[\s,(–—-]*(?:(?:ideally|preferably|namely|say|i\.e\.),?\s*)?(?:on\s+)?$/i.test(
        text.slice(first.end, second.start),
      )
    if (joined(one, next)) return []
    return joined(before, one) ? [{ ...one, start: before!.start }] : [one]
  })
}

/** Days from one ISO day to another. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)
/** Days since March 1 of the year 0, in which every leap day is the last of its year. */
function dayNumber(iso: string): number {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  const y = month > 2 ? year : year - 1
  const ahead = Math.floor((153 * ((month + 9) % 12) + 2) / 5)
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + ahead + day
}
