import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { readCaseFile, writeCaseFile } from '../electron/documents/case-file'
import { readText } from '../electron/documents/read-text'
import { caseSchema } from '../shared/case/schema'
import { temporaryFolder } from './support/folder'

const text = writeCaseFile(caseSchema.parse({ name: 'José Müller 🦷, Ķ' }))
const bigEndian = (of: string) => Buffer.from(of, 'utf16le').swap16()

function read(bytes: Uint8Array): string {
  const path = join(temporaryFolder(), 'Harbor.json')
  writeFileSync(path, bytes)
  return readText(path, 1e6)
}

describe('a case file', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, as PowerShell writes what is sent to a file', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 of the other order', bigEndian(`\uFEFF${text}`)],
    ['UTF-16 of the other order without a mark', bigEndian(text)],
  ])('in %s is read without loss', (_, bytes) => {
    expect(readCaseFile(read(bytes)).name).toBe('José Müller 🦷, Ķ')
  })

  it('in the old encoding of Windows or of a Mac is refused, never garbled', () => {
    for (const bytes of [Buffer.from(text, 'latin1'), Buffer.from(text.replace('é', '\u008E'), 'latin1')])
      expect(() => read(bytes)).toThrow(
        '“Harbor.json” cannot be read: its letters are not in UTF-8 or UTF-16, so names such as “José” would come out wrong. Open it in a text editor, save it as UTF-8, then try again.',
      )
  })

  it('that is no text says so itself', () => {
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xd8])
    expect(() => readCaseFile(read(picture))).toThrow('it is not a text file')
    expect(() => readCaseFile(read(new Uint8Array()))).toThrow('it is empty')
    expect(() => readCaseFile(read(Buffer.from([0xff, 0xfe, 0x00, 0xd8])))).toThrow(/not a text file|letters are not/)
  })
})
