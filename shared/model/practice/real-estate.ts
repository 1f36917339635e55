import { f, type Line, type Operand } from '../../formula'
import { dated, type DatedFlow } from '../household/dated'
import type { PathTaxes } from '../household/taxes'
import { before, type Context, onDay, partOfYear, type View, type When, wholeMonths } from '../plan/context'
import type { Timeline } from '../plan/timeline'

/** What a path does with the building that the owner lets to the practice. */
export interface BuildingTerms {
  /** When it is sold; kept to the end if left out. */
  readonly sale: When | undefined
  /** The price if it is agreed; else its value on that day. */
  readonly price?: Operand
  /** How long the owner owns some of the practice and works in it. */
  readonly activeUntil: Operand
  /** The net rent that the new owner of the practice pays from a time on, in year-1 dollars; else it goes on as it was. */
  readonly newRent?: { readonly from: Operand; readonly netRent: Operand }
}

/** The building that stands beside the practice (section 4): net rent while held, its own price and basis. */
export interface Building {
  /** Net rent while the owner works in the practice that is the tenant, rent after that, and both together. */
  readonly ownRent: Line
  readonly passiveRent: Line
  readonly rent: Line
  readonly flows: readonly DatedFlow[]
  readonly gain: Operand
  readonly depreciation: Operand
  /** The part of the gain that is passive, and so bears the tax on investment income. */
  readonly passiveGain: Operand
  /** Once the path's taxes are known: after tax at the end of each year, while unsold. */
  paper(view: View, taxes: PathTaxes): Line
}

/**
 * Rent from a practice in which the owner works is not passive (Treas. Reg. §1.469-2(f)(6)), nor is gain on a building that
 * is sold while so let; neither bears the tax on investment income (§1.1411-4(g)(6)). When the owner sells the practice or
 * stops working in it, rent becomes passive at once. Gain on property that was used in a business that is not passive, and
 * is worth more than 120% of its basis, stays so until the property was in passive use for the 24 months before its sale,
 * or for a fifth of the time it was held (§1.469-2(c)(2)(iii)); when the building was bought is not known here, so that
 * the months decide.
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
      meaning: 'While the building is yours and you own some of the practice and work in it.',
    },
    newRent
      ? f`(${first} * ${partOfYear(0, f`min(${newRent.from}, ${activeUntil}, ${until})`)} + ${newRent.netRent} * ${partOfYear(newRent.from, f`min(${activeUntil}, ${until})`)}) * ${priceIndex}`
      : f`${first} * ${partOfYear(0, f`min(${activeUntil}, ${until})`)} * ${priceIndex}`,
  )
  const passive = m.row(
    'rentFromBuyer',
    {
      label: 'net rent from a practice that is not yours',
      unit: 'usd',
      meaning: 'While the building is yours, after you have sold the practice or stopped working in it.',
    },
    newRent
      ? f`(${first} * ${partOfYear(activeUntil, f`min(${newRent.from}, ${until})`)} + ${newRent.netRent} * ${partOfYear(f`max(${newRent.from}, ${activeUntil})`, until)}) * ${priceIndex}`
      : f`${first} * ${partOfYear(activeUntil, until)} * ${priceIndex}`,
  )
  const rent = m.row(
    'netRent',
    { label: 'net rent', unit: 'usd', meaning: 'Rent on the building less your costs.' },
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
        meaning: 'Proceeds if sold at year-end, after costs, mortgage and tax.',
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
      // It is never sold, so that no year's tax on it is known: the effective rate serves in either mode.
      paper: (view) => unsold(view, timeline.rate('gain')),
    }

  const agreed = m.figure(
    'buildingPrice',
    { label: 'price of the building', unit: 'usd', meaning: 'As agreed, or its value on the day of the sale.' },
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
      label: 'gain on the building that is passive',
      unit: 'usd',
      meaning:
        'All of it once the building has been let to somebody else’s practice for 24 months, or if it brings at most 120% of its basis; before that none (Treas. Reg. §1.469-2(c)(2)(iii), §1.1411-4(g)(6)).',
    },
    f`if(or(${months} >= ${PASSIVE_MONTHS}, and(${months} > 0, ${agreed} <= ${SUBSTANTIALLY_APPRECIATED} * ${input('basis')})), ${gain}, 0)`,
  )
  return {
    ownRent: own,
    passiveRent: passive,
    rent,
    flows: [dated(ctx, scope, 'buildingPaid', 'sale of the building', 'On the day of its sale.', sale, received)],
    gain: onDay(sale, gain),
    depreciation: onDay(sale, f`min(${gain}, ${input('depreciation')})`),
    passiveGain: onDay(sale, passiveGain),
    paper: (view, taxes) => unsold(view, taxes.rateIfSold('gain', sale.year)),
  }
}
