import { describe, expect, test } from 'vitest'

import { asMultiplier } from '../../renderer/components/figure/value'
import { byUnit, day, usdInWords, usdRound, usdShort } from '../../renderer/format'

describe('amounts of three figures', () => {
  test.each([
    [0, '$0', '$0'],
    [0.456, '$0.46', '$0.46'],
    [412_345, '$412,000', '$412,000'],
    [999_600, '$1.00M', '$1 million'],
    [3_424_000, '$3.42M', '$3.42 million'],
    [9_397_000, '$9.40M', '$9.4 million'],
    [152_000_000, '$152M', '$152 million'],
    [999_600_000, '$1.00B', '$1 billion'],
    [-26_000_000_000, '−$26.0B', '−$26 billion'],
    [2.48e12, '$2.48T', '$2.48 trillion'],
    [4.4e26, '$4.4 × 10^14T', '$4.4 × 10^14 trillion'],
    [NaN, '–', '–'],
  ])('%d is %s, and %s in a sentence', (value, short, words) => {
    expect(usdShort(value)).toBe(short)
    expect(usdInWords(value)).toBe(words)
    // On an axis no zero says more than the round number does.
    expect(usdRound(value).replace(/[MBT]$/, '')).toBe(words.replace(/ (m|b|tr)illion$/, ''))
  })
})

test('what is rounded to one is one', () => {
  expect([0.98, -1.04, 1, 1.5, 0].map((years) => byUnit(years, 'years'))).toEqual([
    '1 year',
    '−1 year',
    '1 year',
    '1.5 years',
    '0 years',
  ])
})

test('a day that is none is a dash', () => {
  expect(['2027-06-30', '2027-02-30', '', null].map(day)).toEqual(['June 30, 2027', '–', '–', '–'])
})

test('what is multiplied or divided by shows the digits that a check by hand needs', () => {
  expect(asMultiplier(1.10381289, 'factor', 'plan/priceIndex')).toBe('1.103813×')
  expect(asMultiplier(1.25, 'factor', 'a/moic')).toBe('1.25×')
  expect(asMultiplier(0.2347119, 'rate', 'a/share')).toBe('23.4712%')
  expect(asMultiplier(5 / 6, 'years', 'a/held')).toBe('0.8333 years')
  expect(asMultiplier(66, 'years', 'a/age')).toBe('66')
})
