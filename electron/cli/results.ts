import { mkdirSync } from 'node:fs'
import { basename, extname } from 'node:path'

import { Refused, reasonOf } from '../refused'

/**
 * Unique names for results, without an extension: the name of the input file, followed by its extension or a number where
 * that is taken. Names that differ only in case count as the same: on many disks they are.
 * @returns gives the name for the next file
 */
export function namesOfResults(): (file: string) => string {
  const taken = new Set<string>()
  return (file) => {
    const [short, long] = [basename(file, extname(file)), basename(file)]
    const isFree = (name: string) => !taken.has(name.toLowerCase())
    let name = isFree(short) ? short : long
    for (let number = 2; !isFree(name); number++) name = `${long} (${number})`
    taken.add(name.toLowerCase())
    return name
  }
}

/** Makes the folder for the results of several files. @throws Refused */
export function makeResults(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new Refused('disk', `${folder} cannot be made (${reasonOf(error)}). Give another folder after --out.`)
  }
}
