import { dollars, f, type Line, type Model, type Operand } from '../../../formula'
import { type Household, lawFor } from '../../../tax'
import type { Context } from '../../plan/context'
import type { Timeline } from '../../plan/timeline'
import type { Work } from './income'
import type { CorporationIncome } from './income-lines'
import { nonzero, sumOf } from './sums'

/** An S corporation or a partnership may pay the state's tax itself. */
const paysEntityTax = (ctx: Context): boolean => {
  const { entity, entityTax } = ctx.document.tax.federal
  return entityTax && (entity === 'sCorporation' || entity === 'partnership')
}

/** Adds practice and job by entity type, and the employer's half of payroll tax on the owner's wages. */
export function withWork(
  ctx: Context,
  timeline: Timeline,
  m: Model,
  base: Household,
  work: Work,
  year?: Operand,
): { household: Household; employerTax: Operand; corporation?: CorporationIncome } {
  const { entity } = ctx.document.tax.federal
  const inYear = (line: Line): Operand => (year === undefined ? line : f`at(${line}, ${year})`)
  // A doctor who owns no practice is an employee, whatever entity type is entered.
  if (!ctx.owns)
    return {
      household: {
        ...base,
        deferrals: work.contributionAsEmployee,
        wages: sumOf(work.wages),
        selfEmployment: sumOf(work.selfEmployment),
      },
      employerTax: 0,
    }
  const household: Household = {
    ...base,
    deferrals: work.contributionAsEmployee,
    planContributions: work.contributionAsOwner,
    // Rent from a practice the owner no longer owns is investment income; from the owner's own practice it is not
    // (Reg. §1.1411-4(g)(6)).
    passiveProfit: work.passiveRent,
    businessWages: f`${ctx.input('tax/federal/practiceWages')} * ${inYear(timeline.priceIndex)}`,
    ...(paysEntityTax(ctx)
      ? {
          passThroughEntityTax: {
            partnership: entity === 'partnership',
            notItsOwn: sumOf([...(entity === 'partnership' ? work.selfEmployment : []), work.rent]),
          },
        }
      : {}),
    selfEmployment: sumOf(work.selfEmployment),
    ...(work.family === 0 ? {} : { spouseWages: sumOf([base.spouseWages ?? 0, work.family]) }),
  }
  if (entity === 'sole' || entity === 'partnership')
    return {
      household: {
        ...household,
        wages: sumOf(work.wages),
        selfEmployment: sumOf([...work.practice, ...work.retained, ...work.selfEmployment]),
        practiceProfit: work.rent,
      },
      employerTax: 0,
    }
  if (nonzero(work.practice).length === 0)
    return {
      household: { ...household, wages: sumOf(work.wages), practiceProfit: sumOf([...work.retained, work.rent]) },
      employerTax: 0,
    }
  const { payroll } = lawFor(base.parameters, base.status)
  const wageBase = f`${dollars(payroll.wageBase.value, payroll.wageBase.cited)} * ${base.priceIndex!}`
  const employerOn = (wages: Operand) =>
    f`${payroll.socialSecurity} * min(${wages}, ${wageBase}) + ${payroll.medicare} * ${wages}`
  const before = m.row(
    'practiceBeforePay',
    {
      label: 'practice income before your pay',
      unit: 'usd',
      meaning: 'The practice’s taxable income that belongs to you.',
    },
    sumOf(work.practice),
  )
  const paid = f`max(0, ${before})`
  const most =
    entity === 'cCorporation'
      ? paid
      : f`min(${paid}, ${ctx.input('tax/federal/ownerWages')} * ${inYear(timeline.priceIndex)} * ${work.ownedPart})`
  const employerTax = m.row(
    'employerTax',
    {
      label: 'employer’s payroll tax on your wages',
      unit: 'usd',
      meaning: 'The practice’s half of Social Security and Medicare tax on your wages (26 U.S.C. §3111).',
    },
    employerOn(most),
  )
  const wages = m.row(
    'ownWages',
    {
      label: 'wages from your own practice',
      unit: 'usd',
      meaning:
        entity === 'cCorporation'
          ? 'A C corporation is assumed to pay out all its earnings as wages, net of its payroll tax. Its loss stays in it: it is no deduction of the owner’s, and later years are not assumed to use it (26 U.S.C. §172).'
          : 'W-2 pay as entered, with inflation; at most what the practice earns.',
    },
    entity === 'cCorporation' ? f`${paid} - ${employerTax}` : most,
  )
  const profit = entity === 'cCorporation' ? 0 : f`${before} - ${wages} - ${employerTax}`
  return {
    household: {
      ...household,
      wages: sumOf([wages, ...work.wages]),
      practiceProfit: sumOf([profit, ...work.retained, work.rent]),
    },
    employerTax,
    corporation: { wages, profit },
  }
}
