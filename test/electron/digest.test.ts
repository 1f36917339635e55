import fc from 'fast-check'
import { expect, it } from 'vitest'

import { digestOf, digestWith, tailOf } from '../../electron/database/digest'

it('of a row is the same in one piece and with its end written out ahead, whatever the texts hold', () => {
  const text = fc.string({ unit: 'binary', maxLength: 20 })
  const column = fc.oneof(text, fc.integer(), fc.constant(null))
  fc.assert(
    fc.property(fc.array(column, { minLength: 1 }), text, fc.array(fc.array(column)), (first, document, offers) => {
      expect(digestWith(first, tailOf([document, offers]))).toBe(digestOf([...first, document, offers]))
    }),
  )
})
