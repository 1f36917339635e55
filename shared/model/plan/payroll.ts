import { f, type Expression, type Operand } from '../../formula'
import { LATEST_PARAMETERS, lawFor } from '../../tax'
import type { Context } from './context'

/**
 * The cost to the practice of staff or family pay, with the employer's Social Security and Medicare tax below the wage
 * base (26 U.S.C. §3111). Statutory in both tax modes, since the owner's effective rates do not cover it.
 */
export function withPayrollTax(ctx: Context, pay: Operand): Expression {
  const { socialSecurity, medicare } = lawFor(LATEST_PARAMETERS, ctx.document.tax.federal.filingStatus).payroll
  return f`${pay} * (1 + ${socialSecurity} + ${medicare})`
}
