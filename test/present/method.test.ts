import { expect, test } from 'vitest'

import { samples } from '../../shared/case/samples'
import { evaluateCase } from '../../shared/model'
import { outcomeData } from '../../shared/present/outcome-data'
import { METHOD_NOTES, methodOf, methodPage } from '../../shared/present/method'

const outcome = evaluateCase(samples[0]!.document)

test('every line that the command line prints is published, under its id there', () => {
  const published = new Set(methodOf(outcome).flatMap(({ lines }) => lines.map(({ id }) => id)))
  const { shared, paths } = outcomeData(outcome)
  const printed = paths.flatMap(({ id, views }) =>
    Object.entries(views).flatMap(([view, { figures, lines }]) =>
      [...Object.keys(figures), ...Object.keys(lines)].map((line) => [line, `${id}/${line}`, `${id}/${view}/${line}`]),
    ),
  )
  expect(printed.length).toBeGreaterThan(500)
  expect(printed.filter((ids) => !ids.some((id) => published.has(id)))).toEqual([])
  expect(Object.keys(shared).filter((id) => !published.has(id))).toEqual([])
})

test('the page says in words what the formulas decide, and holds no input of a path of its own', () => {
  const text = methodPage(outcome)
  for (const [title] of METHOD_NOTES) expect(text).toContain(`## ${title}`)
  expect(text).toContain('gross-profit ratio')
})

test('the page says how the method reads what it leaves open', () => {
  const text = methodPage(outcome)
  for (const reading of [
    'decided in whole months',
    'A departure entered after retirement has no effect',
    'that year is contract year 1',
    'bonus and benefits stay flat unless an escalator is entered',
    'stated by date or in months after closing',
    'that the practice then has under the agreement',
    'only unrecovered basis is a loss, which reduces tax once, at the rate on gain',
    'has a return of −100%',
    'is not carried forward as debt',
  ])
    expect(text).toContain(reading)
})
