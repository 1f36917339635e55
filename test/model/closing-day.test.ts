// Letters often close on December 31, the day before a plan starts.
import { expect, test } from 'vitest'

import { set } from '../../shared/case/path'
import { parseCase } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'
import { evaluateCase } from '../../shared/model'

const FIGURES = ['priceTotal', 'inPocketAtClose', 'wealthAtRetirement', 'wealthAtHorizon', 'pathTotal'] as const

test.each(samples.map(({ name, document }) => [name, document] as const))(
  'the price of a closing on the eve of the plan is paid in its first year: %s',
  (_, document) => {
    const { id } = document.offers[0]!
    // Parts that fall due a year later differ by a calendar year, so only the cash is compared.
    const paidAtOnce = set({ ...document, origins: {} }, `offers/${id}/components`, [])
    const closing = (day: string) => {
      const dated = set(paidAtOnce, `offers/${id}/closing`, day)
      expect(parseCase(dated).ok).toBe(true)
      const outcome = evaluateCase(dated)
      return FIGURES.map((figure) => outcome.figure(id, 'expected', figure))
    }
    const first = closing('2027-01-01')
    expect(first[0]).toBeGreaterThan(0)
    expect(closing('2026-12-31')).toEqual(first)
    expect(closing('2026-12-16')).toEqual(first)
  },
)
