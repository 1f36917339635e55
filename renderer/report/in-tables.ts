/** Splits columns into the fewest tables of at most this many, evenly. One empty table if there are no columns. */
export function inTables<Column>(columns: readonly Column[], most: number): Column[][] {
  const count = Math.max(1, Math.ceil(columns.length / most))
  const each = Math.ceil(columns.length / count)
  return Array.from({ length: count }, (_, i) => columns.slice(i * each, (i + 1) * each))
}
