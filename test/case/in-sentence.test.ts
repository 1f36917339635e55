import { expect, test } from 'vitest'

import { inSentence } from '../../shared/case/in-sentence'

test.each([
  ['Rolled equity', 'rolled equity'],
  ['Earn-out', 'earn-out'],
  ['Seller note of First Dental', 'seller note of First Dental'],
  ['Heartland shares', 'Heartland shares'],
  ['EBITDA bonus', 'EBITDA bonus'],
  ['escrow', 'escrow'],
  ['', ''],
])('%s reads %s inside a sentence', (label, read) => {
  expect(inSentence(label)).toBe(read)
})
