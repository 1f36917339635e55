import type { Component, Offer } from '../../case/schema'
import { f, type Line, type Operand } from '../../formula'
import { declareJob, firstContractYear } from '../deal/job'
import type { Terms } from '../deal/terms'
import { declareConsulting } from '../deal/consulting'
import { declareDates } from '../deal/dates'
import { declareEquityCash } from '../deal/equity-cash'
import { declareJobMoney } from '../deal/job-money'
import { contributionsOf, declarePresentPay, employeeFullYear, PRESENT_JOB } from '../deal/present-job'
import { equityValue, type RolledPart } from '../deal/rolled-equity'
import { declareStressTable } from '../deal/stress'
import type { DatedFlow } from '../household/dated'
import type { Needs } from '../household/needs'
import { closingTaxFormula, declareTaxes, NO_DEAL, NO_WORK, type Work } from '../household/taxes'
import { before, clampedYear, type Context, onDay, partOfYear } from '../plan/context'
import { figureWithToday, presentValue } from '../plan/time-value'
import type { Timeline } from '../plan/timeline'
import { daysByAge, declareActivity, declareOwnWork, type OwnWork } from '../practice/own-work'
import { declareAgainst } from './against'
import { finishPath, hoursAt, type Path, type Views } from './path'

/**
 * The paths of a doctor who owns no part of the practice: staying in the present job until retirement, and each job
 * offered, with its bonuses and equity. Nothing is sold on any of them.
 */
export function declareAssociatePaths(ctx: Context, timeline: Timeline, needs: Needs): Path[] {
  const m = ctx.model.scope('practice').under('Your own work')
  const work = declareOwnWork(ctx, m, declareActivity(ctx, m), daysByAge(ctx, timeline))
  const stay = declareStay(ctx, timeline, needs, work)
  const offers = ctx.document.offers.filter(({ include }) => include)
  for (const offer of offers)
    declareAgainst(ctx, timeline, offer.id, declareJobOffer(ctx, timeline, needs, work, offer), stay)
  return [
    { id: 'keep', kind: 'stay', name: 'Stay as an associate' },
    ...offers.map(({ id, name }): Path => ({ id, kind: 'job', name })),
  ]
}

/** Stay in the present job until retirement. */
function declareStay(ctx: Context, timeline: Timeline, needs: Needs, own: OwnWork): Views {
  const scope = 'keep'
  const { retirement } = timeline
  const m = ctx.model.scope(scope).under('Your present job')
  const part = m.row(
    'jobShare',
    { label: 'portion of the year in the job', unit: 'years', meaning: 'Until retirement.' },
    partOfYear(0, retirement.t),
  )
  const contributions = contributionsOf(ctx, timeline, PRESENT_JOB, part)
  return ctx.byView((view) => {
    const v = m.scope(view)
    const full = declarePresentPay(ctx, m, view, own)
    const pay = v.row(
      'jobPay',
      { label: 'job pay', unit: 'usd', meaning: 'Pay and benefits until retirement.' },
      f`${full} * ${part}`,
    )
    const work: Work = { ...NO_WORK, wages: [pay], contributionAsEmployee: contributions.own }
    const { household } = finishPath(ctx, timeline, needs, {
      scope,
      view,
      retirement,
      practice: [],
      untaxed: [],
      work,
      employerContribution: contributions.employer,
      dated: [],
      taxes: declareTaxes(ctx, timeline, needs, scope, view, work, NO_DEAL),
      paper: 0,
      hours: hoursAt(ctx, own.clinicalDays, part),
    })
    declareFirstYear(v.under('What you take home'), employeeFullYear(ctx, timeline, needs, v, PRESENT_JOB, full, 1))
    return household
  })
}

const declareFirstYear = (m: Context['model'], formula: Operand): Line =>
  m.figure(
    'takeHomeFirstYear',
    {
      label: 'take-home, first full year',
      unit: 'usd',
      meaning: 'In the first year of the job; plan contributions net of the tax due when they are withdrawn.',
    },
    formula,
  )

/** Leave the present job for the one offered. */
function declareJobOffer(ctx: Context, timeline: Timeline, needs: Needs, own: OwnWork, given: Offer): Views {
  const scope = given.id
  const path = `offers/${given.id}`
  // An associate sells nothing, so any price entered is ignored; the job and its equity count.
  const offer: Offer = { ...given, structure: 'fullSale', shareSold: 1, components: given.components.filter(isEquity) }
  const terms = declareDates(ctx, timeline, offer)
  const { closing, retirement } = terms
  const m = ctx.model.scope(scope).under('The job offered')
  const discountRate = ctx.input('assumptions/discountRate')

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

  const bought = equities.filter(({ component }) => component.acquired === 'bought').map(({ rolled }) => rolled)
  const atStart = ctx.model.scope(scope).under('What is paid at the start')
  const equityBought =
    bought.length === 0
      ? undefined
      : atStart.figure(
          'equityBought',
          { label: 'equity you buy', unit: 'usd', meaning: 'Paid at the start with your own money.' },
          f`total(${bought})`,
        )
  const signOn: Operand = offer.job.signOn === 0 ? 0 : ctx.input(`${path}/job/signOn`)
  const cashAtClose = figureWithToday(
    ctx,
    timeline,
    atStart,
    'cashAtClose',
    'cash at the start',
    'The sign-on bonus before tax, less what you pay for equity; forgivable loans are listed separately.',
    equityBought ? f`${signOn} - ${equityBought}` : f`${signOn}`,
    closing.year,
  )
  const closingTax = atStart.declare(
    'closingTax',
    { label: 'tax on the sign-on bonus', unit: 'usd', meaning: 'As wages in the year in which the job starts.' },
    'figure',
  )
  const inPocket = figureWithToday(
    ctx,
    timeline,
    atStart,
    'inPocketAtClose',
    'in pocket at the start',
    'Cash at the start less the tax on it.',
    f`${cashAtClose} - ${closingTax}`,
    closing.year,
  )
  const paidForEquity = equityBought && {
    row: ctx.model
      .scope(scope)
      .under('Dated cash flows')
      .row(
        'equityPaid',
        { label: 'paid for equity', unit: 'usd', meaning: 'Paid with your own money on the first day of the job.' },
        onDay(closing, f`-${equityBought}`),
      ),
    time: closing.t,
  }

  const beforePart = m.row(
    'presentShare',
    { label: 'portion of the year in the present job', unit: 'years', meaning: 'Until the job offered starts.' },
    partOfYear(0, f`min(${closing.t}, ${retirement.t})`),
  )
  const stillThere = contributionsOf(ctx, timeline, PRESENT_JOB, beforePart)
  const contractYear1 = firstContractYear(closing, ctx.years)

  const views = ctx.byView((view) => {
    const v = m.scope(view)
    const presentFull = ctx.model.line(`keep/${view}/jobPayFull`)
    const presentPay = v.row(
      'presentPay',
      { label: 'pay in the present job', unit: 'usd', meaning: 'Pay and benefits until the job offered starts.' },
      f`${presentFull} * ${beforePart}`,
    )
    const labRate = ctx.input(`${PRESENT_JOB}/labShare`)
    const job = declareJob(ctx, timeline, labRate, { contractYear, ownerCollections, clinicalDays }, terms, view)
    const there = contributionsOf(ctx, timeline, `${path}/job`, job.share)
    const work: Work = {
      ...NO_WORK,
      wages: [presentPay, job.paid, job.gap],
      selfEmployment: consulting === 0 ? [] : [consulting],
      contributionAsEmployee: f`${stillThere.own} + ${there.own}`,
    }
    const equity = declareEquityCash(ctx, terms, equities, view)
    const taxes = declareTaxes(ctx, timeline, needs, scope, view, work, {
      ...NO_DEAL,
      passiveGain: sumOf(equity.longTerm),
      interest: sumOf(equity.shortTerm),
      wages: sumOf(jobMoney.wages),
    })
    const dated: DatedFlow[] = [...(paidForEquity ? [paidForEquity] : []), ...jobMoney.flows, ...equity.flows]
    const money = ctx.model.scope(scope).under('Dated cash flows').scope(view)
    const dealPresent = money.row(
      'dealPresent',
      {
        label: 'present value of bonuses and equity',
        unit: 'usd',
        meaning: 'Dated payments of the year less their tax.',
      },
      f`total(${dated.map(({ row, time }) => presentValue(row, discountRate, time))}) - ${taxes.datedTax} * ${timeline.discountEnd}`,
    )
    const outstanding = money.row(
      'dealOutstanding',
      {
        label: 'bonuses and equity not yet paid',
        unit: 'usd',
        meaning: 'From the start of the job; after tax, discounted to year-end.',
      },
      f`if(${before(closing)}, 0, (sum(${dealPresent}) - sumToDate(${dealPresent})) / ${timeline.discountEnd})`,
    )
    const { household } = finishPath(ctx, timeline, needs, {
      scope,
      view,
      retirement,
      practice: [],
      untaxed: [],
      work,
      employerContribution: f`${stillThere.employer} + ${there.employer}`,
      dated,
      taxes,
      paper: outstanding,
      hours: f`${hoursAt(ctx, own.clinicalDays, beforePart)} + ${hoursAt(ctx, clinicalDays, job.share)}`,
    })
    const t = ctx.model.scope(scope).under('Totals').scope(view)
    const after = declareFirstYear(t, employeeFullYear(ctx, timeline, needs, t, `${path}/job`, job.full, contractYear1))
    const ifStay = t.figure(
      'takeHomeIfKept',
      {
        label: 'full-year take-home if you stay',
        unit: 'usd',
        meaning: 'In the same year; plan contributions net of the tax due when they are withdrawn.',
      },
      employeeFullYear(ctx, timeline, needs, t.scope('ifKept'), PRESENT_JOB, presentFull, contractYear1),
    )
    const givenUp = t.figure(
      'incomeGivenUp',
      {
        label: 'income given up',
        unit: 'usd',
        meaning: 'Full-year take-home if you stay less full-year take-home in the job offered, in contract year 1.',
      },
      f`${ifStay} - ${after}`,
    )
    t.figure(
      'yearsToRecoup',
      {
        label: 'years of forgone income covered by cash at the start',
        unit: 'years',
        meaning: 'After-tax cash at the start ÷ income given up; none if either is zero or less.',
        optional: true,
      },
      f`if(and(${givenUp} > 0, ${inPocket} > 0), ${inPocket} / ${givenUp}, none)`,
    )
    const [only] = equities
    if (only && equities.length === 1 && only.component.acquired === 'bought')
      t.figure(
        'rolledReturn',
        {
          label: 'annual return on equity bought',
          unit: 'rate',
          meaning: 'Value at exit compared with the amount paid; none if nothing is paid.',
          optional: true,
        },
        f`(${only.value(view)} * ${only.kept} / ${only.rolled}) ^ (1 / (${only.exit.t} - ${closing.t})) - 1`,
      )
    return household
  })

  const inFirstYear = (line: Line) => f`at(${line}, ${clampedYear(ctx, closing.year)})`
  const expected = ctx.model.scope(scope).scope('expected')
  ctx.model.define(
    closingTax,
    signOn === 0
      ? 0
      : closingTaxFormula(ctx, timeline, needs, scope, closing.year, { wages: signOn }, () => ({
          ...NO_WORK,
          wages: [
            inFirstYear(expected.lineLocal('presentPay')),
            inFirstYear(expected.lineLocal('jobPay')),
            inFirstYear(ctx.model.line(`${scope}/gapPay`)),
          ],
          selfEmployment: consulting === 0 ? [] : [inFirstYear(consulting)],
          contributionAsEmployee: total(
            [PRESENT_JOB, beforePart] as const,
            [`${path}/job`, ctx.model.line(`${scope}/jobShare`)] as const,
          ),
        })),
  )
  return views

  function total(...jobs: readonly (readonly [job: string, part: Line])[]): Operand {
    return f`total(${jobs.map(([job, part]) => f`${ctx.input(`${job}/contributionAsEmployee`)} * ${inFirstYear(timeline.priceIndex)} * ${inFirstYear(part)}`)})`
  }
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

const sumOf = (parts: readonly Operand[]): Operand => (parts.length === 0 ? 0 : f`total(${parts})`)
