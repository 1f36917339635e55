// Letters of intent and books, all fictitious, with what must be read from them. `corpus` was given; `own` was written
// in other styles (brokers, attorneys, a dentist who buys, a text message; Schedule C, 1120-S, Wave, Dentrix) before
// the grammar was tested on it; l1…, l2…, a… to h…, f…, g…, b1…, b2… and ba1… to bd4… by somebody who did not know the
// grammar; gg… to jj… by somebody who did, before it was tried on them; bk… before the reading of books was. The
// thresholds are above what the program promises for documents that it has never seen.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

import { readDocument } from '../../electron/intake/read-document'
import { Unreadable } from '../../electron/intake/unreadable'
import type { PlainDocument } from '../../shared/intake/document'
import { flow } from '../../shared/intake/letter/flow'
import { readFile, type FileRead } from '../../shared/intake/read'
import { score, type Score, type Truth } from '../support/intake-score'

const folder = (set: string, kind: string): string =>
  fileURLToPath(new URL(`../fixtures/intake/${set}/${kind}/`, import.meta.url))

interface Case {
  readonly name: string
  readonly truth: Truth
  readonly bytes: Uint8Array
}
function casesOf(set: string, kind: string): Case[] {
  const at = folder(set, kind)
  return readdirSync(at)
    .filter((name) => name.endsWith('.truth.json'))
    .map((name) => {
      const truth = JSON.parse(readFileSync(at + name, 'utf8')) as Truth
      return { name: truth.file, truth, bytes: new Uint8Array(readFileSync(at + truth.file)) }
    })
}

async function readCase({ bytes, name }: Case): Promise<{ document: PlainDocument; read: FileRead }> {
  const document = await readDocument(bytes.slice(), name)
  return { document, read: readFile(document) }
}

const plain = (text: string): string => text.replace(/\s+/g, ' ')
/** The text as it is read: across pages, without repeated headers and footers. */
function textOf(document: PlainDocument): string {
  const blocks = flow(document).map(({ block }) => block)
  return plain(
    blocks
      .map((block) => (block.kind === 'table' ? block.rows.map((row) => row.join('; ')).join('\n') : block.text))
      .join('\n'),
  )
}

describe.each(['corpus', 'own'])('letters, %s', (set) => {
  const cases = casesOf(set, 'letters')
  const stated = cases.filter(({ truth }) => truth.outcome === 'read')
  const refused = cases.filter(({ truth }) => truth.outcome === 'refused')

  it('are read at least as well as promised, and nothing is invented', async () => {
    const scores: Score[] = []
    for (const one of stated) scores.push(score(one.truth, (await readCase(one)).read))
    const sum = (of: (score: Score) => number): number => scores.reduce((total, one) => total + of(one), 0)
    const right = sum((one) => one.right + one.optional)
    expect(scores.flatMap((one) => one.invented)).toEqual([])
    expect(
      right / (right + sum((one) => one.wrong.length)),
      scores.flatMap((one) => one.wrong).join('\n'),
    ).toBeGreaterThanOrEqual(0.99)
    expect(
      sum((one) => one.right) / sum((one) => one.required),
      scores.flatMap((one) => one.missing).join('\n'),
    ).toBeGreaterThanOrEqual(0.98)
  })

  it('are asked about wherever they contradict themselves or leave a range', async () => {
    const silent: string[] = []
    for (const one of stated)
      silent.push(...score(one.truth, (await readCase(one)).read).notAsked.map((path) => `${one.name} ${path}`))
    expect(silent).toEqual([])
  })

  it('are quoted word for word', async () => {
    for (const one of stated) {
      const { document, read } = await readCase(one)
      const text = textOf(document)
      for (const [path, { quote }] of Object.entries(read.fields))
        expect(text, `${one.name} ${path}`).toContain(plain(quote))
    }
  })

  it.runIf(refused.length > 0).each(refused)('$name is refused with a sentence', async (one) => {
    await expect(readCase(one)).rejects.toThrow(Unreadable)
    await expect(readCase(one)).rejects.toThrow(/^The file .+; nothing was read\. .+\.$/)
  })
})

describe.each(['corpus', 'own'])('books, %s', (set) => {
  it.each(casesOf(set, 'books'))('$name: every line right, no sum counted, proved to the cent', async (one) => {
    const { read } = await readCase(one)
    const { wrong, missing, addBacks } = score(one.truth, read)
    expect({ wrong, missing, addBacks }).toEqual({ wrong: [], missing: [], addBacks: [] })
    expect(read.notes).toEqual([])
    expect(read.questions.some(({ path }) => path === 'x.months')).toBe(one.truth.outcome === 'ask')
  })
})

it('says that a letter carries changes nobody accepted, and what was struck out', async () => {
  const one = casesOf('corpus', 'letters').find(({ name }) => name.startsWith('l13'))!
  const { read } = await readCase(one)
  expect(read.notes).toEqual([expect.stringContaining('changes that nobody has accepted')])
  expect(read.struckOut).toEqual(expect.arrayContaining(['$4,000,000', '5.0', 'Fifteen percent (15%)']))
})

it('leaves aside what a mail quotes of an earlier one, and says so', async () => {
  const one = casesOf('corpus', 'letters').find(({ name }) => name.startsWith('l02'))!
  const { document, read } = await readCase(one)
  expect(textOf(document)).not.toContain('6.25x')
  expect(read.notes).toEqual([expect.stringContaining('quotes an earlier one')])
})
