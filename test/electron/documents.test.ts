import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { writeWhole } from '../../electron/documents/atomic'
import { readCaseFile, writeCaseFile } from '../../electron/documents/case-file'
import { fileName } from '../../electron/documents/file-name'
import { version as VERSION } from '../../electron/root'
import { Refused } from '../../electron/refused'
import type { FileDialogs } from '../../electron/shell'
import { samples } from '../../shared/case/samples'
import { set } from '../../shared/case/path'
import { caseSchema, SCHEMA_VERSION } from '../../shared/case/schema'
import type { FileOut } from '../../shared/host'
import { temporaryFolder } from '../support/folder'
import { hostOn } from '../support/host'

const textOf = (content: string) => Buffer.from(content, 'base64').toString('utf8')

describe('a case file', () => {
  it('comes back without loss', async () => {
    const host = hostOn()
    const extreme = caseSchema.parse({
      name: 'Ümläut "quoted" \u2028 \\ 🦷',
      practice: { ownerCollections: 0.1 + 0.2 },
    })
    for (const document of [...samples.map((sample) => sample.document), caseSchema.parse({}), extreme]) {
      const imported = await host.value('importCase', { text: writeCaseFile(document) })
      const stored = await host.value('openCase', { id: imported.id })
      expect(stored.document).toEqual(document)
      const { content } = await host.value('exportCase', { id: imported.id })
      expect(textOf(content)).toBe(writeCaseFile(document, VERSION))
      expect(readCaseFile(textOf(content))).toEqual(document)
    }
  })

  it('says whose it is and of which version, for people to read', async () => {
    const host = hostOn()
    const { id } = await host.value('createCase', { name: 'A/B: "the" case' })
    const file = await host.value('exportCase', { id })
    expect(file.name).toBe('A B the case.sellorstay')
    expect(textOf(file.content)).toMatch(
      new RegExp(`^\\{\n {2}"app": "sell-or-stay",\n {2}"schemaVersion": ${SCHEMA_VERSION},\n`),
    )
    expect(readCaseFile(`\uFEFF${textOf(file.content)}`).name).toBe('A/B: "the" case')
  })

  it('tells what is in it before it is taken', async () => {
    const host = hostOn()
    const { document } = samples[0]!
    const content = await host.value('inspectCaseFile', { text: writeCaseFile(document, '1.2.3') })
    expect(content).toEqual({
      name: document.name,
      practice: document.practice.name,
      offers: document.offers.map(({ name }) => name),
      startYear: document.assumptions.startYear,
      savedBy: 'Sell or Stay 1.2.3',
      problems: [],
    })
    const broken = set(document, 'practice/ownershipShare', 0)
    expect((await host.value('inspectCaseFile', { text: writeCaseFile(broken) })).problems[0]).toMatch(/share/i)
    expect(await host.value('inspectCaseFile', { text: writeCaseFile(broken) })).toMatchObject({ savedBy: null })
    expect((await host.value('listCases', {})).cases).toEqual([])
  })

  it('that is protected opens by its passphrase alone', async () => {
    const host = hostOn()
    const { id, document } = await host.value('createCase', { sample: samples[0]!.name })
    const passphrase = 'four words über alles'
    const text = textOf((await host.value('exportCase', { id, passphrase })).content)
    for (const secret of [document.name, document.practice.name, document.offers[0]!.name, 'practice', passphrase])
      expect(text).not.toContain(secret)

    const opened = await host.value('importCase', { text, passphrase: passphrase.normalize('NFD') })
    expect((await host.value('openCase', { id: opened.id })).document).toEqual(document)
    const locked = { ok: false, error: { code: 'locked' } }
    expect(() => readCaseFile(text)).toThrow('The case file is protected by a passphrase.')
    expect(await host.call('inspectCaseFile', { text })).toMatchObject(locked)
    expect(await host.call('importCase', { text })).toMatchObject(locked)
    expect(await host.call('importCase', { text, passphrase: 'four words' })).toMatchObject(locked)
    // Changing one letter in the middle does not produce another case; the file is rejected.
    const file = JSON.parse(text) as { content: string }
    const middle = Math.floor(file.content.length / 2)
    const letter = file.content[middle] === 'A' ? 'B' : 'A'
    const changed = { ...file, content: file.content.slice(0, middle) + letter + file.content.slice(middle + 1) }
    expect(await host.call('importCase', { text: JSON.stringify(changed), passphrase })).toMatchObject(locked)
    // An editor on Windows puts a byte order mark in front.
    expect(await host.call('inspectCaseFile', { text: `\uFEFF${text}`, passphrase })).toMatchObject({ ok: true })
    for (const other of [{ protected: 2 }, { salt: 5 }, { iv: 'ä' }, { hint: 'the dog' }]) {
      const given = { text: JSON.stringify({ ...file, ...other }), passphrase }
      expect(await host.call('importCase', given)).toMatchObject({
        error: {
          code: 'invalid',
          message:
            'This case file is protected by a passphrase, but it is damaged, or a newer version of the program wrote it. Export the case again where it came from, or update the program.',
        },
      })
    }
    expect(await host.call('exportCase', { id, passphrase: 'short' })).toMatchObject({ error: { code: 'invalid' } })
    expect((await host.value('listCases', {})).cases).toHaveLength(2)
  })

  it('that is none is refused with a sentence, and no case is made of it', async () => {
    const host = hostOn()
    const wrong = {
      '': 'it is empty. Choose a file that this program has exported.',
      '%PDF-1.7': 'it is not JSON. Choose',
      '%PDF-1.7 \0\u0001': 'it is not a text file. Choose',
      '\uFFFD\uFFFD': 'it is not a text file. Choose',
      '{"app": "sell-or-': 'it is not valid JSON: it is cut off or has an error in line 1, column 18. Choose',
      '[[[': 'it is not valid JSON: it is cut off or has an error. Choose',
      '[]': 'not a case file',
      null: 'not a case file',
      '{"app":"other"}': 'not a case file',
      '{"app":"sell-or-stay","schemaVersion":99}': 'version 99',
      '{"app":"sell-or-stay","schemaVersion":1,"shade":"red"}': 'shade',
      '{"app":"sell-or-stay","schemaVersion":1,"practice":{"feeGrowth":"high"}}': 'Fee growth',
    }
    for (const [text, part] of Object.entries(wrong)) {
      const answer = await host.call('importCase', { text })
      expect(answer).toMatchObject({ ok: false, error: { message: expect.stringContaining(part) } })
      const named = await host.call('importCase', { text, name: 'Harbor.json' })
      const refused = (answer as { error: { message: string } }).error.message
      expect(named).toMatchObject({ error: { message: `“Harbor.json” cannot be imported. ${refused}` } })
    }
    expect(await host.call('importCase', { text: '{"app":"sell-or-stay","schemaVersion":99}' })).toMatchObject({
      error: { code: 'newer' },
    })
    expect((await host.value('listCases', {})).cases).toEqual([])
  })
})

describe('the system’s dialogs, where a shell has them', () => {
  const shellWith = (files: FileDialogs) => ({ kind: 'desktop' as const, printer: async () => undefined, files })

  it('get the file, and the page gets the place only', async () => {
    const saved: string[] = []
    const files: FileDialogs = {
      save: async ({ name, content }) => {
        saved.push(name, textOf(content))
        return '/home/ann/case.json'
      },
      openCaseFile: async () => ({ name: 'case.json', text: saved[1]! }),
    }
    const host = hostOn({ shell: shellWith(files) })
    const { id, document } = await host.value('createCase', { sample: samples[0]!.name })
    expect(await host.value('exportCase', { id })).toMatchObject({ content: '', savedTo: '/home/ann/case.json' })
    expect(saved).toEqual([fileName(document.name, '.sellorstay'), writeCaseFile(document, VERSION)])
    const opened = await host.value('importCase', (await host.value('chooseCaseFile', {}))!)
    expect((await host.value('openCase', { id: opened.id })).document).toEqual(document)
  })

  it('may be left without a choice', async () => {
    const host = hostOn({ shell: shellWith({ save: async () => null, openCaseFile: async () => null }) })
    const { id } = await host.value('createCase', {})
    expect(await host.value('exportCase', { id })).toMatchObject({ savedTo: null })
    expect(await host.value('chooseCaseFile', {})).toBeNull()
  })

  it('are said not to be there where they are not', async () => {
    expect(await hostOn().call('chooseCaseFile', {})).toMatchObject({ ok: false, error: { code: 'unavailable' } })
  })
})

describe('a report', () => {
  it('is refused with the way out where nothing can print', async () => {
    const host = hostOn()
    const { id } = await host.value('createCase', {})
    expect((await host.value('capabilities', {})).pdf).toBe('print-dialog')
    expect(await host.call('reportPdf', { id, dollars: 'today' })).toMatchObject({
      ok: false,
      error: { code: 'unavailable', message: expect.stringContaining('print dialog') },
    })
  })

  it('is printed from the page of the stored case', async () => {
    const printed: string[] = []
    const printer = {
      prepare: (route?: string) => void printed.push(`prepare ${route}`),
      print: async (route: string) => {
        printed.push(route)
        return Buffer.from('%PDF-')
      },
      close: async () => undefined,
    }
    const host = hostOn({ shell: { kind: 'browser', printer: async () => printer }, now: () => new Date(2027, 5, 15) })
    const { id } = await host.value('createCase', { name: 'Hillside' })
    await host.value('prepareReport', {})
    await host.value('prepareReport', { report: { id, dollars: 'future', parts: ['figures'] } })
    const file = await host.value('reportPdf', { id, dollars: 'future' })
    expect(printed).toEqual([
      'prepare undefined',
      `prepare print.html#${id}?dollars=future&parts=figures&revision=0`,
      `print.html#${id}?dollars=future&revision=0`,
    ])
    expect(file).toMatchObject({ name: 'Hillside, report 2027-06-15.pdf', mime: 'application/pdf' })
    expect(textOf(file.content)).toBe('%PDF-')
  })

  it('can be canceled, like the method and the workbook, and is then saved nowhere', async () => {
    const saved: string[] = []
    const files = { save: async ({ name }: FileOut) => (saved.push(name), name), openCaseFile: async () => null }
    const begun: AbortSignal[] = []
    const printer = {
      prepare: () => undefined,
      print: (_: string, canceled?: AbortSignal) => {
        begun.push(canceled!)
        return new Promise<Uint8Array>(() => undefined)
      },
      close: async () => undefined,
    }
    const host = hostOn({ shell: { kind: 'desktop', printer: async () => printer, files } })
    const { id } = await host.value('createCase', { sample: 'general-dentist' })
    for (const name of ['reportPdf', 'methodPdf', 'workbook'] as const) {
      const job = randomUUID()
      const asked = host.call(name, { id, job, ...(name === 'reportPdf' && { dollars: 'today' }) } as never)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await Promise.resolve().then(() => host.value('cancelJob', { job }))
      // oxlint-disable-next-line no-await-in-loop
      expect(await asked).toMatchObject({ ok: false, error: { code: 'canceled' } })
    }
    expect(begun.map(({ aborted }) => aborted)).toEqual([true, true])
    expect(saved).toEqual([])
    // What nobody is making is no error: it may just have been done.
    expect(await host.value('cancelJob', { job: randomUUID() })).toBeNull()
  })

  it('may be opened where it was saved, and nothing else may', async () => {
    const folder = temporaryFolder()
    const acts: string[] = []
    const saving = async ({ name }: FileOut) => {
      writeFileSync(join(folder, name), '')
      return join(folder, name)
    }
    const host = hostOn({
      shell: {
        kind: 'desktop',
        printer: async () => ({
          prepare: () => undefined,
          print: async () => Buffer.from('%PDF-'),
          close: async () => undefined,
        }),
        files: { save: saving, openCaseFile: async () => null },
        savedFiles: {
          open: async (path) => void acts.push(`open ${path}`),
          show: (path) => void acts.push(`show ${path}`),
        },
      },
    })
    const { id } = await host.value('createCase', {})
    const pdf = await host.value('methodPdf', { id, paper: 'a4' })
    const file = await host.value('exportCase', { id })
    expect([pdf.opens, file.opens]).toEqual([true, undefined])
    await host.value('openSaved', { path: pdf.savedTo! })
    await host.value('showSaved', { path: file.savedTo! })
    expect(acts).toEqual([`open ${pdf.savedTo!}`, `show ${file.savedTo!}`])
    const other = join(folder, 'other.pdf')
    writeFileSync(other, '')
    for (const [call, path] of [
      ['openSaved', file.savedTo!],
      ['openSaved', other],
      ['showSaved', other],
      ['showSaved', folder],
    ] as const)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await host.call(call, { path })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    rmSync(pdf.savedTo!)
    expect(await host.call('openSaved', { path: pdf.savedTo! })).toMatchObject({
      ok: false,
      error: { message: `${pdf.savedTo!} is no longer there. Save the file again.` },
    })
    expect(acts).toHaveLength(2)
  })

  it.each([
    [7, ['', '&contents=none']],
    [8, ['']],
  ])('of %i pages has the contents that it needs', async (pages, contents) => {
    const printed: string[] = []
    const printer = {
      prepare: () => undefined,
      print: async (route: string) => {
        printed.push(route)
        return Buffer.from(`%PDF-${'<</Type /Page\n'.repeat(pages)}`)
      },
      close: async () => undefined,
    }
    const host = hostOn({ shell: { kind: 'browser', printer: async () => printer } })
    const { id } = await host.value('createCase', {})
    await host.value('reportPdf', { id, dollars: 'today' })
    expect(printed).toEqual(contents.map((rest) => `print.html#${id}?dollars=today&revision=0${rest}`))
  })
})

describe('a file name', () => {
  it('is one that every system takes, whatever the person typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = fileName(text, '.pdf')
        // oxlint-disable-next-line no-control-regex
        expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]|^[ .]|[ .]\.pdf$/)
        expect(name).toMatch(/^.+\.pdf$/u)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(330)
      }),
    )
  })

  it('is none of Windows’ own', () => {
    expect(['CON', 'nul', 'com1.x', '..', '', 'Dr. A. Ray'].map((text) => fileName(text, '.pdf'))).toEqual([
      'Case CON.pdf',
      'Case nul.pdf',
      'Case com1.x.pdf',
      'Case.pdf',
      'Case.pdf',
      'Dr. A. Ray.pdf',
    ])
  })
})

describe('writing a file', () => {
  it('replaces it as a whole, or leaves it as it was', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'out.pdf')
    writeFileSync(path, 'old')
    await writeWhole(path, 'new')
    expect(readFileSync(path, 'utf8')).toBe('new')
    await expect(writeWhole(join(folder, 'nowhere', 'out.pdf'), 'x')).rejects.toThrow(Refused)
    await expect(writeWhole(folder, 'x')).rejects.toThrow('could not be written')
    await expect(writeWhole(join(folder, 'nowhere', 'out.pdf'), 'x')).rejects.toThrow(
      /out\.pdf could not be written \(there is no such file or folder\)\. The folder was not found/,
    )
    expect(readdirSync(folder)).toEqual(['out.pdf'])
  })

  it('takes the place of a file only', async () => {
    const folder = temporaryFolder()
    const [file, link, dangling, pipe] = ['file', 'link', 'dangling', 'pipe'].map((name) => join(folder, name))
    writeFileSync(file!, 'kept')
    symlinkSync(file!, link!)
    symlinkSync(join(folder, 'nowhere'), dangling!)
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe!])
    for (const [path, is] of [
      [link, 'a link to another place'],
      [dangling, 'a link to another place'],
      [pipe, 'a pipe between programs'],
      ['/dev/null', 'a device'],
      [folder, 'a folder'],
    ] as const)
      await expect(writeWhole(path!, 'x')).rejects.toThrow(
        `${path} could not be written: it is ${is}. Choose the name of a file.`,
      )
    expect(readFileSync(file!, 'utf8')).toBe('kept')
    expect(readdirSync(folder).toSorted()).toEqual(['dangling', 'file', 'link', 'pipe'])
  })
})
