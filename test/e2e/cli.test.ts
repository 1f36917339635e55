// The command line as other programs use it: stdout, stderr, the exit code, and what is left behind.
import { execFile, spawnSync } from 'node:child_process'
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

import { caseHash } from '../../electron/documents/case-hash'
import { readCaseFile } from '../../electron/documents/case-file'
import { set } from '../../shared/case/path'
import { samples } from '../../shared/case/samples'
import { evaluateCase } from '../../shared/model'
import { temporaryFolder } from '../support/folder'
import { readPdf } from '../support/pdf'
import { chromiumPath } from '../support/program'

const program = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url))

const fixture = (path: string): string => fileURLToPath(new URL(`../fixtures/intake/corpus/${path}`, import.meta.url))

const cli = (...args: string[]) => cliWith({}, ...args)

function cliWith(
  own: Record<string, string>,
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...process.env, CHROME_PATH: chromiumPath(), ...own }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, ...args],
      { env, timeout: 50_000, maxBuffer: 64 << 20 },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

/** With a full disk in place of stdout. */
function intoFull(...args: string[]): { code: number | null; stderr: string } {
  const full = openSync('/dev/full', 'w')
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  })
  closeSync(full)
  return { code: status, stderr }
}

/** A case file with the test's changes. */
function caseFile(change: (data: Record<string, never>) => void = () => undefined): string {
  const path = join(temporaryFolder(), 'case.json')
  const data = { app: 'sell-or-stay', schemaVersion: 1, practice: {}, offers: [] }
  change(data as never)
  writeFileSync(path, JSON.stringify(data))
  return path
}

describe('the command line', () => {
  it('helps', async () => {
    for (const args of [[], ['--help'], ['evaluate', '--help']]) {
      const { code, stdout, stderr } = await cli(...args)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      for (const command of [
        'evaluate',
        'report',
        'risk',
        'sample',
        'workbook',
        'read',
        'schema',
        'tax',
        'method',
        'letter',
        'export',
        'import',
      ])
        expect(stdout).toContain(`  ${command} `)
    }
  })

  it('publishes the method', async () => {
    const { code, stdout } = await cli('method')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^# The method of Sell or Stay\n/)
    expect(stdout).toContain('cash at close')
    const folder = temporaryFolder()
    const [from, to] = [join(folder, 'case.json'), join(folder, 'method.html')]
    writeFileSync(from, (await cli('sample', 'orthodontist')).stdout)
    expect(await cli('method', from, to)).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(readFileSync(to, 'utf8')).toContain('<h1>The method of Sell or Stay</h1>')
    expect(await cli('method', from, to, '--paper', 'a4')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/PDF/),
    })
    const paper = join(folder, 'method.pdf')
    expect(await cli('method', from, paper, '--paper', 'a4')).toEqual({ code: 0, stdout: '', stderr: '' })
    const { title, tagged, outline, pages } = await readPdf(readFileSync(paper))
    expect([title, tagged, Math.round(pages[0]!.width)]).toEqual(['The method of Sell or Stay', true, 595])
    // The contents name the pages on which its sections stand.
    const sections = outline.filter(({ depth }) => depth === 1)
    expect(sections.map((one) => one.title)).toContain('Numbers from the law and publications')
    expect(pages[0]!.links).toEqual(sections.map(({ page }) => page))
  })

  it('reads letters and books in a thread of its own, one answer a file, and says what it could not read', async () => {
    const letter = fixture('letters/l03-term-sheet-table.pdf')
    const books = fixture('books/b02-qbo-months.xlsx')
    const picture = fixture('letters/s01-scanned.pdf')
    const out = join(temporaryFolder(), 'read')
    const { code, stdout, stderr } = await cli('read', letter, books, picture, '--out', out)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('only pictures of pages')
    const answer = (name: string): unknown => JSON.parse(readFileSync(join(out, `${name}.read.json`), 'utf8'))
    expect(answer('l03-term-sheet-table')).toMatchObject({
      fields: { 'offers.o1.price.amount': { value: 7_150_000, place: 'p. 1' } },
    })
    expect(answer('b02-qbo-months')).toMatchObject({ fields: { 'x.netIncome': { value: 356_460, place: 'N51' } } })
    expect(answer('s01-scanned')).toEqual({ fields: {}, message: expect.stringContaining('nothing was read') })

    const missing = ['', 'a', 'b'].map((folder) => join(out, folder, 'missing.pdf'))
    const none = await cli('read', picture, ...missing, '--out', out)
    expect(none.code).toBe(2)
    expect(none.stderr).toContain('cannot be opened')
    // One answer each, though they have one name.
    for (const name of ['missing', 'missing.pdf', 'missing.pdf (2)'])
      expect(answer(name)).toEqual({ fields: {}, message: expect.stringContaining('Check the path') })
    expect((await cli('read', letter)).stderr).toBe('Usage: read FILE… --out DIR\n')
  })

  it('computes tax cases and refuses what it does not know by name', async () => {
    const path = join(temporaryFolder(), 'cases.json')
    const item = {
      id: 'a',
      year: 2026,
      filingStatus: 'mfj',
      inputs: { kind: 'ordinaryTax', ordinaryTaxableIncome: 403_550 },
    }
    writeFileSync(path, JSON.stringify([item]))
    const { code, stdout } = await cli('tax', path)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject([{ id: 'a', computed: { incomeTax: 82_048 } }])
    writeFileSync(path, JSON.stringify([{ ...item, inputs: { ...item.inputs, lottery: 1 } }]))
    const refused = await cli('tax', path)
    expect(refused.code).toBe(2)
    expect(refused.stdout).toBe('')
    expect(refused.stderr).toContain('lottery')
  })

  it('lists the samples and prints each as a case file that it evaluates', async () => {
    const names = (await cli('sample')).stdout
      .trim()
      .split('\n')
      .map((line) => line.split('\t')[0]!)
    expect(names.length).toBeGreaterThanOrEqual(3)
    for (const name of names) {
      const path = join(temporaryFolder(), 'case.json')
      writeFileSync(path, (await cli('sample', name)).stdout)
      const { code, stdout, stderr } = await cli('evaluate', path)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      const { paths, checks } = JSON.parse(stdout)
      const { offers } = JSON.parse(readFileSync(path, 'utf8')) as { offers: { id: string }[] }
      const ids = (paths as { id: string }[]).map(({ id }) => id)
      expect(ids).toEqual(expect.arrayContaining(['keep', ...offers.map(({ id }) => id)]))
      for (const view of ['guaranteed', 'expected', 'maximum']) {
        expect(Object.keys(paths[0].views[view].figures).length).toBeGreaterThan(0)
        expect(Object.keys(paths[0].views[view].lines).length).toBeGreaterThan(0)
      }
      expect(Array.isArray(checks)).toBe(true)
    }
  })

  it('simulates a case: the same for a seed, another for another, with what it takes to do it again', async () => {
    const path = join(temporaryFolder(), 'case.json')
    writeFileSync(path, (await cli('sample', 'orthodontist')).stdout)
    const once = await cli('risk', path, '--draws', '200', '--seed', '7')
    expect({ code: once.code, stderr: once.stderr }).toEqual({ code: 0, stderr: '' })
    expect((await cli('risk', path, '--seed', '7', '--draws', '200')).stdout).toBe(once.stdout)
    const result = JSON.parse(once.stdout)
    expect(result).toMatchObject({
      draws: 200,
      seed: 7,
      generator: expect.stringContaining('xoroshiro128+'),
      hash: expect.stringMatching(/^[0-9a-f]{16}$/),
      paths: expect.arrayContaining([
        expect.objectContaining({
          id: 'keep',
          funded: expect.any(Number),
          cause: expect.objectContaining({ sentence: expect.stringMatching(/\.$/) }),
        }),
      ]),
    })
    expect(result.paths[0].wealth.today.p50.length).toBe(result.years.length)
    expect(JSON.parse((await cli('risk', path, '--draws', '200', '--seed', '8')).stdout)).not.toEqual(result)
    for (const [name, value] of [['--draws', '5'], ['--draws', '1e9'], ['--seed', 'lucky'], ['--seed=-1']]) {
      const refused = await cli('risk', path, ...(value === undefined ? [name!] : [name!, value]))
      expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: '' })
      expect(refused.stderr).toMatch(/^--(draws|seed) \S+ is not valid\. Enter a whole number from \d+ to \d+\.\n$/)
    }
  })

  it('prints the schema of a case file, with the units and limits', async () => {
    const schema = JSON.parse((await cli('schema')).stdout)
    expect(schema).toMatchObject({
      type: 'object',
      properties: {
        practice: { properties: { feeGrowth: { type: 'number', unit: 'rate', minimum: -0.5, maximum: 0.5 } } },
      },
    })
    expect(schema.required ?? []).toEqual([])
  })

  it('names every place that cannot stand, a sentence each, and exits with 2', async () => {
    const path = caseFile((data) => {
      data['practice'] = { feeGrowth: 'high', ownerCollections: -5, shade: 'red' } as never
      data['offers'] = [{ id: 'a', shareSold: 1.5 }] as never
    })
    const { code, stdout, stderr } = await cli('evaluate', path)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    const lines = stderr.trimEnd().split('\n')
    expect(lines.map((line) => line.split(': ')[0]).toSorted((a, b) => a!.localeCompare(b!))).toEqual([
      '$.offers[0].shareSold',
      '$.practice.feeGrowth',
      '$.practice.ownerCollections',
    ])
    for (const line of lines) expect(line).toMatch(/^\$\S*: .+\.$/)
  })

  it('refuses what is no case file, or is from a newer version', async () => {
    const path = join(temporaryFolder(), 'x.json')
    const wrong = {
      '{"app":': 'not valid JSON',
      '[1]': 'not a case file',
      '{"app":"sell-or-stay","schemaVersion":9}': 'version 9',
    }
    for (const [text, part] of Object.entries(wrong)) {
      writeFileSync(path, text)
      const { code, stdout, stderr } = await cli('evaluate', path)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toMatch(/^\$: [^\n]+\.\n$/)
      expect(stderr).toContain(part)
    }
  })

  it('refuses what it does not know', async () => {
    const path = caseFile()
    const wrong = [
      ['guess'],
      ['evaluate'],
      ['evaluate', path, path],
      ['evaluate', '/nowhere/case.json'],
      ['evaluate', '--fast', path],
      ['evaluate', '--dollars', 'today', path],
      ['evaluate', '--seed', '3', path],
      ['risk'],
      ['risk', path, '--draws'],
      ['report', path],
      ['report', path, 'out.pdf', '--dollars', 'euro'],
      ['report', path, 'out.pdf', '--reader', 'banker'],
      ['report', path, 'out.pdf', '--parts', 'method,weather'],
      ['report', path, 'out.pdf', '--paper', 'a5'],
      ['report', path, 'out.pdf', '--names', 'none'],
      ['report', '--out', 'reports'],
      ['evaluate', path, '--reader', 'cpa'],
      ['evaluate', path, '--passphrase-file', path],
      ['letter', path],
      ['letter', path, 'nobody'],
      ['export', path],
      ['export', path, 'out.json', '--passphrase-file', '/nowhere/passphrase'],
      ['import'],
      ['sample', 'nobody'],
      ['schema', 'x'],
    ]
    for (const args of wrong) {
      const { code, stdout, stderr } = await cli(...args)
      expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' })
      expect(stderr).toMatch(/^[^\n]+\n$/)
      expect(stderr).not.toMatch(/ at .*:\d+/)
    }
  })

  it('says when its answer could not be written', async () => {
    const path = caseFile()
    for (const args of [['evaluate', path], ['schema'], ['--help']]) {
      const { code, stderr } = intoFull(...args)
      expect({ args, code }).toEqual({ args, code: 1 })
      expect(stderr).toMatch(/^The result could not be written \(the disk is full\)\. Write it somewhere else\.\n$/)
    }
  })

  it('writes no result over the case, a link or a device', async () => {
    const path = caseFile()
    const link = join(temporaryFolder(), 'link.xlsx')
    symlinkSync(path, link)
    const text = readFileSync(path, 'utf8')
    for (const command of ['workbook', 'report']) {
      for (const same of [path, link])
        expect(await cli(command, path, same)).toEqual({
          code: 2,
          stdout: '',
          stderr: `${same} is the case file itself; it would be lost. Give another name for the result.\n`,
        })
    }
    const device = await cli('workbook', path, '/dev/null')
    expect(device).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('/dev/null could not be written: it is a device'),
    })
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  it.runIf(process.platform === 'linux')('reads no more of a file than it may have', { timeout: 60_000 }, async () => {
    const large = join(temporaryFolder(), 'large.json')
    writeFileSync(large, '')
    truncateSync(large, 150_000_000)
    const refused = async (...args: string[]) => {
      const { code, stdout, stderr } = await cli(...args)
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      return stderr
    }
    const rest = (what: string, limit: number) =>
      `and ${what} has at most ${limit} MB; nothing was read. Give the path of ${what}.\n`
    expect(await refused('evaluate', large)).toBe(`${large} has 150 MB, ${rest('a case file', 20)}`)
    expect(await refused('evaluate', '/dev/zero')).toBe(`/dev/zero has more than 20 MB, ${rest('a case file', 20)}`)
    expect(await refused('tax', large)).toBe(`${large} has 150 MB, ${rest('a file of tax cases', 100)}`)
    expect(await refused('read', '/dev/zero', '--out', temporaryFolder())).toContain(
      '/dev/zero: The file has more than 20 MB and the limit is 20 MB; nothing was read.',
    )
  })

  it.runIf(process.platform !== 'win32')('reads a case from a pipe', () => {
    const path = caseFile()
    const script = `mkfifo "$1/pipe" && cat "$2" > "$1/pipe" & sleep 0.2; "$3" "$4" evaluate "$1/pipe"`
    const { status, stdout } = spawnSync('sh', ['-c', script, 'sh', temporaryFolder(), path, process.execPath, program])
    expect(status).toBe(0)
    expect(JSON.parse(stdout.toString())).toHaveProperty('paths')
  })

  it('prints the report as a PDF', async () => {
    const [folder, TMPDIR] = [temporaryFolder(), temporaryFolder()]
    const { document } = samples.find(({ name }) => name === 'general-dentist')!
    writeFileSync(join(folder, 'case.json'), (await cli('sample', 'general-dentist')).stdout)
    const earlier = join(temporaryFolder(), 'before the call.json')
    writeFileSync(earlier, JSON.stringify(set(document, 'practice/ownerCollections', 850_000)))
    const files = [join(folder, 'case.json'), join(folder, 'out.pdf')]
    const { code, stdout, stderr } = await cliWith({ TMPDIR }, 'report', ...files, '--since', earlier)
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(readdirSync(folder).toSorted()).toEqual(['case.json', 'out.pdf'])
    expect(readdirSync(TMPDIR)).toEqual([])
    const { outline, pages } = await readPdf(readFileSync(join(folder, 'out.pdf')))
    const chapter = outline.find(({ title }) => title === '1 input has changed since “before the call”')!
    expect(pages[chapter.page - 1]!.text.replaceAll(/\s+/g, ' ')).toMatch(
      /Your own collections \$850,000 a year \$900,000 a year (.[+−]?\$[\d,]+|.?no effect)/,
    )
    expect(pages[0]!.text).toContain(`case ${caseHash(document)}`)
  })

  it('prints several for a reader, on other paper, with initials, and with the hash that the workbook has', async () => {
    const [folder, out] = [temporaryFolder(), join(temporaryFolder(), 'reports')]
    const [from, other] = ['general-dentist', 'oral-surgeon'].map((name) => join(folder, name, 'case.json'))
    for (const path of [from!, other!]) {
      mkdirSync(dirname(path))
      // oxlint-disable-next-line no-await-in-loop
      writeFileSync(path, (await cli('sample', basename(dirname(path)))).stdout)
    }
    const bad = caseFile((data) => (data['practice'] = { feeGrowth: 7 } as never))
    const choices = ['--reader', 'attorney', '--parts', 'questions,letterTerms', '--paper', 'a4', '--names', 'initials']
    const files = [from!, bad, join(folder, 'gone.json'), other!]
    const { code, stdout, stderr } = await cli('report', ...files, '--out', out, ...choices)
    // What cannot be printed is told with its file, and keeps none of the others from it.
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(`^${bad}: \\$\\.practice\\.feeGrowth: .*700%`),
      expect.stringMatching(`^${join(folder, 'gone.json')} cannot be read \\(there is no such file`),
      '',
    ])
    expect(readdirSync(out).toSorted()).toEqual(['case.json (2).pdf', 'case.pdf'])
    const pdf = await readPdf(readFileSync(join(out, 'case.pdf')))
    const second = await readPdf(readFileSync(join(out, 'case.json (2).pdf')))
    const hashOf = (name: string) => caseHash(samples.find((one) => one.name === name)!.document)
    expect(second.pages[0]!.text).toContain(hashOf('oral-surgeon'))
    const { document } = samples.find(({ name }) => name === 'general-dentist')!
    expect(pdf.outline.filter(({ depth }) => depth === 1).map(({ title }) => title)).toEqual([
      'The answer',
      'Questions for your advisors',
      'Terms of the letters',
    ])
    const text = pdf.pages.map((page) => page.text).join('\n')
    expect(text).not.toMatch(new RegExp([document.owner.name, ...document.offers.map(({ name }) => name)].join('|')))
    expect(text).toContain(`case ${caseHash(document)}`)
    expect(caseHash(evaluateCase(document).document)).toBe(caseHash(document))
    for (const { width, height } of pdf.pages) expect([width, height].map(Math.round)).toEqual([595, 842])
  })

  it('exports a case with a passphrase, says what is in it, and gives it back as it was', async () => {
    const folder = temporaryFolder()
    const at = (name: string) => join(folder, name)
    writeFileSync(at('case.json'), (await cli('sample', 'oral-surgeon')).stdout)
    writeFileSync(at('passphrase'), 'correct horse battery\n')
    writeFileSync(at('wrong'), 'correct horse batterie\n')
    writeFileSync(at('short'), 'horse\n')
    const exported = (passphrase: string) =>
      cli('export', at('case.json'), at('locked.json'), '--passphrase-file', at(passphrase))
    expect(await exported('short')).toMatchObject({ code: 2, stderr: expect.stringContaining('at least 8') })
    expect(await exported('passphrase')).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(readFileSync(at('locked.json'), 'utf8')).not.toContain('practice')
    expect(await cli('import', at('locked.json'))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/--passphrase-file/),
    })
    const opened = (passphrase: string) =>
      cli('import', at('locked.json'), at('again.json'), '--passphrase-file', at(passphrase))
    expect(await opened('wrong')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/does not open/) })
    const { code, stdout } = await opened('passphrase')
    expect(code).toBe(0)
    const { document } = samples.find(({ name }) => name === 'oral-surgeon')!
    expect(JSON.parse(stdout)).toMatchObject({ name: document.name, problems: [] })
    expect(readCaseFile(readFileSync(at('again.json'), 'utf8'))).toEqual(document)
  })

  it('lists what can be asked of an offer, and writes the letter that asks for it', async () => {
    const folder = temporaryFolder()
    const at = (name: string) => join(folder, name)
    writeFileSync(at('case.json'), (await cli('sample', 'general-dentist')).stdout)
    const listed = await cli('letter', at('case.json'), 'Harbor')
    expect(listed.code).toBe(0)
    const [first] = JSON.parse(listed.stdout) as { id: string; expected: number }[]
    expect(first!.expected).toBeGreaterThan(0)
    const written = (...more: string[]) => cli('letter', at('case.json'), 'harbor', at('out.docx'), ...more)
    expect(await written()).toMatchObject({ code: 2, stderr: expect.stringMatching(/--asks/) })
    expect(await written('--asks', 'the/moon')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^the\/moon cannot be asked/),
    })
    expect(await written('--asks', first!.id)).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(readFileSync(at('out.docx')).subarray(0, 2).toString()).toBe('PK')
  })

  it('leaves no half of a report, and nothing of its own', async () => {
    const [folder, TMPDIR] = [temporaryFolder(), temporaryFolder()]
    const bad = caseFile((data) => (data['practice'] = { feeGrowth: 7 } as never))
    expect(await cliWith({ TMPDIR }, 'report', bad, join(folder, 'out.pdf'))).toMatchObject({ code: 2 })
    const nowhere = await cliWith({ TMPDIR }, 'report', caseFile(), join(folder, 'no such folder', 'out.pdf'))
    expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringContaining('could not be written') })
    expect(readdirSync(folder)).toEqual([])
    // A browser that exits at once, and a file that is not one.
    /* oxlint-disable no-await-in-loop -- one after the other is quick enough */
    for (const CHROME_PATH of ['/bin/false', '/etc/hostname']) {
      const found = await cliWith({ TMPDIR, CHROME_PATH }, 'report', caseFile(), join(folder, 'out.pdf'))
      expect(found).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('print dialog') })
      expect(found.stderr).toMatch(/^[^\n]+\n$/)
    }
    expect(readdirSync(folder)).toEqual([])
    expect(readdirSync(TMPDIR)).toEqual([])
  })
})
