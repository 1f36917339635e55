import type { Block, Row } from './document'
import type { Line, Segment } from './page-line'
import { proseColumns } from './prose-columns'

const textOf = (line: Line): string => line.segments.map(({ text }) => text).join(' ')
const leftOf = (line: Line): number => line.segments[0]!.left
const rightOf = (line: Line): number => line.segments.at(-1)!.right

/** The usual distance of two lines that follow each other. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines
    .slice(1)
    .map((line, at) => line.top - lines[at]!.top)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b)
  return gaps[Math.floor(gaps.length * 0.3)] ?? 1
}

/**
 * Paragraphs and tables of a page from its lines. A table is where several lines have a second piece that starts at the
 * same place. `tolerance`: by how much such starts may differ; `leading`: the distance of two lines of a paragraph,
 * where it is known.
 */
export function blocksOf(lines: readonly Line[], tolerance: number, leading?: number): Block[] {
  const written = lines.filter(({ segments }) => segments.length > 0)
  const columns = proseColumns(written, tolerance)
  if (columns) return columns.map((part) => blocksOf(part, tolerance, leading)).reduce(continued)
  const filled = flushRight(written, tolerance)
  if (filled.length === 0) return []
  return blocksOfLines(interleaved(filled, tolerance, leading), tolerance, leading)
}

const AMOUNT = /^[($–—-]*\s*[\d.,]+\s?[xX%MKmk)]*$/

/** Amounts that end at the same place on three lines are one column, although the longer ones begin farther left. */
function flushRight(lines: readonly Line[], tolerance: number): readonly Line[] {
  const ends = lines
    .flatMap(({ segments }) => segments.slice(1).filter(({ text }) => AMOUNT.test(text)))
    .sort((a, b) => a.right - b.right)
  const groups: Segment[][] = []
  for (const segment of ends) {
    const group = groups.at(-1)
    if (group && segment.right - group[0]!.right <= tolerance) group.push(segment)
    else groups.push([segment])
  }
  const left = new Map(
    groups
      .filter((group) => group.length >= 3)
      .flatMap((group) => {
        const farthest = Math.min(...group.map((segment) => segment.left))
        return group.map((segment) => [segment, farthest] as const)
      }),
  )
  return left.size === 0
    ? lines
    : lines.map((line) => ({
        ...line,
        segments: line.segments.map((segment) => ({ ...segment, left: left.get(segment) ?? segment.left })),
      }))
}

/**
 * Where the cells of a row are centered against each other, its lines stand between each other at less than a line's
 * distance: they become one line with the pieces of each column joined.
 */
function interleaved(lines: readonly Line[], tolerance: number, leading?: number): Line[] {
  const gap = leading ?? usualGap(lines)
  const columns = columnsOf(lines, tolerance)
  if (columns.length < 2) return [...lines]
  const joined: Line[] = []
  let last = -Infinity
  for (const line of lines) {
    const before = joined.at(-1)
    if (before && line.top - last < gap * 0.7 && line.top > last && !bothRows(before, line, tolerance)) {
      const segments = [...before.segments]
      for (const segment of line.segments) {
        const same = segments.findIndex(({ left }) => Math.abs(left - segment.left) <= tolerance)
        if (same < 0) segments.push(segment)
        else
          segments[same] = {
            ...segments[same]!,
            right: Math.max(segments[same]!.right, segment.right),
            text: `${segments[same]!.text} ${segment.text}`,
          }
      }
      joined[joined.length - 1] = { top: before.top, segments: segments.sort((a, b) => a.left - b.left) }
    } else joined.push(line)
    last = line.top
  }
  return joined
}

/** Each has an amount in the same column: two rows, however close they stand. */
const bothRows = (first: Line, second: Line, tolerance: number): boolean =>
  first.segments.some(
    ({ text, left }, at) =>
      at > 0 &&
      AMOUNT.test(text) &&
      second.segments.some(
        (other, place) => place > 0 && AMOUNT.test(other.text) && Math.abs(other.left - left) <= tolerance,
      ),
  )

function blocksOfLines(filled: readonly Line[], tolerance: number, leading?: number): Block[] {
  const gap = leading ?? usualGap(filled)
  const margins = marginsOf(filled)
  const page = columnsOf(filled, tolerance)
  const blocks: Block[] = []
  let at = 0
  while (at < filled.length) {
    const { columns, end } = tableAt(filled, at, page, tolerance, gap)
    const beside = end > at ? bulletsEnd(filled, at, end, columns, tolerance, gap) : at
    if (beside > at) {
      blocks.push(...bulletsOf(filled.slice(at, beside), columns, tolerance)!)
      at = beside
      continue
    }
    if (end > at) {
      blocks.push({ kind: 'table', rows: rowsOf(filled.slice(at, end), columns, tolerance, gap) })
      at = end
      continue
    }
    let next = at + 1
    while (
      next < filled.length &&
      tableAt(filled, next, page, tolerance, gap).end === next &&
      !startsParagraph(filled, next, gap, margins)
    )
      next++
    blocks.push({ kind: 'paragraph', text: joinLines(filled.slice(at, next).map(textOf)) })
    at = next
  }
  return blocks
}

/** Blocks of one column and then of the next: a paragraph that goes on at the top of it is one. */
function continued(blocks: Block[], next: Block[]): Block[] {
  const [last, first] = [blocks.at(-1), next[0]]
  return last?.kind === 'paragraph' &&
    first?.kind === 'paragraph' &&
    /^[a-z($]/.test(first.text) &&
    !/[.!?:;]["”)]*$/.test(last.text)
    ? [...blocks.slice(0, -1), { kind: 'paragraph', text: joinTexts(last.text, first.text) }, ...next.slice(1)]
    : [...blocks, ...next]
}

/** A word that has its hyphen by itself, wherever the line ends: "non-", "earn-", "twenty-". */
const HYPHENATED =
  /\b(?:non|self|earn|buy|roll|hold|cash|debt|tax|year|month|day|week|half|third|good|high|low|mid|run|add|work|long|short|so|pro|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-$/i
/** Two lines of a paragraph as one; a word divided at the end of the first loses its hyphen. */
export function joinTexts(text: string, line: string): string {
  if (!/[a-z]-$/.test(text) || !/^[a-z]/.test(line)) return `${text} ${line}`
  const own = HYPHENATED.test(text) || (/\b(?:pre|post)-$/i.test(text) && /^(?:clos|tax|sign|approv|acquis)/.test(line))
  return own ? text + line : text.slice(0, -1) + line
}

/** The table that starts at a line, by the columns of the page, or by its own where several tables differ. */
function tableAt(
  lines: readonly Line[],
  at: number,
  page: readonly number[],
  tolerance: number,
  gap: number,
): { columns: readonly number[]; end: number } {
  const end = page.length > 1 ? tableEnd(lines, at, page, tolerance) : at
  if (end > at || lines[at]!.segments.length < 2) return { columns: page, end }
  let last = at + 1
  while (last < lines.length && last < at + 60 && lines[last]!.top - lines[last - 1]!.top <= gap * 2.2) last++
  const own = last - at >= 3 ? columnsOf(lines.slice(at, last), tolerance) : []
  const ownEnd = own.length > 1 ? Math.min(last, tableEnd(lines, at, own, tolerance)) : at
  return ownEnd - at >= 3 ? { columns: own, end: ownEnd } : { columns: page, end: at }
}

/** Lines as one text; a word that was divided at the end of a line is put together again. */
function joinLines(lines: readonly string[]): string {
  // Only a divided word joins two of them: what stands before it is not looked at again.
  const parts: string[] = []
  for (const line of lines) {
    const last = parts.at(-1)
    if (last !== undefined && last.endsWith('-')) parts[parts.length - 1] = joinTexts(last, line)
    else parts.push(line)
  }
  return parts.join(' ').replace(/\s+/g, ' ').trim()
}

/** Where second and later pieces start on at least three lines, and the first column before them. */
function columnsOf(lines: readonly Line[], tolerance: number): number[] {
  const starts = lines.flatMap(({ segments }) => segments.slice(1).map(({ left }) => left)).sort((a, b) => a - b)
  const groups: number[][] = []
  for (const start of starts) {
    const group = groups.at(-1)
    if (group && start - group[0]! <= tolerance) group.push(start)
    else groups.push([start])
  }
  const later = groups.filter((group) => group.length >= 3).map((group) => group[0]!)
  if (later.length === 0) return []
  const firsts = lines.filter(({ segments }) => segments.length > 1).map(leftOf)
  return [Math.min(...firsts), ...later]
}

const columnAt = (left: number, columns: readonly number[], tolerance: number): number =>
  columns.findIndex((column) => Math.abs(left - column) <= tolerance)

/** What stands behind the last column of a row that has an amount there: "… $5,250,000 (7.0 times)". */
const isRemark = ({ segments }: Line, at: number, columns: readonly number[]): boolean =>
  at === segments.length - 1 && at > 1 && segments[at]!.left > columns.at(-1)! && AMOUNT.test(segments[at - 1]!.text)

/** The column over which a piece stands: heads are often centered over their columns. */
const columnUnder = ({ left, right }: Segment, columns: readonly number[]): number =>
  columns.findLastIndex((column) => column <= (left + right) / 2)

/** The end of the table that starts with line `from`; `from` itself where none does. */
function tableEnd(lines: readonly Line[], from: number, columns: readonly number[], tolerance: number): number {
  const isRow = (line: Line): boolean =>
    line.segments.length > 1 &&
    line.segments
      .slice(1)
      .every(({ left }, at) => columnAt(left, columns, tolerance) > 0 || isRemark(line, at + 1, columns)) &&
    leftOf(line) < columns[1]! - tolerance
  const goesOn = (line: Line): boolean =>
    line.segments.every(({ left }) => columnAt(left, columns, tolerance) > 0) ||
    // The first cell goes on alone, in the middle of its sentence.
    (line.segments.length === 1 && leftOf(line) < columns[1]! - tolerance && /^[a-z]/.test(line.segments[0]!.text))
  // Names of the columns alone, with nothing over the first: they head the rows below them.
  const isHead = (line: Line): boolean =>
    line.segments.length > 1 &&
    !hasAmount(line) &&
    columnUnder(line.segments[0]!, columns) >= 1 &&
    new Set(line.segments.map((segment) => columnUnder(segment, columns))).size === line.segments.length
  let head = from
  while (head < lines.length && head < from + 3 && !isRow(lines[head]!) && isHead(lines[head]!)) head++
  if (head >= lines.length || !isRow(lines[head]!)) return from
  let end = head + 1
  while (end < lines.length && (isRow(lines[end]!) || goesOn(lines[end]!))) end++
  return end
}

/**
 * Two columns of bullets are two texts side by side, each read down to its end; undefined where the rows are a table's.
 * A column's first line without a bullet is its heading.
 */
function bulletsOf(lines: readonly Line[], columns: readonly number[], tolerance: number): Block[] | undefined {
  const cells = columns.map(() => [] as string[])
  for (const line of lines)
    for (const { left, text } of line.segments) cells[Math.max(0, columnAt(left, columns, tolerance))]!.push(text)
  const bulleted = cells.filter((texts) => texts.filter((text) => BULLET.test(text)).length >= 2)
  if (bulleted.length < 2 || bulleted.length < cells.length) return undefined
  return cells.flatMap((texts) => {
    const blocks: { kind: 'paragraph'; text: string; heading?: boolean }[] = []
    for (const text of texts)
      if (BULLET.test(text)) blocks.push({ kind: 'paragraph', text })
      else if (blocks.length === 0) blocks.push({ kind: 'paragraph', text, heading: true })
      else blocks[blocks.length - 1]!.text += ` ${text}`
    return blocks
  })
}

/** Where two columns of bullets end, the longer one too; `from` where there are none. */
function bulletsEnd(
  lines: readonly Line[],
  from: number,
  tableEnds: number,
  columns: readonly number[],
  tolerance: number,
  gap: number,
): number {
  if (!bulletsOf(lines.slice(from, tableEnds), columns, tolerance)) return from
  let end = tableEnds
  while (
    end < lines.length &&
    lines[end]!.segments.every(({ left }) => columnAt(left, columns, tolerance) >= 0) &&
    lines[end]!.top - lines[end - 1]!.top <= gap * 1.45
  )
    end++
  return end
}

function rowsOf(lines: readonly Line[], columns: readonly number[], tolerance: number, gap: number): string[][] {
  const rows: string[][] = []
  const isLabelled = (line: Line): boolean =>
    columnUnder(line.segments[0]!, columns) < 1 ||
    // A long name of a row, over several columns of other tables.
    (leftOf(line) <= columns[0]! + tolerance && line.segments.slice(1).some(({ text }) => AMOUNT.test(text))) ||
    (hasAmount(line) && leftOf(line) < columns[1]! - tolerance)
  const isTight = (at: number): boolean => at > 0 && lines[at]!.top - lines[at - 1]!.top <= gap * 1.25
  // Most rows stand apart from each other, so lines that do not are lines of one row, its name's second line among them.
  const named = lines.flatMap((line, at) => (at > 0 && isLabelled(line) ? [isTight(at)] : []))
  const apart = named.filter((one) => !one).length
  const airy = columns.length === 2 && apart >= 4 && apart >= 2 * (named.length - apart)
  for (const [at, line] of lines.entries()) {
    const labelled = isLabelled(line)
    const tight = isTight(at)
    const spaced = at > 0 && rows.length > 1 && !tight
    const cells = columns.map(() => '')
    const heads = !hasAmount(line) && rows.every((row) => row[0] === '') && columnUnder(line.segments[0]!, columns) >= 1
    for (const segment of line.segments) {
      const { left, text } = segment
      const found = heads ? columnUnder(segment, columns) : columnAt(left, columns, tolerance)
      const column = found < 0 && left > columns.at(-1)! ? columns.length - 1 : Math.max(0, found)
      cells[column] = `${cells[column]} ${text}`.trim()
    }
    // A label of two lines: its second stands under the first and begins with a small letter.
    const continues =
      (!labelled && (!heads || (tight && rows.length > 0))) ||
      (tight && !spaced && /^[a-z(&]/.test(cells[0]!) && rows.length > 0) ||
      (airy && tight && rows.length > 0 && !bothRows(lines[at - 1]!, line, tolerance))
    const last = rows.at(-1)
    if (continues && last) for (const [column, text] of cells.entries()) last[column] = `${last[column]} ${text}`.trim()
    else rows.push(cells)
  }
  // Columns are found for the whole page: those of other tables are empty here.
  const used = columns.map((_, column) => rows.some((row) => row[column] !== ''))
  return rows.map((row) => row.filter((_, column) => column === 0 || used[column]))
}

/** No head of columns has dollars in it. */
const hasAmount = ({ segments }: Line): boolean => segments.some(({ text }) => /\$\s?[1-9]/.test(text))

const BULLET = /^(?:[-+*•–—▪◦·]|o(?=\s+[A-Z\d$]))\s/
const MARK =
  /^(?:[-+*•–—▪◦·]\s|o\s+[A-Z\d$]|\(?(?:\d{1,2}|[ivxIVX]{1,4}|[a-zA-Z])[.)]\s|(?:SECTION|Section|ARTICLE|Article)\s\d)/
const LABEL = /^(?:[QA]|Question|Answer)\s?\d{0,2}[:.]\s+\S|^[A-Z][\w&/,’' -]{2,38}:(?:\s|$)/
/** "Holdback - none", a list if several lines are so. */
const DASHED = /^[A-Z][\w&/’' -]{1,34}?\s[-–—]\s+\S/
const letters = (text: string): string => text.replace(/[^A-Za-z]/g, '')
const inCapitals = (text: string): boolean => letters(text).length > 3 && letters(text) === letters(text).toUpperCase()

/** No paragraph ends so. */
const UNFINISHED = /\s(?:of|the|an?|to|at|and|or|for|in|by|with|from|on|be|will|would|shall|that|which)$/

interface Margins {
  readonly left: number
  readonly right: number
  readonly dashed: number
}
/** What every line of a page is compared with, found once. */
const marginsOf = (lines: readonly Line[]): Margins => ({
  left: lines.reduce((least, line) => Math.min(least, leftOf(line)), Infinity),
  right: lines.reduce((most, line) => Math.max(most, rightOf(line)), -Infinity),
  dashed: lines.filter((line) => DASHED.test(textOf(line))).length,
})

function startsParagraph(lines: readonly Line[], at: number, gap: number, { left, right, dashed }: Margins): boolean {
  const line = lines[at]!
  const before = lines[at - 1]!
  const text = textOf(line)
  const previous = textOf(before)
  if (line.top - before.top > gap * 1.45) return true
  if (MARK.test(text) || LABEL.test(text)) return true
  if (DASHED.test(text) && dashed >= 4) return true
  if (inCapitals(text) !== inCapitals(previous) && (inCapitals(previous) || inCapitals(text)))
    return !/[,;]$/.test(previous) && (inCapitals(previous) ? previous.length < 60 : text.length < 60)
  if (UNFINISHED.test(previous) || (/[a-z]-$/.test(previous) && /^[a-z]/.test(text))) return false
  // A line that ends long before the margin ends its paragraph.
  return rightOf(before) - left < (right - left) * 0.55
}

/** How far apart the columns of a line with tabs are taken to be, in letters. */
const TAB = 60

/** The pieces of a line of plain text: three blanks, a tab or a row of dots part them. */
export function segmentsOfText(line: string): Segment[] {
  // "| Price | $2,000,000 |", a table as plain-text programs draw it.
  const piped = /^\s*\|.*\|\s*$/.test(line) || (line.match(/\s\|\s/g)?.length ?? 0) > 0
  const parts = piped
    ? line
        .trim()
        .replace(/^\|(?=.*\|$)|\|$/g, '')
        .split('|')
    : line.split('\t')
  return parts.flatMap((part, column) => piecesOf(part, column * TAB))
}

function piecesOf(line: string, offset: number): Segment[] {
  const segments: Segment[] = []
  let from = 0
  const push = (to: number): void => {
    const text = line.slice(from, to)
    const trimmed = text.trim()
    if (trimmed === '' || /^[-=_+:]+$/.test(trimmed)) return
    const left = offset + from + text.indexOf(trimmed)
    segments.push({ left, right: left + trimmed.length, text: trimmed })
  }
  for (const match of line.matchAll(/\s{3,}|\s*\.{4,}\s*|\s\.{2,3}\s/g)) {
    push(match.index)
    from = match.index + match[0].length
  }
  push(line.length)
  return segments
}

/**
 * Lines as the rows of a sheet: words fill from the left, the numbers at the end of a line from the right. How far a line
 * is indented stays, in blanks; `blank` is the width of one.
 */
export function rowsOfLines(lines: readonly (readonly Segment[])[], blank: number): Row[] {
  const width = Math.max(0, ...lines.map((line) => line.length))
  const edge = Math.min(...lines.flatMap((line) => line[0]?.left ?? []))
  return lines.map((line, at) => ({
    number: at + 1,
    cells: line.map(({ text, left }, column) => ({
      column: column > 0 && /^[($-]*\s*[\d.,]+\)?%?$/.test(text) ? width - (line.length - column) : column,
      text: column === 0 ? ' '.repeat(Math.round((left - edge) / blank)) + text : text,
    })),
  }))
}
