/**
 * Flags that keep a Chromium we start from contacting any other machine. Its own services (sign-in, updates, time) are
 * switched off where possible; the rest is sent to a proxy that does not exist and never resolves a name. (Only the
 * system may open that port.) Loopback addresses bypass the proxy.
 * https://chromium.googlesource.com/chromium/src/+/HEAD/net/docs/proxy.md
 */
export const asksNobody: readonly string[] = [
  '--proxy-server=127.0.0.1:9',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--no-pings',
]

/**
 * A second barrier: only our own host name and address resolve. Not for a visible window, where Chromium would warn
 * about an unsupported flag.
 */
export const findsNobody = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'
