import { openHost } from '../host'
import type { Printer } from '../documents/report'
import type { Dispatch } from '../ipc/registry'
import { rendererFolder } from '../root'
import type { Shell } from '../shell'
import { findBrowser } from './find-browser'
import { headlessPrinter } from './printer'
import { serve, type Running } from './server'

export interface BrowserShell extends Running {
  readonly dispatch: Dispatch
}

/**
 * The host of a data folder, served on this machine.
 * @throws Refused with the sentence for the person
 */
export async function startBrowserShell({
  folder,
  port,
  pages = rendererFolder,
}: {
  folder: string
  port: number
  pages?: string
}): Promise<BrowserShell> {
  let printer: Printer | undefined
  let running: Running | undefined
  const shell: Shell = {
    kind: 'browser',
    printer: async () => {
      const browser = await findBrowser()
      if (browser && running) printer ??= headlessPrinter(browser, running.invite)
      return printer
    },
  }
  const host = openHost(folder, shell)
  try {
    running = await serve(port, pages, host.dispatch)
    host.announce(running.origin)
    const { origin, invite, close } = running
    return {
      origin,
      invite,
      dispatch: host.dispatch,
      close: async () => {
        await close()
        await printer?.close()
        host.close()
      },
    }
  } catch (error) {
    host.close()
    throw error
  }
}
