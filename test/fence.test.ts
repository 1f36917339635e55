// A folder's name is its permission. Each forbidden line below is put into an empty copy of the layers with the
// project's own configuration; lint or type check must report it there and must accept everything allowed.
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const layers = ['shared', 'electron', 'renderer', 'build', 'test']

/** By folder, lines that the lint must report. */
const lintForbids = {
  'shared/tax': [
    `import 'react'`,
    `import { readFileSync } from 'node:fs'`,
    `import '../../electron/thing'`,
    `import type { Thing } from '../../renderer/thing'`,
    `export { thing } from '../../build/thing'`,
    `export * from '../../test/thing'`,
    `export const a = Math.random()`,
    `export const a = Date.now()`,
    `export const a = new Date()`,
  ],
  'shared/a/b/c': [`import '../../../../electron/thing'`, `import 'dayjs'`, `export const a = new Date()`],
  electron: [
    `import '../renderer/thing'`,
    `import type { Thing } from '../test/thing'`,
    `import 'react'`,
    `export const a = Math.random()`,
  ],
  'electron/browser': [`import 'electron'`, `import { app } from 'electron'`, `import '../../renderer/thing'`],
  'electron/cli': [`import 'electron'`],
  renderer: [
    `import '../electron/thing'`,
    `import '../build/thing'`,
    `import 'node:fs'`,
    `import 'better-sqlite3'`,
    `export const a = Math.random()`,
  ],
  'renderer/pages': [`import type { Thing } from '../../electron/thing'`],
  build: [`import '../electron/main'`, `import '../renderer/thing'`, `import 'electron'`],
  test: [`import 'electron'`, `export const a = Math.random()`],
}

const lintAllows = {
  'shared/tax': [
    `import 'zod'`,
    `import 'pure-rand/distribution/uniformInt'`,
    `import './thing'`,
    `import '../formula'`,
    `export const a = Math.max(1, 2)`,
  ],
  electron: [`import 'electron'`, `import 'node:fs'`, `import 'better-sqlite3'`, `import '../shared/thing'`],
  'electron/browser': [`import 'node:http'`, `import '../database/thing'`, `import '../../shared/thing'`],
  renderer: [`import 'react'`, `import '../shared/thing'`, `import './components/thing'`],
  build: [`import 'node:fs'`, `import '@electron/fuses'`, `import './thing.mjs'`],
  test: [`import '../shared/thing'`, `import '../electron/thing'`, `import '../renderer/thing'`, `import 'node:fs'`],
}

/** By folder, lines that must not compile, with the compiler's error number. */
const typesForbid = {
  shared: {
    [`import { readFileSync } from 'node:fs'; export const a = readFileSync`]: 'TS2591',
    [`import { thing } from '../electron/thing'; export const a = thing`]: 'TS6307',
    [`import { thing } from '../renderer/thing'; export const a = thing`]: 'TS6307',
    [`export const a = document.title`]: 'TS2584',
    [`export const a = process.pid`]: 'TS2591',
    [`console.log(1); export const a = 1`]: 'TS2584',
    [`setTimeout(() => {}, 1); export const a = 1`]: 'TS2304',
  },
  electron: {
    [`import { thing } from '../renderer/thing'; export const a = thing`]: 'TS6307',
    [`export const a = document.title`]: 'TS2584',
  },
  renderer: {
    [`import { thing } from '../electron/thing'; export const a = thing`]: 'TS6307',
    [`import { readFileSync } from 'node:fs'; export const a = readFileSync`]: 'TS2591',
    [`export const a = process.pid`]: 'TS2591',
  },
}

let folder: string
/** The tools' output, by file. */
const reports = new Map<string, string[]>()

const linted = (layer: string, kind: string, index: number) => join(layer, `${kind}-${index}.ts`)
const compiled = (layer: string, index: number) => join(layer, `compiled-${index}.ts`)

function put(path: string, text: string) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function tool(path: string, args: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'node_modules', path), ...args], { cwd: folder }, (_, stdout) =>
      resolve(stdout),
    )
  })
}

function note(path: string, report: string) {
  reports.set(path, [...(reports.get(path) ?? []), report])
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fence-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const path of ['tsconfig.json', 'build/tsconfig.base.json', ...layers.map((layer) => `${layer}/tsconfig.json`)])
    cpSync(join(root, path), join(folder, path))
  for (const layer of ['shared', 'electron', 'renderer']) put(join(layer, 'thing.ts'), 'export const thing = 1\n')
  for (const [layer, lines] of Object.entries(typesForbid))
    Object.keys(lines).forEach((line, index) => put(compiled(layer, index), `${line}\n`))
  for (const line of (await tool('typescript/bin/tsc', ['-b', '--pretty', 'false'])).split('\n')) {
    const [, path, code] = /^(.+?)\(\d+,\d+\): error (TS\d+)/.exec(line) ?? []
    if (path && code) note(path, code)
  }

  // Lint sees these after the compiler, which would fail on the missing files they import.
  const { options: _, ...config } = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8'))
  put('.oxlintrc.json', JSON.stringify(config))
  for (const [kind, all] of Object.entries({ forbidden: lintForbids, allowed: lintAllows }))
    for (const [layer, lines] of Object.entries(all))
      lines.forEach((line, index) => put(linted(layer, kind, index), `${line}\n`))
  const { diagnostics } = JSON.parse(await tool('oxlint/bin/oxlint', ['--format', 'json', ...layers]))
  for (const { filename, code } of diagnostics as { filename: string; code: string }[])
    if (code.includes('no-restricted-')) note(filename, code)
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the lint', () => {
  for (const [layer, lines] of Object.entries(lintForbids))
    it.each(lines.map((line, index) => ({ line, index })))(`reports in ${layer}/ $line`, ({ index }) => {
      expect(reports.get(linted(layer, 'forbidden', index))).toHaveLength(1)
    })

  for (const [layer, lines] of Object.entries(lintAllows))
    it.each(lines.map((line, index) => ({ line, index })))(`allows in ${layer}/ $line`, ({ index }) => {
      expect(reports.get(linted(layer, 'allowed', index))).toBeUndefined()
    })
})

describe('the type check', () => {
  for (const [layer, lines] of Object.entries(typesForbid))
    it.each(Object.entries(lines).map(([line, code], index) => ({ line, code, index })))(
      `refuses in ${layer}/ $line`,
      ({ code, index }) => {
        expect(reports.get(compiled(layer, index))).toContain(code)
      },
    )

  it('has nothing against the layers themselves', () => {
    for (const layer of layers) expect(reports.get(join(layer, 'thing.ts'))).toBeUndefined()
  })
})

/** Paths of the files below a folder of the project that contain a word. */
function filesWith(word: RegExp, ...folders: string[]): string[] {
  return folders
    .flatMap((name) => readdirSync(join(root, name), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => word.test(readFileSync(path, 'utf8')))
    .map((path) => relative(root, path).replaceAll('\\', '/'))
}

describe("Electron's channels", () => {
  it('have one user in the host and one in the preload', () => {
    const main = filesWith(/\bipcMain\b/, 'shared', 'electron', 'renderer')
    const preload = filesWith(/\bipcRenderer\b/, 'shared', 'electron', 'renderer')
    expect(main).toEqual([expect.stringMatching(/^electron\//)])
    expect(preload).toEqual(['electron/preload.ts'])
  })
})
