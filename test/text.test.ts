import fc from 'fast-check'
import { expect, test } from 'vitest'

import { clipped, fitted } from '../shared/text'

test('a text is cut between characters as people see them', () => {
  expect(fitted('Dr. 🦷🦷', 6)).toBe('Dr. 🦷')
  expect(fitted('Dr. 🦷🦷', 5)).toBe('Dr. ')
  expect(fitted('👩🏽‍⚕️ Ray', 4)).toBe('')
  expect(fitted('e\u0301e\u0301', 3)).toBe('e\u0301')
  expect(clipped('Harbor Dental', 13)).toBe('Harbor Dental')
  expect(clipped('Harbor Dental', 7)).toBe('Harbor…')
  expect(clipped('Harbor\n\u001b[2J', 60)).toBe('Harbor  [2J')
})

test('never longer than asked, always the beginning, and never half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 30 }), (text, most) => {
      const cut = fitted(text, most)
      expect(cut.length).toBeLessThanOrEqual(most)
      expect(text.startsWith(cut)).toBe(true)
      expect(cut.isWellFormed()).toBe(true)
      expect(clipped(text, most).length).toBeLessThanOrEqual(most)
    }),
  )
})
