import fc from 'fast-check'
import { expect, test } from 'vitest'

import { hatching } from '../../renderer/charts/hatching'

const side = fc.double({ min: 0.5, max: 300, noNaN: true })

test('the lines of a hatched box stay inside it, climb at 45 degrees, and leave no gap wider than asked for', () => {
  fc.assert(
    fc.property(side, side, side, side, fc.integer({ min: 2, max: 12 }), (x, y, width, height, gap) => {
      const lines = [...hatching(x, y, width, height, gap).matchAll(/M([^,]+),([^L]+)L([^,]+),([^M]+)/g)].map((found) =>
        found.slice(1).map(Number),
      )
      for (const [fromX, fromY, toX, toY] of lines as [number, number, number, number][]) {
        for (const at of [fromX, toX]) expect(at >= x - 0.01 && at <= x + width + 0.01).toBe(true)
        for (const at of [fromY, toY]) expect(at >= y - 0.01 && at <= y + height + 0.01).toBe(true)
        expect(toX - fromX).toBeCloseTo(fromY - toY, 1)
      }
      expect(lines).toHaveLength(Math.ceil((width + height) / gap - 0.5))
    }),
  )
})
