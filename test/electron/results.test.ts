import { expect, it } from 'vitest'

import { namesOfResults } from '../../electron/cli/results'

it('gives each result a name of its own, on disks too that do not tell large letters from small', () => {
  const nameFor = namesOfResults()
  const files = ['a/offer.pdf', 'a/offer.docx', 'b/Offer.docx', 'c/OFFER.docx', 'd/offer.docx (2).txt', 'plain']
  expect(files.map(nameFor)).toEqual([
    'offer',
    'offer.docx',
    'Offer.docx (2)',
    'OFFER.docx (3)',
    'offer.docx (2).txt',
    'plain',
  ])
})
