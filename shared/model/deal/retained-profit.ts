import { f, type Line, type Operand } from '../../formula'
import { type Context, partOfYear, type View } from '../plan/context'
import { sharedLines } from '../plan/shared-lines'
import type { Practice } from '../practice/practice'
import type { Affiliation } from './affiliation'
import type { Holding } from './holding'
import type { Job } from './job'
import { ownLeaving, vestedPart } from './leaving'
import type { Terms } from './terms'

/** The owner's share of the profit while the retained share is held. */
export interface RetainedProfit {
  readonly distribution: Line
  readonly taxable: Line
  /** Full-year amounts before tax: distributions and taxed profit. */
  readonly fullYear: Line
  readonly fullYearTaxable: Line
  /** Undistributed profit before tax that is held in the practice as cash; none where the offer states distributions. */
  readonly keptIfUndistributed: Operand | undefined
}

export function declareRetainedProfit(
  ctx: Context,
  practice: Practice,
  affiliation: Affiliation,
  job: Job,
  terms: Terms,
  { share, controls, agreed, exit }: Holding,
  view: View,
): RetainedProfit {
  const { offer, path, scope, closing, jobEnd, leave } = terms
  const own = ctx.model.scope(scope).under('The share of the practice you keep')
  const shared = sharedLines(own)
  const m = own.scope(view)
  const input = (field: string) => ctx.input(`${path}/retained/${field}`)
  const replacementRate = ctx.input('practice/replacementRate')
  const staying = offer.debt === 'stays'
  const beforeOwner = shared.row(
    'profitBeforeOwner',
    {
      label: 'profit before your pay',
      unit: 'usd',
      meaning: 'Collections less costs, partners’ market pay, management fee, capital expenditures and debt service.',
    },
    f`${affiliation.collections} - ${affiliation.costs} - ${replacementRate} * ${affiliation.partnersCollections} - ${affiliation.managementFee} - ${practice.capex} - ${staying ? practice.debt.service : 0}`,
  )
  const held = shared.row(
    'heldPart',
    { label: 'portion of the year the share is held', unit: 'years', meaning: 'From closing to the exit.' },
    partOfYear(closing.t, exit.t),
  )
  const worked = shared.row(
    'workedPart',
    {
      label: 'portion of the year you work while holding it',
      unit: 'years',
      meaning: 'From closing until the job or the holding ends.',
    },
    partOfYear(closing.t, f`min(${jobEnd}, ${exit.t})`),
  )
  const profit = m.row(
    'jointProfit',
    {
      label: 'profit of the practice after your pay',
      unit: 'usd',
      meaning:
        'For the months you hold a share: less your pay while you work, or market pay for a replacement once you stop.',
    },
    f`${beforeOwner} * ${held} - ${job.full} * ${worked} - ${replacementRate} * ${affiliation.ownerCollections} * (${held} - ${worked})`,
  )
  // Unvested equity pays no distributions once the owner has left.
  const { vesting } = offer.retained
  const shareHeld =
    vesting === 'none'
      ? share
      : shared.row(
          'retainedShareHeld',
          {
            label: 'share of the year’s profit',
            unit: 'rate',
            meaning: 'Your retained share; after you leave, only the portion that is vested or that you may keep.',
          },
          f`${share} * (1 - (1 - ${vestedPart(ctx, ownLeaving(ctx, terms), `${path}/retained`, vesting, agreed.t)}) * if(${held} > 0, ${partOfYear(f`max(${closing.t}, ${leave})`, exit.t)} / ${held}, 0))`,
        )
  const counts = view === 'guaranteed' ? 0 : 1
  const payout = input('payoutRatio')
  // Distributions that the offer states year by year are taxed as they are paid.
  const { stated } = offer.retained
  const statedInView = stated.length > 0 && f`if(${controls} = 1, 1, ${counts}) * ${declareStated()}`
  const distribution = m.row(
    'jvDistribution',
    {
      label: 'distributions',
      unit: 'usd',
      meaning: statedInView
        ? 'As stated in the offer, year by year.'
        : 'Your share of distributed profit; you fund losses if you control the practice.',
    },
    statedInView ||
      f`${shareHeld} * if(${controls} = 1, if(${profit} < 0, ${profit}, ${profit} * ${payout}), ${counts} * max(0, ${profit} * ${payout}))`,
  )
  const principal: Operand = staying ? f`${practice.debt.principal} * ${held}` : 0
  const taxable = m.row(
    'jvTaxable',
    {
      label: 'taxed share of the profit',
      unit: 'usd',
      meaning: 'Including undistributed profit; principal repaid is not deductible.',
    },
    statedInView ||
      f`${shareHeld} * if(${controls} = 1, ${profit} + ${principal}, ${counts} * max(0, ${profit} + ${principal}))`,
  )
  const fullProfit = f`${beforeOwner} - ${job.full}`
  const fullPrincipal: Operand = staying ? practice.debt.principal : 0
  const fullYear = m.row(
    'jvFullYear',
    {
      label: 'full-year distributions',
      unit: 'usd',
      meaning: 'As if you held the share and worked all year; before tax.',
    },
    statedInView ||
      f`${share} * if(${controls} = 1, if(${fullProfit} < 0, ${fullProfit}, (${fullProfit}) * ${payout}), ${counts} * max(0, (${fullProfit}) * ${payout}))`,
  )
  const fullYearTaxable = m.row(
    'jvFullYearTaxable',
    {
      label: 'taxed share of full-year profit',
      unit: 'usd',
      meaning: 'As if you held the share and worked all year; includes undistributed profit.',
    },
    statedInView ||
      f`${share} * if(${controls} = 1, ${fullProfit} + ${fullPrincipal}, ${counts} * max(0, ${fullProfit} + ${fullPrincipal}))`,
  )
  return {
    distribution,
    taxable,
    fullYear,
    fullYearTaxable,
    keptIfUndistributed: statedInView
      ? undefined
      : f`${shareHeld} * if(${controls} = 1, 1, ${counts}) * max(0, ${profit}) * (1 - ${payout})`,
  }

  function declareStated(): Line {
    return shared.row(
      'jvStated',
      {
        label: 'distributions as stated in the offer',
        unit: 'usd',
        meaning: 'By contract year, while the share is held.',
      },
      f`if(${held} > 0, total(${stated.map((item) => f`if(${affiliation.contractYear} = ${input(`stated/${item.id}/contractYear`)}, ${input(`stated/${item.id}/amount`)}, 0)`)}), 0)`,
    )
  }
}
