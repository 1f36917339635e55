import { extname, resolve } from 'node:path'

import { DOCUMENT_ENDINGS } from '../../shared/intake/document'
import type { OpenedFile } from '../../shared/host'

/** Extensions of case files; a file with another one is read as a letter or a book. */
const CASE_ENDINGS = ['.sellorstay', '.json']

/** Files from outside: double-clicked, dropped on the dock icon, or chosen from recent documents. */
export interface OpenedFiles {
  /** @param path absolute */
  add(...paths: string[]): void
  /** The next file that no page has taken. @throws Refused if it cannot be read; it is not offered again */
  next(): Promise<OpenedFile | null>
  /** From now on `arrived` is called for each file that comes; a page asks for those that wait already. */
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
    async next() {
      const path = waiting.shift()
      if (path === undefined) return null
      // Few starts bring a file, and loading the code that reads it would delay the window.
      const { readOpenedFile } = await import('./read-opened')
      return readOpenedFile(path, isCaseFile(path))
    },
    onArrival: (arrived) => (tell = arrived),
  }
}

const isCaseFile = (path: string): boolean => CASE_ENDINGS.includes(extname(path).toLowerCase())

/**
 * The files among the command-line arguments, recognized by their extensions. Others may be Chromium's, and the value of
 * `--data` is not a file to open.
 * @param folder base for relative paths
 */
export const filesAmong = (args: readonly string[], folder: string): string[] =>
  args
    .filter((arg, i) => !arg.startsWith('-') && args[i - 1] !== '--data' && isFile(arg))
    .map((arg) => resolve(folder, arg))

const isFile = (arg: string): boolean =>
  isCaseFile(arg) || DOCUMENT_ENDINGS.some((ending) => ending === extname(arg).toLowerCase())
