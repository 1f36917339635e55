import { BrowserWindow } from 'electron'

import { unlessCanceled } from '../canceled'
import { inTime, PAPER, REPORT_READY, type Printer } from '../documents/report'
import { Refused, reasonOf } from '../refused'
import { ORIGIN } from '../security/origin'
import { windowPreferences } from '../security/sandbox'
import { preloadPath } from './windows'

/** Prints one of our pages in a window that is never shown. */
export const windowPrinter: Printer = {
  print: (route, canceled) => onReport(route, (window) => window.webContents.printToPDF(PAPER), canceled),
  // Our windows open at once, and a hidden one would keep the program from ending.
  prepare: () => undefined,
  close: async () => undefined,
}

/** Shows the system print dialog for one of our pages. @throws Refused if it cannot be printed */
export const printDialog = (route: string): Promise<void> =>
  onReport(route, (window) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    window.webContents.print({ printBackground: true }, (printed, reason) => {
      // Canceling is not an error.
      if (printed || /cancel/i.test(reason)) resolve()
      else
        reject(
          new Refused('unavailable', `The report could not be printed (${reason}). Check the printer, then try again.`),
        )
    })
    return promise
  })

/** @throws Refused */
async function onReport<Done>(
  route: string,
  act: (window: BrowserWindow) => Promise<Done>,
  canceled?: AbortSignal,
): Promise<Done> {
  const window = new BrowserWindow({
    show: false,
    // A hidden window would be throttled.
    webPreferences: { ...windowPreferences(preloadPath), backgroundThrottling: false },
  })
  try {
    const acted = async () => {
      await window.loadURL(`${ORIGIN}/${route}`)
      await inTime(window.webContents.executeJavaScript(REPORT_READY))
      return await act(window)
    }
    // The window goes at once, whatever it is still doing.
    return await unlessCanceled(canceled, acted())
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused('unavailable', `The report could not be printed (${reasonOf(error)}). Try again.`)
  } finally {
    window.destroy()
  }
}
