import type { Outcome } from '../../model'
import { checks } from './checks'
import { choices } from './choices'
import { closing } from './closing'
import { inputs } from './inputs'
import { law } from './law'
import { Layout } from './layout'
import { lines } from './lines'
import { readMe } from './read-me'
import type { SheetPlan } from './sheet'
import { summary, type About } from './summary'
import { tax } from './tax'

/** All sheets of a case's workbook, in their order. */
export function workbookOf(outcome: Outcome, about: About): SheetPlan[] {
  const layout = new Layout(outcome)
  const { sheet: first, tieOuts } = summary(layout, about)
  const { sheet: statements, totals } = closing(layout)
  return [
    first,
    readMe(layout),
    inputs(layout),
    choices(layout),
    statements,
    tax(layout),
    ...lines(layout),
    law(layout),
    checks(layout, totals, tieOuts),
  ]
}
