import { rmSync } from 'node:fs'
import { join } from 'node:path'

import type { Printer } from '../documents/report'
import type { OpenHost } from '../host'
import type { Dispatch } from '../ipc/registry'
import { rendererFolder } from '../root'
import { answerStarts } from '../second-start'
import type { Shell } from '../shell'
import { findPrinter } from './find-browser'
import { headlessPrinter, sharedAmong } from './printer'
import { remember, remembered, type Remembered } from './remembered'
import { serve, type Running } from './server'

export interface BrowserShell extends Running {
  readonly dispatch: Dispatch
  /** A sentence for the user if others can read the folder. */
  readonly notice: string | undefined
}

/**
 * The host of a data folder, served on this machine.
 * @param port undefined: the port of the last run, so that a window that is still open finds the program again
 * @param presses how many reports are printed at the same time. Their browsers start first of all, as reports are what this
 * host is for, so the folder must be its own. Left out: one, whose browser starts when a report is prepared
 * @param busy called when a window opens or a call begins; the function it returns is called at the end
 * @throws Refused with the sentence for the user
 */
export async function startBrowserShell({
  folder,
  port,
  pages = rendererFolder,
  presses,
  busy = () => () => undefined,
}: {
  folder: string
  port?: number | undefined
  pages?: string
  presses?: number
  busy?: () => () => void
}): Promise<BrowserShell> {
  let printer: Printer | undefined
  const served = Promise.withResolvers<Running>()
  let kept: Remembered | undefined
  const press = join(folder, 'printer')
  const shell: Shell = {
    kind: 'browser',
    printer: async () => {
      const browser = await findPrinter()
      if (browser)
        printer ??= sharedAmong(
          Array.from({ length: presses ?? 1 }, () => headlessPrinter(browser, press, served.promise)),
        )
      return printer
    },
  }
  let opened: OpenHost | undefined
  try {
    if (presses !== undefined) (await shell.printer())?.prepare()
    // The host loads while the browsers start.
    const [{ openHost }, { loadSchemaToUpdate }] = await Promise.all([import('../host'), import('../database/schema')])
    await loadSchemaToUpdate(folder)
    const host = (opened = openHost(folder, shell))
    // Remove the printer files of a killed program.
    if (presses === undefined) rmSync(press, { recursive: true, force: true, maxRetries: 3 })
    const now = new Date()
    const last = remembered(folder, now)
    const running = await serve(port === undefined ? [last.port, 0] : [port], {
      pages,
      dispatch: host.dispatch,
      changes: host.changes,
      asked: host.asked,
      secret: (taken) => {
        const secret = remember(folder, last, taken, now)
        kept = { port: taken, secret }
        return secret
      },
      busy,
    })
    served.resolve(running)
    const { origin, invite, admit, close } = running
    let stop = () => {}
    host.announce(() => {
      stop()
      stop = answerStarts(folder, () => ({ address: invite() }), host.log)
      if (kept) remember(folder, kept, kept.port, now)
      return origin
    })
    return {
      origin,
      invite,
      admit,
      dispatch: host.dispatch,
      notice: host.notice,
      close: async () => {
        stop()
        await close()
        await printer?.close()
        host.close()
      },
    }
  } catch (error) {
    await printer?.close()
    opened?.close()
    throw error
  }
}
