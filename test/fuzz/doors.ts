import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'

import { gridOf, pasteInto } from '../../renderer/components/entry/paste'
import { pasteParts } from '../../renderer/components/offer/paste-parts'
import { readCaseFile, writeCaseFile } from '../../electron/documents/case-file'
import { protect, unprotected } from '../../electron/documents/protected'
import { readDocument } from '../../electron/intake/read-document'
import { Unreadable } from '../../electron/intake/unreadable'
import { Refused } from '../../electron/refused'
import { describe as metaAt } from '../../shared/case/describe'
import type { FieldMeta } from '../../shared/case/field'
import { parseCase, parseWholeCase } from '../../shared/case/problems'
import { samples } from '../../shared/case/samples'
import { readTyped, understoodAs, writeTyped } from '../../shared/case/typed'
import { textOf } from '../../shared/encoding'
import { calls } from '../../shared/host'
import { readFile } from '../../shared/intake/read'
import { evaluateCase } from '../../shared/model'
import { notPlain } from '../../shared/plain-data'
import { computeTaxCases } from '../../shared/tax/cases'
import { hostOn } from '../support/host'
import { changedFrom, strange } from './strange'

type Property = fc.IRawProperty<unknown>

/** An entry point: what is tried, and what must hold whatever is tried. */
export interface Door {
  readonly name: string
  readonly property: () => Property | Promise<Property>
}

/** A refusal is a readable sentence that fits on a screen. */
function sentence(message: string): void {
  expect(message.length).toBeLessThanOrEqual(2000)
  expect(message.isWellFormed()).toBe(true)
  expect(message).toMatch(/[.?)]$/)
  // oxlint-disable-next-line no-control-regex
  expect(message).not.toMatch(/[\u0000-\u001F]|undefined|\[object| at .+:\d+:\d+/)
}

const document = fc.constantFrom(...samples.map((sample) => sample.document))

/** How many valid cases are computed: that takes by far the most time. */
const COMPUTED = 40

const caseParser: Door = {
  name: 'the parser of cases',
  property: () => {
    let stood = 0
    return fc.property(fc.oneof({ weight: 8, arbitrary: changedFrom(document) }, strange), (given) => {
      const read = parseCase(given)
      if (!read.ok) {
        expect(read.problems.length).toBeGreaterThan(0)
        read.problems.forEach(({ message }) => sentence(message))
        return
      }
      // What was read is complete, and reads the same again, also from a file.
      expect(parseWholeCase(read.value)).toEqual(read)
      expect(readCaseFile(writeCaseFile(read.value))).toEqual(read.value)
      stood++
      if (stood % COMPUTED === 0)
        evaluateCase(read.value)
          .problems()
          .forEach(({ message }) => sentence(message))
    })
  },
}

const taxCases: Door = {
  name: 'tax cases as data',
  property: () => {
    const published = JSON.parse(
      readFileSync(new URL('../fixtures/tax-cases.json', import.meta.url), 'utf8'),
    ) as object[]
    const some = fc.constantFrom(...published).map((one) => [one])
    return fc.property(fc.oneof({ weight: 8, arbitrary: changedFrom(some) }, strange), (given) => {
      const computed = computeTaxCases(given)
      if (!computed.ok) {
        expect(computed.problems.length).toBeGreaterThan(0)
        computed.problems.forEach(sentence)
      } else JSON.stringify(computed.results)
    })
  },
}

const nobody = '00000000-0000-4000-8000-000000000000'

const callsOfPages: Door = {
  name: 'calls of the pages, over HTTP or between processes',
  property: async () => {
    const host = hostOn()
    const { id, document } = await host.value('createCase', { sample: samples[0]!.name })
    let revision = 0
    const report = { id: nobody, dollars: 'today', parts: ['figures'] }
    const settings = { theme: 'dark', dollars: 'today', view: 'expected', lastCase: id }
    const valid = fc.constantFrom<readonly [name: string, argument: object]>(
      ['saveCase', { id, revision: 0, document }],
      ['saveCase', { id, revision: 0, document }],
      ['saveSettings', { settings }],
      ['importCase', { text: '{"app":"sell-or-stay"}', name: 'Harbor.json' }],
      ['createCase', { name: 'Hillside', sample: 'orthodontist' }],
      ['takeSnapshot', { id, revision: 0, name: 'Before' }],
      ['deleteSnapshot', { id, snapshot: nobody }],
      ['prepareReport', { report }],
      ['reportPdf', report],
      ['keepDocument', { id, name: 'Letter.txt', content: Buffer.from('Price: $1,000,000').toString('base64') }],
      ['inspectCaseFile', { text: writeCaseFile(samples[1]!.document), name: 'Harbor.json' }],
      ['counterOffer', { id, offer: 'harbor', asks: ['none'], what: 'worth' }],
      ['exportCase', { id, documents: true }],
      // For invalid ids only: a workbook takes seconds.
      ...Object.keys(calls).map((name) => [name, { id: nobody }] as const),
      ['toString', {}],
    )
    const call = valid.chain(([name, argument]) => fc.tuple(fc.constant(name), changedFrom(fc.constant(argument))))
    return fc.asyncProperty(call, async ([name, given]) => {
      // A page knows the revision it has seen; most wrong ones would be refused for that alone.
      const current = given !== null && typeof given === 'object' && 'revision' in given && given.revision === 0
      const argument: unknown = current ? { ...given, revision } : given
      const answer = await host.dispatch({ trusted: true }, name, argument)
      expect(typeof JSON.stringify(answer)).toBe('string')
      if (!answer.ok) {
        sentence(answer.error.message)
        answer.error.problems?.forEach(({ message }) => sentence(message))
        expect(answer.error.code).not.toBe('internal')
        return
      }
      const made = answer.value as { id: string; revision: number }
      if (name === 'saveCase') {
        expect(made.revision).toBe(++revision)
        const stored = await host.value('openCase', { id })
        expect(stored.document).toEqual(JSON.parse(JSON.stringify((argument as { document: unknown }).document)))
      }
      // Created cases are deleted again, or the lists would take up the time.
      if (['createCase', 'importCase', 'duplicateCase'].includes(name)) await host.value('deleteCase', { id: made.id })
      if (name === 'keepDocument') await host.value('deleteDocument', { id, document: (made as never)['document'] })
      if (name === 'takeSnapshot') await host.value('deleteSnapshot', { id, snapshot: made.id })
    })
  },
}

const fields: readonly FieldMeta[] = [
  'owner/spendingNow',
  'owner/savings',
  'owner/retirement',
  'owner/horizonAge',
  'owner/name',
  'practice/ownerCollections',
  'practice/hygieneCollections',
  'practice/rentToMarket',
  'practice/daysNow',
  'practice/weeksWorked',
  'practice/feeGrowth',
  'assumptions/startYear',
  'offers/harbor/price/multiple',
  'offers/harbor/shareSold',
  'offers/harbor/components/escrow-1/months',
  'offers/harbor/job/termYears',
  'offers/harbor/job/dailyGuarantee',
  'offers/harbor/note',
].map((path) => metaAt(path, samples[0]!.document)!)

/** The characters people use in amounts. */
const PIECES = [
  '12|1.000|3.5|1,200|.5|0|007|$|(|)|-|−|+|=|*|/|%| |,|k|m|million|x|×|.|\n|\u00A0|１|٣|USD | dollars| years| months',
  ' per month| a week|/day| an hour|6/30/27|June|2027',
].flatMap((pieces) => pieces.split('|'))

const typedText = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }).map((pieces) => pieces.join('')),
  },
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .tuple(fc.constantFrom('(', '-', ' ', '9', '=(', '1+', '\n', 'a ', '1.000'), fc.integer({ min: 1, max: 16_000 }))
    .map(([piece, times]) => `1${piece.repeat(times)}1`),
)

const typedAmounts: Door = {
  name: 'what is typed into a field',
  property: () =>
    fc.property(typedText, fc.constantFrom(...fields), fc.boolean(), (text, field, empty) => {
      const worked = { daysNow: 4, weeksWorked: 46 }
      const read = readTyped(text, field, empty, worked)
      const said = understoodAs(text, field, worked)
      if (said !== undefined) expect(said).not.toMatch(/undefined|NaN|Infinity/)
      if (!read.ok) return sentence(read.message)
      if (read.note !== undefined) sentence(read.note)
      expect(read.value).not.toSatisfy((it: unknown) => typeof it === 'number' && !Number.isFinite(it))
      // Only values that a field may hold are ever written into it.
      const { value } = read
      if (typeof value === 'number' && (value < field.min! || value > field.max!)) return
      const again = readTyped(writeTyped(value, field), field, true, worked)
      if (value !== null) expect(again).toMatchObject({ ok: true, value: near(value) })
    }),
}

/** Written values have twelve digits. */
const near = (value: string | number | boolean) =>
  typeof value === 'number' && value !== 0 ? expect.closeTo(value, 11 - Math.ceil(Math.log10(Math.abs(value)))) : value

type Damage = readonly [place: number, how: 'flip' | 'cut' | 'insert' | 'double', other: Uint8Array]

const damages: fc.Arbitrary<Damage[]> = fc.array(
  fc.tuple(fc.nat(), fc.constantFrom('flip', 'cut', 'insert', 'double'), fc.uint8Array({ maxLength: 6 })),
  { maxLength: 3 },
)

/** A file with some bytes changed, truncated or repeated. */
const damagedBy = (how: readonly Damage[], whole: Buffer): Buffer =>
  how.reduce<Buffer>((bytes, [place, how, other]) => {
    const at = place % (bytes.length + 1)
    if (how === 'cut') return bytes.subarray(0, at)
    if (how === 'double') return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - 200))])
    const rest = bytes.subarray(how === 'insert' ? at : at + other.length)
    return Buffer.concat([bytes.subarray(0, at), other, rest])
  }, whole)

/** A damaged case file, or one in another encoding. */
const fileBytes = fc
  .tuple(document.map(writeCaseFile), fc.constantFrom<BufferEncoding>('utf8', 'utf8', 'utf16le', 'latin1'), damages)
  .map(([text, encoding, how]) => damagedBy(how, Buffer.from(text, encoding)))

const imports: Door = {
  name: 'files that are imported',
  property: () =>
    fc.property(fc.oneof({ weight: 6, arbitrary: fileBytes }, fc.uint8Array({ maxLength: 300 })), (bytes) => {
      const text = textOf(bytes, (from, encoding) => new TextDecoder(encoding, { fatal: true }).decode(from))
      if (text === undefined) return
      let read
      try {
        read = readCaseFile(text, 'Harbor.json')
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        return sentence(error.message)
      }
      expect(readCaseFile(writeCaseFile(read))).toEqual(read)
    }),
}

const pasted: Door = {
  name: 'blocks that are pasted from a spreadsheet',
  property: () =>
    fc.property(
      fc.oneof(
        fc
          .array(fc.array(typedText, { maxLength: 5 }), { maxLength: 6 })
          .map((rows) => rows.map((cells) => cells.join('\t')).join('\n')),
        fc.string({ maxLength: 80 }),
      ),
      fc.nat({ max: 3 }),
      fc.nat({ max: 3 }),
      (text, row, column) => {
        const grid = gridOf(text)
        if (!grid) return
        const columns = ['label', 'balance', 'rate', 'years'].map((field) => ({ field, label: field }))
        const { document } = samples[0]!
        const from = { row: Math.min(row, document.practice.debts.length), column }
        const after = pasteInto(document, 'practice/debts', 'loan', columns, from, grid, 10, 'entered')
        expect(parseCase(after.document)).toMatchObject({ ok: true })
        after.refused.forEach(({ message }) => sentence(message))
        sentence(after.said)
      },
    ),
}

const pastedParts: Door = {
  name: 'parts of a price that are pasted from a spreadsheet',
  property: () =>
    fc.property(
      fc.array(
        fc.tuple(
          fc.oneof(fc.constantFrom('Escrow', 'Seller note', 'Earn-out', 'Rollover', 'Cash', ''), typedText),
          fc.array(typedText, { maxLength: 6 }),
        ),
        { minLength: 1, maxLength: 6 },
      ),
      fc.nat({ max: 3 }),
      fc.nat({ max: 4 }),
      (rows, row, column) => {
        const { document } = samples[0]!
        const grid = gridOf(rows.map(([kind, cells]) => [kind, ...cells].join('\t')).join('\n'))
        if (!grid) return
        const after = pasteParts(document, 'offers/harbor/components', { row, column }, grid, 'entered')
        expect(parseCase(after.document)).toMatchObject({ ok: true })
        for (const { message } of after.refused) sentence(message)
        for (const said of [after.said, ...after.left]) sentence(said)
      },
    ),
}

const protectedFiles: Door = {
  name: 'case files with a passphrase',
  property: async () => {
    const text = writeCaseFile(samples[0]!.document)
    const file = JSON.parse(await protect(text, 'correct horse')) as object
    const given = fc.oneof({ weight: 8, arbitrary: changedFrom(fc.constant(file)) }, strange)
    // Drawing the key takes a third of a second, so few are tried with a passphrase.
    const passphrase = fc.constantFrom(...Array.from({ length: 29 }, () => undefined), 'correct horse')
    return fc.asyncProperty(given, passphrase, async (changed, word) => {
      // What no file can hold.
      if (notPlain(changed)) return
      const written = JSON.stringify(changed) ?? ''
      try {
        const read = await unprotected(written, word)
        // Not a protected file any more; or it is the one that was protected, to the letter.
        expect([written, text]).toContain(read)
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        sentence(error.message)
      }
    })
  },
}

const corpus = new URL('../fixtures/intake/corpus/', import.meta.url)

const documents: Door = {
  name: 'letters and books',
  property: () => {
    const files = ['letters', 'books'].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, corpus))
        .filter((name) => /\.(pdf|docx|xlsx|eml|txt|csv)$/.test(name))
        .map((name) => ({ name, whole: readFileSync(new URL(`${folder}/${name}`, corpus)) })),
    )
    const damaged = fc.tuple(fc.constantFrom(...files), damages).map(([{ name, whole }, how]) => ({
      name,
      bytes: damagedBy(how, whole),
    }))
    return fc.asyncProperty(damaged, async ({ name, bytes }) => {
      try {
        const read = readFile(await readDocument(new Uint8Array(bytes), name))
        expect(JSON.stringify(read)).not.toContain('[object')
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error
        sentence(error.message)
      }
    })
  },
}

export const doors: readonly Door[] = [
  caseParser,
  taxCases,
  callsOfPages,
  typedAmounts,
  imports,
  pasted,
  pastedParts,
  protectedFiles,
  documents,
]
