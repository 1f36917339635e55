import { z } from 'zod'

import { forAssociate } from './associate-fields'
import type { FieldMeta } from './field'
import { caseSchema } from './schema'
import { get, type Path } from './path'
import { declaredOf, type Term } from './term'

/** A field's metadata from the schema: label, unit, limits, choices. Undefined if there is no such field. */
export function describe(path: Path, root: unknown): FieldMeta | undefined {
  const meta = metaOf(schemaAt(path, root))
  return meta && get(root, 'practice/role') === 'associate' ? forAssociate(path, meta, get(root, path)) : meta
}

/** A field's metadata, even inside a default wrapper. */
export function metaOf(schema: z.ZodType | undefined): FieldMeta | undefined {
  return (schema?.meta() ?? (schema && inner(schema).meta())) as FieldMeta | undefined
}

/** A field's declared traits: negotiable, uncertain, when it counts. Empty if none were declared. */
export function termAt(path: Path, root: unknown): Term {
  const schema = schemaAt(path, root)
  return (schema && (declaredOf(schema) ?? declaredOf(inner(schema)))) ?? {}
}

/** The schema of the field at a path; `root` tells which kind of component an id stands for. */
export function schemaAt(path: Path, root: unknown): z.ZodType | undefined {
  let schema: z.ZodType | undefined = caseSchema
  let at = ''
  for (const key of path.split('/')) {
    const parent: z.ZodType = inner(schema!)
    at = at ? `${at}/${key}` : key
    if (parent instanceof z.ZodObject) schema = own(parent.shape as Record<string, z.ZodType>, key)
    else if (parent instanceof z.ZodArray) schema = variant(parent.element as z.ZodType, get(root, at))
    else schema = undefined
    if (!schema) return undefined
  }
  return schema
}

/** The type under default, prefault and nullable. */
export function inner(schema: z.ZodType): z.ZodType {
  const known = inners.get(schema)
  if (known) return known
  let found = schema
  while (found instanceof z.ZodDefault || found instanceof z.ZodPrefault || found instanceof z.ZodNullable)
    found = found.unwrap() as z.ZodType
  inners.set(schema, found)
  return found
}

// Each save asks for the types of some thousand fields, and Zod takes a microsecond to tell one kind from another.
const inners = new WeakMap<z.ZodType, z.ZodType>()

function variant(element: z.ZodType, value: unknown): z.ZodType | undefined {
  if (!(element instanceof z.ZodDiscriminatedUnion)) return element
  const kind = (value as { kind?: unknown } | undefined)?.kind
  return (element.options as z.ZodObject[]).find((option) => (option.shape['kind'] as z.ZodLiteral).value === kind)
}

/** Own members only: inherited ones such as `toString` are not fields. */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined
