import type { Host } from '../../shared/host'
import { askForToken } from './follow'
import { overHttp, unavailable } from './over-http'
import { tabKey } from './tab-key'

/** What the desktop shell's preload puts into the page; a browser has nothing there. */
declare global {
  // eslint-disable-next-line no-var
  var host: Host | undefined
}

/** The host of this page, in either shell. */
export function hostHere(): Host {
  const desktop = globalThis.host
  if (!desktop) return overHttp
  return {
    call: async (name, argument) => {
      try {
        return await desktop.call(name, argument)
      } catch {
        return unavailable
      }
    },
    onCommand: (listener) => desktop.onCommand(listener),
    onChange: (listener) => desktop.onChange(listener),
  }
}

/**
 * Whether this page may ask its host. A tab of the browser shell that was opened by hand has the cookie but no key: a tab
 * that has one gets it a token, with which it is loaded again.
 */
export async function letIn(): Promise<boolean> {
  if (globalThis.host || tabKey() !== null) return true
  const token = await askForToken()
  if (token === undefined) return false
  globalThis.location.replace(`/?token=${token}${globalThis.location.hash}`)
  return new Promise(() => undefined) // this page is on its way out
}
