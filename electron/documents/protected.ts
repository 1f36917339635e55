import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'

import { Refused } from '../refused'

/**
 * A passphrase-protected file: scrypt derives the key, and AES-256-GCM encrypts the content and detects every changed
 * bit. The scrypt parameters follow OWASP's password storage advice.
 */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const
const KEY_BYTES = 32

const base64 = z.base64().max(40_000_000)
const protectedFile = z.strictObject({
  app: z.literal('sell-or-stay'),
  protected: z.literal(1),
  salt: base64,
  iv: base64,
  tag: base64,
  content: base64,
})

export async function protect(text: string, passphrase: string): Promise<string> {
  const [salt, iv] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', await keyFrom(passphrase, salt), iv)
  const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  const file: z.output<typeof protectedFile> = {
    app: 'sell-or-stay',
    protected: 1,
    salt: salt.toString('base64'),
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    content: content.toString('base64'),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/**
 * The text of a file, protected or not.
 * @throws Refused 'locked' if the passphrase is missing or wrong, 'invalid' if none could open the file
 */
export async function unprotected(text: string, passphrase: string | undefined): Promise<string> {
  const file = fileIn(text)
  if (!file) return text
  if (passphrase === undefined || passphrase === '')
    throw new Refused('locked', 'This case file is protected. Enter the passphrase with which it was exported.')
  try {
    const [salt, iv, tag, content] = [file.salt, file.iv, file.tag, file.content].map((part) =>
      Buffer.from(part, 'base64'),
    )
    const decipher = createDecipheriv('aes-256-gcm', await keyFrom(passphrase, salt!), iv!, { authTagLength: 16 })
    decipher.setAuthTag(tag!)
    return Buffer.concat([decipher.update(content!), decipher.final()]).toString('utf8')
  } catch {
    // A wrong key and a damaged file are indistinguishable, by design.
    throw new Refused(
      'locked',
      'The passphrase does not open this case file, or the file was damaged. Check upper and lower case and the keyboard layout, and try again.',
    )
  }
}

/** Undefined for any other file. @throws Refused 'invalid' for a protected one that no passphrase could open */
function fileIn(text: string): z.output<typeof protectedFile> | undefined {
  if (!text.includes('"protected"')) return undefined
  let data: unknown
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
  if (data === null || typeof data !== 'object' || !('protected' in data)) return undefined
  const read = protectedFile.safeParse(data)
  if (read.success) return read.data
  throw new Refused(
    'invalid',
    'This case file is protected by a passphrase, but it is damaged, or a newer version of the program wrote it. Export the case again where it came from, or update the program.',
  )
}

/** The same letters typed on another keyboard are the same passphrase. */
const keyFrom = (passphrase: string, salt: Buffer): Promise<Buffer> =>
  derived(passphrase.normalize('NFKC'), salt, KEY_BYTES, { ...COST, maxmem: 256 * COST.N * COST.r })

const derived = promisify(scrypt) as (
  passphrase: string,
  salt: Buffer,
  length: number,
  options: object,
) => Promise<Buffer>
