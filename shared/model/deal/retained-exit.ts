import { f, type Line, type Operand } from '../../formula'
import type { PathTaxes } from '../household/taxes'
import { basisYear, type Context, notBefore, type View } from '../plan/context'
import { sharedLines } from '../plan/shared-lines'
import type { Practice } from '../practice/practice'
import type { Affiliation } from './affiliation'
import type { Holding } from './holding'
import { keptEquity, ownLeaving } from './leaving'
import type { Price } from './price'
import type { RetainedProfit } from './retained-profit'
import { shareSold } from './share-sold'
import type { Terms } from './terms'

/** The sale of the retained share. */
export interface RetainedExit {
  readonly exitAmount: Line
  readonly exitGain: Line
  /** Once the path's taxes are known: after tax, as if sold at the end of each year before the exit. */
  unsold(taxes: PathTaxes): Line
}

export function declareRetainedExit(
  ctx: Context,
  practice: Practice,
  affiliation: Affiliation,
  price: Price,
  terms: Terms,
  { share, agreed, exit }: Holding,
  { distribution, taxable, keptIfUndistributed }: RetainedProfit,
  view: View,
): RetainedExit {
  const { offer, path, scope, closing } = terms
  const own = ctx.model.scope(scope).under('The share of the practice you keep')
  const shared = sharedLines(own)
  const m = own.scope(view)
  const input = (field: string) => ctx.input(`${path}/retained/${field}`)
  const sold = shareSold(ctx, offer, path)
  const staying = offer.debt === 'stays'
  const { called } = offer.retained

  const multiple = offer.retained.exitMultiple === null ? price.multiple : input('exitMultiple')
  const values = shared.row(
    'retainedValues',
    { label: 'price of the retained share', unit: 'usd', meaning: 'At the exit formula, as if sold at year-end.' },
    f`${share} * max(0, (${affiliation.affiliatedEbitda} - ${affiliation.managementFee}) * ${multiple} * (1 - ${input('minorityDiscount')}) - ${staying ? practice.debt.end : 0})`,
  )
  const afterFee = shared.row(
    'ebitdaAfterFee',
    {
      label: 'EBITDA after the fee',
      unit: 'usd',
      meaning: 'The metric on which the exit of the retained share is priced.',
    },
    f`${affiliation.affiliatedEbitda} - ${affiliation.managementFee}`,
  )
  const value = shared.figure(
    'retainedExit',
    {
      label: 'price of the retained share at its exit',
      unit: 'usd',
      meaning: 'At the agreed multiple of EBITDA after the fee, less remaining debt.',
    },
    f`${share} * max(0, at(${afterFee}, ${basisYear(exit.t, ctx.years)}) * ${multiple} * (1 - ${input('minorityDiscount')}) - ${staying ? practice.debt.balanceAt(exit.t) : 0})`,
  )
  const hangsOnLeaving = offer.retained.vesting !== 'none' || called
  const leaverPart =
    hangsOnLeaving &&
    shared.figure(
      'retainedKept',
      {
        label: 'portion of the retained share that is paid for',
        unit: 'rate',
        meaning: 'Below 100% if you leave before its exit: the vested portion, less the call discount.',
      },
      keptEquity(ctx, ownLeaving(ctx, terms), `${path}/retained`, offer.retained, agreed.t, f`1`),
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
  // 26 U.S.C. §§705, 1367: income taxed but not received is added to the basis.
  const undistributed = m.row(
    'jvUndistributed',
    {
      label: 'taxed but undistributed profit',
      unit: 'usd',
      meaning: 'Your taxed share of the profit less distributions; it raises your basis in the retained share.',
    },
    f`${taxable} - ${distribution}`,
  )
  const kept =
    offer.retained.undistributed === 'kept' && keptIfUndistributed
      ? m.row(
          'jvKept',
          {
            label: 'undistributed profit retained as cash',
            unit: 'usd',
            meaning: 'Your share of undistributed profit, held in the practice as cash until the exit.',
          },
          keptIfUndistributed,
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
    exitAmount,
    exitGain,
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
