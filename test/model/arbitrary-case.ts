import fc from 'fast-check'

import { parseCase } from '../../shared/case/problems'
import type { Case } from '../../shared/case/schema'

/*
 * Random cases for the laws of the method: every kind of path and component, and amounts, rates and dates of all sizes
 * that a user could enter, without conflicts (components never exceed the price).
 */
const money = (most: number) => fc.integer({ min: 0, max: most / 1000 }).map((x) => x * 1000)
const rate = (most: number) => fc.integer({ min: 0, max: Math.round(most * 1000) }).map((x) => x / 1000)
const between = (low: number, high: number) =>
  fc.integer({ min: Math.round(low * 1000), max: Math.round(high * 1000) }).map((x) => x / 1000)
const day = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)

const certainty = {
  probability: fc.oneof(fc.constant(1), rate(1)),
  unconditional: fc.boolean(),
  keptOnLeaving: fc.record({ retirement: rate(1), resignation: rate(1) }),
}
const basis = fc.constantFrom('share', 'fixed')
const byCause = fc.record({ retirement: rate(1), resignation: rate(1), disability: rate(1) })
const leaverTerms = {
  vesting: fc.constantFrom('none', 'cliff', 'yearly'),
  vestingYears: fc.integer({ min: 1, max: 8 }),
  called: fc.boolean(),
  callDiscount: byCause,
  keptOnLeaving: byCause,
}

/** Three parts of an earn-out, each with a target; the dates need not be in order. */
const yearlyTargets = fc
  .record({
    months: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 3 }),
    targets: fc.array(money(2_000_000), { minLength: 3, maxLength: 3 }),
    first: between(0.1, 0.4),
  })
  .map(({ months, targets, first }) =>
    [first, first, 1 - 2 * first].map((part, i) => ({ id: `t${i}`, months: months[i], target: targets[i], part })),
  )

/** Components of at most 60% of any price; fixed amounts are small against the smallest price. */
const components = fc.tuple(
  fc.option(
    fc.record({
      id: fc.constant('escrow'),
      kind: fc.constant('escrow'),
      basis,
      share: rate(0.15),
      amount: money(5_000),
      months: fc.integer({ min: 0, max: 40 }),
      ...certainty,
    }),
    { nil: undefined },
  ),
  fc.option(
    fc.record({
      id: fc.constant('note'),
      kind: fc.constant('note'),
      share: rate(0.15),
      rate: rate(0.12),
      years: fc.integer({ min: 1, max: 8 }),
      repayment: fc.constantFrom('level', 'interestOnly'),
      ...certainty,
    }),
    { nil: undefined },
  ),
  fc.option(
    fc.record({
      id: fc.constant('earn-out'),
      kind: fc.constant('earnOut'),
      basis: fc.constantFrom('share', 'share', 'growth'),
      share: rate(0.15),
      growthShare: rate(0.3),
      growthFrom: money(1_500_000),
      bestResult: fc.option(money(4_000_000), { nil: null }),
      onTop: fc.boolean(),
      wages: fc.boolean(),
      months: fc.integer({ min: 1, max: 60 }),
      measuredBy: fc.constantFrom('probability', 'metric'),
      metric: fc.constantFrom('collections', 'ebitda'),
      floor: money(500_000),
      target: money(2_000_000),
      cliff: fc.boolean(),
      inProportion: fc.constantFrom('aboveFloor', 'ofTarget'),
      targets: fc.oneof(fc.constant([]), yearlyTargets),
      catchUp: fc.boolean(),
      ...certainty,
    }),
    { nil: undefined },
  ),
  fc.option(
    fc.record({
      id: fc.constant('rolled'),
      kind: fc.constant('rolled'),
      share: rate(0.15),
      acquired: fc.constantFrom('rolled', 'rolled', 'bought', 'granted'),
      grantShare: rate(0.02),
      threshold: money(30_000_000),
      longTerm: fc.boolean(),
      platform: fc.record({ newEquity: money(40_000_000).map((x) => x + 1_000_000) }),
      dilution: rate(0.5),
      exitMonths: fc.integer({ min: 6, max: 100 }),
      cashedAtExit: rate(1),
      recapitalisations: fc.constantFrom([], [{ id: 'second', months: 110, multiple: 1.4, cashed: 1 }]),
      ...leaverTerms,
    }),
    { nil: undefined },
  ),
)

const offer = (id: string) =>
  fc
    .record({
      structure: fc.constantFrom('fullSale', 'jointVenture', 'holdco', 'hybrid'),
      closing: day(2027, 2029),
      price: fc.record({
        stated: fc.constantFrom('multiple', 'amount'),
        ebitda: fc.option(money(900_000), { nil: null }),
        qualityOfEarningsCut: rate(0.3),
        multiple: between(2, 10),
        amount: money(6_000_000).map((x) => x + 100_000),
      }),
      shareSold: between(0.3, 1),
      components,
      costs: fc.record({
        broker: rate(0.1),
        legal: money(60_000),
        workingCapital: between(-50, 50).map((x) => x * 1000),
        receivables: money(90_000),
        audit: fc.oneof(fc.constant(0), money(60_000)),
      }),
      staffBonus: fc.record({
        stated: fc.constantFrom('amount', 'share'),
        amount: fc.oneof(fc.constant(0), money(20_000)),
        share: fc.oneof(fc.constant(0), rate(0.05)),
      }),
      tail: fc.record({
        paidBy: fc.constantFrom('unknown', 'you', 'buyer'),
        amount: fc.oneof(fc.constant(0), money(80_000)),
        paidAt: fc.constantFrom('leaving', 'closing'),
      }),
      debt: fc.constantFrom('paid', 'stays'),
      instalments: fc.boolean(),
      ordinaryShare: rate(0.4),
      retained: fc.record({
        // Below the tax rate the owner pays tax on undistributed profit, so less profit would be better.
        payoutRatio: between(0.5, 1),
        ownerControls: fc.constantFrom('auto', 'yes', 'no'),
        minorityDiscount: rate(0.4),
        probability: rate(1),
        put: fc.boolean(),
        stated: fc.constantFrom([], [{ id: 's', contractYear: 2, amount: 40_000 }]),
        exitMonths: fc.option(fc.integer({ min: 12, max: 100 }), { nil: null }),
        ...leaverTerms,
      }),
      realEstate: fc.record({
        sold: fc.boolean(),
        price: fc.option(money(2_000_000), { nil: null }),
        netRent: fc.option(money(90_000), { nil: null }),
      }),
      fee: fc.record({
        kind: fc.constantFrom('none', 'collections', 'ebitda', 'fixed', 'costPlus'),
        share: rate(0.2),
        amount: money(150_000),
        markup: rate(0.3),
      }),
      operations: fc.record({
        payerUplift: rate(0.1),
        rampYears: fc.integer({ min: 1, max: 5 }),
        takeovers: fc.constantFrom([], [{ id: 't', cost: 'staff', takenOver: 0.2, saving: 0.05 }]),
      }),
      job: fc.record({
        rate: rate(0.45),
        laterRate: fc.option(rate(0.45), { nil: null }),
        salary: money(150_000),
        bonus: money(40_000),
        bonusProbability: rate(1),
        termYears: between(0, 6),
        contributionAsEmployee: money(23_000),
        employerContribution: money(20_000),
        signOn: fc.oneof(fc.constant(0), money(100_000)),
        retention: fc.constantFrom(
          [],
          [
            { id: 'first', amount: 40_000, months: 18 },
            { id: 'second', amount: 60_000, months: 48 },
          ],
        ),
        forgivableLoans: fc.oneof(
          fc.constant([]),
          fc
            .record({ amount: money(200_000), years: fc.integer({ min: 1, max: 8 }), clawback: byCause })
            .map((loan) => [{ id: 'loan', ...loan }]),
        ),
      }),
      leaving: fc.record({
        on: fc.option(day(2030, 2036), { nil: null }),
        cause: fc.constantFrom('resignation', 'disability'),
        clawbackFalls: fc.constantFrom('full', 'yearly'),
        // If more must be repaid than tax and broker leave, a higher price is worse.
        clawback: fc.oneof(fc.constant({}), fc.record({ retirement: rate(0.4), resignation: rate(0.4) })),
      }),
      gapPay: money(60_000),
      assetsSold: fc.oneof(
        fc.constant([]),
        fc
          .record({
            on: fc.option(day(2028, 2034), { nil: null }),
            price: fc.option(money(900_000), { nil: null }),
            down: fc.oneof(fc.constant(1), rate(1)),
            years: fc.integer({ min: 1, max: 8 }),
            rate: rate(0.1),
            probability: rate(1),
          })
          .map((sale) => [{ id: 'sold', asset: 'center', ...sale }]),
      ),
      familyStays: fc.oneof(
        fc.constant([]),
        fc
          .record({ until: day(2027, 2033), pay: money(90_000) })
          .map((stay) => [{ id: 'stays', member: 'spouse', ...stay }]),
      ),
      consulting: fc.record({
        amount: fc.oneof(fc.constant(0), money(15_000)),
        months: fc.integer({ min: 1, max: 60 }),
      }),
    })
    .map(({ components: parts, ...terms }) => ({
      id,
      name: id,
      ...terms,
      components: parts.filter((part) => part !== undefined),
    }))

const practice = fc.record({
  ownerCollections: money(2_000_000).map((x) => x + 300_000),
  partnersCollections: fc.oneof(fc.constant(0), money(900_000)),
  associateCollections: money(400_000),
  hygieneCollections: money(600_000),
  feeGrowth: between(-0.02, 0.06),
  volumeGrowth: between(-0.02, 0.02),
  taper: fc.constantFrom([], [{ id: 'a', age: 60, days: 3 }]),
  costs: fc
    .record({ staff: between(0.1, 0.4), fixed: money(300_000), growth: between(0, 0.06) })
    .map(({ staff, fixed, growth }) => [
      { id: 'staff', label: 'Staff', behaviour: 'all', share: staff },
      { id: 'lab', label: 'Lab', behaviour: 'doctors', share: 0.06, kind: 'lab' },
      { id: 'other', label: 'Other', behaviour: 'fixed', amount: fixed, growth },
    ]),
  perks: money(40_000),
  otherAssets: fc.oneof(
    fc.constant([]),
    fc
      .record({
        kind: fc.constantFrom('surgeryCenter', 'building'),
        value: money(900_000),
        growth: between(-0.02, 0.06),
        distributions: money(90_000),
        taxedAs: fc.constantFrom('passive', 'active', 'selfEmployed'),
        basis: money(400_000),
        depreciation: money(200_000),
        ordinaryShare: rate(0.3),
        debt: money(100_000),
        sellingCosts: rate(0.08),
        whenKept: fc.constantFrom('retirement', 'kept'),
      })
      .map((asset) => [{ id: 'center', label: 'Center', ...asset }]),
  ),
  family: fc.oneof(
    fc.constant([]),
    fc.record({ pay: money(120_000), marketPay: money(120_000) }).map((member) => [{ id: 'spouse', ...member }]),
  ),
  capex: money(80_000),
  replacementRate: between(0.2, 0.4),
  debts: fc
    .record({ balance: money(400_000), rate: rate(0.12), years: fc.integer({ min: 1, max: 12 }) })
    .map((loan) => [{ id: 'loan', ...loan }]),
  ownershipShare: between(0.2, 1),
  ownersPayRate: fc.constantFrom(0, 0.3),
  basis: money(300_000),
  realEstate: fc.record({
    owned: fc.boolean(),
    value: money(2_000_000),
    growth: between(-0.02, 0.06),
    netRent: money(90_000),
    basis: money(900_000),
    depreciation: money(400_000),
    mortgage: money(300_000),
    soldOn: fc.option(day(2028, 2040), { nil: null }),
  }),
  terminalSale: fc.record({
    method: fc.constantFrom('collections', 'discretionary', 'ebitda', 'amount', 'none'),
    shareOfCollections: between(0.3, 1.2),
    multiple: between(1, 5),
    amount: money(2_000_000),
    probability: rate(1),
    exitCosts: money(30_000),
    windDownCost: money(60_000),
  }),
})

const owner = fc.record({
  birthDate: day(1958, 1985),
  retirement: day(2030, 2040),
  spendingNow: money(300_000),
  spendingRetired: money(250_000),
  savings: money(2_000_000),
  taxDeferredSavings: money(2_000_000),
  taxFreeSavings: money(300_000),
  contributionAsOwner: money(60_000),
  socialSecurity: money(60_000),
  socialSecurityFrom: day(2030, 2045),
  socialSecurityBasis: fc.constantFrom('entered', 'estimated'),
  coveredEarnings: money(250_000),
  spouseWages: fc.oneof(fc.constant(0), money(200_000)),
  spouseBirthDate: fc.option(day(1955, 1985), { nil: null }),
  spouseWagesUntil: fc.option(day(2027, 2045), { nil: null }),
  spouseSocialSecurity: money(40_000),
  spouseSocialSecurityFrom: fc.option(day(2027, 2045), { nil: null }),
})

const assumptions = fc.record({
  inflation: rate(0.05),
  discountRate: rate(0.15),
  timing: fc.constantFrom('mid', 'end'),
  return: rate(0.1),
  drag: rate(0.4),
})

export const anyCase = fc
  .record({
    practice,
    owner,
    assumptions,
    offers: fc.tuple(offer('one'), offer('two')),
    alternatives: fc.record({
      sellPrivately: fc.record({
        include: fc.boolean(),
        rate: rate(0.4),
        tranches: fc.constantFrom(
          [{ id: 'a', on: '2027-01-01', share: 1 }],
          [
            { id: 'a', on: '2027-07-01', share: 0.4 },
            { id: 'b', on: '2029-01-01', share: 0.6 },
          ],
        ),
      }),
      stepBack: fc.record({ include: fc.boolean(), days: between(0, 4), capturedShare: rate(1) }),
    }),
  })
  .map(caseOf)

/** The pay of a job, present or offered. */
const pay = {
  rate: rate(0.45),
  basis: fc.constantFrom('collections', 'production'),
  production: money(1_500_000),
  labDeducted: rate(1),
  salary: money(300_000),
  salaryEscalator: between(-0.02, 0.06),
  dailyGuarantee: money(2_000),
  bonus: money(40_000),
  bonusProbability: rate(1),
  benefits: money(30_000),
  contributionAsEmployee: money(23_000),
  employerContribution: money(20_000),
}

/**
 * Doctors who own no practice, with the same households and offers; anything an offer says about a price is ignored.
 */
export const anyAssociateCase = fc
  .record({
    practice,
    job: fc.record({ ...pay, labShare: rate(0.15) }),
    owner,
    assumptions,
    offers: fc.tuple(offer('one'), offer('two')),
    offered: fc.record({ ...pay, signOn: fc.oneof(fc.constant(0), money(150_000)) }),
  })
  .map(({ practice: work, job, offered, offers, ...rest }) =>
    caseOf({
      ...rest,
      practice: { ...work, role: 'associate', job },
      offers: offers.map((one) => ({
        ...one,
        job: { ...one.job, ...offered },
        // Dollars, since there is no price to be a share of; rollover is part of a price.
        components: one.components.map((part) =>
          part.kind === 'rolled'
            ? { ...part, basis: 'fixed', amount: 200_000, acquired: part.acquired === 'granted' ? 'granted' : 'bought' }
            : part,
        ),
      })),
    }),
  )

export function caseOf(data: object): Case {
  const parsed = parseCase({ app: 'sell-or-stay', schemaVersion: 1, ...data })
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'))
  return parsed.value
}
