// Quoted words on the picture of a page: whatever way a PDF cuts its text, the pieces under the words are found.
import fc from 'fast-check'
import { expect, it } from 'vitest'

import { piecesOf } from '../../shared/review/marks'

const PAGE = ['The price is ', '$4,200', ',000', ' for all of the', ' assets.', 'It is paid at closing.']

it.each([
  ['$4,200,000', [1, 2]],
  ['is $4,200,000 for', [0, 1, 2, 3]],
  ['It is paid at closing.', [5]],
  ['not in the page', []],
  ['', []],
])('finds “%s”', (words, pieces) => {
  expect(piecesOf(PAGE, words)).toEqual(pieces)
})

it('finds the cells of a row one by one, and the part of a quote that is on this page', () => {
  expect(piecesOf(['Escrow', '10%', 'Note', '18 months'], '10%; 18 months')).toEqual([1, 3])
  const words = 'The balance is deferred for eighteen months after closing, and is paid net of claims of the Buyer.'
  expect(
    piecesOf(['deferred for eighteen months after closing, and is paid net of claims of the Buyer.'], words),
  ).toEqual([0])
})

it('covers the words wherever the text is cut', () => {
  const text = 'The Buyer pays $7,150,000, of which $715,000 is held in escrow for 24 months after closing.'
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(text.length), { maxLength: 20 }),
      fc.nat(text.length - 12),
      fc.integer({ min: 8, max: 30 }),
      (cuts, from, length) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), text.length]
        const pieces = at.slice(1).map((end, i) => text.slice(at[i], end))
        const words = text.slice(from, from + length).trim()
        const found = piecesOf(pieces, words)
          .map((i) => pieces[i])
          .join('')
        expect(found.replace(/\s/g, '')).toContain(words.replace(/\s/g, ''))
      },
    ),
  )
})
