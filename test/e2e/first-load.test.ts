// What the built pages load: nothing from elsewhere, and little before the start page is shown.
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

import { addressesOf, goTo } from '../support/pages'
import { sharedProgram } from '../support/program'

const program = sharedProgram()

test('no page asks anything of another host', { timeout: 120_000 }, async () => {
  const { page, call } = program()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('websocket', (socket) => asked.push(socket.url()))
  await page.reload()
  const created = await call('createCase', { sample: 'general-dentist' })
  if (!created.ok) throw new Error(created.error.message)
  const { origin } = new URL(page.url())
  for (const address of addressesOf(created.value.id)) {
    // Must be sequential.
    // oxlint-disable-next-line no-await-in-loop
    await goTo(page, address)
  }
  expect(asked.length).toBeGreaterThan(10)
  expect(asked.filter((url) => !url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url))).toEqual([])
})

test('the first page needs at most 300 kB, compressed', async () => {
  const { page } = program()
  await page.evaluate(() => (globalThis.location.hash = '#/'))
  const addresses = new Set<string>()
  page.on('response', (response) => addresses.add(response.url()))
  // The network is never idle: the window keeps a connection open for changes.
  await page.reload()
  await page.getByRole('button', { name: 'New case' }).waitFor()
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  const sent = [...addresses].filter((url) => url.startsWith('http') && !url.includes('/api/'))
  const files = await Promise.all(
    sent.map(async (url) => {
      const body = await (await page.request.get(url)).body()
      // Fonts are already compressed.
      return [url, url.endsWith('.woff2') ? body.length : gzipSync(body).length] as const
    }),
  )
  expect(files.some(([path]) => path.endsWith('.js'))).toBe(true)
  const total = files.reduce((sum, [, size]) => sum + size, 0)
  expect(total, files.map(([path, size]) => `${path} ${size}`).join('\n')).toBeLessThanOrEqual(300_000)
})
