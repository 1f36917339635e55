import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { buildGraph, evaluation, f, Model, type Expression, type Input } from '../../shared/formula/index'
import { TOLERANCE, type Answer, type Reached } from '../../shared/formula/solve'
import { build, inputsOf, plans, tameFigures } from './random-model'
import { solver } from './solver'

vi.setConfig({ testTimeout: 60_000 }) // hundreds of models, on whatever machine

const declaration = { label: 'Output', unit: 'factor', meaning: 'Output.' } as const

/** Where a formula of one input reaches a target. */
function solve(write: (x: Input) => Expression, from: number, to: number, target = 0): Answer {
  const model = Model.create()
  const x = model.input('x', 'X', 'factor')
  const line = model.figure('output', declaration, write(x))
  return solver(buildGraph(model, 1), x, { line })({ base: Float64Array.of(0), from, to, target })
}

const about = (x: number): Reached => ({ from: expect.closeTo(x, 9) as number, to: expect.closeTo(x, 9) as number })

describe('told apart are', () => {
  test('one solution', () => {
    expect(solve((x) => f`3 * ${x} - 2`, 0, 10, 5)).toEqual({ kind: 'one', at: about(7 / 3), jumps: [], gaps: false })
    expect(solve((x) => f`${x}`, 0, 1, 1)).toMatchObject({ kind: 'one', at: { from: 1, to: 1 } })
    expect(solve((x) => f`${x}`, 0, 1, 0)).toMatchObject({ kind: 'one', at: { from: 0, to: 0 } })
    expect(solve((x) => f`${x} ^ 3 * 1000000`, -1, 2, 1)).toMatchObject({ kind: 'one', at: about(0.01) })
  })

  test('none, with the nearest', () => {
    const none = solve((x) => f`${x} + 1`, 0, 1, 5)
    expect(none).toEqual({ kind: 'none', nearest: { input: 1, output: 2 }, jumps: [], gaps: false })
    expect(solve((x) => f`${x} ^ 2 + 0.001`, -1, 1)).toMatchObject({ kind: 'none' })
  })

  test('several, all of them', () => {
    const two = solve((x) => f`(${x} - 1) * (${x} - 3)`, 0, 10)
    expect(two).toMatchObject({ kind: 'several', at: [about(1), about(3)] })
    // Closer together than one step of the first grid.
    const close = solve((x) => f`(${x} - 4.001) * (${x} - 4.002)`, 0, 10)
    expect(close).toMatchObject({ kind: 'several', at: [about(4.001), about(4.002)] })
  })

  test('a touch without a crossing', () => {
    const touch = solve((x) => f`(${x} - 3.3) ^ 2`, 0, 10)
    expect(touch.kind).toBe('one')
    expect(touch).toMatchObject({ at: { from: expect.closeTo(3.3, 4) as number } })
  })

  test('a jump over the target, which is no solution', () => {
    const jump = solve((x) => f`if(${x} < 2.5, 1, 4)`, 0, 10, 3)
    expect(jump).toMatchObject({ kind: 'none', jumps: [{ at: 2.5, before: 1, after: 4 }] })
    const pole = solve((x) => f`1 / (${x} - 0.3)`, 0, 1)
    expect(pole.kind).toBe('none')
    expect(pole.jumps).toHaveLength(1)
    const both = solve((x) => f`if(${x} < 2.5, ${x}, ${x} - 5)`, 0, 10, 1)
    expect(both).toMatchObject({ kind: 'several', at: [about(1), about(6)], jumps: [{ at: 2.5 }] })
  })

  test('a stretch on which the output is flat', () => {
    expect(solve((x) => f`clamp(${x}, 2, 7.5)`, 0, 10, 2)).toMatchObject({
      kind: 'one',
      at: { from: 0, to: expect.closeTo(2, 9) as number },
    })
    expect(solve((x) => f`max(0, ${x} - 4.2) * max(0, ${x} - 4.2)`, 0, 10)).toMatchObject({
      kind: 'one',
      at: { from: 0 },
    })
    expect(solve((x) => f`floor(${x})`, 0, 10, 3)).toMatchObject({
      kind: 'one',
      at: { from: 3, to: expect.closeTo(4, 9) as number },
    })
    expect(solve((x) => f`0 * ${x} + 1`, 0, 10, 1)).toMatchObject({ kind: 'one', at: { from: 0, to: 10 } })
  })

  test('parts of the range without a value, up to their very edge', () => {
    const half = solve((x) => f`(${x} - 5) ^ 0.5`, 0, 10, 1)
    expect(half).toMatchObject({ kind: 'one', at: about(6), gaps: true })
    const edge = solve((x) => f`(${x} - 5.01) ^ 0.5`, 0, 10, 0.001)
    expect(edge).toMatchObject({ kind: 'one', at: about(5.010001), gaps: true })
    expect(solve((x) => f`(${x} - 20) ^ 0.5`, 0, 10)).toEqual({ kind: 'none', jumps: [], gaps: true })
  })

  test('a range without an inside', () => {
    expect(() => solve((x) => f`${x}`, 1, 1)).toThrow('There is nothing between 1 and 1.')
  })
})

test('the goal may be a row in a year, or a difference', () => {
  const model = Model.create()
  const growth = model.input('growth', 'Growth', 'rate')
  const rate = model.input('rate', 'Rate', 'rate')
  const money = { label: 'Money', unit: 'usd', meaning: 'Money.' } as const
  const start = model.input('start', 'Start', 'usd')
  const a = model.row('a', money, start, (self) => f`prev(${self}) * (1 + ${growth})`)
  const b = model.figure('b', money, f`${start} * (1 + ${rate}) ^ 2`)
  const graph = buildGraph(model, 3)
  const base = Float64Array.of(NaN, 0.05, 100)
  const doubled = solver(graph, growth, { line: a, year: 3 })({ base, from: 0, to: 1, target: 200 })
  expect(doubled).toMatchObject({ kind: 'one', at: about(Math.SQRT2 - 1) })
  const even = solver(graph, growth, { line: a, year: 3, less: { line: b } })({ base, from: 0, to: 1, target: 0 })
  expect(even).toMatchObject({ kind: 'one', at: about(0.05) })
})

test('law: a rising output reaches every target between its ends, once', () => {
  const figure = fc.double({ min: 0.01, max: 100, noNaN: true })
  fc.assert(
    fc.property(figure, figure, figure, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (a, b, c, at) => {
      const write = (x: Input) => f`${{ op: 'constant', value: a }} * ${x} + ${{ op: 'constant', value: b }} * ${x} ^ 3`
      const value = (x: number) => a * x + b * x ** 3
      const answer = solve(write, 0, c, value(at * c))
      expect(answer.kind).toBe('one')
      expect(answer).toMatchObject({ at: { from: expect.closeTo(at * c, 6) as number } })
    }),
  )
})

test('law: an answer put back reaches the target, on random models', () => {
  const where = fc.double({ min: -6, max: 6, noNaN: true })
  let solutions = 0
  fc.assert(
    fc.property(plans, inputsOf(tameFigures), where, fc.nat(), (plan, base, x, pick) => {
      const graph = buildGraph(build(plan), plan.years)
      const line = graph.lines[pick % graph.lines.length]!
      const year = line.shape === 'row' ? (pick % plan.years) + 1 : undefined
      const run = evaluation(graph, [line])
      const output = (x: number): number => {
        run.run(base.with(0, x))
        return run.value(line, year)
      }
      const target = output(x)
      fc.pre(Number.isFinite(target))
      const goal = year === undefined ? { line } : { line, year }
      const answer = solver(graph, graph.inputs[0]!, goal)({ base, from: -6, to: 6, target })
      const reached = answer.kind === 'none' ? [] : answer.kind === 'one' ? [answer.at] : answer.at
      solutions += reached.length
      const distances = Array.from({ length: 257 }, (_, i) => Math.abs(output(-6 + (i * 12) / 256) - target))
      const sizes = distances.filter((size) => size > 0 && size < Infinity).toSorted((a, b) => a - b)
      const allowed = TOLERANCE * Math.max(Math.abs(target), sizes[sizes.length >> 1] ?? 0)
      for (const value of reached.flatMap(({ from, to }) => [output(from), output(to)]))
        expect(Math.abs(value - target)).toBeLessThanOrEqual(allowed)
    }),
    { numRuns: 100 },
  )
  expect(solutions).toBeGreaterThan(50)
})
