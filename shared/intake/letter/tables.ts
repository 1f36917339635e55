import { quantitiesIn } from './quantities'
import type { Quantity } from './quantity'

type Rows = readonly (readonly string[])[]

/** Names of columns that tell of one offer, not who makes it. */
export const ATTRIBUTE =
  /amount|timing|terms?\b|description|notes?\b|details?|when|value|percent|%|share|paid|summary|proposal|comment|condition/i

/** Amounts of a table in thousands or millions: dollars, and plain numbers that nothing else explains. */
export function scaled(quantities: readonly Quantity[], text: string, scale: number): Quantity[] {
  return quantities.map((quantity) => {
    const bare = quantity.kind === 'other' && text.trim().length - (quantity.end - quantity.start) < 4
    const written = text.slice(quantity.start, quantity.end)
    if (
      (quantity.kind !== 'money' && !bare) ||
      quantity.per !== undefined ||
      /[a-z]/i.test(written.replace(/US|USD/g, ''))
    )
      return quantity
    if (quantity.values.some((value) => value >= 1e9 / scale)) return quantity
    return { ...quantity, kind: 'money', values: quantity.values.map((value) => value * scale) }
  })
}

/** "Price: 11,715,000": a number with its thousands set apart that begins a cell is an amount of dollars. */
export function inDollars(quantities: readonly Quantity[], text: string): Quantity[] {
  return quantities.map((one) =>
    one.kind === 'other' &&
    one.start < 2 &&
    /^\d{1,3}(?:,\d{3})+(?:\.\d\d)?\b(?!\s*(?:sq|patients|rsf|sf)\b)/i.test(text.slice(one.start))
      ? { ...one, kind: 'money' }
      : one,
  )
}

/** Columns of one partner's part, and of all partners' parts together. */
const EACH = /^(?:per|each)\b|\b(?:per|each)\s+(?:doctor|surgeon|partner|owner|shareholder|physician|member)|^Dr\.?\s/i
const ALL = /\btotals?\b|^all\b|\baggregate\b|\bcombined\b|\btogether\b|^(?:the\s+)?(?:whole\s+)?practice$/i
/** Of a table with each partner's part and the whole, the columns of the whole: a field is for the whole practice. */
function wholeOf(rows: Rows): Rows {
  const head = rows[0] ?? []
  // "Walter (60%)", "Simone (40%)"
  const each = head.map((name, column) => column > 0 && (EACH.test(name) || /\(\d+(?:\.\d+)?%\)$/.test(name)))
  // Nothing but each partner's part: the whole is stated elsewhere.
  if (head.length > 2 && each.slice(1).every(Boolean)) return []
  if (!each.includes(true) || !head.some((name, column) => column > 0 && ALL.test(name))) return rows
  // "45% | 45% | ": what is the same for each, where the whole is left out.
  const all = head.findIndex((name, column) => column > 0 && ALL.test(name))
  const same = (row: readonly string[]): string => {
    const cells = new Set(row.filter((cell, column) => each[column] && cell !== ''))
    // What differs is asked, as one of several.
    return [...cells].join(' or ')
  }
  return rows.map((row) =>
    row
      .map((cell, column) => (column === all && cell === '' && row !== head ? same(row) : cell))
      .filter((_, column) => !each[column]),
  )
}

/** What others pay, what there is today: columns that are nobody's offer. */
const NO_OFFER =
  /\btypical\b|\bother\s+(?:groups?|DSOs?|MSOs?|buyers?)\b|^others?$|\bcompetit|\bindustry\b|\bmarket\b|\baverage\b|\bbenchmark|\b(?:today|currently|status\s+quo)\b|^(?:current|present|stay(?:ing)?|prior|previous|before)\b/i
function withoutOthers(rows: Rows): Rows {
  const head = rows[0] ?? []
  if (
    head.length < 3 ||
    !head.slice(1).some((name) => NO_OFFER.test(name)) ||
    head.slice(1).every((name) => NO_OFFER.test(name))
  )
    return rows
  return rows.map((row) => row.filter((_, column) => column === 0 || !NO_OFFER.test(head[column] ?? '')))
}

const LATEST = /\b(?:revised|final|new|now|updated|amended|latest|(?:our|buyer[’']?s)\s+(?:response|answer|reply))\b/i
const EARLIER =
  /\b(?:original|initial|first|earlier|prior|previous|old|was)\b|^(?:our|buyer[’']?s|the)?\s*(?:letter|LOI|offer|proposal|bid|term\s+sheet)\b/i
const ASKED =
  /\b(?:your|seller[’']?s?|owner[’']?s|doctor[’']?s|practice[’']?s|Dr\.?\s+[\w’'-]+)\s+(?:\w+\s+)?(?:counter|request|ask|proposal|position|response|markup|comment)|\bcounter-?\s?(?:offer|proposal)?s?$|^(?:you\s+)?(?:asked|requested)\b/i
/**
 * "Our letter of June 11 | Your counter | Our revised offer": columns of one offer as it changed. What the owner asked
 * for is no offer, and of the buyer's own the latest holds.
 */
function latestOf(rows: Rows): Rows {
  const head = rows[0] ?? []
  const columns = head.flatMap((_, column) => (column > 0 ? [column] : []))
  const offered = columns.filter((column) => !ASKED.test(head[column]!))
  const latest = offered.filter((column) => LATEST.test(head[column]!))
  const kept = latest.length === 1 ? latest[0] : offered.length === 1 ? offered[0] : undefined
  if (columns.length < 2 || kept === undefined) return rows
  const told = offered.every((column) => column === kept || EARLIER.test(head[column]!))
  return told ? rows.map((row) => row.filter((_, column) => column === 0 || column === kept)) : rows
}

/** "65.0" in a column headed "%" is a share. */
function withUnits(rows: Rows): Rows {
  const head = rows[0] ?? []
  return head.some((name, column) => column > 0 && name.startsWith('%'))
    ? rows.map((row, at) =>
        row.map((cell, column) =>
          at > 0 && (head[column] ?? '').startsWith('%') && /^\d{1,3}(?:\.\d+)?$/.test(cell) ? `${cell}%` : cell,
        ),
      )
    : rows
}

/** Without a first column that only numbers the rows. */
function unnumbered(rows: Rows): Rows {
  const body = rows.filter((row) => row.length > 2 && !/^(?:#|no\.?|item|section)?$/i.test(row[0]!.trim()))
  const numbered = body.filter(([first]) => /^\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)]?$/i.test(first!.trim()))
  return body.length > 2 && numbered.length > 1 && body.every((row) => numbered.includes(row) || row[0]!.trim() === '')
    ? rows.map((row) => (row.length > 2 ? row.slice(1) : row))
    : rows
}

/** Columns of one offer's possible values: a range. */
const CASE = /^(?:low|high|mid|base|upside|downside|minimum|maximum|min|max|conservative|optimistic)\b/i
function asRanges(rows: Rows): Rows {
  const head = rows[0] ?? []
  if (head.length < 3 || !head.slice(1).every((name) => CASE.test(name))) return rows
  return rows.slice(1).map((row) => {
    const cells = [...new Set(row.slice(1).filter((cell) => cell !== ''))]
    return [row[0]!, cells.length > 1 ? `${cells[0]} to ${cells.at(-1)}` : (cells[0] ?? '')]
  })
}

const TERM_NAME =
  /\bEBITDA\b|\bprice\b|\bvalue\b|\bcash\b|\bescrow\b|\bmultiple\b|\bcollections\b|\bpayment\b|\bnote\b|\bunits\b|\brollover\b/i
/**
 * A table whose columns are terms and whose rows are offices or years: only what they are together is read, and nothing
 * where no row says so. Undefined for any other table.
 */
export function byEntity(rows: Rows): { cells: readonly (readonly [string, string])[]; quote: string } | undefined {
  const [head, ...body] = rows
  if (!head || head.length < 3 || body.length < 2) return undefined
  const named = head.slice(1).filter((name) => TERM_NAME.test(name)).length
  if (named < 2 || head.some((cell) => /\$\s?\d/.test(cell)) || body.some(([name]) => TERM_NAME.test(name!)))
    return undefined
  const total = body.find(([name]) => ALL.test(name!) || /^both\b/i.test(name!))
  return {
    cells: total
      ? head.flatMap((name, column) => (column > 0 && total[column] ? [[name, total[column]!] as const] : []))
      : [],
    quote: total ? total.join('; ') : '',
  }
}

/** How many columns of a table are offers set side by side; 0 where its rows are terms of one. */
export function offersAcross(rows: Rows): number {
  const head = rows[0]
  if (!head || head.length < 3 || rows.length < 4) return 0
  const names = head.slice(1)
  if (
    names.some(
      (name) =>
        name === '' ||
        EACH.test(name) ||
        ALL.test(name) ||
        CASE.test(name) ||
        ATTRIBUTE.test(name) ||
        quantitiesIn(name).some(({ kind }) => kind !== 'other' && kind !== 'date'),
    )
  )
    return 0
  return names.length
}

/** The rows of a table with the columns of the offer alone. */
export const termRows = (rows: Rows): Rows => asRanges(wholeOf(withoutOthers(latestOf(withUnits(unnumbered(rows))))))
