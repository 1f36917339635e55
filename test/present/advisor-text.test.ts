import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

import { usd, usdInWords } from '../../renderer/format'
import { valueOf } from '../../renderer/report/values'
import { parseCase } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import { checksOf } from '../../shared/checks'
import { evaluateCase } from '../../shared/model'
import { advisorText } from '../../shared/present/advisor-text'

const textOf = (document: Case) =>
  advisorText(evaluateCase(document), 'today', { inWords: usdInWords, exact: usd, term: valueOf })

it.each(samples)('survives an e-mail and has answer, terms and every question: $name', ({ document }) => {
  const text = textOf(document)
  const outcome = evaluateCase(document)
  expect(text).not.toMatch(/\t|NaN|undefined|<|\u00A0/)
  for (const { id, name } of outcome.paths)
    expect(text).toContain(`- ${name}: ${usd(outcome.figure(id, 'guaranteed', 'wealthAtRetirementToday'))} / `)
  for (const { name } of document.offers.filter(({ include }) => include)) expect(text).toContain(`TERMS OF ${name}`)
  const asked = checksOf(outcome).filter(({ for: who }) => who !== undefined)
  for (const { message } of asked) expect(text).toContain(`. ${message}`)
  const numbers = [...text.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number))
  expect(numbers).toEqual(asked.map((_, i) => i + 1))
})

it('begins with the warnings that stand above the answer', () => {
  const { document } = samples[0]!
  const offers = document.offers.map((offer) => ({ ...offer, leaseGuaranty: 'stays' as const }))
  const [before, after] = textOf({ ...document, offers }).split('THE ANSWER\n')
  expect(before!.match(/^- .* personal guaranty of the office lease/gm)).toHaveLength(offers.length)
  expect(before).toContain('READ THIS FIRST\n')
  expect(after).not.toContain('READ THIS FIRST')
  expect(textOf(document)).not.toContain('READ THIS FIRST')
})

it('says what stands in the way where there is no answer', () => {
  const file = new URL('../fixtures/pack/broken2.json', import.meta.url)
  const read = parseCase(JSON.parse(readFileSync(file, 'utf8')))
  if (!read.ok) throw new Error('not a case')
  const text = textOf(read.value)
  expect(text).toContain('THERE IS NO ANSWER YET')
  expect(text).not.toContain('THE ANSWER\n')
})
