import { declareFederalTax } from '../federal'
import { LATEST_PARAMETERS, PARAMETER_YEARS, taxParameters, type FilingStatus } from '../parameters'
import { lawFor } from '../law'
import { STATE_LAW_YEARS, stateLaw } from '../state'
import { figures, noParameters, type Computed } from './figures'
import { Refusal } from './refusal'
import type { Of } from './schema'

/** Cases about the income tax of a state; the federal return on which it rests is computed with it. */
export function state(inputs: Of<'state'>, year: number, status: FilingStatus): Computed {
  if (!PARAMETER_YEARS.includes(year) || !STATE_LAW_YEARS.includes(year)) throw new Refusal(noParameters(year))
  if (status !== 'mfj')
    for (const key of ['spouseAge', 'spouseWages', 'spouseSelfEmployment', 'spouseSocialSecurity'] as const)
      if (inputs[key]) throw new Refusal(`${key} needs the filing status joint, not ${status}.`)
  const { practiceSaleGain = 0, longTermGain = 0 } = inputs
  if (practiceSaleGain > Math.max(0, longTermGain))
    throw new Refusal(`practiceSaleGain is a part of longTermGain: ${practiceSaleGain} is more than ${longTermGain}.`)
  const law = stateOf(inputs.state, year)
  const federal = lawFor(taxParameters(year), status)
  return figures(federal, year, (ctx, amounts) => {
    const take = (key: keyof Of<'state'>) => amounts(key, inputs[key] as number | undefined)
    const { rules = {} } = inputs
    const {
      agi,
      taxableIncome,
      incomeTax,
      niit,
      totalTax,
      stateLaw: lines,
    } = declareFederalTax(
      ctx.m,
      {
        status,
        parameters: LATEST_PARAMETERS,
        calendarYear: year,
        wages: take('wages'),
        spouseWages: take('spouseWages'),
        selfEmployment: take('selfEmployment'),
        spouseSelfEmployment: take('spouseSelfEmployment'),
        practiceProfit: take('practiceProfit'),
        interest: take('interest'),
        ordinaryDividends: take('dividends'),
        shortTermGain: take('shortTermGain'),
        longTermGain: take('longTermGain'),
        investmentGain: inputs.investmentGain === 'all' ? 'all' : 0,
        withdrawals: take('withdrawals'),
        socialSecurity: amounts('socialSecurity', (inputs.socialSecurity ?? 0) + (inputs.spouseSocialSecurity ?? 0)),
        age: inputs.age,
        spouseAge: inputs.spouseAge ?? 0,
        state: {
          law,
          dependents: inputs.dependents ?? 0,
          practiceSaleGain: take('practiceSaleGain'),
          rules: {
            businessIncome: rules.businessIncome ?? false,
            ...(rules.practiceSale ? { practiceSale: 'any' as const } : {}),
          },
        },
      },
      federal,
    )
    const { stateTax, stateAgi, taxableIncome: stateTaxableIncome, ...parts } = lines!
    return {
      stateTax,
      stateAgi,
      stateTaxableIncome,
      standardDeduction: parts.standardDeduction,
      exemptions: parts.exemptions,
      federalTaxDeduction: parts.federalTaxDeduction,
      excludedGain: parts.excludedGain,
      retirementExclusion: parts.retirementExclusion,
      excludedSocialSecurity: parts.excludedBenefits,
      taxBeforeCredits: parts.taxBeforeCredits,
      federalAgi: agi,
      federalTaxableIncome: taxableIncome,
      federalIncomeTax: incomeTax,
      niit,
      totalTax,
    }
  })
}

function stateOf(code: string, year: number) {
  try {
    return stateLaw(code, year)
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal(error.message)
    throw error
  }
}
