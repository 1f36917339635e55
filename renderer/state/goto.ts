import type { Path } from '../../shared/case/path'
import type { CasePage } from './route'
import { useStore } from './store'
import { stepOf } from './unconfirmed'

/** The page on which a field is entered. */
const pageOf = (path: Path): CasePage => (path.startsWith('risk/') ? 'risk' : stepOf(path))

/** Opens the page of a field, the offer it belongs to, and puts the cursor into it. */
export function goToField(path: Path): void {
  const { setPage, setOffer } = useStore.getState()
  const [list, id] = path.split('/')
  if (list === 'offers' && id) setOffer(id)
  setPage(pageOf(path))
  focusWhenThere(path, 180)
}

/** The page may have to be loaded first: looks again with each frame, for some seconds or until another page is shown. */
function focusWhenThere(path: Path, frames: number): void {
  const field = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)
  if (!field) {
    if (frames > 0 && useStore.getState().page === pageOf(path))
      requestAnimationFrame(() => focusWhenThere(path, frames - 1))
    return
  }
  unfold(field)
  field.scrollIntoView({ block: 'center' })
  field.focus()
  // What is typed replaces what stands there, as after Tab: a 30 behind a 30 would be 3030, a 4 behind a 5 54.
  if (field instanceof HTMLInputElement) field.select()
}

/** Opens all that an element is folded away in. */
export function unfold(element: Element): void {
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true
}
