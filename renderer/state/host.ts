import type { Host } from '../../shared/host'
import { askForToken } from './follow'
import { overHttp, unavailable } from './over-http'
import { tabKey } from './tab-key'

/** Set by the desktop shell's preload; undefined in a browser. */
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
 * Whether this page may call its host. A tab of the browser shell opened by hand has the cookie but no key: a tab that
 * has one obtains a token for it, and it reloads with that.
 */
export async function letIn(): Promise<boolean> {
  if (globalThis.host || tabKey() !== null) return true
  const token = await askForToken()
  if (token === undefined) return false
  globalThis.location.replace(`/?token=${token}${globalThis.location.hash}`)
  return new Promise(() => undefined) // this page is being unloaded
}
