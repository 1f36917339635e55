import { get, type Path } from './path'
import { parseCase } from './problems'
import type { Case, Origin } from './schema'

/** A field to which two windows gave different values. `undefined`: it does not exist, or was removed. */
export interface Clash {
  readonly path: Path
  readonly mine: unknown
  readonly theirs: unknown
  /** Where my values at and below the path came from. */
  readonly origins: Readonly<Record<Path, Origin>>
}

export interface Merged {
  /** In a conflict their value is used: it is stored already, and nothing stored is given up without asking. */
  readonly document: Case
  readonly clashes: readonly Clash[]
}

/**
 * Merges two versions of a case, field by field: what only one of them changed since `base` is taken from it. List
 * elements are matched by id. If the result is invalid (a retirement before the plan starts), the document is theirs,
 * and each of my changes becomes a conflict to resolve.
 */
export function mergeCases(base: Case, mine: Case, theirs: Case): Merged {
  const { document, clashes } = mergeFields(base, mine, theirs)
  if (document === theirs || document === mine || parseCase(document).ok) return { document, clashes }
  return { document: theirs, clashes: mergeFields(base, mine, theirs, true).clashes }
}

/** The same without validating the result. `ask`: each of my changes counts as a conflict. */
export function mergeFields(base: Case, mine: Case, theirs: Case, ask = false): Merged {
  const found: Omit<Clash, 'origins'>[] = []
  const { origins: was, quotes: wasQuoted, ...fields } = base
  const { origins: my, quotes: myQuotes, ...myFields } = mine
  const { origins: their, quotes: theirQuotes, ...theirFields } = theirs
  const merged = merge(fields, myFields, theirFields, '', found, ask) as Omit<Case, 'origins' | 'quotes'>
  const origins = mergeOrigins(was, my, their, (path) => [merged, myFields, theirFields].map((one) => get(one, path)))
  const clashes = found.map((clash) => ({ ...clash, origins: originsBelow(mine, clash.path) }))
  // A quote includes its value, so one for another value is ignored: both may stay.
  const quotes = mergeQuotes(wasQuoted, myQuotes, theirQuotes)
  if (same(merged, theirFields) && same(origins, their) && same(quotes, theirQuotes))
    return { document: theirs, clashes }
  if (same(merged, myFields) && same(origins, my) && same(quotes, myQuotes)) return { document: mine, clashes }
  return { document: { ...merged, origins, quotes }, clashes }
}

/** The document with my value in a conflict; unchanged if what the field belonged to no longer exists. */
export function withMine(document: Case, { path, mine, origins }: Clash): Case {
  const put = (node: unknown, [key, ...rest]: readonly string[]): unknown => {
    if (key === undefined) return mine
    if (Array.isArray(node)) {
      const list = node as readonly { readonly id?: string }[]
      const there = list.some(({ id }) => id === key)
      if (rest.length > 0 || (there && mine !== undefined))
        return list.map((item) => (item.id === key ? put(item, rest) : item))
      return mine === undefined ? list.filter(({ id }) => id !== key) : [...list, mine]
    }
    if (!isRecord(node)) return node
    const { [key]: before, ...others } = node
    const after = put(before, rest)
    return after === undefined ? others : { ...node, [key]: after }
  }
  const changed = put(document, path.split('/')) as Case
  const others = Object.entries(changed.origins).filter(([one]) => one !== path && !one.startsWith(`${path}/`))
  return { ...changed, origins: { ...Object.fromEntries(others), ...origins } }
}

function merge(base: unknown, mine: unknown, theirs: unknown, path: Path, found: unknown[], ask: boolean): unknown {
  if (same(mine, theirs) || same(mine, base)) return theirs
  if (same(theirs, base) && !ask) return mine
  const inner = (key: string) => (path ? `${path}/${key}` : key)
  if (isList(base) && isList(mine) && isList(theirs)) {
    const at = (list: readonly Item[], id: string) => list.find((item) => item.id === id)
    return inOrder(base, mine, theirs)
      .map((id) => merge(at(base, id), at(mine, id), at(theirs, id), inner(id), found, ask))
      .filter((item) => item !== undefined)
  }
  // An element of another kind has other fields.
  if (isRecord(base) && isRecord(mine) && isRecord(theirs) && mine['kind'] === theirs['kind']) {
    const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)])
    return Object.fromEntries(
      [...keys].flatMap((key) => {
        const value = merge(base[key], mine[key], theirs[key], inner(key), found, ask)
        return value === undefined ? [] : [[key, value]]
      }),
    )
  }
  found.push({ path, mine, theirs })
  return theirs
}

interface Item {
  readonly id: string
}

/** Their order, unless only I changed it; elements the other side added stay behind their predecessors. */
function inOrder(base: readonly Item[], mine: readonly Item[], theirs: readonly Item[]): string[] {
  const ids = (list: readonly Item[]) => list.map(({ id }) => id)
  const kept = (list: readonly Item[], other: readonly Item[]) =>
    ids(list).filter((id) => other.some((item) => item.id === id))
  const moved = (list: readonly Item[]) => !same(kept(list, base), kept(base, list))
  const [first, second] = moved(mine) && !moved(theirs) ? [mine, theirs] : [theirs, mine]
  const order = ids(first)
  ids(second).forEach((id, index) => {
    if (order.includes(id)) return
    const before = ids(second)
      .slice(0, index)
      .findLast((one) => order.includes(one))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
  })
  return order
}

type Origins = Case['origins']

/** @param values at a path: merged, mine, theirs */
function mergeOrigins(was: Origins, my: Origins, their: Origins, values: (path: Path) => unknown[]): Origins {
  const paths = new Set([...Object.keys(their), ...Object.keys(my)])
  return Object.fromEntries(
    [...paths].flatMap((path) => {
      const [merged, mine, theirs] = values(path)
      if (merged === undefined) return [] // what it belonged to has been removed
      const isMine = same(their[path], was[path]) || (same(merged, mine) && !same(merged, theirs))
      const origin = isMine && !same(my[path], was[path]) ? my[path] : their[path]
      return origin === undefined ? [] : [[path, origin]]
    }),
  )
}

type Quotes = Case['quotes']

/** Mine if only I changed it, otherwise theirs. */
const mergeQuotes = (was: Quotes, my: Quotes, their: Quotes): Quotes =>
  Object.fromEntries(
    [...new Set([...Object.keys(their), ...Object.keys(my)])].flatMap((path) => {
      const one = same(their[path], was[path]) ? my[path] : their[path]
      return one === undefined ? [] : [[path, one]]
    }),
  )

/** The fields at and below a path that the document has. */
const originsBelow = (document: Case, path: Path): Origins =>
  Object.fromEntries(
    Object.entries(document.origins).filter(
      ([one]) => (one === path || one.startsWith(`${path}/`)) && get(document, one) !== undefined,
    ),
  )

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const isList = (value: unknown): value is readonly Item[] =>
  Array.isArray(value) && value.every((item: unknown) => isRecord(item) && typeof item['id'] === 'string')

/** Equal as data. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]))
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
}

/**
 * A received document in which every part equal to one in another document is that part, so that comparing them is
 * fast.
 */
export function sharing<T>(known: unknown, given: T): T {
  if (same(known, given)) return known as T
  if (isList(known) && isList(given))
    return given.map((item: Item) =>
      sharing(
        known.find(({ id }) => id === item.id),
        item,
      ),
    ) as T
  if (!isRecord(known) || !isRecord(given)) return given
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, sharing(known[key], value)])) as T
}
