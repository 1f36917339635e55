// Terms that can cost the owner money or freedom are found in the wording of other letters, and not where there are
// none.
import { describe, expect, it } from 'vitest'

import { documentOfText } from '../../electron/intake/text'
import { readFile } from '../../shared/intake/read'

const dangersOf = (...sentences: readonly string[]) =>
  readFile(
    documentOfText(
      ['Dear Dr. Moss,', 'Northlake Dental Partners, LLC would pay a purchase price of $2,400,000.', ...sentences].join(
        '\n\n',
      ),
    ),
  ).dangers

describe('a dangerous sentence', () => {
  it.each([
    ['No earn-out will be paid if collections fall below $1,500,000 in either year.', /^All-or-nothing target/],
    ['The earn-out is all or nothing.', /^All-or-nothing target/],
    ['Parent may repurchase the units at the lower of cost and fair market value if you resign.', /^The buyer may buy/],
    [
      'If you leave before the third anniversary, you will repay the signing bonus in full.',
      /^Money or equity is lost/,
    ],
    ['Unvested equity is forfeited upon termination of employment for any reason.', /^Money or equity is lost/],
    ['Buyer may set off any losses against the note.', /^The buyer may set its claims off/],
    ['The note will be subordinated to the senior credit facility.', /^Your note or payments rank behind/],
    ['The lease carries a personal guaranty by the owner.', /^You are asked for a personal guarantee/],
    ['Your units will be subject to customary drag-along rights.', /^You can be made to sell along/],
    ['The budget is set by the buyer in its sole discretion.', /^The buyer decides alone/],
    ['Seller will indemnify the buyer for all losses.', /^Your indemnity/],
    [
      'The price is subject to adjustment after a quality of earnings review of EBITDA.',
      /^The price may still be lowered/,
    ],
    ['You agree not to solicit employees or patients of the practice.', /^You may not hire staff/],
    ['Distributions will be made if and when determined by the board.', /^Distributions can be withheld/],
    ['If you do not close, you will reimburse the buyer for its expenses.', /^A break-up or expense fee/],
    ['The buyer has a right of first refusal on the building.', /^The buyer gets a right of first refusal/],
  ])('%s', (sentence, topic) => {
    const found = dangersOf(sentence)
    expect(found.map((danger) => danger.topic)).toEqual([expect.stringMatching(topic)])
    expect(found[0]).toMatchObject({ offer: 'o1', words: sentence, place: 'p. 1' })
  })
})

it.each([
  'You will keep your staff and your patients.',
  'An escrow of 10% is released after 18 months.',
  'The cost of the software is offset by savings.',
  'You may require the buyer to purchase your units after five years (put right).',
  'The buyer will indemnify you for its acts after closing.',
  'Employment continues for five years at 30% of collections.',
  'Your distributions are paid each quarter.',
])('finds nothing in “%s”', (sentence) => {
  expect(dangersOf(sentence)).toEqual([])
})

it('says a danger once, where it stands first', () => {
  const found = dangersOf('Buyer may set off losses against the note.', 'Buyer may also set off taxes.')
  expect(found).toHaveLength(1)
  expect(found[0]!.words).toBe('Buyer may set off losses against the note.')
})
