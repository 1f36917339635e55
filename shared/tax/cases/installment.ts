import { f, type Operand } from '../../formula'
import { clipped } from '../../text'
import { declareAllocation, declareInstallment, declareRevisedPrice, type AssetKind, type AssetSold } from '../sale'
import { figures, unindexed, type Computed } from './figures'
import { percent, Refusal } from './refusal'
import type { Of } from './schema'

/** Cases of Publication 537: sales whose price is paid over years. No filing status or year matters to them. */

const LAW_OF_SALES = unindexed('single')

export function installment(inputs: Of<'installment'>): Computed {
  const { contractPrice, grossProfit, sellingPrice, payment } = inputs
  const payments = inputs.payments ?? (payment === undefined ? [] : [payment])
  if (contractPrice !== undefined && grossProfit !== undefined) {
    if (grossProfit > contractPrice)
      throw new Refusal(`grossProfit ${grossProfit} is more than the contractPrice ${contractPrice}.`)
    const ratio = figures(LAW_OF_SALES, 0, (_, amounts) => ({
      grossProfitPercentage: f`${amounts('grossProfit', grossProfit)} / ${amounts('contractPrice', contractPrice)}`,
    }))
    return { contractPrice, grossProfit, ...ratio, ...perPayment(ratio['grossProfitPercentage'] as number, payments) }
  }
  const price = sellingPrice ?? inputs.price ?? contractPrice
  const basis = inputs.basis ?? inputs.adjustedBasis
  if (price === undefined || basis === undefined)
    throw new Refusal('an installment sale needs contractPrice and grossProfit, or sellingPrice and basis.')
  const computed = figures(LAW_OF_SALES, 0, ({ m }, amounts) => {
    const sale = declareInstallment(m, {
      price: amounts('sellingPrice', price),
      basis: amounts('basis', basis),
      sellingCosts: amounts('sellingExpenses', inputs.sellingExpenses),
      recapture: amounts('depreciationRecapture', inputs.depreciationRecapture),
      debtAssumed: amounts('debtAssumed', inputs.debtAssumed ?? inputs.mortgageAssumed),
    })
    return {
      grossProfit: sale.grossProfit,
      contractPrice: sale.contractPrice,
      grossProfitPercentage: sale.ratio,
      paymentInYearOfSale: sale.deemedPayment,
    }
  })
  return { ...computed, ...perPayment(computed['grossProfitPercentage'] as number, payments) }
}

export function installmentRevised(inputs: Of<'installmentRevised'>): Computed {
  const { remainingPayments } = inputs
  const remaining = remainingPayments.reduce((sum, payment) => sum + payment, 0)
  if (remaining > inputs.newPrice)
    throw new Refusal(`the remaining payments, ${remaining}, are more than the newPrice ${inputs.newPrice}.`)
  const computed = figures(LAW_OF_SALES, 0, ({ m }, amounts) => {
    const { gainLeft, ratio } = declareRevisedPrice(m, {
      newPrice: amounts('newPrice', inputs.newPrice),
      basis: f`${amounts('basis', inputs.basis)} + ${amounts('sellingExpenses', inputs.sellingExpenses)}`,
      gainReported: amounts('gainAlreadyReported', inputs.gainAlreadyReported),
      remaining: amounts('remaining', remaining),
    })
    return { remainingGain: gainLeft, grossProfitPercentage: ratio }
  })
  return { ...computed, ...perPayment(computed['grossProfitPercentage'] as number, remainingPayments) }
}

/** Gain of each payment; one figure where all payments are alike. */
function perPayment(ratio: number, payments: readonly number[]): Computed {
  if (payments.length === 0) return {}
  const gains = payments.map((payment) => ratio * payment)
  return {
    gainPerPayment: payments.every((payment) => payment === payments[0]) ? gains[0]! : gains,
    totalGain: gains.reduce((sum, gain) => sum + gain, 0),
  }
}

const ASSET_TYPES: Record<Of<'installmentBusiness'>['assets'][number]['type'], AssetKind> = {
  none: 'supplies',
  '1231': 'land',
  '1250SL': 'building',
  '1245': 'equipment',
  '197self': 'goodwill',
  '197': 'boughtIntangibles',
  receivables: 'receivables',
  covenant: 'covenant',
}

/**
 * Publication 537, "Sale of a Business". Percentages are carried to four decimals, the share of payments to three and
 * amounts of the year to whole dollars, as the publication does.
 */
export function installmentBusiness(inputs: Of<'installmentBusiness'>): Computed {
  const { price, downPayment, sellingExpenses } = inputs
  const names = inputs.assets.map(({ name }) => name)
  const twice = names.find((name, i) => names.indexOf(name) < i)
  if (twice !== undefined) throw new Refusal(`two assets are called "${clipped(twice, 60)}".`)
  const residual = inputs.assets.filter(({ fmv }) => fmv === undefined)
  if (residual.length > 1 || residual.some(({ type }) => type !== '197self'))
    throw new Refusal(
      `${clipped(residual.map(({ name }) => name).join(', '), 200)}: fmv is missing; only one asset of type 197self may take what the others leave.`,
    )
  const allocated = inputs.assets.reduce((sum, { fmv = 0 }) => sum + fmv, 0)
  if (allocated > price)
    throw new Refusal(
      `the assets are allocated ${percent(allocated / price)} of the price; at most 100% can be. Lower an fmv.`,
    )
  if (residual.length === 0 && allocated < price)
    throw new Refusal(
      `the assets are allocated ${percent(allocated / price)} of the price; the rest is goodwill: add an asset of type 197self without fmv.`,
    )
  if (downPayment > price) throw new Refusal(`downPayment ${downPayment} is more than the price ${price}.`)

  const round = (digits: number, operand: Operand): Operand => f`round(${operand} * ${10 ** digits}) / ${10 ** digits}`
  return figures(LAW_OF_SALES, 0, ({ m }, amounts) => {
    const assets = inputs.assets.map(({ name, fmv, basis, depreciation, type }): AssetSold => ({
      id: name,
      label: name,
      kind: ASSET_TYPES[type],
      ...(fmv === undefined ? {} : { price: amounts(`${name}Fmv`, fmv) }),
      basis: amounts(`${name}Basis`, basis),
      depreciation: amounts(`${name}Depreciation`, depreciation),
    }))
    const sale = declareAllocation(m, {
      price: amounts('price', price),
      sellingCosts: amounts('sellingExpenses', sellingExpenses),
      assets,
    })
    const share = round(3, sale.installmentShare)
    const payment = f`${share} * ${amounts('downPayment', downPayment)}`
    const onInstallments = sale.assets.filter(({ deferrable }) => deferrable)
    const ratios = new Map(
      onInstallments.map((asset) => [
        asset,
        f`if(${sale.installmentPrice} > 0, ${round(4, f`max(0, ${asset.capital}) / ${sale.installmentPrice}`)}, 0)`,
      ]),
    )
    const ofYear = (asset: (typeof sale.assets)[number]): Operand => {
      const ratio = ratios.get(asset)
      // At a loss an asset is off the installment method: its loss counts at once.
      return ratio ? f`if(${asset.gain} < 0, ${asset.gain}, ${round(0, f`${ratio} * (${payment})`)})` : asset.gain
    }
    const sum = (operands: readonly Operand[]) => operands.reduce<Operand>((a, b) => f`${a} + ${b}`, 0)
    const goodwill = sale.assets.filter(({ asset }) => asset.kind === 'goodwill')
    return {
      goodwill: sum(goodwill.map((asset) => asset.price)),
      totalGain: sale.totalGain,
      recaptureYear1: sum(sale.assets.filter(({ asset }) => asset.depreciation !== 0).map((asset) => asset.ordinary)),
      contractPrice: sale.installmentPrice,
      grossProfit: sum(onInstallments.map(({ capital }) => f`max(0, ${capital})`)),
      grossProfitPercentage: sum([...ratios.values()]),
      installmentShareOfPayment: share,
      paymentToInstallmentYear1: payment,
      installmentGainYear1: sum(onInstallments.map((asset) => f`max(0, ${ofYear(asset)})`)),
      ...Object.fromEntries(sale.assets.map((asset) => [`${asset.asset.id}Gain`, ofYear(asset)])),
    }
  })
}
