import { f, type Line } from '../../formula'
import { basisYear, type Context } from '../plan/context'
import type { Practice } from '../practice/practice'
import { shareSold } from './share-sold'
import type { Terms } from './terms'

/** What the practice is valued at, and the price of the portion the owner sells. */
export interface Value {
  readonly negotiatedEbitda: Line
  readonly enterpriseValue: Line
  readonly multiple: Line
  /** The price before debt that stays, the owner's share of that debt, and the price net of it. */
  readonly priceBeforeDebt: Line
  readonly debtDeducted: Line
  readonly consideration: Line
}

export function declareValue(ctx: Context, practice: Practice, { offer, path, scope, closing }: Terms): Value {
  const m = ctx.model.scope(scope).under('The price and how it is paid')
  const input = (field: string) => ctx.input(`${path}/${field}`)
  const ownership = ctx.input('practice/ownershipShare')
  const sold = shareSold(ctx, offer, path)

  const negotiatedEbitda = m.figure(
    'negotiatedEbitda',
    {
      label: 'negotiated EBITDA',
      unit: 'usd',
      meaning:
        'The EBITDA the price is based on, from the offer or the practice’s own figures, after the quality-of-earnings adjustment.',
    },
    f`${offer.price.ebitda === null ? f`at(${practice.adjustedEbitda}, ${basisYear(closing.t, ctx.years)})` : input('price/ebitda')} * (1 - ${input('price/qualityOfEarningsCut')})`,
  )
  const byMultiple = offer.price.stated === 'multiple'
  const enterpriseValue = m.figure(
    'enterpriseValue',
    { label: 'enterprise value', unit: 'usd', meaning: 'The value the offer places on 100% of the practice.' },
    byMultiple ? f`max(0, ${negotiatedEbitda}) * ${input('price/multiple')}` : f`${input('price/amount')}`,
  )
  const multiple = m.figure(
    'multiple',
    { label: 'multiple', unit: 'factor', meaning: 'Enterprise value per dollar of negotiated EBITDA.' },
    byMultiple
      ? f`${input('price/multiple')}`
      : f`if(${negotiatedEbitda} > 0, ${enterpriseValue} / ${negotiatedEbitda}, 0)`,
  )
  const priceBeforeDebt = m.figure(
    'priceBeforeDebt',
    {
      label: 'price before assumed debt',
      unit: 'usd',
      meaning: 'Value × the share sold × your share of the practice.',
    },
    f`${enterpriseValue} * ${sold} * ${ownership}`,
  )
  // A debt-free value treats debt that stays in the practice as part of the consideration.
  const deducts = offer.debt === 'stays' && offer.debtInPrice === 'deducted' && offer.structure !== 'services'
  const debtDeducted = m.figure(
    'debtDeducted',
    {
      label: 'assumed debt deducted from the price',
      unit: 'usd',
      meaning: 'The balance at closing × the share sold × your share of the practice; at most the value.',
    },
    deducts ? f`min(${practice.debt.balanceAt(closing.t)}, ${enterpriseValue}) * ${sold} * ${ownership}` : 0,
  )
  const consideration = m.figure(
    'consideration',
    {
      label: 'price of what you sell',
      unit: 'usd',
      meaning: 'Your share of the value sold, less any debt that stays with the practice.',
    },
    f`${priceBeforeDebt} - ${debtDeducted}`,
  )
  return { negotiatedEbitda, enterpriseValue, multiple, priceBeforeDebt, debtDeducted, consideration }
}
