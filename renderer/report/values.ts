import type { FieldMeta } from '../../shared/case/field'
import type { Origin } from '../../shared/case/schema'
import { isFold, type LedgerFold, type LedgerRow } from '../../shared/present/report/ledger'
import { byUnit, day, none, percent, plain } from '../format'

/** An input as it was entered, with its unit and what it is per or of. */
export function valueOf(row: LedgerRow | LedgerFold): string {
  if (isFold(row)) return row.parts.map(({ label, value }) => `${label} ${percent(value)}`).join(', ')
  const { value, field } = row
  if (value === null) return `not stated${field.help ? ` (${firstLower(field.help)})` : ''}`
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return field.unit === 'date' ? day(value) : (field.choices?.[value] ?? value)
  const text = amountOf(value, field)
  return field.per && !(value === 0 && field.unit === 'usd') ? `${text} ${field.per}` : text
}

/** "Empty: at retirement." stands behind "not stated" as "at retirement". */
const firstLower = (help: string): string => {
  const text = help.replace(/^Empty: /, '').replace(/\.$/, '')
  return text[0]!.toLowerCase() + text.slice(1)
}

export function amountOf(value: number, field: FieldMeta): string {
  if (field.unit === 'count') return plain(value, 2)
  return byUnit(value, field.unit)
}

export function rangeText({ range, field }: LedgerRow): string {
  return range ? `${amountOf(range.low, field)} – ${amountOf(range.high, field)}` : none
}

export const originShort = (origin: Origin): string =>
  origin === 'letter of intent' ? 'L' : origin === 'entered' ? 'E' : 'A'
