import { describe, expect, it } from 'vitest'

import { describe as fieldAt, schemaAt } from '../../shared/case/describe'
import { samples } from '../../shared/case/samples'
import { numericFields } from './walk'

const { document } = samples[0]!

describe('what the schema says of a field', () => {
  it.each([
    ['practice/feeGrowth', 'Fee growth', 'rate'],
    ['practice/costs/staff/amount', 'Amount', 'usd'],
    ['owner/birthDate', 'Date of birth', 'date'],
    ['owner/retirement', 'Retirement', 'date'],
    ['offers/harbor/closing', 'Closing', 'date'],
    ['offers/harbor/price/ebitda', 'EBITDA in the offer', 'usd'],
    ['offers/harbor/components/earn-1/probability', 'Probability of payment', 'rate'],
    ['offers/harbor/components/earn-1/wages', 'Taxed as wages', 'yesNo'],
    ['offers/harbor/components/note-1/repayment', 'Repayment', 'choice'],
    ['offers/summit/components/rolled-1/outcomes/best/multiple', 'Multiple of invested capital', 'factor'],
    ['tax/rates/gain', 'Tax on long-term gain', 'rate'],
  ])('%s', (path, label, unit) => {
    expect(fieldAt(path, document)).toMatchObject({ label, unit })
  })

  it('tells components of different kinds apart', () => {
    expect(fieldAt('offers/harbor/components/escrow-1/months', document)?.label).toBe('Released after')
    expect(fieldAt('offers/harbor/components/earn-1/months', document)?.label).toBe('Paid after')
    expect(fieldAt('offers/harbor/components/note-1/months', document)).toBeUndefined()
  })

  it.each([
    'nothing',
    'practice/nothing',
    'practice/name/length',
    'offers/nobody/components/x/share',
    'toString',
    'practice/constructor',
    '',
  ])('knows no field at %j', (path) => {
    expect(schemaAt(path, document)).toBeUndefined()
    expect(fieldAt(path, document)).toBeUndefined()
  })

  it('does not need the document where no kind is to be known', () => {
    expect(fieldAt('offers/any/job/rate', undefined)?.label).toBe('Your pay')
    expect(fieldAt('offers/any/components/any/share', undefined)).toBeUndefined()
  })
})

it('every numeric field says its label, its unit and its limits', () => {
  const fields = numericFields()
  expect(fields.length).toBeGreaterThan(150)
  for (const { path, meta } of fields) {
    expect(meta?.label, path).toMatch(/^\S.*\S$/)
    expect(['usd', 'rate', 'factor', 'years', 'days', 'hours', 'months', 'age', 'year', 'count'], path).toContain(
      meta?.unit,
    )
    expect(meta!.min!, path).toBeLessThan(meta!.max!)
  }
})
