import { chooseCaseFile, createCase, exportCase } from '../../state/cases'
import { useImporting } from '../../state/importing'
import type { Page } from '../../state/route'
import { useStore } from '../../state/store'
import { tell, told } from './tell'

/** What the menu, the palette and the keyboard can do from every page. */
export async function newCase(): Promise<void> {
  told(await createCase({}))
}

export async function importFile(): Promise<void> {
  const done = await chooseCaseFile()
  if (told(done) && done.ok && done.value) told(await useImporting.getState().look(done.value))
}

export async function exportOpenCase(): Promise<void> {
  const { caseId } = useStore.getState()
  if (!caseId) return
  const done = await exportCase(caseId)
  if (told(done) && done.ok && typeof done.value.savedTo === 'string')
    tell(`The case was saved to ${done.value.savedTo}.`)
}

/** Commits the text being typed first, so that leaving the page does not lose it. */
export function go(page: Page): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  useStore.getState().setPage(page)
}
