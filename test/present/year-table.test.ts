import fc from 'fast-check'
import { expect, test } from 'vitest'

import { evaluateCase, VIEWS } from '../../shared/model'
import { csv } from '../../shared/present/data-table'
import { yearData, yearTable } from '../../shared/present/year-table'
import { set } from '../../shared/case/path'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import { anyCase } from '../model/arbitrary-case'

test('paths side by side have every row that each has alone, with the same figures', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyCase, fc.constantFrom(...VIEWS), (document, view) => {
      const outcome = evaluateCase(document)
      const paths = outcome.paths.map(({ id }) => id)
      const together = yearTable(outcome, { paths, view, dollars: 'today' }).flatMap(({ lines }) => lines)
      paths.forEach((path, at) => {
        const alone = yearTable(outcome, { paths: [path], view, dollars: 'today' }).flatMap(({ lines }) => lines)
        const own = together.filter(({ of, shared }) => of[shared ? 0 : at])
        expect(Object.fromEntries(own.map(({ id, shared, of }) => [id, of[shared ? 0 : at]]))).toEqual(
          Object.fromEntries(alone.map(({ id, of }) => [id, of[0]])),
        )
      })
      for (const { of, zero } of together)
        expect(zero).toBe(of.flatMap((one) => one?.values ?? []).every((value) => value === 0))
    }),
    { numRuns: 8, endOnFailure: true },
  )
})

test('a name that looks like a formula stays a text in the file', () => {
  const { document } = samples.find(({ name }) => name === 'general-dentist')!
  const outcome = evaluateCase(set(document, 'offers/harbor/name', '=1+1') as Case)
  const sections = yearTable(outcome, { paths: ['harbor'], view: 'expected', dollars: 'future' })
  const text = csv(yearData(sections, ['=1+1'], outcome.shared('plan/calendarYear'), 'future'))
  expect(text).toContain(",'=1+1,")
  expect(text).not.toMatch(/(^|,)=1/m)
})
