import { clipped } from '../text'

/**
 * Field paths: `practice/feeGrowth`, `offers/harbor/components/note-1/rate`. List elements are addressed by id, so a
 * path stays valid when the list is reordered.
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

/** A copy with another value at the path; everything off the path is shared with the original. */
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

/** The path of a location that zod reports by keys and indices. */
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

/**
 * The location in a JSON file, as command lines print it: `$.offers[0].job.rate`; a key that is not an identifier is
 * shortened.
 */
export function jsonPath(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>(
    (text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${clipped(String(key), 60)}`),
    '$',
  )
}
