import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { chromiumPath } from './program'

/** What a Chromium itself requested of the network, from its own log: also what none of its pages requested. */
export interface Asked {
  /** Names that were looked up, by whichever way. */
  readonly lookups: readonly string[]
  /** Addresses with ports that it opened a connection to. */
  readonly connections: readonly string[]
  /** Datagrams that were sent. */
  readonly datagrams: number
  /** Addresses of other machines that one of its services or pages requested, whether or not anything came of it. */
  readonly wanted: readonly string[]
}

interface Event {
  readonly type: number
  readonly source: { readonly id: number }
  readonly params?: {
    readonly host?: string
    readonly address?: string
    readonly url?: string
    readonly hostname?: string
  }
}

/** The flags by which a Chromium writes such a log. https://www.chromium.org/for-testers/providing-network-details/ */
export const logsTo = (path: string): string[] => [`--log-net-log=${path}`, '--net-log-capture-mode=Everything']

/** A Chromium that logs, in place of the one the program would find. @returns its path */
export function loggingChromium(folder: string, log: string): string {
  const path = join(folder, 'chromium')
  const flags = logsTo(log).map((flag) => `'${flag}'`)
  writeFileSync(path, `#!/bin/sh\nexec '${chromiumPath()}' ${flags.join(' ')} "$@"\n`)
  chmodSync(path, 0o755)
  return path
}

/** Read line by line: the end is missing if the browser was killed. */
export function readNetLog(path: string): Asked {
  const [first = '', ...lines] = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  const { constants } = JSON.parse(`${first.replace(/,$/, '')}}`) as {
    constants: { logEventTypes: Record<string, number> }
  }
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]))
  const events = lines.flatMap((line) => {
    try {
      const event = JSON.parse(line.replace(/,$/, '')) as Event
      return [{ name: names.get(event.type) ?? '', ...event.params }]
    } catch {
      return []
    }
  })
  const of = (pattern: RegExp) => events.filter(({ name }) => pattern.test(name))
  return {
    // A request becomes a job if neither rules nor caches can answer it.
    lookups: of(/^HOST_RESOLVER_(MANAGER_JOB|SYSTEM_TASK|DNS_TASK|MDNS_TASK)$/).map(
      ({ host, hostname }) => host ?? hostname ?? 'a name',
    ),
    connections: of(/^TCP_CONNECT_ATTEMPT$/).flatMap(({ address }) => address ?? []),
    datagrams: of(/^UDP_BYTES_SENT$/).length,
    wanted: of(/^URL_REQUEST_START_JOB$/).flatMap(({ url }) =>
      url !== undefined && /^https?:/.test(url) && new URL(url).hostname !== '127.0.0.1' ? [url] : [],
    ),
  }
}
