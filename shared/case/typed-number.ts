import type { FieldMeta } from './field'
import { amount, unitWords } from './problems'
import type { Practice } from './schema'
import { clipped } from '../text'

/** The result: a value, with a note if the interpretation may surprise; or a sentence that rejects it. */
export type Typed =
  | {
      readonly ok: true
      readonly value: number | string | boolean | null
      /** How it was read, where that is not plain to see: a period that was converted, a percentage below 1. */
      readonly note?: string
    }
  | { readonly ok: false; readonly message: string }

/** What a week and a day of work come to in a year. */
export type Worked = Pick<Practice, 'daysNow' | 'weeksWorked'>

/** An upper limit on typed numbers and computed results. */
const LONGEST = 200

/**
 * A number as a person types it: short (`1.2m`, `85k`), with a dollar sign and commas, in an accountant's brackets when
 * it is negative, worked out (`=20*12*450`), with the word for its unit, or with a period of its own (`12k per month`),
 * which is converted to that of the field, and the note says how. What can be read in two ways is asked about.
 * @param typed trimmed, not empty
 * @param wanted what the sentences ask for instead: "an amount such as 85,000"
 * @param worked without it nothing is converted from weeks and days of work
 */
export function readNumber(typed: string, field: FieldMeta, wanted: string, worked?: Worked): Typed {
  const fail = (is: string, enter = wanted): Typed => ({
    ok: false,
    message: `${field.label}: “${clipped(typed, 40)}” ${is}. Enter ${enter}.`,
  })
  if (typed.length > LONGEST) return fail(`is longer than the ${LONGEST} characters of a number or a formula`)
  const { number: timeless, period } = periodIn(typed)
  const bare = timeless.replace(/^(?:usd|\$)\s*(?=[-−–(])/i, '').replace(/^usd\s*|\s*(?:dollars?|usd)$/gi, '')
  const [, counted = bare, word = ''] = UNIT_WORD.exec(bare) ?? []
  const scale = scaleOf(word.toLowerCase().replace(/s$/, ''), field)
  if (scale === undefined) return fail(`is a number of ${word.toLowerCase().replace(/s?$/, 's')}`)
  const formula = counted.startsWith('=')
  const result = evaluate(formula ? counted.slice(1) : counted.replace(/(\d)\s*[x×]$/i, '$1'), formula)
  if (result === undefined) return fail('is not a number')
  if (!Number.isFinite(result.value)) return fail('divides by zero')
  const thousands = formula ? undefined : inThousands(counted)
  if (thousands !== undefined && within(thousands, field)) {
    const [one, other] = [plain(result.value), grouped(plain(thousands))]
    return fail(`can be read as ${one} or as ${other}`, `${one} or ${other}`)
  }
  if (field.unit === 'rate') {
    if (typed.includes('$') && !formula) return fail('is an amount of money')
    if (period && periodOf(field) !== period) return fail(`is ${noun(field)} ${PER[period]}, ${takes(field)}`)
    return percentage(result)
  }
  // In a formula a percentage is a factor: =5%*1.2m.
  if (result.percent && !formula && field.unit !== 'factor') return fail('is a percentage')
  const value = trim(result.value * scale)
  const own = periodOf(field)
  if (period === undefined || period === own)
    return scale === 1 ? { ok: true, value } : { ok: true, value, note: `${typed} = ${understood(value, field)}.` }
  if (own !== 'year' || field.unit !== 'usd') return fail(`is ${noun(field)} ${PER[period]}, ${takes(field)}`)
  const times = timesAYear(period, field, worked)
  if (times === undefined)
    return fail(
      `is an amount ${PER[period]}, and how many of those a year brings is not known here`,
      'the amount a year',
    )
  const yearly = trim(times.factors.reduce((product, factor) => product * factor, value))
  const note = `${amount(value, field)} ${PER[period]} × ${times.words} = ${understood(yearly, field)}.`
  return { ok: true, value: yearly, note }
}

/** A value with its unit and period, as it was understood: "$144,000 a year". */
export function understood(value: number, field: FieldMeta): string {
  const sign = field.unit === 'factor' ? '×' : unitWords(field)
  return [amount(value, field) + sign, field.per].filter(Boolean).join(' ')
}

function percentage(result: Result): Typed {
  if (result.percent) return { ok: true, value: trim(result.value) }
  const value = trim(result.value / 100)
  if (result.value === 0 || Math.abs(result.value) >= 1) return { ok: true, value }
  const meant = plain(result.value * 100)
  return { ok: true, value, note: `Read as ${plain(result.value)}%. If you meant ${meant}%, type ${meant}.` }
}

type Period = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour'
const PER: Readonly<Record<Period, string>> = {
  year: 'a year',
  quarter: 'a quarter',
  month: 'a month',
  week: 'a week',
  day: 'a day',
  hour: 'an hour',
}

const PERIOD =
  /\s*(?:(?:\b(?:an?|per|each|every)\s+|\/\s*)(?:clinical\s+|working\s+)?(year|yr|annum|quarter|qtr|month|mo|week|wk|day|hour|hr)|\b(yearly|annually|p\.?a|quarterly|monthly|weekly|daily|hourly))\.?$/i
const PERIODS: readonly (readonly [Period, RegExp])[] = [
  ['year', /^(y|annu|pa)/],
  ['quarter', /^q/],
  ['month', /^mo/],
  ['week', /^w/],
  ['day', /^d/],
  ['hour', /^h/],
]

/** The period at the end of what was typed, and what is left without it. */
function periodIn(typed: string): { number: string; period: Period | undefined } {
  const match = PERIOD.exec(typed)
  if (!match) return { number: typed, period: undefined }
  const word = (match[1] ?? match[2]!).toLowerCase().replaceAll('.', '')
  return { number: typed.slice(0, match.index), period: PERIODS.find(([, begins]) => begins.test(word))![0] }
}

/** The period of a field's amount; undefined where it is an amount at one time, or a share of something. */
function periodOf({ per = '' }: FieldMeta): Period | undefined {
  if (per === 'in that year') return 'year'
  const word = /^an? (\w+)/.exec(per)?.[1]
  return word !== undefined && Object.hasOwn(PER, word) ? (word as Period) : undefined
}

const noun = ({ unit }: FieldMeta): string =>
  unit === 'usd' ? 'an amount' : unit === 'rate' ? 'a percentage' : 'a number'
const takes = (field: FieldMeta): string =>
  field.per === undefined ? `and “${field.label}” has no period` : `and this field takes ${noun(field)} ${field.per}`

/** By what an amount of a period is multiplied to be one of a year. What is paid for work comes in the weeks of work. */
function timesAYear(
  period: Period,
  field: FieldMeta,
  worked: Worked | undefined,
): { factors: readonly number[]; words: string } | undefined {
  if (period === 'quarter') return { factors: [4], words: '4' }
  if (period === 'month') return { factors: [12], words: '12' }
  if (period === 'week' && field.comes === undefined) return { factors: [52], words: '52' }
  if (worked === undefined || field.comes === undefined) return undefined
  const { daysNow, weeksWorked } = worked
  const weeks = `${plain(weeksWorked)} weeks of work`
  if (period === 'week') return { factors: [weeksWorked], words: weeks }
  if (period !== 'day' || field.comes !== 'by the day') return undefined
  return { factors: [daysNow, weeksWorked], words: `${plain(daysNow)} days a week × ${weeks}` }
}

const UNIT_WORD = /^(.*?)\s*(years?|yrs?|months?|weeks?|days?|hours?|hrs?)$/i

/** By what a number with a word for its unit is multiplied to be one of the field's unit; undefined where it cannot be. */
function scaleOf(word: string, { unit, label }: FieldMeta): number | undefined {
  const named = word === 'yr' ? 'year' : word === 'hr' ? 'hour' : word
  if (named === '' || unit === `${named}s`) return 1
  if (named === 'year' && (unit === 'age' || unit === 'year')) return 1
  if (unit === 'count') return label.toLowerCase().includes(`${named}s`) ? 1 : undefined
  if (unit === 'months' && named === 'year') return 12
  if (unit === 'years' && named === 'month') return 1 / 12
  return undefined
}

/**
 * `1.000` and `-3.500` as they are meant where a point stands between thousands. A size after the number (`1.250m`) or a
 * percent sign leaves no doubt.
 */
function inThousands(typed: string): number | undefined {
  const match = /^([-−–(]?)\s*\$?\s?([1-9]\d{0,2}(?:\.\d{3})+)\)?$/.exec(typed.trim())
  return match ? Number(match[2]!.replaceAll('.', '')) * (match[1] ? -1 : 1) : undefined
}

/** Whether a number could be the value of a field, in the unit in which it is typed. */
const within = (typed: number, { unit, min = -Infinity, max = Infinity }: FieldMeta): boolean => {
  const value = unit === 'rate' ? typed / 100 : typed
  return value >= min && value <= max
}

/** Whether the number that is written for a value would be asked about if it were typed. */
export const isDoubtful = (written: string, field: FieldMeta): boolean => {
  const thousands = inThousands(written)
  return thousands !== undefined && within(thousands, field)
}

/** Twelve digits: more than anyone types, few enough to hide floating-point residue. */
const trim = (value: number): number => Number(value.toPrecision(12))
export const plain = (value: number): string => {
  const text = String(trim(value))
  // Very small and very large numbers would be written with an exponent.
  return (
    /e/.test(text)
      ? trim(value)
          .toFixed(12)
          .replace(/\.?0+$/, '')
      : text
  ).replace('-', MINUS)
}
const MINUS = '−'
export const grouped = (text: string): string => {
  const [whole = '', fraction] = text.split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
}

interface Result {
  readonly value: number
  /** Whether it ended in a percent sign and has been divided by a hundred. */
  readonly percent: boolean
}

/** A number, or with `formula` the sums and products of numbers; undefined where it is neither. */
function evaluate(text: string, formula: boolean): Result | undefined {
  const source = text.replace(/[−–]/g, '-').replace(/[×·]/g, '*').replace(/÷/g, '/')
  const tokens = source.match(TOKENS)
  if (!tokens || tokens.join('').replace(/\s/g, '') !== source.replace(/\s/g, '')) return undefined
  const signs = tokens.map((token) => token.trim()).filter((token) => token !== '')
  if (!formula) {
    // Accountants write negative amounts in brackets.
    if (signs.length === 3 && signs[0] === '(' && signs[2] === ')') {
      const inside = number(signs[1]!)
      return inside && { ...inside, value: -inside.value }
    }
    if (signs.length === 2 && (signs[0] === '-' || signs[0] === '+')) {
      const after = number(signs[1]!)
      return after && { ...after, value: signs[0] === '-' ? -after.value : after.value }
    }
    return signs.length === 1 ? number(signs[0]!) : undefined
  }
  let at = 0
  let percent = false
  const next = () => signs[at]
  const take = (...wantedSigns: string[]) => (wantedSigns.includes(next() ?? '') ? signs[at++] : undefined)
  const sum = (): number | undefined => {
    let value = product()
    for (let sign = take('+', '-'); sign && value !== undefined; sign = take('+', '-')) {
      const other = product()
      if (other === undefined) return undefined
      value = sign === '+' ? value + other : value - other
    }
    return value
  }
  const product = (): number | undefined => {
    let value = single()
    for (let sign = take('*', '/'); sign && value !== undefined; sign = take('*', '/')) {
      const other = single()
      if (other === undefined) return undefined
      value = sign === '*' ? value * other : value / other
    }
    return value
  }
  const single = (): number | undefined => {
    if (take('-')) {
      const value = single()
      return value === undefined ? undefined : -value
    }
    if (take('(')) {
      const value = sum()
      return take(')') ? value : undefined
    }
    const token = next()
    const value = token === undefined ? undefined : number(token)
    if (value) at++
    percent ||= value?.percent === true
    return value?.value
  }
  const value = sum()
  return value === undefined || at < signs.length ? undefined : { value, percent }
}

const TOKENS = /\s+|[-+*/()]|\$?\s?(\d[\d,]*(\.\d*)?|\.\d+)\s?(thousand|million|billion|mio|mm|[kmb](?![a-z])|%)?/gi

/** One number with a dollar sign, commas, and a short word for thousands or millions, or a percent sign. */
function number(token: string): Result | undefined {
  const match = /^\$?\s?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?\s?(thousand|million|billion|mio|mm|k|m|b|%)?$/i.exec(token)
  if (!match || (match[1] === undefined && (match[2] ?? '').length < 2)) return undefined
  const value = Number(`${(match[1] ?? '0').replaceAll(',', '')}${match[2] ?? ''}`)
  const word = match[3]?.toLowerCase()
  if (word === '%') return { value: value / 100, percent: true }
  return { value: value * (word === undefined ? 1 : SIZES[word]!), percent: false }
}
const SIZES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mm: 1e6,
  mio: 1e6,
  million: 1e6,
  b: 1e9,
  billion: 1e9,
}
