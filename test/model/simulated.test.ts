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
      const { graph } = plan.structure
      for (const { id } of plan.paths)
        for (const what of ['wealth', 'fundedToAge']) simulated.structure.graph.line(`${id}/expected/${what}`)
      // It declares only what these rest on, and declares it as the plan does.
      const own = simulated.structure.graph.lines
      expect(own.filter(({ id }) => !graph.has(id)).map(({ id }) => id)).toEqual(['plan/inflation'])
      for (const other of own.filter(({ id }) => graph.has(id))) {
        const line = graph.line(other.id)
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
