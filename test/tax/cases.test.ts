import { expect, test } from 'vitest'
import { computeTaxCases } from '../../shared/tax/index'
import cases from '../fixtures/tax-cases.json' with { type: 'json' }

test('x', () => {
  const r = computeTaxCases(cases)
  if (!r.ok) {
    console.log(r.problems)
    expect(r.ok).toBe(true)
    return
  }
  const bad: string[] = []
  r.results.forEach(({ id, computed }, i) => {
    for (const [k, v] of Object.entries(cases[i]!.expected)) {
      const got = computed[k] as number
      if (!(Math.abs(got - (v as number)) <= 0.01 + 1e-9)) bad.push(`${id} ${k}: ${got} expected ${v}`)
    }
  })
  console.log(bad.join('\n'))
  expect(bad).toEqual([])
})
