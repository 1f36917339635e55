import { assumed, type Entries } from './range'
import { sources } from './sources'

/** What is known about the spreads of the simulation. Most have never been measured: they are assumptions. */
export const riskRanges: Entries = {
  'risk/draws': assumed('More draws make the same answer steadier: four times as many halve its standard error.'),
  'risk/seed': assumed('Any number; another one shows how much of an answer is due to chance.'),
  'risk/volatility': {
    bands: [
      {
        low: 0.06,
        high: 0.18,
        note: 'Standard deviation of a year’s return, 1871–2022: ten-year bonds 6%, shares 18%; 60% in shares gives about 11%.',
        sources: [sources.shiller],
      },
    ],
  },
  'risk/degreesOfFreedom': assumed('Five to eight fit yearly returns of shares about equally well.', {
    low: 5,
    high: 8,
  }),
  'risk/stockShare': {
    bands: [
      {
        low: 0.5,
        high: 0.75,
        note: 'Where spending of 4% a year lasted longest in the worst 30 years.',
        sources: [sources.withdrawalRates],
      },
    ],
  },
  'risk/feeGrowthSpread': assumed('A point of growth either way over the whole plan; no published figure was found.', {
    low: 0.005,
    high: 0.02,
  }),
  'risk/costGrowthSpread': assumed('A point of growth either way over the whole plan; no published figure was found.', {
    low: 0.005,
    high: 0.02,
  }),
  'risk/privatePriceSpread': assumed('Published prices of like practices differ by about a fifth either way.', {
    low: 0.1,
    high: 0.3,
  }),
  'risk/exitMultipleSpread': assumed(
    'Groups of oral surgeons were sold at 15–16 times earnings in 2021, and about 11 was expected in 2023.',
    {
      low: 0.15,
      high: 0.4,
      sources: [sources.peHub, sources.axios],
    },
  ),
  'risk/mortalityScale': assumed('Professionals live longer than the population: 0.7 to 0.8 of its mortality.', {
    low: 0.7,
    high: 0.8,
    sources: [sources.lifeTable],
  }),
  'risk/disabilityRate': assumed('About one in thirty over eight years; your own policy’s table says more.', {
    low: 0.002,
    high: 0.008,
  }),
}
