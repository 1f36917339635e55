import { describe, expect, test } from 'vitest'

import { samples } from '../../shared/case/samples'
import { evaluateCase } from '../../shared/model'
import { outcomeData } from '../../shared/present/outcome-data'

/*
 * The samples' figures as last accepted, in cents and ten-thousandths. A change of the method shows up here first;
 * accept it with `npm run accept-golden`, and say in the commit why the figures move.
 */
const rounded = (value: number | null) =>
  value === null ? null : Number(value.toFixed(Math.abs(value) > 1000 ? 2 : 4))

describe('golden figures', () => {
  test.each(samples.map(({ name, document }) => [name, document] as const))('%s', async (name, document) => {
    const { paths, checks } = outcomeData(evaluateCase(document))
    const figures = paths.map(({ id, views }) => [
      id,
      Object.entries(views).map(([view, { figures, lines }]) => [
        view,
        Object.fromEntries(Object.entries(figures).map(([line, value]) => [line, rounded(value)])),
        { wealth: lines['wealth']!.map(rounded), takeHome: lines['takeHome']!.map(rounded) },
      ]),
    ])
    const text = JSON.stringify({ figures, checks: checks.map(({ severity, path }) => `${severity} ${path}`) }, null, 1)
    await expect(`${text}\n`).toMatchFileSnapshot(`../fixtures/golden/${name}.json`)
  })
})
