// The package that electron-builder makes, on a fake Electron binary: its content and its fuses. Only a real Electron
// can show that the package starts and that the fuses work.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import given from '../../build/electron-builder.mjs'
import { CASE_FILE_ENDING } from '../../electron/documents/case-file'
import { DOCUMENT_ENDINGS } from '../../shared/intake/document'

/** The parts of the configuration checked here. */
interface Config {
  readonly nsis: { readonly include: string }
  readonly fileAssociations: readonly { readonly ext: string }[]
  readonly mac: { readonly entitlements: string; readonly fileAssociations: readonly object[] }
  readonly linux: { readonly mimeTypes: readonly string[]; readonly target: readonly { readonly target: string }[] }
}
const config = given as unknown as Config

const root = fileURLToPath(new URL('../..', import.meta.url))
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  devDependencies: { electron: string }
}
/** How @electron/fuses finds the fuse wire in a binary; not exported. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

let folder: string
let unpacked: string
/** Files in the archive, with their sizes. */
let archive: Map<string, number>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'package-'))
  const electron = join(folder, 'electron')
  mkdirSync(electron)
  // The wire: sentinel, version 1, nine fuses, all off.
  const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, 9]), Buffer.from('0'.repeat(9))])
  writeFileSync(join(electron, 'electron'), Buffer.concat([Buffer.from('not Electron'), wire, Buffer.from('end')]))
  writeFileSync(join(electron, 'version'), devDependencies.electron)
  const args = ['--dir', '--linux', '--x64', '--publish', 'never', '--config', 'build/electron-builder.mjs']
  const overrides = [`-c.electronDist=${electron}`, `-c.directories.output=${join(folder, 'release')}`]
  const cli = join(root, 'node_modules/electron-builder/cli.js')
  await promisify(execFile)(process.execPath, [cli, ...args, ...overrides], { cwd: root, maxBuffer: 16 << 20 })
  unpacked = join(folder, 'release/linux-unpacked')
  archive = filesIn(join(unpacked, 'resources/app.asar'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
  readonly size?: number
}

/** An asar begins with four lengths; the last is that of a JSON text, the file tree. */
function filesIn(path: string): Map<string, number> {
  const bytes = readFileSync(path)
  const tree = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Entry
  const found = new Map<string, number>()
  const walk = (entry: Entry, at: string) => {
    for (const [name, child] of Object.entries(entry.files ?? {})) {
      if (child.files) walk(child, `${at}${name}/`)
      else found.set(at + name, child.size ?? 0)
    }
  }
  walk(tree, '')
  return found
}

/** A PNG states its width in its header. */
function widthOf(png: Buffer): number {
  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  return png.readUInt32BE(16)
}

describe('the package', () => {
  it('holds the program', () => {
    for (const file of [
      'package.json',
      'out/main/index.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'out/renderer/third-party.txt',
      'node_modules/better-sqlite3/lib/index.js',
    ])
      expect(archive.has(file)).toBe(true)
  })

  it('holds nothing else: no sources, no tests, no other shell, no tool', () => {
    const tops = new Set([...archive.keys()].map((path) => path.split('/').slice(0, 2).join('/')))
    expect([...tops].toSorted((a, b) => a.localeCompare(b))).toEqual([
      'node_modules/better-sqlite3',
      'out/main',
      'out/preload',
      'out/renderer',
      'package.json',
    ])
    expect(
      [...archive.keys()].filter((path) =>
        /\.(ts|tsx|map|cc?|cpp|h|gyp)$|out\/main\/(browser|cli|checkout)/.test(path),
      ),
    ).toEqual([])
  })

  it('adds at most 8 MB to what is downloaded of Electron, and 16 MB to what is installed', () => {
    const native = join(unpacked, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node')
    const files = [readFileSync(join(unpacked, 'resources/app.asar')), readFileSync(native)]
    const megabytes = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0) / 1e6
    expect(megabytes(files.map((file) => gzipSync(file).length))).toBeLessThanOrEqual(8)
    expect(megabytes([...archive.values()])).toBeLessThanOrEqual(16)
  })

  it('holds every file that the program itself loads', () => {
    const loaded = new Set<string>()
    const follow = (path: string) => {
      if (loaded.has(path)) return
      loaded.add(path)
      const text = readFileSync(join(root, path), 'utf8')
      for (const [, to] of text.matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+\.js)["']/g))
        follow(posix.join(posix.dirname(path), to!))
    }
    for (const entry of ['out/main/index.js', 'out/main/worker.js']) follow(entry)
    const without = loaded.size
    expect(without).toBeGreaterThan(4)
    // The reader of letters and books, with the libraries for its formats.
    follow('out/main/reader.js')
    expect([...loaded].filter((path) => !archive.has(path))).toEqual([])
    const added = [...loaded].slice(without).reduce((sum, path) => sum + archive.get(path)!, 0) / 1e6
    expect(added).toBeLessThan(8)
  })

  it('has the native part of its own system only, outside the archive', () => {
    const natives = [...archive.keys()].filter((path) => path.endsWith('.node'))
    expect(natives).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node'])
    expect(readdirSync(join(unpacked, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds'))).toEqual([
      'linux-x64.node',
    ])
  })

  it('starts under the name of the program', () => {
    expect(existsSync(join(unpacked, 'sell-or-stay'))).toBe(true)
  })

  it('brings the licenses of all that it contains, each one that allows it', () => {
    const text = readFileSync(join(root, 'out/renderer/third-party.txt'), 'utf8')
    const packages = text.split(/\n={80}\n\n(?=\S+ \S+\nLicense: )/).slice(1)
    const names = packages.map((one) => one.split(' ')[0])
    for (const name of ['react', 'react-dom', '@mantine/core', 'recharts', 'zod', 'exceljs', 'docx', 'better-sqlite3'])
      expect(names).toContain(name)
    expect(names).toContain('@fontsource-variable/inter')
    // Build and test tools are not shipped.
    for (const name of ['vite', 'vitest', 'typescript', 'electron-builder', 'knip']) expect(names).not.toContain(name)
    const free =
      /^License: .*\b(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|OFL-1\.1|Unlicense)\b/m
    // Predates the license field: MIT/X11 in its README.
    const inWords = ['buffers']
    expect(packages.filter((one) => !free.test(one) && !inWords.some((name) => one.startsWith(`${name} `)))).toEqual([])
  })

  it('has its icons drawn from the drawing, in the sizes of each system', () => {
    const at = (name: string) => readFileSync(join(root, 'build/icons', name))
    const drawing = createHash('sha256').update(at('icon.svg').toString('utf8')).digest('hex')
    expect(at('drawn-from.txt').toString().trim()).toBe(drawing)
    const ico = at('icon.ico')
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, i) => ico[6 + 16 * i]! || 256)
    expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256])
    for (let i = 0; i < sizes.length; i++)
      expect(widthOf(ico.subarray(ico.readUInt32LE(6 + 16 * i + 12)))).toBe(sizes[i])
    const icns = at('icon.icns')
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length])
    const parts: number[] = []
    for (let from = 8; from < icns.length; from += icns.readUInt32BE(from + 4))
      parts.push(widthOf(icns.subarray(from + 8)))
    expect(new Set(parts)).toEqual(new Set([16, 32, 64, 128, 256, 512, 1024]))
    for (const size of [16, 48, 512]) expect(widthOf(at(`linux/${size}x${size}.png`))).toBe(size)
  })

  it('is told to install for one person, to open case files, and to leave the data', () => {
    expect(config.nsis).toMatchObject({ perMachine: false, oneClick: true, deleteAppDataOnUninstall: false })
    expect(readFileSync(join(root, config.nsis.include), 'utf8')).toContain('!macro customUnInstall')
    expect(config.fileAssociations.map(({ ext }) => `.${ext}`)).toEqual([CASE_FILE_ENDING])
    // Letters and books are offered beside the programs that they belong to, never taken from them.
    const script = readFileSync(join(root, config.nsis.include), 'utf8')
    for (const ending of DOCUMENT_ENDINGS) expect(script).toContain(`SupportedTypes" "${ending}" ""`)
    expect(script).not.toMatch(/Classes\\\./)
    expect(config.mac.fileAssociations).toMatchObject([
      { ext: DOCUMENT_ENDINGS.map((ending) => ending.slice(1)), role: 'Viewer', rank: 'Alternate' },
    ])
    expect(config.linux.mimeTypes).toHaveLength(DOCUMENT_ENDINGS.length)
    expect(config.mac).toMatchObject({ hardenedRuntime: true, target: [{ target: 'dmg', arch: ['x64', 'arm64'] }] })
    expect(readFileSync(join(root, config.mac.entitlements), 'utf8')).toContain('com.apple.security.cs.allow-jit')
    expect(config.linux.target.map(({ target }) => target)).toEqual(['AppImage', 'deb'])
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(join(unpacked, 'sell-or-stay'))
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
      FuseV1Options.WasmTrapHandlers,
    ]
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ]
    expect(on.map((fuse) => wire[fuse])).toEqual(on.map(() => FuseState.ENABLE))
    expect(on.length + off.length).toBe(9)
    expect(off.map((fuse) => wire[fuse])).toEqual(off.map(() => FuseState.DISABLE))
  })
})
