// What the README files claim of the tree: files, folders, scripts and commands that exist.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const LAYERS = ['shared', 'electron', 'renderer', 'build', 'test', '.github']

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
    join(folder, path).replaceAll('\\', '/'),
  )
const files = LAYERS.flatMap(filesBelow)
const documents = readdirSync(root)
  .filter((name) => name.endsWith('.md'))
  .concat(files.filter((path) => path.endsWith('.md') && !path.startsWith('test/fixtures/')))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Files and folders that a document names in code spans: `use-field.ts`, `charts/`, not patterns or addresses. */
const named = (text: string): string[] =>
  [...text.matchAll(/`([\w./-]+)`/g)]
    .map(([, path]) => path!)
    .filter((path) => /^[a-z][\w./-]*(?:\.(?:tsx?|mjs|css|yml|svg|md)|\/)$/i.test(path) && !/NNNN|PATH|NAME/.test(path))

/** Whether a path exists from the root, or anywhere below the document's own folder. */
const isThere = (path: string, document: string): boolean => {
  const place = dirname(document)
  const bare = path.replace(/\/$/, '')
  return (
    existsSync(join(root, bare)) ||
    files.some((file) => (place === '.' || file.startsWith(`${place}/`)) && file.endsWith(`/${bare}`))
  )
}

/** Folders that the program or its scripts create. */
const MADE = new Set(['out/', 'release/', 'set-aside/'])

describe('the documents', () => {
  it.each(documents)('%s names files that exist', (document) => {
    const missing = named(read(document)).filter((path) => !MADE.has(path) && !isThere(path, document))
    expect(missing).toEqual([])
  })

  it('name scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const used = documents.flatMap((document) =>
      [...read(document).matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)].map(([, script]) => script!),
    )
    expect(used.length).toBeGreaterThan(10)
    expect(used.filter((script) => !Object.hasOwn(scripts, script))).toEqual([])
  })
})

it('README.md lists the commands of the command line', () => {
  const listed = [...read('README.md').matchAll(/cli -- (\w+)/g)].map(([, command]) => command!)
  const help = /Sell or Stay: compares[^`]*/.exec(read('electron/cli/main.ts'))![0]
  const offered = [...help.matchAll(/^ {2}([a-z]+) /gm)].map(([, command]) => command!)
  expect(new Set(listed)).toEqual(new Set(offered))
})

it('the table of the method names every file', () => {
  const text = read('shared/model/README.md')
  const unnamed = filesBelow('shared/model')
    .filter((path) => path.endsWith('.ts') && !path.endsWith('/index.ts'))
    .filter((path) => !text.includes(`${relative(dirname(path), path)}\``))
  expect(unnamed).toEqual([])
})
