import { f, type Line, type Operand } from '../../formula'
import { before, onDay, partOfYear, type Context, type View, type When } from '../plan/context'
import { dated, type DatedFlow } from '../household/household'
import type { PathTaxes } from '../household/taxes'
import type { Timeline } from '../plan/timeline'

/** What a path does with the building that the owner lets to the practice. */
export interface BuildingTerms {
  /** When it is sold; kept to the end if left out. */
  readonly sale: When | undefined
  /** The price if it is agreed; else its value on that day. */
  readonly price?: Operand
  /** From when the practice is somebody else's, and the net rent from then on in year-1 dollars. */
  readonly letTo?: { readonly from: Operand; readonly netRent: Operand }
}

/** The building that stands beside the practice (section 4): net rent while held, its own price and basis. */
export interface Building {
  /** Net rent of the year, of it what somebody else's practice pays, and both together. */
  readonly ownRent: Line
  readonly passiveRent: Line | 0
  readonly rent: Line
  readonly flows: readonly DatedFlow[]
  readonly gain: Operand
  readonly depreciation: Operand
  /** Once the path's taxes are known: after tax at the end of each year, while unsold. */
  paper(view: View, taxes: PathTaxes): Line
}

/** Declares the building on a path; undefined where the owner has none. */
export function declareBuilding(
  ctx: Context,
  timeline: Timeline,
  scope: string,
  { sale, price, letTo }: BuildingTerms,
): Building | undefined {
  if (!ctx.document.practice.realEstate.owned) return undefined
  const m = ctx.model.scope(scope).under('Real estate')
  const input = (field: string) => ctx.input(`practice/realEstate/${field}`)
  const until: Operand = sale ? sale.t : ctx.years
  const { priceIndex } = timeline
  const own = m.row(
    'rentFromOwnPractice',
    {
      label: 'net rent from your own practice',
      unit: 'usd',
      meaning: 'While the building and the practice are yours.',
    },
    f`${input('netRent')} * ${priceIndex} * ${partOfYear(0, letTo ? f`min(${letTo.from}, ${until})` : until)}`,
  )
  const passive = letTo
    ? m.row(
        'rentFromBuyer',
        {
          label: 'net rent from the buyer',
          unit: 'usd',
          meaning: 'While the building is yours and the practice is not.',
        },
        f`${letTo.netRent} * ${priceIndex} * ${partOfYear(letTo.from, until)}`,
      )
    : 0
  const rent = m.row(
    'netRent',
    { label: 'net rent', unit: 'usd', meaning: 'Rent of the building less what it costs you.' },
    f`total(${passive === 0 ? [own] : [own, passive]})`,
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
        meaning: 'What its sale at the year’s end would leave after costs, mortgage and tax.',
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
  return {
    ownRent: own,
    passiveRent: passive,
    rent,
    flows: [dated(ctx, scope, 'buildingPaid', 'sale of the building', 'On the day of its sale.', sale, received)],
    gain: onDay(sale, gain),
    depreciation: onDay(sale, f`min(${gain}, ${input('depreciation')})`),
    paper: (view, taxes) => unsold(view, taxes.rateIfSold('gain', sale.year)),
  }
}
