import { z } from 'zod'
import { choice, factor, share, whole } from '../field'

/**
 * Uncertainty for the simulation; no figure of the plan depends on it. A spread is the
 * standard deviation around the figure entered for the thing itself.
 */
export const risk = z.object({
  draws: whole('count', 'Draws', 100, 20_000, 10_000, { help: 'Number of simulated futures.' }),
  seed: whole('count', 'Seed', 0, 2_147_483_647, 1, { help: 'The same seed reproduces the same futures.' }),
  returns: choice(
    'Returns',
    {
      lognormal: 'each year by itself, lognormal around the return entered',
      studentT: 'each year by itself, with more very bad and very good years (Student’s t)',
      history: 'runs of five years of United States history, with their inflation',
    },
    'lognormal',
  ),
  volatility: share('Volatility of the annual return', 0.11, { per: 'a year' }),
  degreesOfFreedom: whole('count', 'Degrees of freedom of Student’s t', 5, 8, 6, {
    help: 'Fewer degrees make very bad and very good years more frequent at the same volatility.',
  }),
  stockShare: share('Portion in stocks', 0.6, {
    per: 'of savings',
    help: 'For historical returns; the rest is in ten-year government bonds.',
  }),
  feeGrowthSpread: share('Spread of fee growth', 0.01, { per: 'a year' }),
  costGrowthSpread: share('Spread of the growth of costs', 0.01, {
    per: 'a year',
    help: 'All costs grow faster or slower by the same amount.',
  }),
  privatePriceSpread: share('Spread of the price to a dentist', 0.2, { per: 'of the price' }),
  exitMultipleSpread: share('Spread of multiples at later exits', 0.25, { per: 'of the multiple' }),
  chances: choice(
    'Contingent payments',
    { drawn: 'is paid or is not, draw by draw', expected: 'counts by its probability in every draw' },
    'drawn',
  ),
  mortality: choice('Mortality of', { average: 'men and women, the average', women: 'women', men: 'men' }, 'average'),
  mortalityScale: factor('Mortality relative to the population', 0, 2, 0.75, { help: '0 leaves deaths out.' }),
  disabilityRate: share('Probability of disability', 0.004, {
    per: 'a year before retirement',
    help: 'A disability that ends your work; 0 ignores it.',
  }),
})
