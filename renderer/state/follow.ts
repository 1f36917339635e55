import type { Change } from '../../shared/host'

/** What a connected tab does for the others. */
export interface Line {
  /** Yields changes for as long as the host is there. */
  readonly lines: (signal: AbortSignal) => AsyncIterable<Change>
  /** A token for another tab. */
  readonly invite: () => Promise<string | undefined>
}

type Message =
  { readonly change: Change } | { readonly wants: string } | { readonly for: string; readonly token: string }

/** Tabs of one program communicate over this channel; no other origin can, and the port is part of the origin. */
const channelOfTabs = () => new BroadcastChannel('tabs')

/** Milliseconds before reconnecting to the host. */
const wait = (tries: number) => Math.min(5000, 250 * 2 ** tries)

/**
 * Receives the changes. One tab holds the connection to the host and tells the others (browsers limit the connections
 * to one address); when it closes, the next takes over.
 * @returns a function that stops listening
 */
export function followInTurn({ lines, invite }: Line, listener: (change: Change) => void): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const tabs = channelOfTabs()
  let mine = false
  const tell = (change: Change) => {
    tabs.postMessage({ change } satisfies Message)
    listener(change)
  }
  tabs.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if ('change' in data) listener(data.change)
    else if ('wants' in data && mine)
      void invite()
        .then((token) => token !== undefined && tabs.postMessage({ for: data.wants, token } satisfies Message))
        .catch(() => undefined)
  })
  const hold = async () => {
    mine = true
    let tries = 0
    // Must be sequential.
    /* oxlint-disable no-await-in-loop */
    while (!signal.aborted) {
      try {
        for await (const change of lines(signal)) {
          tries = 0
          tell(change)
        }
      } catch {
        // The host is unreachable: retry.
      }
      const pause = wait(tries++)
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
    /* oxlint-enable no-await-in-loop */
  }
  navigator.locks.request('line to the host', { signal }, hold).catch(() => undefined)
  return () => {
    stop.abort()
    tabs.close()
  }
}

/** Asks another tab of the program for a token. @returns undefined if none answers in time */
export function askForToken(patience = 1500): Promise<string | undefined> {
  const tabs = channelOfTabs()
  const wants = crypto.randomUUID()
  return new Promise<string | undefined>((resolve) => {
    tabs.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if ('for' in data && data.for === wants) resolve(data.token)
    })
    tabs.postMessage({ wants } satisfies Message)
    setTimeout(() => resolve(undefined), patience)
  }).finally(() => tabs.close())
}
