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
