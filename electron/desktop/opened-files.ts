import { app } from 'electron'
import { basename, resolve } from 'node:path'

import { LARGEST_CASE_FILE, tooLarge } from '../../shared/host'
import { readText } from '../documents/read-text'
import { TooLarge } from '../documents/read-within'
import { Refused, reasonOf } from '../refused'

/** Endings by which an argument of a start is known as a case file. */
const ENDINGS = /\.(sellorstay|json)$/i

/** Case files that came from outside: by a double-click, dropped on the dock, or from the system's recent documents. */
export interface OpenedFiles {
  /** @param path absolute */
  add(...paths: string[]): void
  /** The next that no page has taken. @throws Refused if it cannot be read; it is not offered again */
  next(): { name: string; text: string } | null
  /** From now on `arrived` is told of files; at once, if one is waiting. */
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
 * The case files among the arguments of a start. Others may be Chromium's, and the value of `--data` is no file to open.
 * @param folder against which they are resolved
 */
export const filesAmong = (args: readonly string[], folder: string): string[] =>
  args
    .filter((arg, i) => !arg.startsWith('-') && args[i - 1] !== '--data' && ENDINGS.test(arg))
    .map((arg) => resolve(folder, arg))

/** A case file by its path, which becomes one of the system's recent documents. @throws Refused */
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
