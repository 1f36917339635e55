import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { backupDue, waitFor } from '../../electron/database/backup-policy'
import { expired } from '../../electron/database/deleted'
import { surplusBackups, type Backup } from '../../electron/database/retention'

const now = '2027-06-15T12:00:00.000Z'
const daily = (takenAt: string): Backup => ({ name: takenAt, takenAt, reason: 'daily' })
const before = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString()
const kept = (backups: Backup[]) => {
  const gone = new Set(surplusBackups(backups))
  return backups.filter((backup) => !gone.has(backup)).map(({ name }) => name)
}

describe('backups that are kept', () => {
  it('are the five newest, and the newest of each of the last 14 days', () => {
    const twoADay = Array.from({ length: 20 }, (_, day) => [daily(before(day)), daily(before(day + 0.01))]).flat()
    // Five from the three newest days; one for each of the eleven days before; one for the month before.
    expect(kept(twoADay)).toEqual(
      [...twoADay.slice(0, 5), ...twoADay.slice(6, 28).filter((_, i) => i % 2 === 0), daily(before(15))].map(
        ({ name }) => name,
      ),
    )
  })

  it('are the newest of each of the last 12 months, and by days those of 14', () => {
    const years = Array.from({ length: 36 }, (_, month) => [
      daily(new Date(Date.UTC(2027, 5 - month, 20)).toISOString()),
      daily(new Date(Date.UTC(2027, 5 - month, 10)).toISOString()),
    ]).flat()
    const names = years.map(({ name }) => name)
    expect(kept(years)).toEqual([...names.slice(0, 14), ...names.slice(14, 24).filter((_, i) => i % 2 === 0)])
  })

  it.each(['migration', 'restore'] as const)('are the last three before a %s', (reason) => {
    const old = [1, 2, 3, 4, 5].map((day): Backup => ({
      name: String(day),
      takenAt: `2015-01-0${day}T00:00:00.000Z`,
      reason,
    }))
    const many = Array.from({ length: 20 }, (_, day) => daily(before(day)))
    expect(kept([...old, ...many]).slice(0, 3)).toEqual(['3', '4', '5'])
  })

  it('are all of them when the clock has jumped, and all but one day and one month of it after that', () => {
    const days = Array.from({ length: 14 }, (_, day) => daily(before(day)))
    const jumped = daily('2030-01-01T00:00:00.000Z')
    expect(kept([jumped, ...days, daily(before(200)), daily(before(201))])).toHaveLength(17)
    const again = daily('2030-01-01T01:00:00.000Z')
    expect(kept([again, jumped, ...days])).toEqual([again, jumped, ...days.slice(0, 13)].map(({ name }) => name))
  })

  it('are at least five, and the decision stays when it is made again', () => {
    const any = fc.array(
      fc.record({
        takenAt: fc
          .date({ min: new Date('2020-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
          .map((date) => date.toISOString()),
        reason: fc.constantFrom<Backup['reason'][]>('daily', 'migration'),
      }),
    )
    fc.assert(
      fc.property(any, (list) => {
        const backups = list.map((one, i): Backup => ({ ...one, name: String(i) }))
        const gone = new Set(surplusBackups(backups))
        const left = backups.filter((backup) => !gone.has(backup))
        expect(left.length).toBeGreaterThanOrEqual(Math.min(5, backups.length))
        expect(surplusBackups(left)).toEqual([])
      }),
    )
  })
})

describe('a deleted case', () => {
  const days = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, i) => before(from - i))
  const deleted = [60, 50, 30.01, 29.99, -1, -40].map((ago) => ({ id: String(ago), deletedAt: before(ago) }))

  it('is kept for 30 days', () => {
    expect(expired(deleted, days(60, 1), now)).toEqual(['60', '50', '30.01'])
    expect(expired(deleted.slice(2), [], now)).toEqual(['30.01'])
    expect(expired(deleted, [before(5), before(44.99)], now)).toEqual(['60', '50', '30.01'])
  })

  it('is kept when the clock has jumped, or the program was not used for long', () => {
    expect(expired(deleted.slice(0, 2), days(60, 45.01), now)).toEqual([])
    expect(expired(deleted.slice(0, 2), [...days(60, 50), before(2), before(1)], now)).toEqual([])
    // A month in use since then is one.
    expect(expired(deleted.slice(0, 1), [before(60), before(14)], now)).toEqual([])
    expect(expired([{ id: 'old', deletedAt: before(900) }], days(31, 0), now)).toEqual(['old'])
  })

  it('survives any number of days on a clock that is years ahead', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 29, noNaN: true })),
        fc.integer({ min: 46, max: 5000 }),
        (ahead, jump) => {
          const uses = [...days(jump + 32, jump + 29), ...ahead.map(before)]
          expect(expired([{ id: 'here', deletedAt: before(jump + 29.5) }], uses, now)).toEqual([])
        },
      ),
    )
  })
})

describe('a backup', () => {
  const due = (last: string | undefined, edits: number) => backupDue({ last, edits }, now)

  it('is due after the first edit of a day', () => {
    expect(due(undefined, 1)).toBe('daily')
    expect(due('2027-06-14T23:59:59.000Z', 1)).toBe('daily')
    expect(due('2027-06-15T11:59:00.000Z', 1)).toBeUndefined()
    expect(due(before(-900), 1)).toBe('daily')
  })

  it('is due after fifty edits, and after one when fifteen minutes have passed', () => {
    expect(due('2027-06-15T11:59:00.000Z', 49)).toBeUndefined()
    expect(due('2027-06-15T11:59:00.000Z', 50)).toBe('edits')
    expect(due('2027-06-15T11:45:00.001Z', 1)).toBeUndefined()
    expect(due('2027-06-15T11:45:00.000Z', 1)).toBe('edits')
  })

  it('is never due without an edit', () => {
    expect([due(undefined, 0), due(before(1), 0), due(before(1000), 0)]).toEqual([undefined, undefined, undefined])
  })

  it('is waited for until it is due', () => {
    expect(waitFor('2027-06-15T11:59:00.000Z', now)).toBe(14 * 60_000)
    expect(waitFor(before(2), now)).toBe(0)
    expect(waitFor(before(-2), now)).toBe(0)
  })
})
