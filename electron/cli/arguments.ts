import { statSync } from 'node:fs'

import { readText } from '../documents/read-text'
import { Refused, reasonOf } from '../refused'

/** The text of a file that the person named. @throws Refused */
export function readInput(path: string): string {
  try {
    return readText(path)
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused('invalid', `${path} cannot be read (${reasonOf(error)}). Give the path of a case file.`)
  }
}

/** A result must not take the place of what it was made from. @throws Refused */
export function expectAnotherFile(from: string, to: string): void {
  const [input, output] = [from, to].map((path) => statSync(path, { throwIfNoEntry: false, bigint: true }))
  if (input && output && input.dev === output.dev && input.ino === output.ino)
    throw new Refused('invalid', `${to} is the case file itself; it would be lost. Give another name for the result.`)
}

/** Exactly so many arguments, named for the sentence. @throws Refused */
export function expectArguments(given: readonly string[], usage: string, least: number, most = least): void {
  if (given.length < least || given.length > most) throw new Refused('invalid', `Usage: ${usage}`)
}
