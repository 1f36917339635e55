import fc from 'fast-check'
import { expect, test } from 'vitest'

import { evaluation } from '../../shared/formula'
import { Structure } from '../../shared/model'
import { anyCase } from './arbitrary-case'
import { workedExample } from './worked-example'

test('with the same return and inflation in every year the simulated structure gives the figures of the plan', () => {
  fc.assert(
    fc.property(anyCase, (document) => {
      const plan = new Structure(document).evaluate(document)
      const simulated = new Structure(document, { simulated: true }).evaluate(document)
      // All lines of the plan except those of the two views a simulation does not use, and a test of one of them.
      const lines = plan.structure.graph.lines.filter(
        ({ id }) => !/^[^/]+\/(guaranteed|maximum)\/|\/guaranteedFunds$/.test(id),
      )
      const own = new Set(simulated.structure.graph.lines.map(({ id }) => id))
      expect(lines.filter(({ id }) => !own.has(id)).map(({ id }) => id)).toEqual([])
      for (const line of lines) {
        const other = simulated.structure.graph.line(line.id)
        const values = plan.values(line)
        // A rate that is a single figure in the plan is a row in the simulation.
        expect([line.id, simulated.values(other)]).toEqual([
          line.id,
          line.shape === other.shape ? values : Array.from({ length: plan.years }, () => values[0]),
        ])
      }
    }),
    { numRuns: 25, endOnFailure: true },
  )
}, 120_000)

test('the return of a year moves the accounts from that year on, its inflation prices from the next', () => {
  const document = workedExample()
  const structure = new Structure(document, { simulated: true })
  const { graph } = structure
  const run = evaluation(graph)
  const inputs = structure.inputs(document)
  const row = (id: string) => [...run.row(graph.line(id))]
  const changed = (id: string, value: number, line: string) => {
    run.run(inputs)
    const before = row(line)
    run.run(inputs.with(graph.inputIndex.get(id)!, value))
    return row(line).map((after, y) => after !== before[y])
  }
  expect(changed('assumptions/return@2', -0.2, 'keep/expected/taxable')).toEqual([false, true, true])
  expect(changed('assumptions/inflation@2', 0.1, 'plan/priceIndex')).toEqual([false, false, true])
  run.run(inputs.with(graph.inputIndex.get('assumptions/inflation@1')!, 0.5))
  expect(row('plan/priceIndex')).toEqual([1, 1.5, 1.5 * 1.025])
})
