import { describe, expect, it } from 'vitest'

import { added, moved } from '../../shared/case/lists'
import { elementName, lowered, named } from '../../shared/case/names'
import { set } from '../../shared/case/path'
import { nameOf, parseCase, rowNameOf } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import { leversOf } from '../../shared/analysis/levers'
import { checksOf } from '../../shared/checks'
import { evaluateCase } from '../../shared/model'
import { changedInputs } from '../../shared/present/since'
import { ledgerOf } from '../../shared/present/report/ledger'

const sample = samples.find(({ name }) => name === 'general-dentist')!.document

const adding = (document: Case, ...items: readonly (readonly [list: string, word: string, seed?: object])[]): Case =>
  items.reduce((result, [list, word, seed]) => added(result, list, word, seed).document, document)

/** Two of everything without a name, and names left blank. */
const unnamed = [
  'practice/costs/staff/label',
  'offers/harbor/name',
  'offers/harbor/components/escrow-1/label',
  'offers/summit/components/rolled-1/outcomes/good/label',
].reduce<Case>(
  (document, path) => set(document, path, ' '),
  adding(
    { ...sample, practice: { ...sample.practice, taper: [] } },
    ['practice/taper', 'step', { age: 62 }],
    ['practice/taper', 'step', { age: 64 }],
    ['tax/changes', 'change'],
    ['alternatives/sellPrivately/tranches', 'part'],
    ['offers/cedar/fee/tiers', 'tier'],
    ['offers/cedar/fee/tiers', 'tier', { from: 1_000_000 }],
    ['offers/cedar/operations/takeovers', 'takeover', { cost: 'supplies', takenOver: 0.5 }],
    ['offers/harbor/components', 'note', { kind: 'note', label: '' }],
    ['offers/harbor/components', 'note', { kind: 'note', label: '' }],
  ),
)
const noteIds = unnamed.offers[0]!.components.slice(-2).map(({ id }) => id)

describe('what has no name', () => {
  it.each([
    ['practice/taper/step-2/age', 'From age (2nd step to fewer days)'],
    ['practice/costs/staff/amount', 'Amount (1st cost)'],
    ['tax/changes/change-1/from', 'From year (change of tax rates)'],
    ['alternatives/sellPrivately/tranches/part-2/share', 'Share sold (2nd part sold)'],
    ['offers/cedar/fee/tiers/tier-2/from', 'Collections above (Cedar, 2nd tier of the fee)'],
    [
      `offers/cedar/operations/takeovers/${unnamed.offers[1]!.operations.takeovers.at(-1)!.id}/saving`,
      'Saving on the rest (Cedar, Supplies)',
    ],
    ['offers/harbor/closing', 'Closing (1st offer)'],
    ['offers/harbor/components/escrow-1/months', 'Released after (1st offer, escrow)'],
    [`offers/harbor/components/${noteIds[1]}/rate`, 'Interest rate (1st offer, 3rd seller note)'],
    ['offers/summit/components/rolled-1/outcomes/good/multiple', /Multiple of invested capital \(.+, 3rd outcome\)/],
  ])('is called by its place at %s', (path, name) => {
    expect(nameOf(path, unnamed)).toMatch(name)
  })

  it('counts as a person does', () => {
    const many = adding(
      { ...sample, practice: { ...sample.practice, costs: [] } },
      ...Array.from({ length: 24 }, () => ['practice/costs', 'cost'] as const),
    )
    const ordinals = many.practice.costs.map(({ id }) => elementName(`practice/costs/${id}`, many).replace(' cost', ''))
    expect(ordinals.filter((_, i) => [1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 24].includes(i + 1))).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '22nd',
      '23rd',
      '24th',
    ])
  })

  it('takes another name when it is moved, in the formulas too', () => {
    const label = (document: Case) =>
      evaluateCase(document).structure.graph.inputs.find(({ id }) => id.startsWith('practice/taper/step-2/age'))?.label
    expect(label(unnamed)).toMatch(/2nd step to fewer days/)
    expect(label(moved(unnamed, 'practice/taper', 'step-2', -1))).toMatch(/1st step to fewer days/)
  })

  it('never shows an id: in formulas, checks, levers, the report and what has changed', () => {
    const outcome = evaluateCase(unnamed)
    const { graph } = outcome.structure
    const said = [
      ...[...graph.inputs, ...graph.lines].map(({ label }) => label),
      ...outcome.paths.map(({ name }) => name),
      ...checksOf(outcome).map(({ message }) => message),
      ...leversOf(unnamed).map(({ label }) => label),
      ...ledgerOf(outcome).groups.flatMap(({ title, rows, zeros }) => [
        title,
        ...rows.map((row) => row.label),
        ...zeros,
      ]),
      ...[...changedInputs(sample, unnamed), ...changedInputs(unnamed, sample)].map(({ label }) => label),
    ]
    const faults = said.filter(
      (text) => /(^|[ (:"“])[a-z]+-\d|\(\s*[,)]|^\s*(:|$)|, \)|""|"\s+"/.test(text) || /^ |escrow-1|earnOut/.test(text),
    )
    expect(faults).toEqual([])
    expect(outcome.paths.map(({ name }) => name)).toContain('1st offer')
  })

  it('is named so in the sentence about a bad value', () => {
    const parsed = parseCase(set(unnamed, 'practice/taper/step-1/days', 9 as never))
    expect(!parsed.ok && parsed.problems[0]!.message).toBe(
      'Clinical days (1st step to fewer days): 9 is outside the limits. Enter a value from 0 to 7 days.',
    )
  })
})

it('a case in which everything has a name is shown as it is', () => {
  for (const { document } of samples) expect(named(document)).toBe(document)
})

describe('the head of a row', () => {
  it.each([
    ['practice/costs/staff/growth', 'Staff: cost growth'],
    ['offers/harbor/components/escrow-1/months', 'Harbor, Escrow: released after'],
    ['offers/harbor/price/ebitda', 'Harbor: EBITDA in the offer'],
    ['owner/spendingNow', 'Spending now'],
    // A practice that is sold in one part: no one calls that a part.
    ['alternatives/sellPrivately/tranches/all/on', 'Sold on'],
  ])('is for %s what a field belongs to, then the field', (path, name) => {
    expect(rowNameOf(path, sample)).toBe(name)
  })

  it('names a single step to fewer days, whose fields say nothing by themselves', () => {
    const taper = [{ id: 'at-60', age: 60, days: 3 }]
    const one = { ...sample, practice: { ...sample.practice, taper } }
    expect(rowNameOf('practice/taper/at-60/age', one)).toBe('Step to fewer days: from age')
    const labels = ledgerOf(evaluateCase(one)).groups.flatMap(({ rows }) => rows.map(({ label }) => label))
    expect(labels).toContain('Step to fewer days: from age')
    expect(labels).toContain('Sold on')
  })

  it('keeps the capitals of an abbreviation within a sentence', () => {
    expect(['Fee growth', 'EBITDA in the books'].map(lowered)).toEqual(['fee growth', 'EBITDA in the books'])
  })
})
