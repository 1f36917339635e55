import type { Parsed } from '../../shared/case/problems'
import type { Version } from '../../shared/case/versions/version'
import { loadedSchema } from './schema'

/**
 * A stored document, validated as strictly as an imported one with one exception: earlier versions left the origins of
 * an offer behind when it was removed. They affect no figure, and no one may be locked out because of them.
 */
export function readStored(document: object, steps: readonly Version[]): Parsed {
  const { parseCase } = loadedSchema()
  let given = document as { readonly origins?: unknown }
  for (;;) {
    const read = parseCase(given, steps)
    if (read.ok || !read.problems.every(({ path }) => path.startsWith('origins/'))) return read
    const stray = new Set(read.problems.map(({ path }) => path.slice('origins/'.length)))
    const origins = Object.entries(given.origins as object)
    const kept = origins.filter(([path]) => !stray.has(path))
    // Something else is wrong with them.
    if (kept.length === origins.length) return read
    given = { ...given, origins: Object.fromEntries(kept) }
  }
}
