import type { FieldMeta } from '../../shared/case/field'
import { isFold, type LedgerFold, type LedgerRow } from '../../shared/present/report/ledger'
import { byUnit, day, factor, none, percent, plain } from '../format'

/** An input as entered, with its unit and what it is per or of. */
export function valueOf(row: LedgerRow | LedgerFold): string {
  if (isFold(row)) return foldText(row)
  const { value, field } = row
  if (value === null) return `not stated${field.help ? ` (${firstLower(field.help)})` : ''}`
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return field.unit === 'date' ? day(value) : (field.choices?.[value] ?? value)
  const text = amountOf(value, field)
  return field.per && !(value === 0 && field.unit === 'usd') ? `${text} ${field.per}` : text
}

/** "Lost 20% at 0×" individually; shares without a multiple grouped: "100% on death, disability; 0% on dismissal". */
function foldText({ parts }: LedgerFold): string {
  if (parts.some(({ multiple }) => multiple !== undefined))
    return parts.map(({ label, share, multiple }) => `${label} ${percent(share)} at ${factor(multiple)}`).join(', ')
  const shares = [...new Set(parts.map(({ share }) => share))]
  return shares
    .map((share) => {
      const labels = parts.filter((part) => part.share === share).map(({ label }) => label)
      return `${percent(share)} on ${labels.join(', ')}`
    })
    .join('; ')
}

/** "Blank: at retirement." becomes "at retirement" after "not stated". */
const firstLower = (help: string): string => {
  const text = help.replace(/^Blank: /, '').replace(/\.$/, '')
  return text[0]!.toLowerCase() + text.slice(1)
}

function amountOf(value: number, field: FieldMeta): string {
  if (field.unit === 'count') return plain(value, 2)
  return byUnit(value, field.unit)
}

/** Unstated values, in one sentence. */
export const countedAsZero = (labels: readonly string[]): string =>
  `Assumed to be zero: ${labels.map((label) => label[0]!.toLowerCase() + label.slice(1)).join('; ')}.`

/** The typical range with its source numbers: "5× – 8× [14]". Empty if there is none. */
export function usualOf(row: LedgerRow): string {
  if (!row.range) return ''
  const { sources } = row.range
  return `${rangeText(row)}${sources.length > 0 ? ` [${sources.join(', ')}]` : ''}`
}

function rangeText({ range, field }: LedgerRow): string {
  if (!range) return none
  const words = field.unit === 'months' || field.unit === 'years' || field.unit === 'days' || field.unit === 'hours'
  return `${words ? plain(range.low) : amountOf(range.low, field)} – ${amountOf(range.high, field)}`
}
