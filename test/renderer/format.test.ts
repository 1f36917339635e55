import { describe, expect, test } from 'vitest'

import { byUnit, day, usdShort } from '../../renderer/format'

describe('amounts of three figures', () => {
  test.each([
    [0, '$0'],
    [0.456, '$0.46'],
    [412_345, '$412,000'],
    [999_600, '$1 m'],
    [3_424_000, '$3.42 m'],
    [999_600_000, '$1 bn'],
    [-26_000_000_000, '−$26 bn'],
    [2.48e12, '$2.48 tn'],
    [4.4e26, '$4.4 × 10^14 tn'],
    [NaN, '–'],
  ])('%d is %s', (value, text) => expect(usdShort(value)).toBe(text))
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
