import { z } from 'zod'
import { choice, growth, share, whole } from '../field'
import { term } from '../term'

/** Assumptions about the economy, the same for every path. */

export const assumptions = z.object({
  startYear: whole('year', 'First year of the plan', 2025, 2060, 2027),
  inflation: term(growth('Inflation', 0.025), { unsure: { by: 0.01 } }),
  discountRate: term(
    growth('Discount rate', 0.08, {
      help: 'One rate for all paths; uncertainty is handled with probabilities, not with a higher rate.',
    }),
    { unsure: { by: 0.02 } },
  ),
  timing: term(
    choice('Timing of annual amounts', { mid: 'in the middle of the year', end: 'at the end of the year' }, 'mid'),
    { counts: () => true },
  ),
  return: term(growth('Return on investments', 0.055), { unsure: { by: 0.015 } }),
  drag: term(share('Tax drag on the return', 0.15, { help: 'The portion of the return lost to tax each year.' }), {
    unsure: { by: 0.05 },
  }),
})
