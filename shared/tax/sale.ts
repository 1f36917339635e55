import { f, total, type Expression, type Line, type Model, type Operand } from '../formula'
import { absent, minus, plus } from './operands'

/**
 * The mechanics of selling a practice: how much of each asset's price is ordinary income or gain, and when it is taxed.
 * Every figure is as of closing, in dollars; timing and probability are left to the paths.
 * Sources: 26 U.S.C. §§453, 1060, 1245, 1231; Publication 537; Form 6252; Form 8594.
 */

/** How the price of a kind of asset is taxed. */
interface AssetRule {
  readonly label: string
  /** Form 8594. */
  readonly form8594: 'III' | 'IV' | 'V' | 'VI' | 'VII'
  /** Which part of its gain is ordinary: all, what was depreciated, or none. */
  readonly ordinary: 'all' | 'depreciation' | 'none'
  /** Straight-line depreciation of a building bears at most 25%. */
  readonly building: boolean
  readonly source: string
}

export const ASSET_RULES = {
  receivables: {
    label: 'Receivables',
    form8594: 'III',
    ordinary: 'all',
    building: false,
    source: '26 U.S.C. §1221(a)(4): receivables of a cash-basis practice are ordinary',
  },
  supplies: { label: 'Supplies', form8594: 'IV', ordinary: 'all', building: false, source: '26 U.S.C. §1221(a)(8)' },
  equipment: {
    label: 'Equipment and furniture',
    form8594: 'V',
    ordinary: 'depreciation',
    building: false,
    source: '26 U.S.C. §§1245, 453(i): recapture is taxed in the year of sale',
  },
  land: { label: 'Land', form8594: 'V', ordinary: 'none', building: false, source: '26 U.S.C. §1231' },
  building: { label: 'Building', form8594: 'V', ordinary: 'none', building: true, source: '26 U.S.C. §§1231, 1(h)(6)' },
  covenant: {
    label: 'Covenant not to compete',
    form8594: 'VI',
    ordinary: 'all',
    building: false,
    source: '26 U.S.C. §197(d)(1)(E); to the seller it is pay for not working',
  },
  boughtIntangibles: {
    label: 'Purchased goodwill',
    form8594: 'VII',
    ordinary: 'depreciation',
    building: false,
    source: '26 U.S.C. §§197(f)(7), 1245: amortization is recaptured',
  },
  goodwill: { label: 'Goodwill', form8594: 'VII', ordinary: 'none', building: false, source: '26 U.S.C. §§1221, 1231' },
} as const satisfies Record<string, AssetRule>

export type AssetKind = keyof typeof ASSET_RULES

export interface AssetSold {
  readonly id: string
  readonly kind: AssetKind
  readonly label?: string
  /** Its share of the price; goodwill without one takes the residual. */
  readonly price?: Operand
  /** Adjusted basis: cost less depreciation. */
  readonly basis?: Operand
  /** Depreciation or amortization taken. */
  readonly depreciation?: Operand
}

export interface AllocatedAsset {
  readonly asset: AssetSold
  readonly price: Operand
  /** Price less its share of selling costs and its basis. */
  readonly gain: Line
  readonly ordinary: Operand
  readonly capital: Operand
  /** Gain other than ordinary: what may be reported as payments come in. */
  readonly deferrable: boolean
}

export interface Allocation {
  readonly assets: readonly AllocatedAsset[]
  readonly totalGain: Line
  /** Taxed as ordinary income in the year of sale, no matter when it is paid. */
  readonly ordinary: Line
  /** Gain at gain rates; it may be spread by the installment method. */
  readonly capital: Line
  /** The part that is unrecaptured section 1250 gain. */
  readonly building: Operand
  /** Price of the assets whose gain may be spread: the contract price. */
  readonly installmentPrice: Line
  /** Gain at gain rates ÷ contract price. */
  readonly grossProfitRatio: Line
  /** The part of each payment that belongs to those assets. */
  readonly installmentShare: Line
}

/**
 * Allocates a price among the assets (26 U.S.C. §1060, residual method) and their gain by character. Selling costs fall on
 * the assets by price. An asset at a loss is not sold on the installment method; its loss reduces the gain at once.
 * @param deferrable says which assets are on the installment method; by default those whose rule leaves gain that is
 * not ordinary. An asset whose gain is all recapture (most equipment) is better left out: its payments carry no gain.
 */
export function declareAllocation(
  model: Model,
  sale: { readonly price: Operand; readonly sellingCosts: Operand; readonly assets: readonly AssetSold[] },
  deferrable: (asset: AssetSold) => boolean = (asset) => ASSET_RULES[asset.kind].ordinary === 'none',
): Allocation {
  const m = model.under('Sale: allocation of the price')
  const usd = (label: string, meaning: string) => ({ label, unit: 'usd' as const, meaning })
  const priced = sale.assets.filter((asset) => asset.price !== undefined)
  const residual = minus(sale.price, priced.length === 0 ? 0 : f`(${total(priced.map((asset) => asset.price!))})`)

  const assets = sale.assets.map((asset): AllocatedAsset => {
    const rule: AssetRule = ASSET_RULES[asset.kind]
    const { basis = 0, depreciation = 0, label = rule.label } = asset
    const price =
      asset.price ??
      m.scope(asset.id).figure('price', usd(`price of ${label}`, 'What the other assets leave of the price.'), residual)
    const costs = absent(sale.sellingCosts)
      ? 0
      : f`if(${sale.price} > 0, ${sale.sellingCosts} * (${price} / ${sale.price}), 0)`
    const gain = m
      .scope(asset.id)
      .figure(
        'gain',
        usd(`gain on ${label}`, 'Its price less its share of selling costs and its basis.'),
        minus(minus(price, costs), basis),
      )
    const character = { all: gain, depreciation: f`max(0, min(${gain}, ${depreciation}))`, none: 0 } as const
    const ordinary = character[rule.ordinary]
    const capital = rule.ordinary === 'all' ? 0 : minus(gain, ordinary)
    return { asset, price, gain, ordinary, capital, deferrable: deferrable(asset) }
  })

  const totalGain = m.figure(
    'gainOnSale',
    usd('gain on the sale', 'Price less selling costs and bases.'),
    plus(...assets.map(({ gain }) => gain)),
  )
  const ordinary = m.figure(
    'ordinaryPart',
    usd('ordinary income of the sale', 'Recapture, receivables, supplies and covenant: taxed in the year of sale.'),
    plus(...assets.map((asset) => asset.ordinary)),
  )
  const capital = m.figure(
    'capitalPart',
    usd('gain of the sale at gain rates', 'Gain that is not ordinary income (26 U.S.C. §1231).'),
    plus(...assets.map((asset) => asset.capital)),
  )
  const buildings = assets.filter(({ asset }) => (ASSET_RULES[asset.kind] as AssetRule).building)
  const building = plus(
    ...buildings.map(({ asset, capital: gain }) => f`max(0, min(${gain}, ${asset.depreciation ?? 0}))`),
  )
  const spread = assets.filter((asset) => asset.deferrable)
  // An asset at a loss leaves the installment method: neither its price nor its gain counts.
  const installmentPrice = m.figure(
    'contractPrice',
    usd('contract price', 'Price of the assets whose gain may be reported as payments come in (Form 6252, line 13).'),
    plus(...spread.map(({ price, capital: gain }) => f`if(${gain} > 0, ${price}, 0)`)),
  )
  const grossProfit = m.figure(
    'grossProfit',
    usd('gross profit', 'Gain that may be reported as payments come in (Form 6252, line 16).'),
    plus(...spread.map(({ capital: gain }) => f`max(0, ${gain})`)),
  )
  const grossProfitRatio = m.figure(
    'grossProfitRatio',
    { label: 'gross-profit ratio', unit: 'rate', meaning: 'Gross profit ÷ contract price (Form 6252, line 19).' },
    f`if(${installmentPrice} > 0, ${grossProfit} / ${installmentPrice}, 0)`,
  )
  const installmentShare = m.figure(
    'installmentShare',
    {
      label: 'part of each payment on the installment method',
      unit: 'rate',
      meaning: 'Contract price ÷ whole price: payments are divided by price (Publication 537, Sale of a Business).',
    },
    f`if(${sale.price} > 0, ${installmentPrice} / ${sale.price}, 0)`,
  )
  return { assets, totalGain, ordinary, capital, building, installmentPrice, grossProfitRatio, installmentShare }
}

/**
 * The installment method on a price taken as a whole (26 U.S.C. §453; MODEL section 7): the part of each dollar paid that
 * is gain. Contingent parts enter the price at their stated maximum (Reg. §15A.453-1(c)).
 */
export function grossProfitRatio(
  price: Operand,
  ordinaryPart: Operand,
  basis: Operand,
  sellingCosts: Operand,
): Expression {
  const less = plus(ordinaryPart, basis, sellingCosts)
  return f`if(${price} > 0, max(0, ${minus(price, absent(less) ? 0 : f`(${less})`)}) / ${price}, 0)`
}

/** Gain of a payment; after electing out of the installment method, all gain is taxed at closing and payments carry none. */
export function gainOfPayments(ratio: Operand, payments: Operand): Expression {
  return f`${ratio} * ${payments}`
}

/** The capital loss when the last scheduled payment is due: the basis in the unpaid price. */
export function lossOnUnpaid(ratio: Operand, unpaid: Operand): Expression {
  return f`(1 - ${ratio}) * ${unpaid}`
}

/** After a price reduction: the remaining gain over the remaining payments (Publication 537). */
export function declareRevisedPrice(
  model: Model,
  sale: {
    readonly newPrice: Operand
    readonly basis: Operand
    readonly gainReported: Operand
    readonly remaining: Operand
  },
): { readonly gainLeft: Line; readonly ratio: Line } {
  const m = model.under('Sale: price cut later')
  const gainLeft = m.figure(
    'gainLeft',
    { label: 'gain left to report', unit: 'usd', meaning: 'Gain at the new price less gain already reported.' },
    f`max(0, ${sale.newPrice} - ${sale.basis} - ${sale.gainReported})`,
  )
  const ratio = m.figure(
    'revisedRatio',
    { label: 'revised gross-profit ratio', unit: 'rate', meaning: 'Gain left to report ÷ payments still to come.' },
    f`if(${sale.remaining} > 0, ${gainLeft} / ${sale.remaining}, 0)`,
  )
  return { gainLeft, ratio }
}

/** Form 6252, lines 5 to 20: one property, possibly with debt the buyer assumes. */
export function declareInstallment(
  model: Model,
  sale: {
    readonly price: Operand
    readonly basis: Operand
    readonly sellingCosts: Operand
    readonly recapture: Operand
    readonly debtAssumed: Operand
  },
): { readonly grossProfit: Line; readonly contractPrice: Line; readonly ratio: Line; readonly deemedPayment: Operand } {
  const m = model.under('Sale: installment method')
  const usd = (label: string, meaning: string) => ({ label, unit: 'usd' as const, meaning })
  const installmentBasis = m.figure(
    'installmentBasis',
    usd('installment basis', 'Adjusted basis, selling costs and recaptured depreciation (Form 6252, line 13).'),
    plus(sale.basis, sale.sellingCosts, sale.recapture),
  )
  const grossProfit = m.figure(
    'grossProfit',
    usd('gross profit', 'Selling price less installment basis; nothing at a loss.'),
    f`max(0, ${sale.price} - ${installmentBasis})`,
  )
  const { debtAssumed } = sale
  const contractPrice = m.figure(
    'contractPrice',
    usd('contract price', 'Selling price less debt taken over, as far as the installment basis covers it.'),
    absent(debtAssumed) ? sale.price : f`${sale.price} - min(${debtAssumed}, ${installmentBasis})`,
  )
  const ratio = m.figure(
    'grossProfitRatio',
    { label: 'gross-profit ratio', unit: 'rate', meaning: 'Gross profit ÷ contract price.' },
    f`if(${contractPrice} > 0, ${grossProfit} / ${contractPrice}, 0)`,
  )
  // Assumed debt above basis counts as a payment in the year of sale.
  const deemedPayment = absent(debtAssumed) ? 0 : f`max(0, ${debtAssumed} - ${installmentBasis})`
  return { grossProfit, contractPrice, ratio, deemedPayment }
}

/** Basis of the part sold, split between what is taxed now and what is rolled over, by dollars; the latter carries over. */
export function splitBasis(
  basis: Operand,
  shareSold: Operand,
  taxed: Operand,
  rolled: Operand,
): { readonly taxed: Expression; readonly rolled: Expression } {
  const part = (dollars: Operand) =>
    f`if(${taxed} + ${rolled} > 0, ${basis} * ${shareSold} * (${dollars} / (${taxed} + ${rolled})), 0)`
  return { taxed: part(taxed), rolled: part(rolled) }
}

/**
 * A C corporation that sells its assets is taxed, and then its shareholder on what is distributed. Personal goodwill is
 * sold by the owner and taxed once; whether it exists is disputed (Martin Ice Cream v. Commissioner; Howard v. United States): it is counted
 * only where the owner says so.
 */
export function declareCorporateSale(
  model: Model,
  sale: {
    readonly price: Operand
    readonly personalGoodwill: Operand
    readonly corporateBasis: Operand
    readonly sellingCosts: Operand
    readonly stockBasis: Operand
    readonly corporateRate: number
  },
): { readonly corporateTax: Line; readonly distributed: Line; readonly gain: Line; readonly investmentGain: Line } {
  const m = model.under('Sale: C corporation')
  const usd = (label: string, meaning: string) => ({ label, unit: 'usd' as const, meaning })
  const corporatePrice = minus(sale.price, sale.personalGoodwill)
  const corporateTax = m.figure(
    'corporateTax',
    usd('corporate tax on the sale', 'The corporation’s tax on its gain (26 U.S.C. §11).'),
    f`${sale.corporateRate} * max(0, ${corporatePrice} - ${sale.sellingCosts} - ${sale.corporateBasis})`,
  )
  const distributed = m.figure(
    'distributed',
    usd('distributed to the owner', 'What the corporation has left of its price after costs and tax.'),
    f`${corporatePrice} - ${sale.sellingCosts} - ${corporateTax}`,
  )
  const investmentGain = m.figure(
    'liquidationGain',
    usd('gain on the stock', 'What is distributed less the basis of the stock; it bears the tax on investment income.'),
    f`max(0, ${distributed} - ${sale.stockBasis})`,
  )
  const gain = m.figure(
    'ownerGain',
    usd("the owner's gain", 'Gain on the stock and on personal goodwill.'),
    plus(investmentGain, sale.personalGoodwill),
  )
  return { corporateTax, distributed, gain, investmentGain }
}

export type Entity = 'sole' | 'partnership' | 'sCorporation' | 'cCorporation'
export type SaleForm = 'assets' | 'equity'

/** How a sale is taxed by the seller's entity and the form of the deal. */
export interface SaleTreatment {
  /** Whether the price is allocated among the assets; otherwise it is a single capital gain. */
  readonly byAssets: boolean
  /** Whether the ordinary part of the assets is ordinary to the owner. */
  readonly ordinaryPart: boolean
  readonly corporateTax: boolean
  /** Whether the gain bears the tax on investment income for an owner who works in the practice. */
  readonly investmentIncome: boolean
  readonly note: string
}

const THROUGH = { byAssets: true, ordinaryPart: true, corporateTax: false, investmentIncome: false }

/** How each kind of entity's sale is taxed, by its form. @public */
export const SALE_TREATMENT: Readonly<Record<Entity, Readonly<Record<SaleForm, SaleTreatment>>>> = {
  sole: {
    assets: { ...THROUGH, note: 'Asset by asset on the owner’s return.' },
    equity: { ...THROUGH, note: 'Units of a one-member company are its assets (Rev. Rul. 99-5).' },
  },
  partnership: {
    assets: { ...THROUGH, note: 'Gain passes through by character.' },
    equity: { ...THROUGH, note: 'Capital gain but for receivables and recapture (26 U.S.C. §751).' },
  },
  sCorporation: {
    assets: {
      ...THROUGH,
      note: 'One level of tax; 21% on built-in gain within five years of being a C corporation (26 U.S.C. §1374) is not counted.',
    },
    equity: {
      byAssets: false,
      ordinaryPart: false,
      corporateTax: false,
      investmentIncome: false,
      note: 'Stock is capital gain; with an election under 338(h)(10) or 336(e), or an F reorganization, enter a sale of assets.',
    },
  },
  cCorporation: {
    assets: {
      byAssets: true,
      ordinaryPart: false,
      corporateTax: true,
      investmentIncome: true,
      note: 'Taxed in the corporation and again when distributed; personal goodwill is the owner’s only where claimed.',
    },
    equity: {
      byAssets: false,
      ordinaryPart: false,
      corporateTax: false,
      investmentIncome: true,
      note: 'One level of tax on the stock, with the tax on investment income.',
    },
  },
}
