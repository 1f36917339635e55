import { quantitiesIn } from './quantities'
import type { Quantity } from './quantity'

type Rows = readonly (readonly string[])[]

const PAYMENT = /\b(?:payment|payout|pay|amount|earn-?\s?out|earned|consideration|bonus)\b/i
const RESULT = /\b(?:collections?|EBITDA|revenue|production|targets?|thresholds?|hurdles?|goals?)\b/i
const WHEN = /\b(?:paid|payable|payment\s+date|due|when|timing|pays?\s+out)\b/i
const PERIOD = /\b(?:periods?|years?|measur\w+|tranches?|months?|installments?|test|earn-?\s?out)\b/i
const ROW =
  /^(?:(?:the\s+)?(?:first|second|third|fourth|fifth)\b|(?:contract\s+|earn-?\s?out\s+|tranche\s+|period\s+|payment\s+)*(?:years?|yr\.?|months?|tranche|period|payment|installment|EO|#)?\s*#?\s?(?:\d{1,2}|[A-E]|one|two|three|four)\b|(?:FY\s?|fiscal\s+|calendar\s+)?20\d\d\b|\d{1,2}\s+months)/i

/** What a row of a grid says, as a sentence, and the row itself. */
export interface GridRow {
  readonly text: string
  readonly quote: string
}

/**
 * "Measured | Collections at least | Payment | Paid": a payment of its own in each row. Rows without a year or a number
 * of their own are steps of one payment, and no such grid. Undefined for any other table.
 */
export function earnOutGrid(rows: Rows, heading: string): readonly GridRow[] | undefined {
  const [head, ...body] = rows
  if (!head || head.length < 3 || body.length < 2 || head.some((cell) => /\$\s?\d/.test(cell))) return undefined
  const find = (form: RegExp, except: readonly number[]): number =>
    head.findIndex((name, column) => column > 0 && !except.includes(column) && form.test(name))
  const when = head.findIndex(
    (name, column) =>
      column > 0 && WHEN.test(name) && body.some((row) => !/\$/.test(row[column]!) && row[column] !== ''),
  )
  const result = find(RESULT, [when])
  const payment = find(PAYMENT, [when, result])
  if (result < 0 || payment < 0) return undefined
  // "EBITDA | Price" of offices and years is no earn-out.
  if (!/\b(?:earn-?\s?out|contingent|performance|milestone|tranche)/i.test(`${heading} ${head.join(' ')}`) && when < 0)
    return undefined
  const told = body.filter(([name]) => !/^(?:total|sum|maximum|all)\b/i.test(name!))
  const names = told.map(([name]) => name!.trim().toLowerCase())
  if (!PERIOD.test(head[0]!) && !told.every(([name]) => ROW.test(name!.trim()))) return undefined
  if (
    new Set(names).size < names.length ||
    !names.every((name) => /\d|\b(?:one|two|three|first|second|third)\b/.test(name))
  )
    return undefined
  const one = (cell: string, kinds: readonly Quantity['kind'][]): boolean => {
    const found = quantitiesIn(cell).filter(({ kind }) => kinds.includes(kind))
    return found.length >= 1 && found[0]!.values.length === 1
  }
  if (!told.every((row) => one(row[payment]!, ['money', 'percent']) && one(row[result]!, ['money']))) return undefined
  const metric = /\b(?:EBITDA|revenue|production)\b/i.exec(`${head[result]} ${heading}`)?.[0] ?? 'collections'
  return told.map((row) => {
    const paid = when < 0 ? '' : `; paid ${row[when]!.replace(/^(?=month\b)/i, 'in ')}`
    const amount = row[payment]!.replace(/^up\s+to\s+/i, '')
    return {
      text: `earn-out of ${amount} if ${metric} are at least ${row[result]!.replace(/^[^$\d]+/, '')}${paid}`,
      quote: row.join('; '),
    }
  })
}
