import type { Cell, Row, Sheet } from '../document'
import { amountOf, decimalOf } from './amounts'

const LETTERS = /[A-Za-z]{3}/

/**
 * Two lists of accounts side by side, as on tax forms, put one below the other; the cells keep where they are in the
 * file. Any other sheet is returned as it is, and so is one that repeats the same names for another year.
 */
export function unfold(sheet: Sheet): Sheet {
  const decimal = decimalOf(sheet.rows)
  const names = new Map<number, string[]>()
  const money = new Map<number, number>()
  for (const { cells } of sheet.rows)
    for (const cell of cells) {
      const amount = amountOf(cell, decimal)
      if (amount !== undefined) money.set(cell.column, (money.get(cell.column) ?? 0) + Math.abs(amount))
      else if (LETTERS.test(cell.text)) names.set(cell.column, [...(names.get(cell.column) ?? []), cell.text.trim()])
    }
  const lists = [...names].filter(([, texts]) => texts.length >= 5).sort((a, b) => a[0] - b[0])
  const [left, right] = lists
  if (!left || !right || lists.length !== 2) return sheet
  const largest = (from: number, to: number): number | undefined =>
    [...money].filter(([column]) => column > from && column < to).sort((a, b) => b[1] - a[1])[0]?.[0]
  const first = largest(left[0], right[0])
  const second = largest(right[0], Infinity)
  if (first === undefined || second === undefined) return sheet
  const repeated = right[1].filter((name) => left[1].includes(name)).length
  // A column of remarks has far more words than amounts beside it.
  const amounts = sheet.rows.filter(({ cells }) => isAmount(at(cells, second), decimal)).length
  if (repeated > right[1].length * 0.3 || amounts < right[1].length * 0.6) return sheet

  const moved: Row[] = []
  const rows: Row[] = []
  let end = 0
  for (const row of sheet.rows) {
    const name = at(row.cells, right[0])
    const amount = at(row.cells, second)
    const own = row.cells.filter(({ column }) => column < right[0])
    // The total of both lists stands below the right one.
    const total = !name && amount && !at(row.cells, first) ? [{ ...amount, column: first, from: amount.column }] : []
    rows.push({ number: row.number, cells: name ? own.filter(({ column }) => column <= first) : [...own, ...total] })
    if (!name) continue
    end = rows.length
    const placed = amount ? [{ ...amount, column: first, from: amount.column }] : []
    moved.push({ number: row.number, cells: [{ ...name, column: left[0] }, ...placed] })
  }
  return { ...sheet, rows: [...rows.slice(0, end), ...moved, ...rows.slice(end)] }
}

const at = (cells: readonly Cell[], column: number): Cell | undefined => cells.find((cell) => cell.column === column)
const isAmount = (cell: Cell | undefined, decimal: ReturnType<typeof decimalOf>): boolean =>
  cell !== undefined && amountOf(cell, decimal) !== undefined
