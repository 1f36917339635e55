import type { WebContents } from 'electron'

import { isOurs } from './origin'

/**
 * A window stays on our pages, whatever a link, script or redirect tries.
 * https://www.electronjs.org/docs/latest/tutorial/security#13-disable-or-limit-navigation
 */
export function stayOnOurPages(contents: WebContents, log: (text: string) => void): void {
  const stop = (event: { preventDefault(): void; url: string }) => {
    if (isOurs(event.url)) return
    event.preventDefault()
    log(`navigation refused: ${event.url}`)
  }
  contents.on('will-navigate', stop)
  contents.on('will-frame-navigate', stop)
  contents.on('will-redirect', stop)
}
