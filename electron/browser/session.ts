import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Who may talk to the browser shell. An address with a token lets one browser in, once, within a minute. From then on
 * every call needs two secrets: a cookie that no script can read, and the key of the tab, which no other server on this
 * machine is sent. (Cookies know no ports: a browser sends ours to whatever else listens on 127.0.0.1.) Both are made
 * from the secret of the data folder, so a window that is open survives a restart of its host.
 * https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html
 */
export interface Sessions {
  /** A new token, good for one entry within a minute. */
  invite(): string
  /** Undefined if it is no token, was used, or came too late. */
  enter(token: string): Entry | undefined
  /** The secrets for a browser of our own, which needs no token. */
  admit(): Entry
  /** Whether a request's `Cookie` header holds a cookie of ours: enough for the pages, which hold nothing of a case. */
  knows(cookies: string | undefined): boolean
  /** Whether a request may carry a call: cookie and key of the tab. */
  admits(cookies: string | undefined, key: string | string[] | undefined): boolean
  /** Shows a tab that this is the host it was let in by, before the tab says its key again: an HMAC of its challenge. */
  prove(tab: string, challenge: string): string
}

export interface Entry {
  readonly cookie: { readonly name: string; readonly value: string }
  /** For the tab: its id, a dot, and what belongs to it. */
  readonly key: string
}

/** The header in which a tab says its key. */
export const KEY_HEADER = 'x-tab-key'

const TOKEN_LASTS = 60_000
/** After so many wrong tokens in a row all invitations that are out are void; whoever starts the program gets another. */
const MOST_TRIES = 20

/** @param secret 32 bytes, which only this person can read @param now milliseconds */
export function sessionsFor(secret: Buffer, port: number, now: () => number = Date.now): Sessions {
  const name = `sell-or-stay-${port}`
  /** Tokens that are out, with the moment at which each ends. */
  const tokens = new Map<string, number>()
  let wrong = 0

  const seal = (kind: 'cookie' | 'tab', id: string) =>
    createHmac('sha256', secret).update(`${kind}\n${id}`).digest('base64url')
  const sealed = (kind: 'cookie' | 'tab') => {
    const id = randomBytes(16).toString('base64url')
    return `${id}.${seal(kind, id)}`
  }
  const genuine = (kind: 'cookie' | 'tab', text: string) => {
    const [id = '', given = ''] = text.split('.')
    return same(given, seal(kind, id))
  }
  const knows = (cookies = '') =>
    cookies
      .split(';')
      .map((pair) => pair.trim())
      .filter((pair) => pair.startsWith(`${name}=`))
      .some((pair) => genuine('cookie', pair.slice(name.length + 1)))

  const admit = (): Entry => ({ cookie: { name, value: sealed('cookie') }, key: sealed('tab') })

  return {
    admit,
    invite() {
      const token = randomBytes(32).toString('base64url')
      tokens.set(token, now() + TOKEN_LASTS)
      return token
    },
    enter(token) {
      for (const [one, ends] of tokens) if (ends <= now()) tokens.delete(one)
      const found = [...tokens.keys()].find((one) => same(one, token))
      if (found === undefined) {
        if (++wrong >= MOST_TRIES) tokens.clear()
        return undefined
      }
      wrong = 0
      tokens.delete(found)
      return admit()
    },
    knows,
    admits: (cookies, key) => typeof key === 'string' && genuine('tab', key) && knows(cookies),
    prove: (tab, challenge) => createHmac('sha256', seal('tab', tab)).update(challenge).digest('base64url'),
  }
}

/** Takes the same time for every wrong guess of the right length. */
function same(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}
