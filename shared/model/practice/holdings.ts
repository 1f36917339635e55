import { f, type Line, type Operand } from '../../formula'
import type { DatedFlow } from '../household/dated'
import type { Deal, PathTaxes, Work } from '../household/taxes'
import type { Context, View, When } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import { type AssetSale, declareOtherAssets, type OtherAsset, taxOnAsset } from './other-assets'
import { type BuildingTerms, declareBuilding } from './real-estate'

/** What the owner holds besides the practice on a path: the building leased to it, and other assets. */
export interface Holdings {
  /** Annual cash other than self-employment income: net rent and distributions. */
  readonly income: readonly Line[]
  /** How it is taxed, as rows or as values read from them. */
  work(read?: (line: Line) => Operand): Pick<Work, 'rent' | 'passiveRent' | 'selfEmployment'>
  inView(view: View): HoldingsInView
}

interface HoldingsInView {
  readonly flows: readonly DatedFlow[]
  /** Adds their sales to the path's dated cash flows. */
  soldWith(deal: Deal): Deal
  /** The tax on their sales, at the path's rates. */
  tax(taxes: PathTaxes): readonly Operand[]
  /** Adds their unsold or unpaid value at year-end to the path's unrealized value. */
  onPaper(paper: Operand, taxes: PathTaxes): Operand
}

export function declareHoldings(
  ctx: Context,
  timeline: Timeline,
  scope: string,
  building: BuildingTerms,
  retirement: When,
  sales: ReadonlyMap<string, AssetSale> = new Map(),
): Holdings {
  const owned = declareBuilding(ctx, timeline, scope, building)
  const assets = declareOtherAssets(ctx, timeline, scope, retirement, sales)
  const paid = (...kinds: readonly OtherAsset['taxedAs'][]) =>
    assets.flatMap(({ taxedAs, distributions }) => (kinds.includes(taxedAs) ? [distributions] : []))
  if (assets.length > 0)
    ctx.model
      .scope(scope)
      .under('Other assets')
      .row(
        'assetIncome',
        { label: 'income from other assets', unit: 'usd', meaning: 'Paid to you while you own them; before tax.' },
        f`total(${assets.map(({ distributions }) => distributions)})`,
      )
  return {
    income: [...(owned ? [owned.rent] : []), ...paid('active', 'passive')],
    work: (read = (line) => line) => ({
      rent: sum([...(owned ? [owned.ownRent] : []), ...paid('active')].map(read)),
      passiveRent: sum([...(owned ? [owned.passiveRent] : []), ...paid('passive')].map(read)),
      selfEmployment: paid('selfEmployed').map(read),
    }),
    inView(view) {
      const inView = assets.map((asset) => asset.inView(view))
      const sold: readonly Partial<Deal>[] = [
        ...(owned
          ? [
              {
                buildingGain: owned.gain,
                buildingDepreciation: owned.depreciation,
                buildingPassiveGain: owned.passiveGain,
              },
            ]
          : []),
        ...inView.map(({ taxed }) => taxed),
      ]
      return {
        flows: [...(owned?.flows ?? []), ...inView.flatMap(({ flows }) => flows)],
        soldWith(deal) {
          const added = (
            field: keyof Omit<Deal, 'form' | 'personalGoodwill' | 'installments' | 'assetGains' | 'obligations'>,
          ) => ({
            [field]: sum([deal[field], ...sold.map((part) => part[field] ?? 0)]),
          })
          return {
            ...deal,
            ...added('ordinary'),
            ...added('interest'),
            ...added('passiveGain'),
            ...added('assetGain'),
            ...added('buildingGain'),
            ...added('buildingDepreciation'),
            ...added('buildingPassiveGain'),
            assetGains: inView.flatMap(({ taxed: { assetGains = [] } }) => assetGains),
            obligations: [...deal.obligations, ...inView.flatMap(({ taxed: { obligations = [] } }) => obligations)],
          }
        },
        tax: (taxes) => [
          ...(owned ? [f`${taxes.rate('gain')} * ${owned.gain}`] : []),
          ...inView.filter(({ byRate }) => byRate.length > 0).map((asset) => taxOnAsset(asset, taxes)),
        ],
        onPaper: (paper, taxes) =>
          [...(owned ? [owned.paper(view, taxes)] : []), ...inView.map((asset) => asset.paper(taxes))].reduce<Operand>(
            (all, line) => f`${all} + ${line}`,
            paper,
          ),
      }
    },
  }
}

/** A sum, or the number 0 where there is nothing to add. */
function sum(parts: readonly Operand[]): Operand {
  const there = parts.filter((part) => part !== 0)
  return there.length === 0 ? 0 : there.length === 1 ? there[0]! : f`total(${there})`
}
