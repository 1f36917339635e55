import { readFileSync } from 'node:fs'

import { Refused, reasonOf } from '../refused'

/** The text of a file that the person named. @throws Refused */
export function readInput(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new Refused('invalid', `${path} cannot be read (${reasonOf(error)}). Give the path of a case file.`)
  }
}

/** Exactly so many arguments, named for the sentence. @throws Refused */
export function expectArguments(given: readonly string[], usage: string, least: number, most = least): void {
  if (given.length < least || given.length > most) throw new Refused('invalid', `Usage: ${usage}`)
}
