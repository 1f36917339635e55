import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { value, varied, why } from './example'

const text = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

test("the example in the kernel's README does what it says", () => {
  const [, shown] = /```ts\n(.*?)```/s.exec(text('../../shared/formula/README.md'))!
  expect(shown).toBe(
    text('example.ts').replace('../../shared/formula', 'shared/formula').replaceAll('export const', 'const'),
  )
  expect(value).toBeCloseTo(331, 9)
  expect(why.pieces).toEqual([0, ' × (1 + ', 1, ')'])
  expect(why.operands.map(({ name, value }) => [name, value])).toEqual([
    ['Sales last year', 100],
    ['Growth', 0.1],
  ])
  expect([...varied].map((x) => Math.round(x))).toEqual([300, 331, 364])
})
