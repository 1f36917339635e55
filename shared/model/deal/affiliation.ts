import { f, type Expression, type Line, type Operand } from '../../formula'
import type { Offer } from '../../case/schema'
import { partOfYear, type Context, type View, type When } from '../plan/context'
import { familyCostAfter } from '../practice/family'
import type { Practice } from '../practice/practice'
import { declareFullYearPay } from './pay'
import type { Timeline } from '../plan/timeline'

/** Section 6 of the method: the practice after affiliation, the management fee and the job, in full-year amounts. */
export interface Affiliation {
  readonly contractYear: Line
  readonly ownerCollections: Line
  readonly partnersCollections: Line
  readonly collections: Line
  readonly costs: Line
  readonly affiliatedEbitda: Line
  readonly managementFee: Line
  /** What the owner would pay for the services that the fee covers. */
  readonly costsReplaced: Line
  readonly discretionary: Line
  readonly adjustedEbitda: Line
  readonly clinicalDays: Operand
}

export interface Terms {
  readonly offer: Offer
  /** Path of the offer's fields. */
  readonly path: string
  readonly scope: string
  readonly closing: When
  readonly retirement: When
  /** When the job ends: its own date, leaving early or retirement, whichever is first. */
  readonly jobEnd: Line
  /** The stated day of leaving, even if after retirement, and when the owner actually leaves. */
  readonly leavingDay: When
  readonly leave: Line
}

export function declareAffiliation(ctx: Context, timeline: Timeline, practice: Practice, terms: Terms): Affiliation {
  const { offer, path, scope, closing } = terms
  const m = ctx.model.scope(scope).under('The practice after affiliation')
  const input = (field: string) => ctx.input(`${path}/${field}`)

  const contractYear = m.row(
    'contractYear',
    { label: 'contract year', unit: 'years', meaning: '1 is the year of closing.' },
    f`n - floor(${closing.t})`,
  )
  const ramp = m.row(
    'ramp',
    { label: 'portion of the changes achieved', unit: 'rate', meaning: 'Grows evenly over the ramp-up years.' },
    f`clamp(${contractYear} / ${input('operations/rampYears')}, 0, 1)`,
  )
  const uplift = m.row(
    'uplift',
    {
      label: 'uplift of collections',
      unit: 'factor',
      meaning: 'Better payer contracts and more visits, to the extent achieved.',
    },
    f`(1 + ${input('operations/payerUplift')} * ${ramp}) * (1 + ${input('operations/volumeUplift')} * ${ramp})`,
  )
  const clinicalDays: Operand = offer.job.days === null ? practice.clinicalDays : input('job/days')
  const ownerCollections = m.row(
    'ownerCollectionsAfter',
    {
      label: 'your collections after closing',
      unit: 'usd',
      meaning: 'At the job’s clinical days, including the uplift.',
    },
    offer.job.days === null
      ? f`${practice.ownerCollections} * ${uplift}`
      : f`${ctx.input('practice/ownerCollections')} * ${practice.activity} * ${clinicalDays} / ${ctx.input('practice/daysNow')} * ${uplift}`,
  )
  const partnersCollections = m.row(
    'partnersCollectionsAfter',
    { label: 'partners’ collections after closing', unit: 'usd', meaning: 'Including the uplift.' },
    f`${practice.partnersCollections} * ${uplift}`,
  )
  const doctors = m.row(
    'doctorsCollectionsAfter',
    { label: 'doctors’ collections after closing', unit: 'usd', meaning: 'Collections excluding hygiene.' },
    f`${ownerCollections} + ${partnersCollections} + ${practice.associateCollections} * ${uplift}`,
  )
  const collections = m.row(
    'collectionsAfter',
    { label: 'collections after closing', unit: 'usd', meaning: 'Everything the practice collects in the year.' },
    f`${doctors} + ${practice.hygieneCollections} * ${uplift}`,
  )

  // Each cost as it would be without the buyer at these collections; then takeovers and savings are deducted.
  const costs: Line[] = []
  const takenOver: Expression[] = []
  for (const cost of practice.costLines) {
    const takeover = offer.operations.takeovers.find((item) => item.cost === cost.id)
    const asKept: Operand =
      cost.behaviour === 'fixed'
        ? cost.line
        : f`${ctx.input(`practice/costs/${cost.id}/share`)} * ${cost.behaviour === 'all' ? collections : doctors}`
    const part = takeover ? input(`operations/takeovers/${takeover.id}/takenOver`) : 0
    if (takeover) takenOver.push(f`${asKept} * ${part}`)
    costs.push(
      m.row(
        `costAfter/${cost.id}`,
        { label: `${cost.line.label} after closing`, unit: 'usd', meaning: 'What the practice continues to pay.' },
        takeover
          ? f`${asKept} * (1 - ${part}) * (1 - ${input(`operations/takeovers/${takeover.id}/saving`)} * ${ramp})`
          : asKept,
      ),
    )
  }
  const services = offer.structure === 'services'
  if (practice.family && !services)
    costs.push(
      m.row(
        'familyAfter',
        {
          label: 'change in the cost of family’s work after closing',
          unit: 'usd',
          meaning:
            'Replacements at market pay, and family members who stay at the offer’s pay, less their pay before; with payroll tax.',
        },
        familyCostAfter(ctx, timeline, practice.family, offer, closing.t),
      ),
    )
  const totalCosts = m.row(
    'costsAfter',
    {
      label: 'costs after closing',
      unit: 'usd',
      meaning: 'What the practice continues to pay, excluding the management fee.',
    },
    f`total(${costs})`,
  )
  const costsReplaced = m.row(
    'costsReplaced',
    {
      label: 'costs the buyer takes over',
      unit: 'usd',
      meaning: 'Costs the fee replaces, at what the practice would pay if kept.',
    },
    f`total(${takenOver})`,
  )
  const affiliatedEbitda = m.row(
    'affiliatedEbitda',
    { label: 'EBITDA before the fee', unit: 'usd', meaning: 'At market pay for the owners, whatever the job pays.' },
    f`${collections} - ${totalCosts} - ${ctx.input('practice/replacementRate')} * (${ownerCollections} + ${partnersCollections})`,
  )
  const managementFee = m.row(
    'managementFee',
    {
      label: 'management fee',
      unit: 'usd',
      meaning: 'Reduces your income only to the extent you still share in profit.',
    },
    fee(ctx, terms, { collections, affiliatedEbitda, costsReplaced, contractYear }),
  )
  const discretionary = m.row(
    'discretionaryAfter',
    { label: 'discretionary earnings after closing', unit: 'usd', meaning: 'After the fee, before owners’ pay.' },
    practice.family && services
      ? f`${collections} - ${totalCosts} - ${managementFee} + ${practice.addBacks} + ${practice.family.toMarket}`
      : f`${collections} - ${totalCosts} - ${managementFee} + ${practice.addBacks}`,
  )
  const adjustedEbitda = m.row(
    'adjustedEbitdaAfter',
    { label: 'adjusted EBITDA after closing', unit: 'usd', meaning: 'After the fee and market pay for the owners.' },
    f`${discretionary} - ${ctx.input('practice/replacementRate')} * (${ownerCollections} + ${partnersCollections}) - ${ctx.input('practice/managerCost')} * ${timeline.priceIndex} + (${ctx.input('practice/rentToMarket')} + ${ctx.input('practice/staffToMarket')}) * ${timeline.priceIndex}`,
  )
  return {
    contractYear,
    ownerCollections,
    partnersCollections,
    collections,
    costs: totalCosts,
    affiliatedEbitda,
    managementFee,
    costsReplaced,
    discretionary,
    adjustedEbitda,
    clinicalDays,
  }
}

function fee(
  ctx: Context,
  { offer, path }: Terms,
  lines: { collections: Line; affiliatedEbitda: Line; costsReplaced: Line; contractYear: Line },
): Expression {
  const input = (field: string) => ctx.input(`${path}/fee/${field}`)
  const { kind, minimum, maximum } = offer.fee
  if (kind === 'none') return f`0`
  const base = {
    collections: () => f`${input('share')} * ${lines.collections}`,
    ebitda: () => f`${input('share')} * max(0, ${lines.affiliatedEbitda})`,
    fixed: () => f`${input('amount')} * (1 + ${input('escalator')}) ^ max(0, ${lines.contractYear} - 1)`,
    costPlus: () => f`${lines.costsReplaced} * (1 + ${input('markup')})`,
    tiers: () => tiers(ctx, path, offer, lines.collections),
  }[kind]()
  const atLeast = minimum === null ? base : f`max(${base}, ${input('minimum')})`
  return maximum === null ? atLeast : f`min(${atLeast}, ${input('maximum')})`
}

/** Marginal tiers: each share on the collections above its threshold, up to the next. */
function tiers(ctx: Context, path: string, offer: Offer, collections: Line): Expression {
  const sorted = [...offer.fee.tiers].sort((a, b) => a.from - b.from)
  return f`total(${sorted.map(({ id }, i) => {
    const from = ctx.input(`${path}/fee/tiers/${id}/from`)
    const next = sorted[i + 1]
    const within = next
      ? f`clamp(${collections} - ${from}, 0, ${ctx.input(`${path}/fee/tiers/${next.id}/from`)} - ${from})`
      : f`max(0, ${collections} - ${from})`
    return f`${ctx.input(`${path}/fee/tiers/${id}/share`)} * ${within}`
  })})`
}

/** The job, as a full year and as paid. */
export interface Job {
  readonly full: Line
  readonly share: Line
  readonly paid: Line
  readonly gap: Line
}

/** @param labRate lab costs for each dollar that the doctor collects */
export function declareJob(
  ctx: Context,
  timeline: Timeline,
  labRate: Operand,
  work: Pick<Affiliation, 'contractYear' | 'ownerCollections' | 'clinicalDays'>,
  terms: Terms,
  view: View,
): Job {
  const { offer, path, scope, closing, retirement, jobEnd } = terms
  const shared = ctx.model.scope(scope).under(ctx.owns ? 'Your job after the sale' : 'The job offered')
  const m = shared.scope(view)
  const input = (field: string) => ctx.input(`${path}/job/${field}`)
  const { contractYear, ownerCollections, clinicalDays } = work

  const once = (id: string, label: string, meaning: string, formula: Expression): Line =>
    ctx.model.has(`${scope}/${id}`)
      ? ctx.model.line(`${scope}/${id}`)
      : shared.row(id, { label, unit: 'usd', meaning }, formula)
  const rate =
    offer.job.laterRate === null
      ? f`${input('rate')}`
      : f`if(${contractYear} >= ${input('laterFrom')}, ${input('laterRate')}, ${input('rate')})`
  const full = declareFullYearPay(ctx, shared, view, {
    path: `${path}/job`,
    basis: offer.job.basis,
    rate,
    contractYear,
    ownerCollections,
    clinicalDays,
    labRate,
  })
  const partId = `${scope}/jobShare`
  const part = ctx.model.has(partId)
    ? ctx.model.line(partId)
    : shared.row(
        'jobShare',
        { label: 'portion of the year in the job', unit: 'years', meaning: 'From its start until the job ends.' },
        offer.structure === 'services' ? f`0` : partOfYear(closing.t, jobEnd),
      )
  const paid = m.row(
    'jobPay',
    { label: 'job pay', unit: 'usd', meaning: 'Pay and benefits from the start until the job ends.' },
    f`${full} * ${part}`,
  )
  const gap = once(
    'gapPay',
    'other pay until retirement',
    'Earned between the end of the job and retirement.',
    f`${ctx.input(`${path}/gapPay`)} * ${timeline.priceIndex} * ${partOfYear(f`max(${jobEnd}, ${closing.t})`, retirement.t)}`,
  )
  return { full, share: part, paid, gap }
}

/** Lab costs for each dollar that the doctors collect. */
export function labRateOf({
  labCosts,
  ownerCollections,
  partnersCollections,
  associateCollections,
}: Practice): Expression {
  const doctors = f`${ownerCollections} + ${partnersCollections} + ${associateCollections}`
  return f`if(${doctors} > 0, ${labCosts} / (${doctors}), 0)`
}

/** The year in which contract year 1 is a full year's figures. */
export const firstContractYear = (closing: When, years: number): Expression =>
  f`clamp(floor(${closing.t}) + 1, 1, ${years})`
