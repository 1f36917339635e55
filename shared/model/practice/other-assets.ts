import { f, type Expression, type Line, type Operand } from '../../formula'
import { dated, type DatedFlow } from '../household/dated'
import { type Deal, declareTaxedDebt, type PathTaxes, type SaleKind, type TaxedDebt } from '../household/taxes'
import { before, type Context, onDay, partOfYear, type View, weight, type When } from '../plan/context'
import { isFederal } from '../plan/tax-mode'
import type { Timeline } from '../plan/timeline'

/** Terms of an asset sold with the practice, by the path of its fields. */
export interface AssetSale {
  readonly path: string
  readonly when: When
  readonly priceStated: boolean
}

/**
 * A share in a surgery center, an imaging company, a second location or a building not leased to the practice: its
 * distributions while held, its own price and basis, and any installments of the price.
 */
export interface OtherAsset {
  /** Paid to the owner while it is held, and how that is taxed. */
  readonly distributions: Line
  readonly taxedAs: 'passive' | 'active' | 'selfEmployed'
  inView(view: View): AssetInView
}

interface AssetInView {
  readonly flows: readonly DatedFlow[]
  /** Taxable amounts by year; 0 where nothing is sold. */
  readonly taxed: Partial<Deal>
  /** The same amounts by tax rate. */
  readonly byRate: readonly (readonly [SaleKind, Operand])[]
  /** Once the path's taxes are known: after-tax value at year-end of what is unsold or unpaid. */
  paper(taxes: PathTaxes): Line
}

/** Declares each other asset on a path: sold as the offer says, otherwise at retirement or never, as entered. */
export const declareOtherAssets = (
  ctx: Context,
  timeline: Timeline,
  scope: string,
  retirement: When,
  sales: ReadonlyMap<string, AssetSale>,
): readonly OtherAsset[] =>
  ctx.document.practice.otherAssets.map((asset) => {
    const path = `practice/otherAssets/${asset.id}`
    const offered = sales.get(asset.id)
    const sale = offered ?? (asset.whenKept === 'retirement' ? { when: retirement } : undefined)
    return declareAsset(ctx, timeline, scope, { asset, path, sale })
  })

function declareAsset(
  ctx: Context,
  timeline: Timeline,
  scope: string,
  {
    asset: { id, label, kind, taxedAs },
    path,
    sale,
  }: {
    readonly asset: Context['document']['practice']['otherAssets'][number]
    readonly path: string
    readonly sale: { readonly when: When } | AssetSale | undefined
  },
): OtherAsset {
  const m = ctx.model.scope(scope).under('Other assets')
  const input = (field: string) => ctx.input(`${path}/${field}`)
  const key = `asset/${id}`
  const isBuilding = kind === 'building'
  const isPassive = taxedAs === 'passive'
  const gainKind: SaleKind = isPassive && !isBuilding ? 'passiveGain' : 'gain'

  const distributions = m.row(
    `${key}/distributions`,
    { label: `${label}: paid to you`, unit: 'usd', meaning: 'While you own it; before tax, with inflation.' },
    f`${input('distributions')} * ${timeline.priceIndex} * ${partOfYear(0, sale ? sale.when.t : ctx.years)}`,
  )
  const valueAt = (t: Operand) => f`${input('value')} * (1 + ${input('growth')}) ^ ${t}`
  const value = m.row(
    `${key}/value`,
    { label: `${label}: value`, unit: 'usd', meaning: 'At the end of the year.' },
    valueAt(f`n`),
  )
  const net = (price: Operand) => f`${price} * (1 - ${input('sellingCosts')})`
  const gainOn = (price: Operand) => f`max(0, ${net(price)} - ${input('basis')})`
  const ordinaryPart: Operand = isBuilding ? 0 : input('ordinaryShare')
  const taxIfSold = (rate: (of: SaleKind) => Operand) =>
    f`(${rate('ordinary')} * ${ordinaryPart} + ${rate(gainKind)} * (1 - ${ordinaryPart})) * ${gainOn(value)}`
  const unsold = (rate: (of: SaleKind) => Operand) => f`${net(value)} - ${input('debt')} - ${taxIfSold(rate)}`
  const paperRow = (view: View, formula: Operand) =>
    m.scope(view).row(
      `${key}/paper`,
      {
        label: `${label}: unrealized value`,
        unit: 'usd',
        meaning:
          'Proceeds as if sold at year-end, after costs, debt and tax; after a sale, installments still due, weighted by probability, after tax.',
      },
      formula,
    )
  if (!sale)
    return {
      distributions,
      taxedAs,
      inView: (view) => ({
        flows: [],
        taxed: {},
        byRate: [],
        // Never sold, so no year has a tax rate for it: effective rates apply in both modes.
        paper: () =>
          paperRow(
            view,
            unsold((of) => timeline.rate(of)),
          ),
      }),
    }

  const { when } = sale
  const terms = 'path' in sale ? sale : undefined
  const offered = (field: string) => ctx.input(`${terms!.path}/${field}`)
  const figure = (name: string, says: string, meaning: string, formula: Operand) =>
    m.figure(`${key}/${name}`, { label: `${label}: ${says}`, unit: 'usd', meaning }, formula)
  const price = figure(
    'price',
    'price',
    'As agreed, or its value on the date of sale.',
    terms?.priceStated ? offered('price') : valueAt(when.t),
  )
  const down: Operand = terms ? offered('down') : 1
  const financed = f`${price} * (1 - ${down})`
  const due = terms && f`and(n > ${when.year}, n <= ${when.year} + ${offered('years')})`
  const debt =
    terms && isFederal(ctx) ? declareDebt(ctx, scope, { key, label, terms, price, financed, due: due! }) : undefined
  /** The price as tax law counts it: without imputed interest. */
  const taxedPrice = debt ? f`(${price} * ${down} + ${debt.amount})` : price
  const gain = figure(
    'gain',
    'gain',
    debt
      ? 'Price, without imputed interest, less selling costs and tax basis.'
      : 'Price less selling costs and tax basis.',
    debt ? f`max(0, ${taxedPrice} - ${price} * ${input('sellingCosts')} - ${input('basis')})` : gainOn(price),
  )
  const ordinary = f`${ordinaryPart} * ${gain}`
  const ordinaryFlow: Pick<Deal, 'ordinary'> = { ordinary: ordinaryPart === 0 ? 0 : onDay(when, ordinary) }
  const ordinaryRate: AssetInView['byRate'] = ordinaryPart === 0 ? [] : [['ordinary', ordinaryFlow.ordinary]]
  const depreciation = isBuilding ? f`min(${gain}, ${input('depreciation')})` : 0
  /** The gain by year as state law sees it: what was sold, and when. */
  const assetGains = (taxedGain: Operand, inInstallments: boolean): Pick<Deal, 'assetGains'> => ({
    assetGains: [
      {
        id,
        label,
        sold: isBuilding ? 'building' : kind === 'location' ? 'business' : 'interest',
        passive: gainKind === 'passiveGain',
        gain: taxedGain,
        saleYear: when.year,
        inInstallments,
      },
    ],
  })
  const received = figure(
    'received',
    'received at its sale',
    'Paid on the date of sale, less selling costs and debt; before tax.',
    f`${price} * (${down} - ${input('sellingCosts')}) - ${input('debt')}`,
  )

  return {
    distributions,
    taxedAs,
    inView(view) {
      const v = m.scope(view)
      const row = (name: string, says: string, meaning: string, formula: Operand) =>
        v.row(`${key}/${name}`, { label: `${label}: ${says}`, unit: 'usd', meaning }, formula)
      const cash = dated(
        ctx,
        `${scope}/${view}`,
        `${key}/paid`,
        `${label}: sale`,
        'On the date of sale.',
        when,
        received,
      )
      const rates = (taxes: PathTaxes) => (of: SaleKind) => taxes.rateIfSold(of, when.year)
      if (!terms) {
        const later = f`${gain} - ${ordinary}`
        return {
          flows: [cash],
          taxed: {
            ...ordinaryFlow,
            ...gainOf(isBuilding, isPassive, onDay(when, later), depreciation === 0 ? 0 : onDay(when, depreciation)),
            ...assetGains(onDay(when, later), false),
          },
          byRate: [...ordinaryRate, [gainKind, onDay(when, later)]],
          paper: (taxes) => paperRow(view, f`if(${before(when)}, ${unsold(rates(taxes))}, 0)`),
        }
      }

      const years = offered('years')
      const counts = weight(view, offered('probability'), false)
      const principal = row(
        'principal',
        'installment',
        'An equal installment of the financed price on each anniversary, weighted by probability.',
        f`if(${due!}, ${financed} / ${years} * ${counts}, 0)`,
      )
      const interest = row(
        'interest',
        'interest',
        'On the balance owed to you, weighted by probability; ordinary income.',
        f`if(${due!}, ${counts} * ${financed} * (1 - (n - 1 - ${when.year}) / ${years}) * ${offered('rate')}, 0)`,
      )
      const capital = f`(${gain} - ${ordinary})`
      const ratio = f`if(${taxedPrice} > 0, ${capital} / ${taxedPrice}, 0)`
      const taxedPrincipal = debt
        ? row(
            'principalTaxed',
            'price in the installment',
            'Without imputed interest, weighted by probability.',
            f`${counts} * ${debt.principal}`,
          )
        : principal
      const taxedInterest = debt
        ? row(
            'interestTaxed',
            'interest for tax',
            'Stated or imputed interest, weighted by probability; ordinary income.',
            f`${counts} * ${debt.interest}`,
          )
        : interest
      const unpaid = f`(1 - ${counts}) * ${debt ? debt.amount : financed}`
      const taxedGain = row(
        'taxedGain',
        'taxed gain',
        'The gain portion of each payment; in the last year less the basis in any unpaid price.',
        f`${ratio} * (if(n = ${when.year}, ${price} * ${down}, 0) + ${taxedPrincipal}) - if(n = ${when.year} + ${years}, ${unpaid} * (1 - ${ratio}), 0)`,
      )
      // Depreciation is taxed first in installment gain (Treas. Reg. §1.453-12).
      const gainToDate = f`${ratio} * (if(n >= ${when.year}, ${price} * ${down}, 0) + sumToDate(${taxedPrincipal}))`
      const gainBefore = f`${ratio} * (if(n > ${when.year}, ${price} * ${down}, 0) + sumToDate(${taxedPrincipal}) - ${taxedPrincipal})`
      const taxedDepreciation: Operand =
        depreciation === 0
          ? 0
          : row(
              'taxedDepreciation',
              'depreciation in the taxed gain',
              'A building’s depreciation is the first portion of the gain to be taxed (Treas. Reg. §1.453-12).',
              f`min(${depreciation}, ${gainToDate}) - min(${depreciation}, ${gainBefore})`,
            )
      const obligations: Pick<Deal, 'obligations'> = {
        obligations: debt
          ? [
              {
                id: `${key}/`,
                of: label,
                given: when,
                salePrice: price,
                holder: 'owner',
                amount: debt.amount,
                gainDeferred: f`${ratio} * ${counts} * (${debt.amount} - sumToDate(${debt.principal}))`,
              },
            ]
          : [],
      }
      const anniversary = f`${when.t} + n - ${when.year}`
      return {
        flows: [cash, { row: principal, time: anniversary }, { row: interest, time: anniversary }],
        taxed: {
          ...ordinaryFlow,
          interest: taxedInterest,
          ...gainOf(isBuilding, isPassive, taxedGain, taxedDepreciation),
          ...assetGains(taxedGain, true),
          ...obligations,
        },
        byRate: [...ordinaryRate, ['interest', taxedInterest], [gainKind, taxedGain]],
        paper(taxes) {
          const rate = rates(taxes)
          const owed = f`${counts} * ${financed} * (1 - clamp((n - ${when.year}) / ${years}, 0, 1))`
          return paperRow(view, f`if(${before(when)}, ${unsold(rate)}, ${owed} * (1 - ${rate(gainKind)} * ${ratio}))`)
        },
      }
    },
  }
}

/** Equal installments with interest on what is owed, as tax law splits them. */
function declareDebt(
  ctx: Context,
  scope: string,
  {
    key,
    label,
    terms: { path, when },
    price,
    financed,
    due,
  }: {
    readonly key: string
    readonly label: string
    readonly terms: AssetSale
    readonly price: Line
    readonly financed: Operand
    readonly due: Operand
  },
): TaxedDebt {
  const m = ctx.model.scope(scope).under('Other assets')
  const [rate, years] = [ctx.input(`${path}/rate`), ctx.input(`${path}/years`)]
  const row = (name: string, says: string, meaning: string, formula: Operand) =>
    m.row(`${key}/${name}`, { label: `${label}: ${says}`, unit: 'usd', meaning }, formula)
  const interest = row(
    'statedInterest',
    'interest as stated',
    'On the balance owed, if every installment is paid.',
    f`if(${due}, ${financed} * (1 - (n - 1 - ${when.year}) / ${years}) * ${rate}, 0)`,
  )
  const payment = row(
    'promised',
    'installment with interest',
    'If every installment is paid.',
    f`if(${due}, ${financed} / ${years}, 0) + ${interest}`,
  )
  return declareTaxedDebt(ctx, scope, {
    id: key,
    name: label,
    amount: financed,
    rate,
    years,
    closing: when,
    interest,
    payment,
    maturity: f`(${years} + 1) / 2`,
    // Interest on a falling balance is worth rate ÷ required of what the principal payments lack of the whole (Makeham).
    worth: (required, perDollar) =>
      f`${financed} * (${rate} / ${required} + (1 - ${rate} / ${required}) / ${perDollar} / ${years})`,
    salePrice: price,
  })
}

/** Gain, keyed by the deal field that taxes it. */
function gainOf(isBuilding: boolean, isPassive: boolean, gain: Operand, depreciation: Operand): Partial<Deal> {
  if (!isBuilding) return isPassive ? { passiveGain: gain } : { assetGain: gain }
  return { buildingGain: gain, buildingDepreciation: depreciation, buildingPassiveGain: isPassive ? gain : 0 }
}

/** The tax on an asset's sale in each year, at the rates of its kinds of gain. */
export const taxOnAsset = ({ byRate }: Pick<AssetInView, 'byRate'>, taxes: PathTaxes): Expression =>
  f`total(${byRate.map(([kind, amount]) => f`${taxes.rate(kind)} * (${amount})`)})`
