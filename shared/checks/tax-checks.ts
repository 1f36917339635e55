import type { Case, Offer } from '../case/schema'
import { entityTaxRule, LATEST_PARAMETERS, stateLaw, stateRates } from '../tax'
import type { Check as Found } from './check'

type Check = Omit<Found, 'rule'>

const usd = (value: number): string => `$${Math.round(value).toLocaleString('en-US')}`
const percent = (value: number): string => `${Number((value * 100).toFixed(2))}%`

/** What may be wrong with what the tax computation was told, or should be asked; by law only. */
export function taxChecks(document: Case): Check[] {
  const { tax, practice } = document
  if (tax.mode !== 'federal') return []
  const { federal } = tax
  const found: Check[] = []
  const { equipmentBasis, suppliesBasis, intangiblesBasis } = practice.assets
  const parts = equipmentBasis + suppliesBasis + intangiblesBasis
  if (parts > practice.basis)
    found.push({
      severity: 'problem',
      path: 'practice/basis',
      for: 'CPA',
      message: `The bases of equipment, supplies and bought goodwill add up to ${usd(parts)}, more than the tax basis of the practice of ${usd(practice.basis)}. Raise the basis of the practice or lower a part.`,
    })
  const byLaw = federal.state !== 'other' && federal.stateTax === 'law'
  if (byLaw) {
    found.push(...stateLawChecks(federal.state, federal.entityTax), ...moveChecks(document))
  } else if (federal.state !== 'other') {
    found.push({
      severity: 'question',
      path: 'tax/federal/stateTax',
      for: 'CPA',
      message: `State tax is taken at flat rates, the same in every year. The law of ${stateRates(federal.state).name}, with its brackets and deductions, can be computed instead: set State tax to “by the law of your state”.`,
    })
    const { name, confidence, ordinary, gain } = stateRates(federal.state)
    const asGiven = federal.stateOrdinary === ordinary && federal.stateGain === gain
    if (confidence === 'C' && asGiven)
      found.push({
        severity: 'question',
        path: 'tax/federal/stateOrdinary',
        for: 'CPA',
        message: `The rates of ${name} (${percent(ordinary)}, on gain ${percent(gain)}) come from a weak source or a late change of law. Are they right, and what does a sale of this size really bear?`,
      })
  } else if (document.origins['tax/federal/stateOrdinary'] === undefined)
    found.push({
      severity: 'question',
      path: 'tax/federal/state',
      for: 'CPA',
      message: `No state is chosen: ${percent(federal.stateOrdinary)} on income and ${percent(federal.stateGain)} on gain are assumed. Choose your state or enter its rates.`,
    })
  if (federal.entityTax && federal.entity !== 'sCorporation' && federal.entity !== 'partnership')
    found.push({
      severity: 'warning',
      path: 'tax/federal/entityTax',
      for: 'CPA',
      message:
        'Only an S corporation or a partnership can pay the state’s tax itself; for your practice it is not counted. Switch it off, or change how the practice is taxed.',
    })
  for (const { id, from, rates } of tax.changes)
    found.push({
      severity: 'warning',
      path: `tax/changes/${id}/from`,
      for: 'CPA',
      message: `Rates from ${from} on: by federal law the tax of each year is computed, so of these rates only those on plan withdrawals (${percent(rates.deferred)}) and on gain (${percent(rates.gain)}) count, to value tax-deferred accounts and a building that is never sold. Remove the change, or choose effective rates.`,
    })
  return [...found, ...document.offers.filter(({ include }) => include).flatMap((offer) => saleChecks(document, offer))]
}

function stateLawChecks(code: string, entityTax: boolean): Check[] {
  const law = stateLaw(code, LATEST_PARAMETERS.year)
  const found: Check[] = []
  if (law.confidence === 'C')
    found.push({
      severity: 'question',
      path: 'tax/federal/state',
      for: 'CPA',
      message: `The law of ${law.name} for ${law.year} rests on late legislation or a weak source. Is the state tax of a year with the sale, as computed here, right?`,
    })
  if (law.gain.practiceSale && !law.gain.practiceSale.asBusinessIncome && law.gain.practiceSale.share)
    found.push({
      severity: 'question',
      path: 'tax/federal/practiceSaleRule',
      for: 'CPA',
      message: `${law.name} has a rule of its own for the sale of a practice: ${law.gain.practiceSale.words} (${law.gain.practiceSale.source}). Does it apply to this sale?`,
    })
  if (entityTax && !entityTaxRule(law))
    found.push({
      severity: 'warning',
      path: 'tax/federal/entityTax',
      for: 'CPA',
      message: `A practice in ${law.name} cannot elect to pay the state’s tax itself, or its election is not computed; it is not counted. Switch it off.`,
    })
  if (law.installment?.form === 'notForIntangibles')
    found.push({
      severity: 'warning',
      path: 'tax/federal/state',
      for: 'CPA',
      message: `${law.name} taxes the whole gain on goodwill or an interest in the year of the sale, even if it is paid later. Here it is taxed as it is paid; have your CPA compute the state tax of the year of the sale.`,
    })
  return found
}

/** What a move asks: domicile, and who taxes later payments for an interest. */
function moveChecks({ tax: { federal } }: Case): Check[] {
  if (federal.movesTo === 'none') return []
  const from = stateLaw(federal.state, LATEST_PARAMETERS.year)
  const to = stateLaw(federal.movesTo, LATEST_PARAMETERS.year)
  const { moving, words, source } = from.installment ?? {}
  return [
    {
      severity: 'question',
      path: 'tax/federal/movesTo',
      for: 'CPA',
      message: `From ${federal.moveYear} you are taxed as a resident of ${to.name}; pay, profit and gain on assets of a practice in ${from.name} stay taxed there, with a credit. What gives up your domicile in ${from.name}?`,
    },
    ...(moving && federal.equityGainAfterMove === 'residence'
      ? [
          {
            severity: 'question' as const,
            path: 'tax/federal/equityGainAfterMove',
            for: 'CPA' as const,
            message: `${from.name}: ${words!} (${source!}) Is later gain on an interest in your practice still taxed by ${from.name}?`,
          },
        ]
      : []),
  ]
}

function saleChecks({ tax }: Case, offer: Offer): Check[] {
  if (offer.structure === 'services' || offer.saleForm === 'equity') return []
  const path = `offers/${offer.id}/allocation`
  const { equipment, supplies, covenant, intangibles, personalGoodwill } = offer.allocation
  const named = equipment + supplies + covenant + intangibles
  const found: Check[] = []
  if (named > 1)
    found.push({
      severity: 'problem',
      path: `${path}/equipment`,
      message: `${offer.name}: the allocation adds up to ${percent(named)} of the price before any goodwill; at most 100% can be allocated. Lower a part.`,
    })
  if (tax.federal.entity === 'cCorporation')
    found.push({
      severity: 'question',
      path: `${path}/personalGoodwill`,
      for: 'attorney',
      message:
        personalGoodwill > 0
          ? `${offer.name}: ${percent(personalGoodwill)} of the gain is taken as your personal goodwill and taxed once. Do you have a covenant with your own corporation? Then a court may see it otherwise.`
          : `${offer.name}: the assets of a C corporation are taxed twice. Could its stock be sold, or is part of the goodwill your own?`,
    })
  return found
}
