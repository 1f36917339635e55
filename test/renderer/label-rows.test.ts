import fc from 'fast-check'
import { expect, test } from 'vitest'

import { labelRows } from '../../renderer/charts/label-rows'

const label = fc.record({ left: fc.integer({ min: 0, max: 500 }), width: fc.integer({ min: 1, max: 120 }) })

test('a label stands in the first row whose last label ends far enough before it, or in none', () => {
  fc.assert(
    fc.property(fc.array(label, { maxLength: 20 }), fc.integer({ min: 1, max: 4 }), (labels, rows) => {
      const found = labelRows(labels, rows, 8)
      labels.forEach(({ left }, i) => {
        const free = Array.from({ length: rows }, (_, row) => {
          const last = labels.filter((_, k) => k < i && found[k] === row).at(-1)
          return last === undefined || last.left + last.width + 8 < left
        })
        expect(found[i]).toBe(free.indexOf(true))
      })
    }),
  )
})
