import { mkdirSync } from 'node:fs'
import { basename, extname } from 'node:path'

import { Refused, reasonOf } from '../refused'

/**
 * Names for what is made of files, without an ending: that of the file, with its own ending or a number where another
 * file has that name. Of two letters that differ in size alone, many disks know but one.
 * @returns the name for the next file
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

/** The folder for what is made of several files. @throws Refused */
export function makeResults(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new Refused('disk', `${folder} cannot be made (${reasonOf(error)}). Give another folder after --out.`)
  }
}
