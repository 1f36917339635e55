const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']
/** Short forms stand for days only beside another day: "sun" and "sat" are words. */
const DAY = String.raw`(?:Mon(?:day)?s?|Tue(?:s(?:day)?)?s?|Wed(?:nesday)?s?|Thu(?:r(?:s(?:day)?)?)?s?|Fri(?:day)?s?|Sat(?:urday)?s?|Sun(?:day)?s?|M(?=\s?[-–/,&])|T(?=[,/&])|Tu|W(?=[,/&])|Th|F)\b\.?`
const SPAN = new RegExp(
  String.raw`\b(${DAY})\s*(?:through|thru|to|[-–—])\s*(${DAY})(?:\s*(?:and|&|,|\+)\s*(${DAY}))?`,
  'g',
)
const LIST = new RegExp(String.raw`\b${DAY}(?:\s*(?:,\s*(?:and\s+|&\s*)?|/|&|\band\b)\s*${DAY})+`, 'g')

const indexOf = (day: string): number =>
  /^M\b/.test(day)
    ? 0
    : /^T\b/.test(day)
      ? 1
      : /^W\b/.test(day)
        ? 2
        : /^F\b/.test(day)
          ? 4
          : DAYS.indexOf(day.slice(0, 2).toLowerCase())

export interface WeekdaysFound {
  readonly start: number
  readonly end: number
  readonly count: number
}

/** "Monday through Thursday", "Mondays, Tuesdays and Fridays", "M-Th": how many days of a week. */
export function weekdaysIn(text: string): WeekdaysFound[] {
  const found: WeekdaysFound[] = []
  for (const match of text.matchAll(SPAN)) {
    const [first, last] = [indexOf(match[1]!), indexOf(match[2]!)]
    if (first < 0 || last <= first) continue
    const count = last - first + 1 + (match[3] ? 1 : 0)
    found.push({ start: match.index, end: match.index + match[0].length, count })
  }
  for (const match of text.matchAll(LIST)) {
    const start = match.index
    if (found.some((other) => start < other.end && other.start < start + match[0].length)) continue
    const days = new Set([...match[0].matchAll(new RegExp(DAY, 'g'))].map(([day]) => indexOf(day)))
    found.push({ start, end: start + match[0].length, count: days.size })
  }
  return found
}
