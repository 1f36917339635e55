import type { Argument, CallName, Command, Envelope, Host, Results } from '../../shared/host'

/** What the desktop shell's preload puts into the page; a browser has nothing there. */
declare global {
  // eslint-disable-next-line no-var
  var host: Host | undefined
}

/** Over HTTP to the program that served this page. Never throws: what goes wrong is a sentence like any other refusal. */
const overHttp: Host = {
  async call<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Envelope<Results[Name]>> {
    try {
      const response = await fetch(`/api/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(argument),
      })
      if (!(response.headers.get('content-type') ?? '').startsWith('application/json')) return unavailable
      return (await response.json()) as Envelope<Results[Name]>
    } catch {
      return unavailable
    }
  },
  onCommand: (_listener: (command: Command) => void) => () => undefined,
}

const unavailable: Envelope<never> = {
  ok: false,
  error: {
    code: 'unavailable',
    message:
      'The program behind this window does not answer. What you entered is still here; leave the window open, start the program again if it has ended, and try again.',
  },
}

/** The host of this page, in either shell. */
export function hostHere(): Host {
  const desktop = globalThis.host
  if (!desktop) return overHttp
  return {
    call: async (name, argument) => {
      try {
        return await desktop.call(name, argument)
      } catch {
        return unavailable
      }
    },
    onCommand: (listener) => desktop.onCommand(listener),
  }
}
