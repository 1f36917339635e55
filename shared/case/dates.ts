/**
 * Calendar dates as the method needs them (MODEL section 1): times in years from the start of the plan, to the nearest
 * month boundary. Plain arithmetic, without clock or time zone.
 */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const daysIn = (year: number, month: number): number =>
  month === 2 ? (leap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** Parses `YYYY-MM-DD`; undefined if there is no such date. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined
  return { year, month, day }
}

/** As `parseDay`, for valid dates. */
export function dayOf(text: string): Day {
  const day = parseDay(text)
  if (!day) throw new RangeError(`${text} is no day of the calendar.`)
  return day
}

export const formatDay = ({ year, month, day }: Day): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** A valid date in words: June 30, 2027. */
export function inWords(iso: string): string {
  const { year, month, day } = dayOf(iso)
  return `${MONTHS[month - 1]} ${day}, ${year}`
}

/** The date `months` later: the same day of the month, or the month's last. */
export function addMonths({ year, month, day }: Day, months: number): Day {
  const index = year * 12 + month - 1 + months
  const to = { year: Math.floor(index / 12), month: (index % 12) + 1 }
  return { ...to, day: Math.min(day, daysIn(to.year, to.month)) }
}

/** Years from 1 January of `startYear`, by the nearest month boundary: 30 June = 1 July = 0.5. */
export function timeOf({ year, month, day }: Day, startYear: number): number {
  return (12 * (year - startYear) + month - 1 + (day >= 16 ? 1 : 0)) / 12
}

/**
 * The model year of a date: 1 is the calendar year `startYear`. The last days before the plan count as its first day, as
 * their time does: a price paid on December 31 would otherwise be paid in no year of the plan.
 */
export const yearOf = ({ year, month, day }: Day, startYear: number): number =>
  year === startYear - 1 && month === 12 && day >= 16 ? 1 : year - startYear + 1

/** An age is reached on the day before the birthday (20 CFR 404.2(c)(4)): that day's month, counted from year 0. */
export const monthOfEve = ({ year, month, day }: Day): number => {
  const before = day === 1 ? addMonths({ year, month, day }, -1) : { year, month }
  return before.year * 12 + before.month - 1
}

/** Months of age in the month in which benefits begin: the month boundary nearest to the claim date. */
export const ageInMonths = (birth: Day, claim: Day): number =>
  claim.year * 12 + claim.month - 1 + (claim.day >= 16 ? 1 : 0) - monthOfEve(birth)
