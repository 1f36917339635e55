import { f } from '../../formula'
import { declareSalt } from '../deductions'
import { declareFederalTax } from '../federal'
import type { Deduction } from '../household'
import { lawFor, type StatusLaw } from '../law'
import { niitOn } from '../niit'
import { LATEST_PARAMETERS, PARAMETER_YEARS, SALT_CAP, taxParameters, type FilingStatus } from '../parameters'
import { declareQbiDeduction } from '../qbi'
import { figures, lawOf, needYear, noParameters, unindexed, type Amounts, type Computed } from './figures'
import { Refusal } from './refusal'
import type { Of } from './schema'

/** Cases about a household's return or one part of it. */

export function federal(inputs: Of<'federal'>, year: number, status: FilingStatus): Computed {
  const law = lawOf(year, status, inputs.params, ['std', 'brackets', 'cg', 'ssWageBase'])
  const joint = status === 'mfj'
  const pair = (name: string, value: number | readonly [number, number] | undefined, spouse: number | undefined) => {
    const [own, other] = Array.isArray(value) ? (value as [number, number]) : [value as number | undefined, undefined]
    if (other !== undefined && spouse !== undefined) throw new Refusal(`${name} of the spouse is given twice.`)
    const ofSpouse = other ?? spouse
    if (ofSpouse && !joint) throw new Refusal(`${name} of two people need the filing status mfj, not ${status}.`)
    return [own, ofSpouse] as const
  }
  const wages = pair('wages', inputs.wages, inputs.spouseWages)
  const self = pair('selfEmployment', inputs.selfEmployment, inputs.spouseSelfEmployment)
  const ages = inputs.ages === undefined ? [] : [inputs.ages].flat()
  if (ages.length > 1 && !joint) throw new Refusal(`ages of two people need the filing status mfj, not ${status}.`)
  const { unrecaptured1250 = 0, longTermGain = 0 } = inputs
  if (unrecaptured1250 > Math.max(0, longTermGain))
    throw new Refusal(`unrecaptured1250 is a part of longTermGain: ${unrecaptured1250} is more than ${longTermGain}.`)

  return figures(law, year, (ctx, amounts) => {
    const take = (key: keyof Of<'federal'>) => amounts(key, inputs[key] as number | undefined)
    // Some sources leave qualified dividends out of the ordinary ones, of which they are a part.
    const dividends = Math.max(inputs.ordinaryDividends ?? 0, inputs.qualifiedDividends ?? 0)
    const lines = declareFederalTax(
      ctx.m,
      {
        status,
        parameters: LATEST_PARAMETERS,
        calendarYear: year,
        wages: amounts('wages', wages[0]),
        spouseWages: amounts('spouseWages', wages[1]),
        selfEmployment: amounts('selfEmployment', self[0]),
        spouseSelfEmployment: amounts('spouseSelfEmployment', self[1]),
        practiceProfit: take('practiceProfit'),
        passiveProfit: take('passiveProfit'),
        interest: take('interest'),
        ordinaryDividends: amounts('ordinaryDividends', dividends),
        qualifiedDividends: take('qualifiedDividends'),
        shortTermGain: take('shortTermGain'),
        longTermGain: take('longTermGain'),
        unrecaptured1250: take('unrecaptured1250'),
        investmentGain: (inputs.gainSubjectToNiit ?? true) ? 'all' : 0,
        ordinarySaleIncome: take('ordinarySaleIncome'),
        withdrawals: take('withdrawals'),
        socialSecurity: take('socialSecurity'),
        deferrals: take('traditional401k'),
        planContributions: take('planContributions'),
        adjustments: take('adjustments'),
        deduction: deductionOf(inputs, amounts),
        age: ages[0] ?? 0,
        spouseAge: ages[1] ?? 0,
        businessWages: take('qbiW2Wages'),
        businessProperty: take('ubia'),
        specifiedService: inputs.sstb ?? false,
      },
      law,
    )
    const { agi, taxableIncome, regularTax, amt, incomeTax, niit, seTax, additionalMedicare: extra, totalTax } = lines
    return {
      agi,
      taxableIncome,
      qbiDeduction: lines.qbiDeduction,
      deduction: lines.deduction,
      saltDeduction: lines.saltDeduction,
      seniorDeduction: lines.seniorDeduction,
      taxableSocialSecurity: lines.taxedBenefits,
      regularTax,
      amt,
      incomeTax,
      niit,
      incomeTaxPlusNiit: f`${incomeTax} + ${niit}`,
      seTax,
      additionalMedicare: extra,
      totalTax,
      fica: lines.fica,
    }
  })
}

/** With itemized deductions the greater of them and the standard deduction counts, as the sources compute it. */
function deductionOf(inputs: Of<'federal'>, amounts: Amounts): Deduction {
  const { deduction, itemized, itemizedDeductions, stateAndLocalTaxesPaid, mortgageInterest, charity } = inputs
  const sums = [typeof deduction === 'number' ? deduction : undefined, itemized, itemizedDeductions].filter(
    (sum) => sum !== undefined,
  )
  if (sums.length > 1)
    throw new Refusal(
      'itemized deductions are given twice as one figure; keep one of deduction, itemized and itemizedDeductions.',
    )
  const none =
    sums.length === 0 && [stateAndLocalTaxesPaid, mortgageInterest, charity].every((kind) => kind === undefined)
  if (deduction === 'itemized' && none)
    throw new Refusal('deduction is "itemized", but no itemized deductions are given.')
  if (deduction === 'standard' || none) return { kind: 'standard' }
  return {
    kind: 'greater',
    stateAndLocalTaxes: amounts('stateAndLocalTaxesPaid', stateAndLocalTaxesPaid),
    mortgageInterest: amounts('mortgageInterest', mortgageInterest),
    charity: amounts('charity', charity),
    other: amounts('itemized', sums[0]),
  }
}

export function ordinaryTax(inputs: Of<'ordinaryTax'>, year: number, status: FilingStatus): Computed {
  const law = lawOf(year, status, inputs.params, ['brackets'])
  return figures(law, year, (_, amounts) => {
    const income = amounts('ordinaryTaxableIncome', inputs.ordinaryTaxableIncome)
    return { incomeTax: f`brackets(${law.ordinary}, ${income}, 1)` }
  })
}

export function additionalMedicare(inputs: Of<'additionalMedicare'>, year: number, status: FilingStatus): Computed {
  needYear(year, 2013, 'the additional Medicare tax')
  const sum = (value: number | readonly number[] | undefined) =>
    [value ?? 0].flat().reduce((total, part) => total + Math.max(0, part), 0)
  const law = unindexed(status)
  const { additionalRate, additionalThreshold } = law.payroll
  return figures(law, year, (_, amounts) => {
    const wages = amounts('wages', sum(inputs.wages) + (inputs.spouseWages ?? 0))
    const earnings = amounts('seNetEarnings', sum(inputs.seNetEarnings))
    return { additionalMedicare: f`${additionalRate} * max(0, ${wages} + ${earnings} - ${additionalThreshold})` }
  })
}

export function qbi(inputs: Of<'qbi'>, year: number, status: FilingStatus): Computed {
  const known = PARAMETER_YEARS.includes(year)
  if (!known && (inputs.threshold === undefined || inputs.range === undefined))
    throw new Refusal(`${noParameters(year)} Give threshold and range with the case.`)
  const base = known ? lawFor(taxParameters(year), status) : unindexed(status)
  const { threshold = base.qbi.threshold.value, range = base.qbi.range.value } = inputs
  const law: StatusLaw = {
    ...base,
    qbi: { ...base.qbi, threshold: { value: threshold, indexed: true }, range: { value: range, indexed: false } },
  }
  return figures(law, year, (ctx, amounts) => {
    const businessWages = amounts('businessW2Wages', inputs.businessW2Wages)
    const businessProperty = amounts('ubia', inputs.ubia)
    const specified = { ...ctx, of: { ...ctx.of, businessWages, businessProperty, specifiedService: inputs.sstb } }
    return {
      qbiDeduction: declareQbiDeduction(
        specified,
        f`max(0, ${amounts('qbi', inputs.qbi)})`,
        amounts('taxableIncomeBeforeQbi', inputs.taxableIncomeBeforeQbi),
        amounts('netCapitalGain', inputs.netCapitalGain && Math.max(0, inputs.netCapitalGain)),
      ),
    }
  })
}

export function niit(inputs: Of<'niit'>, year: number, status: FilingStatus): Computed {
  needYear(year, 2013, 'the tax on net investment income')
  return figures(unindexed(status), year, (ctx, amounts) => ({
    niit: niitOn(ctx, amounts('magi', inputs.magi), amounts('netInvestmentIncome', inputs.netInvestmentIncome)),
  }))
}

export function salt(inputs: Of<'salt'>, year: number, status: FilingStatus): Computed {
  needYear(year, SALT_CAP.keys[0]!, 'the cap on state and local taxes')
  const deducted = (paid: number) =>
    figures(unindexed(status), year, (ctx, amounts) => ({
      saltDeduction: declareSalt(ctx, amounts('magi', inputs.magi), amounts('stateAndLocalTaxesPaid', paid)),
    }))['saltDeduction']!
  return { saltDeduction: deducted(inputs.stateAndLocalTaxesPaid), saltCap: deducted(Number.MAX_VALUE) }
}
