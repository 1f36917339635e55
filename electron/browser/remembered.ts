import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'

import { readPrivate, writePrivate } from '../private'

/**
 * What a host leaves for the next one on the same data: its port and the secret of its sessions. A window that is open
 * then finds the program again at the address that it knows, and what was typed meanwhile is saved.
 */
export interface Remembered {
  /** 0: any that is free. */
  readonly port: number
  readonly secret: Buffer
}

const DAYS = 30
const schema = z.object({
  port: z.int().min(1).max(65535),
  secret: z.base64url().length(43),
  madeAt: z.iso.datetime(),
})

const fileIn = (folder: string) => join(folder, 'session.json')

/** A new secret where there is none, where it cannot be read, and after 30 days. */
export function remembered(folder: string, now: Date): Remembered {
  const known = parsed(readPrivate(fileIn(folder)))
  const days = known ? Math.abs(now.getTime() - Date.parse(known.madeAt)) / 86_400_000 : Infinity
  if (!known || days > DAYS) return { port: known?.port ?? 0, secret: randomBytes(32) }
  return { port: known.port, secret: Buffer.from(known.secret, 'base64url') }
}

/**
 * Written when the port is known. On another port than before nobody can come back, so what an old window said to
 * whatever listens there now must be worth nothing: the secret is a new one.
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

function parsed(text: string | undefined): z.output<typeof schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(text ?? '')).data
  } catch {
    return undefined
  }
}
