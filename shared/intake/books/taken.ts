import { cellName, type Row } from '../document'
import { amountOf, cents, type Decimal } from './amounts'
import { MONTHLY, periodOfHead, WHOLE } from './heads'
import { periodIn } from './period'

/** The column of the whole period: a total that is the sum of the others, the latest year, or all months added up. */
export function takenColumns(
  rows: readonly Row[],
  money: readonly number[],
  heads: ReadonlyMap<number, string>,
  years: ReadonlyMap<number, number>,
  decimal: Decimal,
): { taken: number | undefined; sum: readonly number[]; guessed?: true } {
  if (money.length === 1) return { taken: money[0]!, sum: [] }
  const last = money.at(-1)!
  // Beside whole years, a total is their sum.
  const whole12 = [...years].filter(([column]) => periodOfHead(heads.get(column) ?? '')?.months === 12)
  if (whole12.length > 1) return { taken: whole12.sort((a, b) => b[1] - a[1])[0]![0], sum: [] }
  if (WHOLE.test(heads.get(last) ?? '')) return { taken: last, sum: [] }
  // As a rule it is the last; some put it first.
  const whole = money.length > 2 ? [last, money[0]!].find((column) => sumsUp(column, money, rows, decimal)) : undefined
  if (whole !== undefined) return { taken: whole, sum: [] }
  if (years.size > 0) {
    const latest = [...years].sort((a, b) => b[1] - a[1])[0]!
    return { taken: latest[0], sum: [] }
  }
  const named = money.filter((column) => WHOLE.test(heads.get(column) ?? ''))
  if (named.length === 1) return { taken: named[0]!, sum: [] }
  const periods = money.filter((column) => periodIn(heads.get(column) ?? '') ?? MONTHLY.test(heads.get(column) ?? ''))
  if (periods.length > 1) return { taken: undefined, sum: periods }
  return { taken: last, sum: [], guessed: true }
}

/** Says which column was taken where its head does not. */
export function guessOf(money: readonly number[], heads: ReadonlyMap<number, string>, taken: number): string {
  const nameOf = (column: number): string =>
    `column ${cellName(column, 1).slice(0, -1)}${heads.has(column) ? ` (“${heads.get(column)}”)` : ''}`
  const others = money.filter((column) => column !== taken).map(nameOf)
  return `The amounts were read from ${nameOf(taken)}, not from ${others.join(', ')}: no heading says which of them is the whole year. If another one is, delete the rest from a copy of the file and read that.`
}

/** The columns of money in and money out, where there are only these two. */
export function inAndOutOf(
  money: readonly number[],
  heads: ReadonlyMap<number, string>,
): readonly [cameIn: number, wentOut: number] | undefined {
  const find = (form: RegExp): number | undefined => money.find((column) => form.test(heads.get(column) ?? ''))
  const cameIn = find(/^(?:(?:money|cash|paid|amount)\s+)?in$|^(?:deposits?|received|receipts|income|inflows?)$/i)
  const wentOut = find(
    /^(?:(?:money|cash|paid|amount)\s+)?out$|^(?:payments?|paid|spent|withdrawals?|expenses?|outflows?|disbursements)$/i,
  )
  return money.length === 2 && cameIn !== undefined && wentOut !== undefined ? [cameIn, wentOut] : undefined
}

/** A column of percentages or fractions of another: the same small part of its amount in nearly every row. */
export function isShare(column: number, money: readonly number[], rows: readonly Row[], decimal: Decimal): boolean {
  return money.some((other) => {
    if (other === column) return false
    const parts = rows.flatMap(({ cells }) => {
      const [part, whole] = [column, other].map((wanted) => {
        const cell = cells.find((one) => one.column === wanted)
        return cell && amountOf(cell, decimal)
      })
      return part !== undefined && whole !== undefined && Math.abs(whole) >= 100 ? [part / whole] : []
    })
    if (parts.length < 5) return false
    const usual = [...parts].sort((a, b) => a - b)[Math.floor(parts.length / 2)]!
    if (Math.abs(usual) > 0.01 || usual === 0) return false
    return parts.filter((part) => Math.abs(part / usual - 1) < 0.1).length >= parts.length * 0.8
  })
}

/** Does the column hold the sum of all others in most rows? A cent of rounding for each is allowed. */
function sumsUp(column: number, money: readonly number[], rows: readonly Row[], decimal: Decimal): boolean {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.column === column))
  const proves = filled.filter(({ cells }) => {
    const at = (wanted: number): number => {
      const cell = cells.find((one) => one.column === wanted)
      return cents((cell && amountOf(cell, decimal)) ?? 0)
    }
    const others = money.reduce((sum, other) => sum + (other === column ? 0 : at(other)), 0)
    return at(column) !== 0 && Math.abs(others - at(column)) <= money.length
  })
  return proves.length > filled.length * 0.7
}
