import { app } from 'electron'
import { basename } from 'node:path'

import { LARGEST_CASE_FILE, tooLarge as caseTooLarge, type OpenedFile } from '../../shared/host'
import { readText } from '../documents/read-text'
import { readWithin, TooLarge } from '../documents/read-within'
import { LIMITS, tooLarge } from '../intake/limits'
import { Refused, reasonOf } from '../refused'

/** Reads a file from outside. @throws Refused */
export function readOpenedFile(path: string, isCase: boolean): OpenedFile {
  return isCase ? { kind: 'case', ...readCaseFileAt(path) } : { kind: 'document', ...readDocumentAt(path) }
}

/** Reads a case file, which becomes one of the system's recent documents. @throws Refused */
export function readCaseFileAt(path: string): { name: string; text: string } {
  const name = basename(path)
  const text = reading(
    path,
    (found) => caseTooLarge(name, found),
    () => readText(path, LARGEST_CASE_FILE),
  )
  app.addRecentDocument(path)
  return { name, text }
}

/** Reads a letter or a book. It belongs to another program, so it does not become a recent document. */
function readDocumentAt(path: string): { name: string; content: string } {
  const name = basename(path)
  const bytes = reading(
    path,
    (found) => `“${name}” was not read. ${tooLarge(found)}`,
    () => readWithin(path, LIMITS.bytes),
  )
  return { name, content: Buffer.from(bytes).toString('base64') }
}

function reading<Content>(path: string, larger: (found: string) => string, read: () => Content): Content {
  try {
    return read()
  } catch (error) {
    if (error instanceof TooLarge) throw new Refused('invalid', larger(error.found))
    if (error instanceof Refused) throw error
    throw new Refused('disk', `${path} cannot be read (${reasonOf(error)}). Choose another file.`)
  }
}
