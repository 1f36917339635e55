import { z } from 'zod'

import { clipped } from '../text'
import { formatDay, inWords, MONTHS, parseDay, type Day } from './dates'
import { schemaAt } from './describe'
import type { FieldMeta } from './field'
import type { Path } from './path'
import type { Case } from './schema'
import { dayAtAge, monthsOfAge } from './typed-age'
import { grouped, isDoubtful, plain, readNumber, understood, type Typed, type Worked } from './typed-number'

/**
 * What a person types into a field, read and written. Amounts may be short (`1.2m`, `85k`), have a dollar sign and commas,
 * or be worked out (`=20*12*450`). A percentage is always what is typed: 30 and 30% are 30%, 0.3 is 0.3%; since somebody
 * may have meant 30%, a number below 1 without a sign gets a note that says how it was read.
 */
export type { Typed } from './typed-number'

/** What entries in other words are converted by: days and weeks of work, and the date of birth, once it is known. */
export type Known = Worked & { readonly birthDate?: string | undefined }

/** What is known of the owner of a case; a date of birth that is only assumed would turn an age into a wrong date. */
export const knownOf = ({ practice, owner, origins }: Case): Known => ({
  daysNow: practice.daysNow,
  weeksWorked: practice.weeksWorked,
  birthDate: (origins['owner/birthDate'] ?? 'assumed') === 'assumed' ? undefined : owner.birthDate,
})

/**
 * Reads what was typed for a field; the limits of the field are not looked at.
 * @param empty whether nothing is an answer
 * @param known of the owner, for amounts a day or a week and for days given as an age
 */
export function readTyped(text: string, field: FieldMeta, empty = false, known?: Known): Typed {
  // Invisible characters and halves of emoji come from pasting and are dropped.
  const typed = text
    .toWellFormed()
    .replace(/[^\P{Cc}\n]+/gu, ' ')
    .trim()
  if (field.unit === 'text') {
    const lines = typed
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    return { ok: true, value: lines.join(ofManyLines(field) ? '\n' : ' ') }
  }
  if (typed === '') {
    if (empty) return { ok: true, value: null }
    return fail(`${field.label} cannot be empty. Enter ${wanted(field)}, or press Escape for the value before.`)
  }
  if (field.unit === 'date') return (field.byAge && readAge(typed, field, known?.birthDate)) || readDate(typed, field)
  if (field.unit === 'choice' || field.unit === 'yesNo') return fail(`${field.label}: choose one of the answers.`)
  return readNumber(typed, field, wanted(field), known)
}

/**
 * How what is being typed is understood, with unit and period: "$144,000 a year" for `12k per month`, "June 30, 2027" for
 * 6/30/27. Undefined for what says no more than the text itself, and for what cannot be read.
 */
export function understoodAs(text: string, field: FieldMeta, known?: Known): string | undefined {
  const read = readTyped(text, field, true, known)
  if (!read.ok || field.unit === 'text' || field.unit === 'choice') return undefined
  if (read.note !== undefined) return read.note
  if (typeof read.value === 'string') return inWords(read.value) === text.trim() ? undefined : inWords(read.value)
  if (typeof read.value !== 'number') return undefined
  const said = understood(read.value, field)
  return said === text.trim() ? undefined : said
}

/** A value as it stands in its field while nobody types; `readTyped` reads it back as the same value. */
export function writeTyped(value: unknown, field: FieldMeta): string {
  if (value === null || value === undefined) return ''
  if (field.unit === 'date' && typeof value === 'string') return parseDay(value) ? inWords(value) : value
  if (typeof value === 'string') return value
  if (typeof value !== 'number') return value === true ? 'yes' : 'no'
  const text = plain(field.unit === 'rate' ? value * 100 : value)
  // With three digits behind it, the point would be asked about when it is read.
  if (isDoubtful(text, field)) return `${text}0`
  return field.unit === 'year' || field.unit === 'rate' ? text : grouped(text)
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
const wanted = (field: FieldMeta): string =>
  field.byAge ? `${examples.date} or an age such as 67` : (examples[field.unit] ?? `a number${unitWord(field)}`)
const unitWord = ({ unit }: FieldMeta): string =>
  ['years', 'months', 'days', 'hours'].includes(unit) ? ` of ${unit}` : ''

/** A day given as the owner's age; undefined for what is no age. */
function readAge(typed: string, field: FieldMeta, birthDate: string | undefined): Typed | undefined {
  const months = monthsOfAge(typed)
  if (months === undefined) return undefined
  if (birthDate === undefined)
    return fail(
      `${field.label}: “${clipped(typed, 40)}” is an age, and your date of birth is not entered yet. Enter that first, or ${examples.date} here.`,
    )
  const { day, words } = dayAtAge(birthDate, months)
  return { ok: true, value: day, note: words }
}

/** Month first, as is usual in the United States; a month and a year alone mean its first day. */
function readDate(typed: string, field: FieldMeta): Typed {
  const parts = dateParts(typed)
  const found = parts && parseDay(formatDay(parts))
  if (found) return { ok: true, value: formatDay(found) }
  return fail(
    parts
      ? `${field.label}: “${clipped(typed, 40)}” is no day of the calendar. Enter ${wanted(field)}.`
      : `${field.label}: “${clipped(typed, 40)}” is not a date. Enter ${wanted(field)}.`,
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
