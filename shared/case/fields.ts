import { z } from 'zod'

import { inner, metaOf, schemaAt } from './describe'
import { get, type Path } from './path'
import type { Case } from './schema'

/**
 * Paths of all fields under a path, in the order of the schema.
 * @param whole paths that are returned as they are, without the fields below them
 */
export function* fieldsUnder(
  path: Path,
  document: Case,
  whole: (path: Path) => boolean = () => false,
): Generator<Path> {
  const schema = schemaAt(path, document)
  if (!schema) return
  const type = inner(schema)
  const value = get(document, path)
  if (whole(path)) yield path
  else if (type instanceof z.ZodArray)
    for (const { id } of value as { id: string }[]) yield* fieldsUnder(`${path}/${id}`, document, whole)
  else if (type instanceof z.ZodObject)
    for (const key of Object.keys(type.shape as object)) yield* fieldsUnder(`${path}/${key}`, document, whole)
  else if (type instanceof z.ZodDiscriminatedUnion)
    for (const key of Object.keys(value as object)) yield* fieldsUnder(`${path}/${key}`, document, whole)
  else if (metaOf(schema)) yield path
}
