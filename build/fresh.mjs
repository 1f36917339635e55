// Builds the program if its sources have changed since the last build, so that a second start takes no time.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
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

/** Every source file, in a fixed order. */
const files = () =>
  sources.flatMap((source) => {
    const path = join(root, source)
    if (!existsSync(path)) return []
    if (/\.\w+$/.test(source)) return [path]
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
  })

/**
 * A digest of every source's path and state on disk. Nothing is read, and every write changes it: a program can set the
 * time of modification, but not that of the last change (ctime).
 * @param {readonly string[]} paths
 */
function stateOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    const { ctimeNs, mtimeNs, size, ino } = statSync(path, { bigint: true })
    hash.update(`${path}\0${ctimeNs} ${mtimeNs} ${size} ${ino}\0`)
  }
  return hash.digest('hex')
}

/**
 * A digest of every source's path and content, which a checkout that changes only times leaves as it is.
 * @param {readonly string[]} paths
 */
function contentOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths)
    hash
      .update(`${path.slice(root.length)}\0`)
      .update(readFileSync(path))
      .update('\0')
  return hash.digest('hex')
}

/**
 * Builds if necessary. Prints to stderr only, because the command line prints JSON to stdout; the bundler's output is
 * shown only if it fails.
 * @param {{ force?: boolean }} [options] `force` builds regardless
 * @returns {boolean} whether `out/` now holds a build of these sources
 */
export function buildIfStale({ force = false } = {}) {
  const paths = files()
  // Before the content: what is written in between is then read again at the next start.
  const state = stateOf(paths)
  const [builtContent, builtState] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split('\n') : []
  if (!force && builtState === state) return true
  const content = contentOf(paths)
  if (!force && builtContent === content) {
    try {
      writeFileSync(stamp, `${content}\n${state}`)
    } catch {
      // Whoever may not write here reads the sources at every start.
    }
    return true
  }
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
  writeFileSync(stamp, `${content}\n${state}`)
  return true
}
