import type { Component, Offer } from '../../case/schema'
import { f, type Line, type Operand } from '../../formula'
import { declareConsulting } from '../deal/consulting'
import { declareDates } from '../deal/dates'
import { declareJobMoney } from '../deal/job-money'
import { PRESENT_JOB } from '../deal/present-job'
import { equityValue, type RolledPart } from '../deal/rolled-equity'
import { declareStressTable } from '../deal/stress'
import type { Terms } from '../deal/terms'
import type { Needs } from '../household/needs'
import { NO_WORK } from '../household/taxes'
import { clampedYear, type Context, partOfYear } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import type { OwnWork } from '../practice/own-work'
import { declareStart, defineStartTax } from './associate-start'
import { declareJobView } from './associate-view'
import type { Views } from './path'

/** Leave the present job for the one offered. */
export function declareJobOffer(ctx: Context, timeline: Timeline, needs: Needs, own: OwnWork, given: Offer): Views {
  const scope = given.id
  const path = `offers/${given.id}`
  // An associate sells nothing, so any price entered is ignored; the job and its equity count.
  const offer: Offer = { ...given, structure: 'fullSale', shareSold: 1, components: given.components.filter(isEquity) }
  const terms = declareDates(ctx, timeline, offer)
  const { closing, retirement } = terms
  const m = ctx.model.scope(scope).under('The job offered')

  const contractYear = m.row(
    'contractYear',
    { label: 'contract year', unit: 'years', meaning: '1 is the year in which the job starts.' },
    f`n - floor(${closing.t})`,
  )
  const clinicalDays: Operand = offer.job.days === null ? own.clinicalDays : ctx.input(`${path}/job/days`)
  const ownerCollections = m.row(
    'ownerCollectionsAfter',
    { label: 'your collections in the job', unit: 'usd', meaning: 'At the job’s clinical days, full year.' },
    offer.job.days === null
      ? f`${own.ownerCollections}`
      : f`${ctx.input('practice/ownerCollections')} * ${own.activity} * ${clinicalDays} / ${ctx.input('practice/daysNow')}`,
  )
  const equities = offer.components.filter(isEquity).map((component) => declareEquity(ctx, terms, component))
  const jobMoney = declareJobMoney(ctx, terms)
  declareStressTable(ctx, terms, { payments: [], equities, cash: 0 }, jobMoney)
  const consulting = declareConsulting(ctx, terms)
  const start = declareStart(ctx, timeline, terms, equities)

  const beforePart = m.row(
    'presentShare',
    { label: 'portion of the year in the present job', unit: 'years', meaning: 'Until the job offered starts.' },
    partOfYear(0, f`min(${closing.t}, ${retirement.t})`),
  )

  const parts = {
    terms,
    equities,
    jobMoney,
    consulting,
    start,
    beforePart,
    daysBefore: own.clinicalDays,
    offered: { contractYear, ownerCollections, clinicalDays },
  }
  const views = ctx.byView((view) => declareJobView(ctx, timeline, needs, parts, view))

  const inFirstYear = (line: Line) => f`at(${line}, ${clampedYear(ctx, closing.year)})`
  const contribution = (job: string, part: Line) =>
    f`${ctx.input(`${job}/contributionAsEmployee`)} * ${inFirstYear(timeline.priceIndex)} * ${inFirstYear(part)}`
  defineStartTax(ctx, timeline, needs, terms, start, () => {
    const line = (id: string) => ctx.model.line(`${scope}/${id}`)
    return {
      ...NO_WORK,
      wages: [
        inFirstYear(line('expected/presentPay')),
        inFirstYear(line('expected/jobPay')),
        inFirstYear(line('gapPay')),
      ],
      selfEmployment: consulting === 0 ? [] : [inFirstYear(consulting)],
      contributionAsEmployee: f`total(${[contribution(PRESENT_JOB, beforePart), contribution(`${path}/job`, line('jobShare'))]})`,
    }
  })
  return views
}

type Equity = Extract<Component, { kind: 'rolled' }>

/** Equity other than rollover, which is part of a price and so does not exist for an associate. */
const isEquity = (part: Component): part is Equity => part.kind === 'rolled' && part.acquired !== 'rolled'

function declareEquity(ctx: Context, terms: Terms, component: Equity): RolledPart {
  const equity = equityValue(ctx, terms, component, 0)
  const basis = ctx.model
    .scope(terms.scope)
    .under('Equity')
    .figure(
      `${component.id}/basis`,
      { label: `${component.label}: tax basis`, unit: 'usd', meaning: 'What was paid for it.' },
      f`${equity.rolled}`,
    )
  return { ...equity, basis }
}
