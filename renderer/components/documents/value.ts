import type { FieldMeta } from '../../../shared/case/field'
import { inWords, parseDay } from '../../../shared/case/dates'
import type { Value } from '../../../shared/review/letter'
import { byUnit } from '../../format'

/** A value within a sentence, with its unit. */
export function shownValue(value: Value, field: FieldMeta): string {
  if (value === null) return 'not stated'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return [byUnit(value, field.unit), field.per].filter(Boolean).join(' ')
  if (field.unit === 'date') return parseDay(value) ? inWords(value) : value
  return field.choices?.[value] ?? value
}
