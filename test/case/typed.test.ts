import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { formatDay, parseDay } from '../../shared/case/dates'
import type { FieldMeta } from '../../shared/case/field'
import { samples } from '../../shared/case/samples'
import { mayBeEmpty, readTyped, writeTyped } from '../../shared/case/typed'

const field = (unit: FieldMeta['unit']): FieldMeta => ({ label: 'Price', unit })
const value = (text: string, unit: FieldMeta['unit']) => {
  const read = readTyped(text, field(unit))
  return read.ok ? read.value : read.message
}

describe('amounts', () => {
  it.each([
    ['85,000', 85_000],
    ['$1,200', 1200],
    ['$ 1,200.50', 1200.5],
    ['85k', 85_000],
    ['1.2m', 1_200_000],
    ['1.2 million', 1_200_000],
    ['3.42 m', 3_420_000],
    ['$2.5 mm', 2_500_000],
    ['.5m', 500_000],
    ['(15,000)', -15_000],
    ['−15k', -15_000],
    ['-$15,000', -15_000],
    ['150,000 a year', 150_000],
    ['200 dollars', 200],
    ['=20*12*450', 108_000],
    ['=1.6m*65%', 1_040_000],
    ['= (80k + 4k) / 2 - 2,000', 40_000],
    ['=-3*-2', 6],
    ['20×', 20],
  ])('%s is %d', (text, expected) => expect(value(text, 'usd')).toBe(expected))

  it.each([
    'abc',
    '12a',
    '1,2',
    '1.2.3',
    '1 2',
    '12 34',
    '--',
    '$',
    '.',
    '5*4',
    '1e5',
    '=',
    '=2*',
    '=(2',
    '=2)',
    '1,2345',
    'NaN',
  ])('%s is no number, and the sentence says what would be', (text) =>
    expect(value(text, 'usd')).toBe(
      `Price: “${text}” is not a number. Enter an amount such as 85,000, 85k, 1.2m or =20*12*450.`,
    ),
  )

  it.each(['50%', '6.5 %'])('%s is a percentage, and is refused', (text) => {
    expect(value(text, 'usd')).toBe(
      `Price: “${text}” is a percentage. Enter an amount such as 85,000, 85k, 1.2m or =20*12*450.`,
    )
    expect(value(text, 'years')).toMatch(/is a percentage/)
  })

  it('do not divide by zero', () => expect(value('=1/0', 'usd')).toMatch(/divides by zero/))
})

describe('texts', () => {
  const read = (text: string, max: number) => readTyped(text, { label: 'Note', unit: 'text', max })
  it('lose what cannot be seen; only a long one keeps its lines', () => {
    expect(read(' a\u0000b\tc \n d ', 80)).toEqual({ ok: true, value: 'a b c d' })
    expect(read(' a\u0000b\tc \r\n d ', 4000)).toEqual({ ok: true, value: 'a b c\nd' })
  })
})

describe('percentages', () => {
  it.each([
    ['30', 0.3],
    ['30%', 0.3],
    ['30 %', 0.3],
    ['2.5', 0.025],
    ['6.9', 0.069],
    ['-2', -0.02],
    ['1', 0.01],
    ['=100/8', 0.125],
    ['0', 0],
  ])('%s is %d, without a question', (text, expected) =>
    expect(readTyped(text, field('rate'))).toEqual({ ok: true, value: expected }),
  )

  it('are no amounts of money', () =>
    expect(value('$30', 'rate')).toBe('Price: “$30” is an amount of money. Enter a percentage such as 30 or 2.5.'))

  it('below 1 without a sign are what they say, and it is said', () => {
    expect(readTyped('.3', field('rate'))).toEqual({
      ok: true,
      value: 0.003,
      note: 'Read as 0.3%. If you meant 30%, type 30.',
    })
    expect(readTyped('0.3%', field('rate'))).toEqual({ ok: true, value: 0.003 })
  })

  it('in a field for a multiple are a part of one', () => expect(value('70%', 'factor')).toBe(0.7))
})

describe('other units', () => {
  it('take their own words', () => {
    expect(value('18 months', 'months')).toBe(18)
    expect(value('5 years', 'years')).toBe(5)
    expect(value('6.5x', 'factor')).toBe(6.5)
    expect(value('6.5×', 'factor')).toBe(6.5)
    expect(value('4 days a week', 'days')).toBe(4)
  })
})

describe('dates', () => {
  it.each([
    ['2027-06-30', '2027-06-30'],
    ['6/30/2027', '2027-06-30'],
    ['6/30/27', '2027-06-30'],
    ['7/1/68', '1968-07-01'],
    ['June 30, 2027', '2027-06-30'],
    ['jun 30 2027', '2027-06-30'],
    ['30 June 2027', '2027-06-30'],
    ['June 2027', '2027-06-01'],
    ['6/2027', '2027-06-01'],
  ])('%s is %s', (text, expected) => expect(value(text, 'date')).toBe(expected))

  it('say what is wrong', () => {
    expect(value('2/30/2027', 'date')).toBe(
      'Price: “2/30/2027” is no day of the calendar. Enter a date such as 6/30/2027.',
    )
    expect(value('soon', 'date')).toBe('Price: “soon” is not a date. Enter a date such as 6/30/2027.')
  })
})

describe('nothing typed', () => {
  it('is an answer only where a term may be left open', () => {
    expect(readTyped(' ', field('usd'), true)).toEqual({ ok: true, value: null })
    expect(readTyped('', field('usd'))).toMatchObject({
      ok: false,
      message: expect.stringContaining('cannot be empty'),
    })
    const { document } = samples[0]!
    expect(mayBeEmpty('offers/harbor/price/ebitda', document)).toBe(true)
    expect(mayBeEmpty('offers/harbor/price/multiple', document)).toBe(false)
    expect(mayBeEmpty('owner/birthDate', document)).toBe(false)
  })
})

describe('a value written into its field is read back as the same', () => {
  const amount = fc
    .tuple(fc.integer({ min: -1e11, max: 1e11 }), fc.constantFrom(1, 10, 100))
    .map(([n, d]) => n / d || 0)

  it.each(['usd', 'factor', 'years', 'days', 'hours', 'count'] as const)('%s', (unit) =>
    fc.assert(
      fc.property(amount, (x) => {
        expect(value(writeTyped(x, field(unit)), unit)).toBe(x)
      }),
    ),
  )

  it('rate', () =>
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (n) => {
        const x = n / 100_000 || 0
        expect(value(writeTyped(x, field('rate')), 'rate')).toBe(x)
      }),
    ))

  it('date', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          const iso = formatDay({ year, month, day })
          fc.pre(parseDay(iso) !== undefined)
          expect(value(writeTyped(iso, field('date')), 'date')).toBe(iso)
        },
      ),
    ))

  it('never throws, whatever is typed', () => {
    const reads = fc.property(
      fc.string(),
      fc.constantFrom<FieldMeta['unit']>('usd', 'rate', 'date', 'text', 'months', 'choice'),
      (text, unit) => {
        const read = readTyped(text, field(unit))
        return read.ok ? typeof read.value !== 'number' || Number.isFinite(read.value) : read.message.endsWith('.')
      },
    )
    expect(() => fc.assert(reads)).not.toThrow()
  })
})
