import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { writePrivate } from './private'

const fileIn = (folder: string) => join(folder, 'open.html')

/**
 * A file that leads to an address of ours. Every user of the machine can read the command line of a program; a browser is
 * therefore given this file, which only this person can read, and not the address with its token.
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

/** Removes the file; the address in it is worth nothing after a minute. */
export const removeDoor = (folder: string): void => rmSync(fileIn(folder), { force: true })
