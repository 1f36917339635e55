// Checks as data: each has an id and an existing field, and a better term produces a valid case.
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { checksOf, type Check } from '../../shared/checks'
import { schemaAt } from '../../shared/case/describe'
import { set } from '../../shared/case/path'
import { parseCase } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import { evaluateCase } from '../../shared/model'
import { anyAssociateCase, anyCase } from '../model/arbitrary-case'

const improved = (document: Case, { better }: Check): Case =>
  Object.entries(better!).reduce((result, [path, value]) => set(result, path, value), document)

test('every check of random cases names its rule and a field of the case', () => {
  fc.assert(
    fc.property(fc.oneof(anyCase, anyAssociateCase), (document) => {
      for (const { rule, path, message } of checksOf(evaluateCase(document))) {
        expect(rule).toMatch(/^[a-z]+(-[a-z]+)*(\/[a-z]+(-[a-z]+)*)?$/)
        expect(message.length).toBeGreaterThan(20)
        expect(path === '' || schemaAt(path, document) !== undefined, path).toBe(true)
      }
    }),
    { numRuns: 15 },
  )
})

test('a better term makes a case that can stand, and never costs money that it did not cost before', () => {
  const documents = samples.map(({ document }) => document)
  const answered = new Set<string>()
  for (const document of documents) {
    for (const check of checksOf(evaluateCase(document)).filter(({ better }) => better !== undefined)) {
      const better = improved(document, check)
      expect(parseCase(better).ok).toBe(true)
      answered.add(check.rule)
      // Evaluated separately: the price of a question is the difference of two separate evaluations.
      const [offer] = check.path.split('/').slice(1)
      const worth = (one: Case) => evaluateCase(one).figure(offer!, 'guaranteed', 'priceTotal') ?? 0
      expect(worth(better)).toBeGreaterThanOrEqual(worth(document) - 0.01)
    }
  }
  expect(answered.size).toBeGreaterThan(3)
})
