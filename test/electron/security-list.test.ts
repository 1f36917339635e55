// What Electron's security checklist forbids, searched for in the sources; and that electron/security/README.md, which
// goes through that list, names existing modules and tests.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const host = join(root, 'electron')
const sources = readdirSync(host, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join(host, path), 'utf8') }))
const using = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)

it('switches off none of Chromium’s safeguards', () => {
  const forbidden =
    /webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|allowpopups|nodeIntegration\w*: true|appendSwitch\('no-sandbox/
  expect(using(forbidden)).toEqual([])
})

it('creates its windows with the one set of preferences', () => {
  expect(using(/new BrowserWindow\(/).toSorted()).toEqual(['desktop/print.ts', 'desktop/windows.ts'])
  for (const { text } of sources.filter(({ text }) => text.includes('new BrowserWindow(')))
    expect(text).toMatch(
      /webPreferences: (windowPreferences\(preloadPath\)|\{ \.\.\.windowPreferences\(preloadPath\),)/,
    )
})

it('hands an address to the system in one place', () => {
  expect(using(/openExternal/)).toEqual(['desktop/behind.ts'])
})

it('is gone through item by item, with modules and tests that exist', () => {
  const readme = readFileSync(join(host, 'security/README.md'), 'utf8')
  expect([...readme.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number))).toEqual(
    Array.from({ length: 20 }, (_, i) => i + 1),
  )
  const named = [...readme.matchAll(/`((?:\.\.\/|test\/|build\/)?[\w./-]+\.(?:ts|mjs|json))`/g)].map(
    ([, path]) => path!,
  )
  const places = (path: string) => [join(host, 'security', path), join(root, path)]
  expect(named.filter((path) => !places(path).some((place) => existsSync(place)))).toEqual([])
  const modules = readdirSync(join(host, 'security')).filter((name) => name.endsWith('.ts'))
  expect(modules.filter((name) => !named.includes(name))).toEqual([])
})
