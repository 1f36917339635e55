import { expect, test } from 'vitest'

import { taxed } from './household'

// Joint, 2026, wages 400,000 and a gain of 3,000,000 (as in worked.test.ts): standard deduction 32,200, regular tax
// 661,173, minimum tax 33,642 above it. Mortgage interest of 24,000 is less than the standard deduction, but the minimum
// tax allows it, at 28%; the exemption is used up. The lesser regular deduction, 24,000 less 2/37 of it (26 U.S.C. §68),
// leaves that much less room for gain at 15% instead of 20% (Form 6251, lines 27 to 33).
const SALE = { wages: 400_000, longTermGain: 3_000_000, mortgageInterest: 24_000 }
const home = taxed({ status: 'mfj', itemize: true })

test('whoever owes minimum tax itemizes below the standard deduction where that costs less', () => {
  const value = home.run(SALE)
  expect(value(home.lines.regularTax)).toBeCloseTo(661_173, 6)
  const room = 32_200 - (35 / 37) * 24_000
  expect(value(home.lines.amt)).toBeCloseTo(33_642 - 0.28 * 24_000 + 0.05 * room, 6)
  expect(value(home.lines.incomeTax)).toBeCloseTo(688_569.86, 2)
})

test('state tax alone is no reason to itemize: the minimum tax does not allow it', () => {
  const value = home.run({ ...SALE, mortgageInterest: 0, stateAndLocalTaxes: 24_000 })
  expect(value(home.lines.incomeTax)).toBeCloseTo(661_173 + 33_642, 6)
})

test('without minimum tax the greater deduction counts', () => {
  // 367,800 of taxable income on the joint schedule.
  expect(home.run({ ...SALE, longTermGain: 0 })(home.lines.incomeTax)).toBeCloseTo(73_468, 6)
})
