import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

import { STEPS } from '../../renderer/components/frame/steps'
import { checksOf } from '../../shared/checks'
import { samples } from '../../shared/case/samples'
import { set } from '../../shared/case/path'
import { caseSchema, type Case } from '../../shared/case/schema'
import { evaluateCase } from '../../shared/model'
import { answerOf } from '../../shared/present/answer'
import { ENTRIES, entryOf, piecesOf, searchGlossary, termsIn } from '../../shared/present/glossary'
import { keyFigures } from '../../shared/present/key-figures'
import { textOf } from '../../shared/present/sentence'
import { VIEW_NAMES, VIEW_NOTE } from '../../shared/present/views'

/** The texts of fields: labels, help, names of choices, what an amount is per or of. */
function wordsOfFields(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  const { label, help, per, choices, ...rest } = node as Record<string, unknown>
  const own = [label, help, per, ...Object.values((choices as object | undefined) ?? {})]
  return [...own.filter((text) => typeof text === 'string'), ...Object.values(rest).flatMap(wordsOfFields)]
}

/** The samples as they are, and under the law with an estimated benefit: both add words of their own. */
const outcomes = samples.flatMap(({ document }) => [
  evaluateCase(document),
  evaluateCase(set(set(document, 'tax/mode', 'federal'), 'owner/socialSecurityBasis', 'estimated') as Case),
])
const corpus = [
  ...wordsOfFields(z.toJSONSchema(caseSchema, { io: 'input' })),
  ...outcomes.flatMap((outcome) => {
    const paths = outcome.paths.map(({ id }) => id)
    const { headline, reason, otherView } = answerOf(outcome, 'expected', 'today', paths)
    return [
      ...[headline, reason, otherView].map((sentence) => textOf(sentence, String)),
      ...keyFigures(outcome, 'expected', 'today', paths).flatMap(({ label, note }) => [label, note]),
      ...outcome.structure.graph.lines.map(({ label, meaning }) => `${label}. ${meaning}`),
      ...checksOf(outcome).map(({ message }) => message),
    ]
  }),
  ...Object.values(VIEW_NAMES),
  VIEW_NOTE,
  'in future dollars',
  ...STEPS.map(({ says }) => says),
].join('\n')

describe('the glossary', () => {
  test('has no term that the program does not use', () => {
    const used = new Set(termsIn(corpus))
    expect(ENTRIES.filter((entry) => !used.has(entry)).map(({ term }) => term)).toEqual([])
  })

  test('has each term once, in the order of the alphabet, in one sentence of at most 200 characters', () => {
    const forms = ENTRIES.flatMap(({ term, forms: more = [] }) => [term, ...more].map((form) => form.toLowerCase()))
    expect(forms.filter((form, i) => forms.indexOf(form) !== i)).toEqual([])
    const terms = ENTRIES.map(({ term }) => term)
    expect(terms).toEqual(terms.toSorted((a, b) => a.localeCompare(b, 'en')))
    for (const { term, sentence } of ENTRIES) {
      expect([term, sentence.length]).toEqual([term, Math.min(sentence.length, 200)])
      expect(sentence).toMatch(/^[A-Z][^.]*(?:\d\.\d[^.]*)*\.$/)
    }
  })

  test('explains the terms that an offer is talked about in', () => {
    for (const term of [
      'earn-outs',
      'Escrow',
      'seller notes',
      'Rollover equity',
      'EBITDA',
      'Adjusted EBITDA',
      'add-backs',
      'Collections',
      'working capital',
      'covenant not to compete',
      'goodwill',
      'net investment income tax',
      'Noncontingent',
      'preferred return',
      'discretionary earnings',
      'installment method',
      'today’s dollars',
      'retained share',
    ])
      expect([term, entryOf(term)?.term]).not.toContain(undefined)
  })
})

describe('terms in a text', () => {
  test('are the longest that fit, whole words in any case and number, each the first time', () => {
    const found = (text: string) =>
      piecesOf(text).flatMap(({ text, entry }) => (entry ? [`${text} = ${entry.term}`] : []))
    expect(found('Effective multiple of adjusted EBITDA and EBITDA')).toEqual([
      'Effective multiple = effective multiple',
      'adjusted EBITDA = adjusted EBITDA',
      'EBITDA = EBITDA',
    ])
    expect(found('Escrows, then another escrow')).toEqual(['Escrows = escrow'])
    expect(found('multiplex, non-escrow and wealthier')).toEqual([])
    expect(found('The buyer may buy it when you leave (call)')).toEqual(['(call) = call option'])
  })

  test('leave the text as it is', () => {
    const word = fc.constantFrom('escrow', 'Earn-outs', ' ', ', ', 'the ', 'EBITDA', '(put)', '-', 'x', 'basis', '’s')
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join('')
        expect(
          piecesOf(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })

  test('are found by a search, names before sentences', () => {
    expect(searchGlossary('')).toBe(ENTRIES)
    expect(searchGlossary('ebitda')[0]!.term).toBe('adjusted EBITDA')
    expect(searchGlossary('incentive units').length).toBeLessThanOrEqual(1)
    expect(searchGlossary('paid later installment').map(({ term }) => term)).not.toContain('wealth')
    expect(searchGlossary('zzz')).toEqual([])
  })
})
