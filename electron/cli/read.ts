import { basename, join } from 'node:path'

import type { FileRead } from '../../shared/intake/read'
import { writeWhole } from '../documents/atomic'
import { readWithin, TooLarge } from '../documents/read-within'
import { LIMITS, tooLarge } from '../intake/limits'
import { readInWorker } from '../intake/read-in-worker'
import { Unreadable } from '../intake/unreadable'
import { Refused, reasonOf } from '../refused'
import { makeResults, namesOfResults } from './results'

/**
 * What letters and books say, one NAME.read.json per file. For a file that cannot be read it contains the reason.
 * @throws Refused 'invalid' if none could be read
 */
export async function read(files: readonly string[], folder: string | undefined): Promise<string> {
  if (files.length === 0 || folder === undefined) throw new Refused('invalid', 'Usage: read FILE… --out DIR')
  makeResults(folder)
  const lines: string[] = []
  let done = 0
  const nameFor = namesOfResults()
  for (const file of files) {
    let answer: unknown
    try {
      const { read: found } = await readInWorker(load(file), basename(file))
      answer = toJson(found)
      done++
      lines.push(`${file}: ${Object.keys(found.fields).length} values, ${found.questions.length} questions`)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      answer = { fields: {}, message: error.message }
      lines.push(`${file}: ${error.message}`)
    }
    await writeWhole(join(folder, `${nameFor(file)}.read.json`), `${JSON.stringify(answer, undefined, 1)}\n`)
  }
  if (done === 0) throw new Refused('invalid', lines.join('\n'))
  return `${lines.join('\n')}\n`
}

function load(file: string): Uint8Array {
  try {
    return readWithin(file, LIMITS.bytes)
  } catch (error) {
    if (error instanceof TooLarge) throw new Unreadable(tooLarge(error.found))
    throw new Unreadable(`The file cannot be opened (${reasonOf(error)}). Check the path.`, { cause: error })
  }
}

const toJson = ({ kind, fields, questions, addBacks, notes, struckOut }: FileRead): unknown => ({
  kind,
  fields,
  questions,
  addBacks,
  notes,
  struckOut,
})
