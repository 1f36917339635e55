import { expect, test } from 'vitest'

import { condition } from '../../renderer/components/compare/levers'
import { leversOf } from '../../shared/analysis/levers'
import { generalDentist } from '../../shared/case/samples/general-dentist'

test('where the ranking changes is said of what, and in words that fit the lever', () => {
  const document = {
    ...generalDentist.document,
    tax: {
      ...generalDentist.document.tax,
      mode: 'federal' as const,
      federal: {
        ...generalDentist.document.tax.federal,
        state: 'CA' as const,
        stateTax: 'law' as const,
        movesTo: 'FL' as const,
      },
    },
  }
  const said = (label: string, value: number, direction: 'above' | 'below') => {
    const lever = leversOf(document).find((one) => one.label === label)
    if (!lever) throw new Error(`no lever ${label}`)
    return condition(lever, { value, direction }, document)
  }
  expect(said('Price to a dentist', 0.758, 'above')).toBe('the price to a dentist is above 75.8% of collections')
  expect(said('Chance that a dentist buys', 0.4, 'below')).toBe('the chance that a dentist buys is below 40%')
  expect(said('Fee growth', 0.031, 'above')).toBe('fee growth is above 3.1% a year')
  expect(said('You retire in', 2032, 'above')).toBe('you retire in 2032 or later')
  expect(said('You move to Florida in', 2030, 'below')).toBe('you move to Florida in 2030 or earlier')
  expect(said('Harbor: multiple', 6.1, 'below')).toBe('Harbor’s multiple is below 6.1×')
})
