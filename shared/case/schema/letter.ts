import { z } from 'zod'
import { choice, id, text } from '../field'

/** What a letter of intent says that no figure uses: for the attorney. */

export const attorney = z
  .array(
    z.object({
      id,
      topic: text('Question for your attorney', 500),
      words: text('What the letter says', 1000),
      place: text('Where', 200),
    }),
  )
  .max(40)
  .default([])
  .meta({ label: 'Questions for your attorney', unit: 'text' })

export const letter = z.object({
  nonCompete: text('Non-compete: where and how long', 120, '', {
    help: '15 miles of the office, 5 years after you leave.',
  }),
  nonSolicit: text('Non-solicitation of patients and staff', 120),
  indemnityCap: text('Cap on your indemnity', 120, '', { help: '10% of the price; the whole price for fraud.' }),
  indemnitySurvival: text('Your representations survive', 120, '', {
    help: '18 months; tax and title for 6 years.',
  }),
  exclusivity: text('Exclusivity (no shop)', 120, '', { help: '90 days from signature.' }),
  termination: text('Termination of your employment', 200, '', {
    help: 'Who may end it, with what notice, and for what cause.',
  }),
  lease: text('Lease of the office', 200, '', { help: 'Term, renewals, rent, who may assign it.' }),
  debtGuaranty: choice(
    'Your personal guaranty of the practice’s debt',
    {
      unknown: 'not stated',
      none: 'you have given none',
      released: 'is released at closing',
      stays: 'stays with you after the sale',
    },
    'unknown',
  ),
})
