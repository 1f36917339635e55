import type { Cell, Row } from '../document'

export type Decimal = '.' | ','

const AMOUNT = /^[(+–−-]?\s*(?:US)?[$€£]?\s*[(+–−-]?\s*\d[\d.,'\s]*[kM]?\)?\s*(?:-|CR|DR|USD)?$/i

/** Does a sheet write 1,234.50 or 1.234,50? By what only one of the two can be. */
export function decimalOf(rows: readonly Row[]): Decimal {
  let comma = 0
  let point = 0
  for (const { cells } of rows)
    for (const { text, number } of cells) {
      if (number !== undefined) continue
      const digits = text.replace(/[^\d.,]/g, '')
      if (/\d\.\d{3},\d{1,2}$|\.\d{3}\.\d{3}/.test(digits) || /^\d{1,3},\d{1,2}$/.test(digits)) comma++
      if (/\d,\d{3}\.\d{1,2}$|,\d{3},\d{3}|^\d{1,3},\d{3}$/.test(digits) || /^\d+\.\d{2}$/.test(digits)) point++
    }
  return comma > point ? ',' : '.'
}

/**
 * Dollars of a cell, negative in parentheses, with a minus on either side or marked CR; undefined where it holds no
 * amount: text, a percentage, an account number such as 4-1000.
 */
export function amountOf(cell: Cell, decimal: Decimal): number | undefined {
  if (cell.number !== undefined) return cell.number
  const text = cell.text.trim()
  // Nothing, as accountants write it.
  if (/^[$]?\s*[-–—]+$/.test(text)) return 0
  if (!AMOUNT.test(text) || text.includes('%')) return undefined
  const digits = text.replace(/[^\d.,]/g, '')
  const plain = decimal === ',' ? digits.replace(/\./g, '').replace(',', '.') : digits.replace(/,/g, '')
  if (!/^\d+(?:\.\d+)?$/.test(plain)) return undefined
  const negative = /^\s*(?:[$€£]\s*)?[(–−-]|^\(?[$€£]?\s*[(–−-]|\)\s*$|-\s*$|CR$/i.test(text)
  // "85k", as it is typed quickly.
  const value = Number(plain) * (/\dk\b/i.test(text) ? 1_000 : /\dM\b/.test(text) ? 1_000_000 : 1)
  return negative && value !== 0 ? -value : value
}

/** Whole cents, so that sums are exact. */
export const cents = (dollars: number): number => Math.round(dollars * 100)
