import { z } from 'zod'

import { inner, metaOf } from '../../shared/case/describe'
import type { FieldMeta } from '../../shared/case/field'
import { caseSchema } from '../../shared/case/schema'

export interface NumericField {
  /** The path without the ids of list elements, the kind of a component in place of its id. */
  readonly path: string
  readonly meta: FieldMeta | undefined
}

/** Every numeric field of the schema, in the order of the schema. */
export function numericFields(schema: z.ZodType = caseSchema, path = ''): NumericField[] {
  const type = inner(schema)
  const below = (key: string) => (path ? `${path}/${key}` : key)
  if (type instanceof z.ZodNumber) return [{ path, meta: metaOf(schema) }]
  if (type instanceof z.ZodObject)
    return Object.entries(type.shape as Record<string, z.ZodType>).flatMap(([key, field]) =>
      numericFields(field, below(key)),
    )
  if (type instanceof z.ZodArray) return numericFields(type.element as z.ZodType, path)
  if (type instanceof z.ZodDiscriminatedUnion)
    return (type.options as z.ZodObject[]).flatMap((option) =>
      numericFields(option, below(String((option.shape['kind'] as z.ZodLiteral).value))),
    )
  return []
}
