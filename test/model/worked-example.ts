import { parseCase } from '../../shared/case/problems'
import type { Case } from '../../shared/case/schema'

/** Section 12 of the method: the worked example, as a case. */
export function workedExample(): Case {
  const parsed = parseCase({
    app: 'sell-or-stay',
    schemaVersion: 1,
    name: 'Worked example',
    practice: {
      ownerCollections: 1_000_000,
      hygieneCollections: 0,
      feeGrowth: 0.02,
      costs: [
        { id: 'supplies', label: 'Supplies', behaviour: 'all', share: 0.1 },
        { id: 'fixed', label: 'Fixed costs', behaviour: 'fixed', amount: 450_000, growth: 0.03 },
      ],
      capex: 0,
      replacementRate: 0.3,
      debts: [{ id: 'loan', balance: 100_000, rate: 0, years: 5 }],
      basis: 60_000,
      terminalSale: {
        method: 'collections',
        shareOfCollections: 0.7,
        probability: 0.8,
        sellingCosts: 0.08,
        ordinaryShare: 0.1,
      },
    },
    owner: {
      birthDate: '1966-01-01',
      horizonAge: 63,
      retirement: '2028-12-31',
      spendingNow: 120_000,
      spendingRetired: 120_000,
    },
    assumptions: { startYear: 2027, inflation: 0.025, discountRate: 0.08, return: 0.05, drag: 0.2 },
    tax: { rates: { practice: 0.38, wages: 0.38, ordinary: 0.4, interest: 0.4, gain: 0.25 } },
    offers: [
      {
        id: 'offer',
        name: 'Offer',
        closing: '2027-01-01',
        price: { multiple: 6 },
        components: [
          { id: 'escrow', kind: 'escrow', share: 0.1, months: 12, probability: 0.9 },
          { id: 'note', kind: 'note', share: 0.2, years: 2, rate: 0.06, probability: 1, unconditional: true },
          { id: 'earn-out', kind: 'earnOut', share: 0.1, months: 24, probability: 0.3, wages: false },
        ],
        costs: { broker: 0.05, legal: 15_000 },
        job: { rate: 0.28 },
        ordinaryShare: 0.1,
      },
    ],
  })
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'))
  return parsed.value
}
