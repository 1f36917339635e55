import type { Case } from '../../shared/case/schema'
import { caseOf } from '../model/arbitrary-case'

/** An associate with two jobs on offer: one with a bonus, a loan and equity, one with a salary alone. */
export const associateCase: Case = caseOf({
  name: 'An associate',
  practice: {
    role: 'associate',
    name: 'Lakeside Dental',
    ownerCollections: 780_000,
    job: { rate: 0.31, benefits: 12_000, contributionAsEmployee: 20_000, employerContribution: 6_000 },
  },
  owner: {
    birthDate: '1986-04-12',
    retirement: '2046-07-01',
    horizonAge: 75,
    spendingNow: 110_000,
    spendingRetired: 90_000,
    savings: 60_000,
    taxDeferredSavings: 140_000,
    socialSecurity: 34_000,
    socialSecurityFrom: '2053-05-01',
  },
  offers: [
    {
      id: 'bright',
      name: 'Bright',
      buyer: 'Bright Dental Partners',
      closing: '2027-07-01',
      job: {
        rate: 0.29,
        benefits: 15_000,
        contributionAsEmployee: 20_000,
        employerContribution: 9_000,
        termYears: 4,
        signOn: 50_000,
        retention: [{ id: 'stay', label: 'Retention bonus', amount: 40_000, months: 36 }],
        forgivableLoans: [{ id: 'loan', label: 'Loan', amount: 60_000, years: 3 }],
      },
      leaving: { clawback: { resignation: 1, dismissal: 1 } },
      components: [
        {
          id: 'equity',
          kind: 'rolled',
          label: 'Equity',
          acquired: 'bought',
          basis: 'fixed',
          amount: 100_000,
          exitMonths: 60,
          vesting: 'yearly',
          vestingYears: 4,
          platform: { newEquity: 40_000_000 },
        },
        {
          id: 'units',
          kind: 'rolled',
          label: 'Units',
          acquired: 'granted',
          basis: 'fixed',
          grantShare: 0.004,
          threshold: 40_000_000,
          platform: { newEquity: 40_000_000 },
        },
      ],
    },
    {
      id: 'coast',
      name: 'Coast',
      closing: '2027-01-01',
      job: { rate: 0, salary: 275_000, salaryEscalator: 0.02, benefits: 10_000, termYears: 2, signOn: 25_000 },
    },
  ],
})
