import { BrowserWindow } from 'electron'

import { inTime, PAPER, REPORT_READY, type Printer } from '../documents/report'
import { Refused, reasonOf } from '../refused'
import { ORIGIN } from '../security/origin'
import { windowPreferences } from '../security/sandbox'
import { preloadPath } from './window'

/** Prints a page of ours in a window that is never shown. */
export const windowPrinter: Printer = {
  async print(route) {
    const window = new BrowserWindow({
      show: false,
      // A hidden window would be slowed down.
      webPreferences: { ...windowPreferences(preloadPath), backgroundThrottling: false },
    })
    try {
      await window.loadURL(`${ORIGIN}/${route}`)
      await inTime(window.webContents.executeJavaScript(REPORT_READY))
      return await window.webContents.printToPDF(PAPER)
    } catch (error) {
      if (error instanceof Refused) throw error
      throw new Refused('unavailable', `The PDF could not be made (${reasonOf(error)}). Try again.`)
    } finally {
      window.destroy()
    }
  },
  // A window of this program opens at once, and one that waits unseen would keep the program from ending.
  prepare: () => undefined,
  close: async () => undefined,
}
