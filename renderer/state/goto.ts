import { isPartner } from '../../shared/case/partner/is-partner'
import type { Path } from '../../shared/case/path'
import { showPartnerField } from './partner'
import type { CasePage } from './route'
import { useStore } from './store'
import { stepOf } from './unconfirmed'

/** The page on which a field is entered. */
const pageOf = (path: Path): CasePage =>
  isPartner(path) ? 'partner' : path.startsWith('risk/') ? 'risk' : stepOf(path)

/** Opens the page of a field, the offer it belongs to, and puts the cursor into it. */
export function goToField(path: Path): void {
  const { setPage, setOffer } = useStore.getState()
  const [list, id] = path.split('/')
  if (list === 'offers' && id) setOffer(id)
  if (isPartner(path)) showPartnerField(path)
  setPage(pageOf(path))
  focusWhenThere(path, 180)
}

/** So many frames a page is given to show a field once it shows others beside it. */
const PATIENCE = 20

/**
 * The page may have to be loaded first: looks again with each frame, for some seconds or until another page is shown. A
 * term that the form does not ask for as it stands has no field: then the first one below it, or beside it, is the place.
 */
function focusWhenThere(path: Path, frames: number, waited = 0): void {
  const field = at(`[data-path="${CSS.escape(path)}"]`)
  const near = field ? undefined : (below(path) ?? below(path.slice(0, path.lastIndexOf('/'))))
  if (!field && !(near && waited >= PATIENCE)) {
    if (frames > 0 && useStore.getState().page === pageOf(path))
      requestAnimationFrame(() => focusWhenThere(path, frames - 1, waited + (near ? 1 : 0)))
    return
  }
  const found = (field ?? near)!
  unfold(found)
  found.scrollIntoView({ block: 'center' })
  found.focus()
  // What is typed replaces what stands there, as after Tab: a 30 behind a 30 would be 3030, a 4 behind a 5 54.
  if (found instanceof HTMLInputElement) found.select()
}

const at = (selector: string) => document.querySelector<HTMLElement>(selector) ?? undefined
const below = (path: Path) => at(`[data-path^="${CSS.escape(path)}/"]`)

/** Opens all that an element is folded away in. */
export function unfold(element: Element): void {
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true
}
