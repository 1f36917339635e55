import { randomUUID } from 'node:crypto'
import { lstat, open, rename, rm } from 'node:fs/promises'

import { diskTrouble, kindOf } from '../disk'
import { Refused } from '../refused'

/**
 * Writes a file atomically: under a temporary name first, then renamed. It replaces regular files only: a device, a
 * pipe or a link of that name is not ours.
 * @throws Refused 'disk'
 */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const there = await lstat(path).catch(() => undefined)
  if (there && !there.isFile())
    throw new Refused('disk', `${path} could not be written: it is ${kindOf(there)}. Choose the name of a file.`)
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
    throw new Refused('disk', `${path} could not be written ${diskTrouble(error)}`)
  }
}
