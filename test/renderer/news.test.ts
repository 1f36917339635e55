import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

import { releasesIn, since } from '../../renderer/state/news'

const changelog = `# What's new

## 0.3.0 (not released yet)

- One thing
  in two lines.
- Another thing.

## 0.2.0 (May 2, 2027)

- An older thing.

## 0.1.0 (March 1, 2027)

- The first.
`
const releases = releasesIn(changelog)

it('reads versions with what is new in each', () => {
  expect(releases.map(({ version, when }) => [version, when])).toEqual([
    ['0.3.0', 'not released yet'],
    ['0.2.0', 'May 2, 2027'],
    ['0.1.0', 'March 1, 2027'],
  ])
  expect(releases[0]!.news).toEqual(['One thing in two lines.', 'Another thing.'])
})

it('tells what came since a version, and of an unknown one the newest alone', () => {
  expect(since(releases, '0.1.0').map(({ version }) => version)).toEqual(['0.3.0', '0.2.0'])
  expect(since(releases, '0.3.0')).toEqual([])
  for (const seen of [null, '0.0.9']) expect(since(releases, seen).map(({ version }) => version)).toEqual(['0.3.0'])
})

it('has news of the version that is built', () => {
  const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')
  const { version } = JSON.parse(read('package.json')) as { version: string }
  const [newest] = releasesIn(read('CHANGELOG.md'))
  expect(newest?.version).toBe(version)
  expect(newest?.news.length).toBeGreaterThan(0)
})
