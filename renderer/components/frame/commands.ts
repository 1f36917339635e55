import { useEffect } from 'react'

import type { Command } from '../../../shared/host'
import { useImporting } from '../../state/importing'
import { CASE_PAGES, hashOf, OTHER_PAGES, type Page } from '../../state/route'
import { useStore } from '../../state/store'
import { exportOpenCase, go, goToHash, importFile, lookAtOpened, newCase, printReport, showMethod } from './actions'
import { openPalette } from './open-palette'
import { stepOfKey } from './steps'

const apple = /Mac|iPhone|iPad/.test(navigator.platform)
/** The modifier of keyboard shortcuts, as the keyboard labels it. */
export const commandKey = apple ? '⌘' : 'Ctrl'

const pages: readonly string[] = [...CASE_PAGES, ...OTHER_PAGES]

/** Carries out a command of the desktop menu. */
function run(command: Command): void {
  const back = useStore.getState()
  if (command === 'new') void newCase()
  else if (command === 'import') void importFile()
  else if (command === 'export') void exportOpenCase()
  else if (command === 'report') go('report')
  else if (command === 'settings') go('settings')
  else if (command === 'print') void printReport()
  else if (command === 'palette') openPalette()
  else if (command === 'method') showMethod()
  else if (command === 'opened-file') void lookAtOpened()
  // While the user is typing, the menu's Undo applies to the text.
  else if (command === 'undo' || command === 'redo') {
    if (typing()) document.execCommand(command)
    else back[command]()
  } else if (command.startsWith('about:')) goToHash(`#/about/${command.slice(6)}`)
  else if (command.startsWith('case:')) goToHash(hashOf('practice', command.slice(5)))
  else if (command.startsWith('page:') && pages.includes(command.slice(5))) go(command.slice(5) as Page)
}

/** Whether the user is typing; a focused but unchanged case field does not count. */
function typing(): boolean {
  const field = document.activeElement
  if (field instanceof HTMLElement && 'field' in field.dataset) return 'typing' in field.dataset
  return (
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'button'].includes(field.type))
  )
}

/** Keyboard shortcuts of every page, and the menu of the desktop shell. */
export function useCommands(): void {
  const host = useStore((state) => state.host)
  useEffect(() => host.onCommand(run), [host])
  // A file passed at startup waits for a page; others wait while one is being looked at.
  useEffect(() => {
    void lookAtOpened()
    return useImporting.subscribe(({ file }, before) => {
      if (before.file && !file) void lookAtOpened()
    })
  }, [])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { caseId, undo, redo } = useStore.getState()
      const key = event.key.toLowerCase()
      if ((event.ctrlKey || event.metaKey) && !event.altKey) {
        if (typing()) return
        if (key === 'z' && !event.shiftKey) undo()
        else if ((key === 'z' && event.shiftKey) || key === 'y') redo()
        else return
        return event.preventDefault()
      }
      if (event.altKey && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
        const page = stepOfKey(event.code)
        if (!page || !caseId) return
        event.preventDefault()
        go(page)
      }
    }
    globalThis.addEventListener('keydown', press)
    return () => globalThis.removeEventListener('keydown', press)
  }, [])
}
