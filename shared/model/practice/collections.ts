import { f, type Line, type Model } from '../../formula'
import type { Context } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import { daysByAge, declareActivity, declareOwnWork, type OwnWork } from './own-work'
import type { StepBack } from './step-back'

/** What the practice collects, by who does the work. */
export interface Collections extends OwnWork {
  readonly partnersCollections: Line
  readonly hygieneCollections: Line
  readonly associateCollections: Line
  readonly collections: Line
  /** Collections excluding hygiene. */
  readonly doctorsCollections: Line
  /** The portion of the owner's former collections that a new associate keeps in the practice. */
  readonly captured: Line | undefined
}

export function declareCollections(ctx: Context, timeline: Timeline, m: Model, stepBack?: StepBack): Collections {
  const input = (field: string) => ctx.input(`practice/${field}`)
  const activity = declareActivity(ctx, m)
  const taperDays = daysByAge(ctx, timeline)
  const keptDays = stepBack
    ? m.row(
        'daysBefore',
        { label: 'clinical days without an associate', unit: 'days', meaning: 'Days per week under your plan.' },
        taperDays,
      )
    : undefined
  const { clinicalDays, ownerCollections } = declareOwnWork(
    ctx,
    m,
    activity,
    stepBack && keptDays
      ? f`${keptDays} * (1 - ${stepBack.after}) + min(${keptDays}, ${stepBack.days}) * ${stepBack.after}`
      : taperDays,
  )
  const grown = (id: string, label: string, field: string) =>
    m.row(id, { label, unit: 'usd', meaning: 'Collected in the year.' }, f`${input(field)} * ${activity}`)
  const partnersCollections = grown('partnersCollections', 'partners’ collections', 'partnersCollections')
  const hygieneCollections = grown('hygieneCollections', 'hygiene collections', 'hygieneCollections')
  const captured =
    stepBack &&
    keptDays &&
    m.row(
      'capturedCollections',
      {
        label: 'collections taken over by the associate',
        unit: 'usd',
        meaning: 'The portion of the collections you give up that stays with the practice.',
      },
      f`${stepBack.capturedShare} * ${input('ownerCollections')} * ${activity} * (${keptDays} - ${clinicalDays}) / ${input('daysNow')}`,
    )
  const associateCollections = m.row(
    'associateCollections',
    { label: 'associates’ collections', unit: 'usd', meaning: 'Collections from associates’ work.' },
    captured
      ? f`${input('associateCollections')} * ${activity} + ${captured}`
      : f`${input('associateCollections')} * ${activity}`,
  )
  const collections = m.row(
    'collections',
    { label: 'collections', unit: 'usd', meaning: 'Everything the practice collects in the year.' },
    f`${ownerCollections} + ${partnersCollections} + ${associateCollections} + ${hygieneCollections}`,
  )
  const doctorsCollections = m.row(
    'doctorsCollections',
    { label: 'doctors’ collections', unit: 'usd', meaning: 'Collections excluding hygiene.' },
    f`${ownerCollections} + ${partnersCollections} + ${associateCollections}`,
  )
  return {
    activity,
    clinicalDays,
    ownerCollections,
    partnersCollections,
    hygieneCollections,
    associateCollections,
    collections,
    doctorsCollections,
    captured,
  }
}
