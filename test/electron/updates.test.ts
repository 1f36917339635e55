// Looking for a newer version: by the user's own action, in their own browser, at an address that no page can choose.
import { expect, it } from 'vitest'

import { handlersFor } from '../../electron/ipc/handlers'
import { registryOf } from '../../electron/ipc/registry'
import { releasesOf } from '../../electron/root'

const releases = 'https://example.org/releases'

function program(given: { releases?: string; browser: boolean }) {
  const opened: string[] = []
  const shell = {
    kind: 'desktop',
    printer: async () => undefined,
    ...(given.browser && { openInBrowser: async (address: string) => void opened.push(address) }),
  } as const
  const handlers = handlersFor({
    keeper: {},
    jobs: {},
    shell,
    folder: '/data',
    version: '1.0.0',
    releases: given.releases,
    now: () => new Date(),
  } as never)
  const dispatch = registryOf(handlers, () => undefined)
  return { opened, call: (name: string, argument: object) => dispatch({ trusted: true }, name, argument) }
}

it('opens the address of the build when the person asks for it, and not before', async () => {
  const { call, opened } = program({ releases, browser: true })
  expect(await call('capabilities', {})).toMatchObject({ value: { releases } })
  expect(opened).toEqual([])
  expect(await call('openReleases', {})).toEqual({ ok: true, value: null })
  expect(opened).toEqual([releases])
})

it('opens no address that a page names', async () => {
  const { call, opened } = program({ releases, browser: true })
  expect(await call('openReleases', { address: 'https://elsewhere.example' })).toMatchObject({ ok: false })
  expect(opened).toEqual([])
})

it('opens nothing where the build names no address, or the page is in a browser already', async () => {
  for (const given of [{ browser: true }, { releases, browser: false }])
    expect(await program(given).call('openReleases', {})).toMatchObject({ ok: false, error: { code: 'unavailable' } })
})

it('takes an address from the build only if it is https', () => {
  expect(releasesOf(releases)).toBe(releases)
  for (const address of [undefined, '', 'http://example.org', 'file:///etc/passwd', 'javascript:alert(1)'])
    expect(releasesOf(address)).toBeUndefined()
})
