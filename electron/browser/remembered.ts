import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import { readPrivate, writePrivate } from '../private'

/**
 * What a host leaves for the next one on the same data: its port and session secret. An open window then finds the
 * program again at the same address, and edits made in the meantime are saved.
 */
export interface Remembered {
  /** 0: any free port. */
  readonly port: number
  readonly secret: Buffer
}

const DAYS = 30
const fileIn = (folder: string) => join(folder, 'session.json')

/** A new secret if there is none, if it cannot be read, and after 30 days. */
export function remembered(folder: string, now: Date): Remembered {
  const known = parsed(readPrivate(fileIn(folder)))
  const days = known ? Math.abs(now.getTime() - Date.parse(known.madeAt)) / 86_400_000 : Infinity
  if (!known || days > DAYS) return { port: known?.port ?? 0, secret: randomBytes(32) }
  return { port: known.port, secret: Buffer.from(known.secret, 'base64url') }
}

/**
 * Written once the port is known. If the port changed, no window can come back, and whatever now listens on the old
 * port may have seen the old secret: a new one is made.
 * @returns the secret of this run
 */
export function remember(folder: string, before: Remembered, port: number, now: Date): Buffer {
  const known = parsed(readPrivate(fileIn(folder)))
  const stays = before.port === port
  const secret = stays ? before.secret : randomBytes(32)
  const text = secret.toString('base64url')
  const madeAt = known?.secret === text ? known.madeAt : now.toISOString()
  writePrivate(fileIn(folder), `${JSON.stringify({ port, secret: text, madeAt })}\n`)
  return secret
}

/** Checked by hand, as a schema would have to be loaded before the address is there. */
function parsed(text: string | undefined): (Record<'secret' | 'madeAt', string> & { port: number }) | undefined {
  try {
    const { port, secret, madeAt } = JSON.parse(text ?? '') as Record<string, unknown>
    if (typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65_535) return undefined
    if (typeof secret !== 'string' || !/^[\w-]{43}$/.test(secret)) return undefined
    if (typeof madeAt !== 'string' || Number.isNaN(Date.parse(madeAt))) return undefined
    return { port, secret, madeAt }
  } catch {
    return undefined
  }
}
