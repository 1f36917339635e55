import { describe } from './describe'
import { itemsAt } from './lists'
import { get, set, type Path } from './path'
import { parseCase } from './problems'
import { component, type Case, type Component } from './schema'

/**
 * Changes a price component to another kind: an escrow may turn out to be an earn-out. Its size stays. Entered values
 * stay if the new kind has the field; assumed ones become the new kind's defaults.
 * @param list path of the offer's components
 */
export function withKind(document: Case, list: Path, id: string, kind: Component['kind']): Case {
  const part = (itemsAt(document, list) as readonly Component[]).find((one) => one.id === id)
  if (!part || part.kind === kind) return document
  const { share, amount, label } = part
  // Dollars and a share of the price mean the same in all kinds; other bases exist in one kind only.
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
    // The basis may have changed.
    const value = path === `${place}basis` ? basis : get(document, path)
    const changed = set(result, path, value)
    return parseCase(changed).ok ? { ...changed, origins: { ...changed.origins, [path]: origin } } : result
  }, start)
}

/** The number of a component's values that were entered or confirmed. */
export const entriesIn = (document: Case, part: Path): number =>
  Object.keys(document.origins).filter((path) => path.startsWith(`${part}/`)).length
