import { get, type Path } from '../case/path'
import { caseSchema, type Case } from '../case/schema'

const DEFAULTS = caseSchema.parse({})

/**
 * Whether a field still holds the program's default unasked. Answering "I don't know" counts as asked: the field is then
 * marked as assumed explicitly.
 */
export const untouched = (document: Case, path: Path, standard: unknown): boolean =>
  document.origins[path] === undefined && get(document, path) === standard

/** Whether none of these fields has been entered; any one of them is enough. */
export const noneOf = (document: Case, ...paths: readonly Path[]): boolean =>
  paths.every((path) => untouched(document, path, get(DEFAULTS, path)))

/** What the practice collects, by whose work. */
export const COLLECTIONS: readonly Path[] = [
  'practice/ownerCollections',
  'practice/hygieneCollections',
  'practice/associateCollections',
  'practice/partnersCollections',
]
