import { randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Who may talk to the browser shell. An address with a token lets one browser in, once, and within its time; from then on a
 * cookie that no script can read and no other site can send is its key. Everything is forgotten when the program ends.
 * https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html
 */
export interface Sessions {
  /** A new token, good for one entry. */
  invite(): string
  /** The cookie for a token, or undefined if it is not one or has been used. */
  enter(token: string): string | undefined
  /** Whether a request's `Cookie` header holds a key. */
  knows(cookies: string | undefined): boolean
}

/** Cookies know no ports: the name tells two programs on this machine apart. */
export function sessionsFor(port: number): Sessions {
  const name = `sell-or-stay-${port}`
  const tokens: string[] = []
  const keys: string[] = []
  const secret = () => randomBytes(32).toString('base64url')
  return {
    invite() {
      const token = secret()
      tokens.push(token)
      return token
    },
    enter(token) {
      const index = tokens.findIndex((one) => same(one, token))
      if (index < 0) return undefined
      tokens.splice(index, 1)
      const key = secret()
      keys.push(key)
      return `${name}=${key}; HttpOnly; SameSite=Strict; Path=/`
    },
    knows(cookies = '') {
      const given = cookies
        .split(';')
        .map((pair) => pair.trim())
        .filter((pair) => pair.startsWith(`${name}=`))
        .map((pair) => pair.slice(name.length + 1))
      return given.some((key) => keys.some((one) => same(one, key)))
    },
  }
}

/** Takes the same time for every wrong guess of the right length. */
function same(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}
