import { describe } from '../../../shared/case/describe'
import { added, itemsAt } from '../../../shared/case/lists'
import { entriesIn, withKind } from '../../../shared/case/parts'
import { set, type Path } from '../../../shared/case/path'
import { parseCase } from '../../../shared/case/problems'
import type { Case, Component, Origin } from '../../../shared/case/schema'
import { knownOf, readTyped } from '../../../shared/case/typed'
import { clipped, fitted } from '../../../shared/text'
import type { Pasted } from '../entry/paste'
import { basesOf, KINDS, PART_COLUMNS, saysKind, sizeOf, type Kind } from './part-columns'

/** The most components an offer may have. */
export const MOST_PARTS = 20

/** The result of pasting a block of components. */
export interface PastedParts extends Omit<Pasted, 'said'> {
  /** How many rows were added, in a sentence. */
  readonly said: string
  /** A sentence for each rejected cell. */
  readonly left: readonly string[]
}

/** Words by which letters and spreadsheets name each kind; the first match counts. */
const WORDS: readonly (readonly [Kind | 'cash', RegExp])[] = [
  ['escrow', /escrow|hold-?\s?back|held back|indemni/i],
  ['earnOut', /earn-?\s?out|contingent|milestone|performance/i],
  ['rolled', /roll|equity|stock|shares?\b|units?\b/i],
  ['note', /note|deferred|installment|seller financ|promissory/i],
  ['cash', /cash|wire|at close|at closing/i],
]

const kindOf = (text: string): Kind | 'cash' | undefined =>
  (Object.keys(KINDS) as Kind[]).find((kind) => kind.toLowerCase() === text.toLowerCase()) ??
  WORDS.find(([, words]) => words.test(text))?.[0]

/**
 * Fills the table of components starting at a row and a column: kind, amount or share, when, probability, condition. An
 * amount may be a share of the price or dollars, whatever it was before. What cannot be parsed with certainty keeps its
 * value, stays in its cell if there is one, and is reported in a sentence. A block with more rows than an offer can
 * hold changes nothing.
 * @param list path of the offer's components
 * @param from the starting column; 0 is the kind
 */
export function pasteParts(
  document: Case,
  list: Path,
  from: { readonly row: number; readonly column: number },
  grid: readonly (readonly string[])[],
  origin: Origin,
): PastedParts {
  const nothing = { document, refused: [], taken: [] }
  const heading = from.column === 0 && grid.length > 1 && kindOf(grid[0]![0] ?? '') === undefined && !hasDigit(grid[0]!)
  const rows = (heading ? grid.slice(1) : grid).filter((cells) => cells.some((cell) => cell !== ''))
  // Cash is the remainder of the price; it needs no row.
  const cash = (cells: readonly string[]) => from.column === 0 && kindOf(cells[0] ?? '') === 'cash'
  const parts = rows.filter((cells) => !cash(cells))
  if (from.row + parts.length > MOST_PARTS)
    return {
      ...nothing,
      said: `${counted(parts.length)} cannot be pasted here: an offer has at most ${MOST_PARTS} parts, and ${from.row} are already above. Nothing was changed; paste at most ${MOST_PARTS - from.row}.`,
      left: [],
    }
  let result = document
  const refused: { path: Path; text: string; message: string }[] = []
  const taken: Path[] = []
  const left: string[] = []
  let row = from.row
  let filled = 0
  for (const cells of rows) {
    if (cash(cells)) {
      left.push(`“${clipped(cells.join(' ').trim(), 60)}” was skipped: cash is the rest of the price and needs no row.`)
      continue
    }
    const kind = from.column === 0 && cells[0] ? kindOf(cells[0]) : undefined
    let part = itemsAt(result, list)[row] as Component | undefined
    if (kind === undefined && from.column === 0 && cells[0]) {
      left.push(
        `“${clipped(cells.join(' ').trim(), 60)}” was left out: “${clipped(cells[0], 40)}” is not a kind of part. Use escrow, seller note, earn-out or rollover equity.`,
      )
      continue
    }
    if (!part && kind === undefined) {
      left.push(
        `“${clipped(cells.join(' ').trim(), 60)}” was left out: a new part needs its kind. Paste it with the kind in front, into the first column.`,
      )
      continue
    }
    if (!part) {
      const more = added(result, list, 'part', { kind })
      result = more.document
      part = itemsAt(result, list).at(-1) as Component
    } else if (kind !== undefined) {
      const after = withKind(result, list, part.id, kind as Kind)
      const place = `${list}/${part.id}`
      const dropped = entriesIn(result, place) - entriesIn(after, place)
      if (dropped > 0)
        left.push(
          `${part.label} is now ${KINDS[kind as Kind].of}: ${dropped === 1 ? '1 entry' : `${dropped} entries`} that it does not have ${dropped === 1 ? 'was' : 'were'} dropped.`,
        )
      result = after
    }
    const { id } = part
    const here = () => itemsAt(result, list).find((one) => one.id === id) as Component
    const put = (changed: Case, path: Path, text: string): boolean => {
      const parsed = parseCase(changed)
      if (!parsed.ok) {
        refused.push({ path, text, message: parsed.problems[0]!.message })
        return false
      }
      taken.push(path)
      result = { ...changed, origins: { ...changed.origins, [path]: origin } }
      return true
    }
    if (kind !== undefined && !saysKind(cells[0]!, kind as Kind)) {
      const path = `${list}/${id}/label`
      put(set(result, path, fitted(cells[0]!, 60)), path, cells[0]!)
    }
    cells.forEach((text, j) => {
      const column = PART_COLUMNS[from.column + j - 1]
      if (!column || text === '') return
      if (column.id === 'amount') {
        const based = withBasis(result, list, here(), text, origin)
        const path = `${list}/${id}/${sizeOf(itemsAt(based, list).find((one) => one.id === id) as Component)}`
        const read = readCell(based, path, text)
        if (read.ok) put(set(based, path, read.value), path, text)
        else refused.push({ path: `${list}/${id}/${sizeOf(here())}`, text, message: read.message })
        return
      }
      const field = column.field(here())
      if (field === undefined) {
        left.push(
          `${here().label}: “${clipped(text, 40)}” was not taken: this part has its ${column.label.toLowerCase()} in its details.`,
        )
        return
      }
      // Letters state the sale of equity by date or in months: the cell accepts either.
      const dated = column.id === 'when' && here().kind === 'rolled'
      const exitOn = dated && readCell(result, `${list}/${id}/exitOn`, text).ok
      const path = `${list}/${id}/${dated ? (exitOn ? 'exitOn' : 'exitMonths') : field}`
      const read = column.id === 'condition' ? readCondition(here(), text) : readCell(result, path, text)
      if (read.ok && dated && !exitOn) result = set(result, `${list}/${id}/exitOn`, null)
      if (read.ok) put(set(result, path, read.value), path, text)
      // A drop-down list cannot hold other text.
      else if (column.id === 'condition') left.push(`${here().label}: ${read.message}`)
      else refused.push({ path, text, message: read.message })
    })
    if (cells.length > PART_COLUMNS.length + 1 - from.column)
      left.push(`${here().label}: columns beyond the table were skipped.`)
    row++
    filled++
  }
  return {
    document: result,
    refused,
    taken,
    said: `${counted(filled)} pasted.${heading ? ' The first line was read as headings and skipped.' : ''}`,
    left: [...left, ...refused.map(({ message }) => message)],
  }
}

const counted = (rows: number): string => `${rows} ${rows === 1 ? 'row' : 'rows'}`

const hasDigit = (cells: readonly string[]): boolean => cells.some((cell) => /\d/.test(cell))

/** Stated in dollars if the text is an amount of money, as a share of the price if it is a percentage. */
function withBasis(document: Case, list: Path, part: Component, text: string, origin: Origin): Case {
  if (basesOf(part) === undefined) return document
  const money = /\$|usd|[km]\b|mm\b/i.test(text) || Number(text.replaceAll(',', '')) > 100
  const percent = text.includes('%')
  const basis = money && part.basis !== 'fixed' ? 'fixed' : percent && part.basis === 'fixed' ? 'share' : undefined
  if (basis === undefined) return document
  const path = `${list}/${part.id}/basis`
  const changed = set(document, path, basis)
  return { ...changed, origins: { ...changed.origins, [path]: origin } }
}

type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string }

/** In a spreadsheet 0.1 may mean 10%, and 1 may mean 100%: ambiguous values are not guessed. */
function readCell(document: Case, path: Path, text: string): Read {
  const meta = describe(path, document)!
  const value = Number(text)
  if (meta.unit === 'rate' && text.trim() !== '' && value > 0 && value <= 1) {
    const meant = Number((value * 100).toPrecision(12))
    return {
      ok: false,
      message: `${meta.label}: “${text}” can be read as ${value}% or as ${meant}%. Enter ${value}% or ${meant}%.`,
    }
  }
  return readTyped(text, meta, false, knownOf(document))
}

const CONDITIONS = {
  unconditional: [
    [true, /uncondition|^none$|no condition|guarante/i],
    [false, /condition|claim|indemni/i],
  ],
  measuredBy: [
    ['probability', /probab|chance/i],
    ['metric', /result|metric|project/i],
  ],
  method: [
    ['simple', /multiple/i],
    ['workbench', /figures|workbench/i],
  ],
} as const

function readCondition(part: Component, text: string): Read {
  const field = part.kind === 'rolled' ? 'method' : part.kind === 'earnOut' ? 'measuredBy' : 'unconditional'
  const found = CONDITIONS[field].find(([, words]) => words.test(text))
  return found
    ? { ok: true, value: found[0] }
    : {
        ok: false,
        message: `the condition “${clipped(text, 60)}” was not taken. Choose the condition in the table, and enter targets in the details.`,
      }
}
