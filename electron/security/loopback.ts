import type { IncomingHttpHeaders } from 'node:http'

/**
 * What a request to the browser shell must say of itself. A page of another site can make a browser send requests to
 * 127.0.0.1; it cannot make it lie about these headers.
 *   - `Host` is exactly our address: a foreign name that was made to point here (DNS rebinding) is refused.
 *     https://owasp.org/www-community/attacks/DNS_Rebinding
 *   - `Origin` and `Sec-Fetch-Site` say that the request comes from our own page. A page is opened from nowhere (`none`).
 *     https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 *   - Only an address with a token may be opened from elsewhere: from the file in the data folder that leads to it. No
 *     other site knows a token, and none can read what it leads to.
 * @returns why it is refused, or undefined
 */
export function foreignRequest(
  method: string,
  headers: IncomingHttpHeaders,
  origin: string,
  hasToken = false,
): string | undefined {
  const { host, 'sec-fetch-site': site, 'sec-fetch-dest': kind } = headers
  if (`http://${host}` !== origin) return `host ${host}`
  if (headers.origin !== undefined && headers.origin !== origin) return `origin ${headers.origin}`
  if (method === 'POST' && headers.origin === undefined) return 'no origin'
  const opened = method === 'GET' && hasToken && kind === 'document'
  const sites = method === 'POST' ? ['same-origin'] : ['same-origin', 'none', ...(opened ? ['cross-site'] : [])]
  if (site !== undefined && !sites.includes(String(site))) return `sent from ${String(site)}`
  return undefined
}
