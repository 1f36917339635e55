import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Access control of the browser shell. An address with a token admits one browser, once, within a minute. After that
 * every call needs two secrets: a cookie that scripts cannot read, and the tab's key, which is never sent to another
 * server on this machine. (Cookies ignore ports: a browser sends ours to anything else that listens on 127.0.0.1.) Both
 * are derived from the secret in the data folder, so an open window survives a restart of its host.
 * https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html
 */
export interface Sessions {
  /** A new token, valid for one entry within a minute. */
  invite(): string
  /** Undefined if the token is unknown, used or expired. */
  enter(token: string): Entry | undefined
  /** The secrets for a browser of our own, which needs no token. */
  admit(): Entry
  /** Whether a request's `Cookie` header holds our cookie: enough for pages, which contain no case data. */
  knows(cookies: string | undefined): boolean
  /** Whether a request may make a call: cookie and tab key. */
  admits(cookies: string | undefined, key: string | string[] | undefined): boolean
  /**
   * Proves to a tab that this is the host that admitted it, before the tab sends its key again: an HMAC of the tab's
   * challenge.
   */
  prove(tab: string, challenge: string): string
}

export interface Entry {
  readonly cookie: { readonly name: string; readonly value: string }
  /** For the tab: its id, a dot, and its key. */
  readonly key: string
}

/** The header in which a tab sends its key. */
export const KEY_HEADER = 'x-tab-key'

const TOKEN_LASTS = 60_000
/**
 * After this many wrong tokens in a row all outstanding invitations are void; whoever starts the program gets a new
 * one.
 */
const MOST_TRIES = 20

/** @param secret 32 bytes that only this user can read @param now milliseconds */
export function sessionsFor(secret: Buffer, port: number, now: () => number = Date.now): Sessions {
  const name = `sell-or-stay-${port}`
  /** Outstanding tokens with their expiration times. */
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

/** Constant time for every wrong guess of the right length. */
function same(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}
