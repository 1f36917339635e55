import { protocol } from 'electron'

import { pageAt } from '../pages'
import { rendererFolder } from '../root'
import { ORIGIN, SCHEME } from '../security/origin'

/**
 * Before the program is ready: pages of our scheme get a secure origin of their own.
 * https://www.electronjs.org/docs/latest/tutorial/security#18-avoid-usage-of-the-file-protocol-and-prefer-usage-of-custom-protocols
 */
export function claimScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built pages and nothing else. */
export function servePages(): void {
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url)
    if (`${url.protocol}//${url.host}` !== ORIGIN || request.method !== 'GET')
      return new Response(null, { status: 404 })
    const { status, headers, body } = await pageAt(rendererFolder, url.pathname)
    return new Response(body, { status, headers })
  })
}
