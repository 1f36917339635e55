// The order of the folders inside shared/: no import cycles between files, and a folder uses only those before it.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const shared = fileURLToPath(new URL('../shared', import.meta.url))

/** Each file below a folder with the files of the same folder that it imports, types included. */
function importsIn(root: string): Map<string, string[]> {
  const name = (path: string) => relative(root, path).replaceAll('\\', '/')
  const target = (from: string, specifier: string) => {
    const base = resolve(dirname(from), specifier)
    return [`${base}.ts`, join(base, 'index.ts')].find((path) => existsSync(path) && statSync(path).isFile())
  }
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(root, path))
  return new Map(
    files.map((file) => {
      const specifiers = [...readFileSync(file, 'utf8').matchAll(/(?:from|import) '(\.[^']*)'/g)].map(([, to]) => to!)
      return [name(file), specifiers.flatMap((to) => target(file, to) ?? []).map(name)]
    }),
  )
}

/** Cycles of files: groups in which every file depends on every other (Tarjan's strongly connected components). */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  const visit = (file: string) => {
    index.set(file, index.size)
    low.set(file, index.get(file)!)
    stack.push(file)
    for (const next of graph.get(file) ?? []) {
      if (!index.has(next)) visit(next)
      if (stack.includes(next)) low.set(file, Math.min(low.get(file)!, low.get(next)!))
    }
    if (low.get(file) !== index.get(file)) return
    const group = stack.splice(stack.indexOf(file))
    if (group.length > 1) found.push(group)
  }
  for (const file of graph.keys()) if (!index.has(file)) visit(file)
  return found
}

describe('shared/', () => {
  it('has no circle of files', () => {
    const graph = importsIn(shared)
    expect(graph.size).toBeGreaterThan(150)
    expect(circles(graph)).toEqual([])
  })

  it('would notice one', () => {
    expect(
      circles(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['a']],
          ['d', ['a']],
        ]),
      ),
    ).toEqual([['a', 'b', 'c']])
  })
})

describe('the method', () => {
  const folders = ['plan', 'household', 'practice', 'deal', 'paths']
  it.each(folders)('in %s uses only the folders before it', (folder) => {
    const order = folders.slice(0, folders.indexOf(folder) + 1)
    const wrong = [...importsIn(join(shared, 'model'))].flatMap(([file, needed]) =>
      file.startsWith(`${folder}/`)
        ? needed
            .filter((other) => !other.startsWith('..') && !order.includes(other.split('/')[0]!))
            .map((other) => `${file} → ${other}`)
        : [],
    )
    expect(wrong).toEqual([])
  })
})
