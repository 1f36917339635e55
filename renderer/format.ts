import { inWords, parseDay } from '../shared/case/dates'
import type { FieldMeta } from '../shared/case/field'

/** Number formats used everywhere. A missing value is a dash; a negative amount has a true minus sign. */
export const none = '–'

const MINUS = '−'
const written = (value: number | null | undefined): value is number =>
  value !== null && value !== undefined && isFinite(value)
/** Cached by minimum and maximum decimals: creating a formatter takes a hundred times as long as using it. */
const formats = new Map<string, Intl.NumberFormat>()

function grouped(value: number, least: number, most: number): string {
  const key = `${least} ${most}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most })
    formats.set(key, format)
  }
  return format.format(value)
}

/** Formats the absolute value with `text` and puts the sign in front; a value that rounds to zero has none. */
function signed(value: number, text: (size: number) => string): string {
  const size = text(Math.abs(value))
  return value < 0 && /[1-9]/.test(size) ? MINUS + size : size
}

type Maybe = number | null | undefined

/** Whole dollars, for tables: $1,234,567. */
export const usd = (value: Maybe): string => (written(value) ? signed(value, (x) => `$${grouped(x, 0, 0)}`) : none)

/** Dollars and cents, for the closing statement only. */
export const usdCents = (value: Maybe): string => (written(value) ? signed(value, (x) => `$${grouped(x, 2, 2)}`) : none)

/** Always three significant figures, for charts and tables: $3.42M, $3.40M, $412,000. Amounts in a row read alike. */
export const usdShort = (value: Maybe): string => threeFigures(value, 1, 'kept')

/** At most three significant figures, for axes and for what was chosen: $3.42M, $3.4M, $3M. */
export const usdRound = (value: Maybe): string => threeFigures(value, 1, 'dropped')

/** At most three significant figures, for sentences: $3.42 million, $3.4 million, $412,000. */
export const usdInWords = (value: Maybe): string => threeFigures(value, 2, 'dropped')

/** Amounts no practice reaches get no further abbreviation. */
function threeFigures(value: Maybe, form: 1 | 2, zeros: 'kept' | 'dropped'): string {
  if (!written(value)) return none
  return signed(value, (x) => {
    const rounded = Number(x.toPrecision(3))
    const found = SIZES.find(([least]) => rounded >= least)
    const [size, word] = [found?.[0] ?? 1, found?.[form] ?? '']
    const shown = Number((rounded / size).toPrecision(3))
    if (shown >= 1e6) return `$${shown.toExponential().replace('e+', ' × 10^')}${word}`
    const least = zeros === 'kept' && size > 1 ? Math.max(0, 2 - Math.floor(Math.log10(shown))) : 0
    return `$${grouped(shown, least, size > 1 || x < 1 ? 2 : 0)}${word}`
  })
}
const SIZES = [
  [1e12, 'T', ' trillion'],
  [1e9, 'B', ' billion'],
  [1e6, 'M', ' million'],
] as const

/** A fraction as a percentage: 30%, 27.8%; up to two decimals. */
export const percent = (value: Maybe, most = 1): string =>
  written(value) ? signed(value * 100, (x) => `${grouped(x, 0, most)}%`) : none

/** A multiple: 6.2×; in a column with as many decimals as the others, so that the digits line up. */
export const factor = (value: Maybe, least = 0, most = 2): string =>
  written(value) ? signed(value, (x) => `${grouped(x, least, most)}×`) : none

/** A plain number. */
export const plain = (value: Maybe, most = 1): string =>
  written(value) ? signed(value, (x) => grouped(x, 0, most)) : none

/** A calendar day of the case file in words: June 30, 2027. */
export function day(iso: string | null | undefined): string {
  return iso && parseDay(iso) ? inWords(iso) : none
}
/** The month of a calendar day: June 2027. */
export const monthYear = (iso: string): string => day(iso).replace(/ \d+,/, '')

/** A moment in local time: November 24, 2026, 6:52 AM. */
export const moment = (iso: string): string =>
  new Date(iso).toLocaleString('en-US', { dateStyle: 'long', timeStyle: 'short' })

/** The value of a field in words: $900,000 a year, 30% of collections, June 30, 2027. */
export function valueText(value: Fact, { unit, per, choices }: FieldMeta): string {
  if (value === null || value === '') return 'not stated'
  if (typeof value === 'number') return [byUnit(value, unit), per].filter(Boolean).join(' ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return unit === 'date' ? day(value) : (choices?.[value] ?? value)
}
type Fact = string | number | boolean | null

/** 1 year, 1.5 years; singular if it rounds to one. */
const counted = (text: string, unit: string): string => `${text} ${/^−?1$/.test(text) ? unit.slice(0, -1) : unit}`

/** A value in the unit of its field or line. */
export function byUnit(value: Maybe, unit: FieldMeta['unit']): string {
  if (!written(value)) return none
  switch (unit) {
    case 'usd':
      return usd(value)
    case 'rate':
      return percent(value, 2)
    case 'factor':
      return factor(value)
    case 'year':
    case 'age':
      return String(Math.round(value))
    case 'years':
    case 'months':
    case 'days':
    case 'hours':
      // With thousands of hours, tenths do not matter.
      return counted(plain(value, Math.abs(value) < 1000 ? 1 : 0), unit)
    default:
      return plain(value, 2)
  }
}
