import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { expired } from '../../electron/database/deleted'
import { surplusBackups, type Backup } from '../../electron/database/retention'

const now = '2027-06-15T12:00:00.000Z'
const daily = (takenAt: string): Backup => ({ name: takenAt, takenAt, reason: 'daily' })
const before = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString()
const kept = (backups: Backup[]) => {
  const gone = new Set(surplusBackups(backups, now))
  return backups.filter((backup) => !gone.has(backup)).map(({ name }) => name)
}

describe('backups that are kept', () => {
  it('are the newest of each of the last 14 days', () => {
    const twoADay = Array.from({ length: 14 }, (_, day) => [daily(before(day)), daily(before(day + 0.01))]).flat()
    // The newest two stay whatever their age; of the other days one each.
    expect(kept(twoADay)).toHaveLength(15)
  })

  it('are the newest of each of the last 12 months', () => {
    const years = Array.from({ length: 36 }, (_, month) => daily(new Date(Date.UTC(2027, 5 - month, 10)).toISOString()))
    expect(kept(years)).toEqual(years.slice(0, 12).map(({ name }) => name))
  })

  it('are the last three before a change of the structure', () => {
    const old = [2015, 2016, 2017, 2018, 2019].map((year): Backup => ({
      name: String(year),
      takenAt: `${year}-01-01T00:00:00.000Z`,
      reason: 'migration',
    }))
    expect(kept([...old, daily(before(0)), daily(before(1))])).toEqual(['2017', '2018', '2019', before(0), before(1)])
  })

  it('are those of a clock that was set back', () => {
    const future = Array.from({ length: 5 }, (_, i) => daily(before(-400 - i)))
    expect(surplusBackups(future, now)).toEqual([])
  })

  it('are at least two, and the decision stays when it is made again', () => {
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
        const gone = new Set(surplusBackups(backups, now))
        const left = backups.filter((backup) => !gone.has(backup))
        expect(left.length).toBeGreaterThanOrEqual(Math.min(2, backups.length))
        expect(surplusBackups(left, now)).toEqual([])
      }),
    )
  })
})

describe('a deleted case', () => {
  it('is kept for 30 days', () => {
    const deleted = [29.99, 30.01, -1].map((days) => ({ id: String(days), deletedAt: before(days) }))
    expect(expired(deleted, now)).toEqual(['30.01'])
  })
})
