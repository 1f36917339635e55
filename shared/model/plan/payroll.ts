import { f, type Expression, type Operand } from '../../formula'
import { LATEST_PARAMETERS, lawFor } from '../../tax'
import type { Context } from './context'

/**
 * What pay of staff or family costs the practice: with the employer's Social Security and Medicare tax, as below the wage
 * base (26 U.S.C. 3111). By the law in either mode, since no effective rate of the owner's is meant.
 */
export function withPayrollTax(ctx: Context, pay: Operand): Expression {
  const { socialSecurity, medicare } = lawFor(LATEST_PARAMETERS, ctx.document.tax.federal.filingStatus).payroll
  return f`${pay} * (1 + ${socialSecurity} + ${medicare})`
}
