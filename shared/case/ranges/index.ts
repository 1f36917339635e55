import { z } from 'zod'

import { describe, inner, schemaAt } from '../describe'
import type { FieldMeta } from '../field'
import { get, type Path } from '../path'
import { amount, nameOf } from '../problems'
import type { Case } from '../schema'
import { offerRanges } from './offers'
import { ownerRanges } from './owner'
import { practiceRanges } from './practice'
import type { Assumption, Band, Entries, Entry, Source } from './range'
import { riskRanges } from './risk'

export type { Band, Source } from './range'

/** What is known about a field's values, in the field's unit. */
export type Range =
  | (Omit<Band, 'specialties' | 'when' | 'aside'> & {
      readonly assumption: false
      readonly unit: FieldMeta['unit']
      /** For other practices and buyers: the spread. */
      readonly others: readonly Band[]
    })
  | (Assumption & { readonly unit: FieldMeta['unit']; readonly others: readonly Band[] })

/** All entries, by generic path. */
export const ranges: Entries = { ...practiceRanges, ...ownerRanges, ...offerRanges, ...riskRanges }

/**
 * The path of a field without the ids of list elements, with a component's kind in place of its id:
 * `offers/harbor/components/earn-1/probability` → `offers/components/earnOut/probability`. Undefined if there is no
 * such field.
 */
export function genericPath(path: Path, document: unknown): Path | undefined {
  if (!schemaAt(path, document)) return undefined
  const keys = path.split('/')
  return keys
    .flatMap((key, i) => {
      const parent = i === 0 ? undefined : schemaAt(keys.slice(0, i).join('/'), document)
      const list = parent && inner(parent)
      if (!(list instanceof z.ZodArray)) return [key]
      if (!(list.element instanceof z.ZodDiscriminatedUnion)) return []
      return [String((get(document, keys.slice(0, i + 1).join('/')) as { kind: string }).kind)]
    })
    .join('/')
}

/** What is published about a field for the document's practice; undefined if the field is not a number. */
export function rangeFor(path: Path, document: Case): Range | undefined {
  const entry = entryAt(path, document)
  const unit = describe(path, document)?.unit
  if (!entry || !unit) return undefined
  if ('assumption' in entry) return { ...entry, unit, others: [] }
  const found = entry.bands.find((band) => !band.aside && holds(band, path, document))
  const others = entry.bands.filter((band) => band !== found)
  if (!found) return entry.otherwise && { ...entry.otherwise, unit, others }
  const { specialties: _specialties, when: _when, aside: _aside, ...band } = found
  return { assumption: false, unit, ...band, others }
}

function entryAt(path: Path, document: Case): Entry | undefined {
  const generic = genericPath(path, document)
  return generic !== undefined && Object.hasOwn(ranges, generic) ? ranges[generic] : undefined
}

function holds(band: Band, path: Path, document: Case): boolean {
  if (band.specialties && !band.specialties.includes(document.practice.specialty)) return false
  const parent = path.slice(0, path.lastIndexOf('/'))
  return Object.entries(band.when ?? {}).every(([field, values]) =>
    values.includes(String(get(document, `${parent}/${field}`))),
  )
}

/**
 * A sentence for a warning if a value is outside the published range; such a value can be right. Undefined if it is
 * inside, if nothing is stated, or if there is only an assumption.
 */
export function outsideRange(path: Path, value: unknown, document: Case): string | undefined {
  const range = rangeFor(path, document)
  if (typeof value !== 'number' || !range || range.assumption) return undefined
  if ((value >= range.low && value <= range.high) || isSilence(path, value, document)) return undefined
  const field = describe(path, document)
  const side = value < range.low ? 'below' : 'above'
  const of = range.of ? ` for ${range.of}` : ''
  const span = `${amount(range.low, field)} to ${amount(range.high, field)}`
  return `${nameOf(path, document, field)}: ${amount(value, field)} is ${side} the published ${span}${of} (${credit(range.sources[0])}). It may be right; check it.`
}

/**
 * A zero that is also the default means that nothing is stated, not that someone offers zero; and an associate with a
 * fixed salary is paid no share.
 */
function isSilence(path: Path, value: number, document: Case): boolean {
  if (value === 0 && document.practice.role === 'associate' && path.endsWith('/job/rate')) return true
  const schema = schemaAt(path, document)
  return value === 0 && schema instanceof z.ZodDefault && schema.def.defaultValue === 0
}

/** A source in a few words: who, when, and the author's interest. */
export function credit({ cite, date, bias }: Source): string {
  const who = cite.split(':')[0]!
  const notes = [date, bias === 'neutral' ? undefined : bias].filter((part) => part !== undefined)
  return notes.length === 0 ? who : `${who}, ${notes.join(', ')}`
}
