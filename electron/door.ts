import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { writePrivate } from './private'

const fileIn = (folder: string) => join(folder, 'open.html')

/**
 * An HTML file that redirects to one of our addresses. Command lines are visible to every user of the machine, so the
 * browser is given this file, readable by this user only, rather than the address with its token.
 * @returns its path
 */
export function doorTo(folder: string, address: string): string {
  const path = fileIn(folder)
  writePrivate(
    path,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sell or Stay</title><meta http-equiv="refresh" content="0; url=${address}"></html>\n`,
  )
  return path
}

/** Removes the file; its address expires after a minute anyway. */
export const removeDoor = (folder: string): void => rmSync(fileIn(folder), { force: true })
