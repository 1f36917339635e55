import { f, type Line, type Operand } from '../../formula'
import { dated, type DatedFlow } from '../household/dated'
import type { PathTaxes } from '../household/taxes'
import { before, type Context, onDay, partOfYear, type View, type When, wholeMonths } from '../plan/context'
import type { Timeline } from '../plan/timeline'

/** What a path does with the building that the owner leases to the practice. */
export interface BuildingTerms {
  /** When it is sold; held to the end of the plan if omitted. */
  readonly sale: When | undefined
  /** The agreed price; otherwise its value on that day. */
  readonly price?: Operand
  /** The time until which the owner owns part of the practice and works in it. */
  readonly activeUntil: Operand
  /** The net rent that the new owner of the practice pays from a time on, in year-1 dollars; otherwise unchanged. */
  readonly newRent?: { readonly from: Operand; readonly netRent: Operand }
}

/** The owner's building (section 4): net rent while held, its own price and basis. */
export interface Building {
  /** Net rent while the owner works in the tenant practice, net rent afterward, and their sum. */
  readonly ownRent: Line
  readonly passiveRent: Line
  readonly rent: Line
  readonly flows: readonly DatedFlow[]
  readonly gain: Operand
  readonly depreciation: Operand
  /** The passive portion of the gain, subject to the tax on investment income. */
  readonly passiveGain: Operand
  /** Once the path's taxes are known: after-tax value at year-end while unsold. */
  paper(view: View, taxes: PathTaxes): Line
}

/**
 * Rent from a practice in which the owner works is not passive (Treas. Reg. §1.469-2(f)(6)), nor is gain on a building
 * sold while so leased; neither bears the tax on investment income (§1.1411-4(g)(6)). When the owner sells the practice or
 * stops working in it, rent becomes passive at once. Gain on property that was used in a business that is not passive, and
 * is worth more than 120% of its basis, stays so until the property was in passive use for the 24 months before its sale,
 * or for a fifth of the time it was held (§1.469-2(c)(2)(iii)); the purchase date is not known here,
 * so the months decide.
 */
const PASSIVE_MONTHS = 24
const SUBSTANTIALLY_APPRECIATED = 1.2

/** Declares the building on a path; undefined where the owner has none. */
export function declareBuilding(
  ctx: Context,
  timeline: Timeline,
  scope: string,
  { sale, price, activeUntil, newRent }: BuildingTerms,
): Building | undefined {
  if (!ctx.document.practice.realEstate.owned) return undefined
  const m = ctx.model.scope(scope).under('Real estate')
  const input = (field: string) => ctx.input(`practice/realEstate/${field}`)
  const until: Operand = sale ? sale.t : ctx.years
  const { priceIndex } = timeline
  const first = input('netRent')
  const own = m.row(
    'rentFromOwnPractice',
    {
      label: 'net rent from your own practice',
      unit: 'usd',
      meaning: 'While you own the building and own and work in at least part of the practice.',
    },
    newRent
      ? f`(${first} * ${partOfYear(0, f`min(${newRent.from}, ${activeUntil}, ${until})`)} + ${newRent.netRent} * ${partOfYear(newRent.from, f`min(${activeUntil}, ${until})`)}) * ${priceIndex}`
      : f`${first} * ${partOfYear(0, f`min(${activeUntil}, ${until})`)} * ${priceIndex}`,
  )
  const passive = m.row(
    'rentFromBuyer',
    {
      label: 'net rent from a practice you do not own',
      unit: 'usd',
      meaning: 'While you own the building, after you have sold the practice or stopped working in it.',
    },
    newRent
      ? f`(${first} * ${partOfYear(activeUntil, f`min(${newRent.from}, ${until})`)} + ${newRent.netRent} * ${partOfYear(f`max(${newRent.from}, ${activeUntil})`, until)}) * ${priceIndex}`
      : f`${first} * ${partOfYear(activeUntil, until)} * ${priceIndex}`,
  )
  const rent = m.row(
    'netRent',
    { label: 'net rent', unit: 'usd', meaning: 'Rent less your costs of the building.' },
    f`${own} + ${passive}`,
  )
  const value = m.row(
    'buildingValue',
    { label: 'value of the building', unit: 'usd', meaning: 'At the end of the year.' },
    f`${input('value')} * (1 + ${input('growth')}) ^ n`,
  )
  const net = (amount: Operand) => f`${amount} * (1 - ${input('sellingCosts')})`
  const gainOn = (amount: Operand) => f`max(0, ${net(amount)} - ${input('basis')})`
  const unsold = (view: View, rate: Operand) =>
    m.scope(view).row(
      'unsoldBuilding',
      {
        label: 'unsold building',
        unit: 'usd',
        meaning: 'Proceeds as if sold at year-end, after costs, mortgage and tax.',
      },
      f`${sale ? f`if(${before(sale)}, 1, 0)` : 1} * (${net(value)} - ${input('mortgage')} - ${rate} * ${gainOn(value)})`,
    )
  if (!sale)
    return {
      ownRent: own,
      passiveRent: passive,
      rent,
      flows: [],
      gain: 0,
      depreciation: 0,
      passiveGain: 0,
      // Never sold, so no year has a tax rate for it: the effective rate applies in both modes.
      paper: (view) => unsold(view, timeline.rate('gain')),
    }

  const agreed = m.figure(
    'buildingPrice',
    { label: 'price of the building', unit: 'usd', meaning: 'As agreed, or its value on the date of sale.' },
    price ?? f`${input('value')} * (1 + ${input('growth')}) ^ ${sale.t}`,
  )
  const received = m.figure(
    'buildingReceived',
    { label: 'received for the building', unit: 'usd', meaning: 'Price less selling costs and mortgage; before tax.' },
    f`${net(agreed)} - ${input('mortgage')}`,
  )
  const gain = m.figure(
    'buildingGain',
    { label: 'gain on the building', unit: 'usd', meaning: 'Price less selling costs and tax basis.' },
    gainOn(agreed),
  )
  const months = wholeMonths(f`(${sale.t} - ${activeUntil})`)
  const passiveGain = m.figure(
    'buildingPassiveGain',
    {
      label: 'passive gain on the building',
      unit: 'usd',
      meaning:
        'The whole gain once the building has been leased to another owner’s practice for 24 months, or if its price is at most 120% of its basis; none before (Treas. Reg. §1.469-2(c)(2)(iii), §1.1411-4(g)(6)).',
    },
    f`if(or(${months} >= ${PASSIVE_MONTHS}, and(${months} > 0, ${agreed} <= ${SUBSTANTIALLY_APPRECIATED} * ${input('basis')})), ${gain}, 0)`,
  )
  return {
    ownRent: own,
    passiveRent: passive,
    rent,
    flows: [dated(ctx, scope, 'buildingPaid', 'sale of the building', 'On the date of sale.', sale, received)],
    gain: onDay(sale, gain),
    depreciation: onDay(sale, f`min(${gain}, ${input('depreciation')})`),
    passiveGain: onDay(sale, passiveGain),
    paper: (view, taxes) => unsold(view, taxes.rateIfSold('gain', sale.year)),
  }
}
