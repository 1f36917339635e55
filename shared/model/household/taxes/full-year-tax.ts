import { f, type Model, type Operand } from '../../../formula'
import type { Context } from '../../plan/context'
import { isFederal } from '../../plan/tax-mode'
import type { Timeline } from '../../plan/timeline'
import type { Needs } from '../needs'
import { taxOnWork } from './effective-rates'
import { baseHousehold, declareReturn } from './household-return'
import type { Work } from './income'
import { nonzero } from './sums'
import { withWork } from './work-on-return'

/**
 * The tax on a full year's work, with no other income but the spouse's wages, as a figure: for comparing the owner's pay
 * before and after a sale.
 */
export function fullYearTax(
  ctx: Context,
  timeline: Timeline,
  needs: Needs,
  m: Model,
  work: Work,
  year: Operand,
): Operand {
  if (!isFederal(ctx)) return taxOnWork((kind) => timeline.rateIn(kind, year), work, ctx.owns)
  const figures = m.asFigures()
  const base = baseHousehold(ctx, timeline, needs, year)
  const { household, employerTax } = withWork(
    ctx,
    timeline,
    figures.scope('fullYearWork').under('Tax of a full year: pay'),
    base,
    work,
    year,
  )
  const taxed = declareReturn(figures, 'fullYearTaxed', 'Tax of a full year', 'of a full year', household)
  const parts = nonzero([taxed.allTax, employerTax])
  if (base.spouseWages === 0) return f`total(${parts})`
  const alone = declareReturn(
    figures,
    'fullYearBase',
    'Tax of a full year without work',
    'of a full year without work',
    base,
  )
  return f`total(${parts}) - ${alone.allTax}`
}
