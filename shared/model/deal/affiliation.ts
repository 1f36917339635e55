import { type Expression, f, type Line, type Operand } from '../../formula'
import type { Context } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import { familyCostAfter } from '../practice/family'
import type { Practice } from '../practice/practice'
import { feeOf } from './fee'
import type { Terms } from './terms'

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
    feeOf(ctx, terms, { collections, affiliatedEbitda, costsReplaced, contractYear }),
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
