import { expect, test } from 'vitest'

import { set } from '../../shared/case/path'
import { samples } from '../../shared/case/samples'
import { evaluateCase, VIEWS } from '../../shared/model'
import { outcomeData } from '../../shared/present/outcome-data'
import { METHOD_NOTES, methodOf, methodPage } from '../../shared/present/method'
import { methodHtml } from '../../shared/present/method-html'
import { ofTheLaw } from '../../shared/present/workbook/layout'

const outcome = evaluateCase(samples[0]!.document)

test('every line that the command line prints is published, under its id there', () => {
  const published = new Set(methodOf(outcome).flatMap(({ lines }) => lines.flatMap(({ id, also }) => [id, ...also])))
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

test('no line is published twice, however many paths and views compute it', () => {
  const federal = evaluateCase(set(samples[0]!.document, 'tax/mode', 'federal'))
  const scopes = [...federal.paths.map(({ id }) => id), ...VIEWS]
  const own = (id: string): string => {
    const scope = scopes.find((one) => id.startsWith(`${one}/`))
    return scope === undefined ? id : own(id.slice(scope.length + 1))
  }
  for (const { title, lines } of methodOf(federal)) {
    const readings = lines.map(({ id, label, meaning, first, later }) =>
      [own(id), label, meaning, first, later].join('\n'),
    )
    const twice = readings.filter((reading, i) => readings.indexOf(reading) !== i)
    expect(twice, title).toEqual([])
  }
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

test('the HTML page has every line once, every cited number with its source, and its names as text', () => {
  const federal = set(set(samples[0]!.document, 'tax/mode', 'federal'), 'name', 'A <b>bold</b> & "odd" case')
  const known = evaluateCase(federal)
  const text = methodHtml(known, { day: 'November 28, 2026', version: '1.2.3' })
  expect(text).toContain(
    'A &lt;b&gt;bold&lt;/b&gt; &amp; &quot;odd&quot; case · November 28, 2026 · Sell or Stay 1.2.3',
  )
  expect(text).not.toContain('<b>')
  const ids = [...text.matchAll(/<dt>.*?<code>(.*?)<\/code>/g)].map(([, id]) => id)
  expect(ids.length).toBe(methodOf(known).reduce((count, { lines }) => count + lines.length, 0))
  const { constants } = ofTheLaw(known.structure.graph.lines)
  expect(constants.length).toBeGreaterThan(20)
  for (const { cited } of constants) expect(cited.source).not.toBe('')
  for (const [label, value] of [
    ['Social Security tax, each side', '6.2%'],
    ['Social Security wage base', '$184,500'],
    ['Age of the additional standard deduction', '65'],
  ])
    expect(text).toContain(`<tr><th scope="row">${label}</th><td class="number">${value}</td>`)
  expect(text.match(/<tr><th scope="row">/g)!.length).toBeGreaterThan(constants.length)
  // Nothing is fetched when it is opened.
  expect(text).not.toMatch(/(src|href)="(?!#)|url\(|@import|<script/)
})
