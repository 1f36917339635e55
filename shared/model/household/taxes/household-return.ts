import { f, type Model, type Operand } from '../../../formula'
import { declareFederalTax, type Household, LATEST_PARAMETERS, lawFor, type TaxLines } from '../../../tax'
import type { Context } from '../../plan/context'
import type { Timeline } from '../../plan/timeline'
import type { Needs } from '../needs'
import { stateOf } from '../state'

/** The household before practice, job and sale; a year is given where figures, not rows, are declared. */
export function baseHousehold(ctx: Context, timeline: Timeline, needs: Needs, year?: Operand): Household {
  const { federal } = ctx.document.tax
  const input = (field: string) => ctx.input(`tax/federal/${field}`)
  const index = timeline.taxIndex!
  const inYear = (line: Operand): Operand => (year === undefined ? line : f`at(${line}, ${year})`)
  const grown = (field: 'mortgageInterest' | 'propertyTax' | 'charity'): Operand =>
    federal[field] === 0 ? 0 : f`${input(field)} * ${inYear(timeline.priceIndex)}`
  const spouse =
    federal.filingStatus === 'mfj' && timeline.spouseTaxAge ? { spouseAge: inYear(timeline.spouseTaxAge) } : {}
  return {
    status: federal.filingStatus,
    parameters: LATEST_PARAMETERS,
    calendarYear: inYear(timeline.calendarYear),
    priceIndex: inYear(index),
    age: inYear(timeline.taxAge!),
    ...spouse,
    spouseWages: needs.spouseWages === 0 ? 0 : inYear(needs.spouseWages),
    state: stateOf(ctx),
    deduction:
      federal.deduction === 'standard'
        ? { kind: 'standard' }
        : {
            kind: 'greater',
            withStateTax: true,
            stateAndLocalTaxes: grown('propertyTax'),
            // Mortgage interest is contractual, so it does not grow with inflation.
            mortgageInterest: federal.mortgageInterest === 0 ? 0 : input('mortgageInterest'),
            charity: grown('charity'),
          },
  }
}

/** The tax on the spouse's wages alone, the same on every path; 0 where there are none. */
export function spouseTax(ctx: Context, base: Household): Operand {
  if (base.spouseWages === 0) return 0
  const id = 'plan/spouseTaxed/allTax'
  if (ctx.model.has(id)) return ctx.model.line(id)
  const m = ctx.model.scope('plan')
  return declareReturn(m, 'spouseTaxed', 'Tax on the spouse’s wages', 'on the spouse’s wages alone', base).allTax
}

/** Declares the tax on a household's return under `id/`; `which` distinguishes its labels from those of other returns. */
export const declareReturn = (m: Model, id: string, heading: string, which: string, household: Household): TaxLines =>
  declareFederalTax(
    m.scope(id).labeled(`, ${which}`),
    household,
    lawFor(household.parameters, household.status),
    heading,
  )
