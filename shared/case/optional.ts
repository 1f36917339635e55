import { z } from 'zod'

import { inner } from './describe'
import { caseSchema, type Case } from './schema'
import { declaredOf } from './term'

/** The keys on the path to a field; `*` stands for each list element. */
type Keys = readonly string[]

/** Every field whose 0 means "none" (term.ts), collected from the schema once. */
const OPTIONAL: readonly Keys[] = optionalUnder(caseSchema, [])

/** For each optional field of a case, in schema order, whether it is present: the model has lines only for those. */
export const presence = (document: Case): readonly boolean[] => OPTIONAL.flatMap((keys) => valuesAt(document, keys))

function optionalUnder(schema: z.ZodType, keys: Keys): Keys[] {
  const type = inner(schema)
  if ((declaredOf(schema) ?? declaredOf(type))?.optional) return [keys]
  if (type instanceof z.ZodArray) return optionalUnder(type.element as z.ZodType, [...keys, '*'])
  if (!(type instanceof z.ZodObject)) return []
  return Object.entries(type.shape as Record<string, z.ZodType>).flatMap(([key, field]) =>
    optionalUnder(field, [...keys, key]),
  )
}

function valuesAt(node: unknown, [key, ...rest]: Keys): boolean[] {
  if (key === undefined) return [node !== 0]
  if (key === '*') return (node as readonly unknown[]).flatMap((item) => valuesAt(item, rest))
  return valuesAt((node as Readonly<Record<string, unknown>>)[key], rest)
}
