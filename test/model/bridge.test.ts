// The first level of Why: on every line of random cases it adds up and speaks of the practice, never of the formula.
import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Bridge } from '../../shared/formula'
import { evaluateCase } from '../../shared/model'
import { sample, taxed } from '../analysis/support'
import { anyCase } from './arbitrary-case'

/** Words that belong to formulas: limits, choices, lookups. */
const MACHINERY = /the (least|greatest) of|otherwise|rounded (up|down)|in year \[|year number/

const addsUp = ({ value, terms }: Bridge): boolean => {
  const sum = terms.reduce((all, term) => all + term.value, 0)
  return Math.abs(sum - value) <= 1e-9 * Math.max(1, ...terms.map((term) => Math.abs(term.value)))
}

test('every figure is taken apart into terms that add up and name no machinery', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(anyCase, (document) => {
      const outcome = evaluateCase(document)
      const wrong = outcome.structure.graph.lines.flatMap((line) => {
        // A year at the start, one around closing, and the last: the formulas of the others are the same.
        const years = line.shape === 'row' ? [1, Math.min(3, outcome.years), outcome.years] : [undefined]
        return years.flatMap((year) => {
          const found = outcome.bridge(line.id, year)
          if (!found) return Number.isFinite(outcome.values(line)[(year ?? 1) - 1]!) ? [`${line.id}: none`] : []
          const names = found.terms.flatMap(({ factors }) => factors.map(({ name }) => name))
          return [
            ...(addsUp(found) ? [] : [`${line.id} in ${year} does not add up`]),
            ...names.filter((name) => MACHINERY.test(name)).map((name) => `${line.id} in ${year}: ${name}`),
          ]
        })
      })
      expect(wrong).toEqual([])
    }),
    { numRuns: 6, endOnFailure: true },
  )
})

test.each(['blended', 'federal'] as const)(
  'the lead consists of the sale, the pay and the returns (%s tax)',
  (mode) => {
    const outcome = evaluateCase(taxed(sample('general-dentist'), mode))
    for (const { id, kind } of outcome.paths) {
      if (kind === 'keep') continue
      const found = outcome.bridge(`${id}/expected/leadAtRetirementToday`)!
      const parts = ['leadFromSaleToday', 'leadFromIncomeToday', 'leadFromReturnsToday']
      const named = found.terms.map(({ factors }) => factors[0]!.operand!.opens)
      expect(named.map((opens) => opens.kind === 'line' && opens.line.id)).toEqual(
        parts.map((part) => `${id}/expected/${part}`).filter((line) => outcome.bridge(line)!.value !== 0),
      )
      expect(found.value).toBe(outcome.figure(id, 'expected', 'leadAtRetirementToday'))
      expect(addsUp(found)).toBe(true)
    }
  },
)

test('take-home is what comes in less tax and plan contributions', () => {
  const outcome = evaluateCase(sample('general-dentist'))
  const { terms } = outcome.bridge('keep/expected/takeHome', 1)!
  expect(terms.map(({ value, factors }) => [factors[0]!.name, Math.sign(value)])).toEqual([
    ['practice cash received', 1],
    ['perks received', 1],
    ['tax on the year’s income', -1],
    ['Plan contributions as owner', -1],
  ])
})
