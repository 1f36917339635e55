import type { IncomingHttpHeaders } from 'node:http'

/**
 * What a request to the browser shell must state about itself. A page of another site can make a browser send requests
 * to 127.0.0.1, but it cannot forge these headers.
 * - `Host` is exactly our address: a foreign name made to resolve here (DNS rebinding) is refused.
 *     https://owasp.org/www-community/attacks/DNS_Rebinding
 * - `Origin` and `Sec-Fetch-Site` say that the request comes from our own page. A page the user opens has no origin
 * (`none`).
 *     https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 * - Only an address with a token may be opened from elsewhere, namely the redirect file in the data folder. No other
 * site knows a token or can read what it returns.
 * @returns the reason for refusal, or undefined
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
