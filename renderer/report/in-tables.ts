/** Columns split into as few tables as hold at most so many each, about as many in each. One empty table for no column. */
export function inTables<Column>(columns: readonly Column[], most: number): Column[][] {
  const count = Math.max(1, Math.ceil(columns.length / most))
  const each = Math.ceil(columns.length / count)
  return Array.from({ length: count }, (_, i) => columns.slice(i * each, (i + 1) * each))
}
