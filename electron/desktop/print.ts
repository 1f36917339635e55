import { BrowserWindow } from 'electron'

import { inTime, PAPER, REPORT_READY, type Printer } from '../documents/report'
import { Refused, reasonOf } from '../refused'
import { ORIGIN } from '../security/origin'
import { windowPreferences } from '../security/sandbox'
import { preloadPath } from './windows'

/** Prints a page of ours in a window that is never shown. */
export const windowPrinter: Printer = {
  print: (route) => onReport(route, (window) => window.webContents.printToPDF(PAPER)),
  // A window of this program opens at once, and one that waits unseen would keep the program from ending.
  prepare: () => undefined,
  close: async () => undefined,
}

/** Lets the person print a page of ours with the system's dialog. @throws Refused if it cannot be printed */
export const printDialog = (route: string): Promise<void> =>
  onReport(route, (window) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    window.webContents.print({ printBackground: true }, (printed, reason) => {
      // What the person thought better of is no failure.
      if (printed || /cancel/i.test(reason)) resolve()
      else
        reject(
          new Refused('unavailable', `The report could not be printed (${reason}). Check the printer, then try again.`),
        )
    })
    return promise
  })

/** @throws Refused */
async function onReport<Done>(route: string, act: (window: BrowserWindow) => Promise<Done>): Promise<Done> {
  const window = new BrowserWindow({
    show: false,
    // A hidden window would be slowed down.
    webPreferences: { ...windowPreferences(preloadPath), backgroundThrottling: false },
  })
  try {
    await window.loadURL(`${ORIGIN}/${route}`)
    await inTime(window.webContents.executeJavaScript(REPORT_READY))
    return await act(window)
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused('unavailable', `The report could not be printed (${reasonOf(error)}). Try again.`)
  } finally {
    window.destroy()
  }
}
