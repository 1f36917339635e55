import { describe, expect, test } from 'vitest'

import { Structure } from '../../shared/model/comparison'
import { VIEWS } from '../../shared/model/plan/context'
import { workedExample } from './worked-example'

const document = workedExample()
const outcome = new Structure(document).evaluate(document)
const figure = (path: string, id: string, view: (typeof VIEWS)[number] = 'expected') => outcome.figure(path, view, id)!
const row = (path: string, id: string, view: (typeof VIEWS)[number] = 'expected') => outcome.row(path, view, id)!

describe('section 12 of the method', () => {
  test('no figure is without a value', () => {
    expect(outcome.problems()).toEqual([])
    expect(outcome.years).toBe(3)
  })

  test('keep', () => {
    expect(outcome.shared('practice/practiceProfit').slice(0, 2)).toEqual([450_000, 454_500])
    expect(row('keep', 'takeHome')[0]).toBeCloseTo(259_000, 6)
    expect(row('keep', 'takeHome')[1]).toBeCloseTo(261_790, 6)
    expect(figure('keep', 'terminalPrice')).toBeCloseTo(714_000, 6)
    expect(figure('keep', 'terminalDebt')).toBeCloseTo(60_000, 6)
    expect(figure('keep', 'terminalTax', 'maximum')).toBeCloseTo(159_930, 6)
    expect(VIEWS.map((view) => figure('keep', 'pathTotal', view).toFixed(2))).toEqual([
      '460790.00',
      '858350.00',
      '957740.00',
    ])
    expect(VIEWS.map((view) => figure('keep', 'pathTotalPresentValue', view).toFixed(2))).toEqual([
      '431030.26',
      '771873.89',
      '857084.79',
    ])
    expect(row('keep', 'accounts')[0]).toBeCloseTo(141_752.74, 2)
  })

  test('the offer at closing', () => {
    expect(figure('offer', 'consideration')).toBeCloseTo(900_000, 6)
    expect(figure('offer', 'cash')).toBeCloseTo(540_000, 6)
    expect(figure('offer', 'cashAtClose')).toBeCloseTo(380_000, 6)
    expect(figure('offer', 'grossProfitRatio')).toBeCloseTo(0.766667, 6)
    expect(figure('offer', 'closingTax')).toBeCloseTo(139_500, 6)
    expect(figure('offer', 'inPocketAtClose')).toBeCloseTo(240_500, 6)
  })

  test('the offer afterward', () => {
    expect(row('offer', 'takeHome')[0]).toBeCloseTo(173_600, 6)
    expect(row('offer', 'takeHome')[1]).toBeCloseTo(177_072, 6)
    expect(row('offer', 'note/principal').map((x) => x.toFixed(2))).toEqual(['0.00', '87378.64', '92621.36'])
    expect(row('offer', 'note/interest').map((x) => x.toFixed(2))).toEqual(['0.00', '10800.00', '5557.28'])
    expect(VIEWS.map((view) => figure('offer', 'pathTotal', view).toFixed(2))).toEqual([
      '756986.37',
      '837986.37',
      '891986.37',
    ])
    expect(VIEWS.map((view) => figure('offer', 'pathTotalPresentValue', view).toFixed(2))).toEqual([
      '725140.95',
      '800869.69',
      '848816.84',
    ])
    expect(VIEWS.map((view) => figure('offer', 'priceTotal', view).toFixed(2))).toEqual([
      '720000.00',
      '828000.00',
      '900000.00',
    ])
    expect(VIEWS.map((view) => figure('offer', 'priceTotalPresentValue', view).toFixed(2))).toEqual([
      '700314.04',
      '798462.18',
      '860807.86',
    ])
    expect(VIEWS.map((view) => figure('offer', 'effectiveMultiple', view).toFixed(2))).toEqual(['4.67', '5.32', '5.74'])
    expect(row('offer', 'accounts')[0]).toBeCloseTo(310_361.49, 2)
    expect(figure('offer', 'payCut')).toBeCloseTo(20_000, 6)
    expect(figure('offer', 'priceOfTheJob')).toBeCloseTo(120_000, 6)
    expect(figure('offer', 'incomeGivenUp')).toBeCloseTo(85_400, 6)
    expect(figure('offer', 'yearsToRecoup')).toBeCloseTo(2.816, 3)
  })
})
