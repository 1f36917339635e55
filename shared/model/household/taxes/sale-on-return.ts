import { f, type Model, type Operand } from '../../../formula'
import { type Household, quoted, SALE_TREATMENT } from '../../../tax'
import type { Context } from '../../plan/context'
import { withGains } from '../state'
import type { Deal } from './income'
import { nonzero, sumOf } from './sums'

/** Adds dated cash flows; a C corporation that sells its assets is taxed first, and its owner on the distribution. */
export function withDeal(
  ctx: Context,
  m: Model,
  household: Household,
  deal: Deal,
): { household: Household; corporateTax: Operand } {
  const { entity } = ctx.document.tax.federal
  const treatment = SALE_TREATMENT[entity][deal.form]
  const saleIncome = nonzero([deal.ordinary, deal.gain])
  let { ordinary, gain } = deal
  let investment: Operand = treatment.investmentIncome ? gain : 0
  let corporateTax: Operand = 0
  if (treatment.corporateTax && saleIncome.length > 0) {
    const personal = deal.gain === 0 || deal.personalGoodwill === 0 ? 0 : f`${deal.personalGoodwill} * (${deal.gain})`
    const inside = m.row(
      'corporateIncome',
      {
        label: 'corporate income of the sale',
        unit: 'usd',
        meaning: 'Ordinary income and gain on what the corporation sells, excluding your personal goodwill.',
      },
      personal === 0 ? f`total(${saleIncome})` : f`total(${saleIncome}) - ${personal}`,
    )
    corporateTax = m.row(
      'corporateTax',
      { label: 'corporate tax', unit: 'usd', meaning: 'The corporation’s own tax on the sale (26 U.S.C. §11).' },
      f`${quoted(household.parameters.corporateRate, 'corporate income tax')} * max(0, ${inside})`,
    )
    investment = m.row(
      'distributedGain',
      {
        label: 'gain on what the corporation distributes',
        unit: 'usd',
        meaning:
          'The corporation’s gain after its own tax, taxed again when distributed; its stock is assumed to have the same basis as its assets.',
      },
      f`${inside} - ${corporateTax}`,
    )
    ordinary = 0
    gain = personal === 0 ? investment : f`${investment} + ${personal}`
  } else if (!treatment.ordinaryPart) {
    // Stock is one capital asset.
    gain = sumOf(saleIncome)
    investment = treatment.investmentIncome ? gain : 0
    ordinary = 0
  }
  const exitInvestment: Operand = entity === 'cCorporation' ? deal.exitGain : 0
  const investments = sumOf([investment, exitInvestment, deal.passiveGain, deal.buildingPassiveGain])
  const entityTax = household.passThroughEntityTax
  return {
    household: {
      ...household,
      wages: sumOf([household.wages ?? 0, deal.wages]),
      interest: deal.interest,
      ordinarySaleIncome: ordinary,
      longTermGain: sumOf([gain, deal.exitGain, deal.passiveGain, deal.assetGain, deal.buildingGain]),
      unrecaptured1250: deal.buildingDepreciation,
      investmentGain: investments === 0 ? 0 : f`max(0, ${investments})`,
      state: withGains(ctx, m, household, {
        form: deal.form,
        // A corporation's distribution is not a sale of the practice by its owner.
        practice: corporateTax === 0 ? gain : 0,
        realEstate: deal.buildingGain,
        installments: deal.installments,
        assetGains: deal.assetGains,
      }),
      // The practice sells its assets, and may pay the state's tax on them; an owner sells units.
      ...(entityTax && deal.form === 'assets'
        ? {
            passThroughEntityTax: {
              ...entityTax,
              ordinary: deal.ordinary,
              gain: deal.gain === 0 ? 0 : f`max(0, ${deal.gain})`,
            },
          }
        : {}),
    },
    corporateTax,
  }
}
