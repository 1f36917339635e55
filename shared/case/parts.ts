import { describe } from './describe'
import { itemsAt } from './lists'
import { get, set, type Path } from './path'
import { parseCase } from './problems'
import { component, type Case, type Component } from './schema'

/**
 * A part of the price as another kind: what is an escrow may turn out to be an earn-out. How large it is stays. What
 * somebody entered stays where the new kind has it too; what was only assumed becomes what is usual for the new kind.
 * @param list the parts of an offer
 */
export function withKind(document: Case, list: Path, id: string, kind: Component['kind']): Case {
  const part = (itemsAt(document, list) as readonly Component[]).find((one) => one.id === id)
  if (!part || part.kind === kind) return document
  const { share, amount, label } = part
  // Dollars and a share of the price are stated alike in all kinds; other bases are of one kind only.
  const basis = part.basis === 'fixed' ? 'fixed' : 'share'
  const named = label !== component.parse({ kind: part.kind, id }).label
  const fresh = component.parse({ kind, id, share, amount, basis, ...(named && { label }) })
  const place = `${list}/${id}/`
  const own = Object.entries(document.origins).filter(([path]) => path.startsWith(place))
  const others = Object.entries(document.origins).filter(([path]) => !path.startsWith(place))
  const start: Case = {
    ...set(
      document,
      list,
      itemsAt(document, list).map((one) => (one.id === id ? fresh : one)),
    ),
    origins: Object.fromEntries(others),
  }
  return own.reduce((result, [path, origin]) => {
    if (describe(path, result) === undefined) return result
    // The basis may have become another.
    const value = path === `${place}basis` ? basis : get(document, path)
    const changed = set(result, path, value)
    return parseCase(changed).ok ? { ...changed, origins: { ...changed.origins, [path]: origin } } : result
  }, start)
}

/** How many values of a part somebody has entered or confirmed. */
export const entriesIn = (document: Case, part: Path): number =>
  Object.keys(document.origins).filter((path) => path.startsWith(`${part}/`)).length
