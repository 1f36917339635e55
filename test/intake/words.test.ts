// Phrasings of terms that occur in letters but not in the corpus.
import { expect, it } from 'vitest'

import { documentOfText } from '../../electron/intake/text'
import { readFile } from '../../shared/intake/read'

const valueIn = (sentence: string, field: string) =>
  readFile(documentOfText(`Dear Dr. Moss,\n\nNorthlake Dental Partners, LLC makes this offer.\n\n${sentence}`)).fields[
    `offers.o1.${field}`
  ]?.value

it.each([
  ['$150,000 of the cash at closing is held in escrow for 12 months.', 'components.escrow-1.amount', 150_000],
  [
    'Of the price, $1,650,000 rolls into Northlake Holdings at the price our sponsor paid.',
    'components.rolled-1.amount',
    1_650_000,
  ],
  [
    'You can earn up to a further $300,000, payable 24 months after closing, if collections are at least $2,400,000.',
    'components.earnOut-1.amount',
    300_000,
  ],
  [
    'For its services Northlake charges 6.5% of net collections, but not less than $110,000 a year.',
    'fee.share',
    0.065,
  ],
  [
    'For its services Northlake charges 6.5% of net collections, but not less than $110,000 a year.',
    'fee.minimum',
    110_000,
  ],
])('%s', (sentence, field, value) => {
  expect(valueIn(sentence, field)).toBe(value)
})

it('does not take what the buyer charges for the owner’s pay', () => {
  expect(valueIn('Northlake charges 6.5% of net collections.', 'job.rate')).toBeUndefined()
})
