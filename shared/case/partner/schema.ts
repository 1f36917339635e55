import { z } from 'zod'

import { choice, day, id, open, openDay, openWhole, quantity, text, yesNo } from '../field'
import { AREAS, AREA_IDS, type AreaId } from './areas'

/**
 * Facts about the organizations behind the offers, and the owner's opinion of them. They are kept apart from money: the
 * model reads none of it. Null, an empty text and "not known" all mean unknown; nothing is ever taken for a zero.
 */

/** One entry per key: `Object.fromEntries` would lose the key types. */
const each = <Key extends string, Value>(keys: readonly Key[], make: (key: Key) => Value): Record<Key, Value> =>
  Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>

/** A fact with its date and source. */
const fact = <Value extends z.ZodType>(label: string, value: Value) =>
  z.object({ value, on: openDay(`${label}: as of`), source: text(`${label}: who says so`, 120) }).prefault({} as never)

export const AUTONOMY = {
  treatment: 'Treatment',
  materials: 'Materials',
  labs: 'Labs',
  complexity: 'Complexity of cases',
  referrals: 'Referrals',
  schedule: 'Schedule',
  technology: 'Technology and its budget',
  hiring: 'Hiring',
  fees: 'Fees',
} as const
export type AutonomyId = keyof typeof AUTONOMY
export const AUTONOMY_IDS = Object.keys(AUTONOMY) as readonly AutonomyId[]

export const DECIDERS = {
  unknown: 'not known',
  doctor: 'the doctor',
  together: 'both together',
  organization: 'the organization',
} as const
export type Decider = keyof typeof DECIDERS

const decides = (label: string, when: string) => choice(`${label}, ${when}`, DECIDERS, 'unknown')

export const PAID_FOR = {
  technology: 'Technology',
  expansion: 'Expansion',
  recruiting: 'Recruiting',
  marketing: 'Marketing',
  revenueCycle: 'Revenue cycle',
  payers: 'Payer contracts',
} as const
export type PaidForId = keyof typeof PAID_FOR
export const PAID_FOR_IDS = Object.keys(PAID_FOR) as readonly PaidForId[]

/** The topics of a reference call. */
export const TOPICS = {
  autonomy: 'Clinical autonomy',
  pay: 'Pay',
  earnOut: 'Earn-out',
  equity: 'Equity and distributions',
  ...PAID_FOR,
  staff: 'Staff',
  other: 'Something else',
} as const
export type TopicId = keyof typeof TOPICS

const UNKNOWN = { unknown: 'not known' } as const

const profile = z
  .object({
    type: fact(
      'Kind',
      choice(
        'Kind',
        {
          ...UNKNOWN,
          dso: 'DSO (dental support organization)',
          mso: 'MSO (management services organization)',
          regional: 'regional group',
        },
        'unknown',
      ),
    ),
    focus: fact(
      'Specialties',
      choice('Specialties', { ...UNKNOWN, single: 'single-specialty', several: 'multi-specialty' }, 'unknown'),
    ),
    ownership: fact(
      'Ownership',
      choice(
        'Ownership',
        {
          ...UNKNOWN,
          privateEquity: 'private-equity platform',
          familyOffice: 'family office',
          doctors: 'physician-owned',
        },
        'unknown',
      ),
    ),
    sponsor: fact('Sponsor', text('Sponsor and fund', 120)),
    fundYear: fact('Fund', open('year', 'First year of the fund', 1980, 2100)),
    practices: fact('Practices', openWhole('count', 'Practices', 0, 100_000)),
    doctors: fact('Doctors', openWhole('count', 'Doctors', 0, 1_000_000)),
    recapitalizedOn: fact('Last recapitalization', openDay('Last recapitalization')),
    recapitalizedAt: fact(
      'Its multiple',
      open('factor', 'Multiple of the last recapitalization', 0, 50, { per: 'EBITDA' }),
    ),
    leverage: fact('Debt to EBITDA', open('factor', 'Debt to EBITDA', 0, 50, { per: 'EBITDA' })),
    sameStoreGrowth: fact(
      'Same-practice growth',
      open('rate', 'Growth of the same practices', -1, 5, { per: 'a year' }),
    ),
    doctorTurnover: fact('Doctor turnover', open('rate', 'Doctor turnover', 0, 2, { per: 'a year' })),
    staffTurnover: fact('Staff turnover', open('rate', 'Staff turnover', 0, 3, { per: 'a year' })),
    litigation: fact('Litigation or defaults', text('Litigation or defaults', 160)),
    hold: fact(
      'Planned hold',
      choice('Planned hold', { ...UNKNOWN, long: 'long hold', short: 'short hold, then a resale' }, 'unknown'),
    ),
  })
  .prefault({})
export type FactId = keyof z.output<typeof profile>

const call = z.object({
  id,
  name: text('Doctor (initials or alias)', 40),
  specialty: text('Specialty', 60),
  relation: choice('Relation', { ...UNKNOWN, there: 'still there', left: 'left', retired: 'retired' }, 'unknown'),
  joined: open('year', 'Joined in', 1980, 2100),
  on: openDay('Date of the call', { past: true }),
  topics: z
    .array(
      z.object({
        id,
        topic: choice('Topic', TOPICS, 'autonomy'),
        promised: text('Promised', 160),
        delivered: choice('Delivered', { ...UNKNOWN, yes: 'yes', partly: 'partly', no: 'no' }, 'unknown'),
        inTime: choice('On time', { ...UNKNOWN, yes: 'yes', no: 'no' }, 'unknown'),
      }),
    )
    .max(30)
    .default([]),
  trust: choice('Do you trust them?', { ...UNKNOWN, yes: 'yes', partly: 'partly', no: 'no' }, 'unknown'),
  again: choice('Would you do it again?', { ...UNKNOWN, yes: 'yes', no: 'no' }, 'unknown'),
  recommend: openWhole('count', 'How likely are you to recommend them? (0–10)', 0, 10),
  advice: text('Advice', 1000),
  notes: text('Notes', 4000),
})

const organization = z.object({
  id,
  name: text('Name of the organization', 80),
  profile,
  specialties: z
    .array(
      z.object({
        id,
        label: text('Specialty', 60),
        practices: openWhole('count', 'Practices', 0, 100_000),
        doctors: openWhole('count', 'Doctors', 0, 1_000_000),
        on: openDay('As of'),
        source: text('Who says so', 120),
      }),
    )
    .max(20)
    .default([]),
  autonomy: z
    .object(
      each(AUTONOMY_IDS, (key) =>
        z
          .object({
            promised: decides(AUTONOMY[key], 'promised'),
            contract: decides(AUTONOMY[key], 'in the contract'),
          })
          .prefault({}),
      ),
    )
    .prefault({}),
  quality: z
    .object({
      netPromoter: fact('Net promoter score', open('count', 'Net promoter score', -100, 100)),
      netPromoterHow: text('How it was asked', 160, '', { help: 'Of whom, by whom, how many answered.' }),
      accreditations: z
        .array(
          z.object({
            id,
            label: text('Accredited by', 60, 'AAAHC'),
            accredited: openWhole('count', 'Practices accredited', 0, 100_000),
            of: openWhole('count', 'Of how many', 0, 100_000),
            on: openDay('As of'),
            source: text('Who says so', 120),
          }),
        )
        .max(10)
        .default([]),
      programs: z
        .array(z.object({ id, label: text('Program', 80), changed: text('What it changed', 160) }))
        .max(20)
        .default([]),
    })
    .prefault({}),
  pays: z
    .object(
      each(PAID_FOR_IDS, (key) =>
        z
          .object({
            amount: open('usd', `${PAID_FOR[key]}: promised`, 0, 1e10),
            by: openDay(`${PAID_FOR[key]}: by when`),
            source: text(`${PAID_FOR[key]}: who says so`, 120),
          })
          .prefault({}),
      ),
    )
    .prefault({}),
  calls: z.array(call).max(60).default([]),
  documents: z
    .array(
      z.object({
        id,
        label: text('Document', 120),
        state: choice(
          'State',
          { open: 'not asked for', asked: 'asked for', received: 'received', reviewed: 'reviewed', refused: 'refused' },
          'open',
        ),
        on: openDay('Date'),
        note: text('Note', 200),
      }),
    )
    .max(60)
    .default([]),
})

/** Scores of one alternative in all areas. @param whose appended to the label where there is no list owner */
const scores = (whose = '') =>
  z
    .object(
      each(AREA_IDS, (key) =>
        z
          .object({
            score: open('count', `Score of ${lower(key)}${whose}`, 0, 10),
            note: text(`Evidence on ${lower(key)}${whose}`, 300),
            dealBreaker: yesNo(`Deal-breaker in ${lower(key)}${whose}`, false),
          })
          .prefault({}),
      ),
    )
    .prefault({})
const lower = (key: AreaId): string => AREAS[key].name[0]!.toLowerCase() + AREAS[key].name.slice(1)

/** A question to someone: from a check, identified by `about`, or the owner's own. */
const question = z.object({
  id,
  /** The rule and the field of the check; empty for a question of the owner's own. */
  about: text('What it is about', 300),
  /** As asked: the check disappears once the term is changed. */
  text: text('Question', 600),
  for: choice(
    'For',
    {
      buyer: 'the buyer',
      CPA: 'the CPA',
      attorney: 'the attorney',
      'wealth manager': 'the wealth manager',
      you: 'yourself',
    },
    'buyer',
  ),
  state: choice('State', { open: 'open', asked: 'asked', answered: 'answered' }, 'open'),
  askedOf: text('Asked of', 80),
  askedOn: openDay('Asked on', { past: true }),
  answer: text('Answer', 1000),
  answeredOn: openDay('Answered on', { past: true }),
})

/** What the owner was leaning toward on a day. Later entries never change earlier ones. */
const journalEntry = z.object({
  id,
  on: day('Date'),
  leaning: text('Leaning', 120),
  confidence: quantity('count', 'Confidence, 0 to 10', 0, 10, 5),
  reason: text('Reason', 2000),
})

/** Of the case: the organizations, and what concerns all alternatives. */
export const partnerSchema = z.object({
  autonomyToday: z.object(each(AUTONOMY_IDS, (key) => decides(AUTONOMY[key], 'today'))).prefault({}),
  organizations: z.array(organization).max(12).default([]),
  /** Equal until the owner changes them. */
  weights: z.object(each(AREA_IDS, (key) => quantity('count', `Weight of ${lower(key)}`, 0, 10, 5))).prefault({}),
  /** Of staying independent. */
  stay: z.object({ scores: scores(', staying independent') }).prefault({}),
  questions: z.array(question).max(300).default([]),
  journal: z.array(journalEntry).max(300).default([]),
})

/** Of one offer: who is behind it, and its scores. A variant of an offer copies them. */
export const offerPartner = z.object({
  /** The id of an organization of this case; empty if none is chosen. */
  organization: text('Organization behind the offer', 40),
  scores: scores(),
})

export type Partner = z.output<typeof partnerSchema>
export type Organization = Partner['organizations'][number]
export type Call = Organization['calls'][number]
export type Question = Partner['questions'][number]
export type JournalEntry = Partner['journal'][number]
export type Scores = z.output<typeof offerPartner>['scores']
