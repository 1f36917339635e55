// Letters and books in the host: read without being stored, stored once, damaged ones refused, messages for the rest.
import Database from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

import { databasePath } from '../../electron/database/paths'
import { LARGEST_DOCUMENT } from '../../shared/intake/document'
import { hostOn } from '../support/host'

const letter = readFileSync(
  fileURLToPath(new URL('../fixtures/intake/corpus/letters/l03-term-sheet-table.pdf', import.meta.url)),
)
const file = { name: 'l03.pdf', content: letter.toString('base64') }

it('reads a letter and stores nothing', async () => {
  const host = hostOn()
  const { id } = await host.value('createCase', {})
  const { read, document } = await host.value('readDocument', file)
  expect(read.fields['offers.o1.price.amount']).toMatchObject({ value: 7_150_000, place: 'p. 1' })
  expect(document.pages).toHaveLength(2)
  expect(await host.value('listDocuments', { id })).toEqual([])
})

it('keeps a document once, reads it again, hands it out as it came, and deletes it', async () => {
  const host = hostOn()
  const { id } = await host.value('createCase', {})
  const { document } = await host.value('keepDocument', { id, ...file })
  expect(await host.value('keepDocument', { id, ...file, name: 'again.pdf' })).toEqual({ document })
  expect(await host.value('listDocuments', { id })).toMatchObject([
    { id: document, name: 'l03.pdf', bytes: letter.length },
  ])
  const again = await host.value('openDocument', { id, document })
  expect(again.read.fields['offers.o1.job.rate']?.value).toBe(0.33)
  const out = await host.value('saveDocument', { id, document })
  expect(out.name).toBe('l03.pdf')
  expect(Buffer.from(out.content, 'base64').equals(letter)).toBe(true)
  await host.value('deleteDocument', { id, document })
  expect(await host.call('openDocument', { id, document })).toMatchObject({ ok: false, error: { code: 'not-found' } })
})

it('does not show a document through another case, nor one of a deleted case', async () => {
  const host = hostOn()
  const { id } = await host.value('createCase', {})
  const other = await host.value('createCase', {})
  const { document } = await host.value('keepDocument', { id, ...file })
  expect(await host.call('openDocument', { id: other.id, document })).toMatchObject({ ok: false })
  expect(await host.call('deleteDocument', { id: other.id, document })).toMatchObject({ ok: false })
  await host.value('deleteCase', { id })
  expect(await host.call('listDocuments', { id })).toMatchObject({ ok: false })
  await host.value('restoreCase', { id })
  expect(await host.value('listDocuments', { id })).toHaveLength(1)
})

it('goes along in a case file where it is asked for, and into a copy of the case', async () => {
  const host = hostOn()
  const { id, document: plain, revision } = await host.value('createCase', {})
  const { document: kept } = await host.value('keepDocument', { id, ...file })
  const quote = { document: 'l03.pdf', kept, place: 'p. 1', words: 'four clinical days', value: 4 }
  const document = { ...plain, quotes: { 'practice/daysNow': quote } }
  await host.value('saveCase', { id, revision, document })
  const copyOf = async (copy: string) => {
    const [one] = await host.value('listDocuments', { id: copy })
    const { quotes } = (await host.value('openCase', { id: copy })).document
    return { one, quote: quotes['practice/daysNow'] }
  }

  const without = await host.value('exportCase', { id })
  const plainText = Buffer.from(without.content, 'base64').toString()
  expect(await copyOf((await host.value('importCase', { text: plainText })).id)).toEqual({
    one: undefined,
    quote: { ...quote, kept: null },
  })

  for (const passphrase of [undefined, 'correct horse']) {
    const asked = { id, documents: true, ...(passphrase !== undefined && { passphrase }) }
    // oxlint-disable-next-line no-await-in-loop
    const text = Buffer.from((await host.value('exportCase', asked)).content, 'base64').toString()
    // oxlint-disable-next-line no-await-in-loop
    const imported = await host.value('importCase', { text, ...(passphrase !== undefined && { passphrase }) })
    // oxlint-disable-next-line no-await-in-loop
    const copy = await copyOf(imported.id)
    expect(copy.one).toMatchObject({ name: 'l03.pdf', bytes: letter.length })
    expect(copy.quote).toEqual({ ...quote, kept: copy.one!.id })
    expect(copy.one!.id).not.toBe(kept)
  }
  const copy = await copyOf((await host.value('duplicateCase', { id })).id)
  expect(copy.quote).toEqual({ ...quote, kept: copy.one!.id })
})

it('does not export what could not be imported again', async () => {
  const host = hostOn()
  const { id } = await host.value('createCase', {})
  await host.value('keepDocument', { id, name: 'large.txt', content: Buffer.alloc(15_000_000, 1).toString('base64') })
  expect(await host.call('exportCase', { id, documents: true })).toMatchObject({
    ok: false,
    error: {
      message: expect.stringMatching(
        /^The documents of this case take 20 MB .* Export the case without them/,
      ) as string,
    },
  })
  expect((await host.value('exportCase', { id })).content.length).toBeGreaterThan(1000)
})

it('refuses a document of which a byte has changed on the disk', async () => {
  const host = hostOn()
  const { id } = await host.value('createCase', {})
  const { document } = await host.value('keepDocument', { id, ...file })
  const database = new Database(databasePath(host.folder))
  const flipped = Buffer.from(letter)
  flipped[1000]! ^= 1
  database.prepare('UPDATE documents SET content = ?').run(flipped)
  database.close()
  expect(await host.call('openDocument', { id, document })).toMatchObject({
    ok: false,
    error: { code: 'damaged', message: expect.stringContaining('“l03.pdf” is not what was kept') as string },
  })
})

it('says in a sentence why it keeps no more', async () => {
  const host = hostOn()
  const { id } = await host.value('createCase', {})
  const large = (n: number) => Buffer.alloc(LARGEST_DOCUMENT, n).toString('base64')
  for (const n of [1, 2, 3])
    // oxlint-disable-next-line no-await-in-loop
    await host.value('keepDocument', { id, name: `${n}.txt`, content: large(n) })
  expect(await host.call('keepDocument', { id, ...file })).toMatchObject({
    ok: false,
    error: {
      message: 'A case keeps at most 20 documents of 60 MB in all. Delete one that you no longer need, then try again.',
    },
  })
  expect(
    await host.call('keepDocument', { id, name: 'x', content: Buffer.alloc(LARGEST_DOCUMENT + 3).toString('base64') }),
  ).toMatchObject({ ok: false, error: { code: 'invalid' } })
})

it('ends in a sentence for what cannot be read', async () => {
  const host = hostOn()
  const say = async (name: string, content: Uint8Array) => {
    const answer = await host.call('readDocument', { name, content: Buffer.from(content).toString('base64') })
    return answer.ok ? 'read' : answer.error.message
  }
  expect(await say('empty.pdf', new Uint8Array())).toBe(
    'The file is empty; nothing was read. Check that it is the right file.',
  )
  expect(await say('cut.pdf', letter.subarray(0, 900))).toMatch(/damaged or cut off.*\.$/)
  expect(await say('noise.docx', Buffer.from('PK\u0003\u0004 nothing'))).toMatch(/damaged or cut off.*\.$/)
})
