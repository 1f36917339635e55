import { expect, test } from 'vitest'

import { withPriceStated, withStructure, withWay } from '../../shared/case/choose-terms'
import { set } from '../../shared/case/path'
import { parseCase } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'

const { document } = samples[0]!
const holds = (given: unknown) => parseCase(given).ok

test('another way to state the price brings no price of 0 to the screen', () => {
  const without = set(set(document, 'offers/harbor/price/amount', 0), 'origins', {
    ...document.origins,
    'offers/harbor/price/amount': 'entered' as const,
  })
  expect(holds(set(without, 'offers/harbor/price/stated', 'amount'))).toBe(false)
  const chosen = withPriceStated(without, 'harbor', 'amount', 'entered')
  expect(holds(chosen)).toBe(true)
  expect(chosen.offers[0]!.price).toMatchObject({ stated: 'amount', amount: 1_000_000 })
  expect(chosen.origins['offers/harbor/price/amount']).toBeUndefined()
  const price = set(document, 'offers/harbor/price/amount', 2_500_000)
  expect(withPriceStated(price, 'harbor', 'amount', 'entered').offers[0]!.price.amount).toBe(2_500_000)
})

test('a sale in the place of services sells a share', () => {
  const services = withStructure(set(document, 'offers/harbor/shareSold', 0), 'harbor', 'services', 'entered')
  expect(services.offers[0]).toMatchObject({ structure: 'services', shareSold: 0 })
  const sale = withStructure(services, 'harbor', 'fullSale', 'letter of intent')
  expect(sale.offers[0]).toMatchObject({ structure: 'fullSale', shareSold: 1 })
  expect(sale.origins['offers/harbor/structure']).toBe('letter of intent')
  expect(holds(sale)).toBe(true)
})

test('a way that is compared begins within the plan', () => {
  const hidden = withWay(withWay(document, 'sellPrivately', false, 'entered'), 'stepBack', false, 'entered')
  const later = set(
    { ...hidden, owner: { ...hidden.owner, retirement: '2033-06-30' }, offers: [], origins: {} },
    'assumptions/startYear',
    2029,
  )
  expect(holds(later)).toBe(true)
  for (const way of ['sellPrivately', 'stepBack'] as const) {
    expect(holds(set(later, `alternatives/${way}/include`, true))).toBe(false)
    const compared = withWay(later, way, true, 'entered')
    expect(holds(compared)).toBe(true)
    expect(compared.alternatives[way].include).toBe(true)
  }
  expect(withWay(later, 'stepBack', true, 'entered').alternatives.stepBack.hireDate).toBe('2029-01-01')
})
