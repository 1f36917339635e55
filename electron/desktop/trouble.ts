import { dialog, type BrowserWindow } from 'electron'

import { ORIGIN } from '../security/origin'
import { load } from './windows'

/** With more failures than this in this time, reloading the window does not help. */
const MOST = 3
const WITHIN = 60_000

/**
 * Window failures: it is closed with unsaved edits, its process ends, or it stops responding. Saved edits are on disk; the
 * window is reloaded from there, and the user is told.
 * https://www.electronjs.org/docs/latest/api/web-contents#event-render-process-gone
 */
export function watchOver(window: BrowserWindow, log: (text: string) => void, now: () => number = Date.now): void {
  const { webContents } = window
  let failures: number[] = []

  // The page objects to closing only while something is unsaved or awaits a choice.
  webContents.on('will-prevent-unload', (event) => {
    const choice = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: 'The last changes are not saved.',
      detail: 'If you close the window now they are lost. Everything before them is saved.',
      buttons: ['Keep the window open', 'Close without saving'],
      defaultId: 0,
      cancelId: 0,
    })
    if (choice === 1) event.preventDefault() // lets the window close
  })

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log(`the window has ended: ${reason}, exit code ${exitCode}`)
    failures = [...failures.filter((at) => at > now() - WITHIN), now()]
    if (failures.length > MOST) {
      const detail = 'Everything up to your last saved change is stored. Start the program again.'
      dialog.showErrorBox('Sell or Stay', `The window has stopped working several times in a row. ${detail}`)
      window.destroy()
      return
    }
    void load(window, webContents.getURL() || `${ORIGIN}/`)
    void dialog.showMessageBox(window, {
      type: 'info',
      message: 'The window stopped working and was loaded again.',
      detail: 'It shows everything up to your last saved change.',
      buttons: ['OK'],
    })
  })

  let asking = false
  window.on('unresponsive', () => {
    if (asking) return
    asking = true
    log('the window does not answer')
    const answered = dialog.showMessageBox(window, {
      type: 'question',
      message: 'The window does not answer.',
      detail: 'You can wait, or load it again. It then shows everything up to your last saved change.',
      buttons: ['Wait', 'Load it again'],
      defaultId: 0,
      cancelId: 0,
    })
    void answered
      .then(({ response }) => {
        // Killing it brings it back, as above.
        if (response === 1) webContents.forcefullyCrashRenderer()
      })
      .finally(() => (asking = false))
  })
}
