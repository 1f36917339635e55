import type { Argument, CallName, Change, Command, Envelope, Host, Results } from '../../shared/host'
import { followInTurn } from './follow'
import { tabKey } from './tab-key'

/** The header in which a tab sends its key. */
const KEY_HEADER = 'x-tab-key'

/**
 * Calls over HTTP to the program that served this page. Never throws: failures are sentences like any other refusal.
 */
export const overHttp: Host = {
  async call<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Envelope<Results[Name]>> {
    try {
      const response = await ask(name, argument)
      if (!(response.headers.get('content-type') ?? '').startsWith('application/json')) return unavailable
      return (await response.json()) as Envelope<Results[Name]>
    } catch (error) {
      return error instanceof Stranger ? unknown : unavailable
    }
  },
  onCommand: (_listener: (command: Command) => void) => () => undefined,
  onChange: (listener) => followInTurn({ lines: changes, invite }, listener),
}

export const unavailable: Envelope<never> = {
  ok: false,
  error: {
    code: 'unavailable',
    message:
      'The program behind this window does not answer. What you entered is still here. Leave the window open and start the program again if it has ended: the window then goes on by itself.',
  },
}

const unknown: Envelope<never> = {
  ok: false,
  error: {
    code: 'unavailable',
    message:
      'What answers at the address of this window is not the program that opened it, so nothing is told to it. What you entered is still here: save it as a file, start the program again, and import the file there.',
  },
}

/** Something else is at the address, or another run of the program that does not know this tab. */
class Stranger extends Error {}

/** Whether the program that admitted this tab is known to be the one at its address. */
let sure = true

async function ask(name: string, argument: unknown, signal: AbortSignal | null = null): Promise<Response> {
  if (!sure) await makeSure()
  try {
    return await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [KEY_HEADER]: tabKey() ?? '' },
      body: JSON.stringify(argument),
      signal,
    })
  } catch (error) {
    sure = false
    throw error
  }
}

/**
 * Once the program has been unreachable, something else may listen at its address. Before the key is sent again, the
 * listener must prove that it knows the key: it answers a challenge that reveals nothing to a stranger.
 */
async function makeSure(): Promise<void> {
  const [tab = '', secret = ''] = (tabKey() ?? '').split('.')
  const challenge = crypto.randomUUID()
  const response = await fetch(`/hello?${new URLSearchParams({ tab, challenge }).toString()}`, { credentials: 'omit' })
  const answer = (await response.json().catch(() => null)) as { readonly proof?: unknown } | null
  const bytes = new TextEncoder()
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytes.encode(secret), hmac, false, ['sign'])
  const expected = new Uint8Array(await crypto.subtle.sign(hmac, key, bytes.encode(challenge)))
  const proof = btoa(String.fromCharCode(...expected))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
  if (answer?.proof !== proof) throw new Stranger()
  sure = true
}

/** The changes as the host streams them, one per line. */
async function* changes(signal: AbortSignal): AsyncGenerator<Change> {
  const response = await ask('changes', {}, signal)
  if (!response.ok || !response.body) return
  yield { kind: 'back' }
  let rest = ''
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    // Must be sequential.
    // oxlint-disable-next-line no-await-in-loop
    const { done, value } = await reader.read()
    if (done) break
    const lines = (rest + value).split('\n')
    rest = lines.pop()!
    for (const line of lines) if (line) yield JSON.parse(line) as Change
  }
  sure = false
}

async function invite(): Promise<string | undefined> {
  const response = await ask('invite', {})
  return response.ok ? ((await response.json()) as { value: { token: string } }).value.token : undefined
}
