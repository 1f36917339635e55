import { expect, test } from 'vitest'
import { f, Model, type Line } from '../../shared/formula/index'
import { method, methodText } from '../../shared/formula/method'

function twoPaths(): readonly Line[] {
  const model = Model.create()
  const growth = model.input('growth', 'growth', 'rate')
  const start = model.input('start', 'starting amount', 'usd')
  for (const name of ['keep', 'sell']) {
    const path = model.scope(name).under('Wealth')
    const wealth = path.row(
      'wealth',
      { label: 'Wealth', unit: 'usd', meaning: 'What is there at the end of the year.' },
      start,
      (self) => f`prev(${self}) * (1 + ${growth})`,
    )
    path.figure(
      'end',
      { label: 'End', unit: 'usd', meaning: 'The last of it.' },
      name === 'keep' ? f`last(${wealth})` : f`2 * last(${wealth})`,
    )
  }
  model.under('Inputs once more').figure('rate', { label: 'Rate', unit: 'rate', meaning: 'As given.' }, growth)
  return model.lines
}

const withoutScope = (id: string) => id.slice(id.lastIndexOf('/') + 1)

test('sections and lines stand as they were declared', () => {
  const sections = method(twoPaths())
  expect(sections.map(({ title, lines }) => [title, lines.map(({ id }) => id)])).toEqual([
    ['Wealth', ['keep/wealth', 'keep/end', 'sell/wealth', 'sell/end']],
    ['Inputs once more', ['rate']],
  ])
  expect(sections[0]!.lines[0]).toEqual({
    id: 'keep/wealth',
    also: [],
    label: 'Wealth',
    unit: 'usd',
    shape: 'row',
    meaning: 'What is there at the end of the year.',
    first: 'starting amount',
    later: 'Wealth last year × (1 + growth)',
  })
  expect(sections[0]!.lines[1]).not.toHaveProperty('later')
})

test('lines that read the same under the normalized id are published once, others stay apart', () => {
  const [wealth] = method(twoPaths(), withoutScope)
  expect(wealth!.lines.map(({ id }) => id)).toEqual(['wealth', 'end', 'sell/end'])
})

test('a line that reads as another under its own id is named with it', () => {
  const model = Model.create()
  for (const [name, factor] of [
    ['keep', 1],
    ['sell', 2],
    ['join', 2],
  ] as const)
    model
      .scope(name)
      .under('Wealth')
      .figure('end', { label: 'End', unit: 'usd', meaning: 'Last.' }, f`${factor} + 1`)
  const [wealth] = method(model.lines, withoutScope)
  expect(wealth!.lines.map(({ id, also }) => [id, ...also])).toEqual([['end'], ['sell/end', 'join/end']])
  expect(methodText([wealth!])).toContain('**End** (`sell/end`, `join/end`, dollars). Last.')
})

test('as text', () => {
  expect(methodText(method(twoPaths(), withoutScope))).toBe(`## Wealth

**Wealth** (\`wealth\`, dollars, each year). What is there at the end of the year.

- first year: starting amount
- later years: Wealth last year × (1 + growth)

**End** (\`end\`, dollars). The last of it.

- Wealth in the last year

**End** (\`sell/end\`, dollars). The last of it.

- 2 × Wealth in the last year

## Inputs once more

**Rate** (\`rate\`, share). As given.

- growth
`)
})
