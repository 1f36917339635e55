import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

import { computeTaxCases } from '../../../shared/tax'

test('the worked households of the README come to the published figures', () => {
  const readme = readFileSync(new URL('../../../shared/tax/state/README.md', import.meta.url), 'utf8')
  const tax = (state: string, longTermGain: number, practiceSale = false) => {
    const result = computeTaxCases([
      {
        id: 'worked',
        year: 2026,
        filingStatus: 'joint',
        inputs: {
          kind: 'state',
          state,
          age: 55,
          spouseAge: 55,
          wages: 300_000,
          longTermGain,
          practiceSaleGain: longTermGain,
          rules: { practiceSale },
        },
        expected: { stateTax: 0 },
      },
    ])
    if (!result.ok) throw new Error(result.problems.join('\n'))
    return result.results[0]!.computed['stateTax'] as number
  }
  const usd = (value: number) => Math.round(value).toLocaleString('en-US')
  const row = (name: string, code: string, practiceSale = false) => {
    const [alone, sold] = [tax(code, 0), tax(code, 3_000_000, practiceSale)]
    return `| ${name} | ${usd(alone)} | ${usd(sold)} | ${usd(sold - alone)} |`
  }
  expect(readme).toContain(row('California', 'CA'))
  expect(readme).toContain(row('Massachusetts', 'MA'))
  expect(readme).toContain(row('Washington', 'WA'))
  expect(readme).toContain(row('Washington, a qualified family-owned small business', 'WA', true))
})
