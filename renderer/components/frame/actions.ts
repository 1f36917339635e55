import { chooseCaseFile, createCase, exportCase } from '../../state/cases'
import { useImporting } from '../../state/importing'
import { useReading } from '../../state/reading'
import type { Page } from '../../state/route'
import { useStore } from '../../state/store'
import { tellSaved } from './saved'
import { tell, told } from './tell'

/** Actions of the menu, the palette and the keyboard, available on every page. */
export async function newCase(): Promise<void> {
  told(await createCase({}))
}

export async function importFile(): Promise<void> {
  const done = await chooseCaseFile()
  if (told(done) && done.ok && done.value) told(await useImporting.getState().look(done.value))
}

let looking = Promise.resolve()

/** Opens the files that the system passed to the program, one after another. */
export const lookAtOpened = (): Promise<void> => (looking = looking.then(takeOpened))

/** Stops when none is left, or while the user looks at a case file; the next is taken after that. */
async function takeOpened(): Promise<void> {
  if (useImporting.getState().file) return
  const answer = await useStore.getState().host.call('takeOpenedFile', {})
  if (!answer.ok) told({ ok: false, message: answer.error.message })
  else if (answer.value === null) return
  else if (answer.value.kind === 'case') {
    const { name, text } = answer.value
    told(await useImporting.getState().look({ name, text }))
  } else await useReading.getState().add([answer.value])
  return takeOpened()
}

/** The system's print dialog for the report of the open case. */
export async function printReport(): Promise<void> {
  const { caseId, dollars, host } = useStore.getState()
  if (!caseId) return tell('Open a case first; its report can then be printed.')
  const answer = await host.call('printReport', { id: caseId, dollars })
  if (!answer.ok) told({ ok: false, message: answer.error.message })
}

/** The method is part of each report, with the figures of its case. */
export function showMethod(): void {
  if (!useStore.getState().caseId) return tell('Open a case or a sample first; its report describes the method.')
  go('report')
}

export async function exportOpenCase(): Promise<void> {
  const { caseId } = useStore.getState()
  if (!caseId) return
  const done = await exportCase(caseId)
  tellSaved('The case', done)
}

/** Commits the text being typed first, so that leaving the page does not lose it. */
export function go(page: Page): void {
  takeTyping()
  useStore.getState().setPage(page)
}

export function goToHash(hash: string): void {
  takeTyping()
  globalThis.location.hash = hash
}

function takeTyping(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
