import { describe, expect, test } from 'vitest'

import { estimateRates, withRates } from '../../shared/analysis/effective-rates'
import type { Case } from '../../shared/case/schema'
import { evaluateCase, Structure } from '../../shared/model'
import { caseOf } from '../model/arbitrary-case'

const dentist = (federal: object = {}, more: object = {}): Case =>
  caseOf({
    schemaVersion: 2,
    owner: { birthDate: '1970-06-01', retirement: '2036-12-31', taxDeferredSavings: 900_000 },
    assumptions: { startYear: 2027 },
    tax: { mode: 'blended', federal: { entity: 'sCorporation', state: 'CA', deduction: 'standard', ...federal } },
    offers: [{ id: 'offer', name: 'Offer', closing: '2028-06-30' }],
    ...more,
  })

const byLaw = (document: Case): Case => ({ ...document, tax: { ...document.tax, mode: 'federal' } })
const exact = (document: Case): Case => ({
  ...document,
  tax: {
    ...document.tax,
    rates: {
      ...document.tax.rates,
      ...Object.fromEntries(
        estimateRates(document).flatMap(({ kind, rate }) => (rate === undefined ? [] : [[kind, rate]])),
      ),
    },
  },
})
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('effective rates estimated from the law', () => {
  test.each([
    ['of a sole practice', { entity: 'sole', filingStatus: 'single' }],
    ['of an S corporation in Alabama', { state: 'AL', deduction: 'greater', propertyTax: 9_000 }],
    ['of a C corporation in Texas', { entity: 'cCorporation', state: 'TX' }],
    ['at flat state rates', { state: 'other' }],
    ['with a move', { state: 'NY', movesTo: 'FL', moveYear: 2031 }],
  ])('%s take the same tax from the same income, over all paths', (_, federal) => {
    const document = dentist(federal)
    const [law, rates] = [evaluateCase(byLaw(document)), evaluateCase(exact(document))]
    const tax = (of: typeof law, line: string) => sum(of.paths.map(({ id }) => sum(of.row(id, 'expected', line)!)))
    const [before, after] = [tax(law, 'incomeTax'), tax(rates, 'incomeTax')]
    expect(before).toBeGreaterThan(500_000)
    expect(after).toBeCloseTo(before, 2)
  })

  test('spread the tax on every sale over its kinds of income, and nothing else', () => {
    const note = { id: 'note', kind: 'note', label: 'Note', share: 0.3, years: 5, rate: 0.06, probability: 1 }
    const rolled = { id: 'rolled', kind: 'rolled', label: 'Shares', method: 'simple', share: 0.2 }
    const document = byLaw(
      dentist({}, { offers: [{ id: 'offer', name: 'Offer', closing: '2028-06-30', components: [note, rolled] }] }),
    )
    const outcome = new Structure(document, { estimating: true }).evaluate(document)
    const all = (path: string, kinds: readonly string[]) =>
      sum(kinds.flatMap((kind) => outcome.row(path, 'expected', `rateTax/${kind}`) ?? []))
    for (const { id } of outcome.paths)
      expect(all(id, ['ordinary', 'interest', 'gain', 'passiveGain'])).toBeCloseTo(
        sum(outcome.row(id, 'expected', 'datedTax')!),
        4,
      )
    expect(all('offer', ['interest'])).toBeGreaterThan(1_000)
    expect(all('offer', ['practice', 'wages'])).toBeCloseTo(sum(outcome.row('offer', 'expected', 'incomeTax')!), 4)
    expect(all('keep', ['deferred', 'socialSecurity'])).toBeCloseTo(
      sum(outcome.row('keep', 'expected', 'otherTax')!),
      4,
    )
  })

  test('of one year are that year’s tax divided by its income', () => {
    const document = dentist(
      {},
      { offers: [], owner: { birthDate: '1970-06-01', retirement: '2027-12-31', horizonAge: 57 } },
    )
    const law = evaluateCase(byLaw(document))
    const rate = estimateRates(document).find(({ kind }) => kind === 'practice')!
    const taxed = law.row('keep', 'expected', 'practiceTaxed')![0]!
    expect(rate.rate).toBeCloseTo(
      law.row('keep', 'expected', 'incomeTax')![0]! / (taxed - document.owner.contributionAsOwner),
      10,
    )
  })

  test('become assumptions to a tenth of a percent; a kind that no path has keeps its rate', () => {
    const document = {
      ...dentist(),
      origins: { 'tax/rates/practice': 'entered', 'tax/rates/passiveGain': 'entered' } as const,
    }
    const estimates = estimateRates(document)
    const changed = withRates(document, estimates)
    const practice = estimates.find(({ kind }) => kind === 'practice')!
    expect(changed.tax.rates.practice).toBeCloseTo(practice.rate!, 3)
    expect(estimates.find(({ kind }) => kind === 'passiveGain')!.rate).toBeUndefined()
    expect(changed.tax.rates.passiveGain).toBe(document.tax.rates.passiveGain)
    expect(changed.origins).toEqual({ 'tax/rates/passiveGain': 'entered' })
    expect(changed.tax.mode).toBe('blended')
  })

  test('are lower without state tax', () => {
    const rates = (state: string) =>
      Object.fromEntries(estimateRates(dentist({ state })).map(({ kind, rate }) => [kind, rate]))
    const [california, texas] = [rates('CA'), rates('TX')]
    for (const kind of ['practice', 'wages', 'ordinary', 'gain']) expect(texas[kind]).toBeLessThan(california[kind]!)
  })
})
