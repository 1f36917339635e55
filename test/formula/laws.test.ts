import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import {
  buildGraph,
  evaluation,
  explain,
  lanes,
  words,
  type Expression,
  type Graph,
  type Line,
} from '../../shared/formula/index'
import { plainMachine } from '../../shared/formula/blocks'
import { simdMachine } from '../../shared/formula/simd'
import { meaning, plainly } from './oracle'
import { build, figures, INPUTS, inputsOf, plans } from './random-model'

vi.setConfig({ testTimeout: 60_000 }) // hundreds of models, on whatever machine

/** All cells, line by line; `toEqual` compares bit for bit: NaN equals NaN, and −0 differs from 0. */
function cells<T>(graph: Graph, cell: (line: Line, year?: number) => T): Record<string, T[]> {
  const years = Array.from({ length: graph.years }, (_, y) => y + 1)
  return Object.fromEntries(
    graph.lines.map((line) => [
      line.id,
      line.shape === 'row' ? years.map((year) => cell(line, year)) : [cell(line, undefined)],
    ]),
  )
}

test('a run gives what the formulas mean, cell by cell', () => {
  fc.assert(
    fc.property(plans, inputsOf(figures), (plan, inputs) => {
      const graph = buildGraph(build(plan), plan.years)
      const run = evaluation(graph)
      run.run(inputs)
      expect(cells(graph, (line, year) => run.value(line, year))).toEqual(cells(graph, plainly(graph, inputs)))
    }),
    { numRuns: 500 },
  )
})

test('the order in which lines are declared does not matter, nor which other outputs are asked for', () => {
  fc.assert(
    fc.property(plans, inputsOf(figures), fc.nat(), (plan, inputs, pick) => {
      const inOrder = plan.lines.map((_, i) => i)
      const straight = buildGraph(build(plan, inOrder), plan.years)
      const shuffled = buildGraph(build(plan), plan.years)
      const wanted = shuffled.lines[pick % shuffled.lines.length]!
      const all = evaluation(straight)
      const one = evaluation(shuffled, [wanted])
      all.run(inputs)
      one.run(inputs)
      expect([...one.row(wanted)]).toEqual([...all.row(straight.line(wanted.id))])
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['plain loops, whatever the size of a block', (block: number) => plainMachine(block)],
  ['SIMD loops', () => simdMachine()!],
])('lane i of a run is the one-lane run with the inputs of lane i: %s', (_, machine) => {
  const anyRuns = fc.array(inputsOf(figures), { minLength: 1, maxLength: 9 })
  const mask = fc.array(fc.boolean(), { minLength: INPUTS, maxLength: INPUTS })
  fc.assert(
    fc.property(plans, anyRuns, mask, mask, fc.integer({ min: 1, max: 12 }), (plan, runs, mayVary, varies, block) => {
      const graph = buildGraph(build(plan), plan.years)
      const varying = graph.inputs.filter((_, i) => mayVary[i])
      const many = lanes(graph, graph.lines, varying, machine(block))
      const columns = varying.map(({ id }) => {
        const i = graph.inputIndex.get(id)!
        return varies[i] ? Float64Array.from(runs, (run) => run[i]!) : undefined
      })
      const base = runs[0]!
      // Runs something else first: leftovers in the buffers must not show.
      const other = varying.map(() => new Float64Array(3).fill(5))
      many.run(new Float64Array(INPUTS).fill(7), other, 3)
      const result = many.run(base, columns, runs.length)
      const single = evaluation(graph)
      runs.forEach((run, lane) => {
        single.run(base.map((value, i) => (mayVary[i] && varies[i] ? run[i]! : value)))
        expect(cells(graph, (line, year) => result.column(line, year)[lane])).toEqual(
          cells(graph, (line, year) => single.value(line, year)),
        )
      })
    }),
    { numRuns: 300 },
  )
})

test('the figures of an explanation, put into its formula, recombine to the value', () => {
  fc.assert(
    fc.property(plans, inputsOf(figures), (plan, inputs) => {
      const graph = buildGraph(build(plan), plan.years)
      const run = evaluation(graph)
      run.run(inputs)
      const recombined = (line: Line, year?: number): number => {
        const { formula, pieces, operands } = explain(run, line, year)
        const figure = new Map<Expression, number>()
        words(formula).forEach((piece, i) => {
          if (typeof piece !== 'string') figure.set(piece.operand, operands[pieces[i] as number]!.value)
        })
        return meaning(formula, (leaf) => (leaf.op === 'constant' ? leaf.value : figure.get(leaf)!))
      }
      expect(cells(graph, recombined)).toEqual(cells(graph, (line, year) => run.value(line, year)))
    }),
    { numRuns: 200 },
  )
})

test('an operand of an explanation shows what its own explanation says, down to the inputs', () => {
  fc.assert(
    fc.property(plans, inputsOf(figures), (plan, inputs) => {
      const graph = buildGraph(build(plan), plan.years)
      const run = evaluation(graph)
      run.run(inputs)
      const operands = Object.values(cells(graph, (line, year) => explain(run, line, year).operands)).flat(2)
      const opened = operands.map(({ opens, value }) => {
        if (opens.kind === 'line') return explain(run, opens.line, opens.year).value
        return opens.kind === 'input' ? inputs[graph.inputIndex.get(opens.input.id)!] : value
      })
      expect(opened).toEqual(operands.map(({ value }) => value))
    }),
    { numRuns: 100 },
  )
})
