import { app, type Session } from 'electron'

import { isOurs } from './origin'

/**
 * Nothing leaves this machine: a request for anything but our own pages is canceled before it is made.
 * https://www.electronjs.org/docs/latest/tutorial/security#1-only-load-secure-content
 */
export function refuseRemoteRequests(session: Session, log: (text: string) => void): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const local = isOurs(url) || url.startsWith('data:') || url.startsWith('blob:app:') || url.startsWith('devtools:')
    if (!local) log(`request refused: ${url.slice(0, 200)}`)
    answer({ cancel: !local })
  })
}

/**
 * Disables Chromium's own network requests (variations, component updates, sign-in) before it is ready. Anything left
 * cannot resolve a name: our own pages need none.
 * https://www.electronjs.org/docs/latest/api/command-line-switches#--host-resolver-rulesrules
 */
export function keepChromiumQuiet(): void {
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('no-pings')
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}
