import type { Offer } from '../../case/schema'
import { f, type Line, type Model, type Operand } from '../../formula'
import { type Context, partOfYear } from '../plan/context'
import { withPayrollTax } from '../plan/payroll'
import type { Timeline } from '../plan/timeline'

/** Family of the owner's household on the practice's payroll, in full-year dollars; their pay is among its costs. */
export interface Family {
  readonly pay: Line
  /** The add-back: pay above market with the employer's payroll tax; negative if below market. */
  readonly toMarket: Line
}

/** Declares the family's pay in a practice; undefined where nobody of the family is paid or works there. */
export function declareFamily(ctx: Context, timeline: Timeline, m: Model): Family | undefined {
  const { family } = ctx.document.practice
  if (family.length === 0) return undefined
  const each = (field: 'pay' | 'marketPay') => family.map(({ id }) => ctx.input(`practice/family/${id}/${field}`))
  return {
    pay: m.row(
      'familyPay',
      {
        label: 'pay of your family',
        unit: 'usd',
        meaning: 'Wages before tax for a full year, with inflation; included in the costs of the practice.',
      },
      f`total(${each('pay')}) * ${timeline.priceIndex}`,
    ),
    toMarket: m.row(
      'familyToMarket',
      {
        label: 'family pay above market',
        unit: 'usd',
        meaning:
          'Pay of your family less market pay for the work, with the employer’s payroll tax on the difference (assuming no one is paid above the wage base); negative if a replacement would cost more.',
      },
      withPayrollTax(ctx, f`(total(${each('pay')}) - total(${each('marketPay')})) * ${timeline.priceIndex}`),
    ),
  }
}

/** Family members who stay on after a sale, at the pay the offer states. */
export function familyStaying(ctx: Context, { id: offer, familyStays }: Offer) {
  return ctx.document.practice.family.flatMap(({ id: member }) => {
    const stay = familyStays.find((item) => item.member === member)
    if (!stay) return []
    const at = `offers/${offer}/familyStays/${stay.id}`
    return [
      {
        pay: ctx.input(`${at}/pay`),
        until: ctx.day(`${at}/until`),
        market: ctx.input(`practice/family/${member}/marketPay`),
      },
    ]
  })
}

/** Annual pay after closing of family members who stay on: flat, as the offer states. */
export const stayingPay = (ctx: Context, offer: Offer, closing: Operand): Operand[] =>
  familyStaying(ctx, offer).map(({ pay, until }) => f`${pay} * ${partOfYear(closing, until.t)}`)

/**
 * The change in the cost of the family's work under the buyer: replacements at market pay, and those who stay on at the
 * pay of the offer, less their pay before.
 */
export function familyCostAfter(
  ctx: Context,
  timeline: Timeline,
  family: Family,
  offer: Offer,
  closing: Operand,
): Operand {
  const more = familyStaying(ctx, offer).map(({ pay, until, market }) =>
    withPayrollTax(ctx, f`(${pay} - ${market} * ${timeline.priceIndex}) * ${partOfYear(closing, until.t)}`),
  )
  return more.length === 0 ? f`-${family.toMarket}` : f`total(${more}) - ${family.toMarket}`
}
