import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder that contains package.json and `out/`: the checkout or the packaged application. The bundler moves code
 * between files at different depths, so we search upward.
 */
export const programRoot = find(import.meta.dirname)

const described = JSON.parse(readFileSync(join(programRoot, 'package.json'), 'utf8')) as {
  version: string
  homepage?: string
}

export const { version } = described

/**
 * Where newer versions are published. A release build writes the address into package.json; other copies have none, so
 * that no one is sent to a page that is not the publisher's.
 */
export const releasesOf = (homepage: string | undefined): string | undefined =>
  homepage?.startsWith('https://') ? homepage : undefined
export const releases = releasesOf(described.homepage)

/** The built pages: the only folder from which the renderer is served. */
export const rendererFolder = join(programRoot, 'out', 'renderer')

function find(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('package.json of the program is missing.')
  return find(parent)
}
