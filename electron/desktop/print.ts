import { BrowserWindow } from 'electron'

import { REPORT_PATIENCE, type Printer } from '../documents/report'
import { Refused, reasonOf } from '../refused'
import { ORIGIN } from '../security/origin'
import { windowPreferences } from '../security/sandbox'
import { preloadPath } from './window'

/** Comes true when the report page says that it may be printed, and never otherwise. */
const READY = `new Promise((resolve) => {
  const look = () => document.documentElement.dataset.ready === location.hash ? resolve(true) : setTimeout(look, 20)
  look()
})`

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
      await inTime(window.webContents.executeJavaScript(READY))
      // Tagged and outline belong together: an outline alone is left out. Paper size and margins are the page's own.
      return await window.webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      })
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

async function inTime(ready: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    late.reject(
      new Refused(
        'internal',
        'The report was not ready in time, so no PDF was made. Look at its preview, then try again.',
      ),
    )
  }, REPORT_PATIENCE)
  try {
    await Promise.race([ready, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
