import { app } from 'electron'
import { basename, resolve } from 'node:path'

import { LARGEST_CASE_FILE, tooLarge } from '../../shared/host'
import { readText } from '../documents/read-text'
import { TooLarge } from '../documents/read-within'
import { Refused, reasonOf } from '../refused'

/** Extensions by which a command-line argument is recognized as a case file. */
const ENDINGS = /\.(sellorstay|json)$/i

/** Case files from outside: double-clicked, dropped on the dock icon, or chosen from recent documents. */
export interface OpenedFiles {
  /** @param path absolute */
  add(...paths: string[]): void
  /** The next file that no page has taken. @throws Refused if it cannot be read; it is not offered again */
  next(): { name: string; text: string } | null
  /** From now on `arrived` is called for each file; immediately, if one is waiting. */
  onArrival(arrived: () => void): void
}

export function openedFiles(): OpenedFiles {
  const waiting: string[] = []
  let tell: () => void = () => undefined
  return {
    add(...paths) {
      waiting.push(...paths)
      if (paths.length > 0) tell()
    },
    next() {
      const path = waiting.shift()
      return path === undefined ? null : readCaseFileAt(path)
    },
    onArrival: (arrived) => (tell = arrived),
  }
}

/**
 * The case files among the command-line arguments. Others may be Chromium's, and the value of `--data` is not a file to
 * open.
 * @param folder base for relative paths
 */
export const filesAmong = (args: readonly string[], folder: string): string[] =>
  args
    .filter((arg, i) => !arg.startsWith('-') && args[i - 1] !== '--data' && ENDINGS.test(arg))
    .map((arg) => resolve(folder, arg))

/** Reads a case file, which becomes one of the system's recent documents. @throws Refused */
export function readCaseFileAt(path: string): { name: string; text: string } {
  const name = basename(path)
  try {
    const text = readText(path, LARGEST_CASE_FILE)
    app.addRecentDocument(path)
    return { name, text }
  } catch (error) {
    if (error instanceof TooLarge) throw new Refused('invalid', tooLarge(name, error.found))
    if (error instanceof Refused) throw error
    throw new Refused('disk', `${path} cannot be read (${reasonOf(error)}). Choose another file.`)
  }
}
