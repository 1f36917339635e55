// What package.json and the lock file must ensure, so that a clean clone installs the same everywhere.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

describe('the packages', () => {
  it('are at exact versions', () => {
    for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it('go into the program by being bundled, but for the one with a native part', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3'])
  })

  it('name no registry in the lock file, so that any can serve them', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved"|https?:\/\/[^"]*registry/)
  })

  it('agree on one version of Mantine, whose parts want each other exactly', () => {
    const versions = Object.entries(manifest.devDependencies).filter(([name]) => name.startsWith('@mantine/'))
    expect(new Set(versions.map(([, version]) => version)).size).toBe(1)
  })
})

describe('every script', () => {
  const scripts = Object.keys(manifest.scripts).filter((name) => !name.startsWith('pre'))
  it.each(scripts)('%s installs what is missing in a shell of its own first', (name) => {
    expect(manifest.scripts[`pre${name}`]).toBe('node build/setup.mjs')
  })
})
