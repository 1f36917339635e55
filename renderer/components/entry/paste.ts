import { describe } from '../../../shared/case/describe'
import { added, itemsAt, type Item } from '../../../shared/case/lists'
import { isPartner } from '../../../shared/case/partner/is-partner'
import { get, set, type Path } from '../../../shared/case/path'
import { parseCase } from '../../../shared/case/problems'
import type { Case, Origin } from '../../../shared/case/schema'
import { knownOf, mayBeEmpty, readTyped, type Typed } from '../../../shared/case/typed'

export interface ColumnOf<T extends Item = Item> {
  readonly label: string
  /**
   * The element's field in this column; it may depend on the element: an amount here, a share there, nothing elsewhere.
   */
  readonly field: string | ((item: T) => string | undefined)
  readonly choices?: Readonly<Record<string, string>>
}

export const fieldIn = (column: ColumnOf<never>, item: Item): string | undefined =>
  typeof column.field === 'string' ? column.field : column.field(item as never)

/** Rows and cells of spreadsheet content from the clipboard; undefined if it is a single value. */
export function gridOf(text: string): string[][] | undefined {
  const lines = text.split(/\r\n?|\n/)
  while (lines.length > 1 && lines.at(-1) === '') lines.pop()
  const grid = lines.map((line) => line.split('\t').map((cell) => cell.trim()))
  return grid.length === 1 && grid[0]!.length === 1 ? undefined : grid
}

export interface Pasted {
  readonly document: Case
  /** Rejected cells: they keep their value, and the text stays in the field with an error message. */
  readonly refused: readonly { readonly path: Path; readonly text: string; readonly message: string }[]
  /** Accepted cells. */
  readonly taken: readonly Path[]
  /** What became of the block, for the user. */
  readonly said: string
}

/**
 * Fills a table starting at a row and a column, adding missing rows. A heading line is skipped. A block with more rows
 * than the table can hold changes nothing: a partial paste could pass for a complete one.
 */
export function pasteInto(
  document: Case,
  list: Path,
  word: string,
  columns: readonly ColumnOf<never>[],
  from: { readonly row: number; readonly column: number },
  grid: readonly (readonly string[])[],
  most: number,
  origin: Origin,
): Pasted {
  let result = document
  const refused: { path: Path; text: string; message: string }[] = []
  const taken: Path[] = []
  const heading = grid.length > 1 && isHeading(grid[0]!, columns.slice(from.column), document, list)
  const rows = heading ? grid.slice(1) : grid
  if (from.row + rows.length > most)
    return {
      document,
      refused,
      taken,
      said: `${counted(rows.length)} cannot be pasted here: the table holds at most ${most} rows, and ${from.row} are already above. Nothing was changed; paste at most ${most - from.row}.`,
    }
  rows.forEach((cells, i) => {
    let item = itemsAt(result, list)[from.row + i]
    if (!item) {
      const more = added(result, list, word)
      result = more.document
      item = itemsAt(result, list).at(-1)!
    }
    cells.forEach((text, j) => {
      const column = columns[from.column + j]
      if (!column || text === '') return
      // An earlier cell of the row may determine which field this one is.
      const field = fieldIn(column, itemsAt(result, list)[from.row + i]!)
      if (field === undefined) return
      const path = `${list}/${item.id}/${field}`
      const read = readCell(text, path, column, result)
      if (!read.ok) return refused.push({ path, text, message: read.message })
      const changed = set(result, path, read.value)
      const parsed = parseCase(changed)
      if (!parsed.ok) return refused.push({ path, text, message: parsed.problems[0]!.message })
      taken.push(path)
      if (isPartner(path)) return (result = changed)
      return (result = { ...changed, origins: { ...changed.origins, [path]: origin } })
    })
  })
  const wider = Math.max(...rows.map(({ length }) => length)) > columns.length - from.column
  const said = [
    `${counted(rows.length)} pasted.`,
    heading && 'The first line was read as headings and skipped.',
    wider && 'Columns beyond the table were skipped.',
    refused.length > 0 && `${refused.length} of the cells could not be read and say why.`,
  ]
  return { document: result, refused, taken, said: said.filter(Boolean).join(' ') }
}

const counted = (rows: number): string => `${rows} ${rows === 1 ? 'row' : 'rows'}`

/** Choices match their labels as well as their keys, ignoring case. */
function readCell(text: string, path: Path, column: ColumnOf<never>, document: Case): Typed {
  const meta = describe(path, document)!
  const choices = column.choices ?? meta.choices
  if (choices) {
    const wanted = text.toLowerCase()
    const found = Object.entries(choices).find(([key, label]) =>
      [key.toLowerCase(), label.toLowerCase()].some((name) => name === wanted || name.startsWith(wanted)),
    )
    return found
      ? { ok: true, value: found[0] }
      : { ok: false, message: `${column.label}: “${text}” is not one of ${Object.values(choices).join(', ')}.` }
  }
  if (meta.unit === 'yesNo') return { ok: true, value: /^(y|yes|true|1|x)$/i.test(text) }
  return readTyped(text, meta, mayBeEmpty(path, document), knownOf(document))
}

/** Whether no cell under a numeric column holds a number. */
function isHeading(cells: readonly string[], columns: readonly ColumnOf<never>[], document: Case, list: Path): boolean {
  const sample = itemsAt(document, list)[0] ?? itemsAt(added(document, list, 'row').document, list)[0]!
  const scope = get(document, `${list}/${sample.id}`) ? document : added(document, list, 'row').document
  const numbers = columns.flatMap((column, j) => {
    const meta = describe(`${list}/${sample.id}/${fieldIn(column, sample)}`, scope)
    const text = cells[j]
    return meta?.min !== undefined && text ? [readTyped(text, meta).ok] : []
  })
  return numbers.length > 0 && !numbers.includes(true)
}
