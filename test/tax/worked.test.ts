import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

import { buildGraph, evaluation, Model } from '../../shared/formula'
import { declareFederalTax, taxParameters } from '../../shared/tax'
import { explanationTree } from './explanation'

/** The household of the README: joint, 2026, wages 400,000, goodwill sold at a gain of 3,000,000. */
function worked(investment: number) {
  const m = Model.create()
  const wages = m.input('wages', 'wages', 'usd')
  const goodwill = m.input('goodwill', 'gain on goodwill', 'usd')
  const passive = m.input('investmentGain', 'gain that bears the tax on investment income', 'usd')
  const lines = declareFederalTax(m.scope('tax'), {
    status: 'mfj',
    parameters: taxParameters(2026),
    calendarYear: 2026,
    wages,
    longTermGain: goodwill,
    investmentGain: passive,
  })
  const run = evaluation(buildGraph(m, 1))
  run.run(Float64Array.of(400_000, 3_000_000, investment))
  return { run, lines, value: (line: typeof lines.agi | 0) => (line === 0 ? 0 : run.value(line, 1)) }
}

test('the worked household comes to the published figures', () => {
  const { lines, value } = worked(0)
  expect(value(lines.regularTax)).toBeCloseTo(661_173, 2)
  expect(value(lines.amt)).toBeCloseTo(33_642, 2)
  expect(value(lines.niit)).toBe(0)
  expect(value(lines.additionalMedicare)).toBeCloseTo(1_350, 2)
  expect(value(lines.totalTax)).toBeCloseTo(696_165, 2)
  const passive = worked(3_000_000)
  expect(passive.value(passive.lines.niit)).toBeCloseTo(114_000, 2)
  expect(passive.value(passive.lines.totalTax)).toBeCloseTo(810_165, 2)
})

test('the README shows the explanation as the kernel gives it', () => {
  const readme = readFileSync(new URL('../../shared/tax/README.md', import.meta.url), 'utf8')
  const shown = /```text\n([^]*?)\n```/.exec(readme)?.[1]
  const { run, lines } = worked(3_000_000)
  expect(shown).toBe(explanationTree(run, lines.totalTax, 1))
})
