import type { FieldMeta } from './field'
import type { Path } from './path'
import type { Case } from './schema'

/** The fields of an associate's case, without the priced and taxed practice or the terms of a sale. */
const OF_AN_ASSOCIATE =
  /^(owner(?!\/contributionAsOwner$)|assumptions|tax(?!\/federal\/(entity|entityTax|ownerWages|practiceWages|practiceSaleRule|businessIncomeRule)$))\/|^practice\/(role|name|specialty|specialtyInWords|ownerCollections|feeGrowth|volumeGrowth|daysNow|weeksWorked|hoursPerDay|taper\/.*|job\/.*)$|^offers\/[^/]+\/(name|buyer|closing|retirement|gapPay|note|(job|components|leaving|consulting)\/.*)$/

/** Whether a field applies to the household: an associate has only some of them. */
export const concerns = (path: Path, { practice }: Pick<Case, 'practice'>): boolean =>
  practice.role === 'owner' ? !path.startsWith('practice/job/') : OF_AN_ASSOCIATE.test(path)

/*
 * The names of fields where the household owns no practice: an associate takes a job, and neither sells nor closes.
 * Units and limits are the same.
 */
type Words = Partial<Pick<FieldMeta, 'label' | 'per' | 'help' | 'choices'>>

const WORDS: readonly (readonly [pattern: RegExp, words: Words])[] = [
  [/^practice\/name$/, { label: 'Practice where you work' }],
  [/^offers\/[^/]+\/buyer$/, { label: 'Employer' }],
  [/^offers\/[^/]+\/closing$/, { label: 'Job starts' }],
  [/^offers\/[^/]+\/job\/days$/, { label: 'Clinical days in this job', help: 'Blank: as now.' }],
  [/^offers\/[^/]+\/leaving\/clawback\/retirement$/, { label: 'Sign-on bonus to pay back on retiring early' }],
  [/^offers\/[^/]+\/leaving\/clawback\/resignation$/, { label: 'Sign-on bonus to pay back on resigning' }],
  [/^offers\/[^/]+\/leaving\/clawback\/death$/, { label: 'Sign-on bonus to pay back on death' }],
  [/^offers\/[^/]+\/leaving\/clawback\/disability$/, { label: 'Sign-on bonus to pay back on disability' }],
  [/^offers\/[^/]+\/leaving\/clawback\/dismissal$/, { label: 'Sign-on bonus to pay back on dismissal' }],
  [/^offers\/[^/]+\/leaving\/clawbackFalls$/, { label: 'Sign-on bonus to pay back' }],
  [
    /^partner\/autonomyToday\//,
    {
      choices: {
        unknown: 'not known',
        doctor: 'you',
        together: 'both together',
        organization: 'the practice',
      },
    },
  ],
  [
    /^partner\/organizations\/[^/]+\/autonomy\//,
    {
      choices: {
        unknown: 'not known',
        doctor: 'you',
        together: 'both together',
        organization: 'the organization',
      },
    },
  ],
  [
    /^offers\/[^/]+\/components\/[^/]+\/acquired$/,
    {
      choices: {
        bought: 'bought at the start with your own money',
        granted: 'granted beside the pay (profits interest, incentive units)',
      },
    },
  ],
  [
    /^offers\/[^/]+\/components\/[^/]+\/basis$/,
    { choices: { fixed: 'dollars', newEquity: 'share of the parent’s new equity' } },
  ],
  [
    /^offers\/[^/]+\/components\/[^/]+\/method$/,
    {
      choices: {
        simple: 'a multiple (of what you pay, or of the parent’s new equity)',
        workbench: 'the parent’s figures',
      },
    },
  ],
]

const fromStart = (text: string): string =>
  text
    .replaceAll('staying independent', 'staying where you are')
    .replaceAll('from closing', 'from the start of the job')
    .replaceAll('after closing', 'after the start')
    .replaceAll('at closing', 'at the start')

/**
 * A field as named in an associate's case; if its value is not an associate's choice, all choices stay visible, so that
 * it can be seen and changed.
 */
export function forAssociate(path: Path, meta: FieldMeta, value: unknown): FieldMeta {
  if (!/^(offers|partner)\//.test(path) && path !== 'practice/name') return meta
  const words = WORDS.find(([pattern]) => pattern.test(path))?.[1]
  const own = words?.choices && !Object.hasOwn(words.choices, String(value)) ? {} : words
  const { label, per, help } = { ...meta, ...own }
  return {
    ...meta,
    ...own,
    label: fromStart(label),
    ...(per === undefined ? {} : { per: fromStart(per) }),
    ...(help === undefined ? {} : { help: fromStart(help) }),
  }
}
