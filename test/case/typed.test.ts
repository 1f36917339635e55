import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { describe as metaAt } from '../../shared/case/describe'
import { formatDay, parseDay } from '../../shared/case/dates'
import type { FieldMeta } from '../../shared/case/field'
import { samples } from '../../shared/case/samples'
import { knownOf, mayBeEmpty, readTyped, understoodAs, writeTyped } from '../../shared/case/typed'

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

  it.each([
    ['$ (12,500)', -12_500],
    ['(12,500)', -12_500],
    ['($12,500)', -12_500],
    ['$ -12,500', -12_500],
    ['USD 12,500', 12_500],
    ['1.250m', 1_250_000],
    ['1,234.567', 1234.567],
    ['0.500', 0.5],
    ['1.25', 1.25],
    ['=1.025*100k', 102_500],
  ])('%s is %d, without a question', (text, expected) => expect(value(text, 'usd')).toBe(expected))

  it.each([
    ['1.000', '1', '1,000'],
    ['-3.000', '−3', '−3,000'],
    ['(3.500)', '−3.5', '−3,500'],
    ['$ 12.500', '12.5', '12,500'],
  ])('%s is asked about', (text, one, other) =>
    expect(value(text, 'usd')).toBe(`Price: “${text}” can be read as ${one} or as ${other}. Enter ${one} or ${other}.`),
  )

  it('ask only what the field leaves open', () => {
    expect(readTyped('6.125', { label: 'Multiple', unit: 'factor', min: 0, max: 30 })).toEqual({
      ok: true,
      value: 6.125,
    })
    expect(readTyped('6.125', { label: 'Interest', unit: 'rate', min: 0, max: 1 })).toEqual({
      ok: true,
      value: 0.06125,
    })
  })

  it.each(['(', '=' + '('.repeat(4000), '1' + ' '.repeat(16_000) + '2', '9'.repeat(400), '=' + '-'.repeat(4000) + '1'])(
    'of any length are read or refused at once',
    (text) => {
      const read = readTyped(text, field('usd'))
      expect(read).toMatchObject({ ok: false })
      expect(!read.ok && read.message.length).toBeLessThan(200)
    },
  )

  it('do not divide by zero', () => expect(value('=1/0', 'usd')).toMatch(/divides by zero/))
})

describe('amounts with a period of their own', () => {
  const document = samples[0]!.document
  const worked = { daysNow: 4, weeksWorked: 46 }
  const read = (text: string, path: string) => readTyped(text, metaAt(path, document)!, false, worked)

  it.each([
    ['150,000 a year', 'owner/spendingNow', 150_000, undefined],
    ['150k/yr', 'owner/spendingNow', 150_000, undefined],
    ['12k per month', 'owner/spendingNow', 144_000, '$12,000 a month × 12 = $144,000 a year.'],
    ['$8,000 monthly', 'owner/spendingNow', 96_000, '$8,000 a month × 12 = $96,000 a year.'],
    ['20k a quarter', 'owner/spendingNow', 80_000, '$20,000 a quarter × 4 = $80,000 a year.'],
    ['1,500/week', 'owner/spouseWages', 78_000, '$1,500 a week × 52 = $78,000 a year.'],
    ['(500) a month', 'practice/rentToMarket', -6000, '−$500 a month × 12 = −$6,000 a year.'],
    ['=4*5k per month', 'owner/spendingNow', 240_000, '$20,000 a month × 12 = $240,000 a year.'],
    [
      '6,000 per day',
      'practice/ownerCollections',
      1_104_000,
      '$6,000 a day × 4 days a week × 46 weeks of work = $1,104,000 a year.',
    ],
    ['8k a week', 'practice/hygieneCollections', 368_000, '$8,000 a week × 46 weeks of work = $368,000 a year.'],
    ['750 a day', 'offers/harbor/job/dailyGuarantee', 750, undefined],
    ['4 days a week', 'practice/daysNow', 4, undefined],
    ['3% a year', 'practice/feeGrowth', 0.03, undefined],
  ] as const)('%s in %s is %d', (text, path, expected, note) =>
    expect(read(text, path)).toEqual({ ok: true, value: expected, ...(note && { note }) }),
  )

  it.each([
    [
      '12k per month',
      'owner/savings',
      'Savings and investments: “12k per month” is an amount a month, and this field takes an amount today. Enter an amount such as 85,000, 85k, 1.2m or =20*12*450.',
    ],
    [
      '1,500 per day',
      'owner/spendingNow',
      /is an amount a day, and how many of those a year brings is not known here\. Enter the amount a year\.$/,
    ],
    ['900 a day', 'practice/hygieneCollections', /is an amount a day, and how many/],
    ['200 an hour', 'practice/ownerCollections', /is an amount an hour, and how many/],
    ['40 a week', 'practice/hoursPerDay', /“40 a week” is a number a week, and this field takes a number a day\./],
    ['16 a month', 'practice/daysNow', /is a number a month, and this field takes a number a week\./],
    ['0.5% a month', 'practice/feeGrowth', /is a percentage a month, and this field takes a percentage a year\./],
    [
      '7% a year',
      'offers/harbor/shareSold',
      /is a percentage a year, and this field takes a percentage of the practice\./,
    ],
    [
      '1.2m a year',
      'offers/harbor/price/amount',
      /is an amount a year, and “Price of the whole practice” has no period\./,
    ],
  ])('%s in %s is refused', (text, path, sentence) => {
    const answer = read(text, path)
    expect(answer.ok ? String(answer.value) : answer.message).toMatch(sentence)
  })

  it('are shown as they are understood while they are typed', () => {
    const said = (text: string, path: string) => understoodAs(text, metaAt(path, document)!, worked)
    expect(said('144000', 'owner/spendingNow')).toBe('$144,000 a year')
    expect(said('12k per month', 'owner/spendingNow')).toBe('$12,000 a month × 12 = $144,000 a year.')
    expect(said('30', 'offers/harbor/job/rate')).toBe('30% of your collections')
    expect(said('6.5', 'offers/harbor/price/multiple')).toBe('6.5× EBITDA')
    expect(said('18', 'offers/harbor/components/escrow-1/months')).toBe('18 months from closing')
    expect(said('6/30/27', 'offers/harbor/closing')).toBe('June 30, 2027')
    expect(said('12k per', 'owner/spendingNow')).toBeUndefined()
    expect(said('', 'owner/spendingNow')).toBeUndefined()
    expect(said('Harbor', 'offers/harbor/name')).toBeUndefined()
  })
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
    expect(readTyped('4 days a week', { label: 'Clinical days', unit: 'days', per: 'a week' })).toEqual({
      ok: true,
      value: 4,
    })
  })

  it('are converted between months and years, and it is said', () => {
    expect(readTyped('2 years', field('months'))).toEqual({ ok: true, value: 24, note: '2 years = 24 months.' })
    expect(readTyped('18 months', field('years'))).toEqual({ ok: true, value: 1.5, note: '18 months = 1.5 years.' })
    expect(value('90 days', 'months')).toBe('Price: “90 days” is a number of days. Enter a number of months.')
    expect(value('5 years', 'usd')).toMatch(/is a number of years\. Enter an amount/)
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

describe('a day given as an age', () => {
  const retirement = metaAt('owner/retirement', samples[0]!.document)!
  const read = (text: string, birthDate: string | undefined = '1968-05-01') =>
    readTyped(text, retirement, false, { daysNow: 4, weeksWorked: 46, birthDate })

  it.each([
    ['67', '2035-05-01'],
    ['at 67', '2035-05-01'],
    ['At age 67', '2035-05-01'],
    ['67 years', '2035-05-01'],
    ['67 and a half', '2035-11-01'],
    ['67½', '2035-11-01'],
    ['67 1/2', '2035-11-01'],
    ['66.5', '2034-11-01'],
    ['66 years and 8 months', '2035-01-01'],
    ['66, 1 month', '2034-06-01'],
  ])('%s is %s', (text, day) => expect(read(text)).toMatchObject({ ok: true, value: day }))

  it('says which day that is, and of which age', () => {
    expect(understoodAs('67 and a half', retirement, { daysNow: 4, weeksWorked: 46, birthDate: '1968-05-01' })).toBe(
      'November 1, 2035, when you reach age 67 and 6 months.',
    )
    // Who is born on a leap day has the birthday of other years on the last of February.
    expect(read('67', '1968-02-29')).toMatchObject({ value: '2035-02-28' })
  })

  it.each(['12', '111', '67.5 1/2', '67 and', 'age', '66½ and 3 months'])('%s is no age', (text) =>
    expect(read(text)).toEqual({
      ok: false,
      message: `Retirement: “${text}” is not a date. Enter a date such as 6/30/2027 or an age such as 67.`,
    }),
  )

  it('waits for the date of birth, and a date is read without it', () => {
    const { document } = samples[0]!
    const unknown = { ...document, origins: { ...document.origins, 'owner/birthDate': 'assumed' as const } }
    expect(readTyped('67', retirement, false, knownOf(unknown))).toEqual({
      ok: false,
      message:
        'Retirement: “67” is an age, and your date of birth is not entered yet. Enter that first, or a date such as 6/30/2027 here.',
    })
    expect(readTyped('6/30/2033', retirement, false, knownOf(unknown))).toEqual({ ok: true, value: '2033-06-30' })
    expect(readTyped('67', retirement, false, knownOf(document))).toMatchObject({ ok: true, value: '2034-05-20' })
  })

  it('is read where a day means the end of work or the start of a benefit, and nowhere else', () => {
    const { document } = samples[0]!
    const byAge = (path: string) => metaAt(path, document)!.byAge
    for (const path of [
      'owner/retirement',
      'owner/socialSecurityFrom',
      'offers/harbor/retirement',
      'offers/harbor/job/ends',
      'offers/harbor/leaving/on',
      'alternatives/sellPrivately/workAfter',
      'alternatives/stepBack/retirement',
    ])
      expect(byAge(path), path).toBe(true)
    for (const path of ['owner/birthDate', 'owner/spouseSocialSecurityFrom', 'offers/harbor/closing'])
      expect(byAge(path), path).toBeUndefined()
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
    .tuple(fc.integer({ min: -1e11, max: 1e11 }), fc.constantFrom(1, 10, 100, 1000))
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
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (n) => {
        const x = n / 1_000_000 || 0
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
