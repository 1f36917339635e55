import type { IncomingHttpHeaders } from 'node:http'

/**
 * What a request to the browser shell must say of itself. A page of another site can make a browser send requests to
 * 127.0.0.1; it cannot make it lie about these headers.
 *   - `Host` is exactly our address: a foreign name that was made to point here (DNS rebinding) is refused.
 *     https://owasp.org/www-community/attacks/DNS_Rebinding
 *   - `Origin` and `Sec-Fetch-Site` say that the request comes from our own page. A page is opened from nowhere (`none`).
 *     https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 * @returns why it is refused, or undefined
 */
export function foreignRequest(method: string, headers: IncomingHttpHeaders, origin: string): string | undefined {
  const { host, 'sec-fetch-site': site } = headers
  if (`http://${host}` !== origin) return `host ${host}`
  if (headers.origin !== undefined && headers.origin !== origin) return `origin ${headers.origin}`
  if (method === 'POST' && headers.origin === undefined) return 'no origin'
  const sites = method === 'POST' ? ['same-origin'] : ['same-origin', 'none']
  if (site !== undefined && !sites.includes(String(site))) return `sent from ${String(site)}`
  return undefined
}
