import fc from 'fast-check'
import { expect, test } from 'vitest'

import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import { evaluateCase, VIEWS } from '../../shared/model'
import { footingTableOf } from '../../shared/present/report/years'
import { anyCase } from '../model/arbitrary-case'

/** To a cent, for huge amounts to nine digits; columns of less than half a dollar throughout are left out. */
const near = (a: number, b: number, omitted: number): boolean =>
  Math.abs(a - b) <= omitted + Math.max(0.01, 1e-9 * Math.max(Math.abs(a), Math.abs(b)))

/** What does not foot in any table of a case, one entry a row. */
function faults(document: Case): string[] {
  const outcome = evaluateCase(document)
  return outcome.paths.flatMap(({ id }) =>
    VIEWS.flatMap((view) =>
      (['today', 'future'] as const).flatMap((dollars) => {
        const { years, columns } = footingTableOf(outcome, id, view, dollars)
        const sections = [...new Set(columns.map(({ section }) => section))]
        const closing = columns.findIndex(({ section }) => section === '= Closing')
        const wealth = columns.length - 1
        expect([sections[0], sections.at(-1)]).toEqual(['Opening', 'To wealth'])
        return years.flatMap((year, n) => {
          const sum = (from: number, to: number) =>
            columns.slice(from, to).reduce((total, { values }) => total + values[n]!, 0)
          const what = `${id}, ${view}, ${dollars}, ${year}`
          return [
            ...(near(sum(0, closing), columns[closing]!.values[n]!, 5) ? [] : [`${what}: closing`]),
            ...(near(sum(closing, wealth), columns[wealth]!.values[n]!, 2) ? [] : [`${what}: wealth`]),
            ...(dollars === 'today' || n === 0 || near(columns[0]!.values[n]!, columns[closing]!.values[n - 1]!, 0)
              ? []
              : [`${what}: opening`]),
          ]
        })
      }),
    ),
  )
}

test.each(samples)('each row of the years of $name foots from the opening balance to wealth', ({ document }) => {
  expect(faults(document)).toEqual([])
})

test('each row foots, whatever is entered', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyCase, (document) => {
      expect(faults(document)).toEqual([])
    }),
    { numRuns: 15, endOnFailure: true },
  )
})
