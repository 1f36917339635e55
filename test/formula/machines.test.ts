import fc from 'fast-check'
import { expect, test } from 'vitest'

import { plainMachine } from '../../shared/formula/blocks'
import type { Expression, Operation } from '../../shared/formula/expression'
import { buildGraph, f, lanes, Model, type Table } from '../../shared/formula/index'
import { simdMachine } from '../../shared/formula/simd'
import { figures } from './random-model'

const model = Model.create()
const declaration = { label: 'Line', unit: 'factor', meaning: '' } as const
const [a, b, c, fixed] = ['a', 'b', 'c', 'fixed'].map((id) => model.input(id, id, 'factor')) as [
  Input,
  Input,
  Input,
  Input,
]
type Input = ReturnType<typeof model.input>
const table: Table = {
  kind: 'table',
  id: 'steps',
  label: 'steps',
  keys: [0, 1, 2.5, 1e6],
  values: [0.125, 0.3, 0.2, 0.4],
  source: 'test',
}

/** Longer than what is searched one entry after another. */
const long: Table = {
  ...table,
  id: 'long',
  keys: Array.from({ length: 40 }, (_, i) => i * i - 20),
  values: Array.from({ length: 40 }, (_, i) => 1 / (i + 1)),
}

const of = (op: Operation, ...args: Input[]): Expression => ({
  op,
  args: args.map((input) => ({ op: 'input', input })),
})
const PAIRS: Operation[] = ['subtract', 'divide', 'power', 'less', 'lessOrEqual', 'greater', 'greaterOrEqual', 'equal']
const LISTS: Operation[] = ['add', 'multiply', 'min', 'max', 'and', 'or', 'orElse']
/** Every operation, with operands of every kind: those of lanes, and one that all lanes share whatever varies. */
const formulas: Expression[] = [
  ...[...PAIRS, ...LISTS].flatMap((op) => [of(op, a, b), of(op, a, fixed), of(op, fixed, b), of(op, a, a)]),
  ...LISTS.map((op) => of(op, a, b, c, fixed)),
  ...(['negate', 'not', 'floor', 'ceil', 'round'] as const).map((op) => of(op, a)),
  ...(['if', 'payment'] as const).flatMap((op) => [of(op, a, b, c), of(op, a, fixed, c), of(op, fixed, a, b)]),
  f`if(${a} < ${b}, ${c}, ${fixed})`,
  f`brackets(${table}, ${a}, ${b})`,
  f`brackets(${table}, ${a}, ${fixed})`,
  f`lookup(${table}, ${a})`,
  f`lookup(${long}, ${a})`,
  f`lookup(${long}, ${fixed}) + brackets(${long}, ${b}, ${fixed}) + lookup(${table}, ${b})`,
]
const rows = formulas.map((formula, i) => model.row(`row${i}`, declaration, formula))
const searches = rows
  .slice(0, 9)
  .flatMap((row, i) => [
    model.figure(`sum${i}`, declaration, f`sum(${row})`),
    model.figure(`at${i}`, declaration, f`at(${row}, ${a})`),
  ])
const graph = buildGraph(model, 2)
const outputs = [...rows, ...searches]

/** A value in each lane: anything, or for long stretches the same. */
const column = (count: number) =>
  fc.oneof(
    fc.array(figures, { minLength: count, maxLength: count }),
    figures.map((value) => Array<number>(count).fill(value)),
    fc
      .tuple(figures, figures, fc.nat(count))
      .map(([before, after, change]) => Array.from({ length: count }, (_, lane) => (lane < change ? before : after))),
  )

test('SIMD loops give what the plain loops give, for every operation, bit for bit', () => {
  const simd = simdMachine()!
  const varying = [a, b, c]
  const quick = lanes(graph, outputs, varying, simd)
  const plain = lanes(graph, outputs, varying, plainMachine())
  const counts = fc.constantFrom(1, 2, 7, simd.block - 1, simd.block, simd.block + 1, 2 * simd.block + 5)
  const given = counts.chain((count) =>
    fc.tuple(fc.constant(count), figures, column(count), column(count), column(count)),
  )
  fc.assert(
    fc.property(given, ([count, value, ...columns]) => {
      const base = Float64Array.of(0, 0, 0, value)
      const lanesOf = columns.map((values) => Float64Array.from(values))
      const [mine, theirs] = [quick.run(base, lanesOf, count), plain.run(base, lanesOf, count)]
      for (const line of outputs) {
        const year = line.shape === 'row' ? 2 : undefined
        expect(mine.column(line, year), line.id).toEqual(theirs.column(line, year))
      }
    }),
    { numRuns: 60 },
  )
})

test('programs take turns on the one machine, the larger first or last, without a trace of one another', () => {
  const one = buildGraph(model, 1)
  const programs = [graph, one, graph].map((of, i) => ({
    simd: lanes(of, i === 2 ? rows : rows.slice(i), [a, b], simdMachine()),
    plain: lanes(of, i === 2 ? rows : rows.slice(i), [a, b], plainMachine()),
  }))
  for (const [turn, which] of [1, 0, 2, 1, 1, 0].entries()) {
    const { simd, plain } = programs[which]!
    const base = Float64Array.of(0, 0, 3, turn)
    const columns = [Float64Array.of(turn, 2, NaN), Float64Array.of(-0, turn, 5)]
    for (const row of rows.slice(5))
      expect(simd.run(base, columns, 3).column(row, 1)).toEqual(plain.run(base, columns, 3).column(row, 1))
  }
})

test('what stands in several formulas is worked once', () => {
  const twice = Model.create()
  const [x, y] = ['x', 'y'].map((id) => twice.input(id, id, 'factor')) as [Input, Input]
  const once = twice.figure('once', declaration, f`if(${x} > 2, ${x} * ${y} + 2, ${y} * 0.5)`)
  const again = twice.figure('again', declaration, f`if(${x} > 2, ${x} * ${y} + 2, ${y} * 0.5) - 2`)
  const built = buildGraph(twice, 1)
  const alone = lanes(built, [once], [x, y]).instructions
  expect(lanes(built, [once, again], [x, y]).instructions).toBe(alone + 1)
})
