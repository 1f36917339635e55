import fc from 'fast-check'
import { expect, test } from 'vitest'

import { Structure, type Outcome } from '../../shared/model'
import { anyAssociateCase, anyCase } from './arbitrary-case'

const worthOf = (outcome: Outcome, path: string) => {
  const worth = outcome.figure(path, 'expected', 'pathTotalPresentValue')
  expect(worth).toBeDefined()
  return worth
}

test.each([
  ['an owner', anyCase],
  ['an associate', anyAssociateCase],
])(
  'the model of worth alone gives the present values of the whole one, with fewer lines: %s',
  (_, cases) => {
    fc.assert(
      fc.property(cases, (document) => {
        const whole = new Structure(document).evaluate(document)
        const lean = new Structure(document, { worthAlone: true }).evaluate(document)
        expect(lean.paths).toEqual(whole.paths)
        for (const { id } of whole.paths) expect([id, worthOf(lean, id)]).toEqual([id, worthOf(whole, id)])
        // What it declares, it declares as the whole model does.
        const { graph } = whole.structure
        const own = lean.structure.graph.lines
        for (const line of own.filter(({ id }) => graph.has(id)))
          expect([line.id, lean.values(line)]).toEqual([line.id, whole.values(graph.line(line.id))])
        expect(own.length).toBeLessThan(0.6 * graph.lines.length)
      }),
      { numRuns: 25, endOnFailure: true },
    )
  },
  120_000,
)
