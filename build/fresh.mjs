// Builds the program if its sources have changed since the last build, so that a second start takes no time.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'out/.built') // written last, so that an interrupted build is redone
const sources = [
  'shared',
  'electron',
  'renderer',
  'CHANGELOG.md',
  'build/third-party.mjs',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]

/** A digest of every source's path and content. Modification times would change with every checkout. */
function digest() {
  const hash = createHash('sha256')
  for (const source of sources) {
    const path = join(root, source)
    if (!existsSync(path)) continue
    const files = /\.\w+$/.test(source)
      ? [path]
      : readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .toSorted()
    for (const file of files)
      hash
        .update(`${file.slice(root.length)}\0`)
        .update(readFileSync(file))
        .update('\0')
  }
  return hash.digest('hex')
}

/**
 * Builds if necessary. Prints to stderr only, because the command line prints JSON to stdout; the bundler's output is
 * shown only if it fails.
 * @param {{ force?: boolean }} [options] `force` builds regardless
 * @returns {boolean} whether `out/` now holds a build of these sources
 */
export function buildIfStale({ force = false } = {}) {
  const wanted = digest()
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true
  rmSync(stamp, { force: true })
  rmSync(join(root, 'out/compiled'), { recursive: true, force: true }) // compiled from the old code
  console.error('Building …')
  const bundler = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const build = spawnSync(process.execPath, [bundler, 'build', '--logLevel', 'warn'], { cwd: root, encoding: 'utf8' })
  if (build.status !== 0) {
    console.error(build.stdout + build.stderr)
    return false
  }
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stamp, wanted)
  return true
}
