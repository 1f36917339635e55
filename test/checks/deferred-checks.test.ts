import { expect, test } from 'vitest'

import { checksOf } from '../../shared/checks'
import { evaluateCase } from '../../shared/model'
import { caseOf } from '../model/arbitrary-case'

/** Questions about components, in either mode of tax. */
const asked = (components: readonly object[], mode: 'blended' | 'federal' = 'blended', offer: object = {}) =>
  checksOf(
    evaluateCase(
      caseOf({
        tax: { mode },
        offers: [{ id: 'o', name: 'Cedar', price: { stated: 'amount', amount: 20_000_000 }, components, ...offer }],
      }),
    ),
  )
    .filter(({ message }) => /26 U\.S\.C\. §(483|1274|453A)/.test(message))
    .map(({ path, for: advisor, message }) => [path, advisor, message])

const note = { id: 'n', kind: 'note', label: 'Seller note', share: 0.1, rate: 0.06 }

test('payments on a condition, more than six months after closing, may hold interest', () => {
  const late = [
    { id: 'e', kind: 'escrow', label: 'Escrow', months: 7 },
    { id: 'x', kind: 'earnOut', label: 'Earn-out', months: 24, wages: false },
  ]
  expect(asked(late)).toEqual([
    [
      'offers/o/components/e/months',
      'CPA',
      'Cedar: part of what is paid more than six months after closing without interest (“Escrow” and “Earn-out”) may be taxed as interest (26 U.S.C. §483); here all of it counts as price. What does the agreement say, and how will the buyer report it?',
    ],
  ])
  expect(
    asked([
      { ...late[0], months: 6 },
      { ...late[1], wages: true },
    ]),
  ).toEqual([])
})

test('at effective rates a note below the applicable federal rate is asked about; by the law it is split', () => {
  const cheap = [{ ...note, rate: 0.01 }]
  expect(asked(cheap)).toEqual([
    [
      'offers/o/components/n/rate',
      'CPA',
      'Cedar, Seller note: it pays 1%, less than the applicable federal rate (4.18% or more), so part of its principal is taxed as interest (26 U.S.C. §1274). Effective rates do not split it; tax by federal law does. How much of the principal is interest?',
    ],
  ])
  expect(asked(cheap, 'federal')).toEqual([])
  expect(asked([note])).toEqual([])
})

test('at effective rates notes above 5,000,000 are asked about', () => {
  const large = [{ ...note, share: 0.3 }]
  expect(asked(large)).toEqual([
    [
      'offers/o/instalments',
      'CPA',
      'Cedar: notes of $6,000,000 are above $5,000,000, so interest is due each year on the tax they defer (26 U.S.C. §453A). Effective rates do not include it; tax by federal law does. What will it cost?',
    ],
  ])
  expect(asked(large, 'federal')).toEqual([])
  expect(asked(large, 'blended', { instalments: false })).toEqual([])
})

test('installments of another asset are asked about where no figure follows the law', () => {
  const messages = (sold: object, mode = 'blended') =>
    checksOf(
      evaluateCase(
        caseOf({
          practice: { otherAssets: [{ id: 'a', label: 'Imaging', value: 7_000_000, growth: 0 }] },
          tax: { mode },
          offers: [{ id: 'o', name: 'Cedar', assetsSold: [{ id: 's', asset: 'a', ...sold }] }],
        }),
      ),
    )
      .filter(({ path }) => path.startsWith('offers/o/assetsSold/'))
      .map(({ path, message }) => [path, message])
  expect(messages({ down: 0.2, rate: 0.01 })).toEqual([
    [
      'offers/o/assetsSold/s/rate',
      'Cedar, Imaging: its installments bear 1%, less than the applicable federal rate (4.18% or more), so part of their principal is taxed as interest (26 U.S.C. §1274). Effective rates do not split it; tax by federal law does. How much of it is interest?',
    ],
    [
      'offers/o/assetsSold/s/down',
      'Cedar, Imaging: with its installments of $5,600,000, you are owed more than $5,000,000, so interest may be due each year on the tax that they defer (26 U.S.C. §453A). Effective rates do not include it; tax by federal law does. What will it cost?',
    ],
  ])
  expect(messages({ down: 0.5, rate: 0.06 })).toEqual([])
  expect(messages({ down: 1, rate: 0 })).toEqual([])
  expect(messages({ down: 0.2, rate: 0.01 }, 'federal')).toEqual([])
})
