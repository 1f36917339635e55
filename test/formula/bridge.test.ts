// What a figure consists of: terms that add up, without the mechanics of its formula.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { bridge, buildGraph, evaluation, f, Model, type Term } from '../../shared/formula'
import { build, inputsOf, tameFigures, tamePlans } from './random-model'

const sumOf = (terms: readonly Term[]): number => terms.reduce((sum, { value }) => sum + value, 0)

const productOf = ({ coefficient, factors }: Term): number =>
  factors.reduce((all, { divides, value }) => (divides ? all / value : all * value), coefficient)

/** Relative to the size of the terms, as large terms may cancel. */
const near = (a: number, b: number, terms: readonly Term[]): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), ...terms.map(({ value }) => Math.abs(value)))

describe('on random models', () => {
  test('the terms add up to the figure, and each is the product of its factors', () => {
    fc.assert(
      fc.property(tamePlans, inputsOf(tameFigures), (plan, inputs) => {
        const graph = buildGraph(build(plan), plan.years)
        const run = evaluation(graph)
        run.run(inputs)
        for (const line of graph.lines)
          for (const year of line.shape === 'row' ? Array.from({ length: plan.years }, (_, y) => y + 1) : [undefined]) {
            const value = run.value(line, year)
            const found = bridge(run, line, year)
            expect(found === undefined).toBe(!Number.isFinite(value))
            if (!found) continue
            expect(found.value).toBe(value)
            expect(near(sumOf(found.terms), value, found.terms)).toBe(true)
            for (const term of found.terms) expect(near(productOf(term), term.value, [term])).toBe(true)
          }
      }),
      { numRuns: 300 },
    )
  })
})

describe('a small model', () => {
  const model = Model.create()
  const price = model.input('price', 'Price', 'usd')
  const rate = model.input('rate', 'Tax rate', 'rate')
  const share = model.input('share', 'Share sold', 'rate')
  const usd = { unit: 'usd', meaning: 'A test.' } as const
  const sold = model.figure('sold', { ...usd, label: 'price of what is sold' }, f`${price} * ${share}`)
  const kept = model.figure('kept', { ...usd, label: 'after tax' }, f`${sold} * (1 - ${rate})`)
  const clamped = model.figure('clamped', { ...usd, label: 'clamped' }, f`max(0, min(${kept}, ${sold}))`)
  const chosen = model.figure(
    'chosen',
    { ...usd, label: 'chosen' },
    f`if(${share} > 0.5, ${clamped}, ${price}) + 0 * ${price}`,
  )
  const split = model.figure('split', { ...usd, label: 'split' }, f`${price} - ${sold}`)
  model.consistsOf(split, [f`${kept}`, f`${price} - ${sold} - ${kept}`])
  const years = model.row('years', { ...usd, label: 'yearly' }, f`if(n = 2, ${price} * (1 + ${rate}) ^ (n - 0.5), 0)`)
  const run = evaluation(buildGraph(model, 3))
  run.run(Float64Array.of(1000, 0.25, 0.6))
  const inShort = (...asked: Parameters<typeof bridge> extends [unknown, ...infer Rest] ? Rest : never) =>
    bridge(run, ...asked)?.terms.map(({ value, coefficient, factors }) => [
      value,
      coefficient,
      ...factors.map(({ name, divides }) => (divides ? `÷ ${name}` : name)),
    ])

  test('a product stays one term, a product with a difference becomes two', () => {
    expect(inShort(sold)).toEqual([[600, 1, 'Price', 'Share sold']])
    expect(inShort(kept)).toEqual([
      [600, 1, 'price of what is sold'],
      [-150, -1, 'price of what is sold', 'Tax rate'],
    ])
  })

  test('limits, choices and nothing times something do not show; what only passes a line on is seen through', () => {
    expect(bridge(run, clamped)!.line).toBe(kept)
    expect(bridge(run, chosen)!.line).toBe(kept)
    expect(inShort(chosen)).toEqual(inShort(kept))
  })

  test('a year in which nothing happens has no terms, another one its compound factor', () => {
    expect(inShort(years, 1)).toEqual([])
    expect(inShort(years, 2)).toEqual([[expect.closeTo(1000 * 1.25 ** 1.5, 9), 1, 'Price', '(1 + Tax rate) ^ 1.5']])
    expect(bridge(run, years, 2)!.terms[0]!.factors[1]!.inside.map(({ name }) => name)).toEqual(['Tax rate'])
  })

  test('what a line is said to consist of goes before its formula', () => {
    expect(inShort(split)?.map(([value]) => value)).toEqual([450, 1000, -600, -450])
  })

  test('what has no value has no bridge', () => {
    run.run(Float64Array.of(NaN, 0.25, 0.6))
    expect(bridge(run, sold)).toBeUndefined()
    run.run(Float64Array.of(1000, 0.25, 0.6))
  })
})
