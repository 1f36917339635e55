import { expect, test } from 'vitest'

import { parseCase } from '../../../shared/case/problems'
import { samples } from '../../../shared/case/samples'
import { stateTaxFlat } from '../../../shared/case/versions/0002-state-tax-flat'
import { evaluateCase } from '../../../shared/model'

/** A case as version 1 wrote it, before it could say how the state taxes. */
function ofVersion1() {
  const { document } = samples.find(({ document: { tax } }) => tax.mode === 'federal')!
  const {
    stateTax: _,
    localRate: __,
    practiceSaleRule: ___,
    businessIncomeRule: ____,
    ...federal
  } = document.tax.federal
  return { ...document, schemaVersion: 1, tax: { ...document.tax, federal } }
}

test('a case of version 1 keeps its flat rates, and its figures', () => {
  const read = parseCase(ofVersion1())
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'))
  expect(read.value.tax.federal.stateTax).toBe('flat')
  const { document } = samples.find(({ document: { tax } }) => tax.mode === 'federal')!
  const tax = (of: typeof document) => evaluateCase(of).figure('keep', 'expected', 'pathTotal')
  expect(tax(read.value)).toBe(
    tax({ ...document, tax: { ...document.tax, federal: { ...document.tax.federal, stateTax: 'flat' } } }),
  )
})

test('a new case is computed by the law of its state once one is chosen', () => {
  const read = parseCase({ app: 'sell-or-stay', schemaVersion: 2 })
  expect(read).toMatchObject({ ok: true, value: { tax: { federal: { stateTax: 'law', state: 'other' } } } })
})

test('what was already chosen stays, and what is no object is left to the schema', () => {
  expect(stateTaxFlat.up({ tax: { mode: 'federal' } })).toEqual({
    tax: { mode: 'federal', federal: { stateTax: 'flat' } },
  })
  expect(stateTaxFlat.up({ tax: { federal: { stateTax: 'law' } } })).toEqual({ tax: { federal: { stateTax: 'law' } } })
  expect(stateTaxFlat.up({ tax: 'none' })).toEqual({ tax: 'none' })
  expect(stateTaxFlat.up({ tax: { federal: 5 } })).toEqual({ tax: { federal: 5 } })
  expect(stateTaxFlat.up({})).toEqual({ tax: { federal: { stateTax: 'flat' } } })
})
