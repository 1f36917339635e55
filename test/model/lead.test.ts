import { describe, expect, test } from 'vitest'

import { samples } from '../../shared/case/samples'
import { Engine, VIEWS } from '../../shared/model'
import { workedExample } from './worked-example'

describe('what the lead at retirement consists of', () => {
  test('the worked example, by hand', () => {
    const outcome = new Engine().evaluate(workedExample())
    const figure = (id: string) => outcome.figure('offer', 'expected', id)!
    // Take-home 173,600 + 177,072 against 259,000 + 261,790; there are no plan contributions.
    expect(figure('leadFromIncome')).toBeCloseTo(-170_118, 6)
    // Over the whole plan the totals differ by the sale and the income alone; what is paid after retirement is on paper.
    const later = outcome.row('offer', 'expected', 'pathYear')![2]!
    const paper = outcome.row('offer', 'expected', 'paper')![1]!
    expect(figure('leadFromSale')).toBeCloseTo(837_986.37 - 858_350 + 170_118 - later + paper, 2)
  })

  test.each(samples.map((sample) => [sample.name, sample.document] as const))('%s: the parts add up', (_, document) => {
    const outcome = new Engine().evaluate(document)
    expect(outcome.problems()).toEqual([])
    for (const { id } of outcome.paths.slice(1)) {
      for (const view of VIEWS) {
        for (const dollars of ['', 'Today']) {
          const figure = (name: string) => outcome.figure(id, view, name + dollars)!
          expect(figure('leadFromIncome') + figure('leadFromSale') + figure('leadFromReturns')).toBeCloseTo(
            figure('leadAtRetirement'),
            4,
          )
        }
      }
    }
  })
})
