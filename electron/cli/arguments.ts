import { statSync } from 'node:fs'

import { LARGEST_CASE_FILE } from '../../shared/host'
import { readText } from '../documents/read-text'
import { TooLarge } from '../documents/read-within'
import { Refused, reasonOf } from '../refused'

/** Thousands of tax cases take a few megabytes. */
export const LARGEST_TAX_FILE = 100_000_000

/** The text of a file named on the command line. @param limit in bytes @throws Refused */
export function readInput(path: string, limit = LARGEST_CASE_FILE, what = 'a case file'): string {
  try {
    return readText(path, limit)
  } catch (error) {
    if (error instanceof Refused) throw error
    if (error instanceof TooLarge)
      throw new Refused(
        'invalid',
        `${path} has ${error.found}, and ${what} has at most ${limit / 1e6} MB; nothing was read. Give the path of ${what}.`,
      )
    throw new Refused('invalid', `${path} cannot be read (${reasonOf(error)}). Give the path of ${what}.`)
  }
}

/** The output must not overwrite the input. @throws Refused */
export function expectAnotherFile(from: string, to: string): void {
  const [input, output] = [from, to].map((path) => statSync(path, { throwIfNoEntry: false, bigint: true }))
  if (input && output && input.dev === output.dev && input.ino === output.ino)
    throw new Refused('invalid', `${to} is the case file itself; it would be lost. Give another name for the result.`)
}

/** Requires exactly these arguments, named for the error message. @throws Refused */
export function expectArguments(given: readonly string[], usage: string, least: number, most = least): void {
  if (given.length < least || given.length > most) throw new Refused('invalid', `Usage: ${usage}`)
}
