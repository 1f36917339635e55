import { describe, expect, test } from 'vitest'

import { earliestRetirementAges, retiringAt } from '../../shared/analysis/retirement'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import { evaluateCase, VIEWS } from '../../shared/model'
import {
  accountLayers,
  accountsTitle,
  lifeLines,
  lifeTable,
  payerLayers,
  payersTitle,
  retirementAnswer,
  retirementRows,
  termNote,
} from '../../shared/present/retirement'

const sample = (name: string): Case => samples.find((found) => found.name === name)!.document
const blended = (document: Case): Case => ({ ...document, tax: { ...document.tax, mode: 'blended' } })
const general = blended(sample('general-dentist'))
const of = (document: Case) => {
  const outcome = evaluateCase(document)
  return { outcome, earliest: earliestRetirementAges(outcome), paths: outcome.paths.map(({ id }) => id) }
}

describe('the answer', () => {
  test('names the paths by the age at which they let the owner stop, and how far sure money goes', () => {
    const { outcome, earliest, paths } = of(general)
    const ages = Object.fromEntries(paths.map((id) => [id, earliest.get(id)!.expected]))
    expect(ages).toEqual({ keep: 62, private: undefined, harbor: 61, cedar: 60, summit: 60 })
    expect(retirementAnswer(outcome, earliest, 'expected', paths)).toEqual({
      headline:
        'With Cedar or Summit, you can retire at age 60; with Harbor, at age 61; if you keep, at age 62; if you sell to a dentist now, at no age.',
      guaranteed:
        'If you retire at age 66 and receive no contingent payments, your money lasts to age 95 with Harbor, Cedar or Summit or if you keep, but only to age 91 if you sell to a dentist now.',
    })
    expect(retirementAnswer(outcome, earliest, 'guaranteed', ['keep', 'cedar']).headline).toBe(
      'With Cedar, you can retire at age 62; if you keep, at age 64.',
    )
  })

  test('says so where no age is enough, and where every path lasts', () => {
    const poor = of({ ...general, owner: { ...general.owner, spendingNow: 2_000_000, spendingRetired: 2_000_000 } })
    expect(retirementAnswer(poor.outcome, poor.earliest, 'expected', poor.paths).headline).toBe(
      'No retirement age funds your spending to the end of the plan.',
    )
    const rich = of({ ...general, owner: { ...general.owner, savings: 20_000_000 } })
    expect(retirementAnswer(rich.outcome, rich.earliest, 'expected', rich.paths).guaranteed).toBe(
      'If you retire at age 66 and receive no contingent payments, your money lasts to age 95 on every path.',
    )
  })
})

test('says of a path which of its ages breaks the required term', () => {
  const { outcome, earliest, paths } = of(general)
  expect(termNote(outcome, earliest, paths)).toBe(
    'Some of these ages break a required term, and what the offer takes away then is counted: Harbor at 60, 61 or 62 (5-year term); Cedar at 60 or 62 (4-year term); Summit at 60 or 61 (5-year term).',
  )
  expect(termNote(outcome, earliest, ['keep', 'private'])).toBeUndefined()
})

test('a row a path: ages, the rule beside them, the worst-case test with a word', () => {
  const { outcome, earliest, paths } = of(general)
  const rows = retirementRows(outcome, earliest, 'expected', paths)
  expect(rows.map(({ id, passes, test: words, reachesNestEgg }) => [id, passes, words, reachesNestEgg])).toEqual([
    ['keep', true, 'funded to age 95', false],
    ['private', false, 'runs out after age 91', false],
    ['harbor', true, 'funded to age 95', false],
    ['cedar', true, 'funded to age 95', false],
    ['summit', true, 'funded to age 95', true],
  ])
  expect(rows[0]!.earliest).toEqual({ guaranteed: 64, expected: 62, maximum: 61 })
})

describe('the life lines', () => {
  test('run from the start to the end of the plan, and say where money is missing', () => {
    const { outcome, paths } = of(general)
    const found = lifeLines(outcome, 'expected', paths)
    expect([found.from, found.to, found.age]).toEqual([2027, 2063, 60])
    for (const { spans } of found.paths) expect(Math.max(...spans.map(({ to }) => to))).toBe(2063)
    const sold = found.paths.find(({ id }) => id === 'private')!
    expect(sold.ends).toBe('runs out after 91')
    expect(sold.spans.at(-1)).toEqual({ kind: 'missing', label: 'shortfall', from: 2059, to: 2063 })
    const kinds = (id: string) => found.paths.find((path) => path.id === id)!.spans.map(({ kind }) => kind)
    expect(kinds('keep')).toEqual(['owner', 'retired'])
    // The job after the sale ends in 2029, retirement is in 2033.
    expect(kinds('private')).toEqual(['job', 'between', 'retired', 'missing'])
    expect(sold.spans[1]).toMatchObject({ from: 2029, label: 'between work and retirement' })
    expect(found.marks.map(({ label }) => label)).toEqual(['Social Security at 67', 'required distributions at 75'])
  })

  test('the table names every event of every path with year and age', () => {
    const { outcome, paths } = of(general)
    const { rows } = lifeTable(lifeLines(outcome, 'expected', paths))
    expect(rows[0]).toEqual(['every path', '2034', '67', 'Social Security'])
    expect(rows).toContainEqual(['Harbor', '2029', '62', 'earn-out (contingent)'])
    expect(rows).toContainEqual(['Summit', '2032', '65', 'rollover exit (contingent)'])
    expect(rows).toContainEqual(['Sell to a dentist now', '', '', 'runs out after 91'])
  })
})

describe('the layers of the charts', () => {
  test.each(samples.map(({ name, document }) => [name, document] as const))(
    '%s: accounts are those of the model, and the payers make up the spending',
    (_, document) => {
      const outcome = evaluateCase(document)
      for (const { id } of outcome.paths)
        for (const view of VIEWS) {
          const { layers } = payerLayers(outcome, id, view, 'future')
          outcome.row(id, view, 'spendingAll')!.forEach((spending, y) => {
            const paid = layers.reduce((sum, { values }) => sum + values[y]!, 0)
            expect(Math.abs(paid - spending)).toBeLessThan(2)
          })
          const taxable = accountLayers(outcome, id, view, 'future').layers.find((layer) => layer.id === 'taxable')!
          expect(taxable.values).toEqual(outcome.row(id, view, 'taxable'))
        }
    },
  )

  test('titles say the finding', () => {
    const outcome = evaluateCase(retiringAt(general, 61))
    expect(accountsTitle(outcome, 'cedar', 'expected')).toBe('Cedar: the accounts last to age 95')
    expect(accountsTitle(outcome, 'keep', 'expected')).toMatch(
      /^Keep the practice: the accounts run out after age \d\d$/,
    )
    expect(payersTitle(outcome, 'cedar', 'expected')).toMatch(
      /^Cedar: [a-zS ]+ pay (most|the largest part) of retirement$/,
    )
  })

  test('most is more than half', () => {
    for (const { document } of samples)
      for (const retiring of [document, retiringAt(document, 60)]) {
        const outcome = evaluateCase(retiring)
        const { birthDate, retirement } = retiring.owner
        const age = Number(retirement.slice(0, 4)) - Number(birthDate.slice(0, 4))
        for (const { id } of outcome.paths) {
          const { layers, ages } = payerLayers(outcome, id, 'expected', 'today')
          const sums = layers.map(({ values }) =>
            values.reduce((sum, value, y) => (ages[y]! > age ? sum + value : sum), 0),
          )
          const share = Math.max(...sums) / sums.reduce((a, b) => a + b)
          expect(payersTitle(outcome, id, 'expected')).toContain(share > 0.5 ? ' most of ' : ' the largest part of ')
        }
      }
  })
})
