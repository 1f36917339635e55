import { z } from 'zod'

import { formatDay, inWords, MONTHS, parseDay, type Day } from './dates'
import { schemaAt } from './describe'
import type { FieldMeta } from './field'
import type { Path } from './path'

/**
 * What a person types into a field, read and written. Amounts may be short (`1.2m`, `85k`), have a dollar sign and commas,
 * or be worked out (`=20*12*450`). A percentage is always what is typed: 30 and 30% are 30%, 0.3 is 0.3%; since somebody
 * may have meant 30%, a number below 1 without a sign gets a note that says how it was read.
 */
export type Typed =
  | { readonly ok: true; readonly value: number | string | boolean | null; readonly note?: string }
  | { readonly ok: false; readonly message: string }

/** Reads what was typed for a field; the limits of the field are not looked at. `empty`: whether nothing is an answer. */
export function readTyped(text: string, field: FieldMeta, empty = false): Typed {
  // What cannot be seen was not meant: it comes along with what is pasted.
  const typed = text.replace(/[^\P{Cc}\n]+/gu, ' ').trim()
  if (field.unit === 'text') return { ok: true, value: typed.replace(/ *\n\s*/g, ofManyLines(field) ? '\n' : ' ') }
  if (typed === '') {
    if (empty) return { ok: true, value: null }
    return fail(`${field.label} cannot be empty. Enter ${wanted(field)}, or press Escape for the value before.`)
  }
  if (field.unit === 'date') return readDate(typed, field)
  if (field.unit === 'choice' || field.unit === 'yesNo') return fail(`${field.label}: choose one of the answers.`)
  return readNumber(typed, field)
}

/** A value as it stands in its field while nobody types; `readTyped` reads it back as the same value. */
export function writeTyped(value: unknown, field: FieldMeta): string {
  if (value === null || value === undefined) return ''
  if (field.unit === 'date' && typeof value === 'string') return parseDay(value) ? inWords(value) : value
  if (typeof value === 'string') return value
  if (typeof value !== 'number') return value === true ? 'yes' : 'no'
  if (field.unit === 'rate') return plain(value * 100)
  return field.unit === 'year' ? plain(value) : grouped(plain(value))
}

/** Whether a text is long enough to be written on more than one line. */
export const ofManyLines = ({ unit, max }: FieldMeta): boolean => unit === 'text' && max !== undefined && max > 200

/** Whether a field may be left open: null then says that nothing is stated. */
export function mayBeEmpty(path: Path, root: unknown): boolean {
  let schema = schemaAt(path, root)
  while (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) schema = schema.unwrap() as z.ZodType
  return schema instanceof z.ZodNullable
}

const fail = (message: string): Typed => ({ ok: false, message })

const examples: Partial<Record<FieldMeta['unit'], string>> = {
  usd: 'an amount such as 85,000, 85k, 1.2m or =20*12*450',
  rate: 'a percentage such as 30 or 2.5',
  factor: 'a number such as 6.5',
  date: 'a date such as 6/30/2027',
  year: 'a year such as 2027',
}
const wanted = (field: FieldMeta): string => examples[field.unit] ?? `a number${unitWord(field)}`
const unitWord = ({ unit }: FieldMeta): string =>
  ['years', 'months', 'days', 'hours'].includes(unit) ? ` of ${unit}` : ''

/** Twelve digits: more than anybody types, fewer than binary fractions show. */
const trim = (value: number): number => Number(value.toPrecision(12))
const plain = (value: number): string => {
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
const grouped = (text: string): string => {
  const [whole = '', fraction] = text.split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
}

function readNumber(typed: string, field: FieldMeta): Typed {
  const named = typed
    .replace(/\s*(dollars?|usd)$/i, '')
    .replace(/\s*(an?|per)\s+(year|day|week|month)$/i, '')
    .replace(/\s*(years?|yrs?|months?|days?|hours?)$/i, '')
    .replace(/(\d)\s*[x×]$/i, '$1')
  const formula = named.startsWith('=')
  const result = evaluate(formula ? named.slice(1) : named, formula)
  if (result === undefined) return fail(`${field.label}: “${shorten(typed)}” is not a number. Enter ${wanted(field)}.`)
  if (!Number.isFinite(result.value))
    return fail(`${field.label}: “${shorten(typed)}” divides by zero. Enter ${wanted(field)}.`)
  if (field.unit !== 'rate') {
    // In a formula a percentage is a factor: =5%*1.2m.
    if (result.percent && !formula && field.unit !== 'factor')
      return fail(`${field.label}: “${shorten(typed)}” is a percentage. Enter ${wanted(field)}.`)
    return { ok: true, value: trim(result.value) }
  }
  if (typed.includes('$') && !formula)
    return fail(`${field.label}: “${shorten(typed)}” is an amount of money. Enter ${wanted(field)}.`)
  if (result.percent) return { ok: true, value: trim(result.value) }
  const value = trim(result.value / 100)
  if (result.value === 0 || Math.abs(result.value) >= 1) return { ok: true, value }
  const meant = plain(result.value * 100)
  return { ok: true, value, note: `Read as ${plain(result.value)}%. If you meant ${meant}%, type ${meant}.` }
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

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

/** Month first, as is usual in the United States; a month and a year alone mean its first day. */
function readDate(typed: string, field: FieldMeta): Typed {
  const parts = dateParts(typed)
  const found = parts && parseDay(formatDay(parts))
  if (found) return { ok: true, value: formatDay(found) }
  return fail(
    parts
      ? `${field.label}: “${shorten(typed)}” is no day of the calendar. Enter ${wanted(field)}.`
      : `${field.label}: “${shorten(typed)}” is not a date. Enter ${wanted(field)}.`,
  )
}

function dateParts(typed: string): Day | undefined {
  const text = typed.toLowerCase().replace(/,/g, ' ').replace(/\s+/g, ' ')
  const day = (year: string, month: number, of: string): Day => ({ year: fullYear(year), month, day: Number(of) })
  let match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (match) return day(match[1]!, Number(match[2]), match[3]!)
  match = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})$/.exec(text)
  if (match) return day(match[3]!, Number(match[1]), match[2]!)
  match = /^(\d{1,2})\/(\d{4})$/.exec(text)
  if (match) return day(match[2]!, Number(match[1]), '1')
  match = /^([a-z]{3,9})\.? (?:(\d{1,2})(?:st|nd|rd|th)? )?(\d{4})$/.exec(text)
  if (match && monthOf(match[1]!)) return day(match[3]!, monthOf(match[1]!)!, match[2] ?? '1')
  match = /^(\d{1,2}) ([a-z]{3,9})\.? (\d{4})$/.exec(text)
  if (match && monthOf(match[2]!)) return day(match[3]!, monthOf(match[2]!)!, match[1]!)
  return undefined
}

const monthOf = (word: string): number | undefined => {
  const index = MONTHS.findIndex((month) => month.toLowerCase().startsWith(word))
  return index < 0 ? undefined : index + 1
}

/** Two digits: 1950 to 2049, so that dates of birth and of plans are both read rightly. */
const fullYear = (text: string): number => {
  const year = Number(text)
  return text.length === 4 ? year : year < 50 ? 2000 + year : 1900 + year
}
