import { expect, test } from 'vitest'

import { withState } from '../../shared/case/choose-state'
import { parseCase } from '../../shared/case/problems'

const read = parseCase({ app: 'sell-or-stay', schemaVersion: 1, origins: { 'tax/federal/stateGain': 'entered' } })
if (!read.ok) throw new Error('The case with nothing in it is in order.')

test('choosing a state puts its rates in, to be confirmed again', () => {
  const { tax, origins } = withState(read.value, 'AZ')
  expect(tax.federal).toMatchObject({ state: 'AZ', stateOrdinary: 0.025, stateGain: 0.01875 })
  expect(origins).toEqual({ 'tax/federal/state': 'entered' })
})

test('another state leaves the rates as they are', () => {
  const { tax, origins } = withState(withState(read.value, 'TX'), 'other')
  expect(tax.federal).toMatchObject({ state: 'other', stateOrdinary: 0, stateGain: 0 })
  expect(origins).toEqual({ 'tax/federal/state': 'entered' })
})
