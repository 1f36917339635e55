import { describe, expect, test } from 'vitest'

import { Desk } from '../../shared/analysis/jobs'
import { prepareSimulation, type SimulationResult } from '../../shared/analysis/simulation'
import {
  fanTable,
  fundedTitle,
  futuresSentence,
  leaderInFutures,
  marginInWords,
  of100,
  winsTable,
  winsTitle,
} from '../../shared/present/futures'
import { set } from '../../shared/case/path'
import { sample } from '../analysis/support'

const document = set(sample('general-dentist'), 'risk/draws', 600)

/** The job's final result, and everything it showed before. */
function worked(): { result: SimulationResult; shown: SimulationResult[]; steps: number[] } {
  const work = new Desk().work({ kind: 'simulation', document })
  const shown: SimulationResult[] = []
  const steps: number[] = []
  for (;;) {
    const step = work.next()
    if (step.done) return { result: step.value as SimulationResult, shown, steps }
    steps.push(step.value.done)
    if (step.value.soFar) shown.push(step.value.soFar)
  }
}

const { result, shown, steps } = worked()

test('the margin of a share is two standard errors of one half, rounded up', () => {
  expect([100, 1_000, 10_000, 20_000].map(marginInWords)).toEqual([
    '±10 of 100 (95% confidence)',
    '±4 of 100 (95% confidence)',
    '±1 of 100 (95% confidence)',
    '±1 of 100 (95% confidence)',
  ])
})

test('the job draws what the simulation draws, and shows what there is on the way', () => {
  const whole = prepareSimulation(document)
  whole.chunk(600)
  expect(result).toEqual(whole.result())
  expect(steps).toEqual([0, 256, 512, 600])
  expect(shown.map(({ draws }) => draws)).toEqual([256, 512])
})

describe('in words', () => {
  test('what is not quite all or nothing is not rounded to it', () => {
    expect([0, 0.001, 0.62, 0.999, 1].map(of100)).toEqual([
      '0 of 100',
      'fewer than 1 of 100',
      '62 of 100',
      'more than 99 of 100',
      '100 of 100',
    ])
  })

  test('the answer names who wins, and how often the money lasts with it and with keeping', () => {
    const share = (id: string, wins: number, funded: number) => ({
      ...result.paths.find((path) => path.id === id)!,
      wins: { atRetirement: wins, atHorizon: 1 - wins },
      funded,
    })
    const two = (a: ReturnType<typeof share>, b: ReturnType<typeof share>) => ({ ...result, paths: [a, b] })
    expect(futuresSentence(two(share('keep', 0.38, 0.84), share('summit', 0.62, 0.91)))).toBe(
      'Summit comes out ahead in 62 of 100 simulations; spending is funded to age 95 in 91 of 100 on that path and in 84 of 100 if you keep.',
    )
    expect(futuresSentence(two(share('keep', 0.7, 0.84), share('summit', 0.3, 0.91)))).toBe(
      'Keeping comes out ahead in 70 of 100 simulations; spending is funded to age 95 in 84 of 100 if you keep and in 91 of 100 with Summit.',
    )
    // The path that leads on expected values may not be the one that is ahead most often.
    const keep = result.paths.find(({ id }) => id === 'keep')!.atRetirement.today
    const spread = `between $${Math.round(keep.p10)} and $${Math.round(keep.p90)} at age 66 in 8 of 10`
    const dollars = (value: number) => `$${Math.round(value)}`
    const few = two(share('keep', 0.38, 1), share('summit', 0.62, 1))
    expect(leaderInFutures(few, 'keep', 'today', dollars)).toBe(
      `Keeping comes out ahead in 38 of 100 simulations, Summit more often, in 62 of 100; keeping leaves you ${spread}.`,
    )
    expect(leaderInFutures(two(share('keep', 0.7, 1), share('summit', 0.3, 1)), undefined, 'today', dollars)).toBe(
      `Keeping comes out ahead in 70 of 100 simulations; it leaves you ${spread}.`,
    )
    expect(leaderInFutures({ ...result, paths: [share('keep', 1, 1)] }, 'keep', 'today', dollars)).toBe(
      `B${spread.slice(1)} simulations.`,
    )
    expect(winsTitle(two(share('keep', 0.7, 1), share('summit', 0.3, 1)))).toBe(
      'Keeping most often leaves you the most at retirement, Summit at the end of the plan',
    )
    expect(fundedTitle(two(share('keep', 0.7, 1), share('summit', 0.3, 1)))).toBe(
      'Spending is funded to age 95 in 100 of 100 simulations on every path',
    )
    // What is printed alike is a tie.
    expect(fundedTitle(two(share('keep', 0.7, 0.868), share('summit', 0.3, 0.872)))).toBe(
      'Spending is funded to age 95 in 87 of 100 simulations on every path',
    )
    expect(fundedTitle(two(share('keep', 0.7, 0.86), share('summit', 0.3, 0.872)))).toBe(
      'Spending is funded to age 95 most often with Summit: in 87 of 100; least often with keeping: in 86 of 100',
    )
  })

  test('tables have a row a path and a row a year', () => {
    expect(winsTable(result).rows).toHaveLength(result.paths.length)
    const { rows } = fanTable(result, result.paths[0]!, 'today')
    expect(rows).toHaveLength(result.years.length)
    for (const row of rows) {
      const bands = row.slice(2) as number[]
      expect(bands).toEqual(bands.toSorted((a, b) => a - b))
    }
  })
})
