/**
 * Flags by which a Chromium that we start asks no other machine for anything. Its own services (sign-in, updates, the
 * time of day) are switched off where they can be; what is left of them is sent to a proxy that is not there, and asks
 * for no name. (The port is one that only the system may open.) Loopback addresses pass a proxy by.
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
 * Says it once more: no name is found but ours, no number but our address. Not for a window, on top of which Chromium
 * would warn of a flag that it does not support.
 */
export const findsNobody = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'
