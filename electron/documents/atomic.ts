import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'

import { Refused, reasonOf } from '../refused'

/**
 * Writes a file so that it is there as a whole or not at all: under another name first, then renamed.
 * @throws Refused 'disk'
 */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const unfinished = `${path}.${randomUUID().slice(0, 8)}.unfinished`
  try {
    const file = await open(unfinished, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw new Refused('disk', `${path} could not be written (${reasonOf(error)}). Choose another place.`)
  }
}
