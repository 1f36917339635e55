import { z } from 'zod'

import { inner, schemaAt } from './describe'
import { get, set, type Path } from './path'
import type { Case } from './schema'

/** Operations on the lists of a case: costs, debts, offers, components. Each returns a new document. */
export interface Item {
  readonly id: string
}

export const itemsAt = (document: Case, list: Path): readonly Item[] => get(document, list) as readonly Item[]

/** An id that no element of the list has: `cost-3`. */
export function freeId(items: readonly Item[], word: string): string {
  const taken = new Set(items.map(({ id }) => id))
  for (let n = items.length + 1; ; n++) if (!taken.has(`${word}-${n}`)) return `${word}-${n}`
}

/** Adds an element at the end of the list, from its defaults and `seed`. */
export function added(document: Case, list: Path, word: string, seed: object = {}): { document: Case; id: string } {
  const items = itemsAt(document, list)
  const id = freeId(items, word)
  return { document: put(document, list, { ...seed, id }), id }
}

/** Adds an element at the end of the list under the caller's id, which no other window can have used. */
export function put(document: Case, list: Path, seed: Item): Case {
  const type = inner(schemaAt(list, document)!)
  if (!(type instanceof z.ZodArray)) throw new TypeError(`${list} is no list.`)
  return set(document, list, [...itemsAt(document, list), (type.element as z.ZodType).parse(seed)])
}

/** Removes an element along with the origins and quotes of its fields. */
export function removed(document: Case, list: Path, id: string): Case {
  const rest = itemsAt(document, list).filter((item) => item.id !== id)
  const origins = Object.fromEntries(
    Object.entries(document.origins).filter(([path]) => !path.startsWith(`${list}/${id}/`)),
  )
  const quotes = Object.fromEntries(
    Object.entries(document.quotes).filter(([path]) => !path.startsWith(`${list}/${id}/`)),
  )
  return { ...set(document, list, rest), origins, quotes }
}

/** Moves an element by a number of places, at most to an end of the list. */
export function moved(document: Case, list: Path, id: string, by: number): Case {
  const items = [...itemsAt(document, list)]
  const from = items.findIndex((item) => item.id === id)
  const to = Math.max(0, Math.min(items.length - 1, from + by))
  if (from < 0 || from === to) return document
  items.splice(to, 0, ...items.splice(from, 1))
  return set(document, list, items)
}

/** Adds a copy after an element; the origins of its fields apply to the copy. */
export function copied(
  document: Case,
  list: Path,
  id: string,
  word: string,
  change: object = {},
): { document: Case; id: string } {
  const items = itemsAt(document, list)
  const copy = { ...items.find((item) => item.id === id)!, ...change, id: freeId(items, word) }
  const ofCopy = <T>(known: Readonly<Record<Path, T>>): Record<Path, T> =>
    Object.fromEntries(
      Object.entries(known).flatMap(([path, said]) =>
        path.startsWith(`${list}/${id}/`) ? [[path.replace(`${list}/${id}/`, `${list}/${copy.id}/`), said]] : [],
      ),
    )
  return {
    document: {
      ...set(
        document,
        list,
        items.flatMap((item) => (item.id === id ? [item, copy] : [item])),
      ),
      origins: { ...document.origins, ...ofCopy(document.origins) },
      quotes: { ...document.quotes, ...ofCopy(document.quotes) },
    },
    id: copy.id,
  }
}
