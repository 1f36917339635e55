import { afterEach, expect, it, vi } from 'vitest'

import { findBrowser, findPrinter } from '../../electron/browser/find-browser'

afterEach(() => vi.unstubAllEnvs())

it('prints with the headless shell where one is installed, unless another browser was chosen', async () => {
  vi.stubEnv('CHROME_PATH', '')
  expect(await findPrinter((path) => path === '/usr/bin/chromium-headless-shell')).toBe(
    '/usr/bin/chromium-headless-shell',
  )
  expect(await findPrinter(() => false)).toBe(await findBrowser())
  vi.stubEnv('CHROME_PATH', '/opt/a-browser')
  expect(await findPrinter(() => true)).toBe(await findBrowser())
})
