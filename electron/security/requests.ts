import { app, type Session } from 'electron'

import { isOurs } from './origin'

/**
 * Nothing leaves this machine: a request that is not for our own pages is cancelled before it is made.
 * https://www.electronjs.org/docs/latest/tutorial/security#1-only-load-secure-content
 */
export function refuseRemoteRequests(session: Session, log: (text: string) => void): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const local = isOurs(url) || url.startsWith('data:') || url.startsWith('blob:app:') || url.startsWith('devtools:')
    if (!local) log(`request refused: ${url.slice(0, 200)}`)
    answer({ cancel: !local })
  })
}

/** Chromium's own calls home (variations, component updates), before it is ready. */
export function keepChromiumQuiet(): void {
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
}
