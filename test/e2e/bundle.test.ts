// What the built program loads at run time. Outside Electron, importing `electron` would download it, and a sandboxed
// preload can require nothing else.
import { existsSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vite'
import { expect, it } from 'vitest'

const out = fileURLToPath(new URL('../../out', import.meta.url))

/** Packages imported or required by a built file and all files it reaches. */
function packages(file: string, seen = new Set<string>(), found = new Set<string>()): Set<string> {
  if (seen.has(file)) return found
  seen.add(file)
  for (const name of specifiers(parseAst(readFileSync(file, 'utf8')))) {
    if (name.startsWith('.')) {
      const path = join(dirname(file), name)
      if (existsSync(path)) packages(path, seen, found)
    } else if (!isBuiltin(name)) found.add(name)
  }
  return found
}

interface Node {
  type?: string
  source?: Node
  callee?: Node
  arguments?: Node[]
  name?: string
  value?: unknown
}

function specifiers(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  if (Array.isArray(node)) return node.flatMap(specifiers)
  const { type, source, callee, arguments: args } = node as Node
  const named = type === 'CallExpression' && callee?.name === 'require' ? args?.[0] : source
  const own = named?.type === 'Literal' && typeof named.value === 'string' ? [named.value] : []
  return [...own, ...Object.values(node).flatMap(specifiers)]
}

const native = 'better-sqlite3'

it.each([
  ['main/browser.js', [native]],
  ['main/cli.js', [native]],
  ['main/index.js', [native, 'electron']],
  // pdf.js looks for a canvas to draw on, but reads text without one.
  ['main/reader.js', ['@napi-rs/canvas']],
  ['preload/preload.cjs', ['electron']],
])('%s needs no package but %j', (file, allowed) => {
  expect(allowed).toEqual(expect.arrayContaining([...packages(join(out, file))]))
})

/** A built file and all that it imports before it runs, with their sizes in bytes. */
function loadedWith(file: string, found = new Map<string, number>()): Map<string, number> {
  if (found.has(file)) return found
  const text = readFileSync(file, 'utf8')
  found.set(file, Buffer.byteLength(text))
  for (const { source } of parseAst(text).body as Node[]) {
    if (typeof source?.value !== 'string') continue
    if (source.value.startsWith('.')) loadedWith(join(dirname(file), source.value), found)
    else if (!isBuiltin(source.value)) found.set(source.value, 0)
  }
  return found
}

it('opens its first window before the database and the schemas of a case are loaded', () => {
  const entry = join(out, 'main/index.js')
  const [program] = /chunks\/program-[^"'`]+/.exec(readFileSync(entry, 'utf8'))!
  const loaded = loadedWith(join(out, 'main', program), loadedWith(entry))
  expect([...loaded.keys()].filter((name) => !name.startsWith(out))).toEqual(['electron'])
  const total = [...loaded.values()].reduce((sum, size) => sum + size, 0)
  expect(total, [...loaded].map(([name, size]) => `${name} ${size}`).join('\n')).toBeLessThanOrEqual(150_000)
})
