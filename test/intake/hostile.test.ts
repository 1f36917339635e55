// Damaged, huge or malicious documents: each ends in a sentence, none in a crash or a hang.
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

import { LIMITS } from '../../electron/intake/limits'
import { readDocument } from '../../electron/intake/read-document'
import { Unreadable } from '../../electron/intake/unreadable'
import { readFile } from '../../shared/intake/read'
import { zip } from '../support/zip'

const fixture = (path: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../fixtures/intake/corpus/${path}`, import.meta.url))))

/** Reads it, or returns the sentence; anything else fails. */
async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  try {
    return JSON.stringify(readFile(await readDocument(bytes, name)).fields)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return error.message
  }
}
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const SENTENCE = /^(?:The|Sheet) .+\.$/

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const docx = (body: string, head = ''): Uint8Array =>
  zip({
    'word/document.xml': `<?xml version="1.0"?>${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  })

/** A PDF with this many blank pages, written by hand. */
function pagesOf(count: number): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${count}/Kids[${Array.from({ length: count }, (_, at) => `${at + 3} 0 R`).join(' ')}]>>`,
  ]
  for (let at = 0; at < count; at++) objects.push('<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>')
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')
  return bytesOf(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF`)
}

describe('a document that is cut off', () => {
  it.each(['letters/l03-term-sheet-table.pdf', 'letters/l01-formal-numbered.docx', 'books/b04-xero.xlsx'])(
    '%s ends in a sentence at every place',
    async (path) => {
      const whole = fixture(path)
      for (const part of [0, 1, 7, 100, 0.1, 0.5, 0.9, 0.99]) {
        const said = await outcome(whole.slice(0, part < 1 && part > 0 ? Math.floor(whole.length * part) : part), path)
        expect(said.startsWith('{') || SENTENCE.test(said), said).toBe(true)
      }
    },
  )
})

describe('bytes of any kind', () => {
  it('end in a sentence or in no value', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('a.pdf', 'a.docx', 'a.xlsx', 'a.eml', 'a.txt', 'a.csv', 'a'),
        async (bytes, name) => {
          const said = await outcome(bytes, name)
          expect(said === '{}' || SENTENCE.test(said), said).toBe(true)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('in the place of some of a document end in a sentence or in fewer values', async () => {
    const whole = fixture('letters/l13-tracked-changes.docx')
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 }), async (at, bytes) => {
        const broken = whole.slice()
        broken.set(bytes.slice(0, broken.length - at), at)
        const said = await outcome(broken, 'a.docx')
        expect(said.startsWith('{') || SENTENCE.test(said), said).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

it('two letters that are a term of the field are no letter of intent', async () => {
  const said = readFile(await readDocument(bytesOf('jv'), 'a.txt'))
  expect(said.fields).toEqual({})
  expect(said.notes.join()).toContain('Too few words')
})

describe('a trap', () => {
  it('a file that unfolds to far more than it is, is not unfolded', async () => {
    const bomb = zip({ 'word/document.xml': new Uint8Array(LIMITS.unpackedBytes + 1) })
    expect(bomb.length).toBeLessThan(400_000)
    expect(await outcome(bomb, 'bomb.docx')).toMatch(/^The file unfolds to more than 60 MB/)
  })

  it('entities that multiply are not resolved', async () => {
    const head = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    expect(await outcome(docx(paragraph('&b;'), head), 'a.docx')).toMatch(/damaged or cut off/)
  })

  it('ten thousand pages are counted, not read', async () => {
    expect(await outcome(pagesOf(10_000), 'a.pdf')).toMatch(/^The file has 10000 pages and the limit is 200/)
  })

  it('a file beyond the limit of size is not looked into', async () => {
    expect(await outcome(new Uint8Array(LIMITS.bytes + 1), 'a.pdf')).toMatch(
      /^The file has 21 MB and the limit is 20 MB/,
    )
  })

  it('a cell of a million letters, and pages of nothing but numbers, are read to their end', async () => {
    const cell = `Account,Amount\n${'x'.repeat(1_000_000)},1\nRent,2\n${'"'}${'1,'.repeat(10_000)}${'"'},3\n`
    expect(await outcome(bytesOf(cell), 'a.csv')).toMatch(/^(?:\{\}|The .+\.)$/)
    const numbers = Array.from({ length: 150 }, (_, at) => `${at % 9}.5x EBITDA of $${at},000 is $${at}5,000`).join(
      '\n',
    )
    const read = JSON.parse(await outcome(bytesOf(numbers), 'a.txt')) as Record<string, unknown>
    expect(read).not.toHaveProperty('offers.o1.price.amount')
  })

  it('an archive, a picture and a web page are named as what they are', async () => {
    expect(await outcome(zip({ 'a.txt': 'a' }), 'a.zip')).toMatch(/^The file is an archive/)
    expect(await outcome(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]), 'a.pdf')).toMatch(/^The file is a picture/)
    expect(await outcome(bytesOf('<html><script>1</script></html>'), 'a.html')).toMatch(/^The file is a web page/)
  })

  it('scripts and pictures of a mail leave nothing behind', async () => {
    const mail =
      'From: a@b.example\nContent-Type: text/html\n\n<p>Purchase price: $1,000,000</p><script>Purchase price: $9</script><img src="http://x.example/p.gif">'
    const document = await readDocument(bytesOf(mail), 'a.eml')
    const text = JSON.stringify(document.pages)
    expect(text).toContain('$1,000,000')
    expect(text).not.toMatch(/\$9|x\.example|<p>/)
  })
})
