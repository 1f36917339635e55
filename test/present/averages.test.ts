import { expect, test } from 'vitest'

import { plain, usd } from '../../renderer/format'
import { set } from '../../shared/case/path'
import { samples } from '../../shared/case/samples'
import { evaluateCase } from '../../shared/model'
import { AVERAGES, areAveragesAlike, averagesReconciled } from '../../shared/present/averages'
import { keyFigures } from '../../shared/present/key-figures'
import { sideBySide } from '../../shared/present/report/side-by-side'

const { document } = samples.find(({ name }) => name === 'general-dentist')!

test('who stops working before retirement has two averages, and one line ties them', () => {
  // Sells on January 1, 2027, works two years more, and retires at the end of 2033.
  const outcome = evaluateCase(document)
  const of = (figure: string) => outcome.figure('private', 'expected', figure)!
  expect([of('yearsToRetirement'), of('yearsWorked'), of('takeHomeWithoutWork')]).toEqual([7, 2, 0])
  const [first, second] = outcome.row('private', 'expected', 'takeHome')!
  expect(of('takeHomeAverageWorking')).toBeCloseTo((first! + second!) / 2, 6)
  expect(of('takeHomeAverage')).toBeCloseTo((first! + second!) / 7, 6)
  expect(
    averagesReconciled(
      outcome,
      'expected',
      outcome.paths.map(({ id }) => id),
      { usd, years: plain },
    ),
  ).toEqual([
    `Sell to a dentist now: ${usd((first! + second!) / 7)} × 7 years to retirement = ${usd((first! + second!) / 2)} × 2 years worked`,
  ])
})

test('what comes in years without work is told apart from what work pays', () => {
  const outcome = evaluateCase(set(document, 'alternatives/sellPrivately/gapPay', 30_000))
  const rest = outcome.figure('private', 'expected', 'takeHomeWithoutWork')!
  expect(rest).toBeGreaterThan(5 * 15_000)
  expect(averagesReconciled(outcome, 'expected', ['private'], { usd, years: plain })[0]).toMatch(
    `years worked + ${usd(rest)} in years without work`,
  )
})

test('where every year to retirement is worked, there is one average', () => {
  const outcome = evaluateCase(document)
  const [all, working] = AVERAGES
  const rows = (paths: readonly string[]) => [
    ...keyFigures(outcome, 'expected', 'today', paths).map(({ label }) => label),
    ...sideBySide(outcome, 'today', paths).flatMap(({ rows: lines }) => lines.map(({ label }) => label)),
  ]
  expect(areAveragesAlike(outcome, 'expected', ['keep', 'summit'])).toBe(true)
  expect(rows(['keep', 'summit']).filter((label) => label === all.label)).toHaveLength(2)
  expect(rows(['keep', 'summit'])).not.toContain(working.label)
  expect(rows(['keep', 'private']).filter((label) => label === working.label)).toHaveLength(2)
})
