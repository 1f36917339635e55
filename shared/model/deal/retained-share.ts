import { f, type Line, type Operand } from '../../formula'
import type { PathTaxes } from '../household/taxes'
import { basisYear, type Context, notBefore, partOfYear, type View, type When } from '../plan/context'
import type { Practice } from '../practice/practice'
import type { Affiliation, Job, Terms } from './affiliation'
import { keptEquity, ownLeaving, vestedPart } from './leaving'
import type { Price } from './price'
import { shareSold } from './share-sold'

/** The retained share of the practice: its distributions and its exit. */
export interface Retained {
  readonly share: Line
  readonly distribution: Line
  readonly taxable: Line
  /** Full-year amounts before tax: distributions and taxed profit. */
  readonly fullYear: Line
  readonly fullYearTaxable: Line
  readonly exitAmount: Line
  readonly exitGain: Line
  readonly exit: When
  /** Once the path's taxes are known: after tax, as if sold at the end of each year before the exit. */
  unsold(taxes: PathTaxes): Line
}

export function declareRetained(
  ctx: Context,
  practice: Practice,
  affiliation: Affiliation,
  price: Price,
  job: Job,
  terms: Terms,
  view: View,
): Retained {
  const { offer, path, scope, closing, retirement, jobEnd, leavingDay, leave } = terms
  const shared = ctx.model.scope(scope).under('The share of the practice you keep')
  const m = shared.scope(view)
  const input = (field: string) => ctx.input(`${path}/retained/${field}`)
  const ownership = ctx.input('practice/ownershipShare')
  const sold = shareSold(ctx, offer, path)
  const { exitAt, exitMonths, called } = offer.retained
  const agreed =
    exitAt !== null
      ? ctx.day(`${path}/retained/exitAt`)
      : exitMonths !== null
        ? ctx.monthsAfter(`${path}/closing`, `${path}/retained/exitMonths`)
        : retirement
  // A buyer who may call the share at a discount is assumed to do so on the day of leaving.
  const exit: When = called
    ? {
        t: f`min(${agreed.t}, ${leave})`,
        year: f`min(${agreed.year}, min(${leavingDay.year}, ${retirement.year}))`,
      }
    : agreed
  const replacementRate = ctx.input('practice/replacementRate')

  const once = (
    id: string,
    label: string,
    unit: 'usd' | 'rate' | 'years' | 'boolean',
    meaning: string,
    formula: Operand,
    shape: 'row' | 'figure' = 'row',
  ) => {
    const full = `${scope}/${id}`
    if (ctx.model.has(full)) return ctx.model.line(full)
    return shape === 'row'
      ? shared.row(id, { label, unit, meaning }, formula)
      : shared.figure(id, { label, unit, meaning }, formula)
  }
  const share = once(
    'retainedShare',
    'share of the practice you keep',
    'rate',
    'Your ownership × the portion not sold.',
    f`${ownership} * (1 - ${sold})`,
    'figure',
  )
  const controls = once(
    'ownerControls',
    'you control the practice',
    'boolean',
    '1 if you do: its profit then counts in all views, and you fund its losses.',
    offer.retained.ownerControls === 'auto'
      ? f`if(${sold} < 0.5, 1, 0)`
      : offer.retained.ownerControls === 'yes'
        ? 1
        : 0,
    'figure',
  )
  const staying = offer.debt === 'stays'
  const beforeOwner = once(
    'profitBeforeOwner',
    'profit before your pay',
    'usd',
    'Collections less costs, partners’ market pay, management fee, capital expenditures and debt service.',
    f`${affiliation.collections} - ${affiliation.costs} - ${replacementRate} * ${affiliation.partnersCollections} - ${affiliation.managementFee} - ${practice.capex} - ${staying ? practice.debt.service : 0}`,
  )
  const held = once(
    'heldPart',
    'portion of the year the share is held',
    'years',
    'From closing to the exit.',
    partOfYear(closing.t, exit.t),
  )
  const worked = once(
    'workedPart',
    'portion of the year you work while holding it',
    'years',
    'From closing until the job or the holding ends.',
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
      : once(
          'retainedShareHeld',
          'share of the year’s profit',
          'rate',
          'Your retained share; after you leave, only the portion that is vested or that you may keep.',
          f`${share} * (1 - (1 - ${vestedPart(ctx, ownLeaving(ctx, terms), `${path}/retained`, vesting, agreed.t)}) * if(${held} > 0, ${partOfYear(f`max(${closing.t}, ${leave})`, exit.t)} / ${held}, 0))`,
        )
  const counts = view === 'guaranteed' ? 0 : 1
  const payout = input('payoutRatio')
  // Distributions that the offer states year by year are taxed as they are paid.
  const { stated } = offer.retained
  const statedInView =
    stated.length > 0 &&
    f`if(${controls} = 1, 1, ${counts}) * ${once(
      'jvStated',
      'distributions as stated in the offer',
      'usd',
      'By contract year, while the share is held.',
      f`if(${held} > 0, total(${stated.map((item) => f`if(${affiliation.contractYear} = ${input(`stated/${item.id}/contractYear`)}, ${input(`stated/${item.id}/amount`)}, 0)`)}), 0)`,
    )}`
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

  const multiple = offer.retained.exitMultiple === null ? price.multiple : input('exitMultiple')
  const values = once(
    'retainedValues',
    'price of the retained share',
    'usd',
    'At the exit formula, as if sold at year-end.',
    f`${share} * max(0, (${affiliation.affiliatedEbitda} - ${affiliation.managementFee}) * ${multiple} * (1 - ${input('minorityDiscount')}) - ${staying ? practice.debt.end : 0})`,
  )
  const value = once(
    'retainedExit',
    'price of the retained share at its exit',
    'usd',
    'At the agreed multiple of EBITDA after the fee, less remaining debt.',
    f`${share} * max(0, at(${once('ebitdaAfterFee', 'EBITDA after the fee', 'usd', 'The metric on which the exit of the retained share is priced.', f`${affiliation.affiliatedEbitda} - ${affiliation.managementFee}`)}, ${basisYear(exit.t, ctx.years)}) * ${multiple} * (1 - ${input('minorityDiscount')}) - ${staying ? practice.debt.balanceAt(exit.t) : 0})`,
    'figure',
  )
  const hangsOnLeaving = offer.retained.vesting !== 'none' || called
  const leaverPart =
    hangsOnLeaving &&
    once(
      'retainedKept',
      'portion of the retained share that is paid for',
      'rate',
      'Below 100% if you leave before its exit: the vested portion, less the call discount.',
      keptEquity(ctx, ownLeaving(ctx, terms), `${path}/retained`, offer.retained, agreed.t, f`1`),
      'figure',
    )
  const w: Operand =
    view === 'maximum'
      ? 1
      : view === 'expected'
        ? input('probability')
        : offer.retained.put
          ? f`if(${input('probability')} = 1, 1, 0)`
          : 0
  const paid = f`if(${notBefore(exit, closing)}, ${w}, 0)`
  // 26 U.S.C. 705, 1367: income taxed but not received is added to the basis.
  const undistributed = m.row(
    'jvUndistributed',
    {
      label: 'taxed but undistributed profit',
      unit: 'usd',
      meaning: 'Your taxed share of the profit less distributions; it raises your basis in the retained share.',
    },
    f`${taxable} - ${distribution}`,
  )
  const keeps = offer.retained.undistributed === 'kept' && !statedInView
  const kept = keeps
    ? m.row(
        'jvKept',
        {
          label: 'undistributed profit retained as cash',
          unit: 'usd',
          meaning: 'Your share of undistributed profit, held in the practice as cash until the exit.',
        },
        f`${shareHeld} * if(${controls} = 1, 1, ${counts}) * max(0, ${profit}) * (1 - ${payout})`,
      )
    : undefined
  const basisIn = (line: Operand) => f`(${ctx.input('practice/basis')} * (1 - ${sold}) + ${line})`
  const plusKept = (price: Operand, cash: Operand) => {
    const paidFor = leaverPart ? f`(${price} * ${leaverPart})` : price
    return kept ? f`(${paidFor} + ${cash})` : paidFor
  }
  const atExit = plusKept(value, kept ? f`sum(${kept})` : 0)
  const exitAmount = m.figure(
    'retainedExitPaid',
    {
      label: 'sale of the retained share',
      unit: 'usd',
      meaning: kept
        ? 'Its price plus cash retained in the practice, weighted by probability; noncontingent only with a put. Zero before closing.'
        : 'Weighted by probability; noncontingent only with a put. Zero before closing.',
    },
    f`${paid} * ${atExit}`,
  )
  const exitGain = m.figure(
    'retainedExitGain',
    {
      label: 'gain on the retained share',
      unit: 'usd',
      meaning: 'Proceeds less the tax basis of the unsold share and of profit that was taxed but not distributed.',
    },
    f`${paid} * max(0, ${atExit} - ${basisIn(f`sum(${undistributed})`)})`,
  )
  return {
    share,
    distribution,
    taxable,
    fullYear,
    fullYearTaxable,
    exitAmount,
    exitGain,
    exit,
    unsold: (taxes) => {
      const now = plusKept(values, kept ? f`sumToDate(${kept})` : 0)
      return m.row(
        'unsoldShare',
        {
          label: 'unsold share of the practice',
          unit: 'usd',
          meaning: 'After-tax proceeds as if bought out at year-end.',
        },
        f`${w} * (${now} - ${taxes.rateIfSold('gain', exit.year)} * max(0, ${now} - ${basisIn(f`sumToDate(${undistributed})`)}))`,
      )
    },
  }
}
