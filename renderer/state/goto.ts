import { isPartner } from '../../shared/case/partner/is-partner'
import type { Path } from '../../shared/case/path'
import { showPartnerField } from './partner'
import type { CasePage } from './route'
import { useStore } from './store'
import { stepOf } from './unconfirmed'

/** The page on which a field is entered. */
const pageOf = (path: Path): CasePage =>
  isPartner(path) ? 'partner' : path.startsWith('risk/') ? 'risk' : stepOf(path)

/** Opens the page of a field and the offer it belongs to, and focuses the field. */
export function goToField(path: Path): void {
  const { setPage, setOffer } = useStore.getState()
  const [list, id] = path.split('/')
  if (list === 'offers' && id) setOffer(id)
  if (isPartner(path)) showPartnerField(path)
  setPage(pageOf(path))
  focusWhenThere(path, 180)
}

/** How many frames a page gets to show a field once it shows neighboring ones. */
const PATIENCE = 20

/**
 * The page may have to load first: looks again at each frame, for some seconds or until another page is shown. If the
 * form currently does not ask for the term, the first field below or beside it is used.
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
  // Selects the content, as Tab does, so that typing replaces it: otherwise a 30 after a 30 would become 3030.
  if (found instanceof HTMLInputElement) found.select()
}

const at = (selector: string) => document.querySelector<HTMLElement>(selector) ?? undefined
const below = (path: Path) => at(`[data-path^="${CSS.escape(path)}/"]`)

/** Expands everything that contains an element. */
export function unfold(element: Element): void {
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true
}
