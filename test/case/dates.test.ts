import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addMonths, dayOf, formatDay, parseDay, timeOf, yearOf, type Day } from '../../shared/case/dates'

const anyDay: fc.Arbitrary<Day> = fc
  .record({
    year: fc.integer({ min: 1900, max: 2200 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .filter((day) => parseDay(formatDay(day)) !== undefined)

const asNumber = ({ year, month, day }: Day): number => year * 10_000 + month * 100 + day

describe('parseDay', () => {
  it.each(['2027-01-01', '2028-02-29', '2000-02-29', '2027-12-31'])('reads %s', (text) => {
    expect(formatDay(dayOf(text))).toBe(text)
  })

  it.each([
    '2027-02-29',
    '1900-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-04-31',
    '2027-01-00',
    '27-01-01',
    '2027-1-1',
    '',
    '2027-01-01T00:00',
  ])('refuses %s', (text) => {
    expect(parseDay(text)).toBeUndefined()
    expect(() => dayOf(text)).toThrow(RangeError)
  })

  it('knows the days that the calendar of the language knows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1600, max: 2400 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const date = new Date(Date.UTC(year, month - 1, day))
          const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
          expect(parseDay(formatDay({ year, month, day })) !== undefined).toBe(exists)
        },
      ),
    )
  })
})

describe('timeOf', () => {
  it.each([
    ['2027-01-01', 0],
    ['2027-01-15', 0],
    ['2027-01-16', 1 / 12],
    ['2027-06-30', 0.5],
    ['2027-07-01', 0.5],
    ['2027-12-31', 1],
    ['2028-12-31', 2],
    ['2026-12-31', 0],
    ['2026-12-15', -1 / 12],
    ['2028-02-29', 1 + 2 / 12],
  ])('%s is %d years from the start of 2027', (text, time) => {
    expect(timeOf(dayOf(text), 2027)).toBe(time)
  })

  it('never runs backward, and a later start takes off whole years', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 2025, max: 2060 }), (a, b, start) => {
        const [first, last] = asNumber(a) <= asNumber(b) ? [a, b] : [b, a]
        expect(timeOf(first, start)).toBeLessThanOrEqual(timeOf(last, start))
        expect(timeOf(a, start + 1)).toBeCloseTo(timeOf(a, start) - 1, 9)
      }),
    )
  })
})

it('counts tax years by the calendar, whatever the nearest month boundary says', () => {
  expect(yearOf(dayOf('2027-01-01'), 2027)).toBe(1)
  expect(yearOf(dayOf('2027-12-31'), 2027)).toBe(1)
  expect(yearOf(dayOf('2028-01-01'), 2027)).toBe(2)
  expect(yearOf(dayOf('2026-12-15'), 2027)).toBe(0)
})

it('counts the last days before the plan as its first day', () => {
  expect(yearOf(dayOf('2026-12-16'), 2027)).toBe(1)
  expect(yearOf(dayOf('2026-12-31'), 2027)).toBe(1)
})

describe('addMonths', () => {
  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-01-15', 18, '2028-07-15'],
    ['2027-08-31', 3, '2027-11-30'],
    ['2027-12-01', 1, '2028-01-01'],
    ['2027-01-01', 24, '2029-01-01'],
    ['2027-03-31', 0, '2027-03-31'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2027-01-31', -2, '2026-11-30'],
  ])('%s and %d months is %s', (from, months, to) => {
    expect(formatDay(addMonths(dayOf(from), months))).toBe(to)
  })

  it('keeps the day or takes the month’s last, and counts every month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const to = addMonths(day, months)
        expect(parseDay(formatDay(to))).toEqual(to)
        expect((to.year - day.year) * 12 + to.month - day.month).toBe(months)
        const isThere = (number: number) => parseDay(formatDay({ ...to, day: number })) !== undefined
        expect(to.day === day.day || (to.day < day.day && !isThere(to.day + 1))).toBe(true)
      }),
    )
  })
})
