import type { CaseInput } from './sample'

/* Fictitious: one organization behind both offers, half known, with one call from a doctor who left. */
export const partnerOfSurgeon: NonNullable<CaseInput['partner']> = {
  autonomyToday: { treatment: 'doctor', referrals: 'doctor', hiring: 'together' },
  organizations: [
    {
      id: 'northgate',
      name: 'Northgate Surgical Partners (invented)',
      profile: {
        type: { value: 'mso', on: '2026-08-20', source: 'their letter' },
        focus: { value: 'single', on: '2026-08-20', source: 'their letter' },
        ownership: { value: 'privateEquity', on: '2026-08-20', source: 'their letter' },
        sponsor: { value: 'Kestrel Equity, Fund II (invented)', on: '2026-08-20', source: 'their letter' },
        fundYear: { value: 2021, on: '2026-08-20', source: 'their letter' },
        practices: { value: 46, on: '2026-08-20', source: 'their letter' },
        leverage: { value: 4.8, on: '2026-06-30', source: 'their chief financial officer' },
        hold: { value: 'short', on: '2026-08-20', source: 'their letter' },
      },
      autonomy: {
        treatment: { promised: 'doctor', contract: 'doctor' },
        referrals: { promised: 'doctor' },
        hiring: { promised: 'together', contract: 'organization' },
      },
      calls: [
        {
          id: 'call-1',
          name: 'K. S.',
          specialty: 'Oral surgery',
          relation: 'left',
          joined: 2022,
          on: '2026-09-10',
          topics: [
            { id: 'topic-1', topic: 'equity', promised: 'yearly distributions', delivered: 'partly', inTime: 'no' },
            { id: 'topic-2', topic: 'recruiting', promised: 'a second surgeon', delivered: 'yes', inTime: 'no' },
          ],
          trust: 'partly',
          again: 'no',
          recommend: 6,
          advice: 'Have the price of your share at the exit written as a formula.',
        },
      ],
      documents: [
        {
          id: 'captable',
          label: 'Capitalization table, with every class and preference',
          state: 'asked',
          on: '2026-09-12',
        },
      ],
    },
  ],
}

/** The scores of the sale; of the services alone nothing is scored yet. */
export const scoresOfSale = {
  autonomy: { score: 6 },
  record: { score: 5, note: 'One call, with a doctor who left.' },
  strength: { score: 6 },
  equity: { score: 4 },
} as const
