import { createCase, exportCase, importCase } from '../../state/cases'
import type { Page } from '../../state/route'
import { useStore } from '../../state/store'
import { tell, told } from './tell'

/** What the menu, the palette and the keyboard can do from every page. */
export async function newCase(): Promise<void> {
  told(await createCase({}))
}

export async function importFile(): Promise<void> {
  const done = await importCase()
  if (told(done) && done.ok && done.value) {
    const { id, name } = done.value
    tell(`“${name}” has been imported as a new case.`, {
      label: 'Open it',
      run: () => (globalThis.location.hash = `#/case/${id}/practice`),
    })
  }
}

export async function exportOpenCase(): Promise<void> {
  const { caseId } = useStore.getState()
  if (!caseId) return
  const done = await exportCase(caseId)
  if (told(done) && done.ok && typeof done.value.savedTo === 'string')
    tell(`The case was saved to ${done.value.savedTo}.`)
}

/** Takes what is being typed first: a page that is left must not lose it. */
export function go(page: Page): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  useStore.getState().setPage(page)
}
