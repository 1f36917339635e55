import { z } from 'zod'

import { parseDay } from './dates'

/**
 * A field's metadata besides its type: written once, here, and read by the forms, the error messages, the explanations
 * and the JSON Schema.
 */
export interface FieldMeta {
  readonly label: string
  readonly unit:
    | 'usd'
    | 'rate'
    | 'factor'
    | 'years'
    | 'days'
    | 'hours'
    | 'months'
    | 'age'
    | 'year'
    | 'date'
    | 'text'
    | 'choice'
    | 'yesNo'
    | 'count'
  /** "a year", "at closing", "of collections": what the amount is per or of. */
  readonly per?: string
  /**
   * For an annual amount earned only in weeks worked: a weekly amount is multiplied by those, not by 52. `by the day`:
   * it is also earned on each of the owner's clinical days.
   */
  readonly comes?: 'by the week' | 'by the day'
  /** One sentence in plain words. */
  readonly help?: string
  /** The names of the choices of an enumeration. */
  readonly choices?: Readonly<Record<string, string>>
  readonly min?: number
  readonly max?: number
  /** For a day in the past: a future date is a typo. */
  readonly past?: true
  /** Of a day that people think of as the owner's age: "67" is the 67th birthday. */
  readonly byAge?: true
}

type Text = Pick<FieldMeta, 'per' | 'comes' | 'help'>

/** A file may contain −0, which is the same amount as 0. */
const unsigned = (value: number): number => value + 0

const number = (unit: FieldMeta['unit'], label: string, min: number, max: number, initial: number, text: Text = {}) =>
  z
    .number()
    .min(min)
    .max(max)
    .overwrite(unsigned)
    .default(initial)
    .meta({ label, unit, min, max, ...text } satisfies FieldMeta)

/** Upper limit of any amount: ten billion dollars is a typing error, not a practice. */
const MOST = 1e10

/** Dollars, not negative unless `signed`. */
export const usd = (label: string, initial = 0, text: Text & { signed?: true } = {}) => {
  const { signed, ...rest } = text
  return number('usd', label, signed ? -MOST : 0, MOST, initial, rest)
}
/** A share between 0 and 1. */
export const share = (label: string, initial: number, text: Text = {}) => number('rate', label, 0, 1, initial, text)
/** An annual rate of growth or return, −50% to 50%. */
export const growth = (label: string, initial: number, text: Text = {}) =>
  number('rate', label, -0.5, 0.5, initial, { per: 'a year', ...text })
export const factor = (label: string, min: number, max: number, initial: number, text: Text = {}) =>
  number('factor', label, min, max, initial, text)
export const quantity = (
  unit: 'years' | 'days' | 'hours' | 'months' | 'age' | 'year' | 'count',
  label: string,
  min: number,
  max: number,
  initial: number,
  text: Text = {},
) => number(unit, label, min, max, initial, text)
export const whole = (
  unit: 'years' | 'months' | 'age' | 'year' | 'count',
  label: string,
  min: number,
  max: number,
  initial: number,
  text: Text = {},
) =>
  z
    .number()
    .int()
    .min(min)
    .max(max)
    .overwrite(unsigned)
    .default(initial)
    .meta({ label, unit, min, max, ...text } satisfies FieldMeta)

/** An amount or rate that an offer may leave open: null means "not stated". */
export const open = (unit: FieldMeta['unit'], label: string, min: number, max: number, text: Text = {}) =>
  z
    .number()
    .min(min)
    .max(max)
    .overwrite(unsigned)
    .nullable()
    .default(null)
    .meta({ label, unit, min, max, ...text } satisfies FieldMeta)

/** A whole number that an offer may leave open. */
export const openWhole = (unit: 'months' | 'count', label: string, min: number, max: number, text: Text = {}) =>
  z
    .number()
    .int()
    .min(min)
    .max(max)
    .nullable()
    .default(null)
    .meta({ label, unit, min, max, ...text } satisfies FieldMeta)

export const text = (label: string, most = 200, initial = '', more: Text = {}) =>
  z
    .string()
    .max(most)
    .default(initial)
    .meta({ label, unit: 'text', max: most, ...more } satisfies FieldMeta)

export const choice = <const Choices extends Record<string, string>>(
  label: string,
  choices: Choices,
  initial: Extract<keyof Choices, string>,
  more: Text = {},
) =>
  z
    .enum(Object.keys(choices) as [Extract<keyof Choices, string>, ...Extract<keyof Choices, string>[]])
    .default(initial as never)
    .meta({ label, unit: 'choice', choices, ...more } satisfies FieldMeta)

export const yesNo = (label: string, initial: boolean, more: Text = {}) =>
  z
    .boolean()
    .default(initial)
    .meta({ label, unit: 'yesNo', ...more } satisfies FieldMeta)

/** An existing calendar date, YYYY-MM-DD. */
const isoDate = z.string().refine((value) => parseDay(value) !== undefined, 'no such day')
export const day = (label: string, more: Text & Pick<FieldMeta, 'byAge'> = {}) =>
  isoDate.meta({ label, unit: 'date', ...more } satisfies FieldMeta)
export const openDay = (label: string, more: Text & Pick<FieldMeta, 'past' | 'byAge'> = {}) =>
  isoDate
    .nullable()
    .default(null)
    .meta({ label, unit: 'date', ...more } satisfies FieldMeta)

/** The id of a list element; it does not change when the list is reordered. */
export const id = z.string().regex(/^[A-Za-z0-9-]{1,40}$/) // without a flag: JSON Schema has none
