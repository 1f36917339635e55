import { clipped } from '../text'

/**
 * Paths of fields: `practice/feeGrowth`, `offers/harbor/components/note-1/rate`. An element of a list is named by its
 * id, so a path stays true when the list is reordered, and a list of one offer's ids can be told from another's.
 */
export type Path = string

type Node = Record<string, unknown> | readonly unknown[]

const idOf = (item: unknown): string | undefined => {
  const id = (item as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? id : undefined
}

function child(node: unknown, key: string): unknown {
  if (Array.isArray(node)) return node.find((item) => idOf(item) === key)
  return node !== null && typeof node === 'object' && Object.hasOwn(node, key)
    ? (node as Record<string, unknown>)[key]
    : undefined
}

/** The value at a path, or undefined. */
export function get(root: unknown, path: Path): unknown {
  return path.split('/').reduce(child, root)
}

/** A copy with another value at the path; everything that is not on the way is shared with the original. */
export function set<T>(root: T, path: Path, value: unknown): T {
  const put = (node: unknown, [key, ...rest]: readonly string[]): unknown => {
    if (key === undefined) return value
    if (Array.isArray(node)) {
      if (child(node, key) === undefined) throw new RangeError(`There is nothing at ${path}.`)
      return node.map((item) => (idOf(item) === key ? put(item, rest) : item))
    }
    if (node === null || typeof node !== 'object') throw new RangeError(`There is nothing at ${path}.`)
    return { ...node, [key]: put(child(node, key), rest) }
  }
  return put(root, path.split('/')) as T
}

/** The path of a place that zod reports by keys and indices. */
export function pathOf(root: unknown, keys: readonly PropertyKey[]): Path {
  let node = root as Node | undefined
  return keys
    .map((key) => {
      const here = Array.isArray(node)
        ? node[key as number]
        : (node as Record<string, unknown> | undefined)?.[key as string]
      const name = (Array.isArray(node) ? idOf(here) : undefined) ?? String(key)
      node = here as Node | undefined
      return name
    })
    .join('/')
}

/** The place in a JSON file, as command lines print it: `$.offers[0].job.rate`. Of a key that is no name, its beginning. */
export function jsonPath(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>(
    (text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${clipped(String(key), 60)}`),
    '$',
  )
}
