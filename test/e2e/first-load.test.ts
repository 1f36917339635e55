// What the built pages load: nothing from elsewhere, and little before the start page is shown.
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
  const [home] = /^\w+:\/\/[^/]+\//.exec(page.url())!
  for (const address of addressesOf(created.value.id)) {
    // Must be sequential.
    // oxlint-disable-next-line no-await-in-loop
    await goTo(page, address)
  }
  expect(asked.length).toBeGreaterThan(10)
  expect(asked.filter((url) => !url.startsWith(home!) && !/^(data|blob):/.test(url))).toEqual([])
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
  const sent = [...addresses].filter((url) => !/^(data|blob):/.test(url) && !url.includes('/api/'))
  // The page itself asks: in the desktop program nobody else gets an answer.
  const files = await page.evaluate(
    (urls) =>
      Promise.all(
        urls.map(async (url) => {
          const { body } = await fetch(url)
          // Fonts are already compressed.
          const packed = url.endsWith('.woff2') ? body! : body!.pipeThrough(new CompressionStream('gzip'))
          return [url, (await new Response(packed).arrayBuffer()).byteLength] as const
        }),
      ),
    sent,
  )
  expect(files.some(([path]) => path.endsWith('.js'))).toBe(true)
  const total = files.reduce((sum, [, size]) => sum + size, 0)
  expect(total, files.map(([path, size]) => `${path} ${size}`).join('\n')).toBeLessThanOrEqual(300_000)
})

test('the pictures of the samples come later, and move nothing', async () => {
  const { page } = program()
  await page.evaluate(() => (globalThis.location.hash = '#/'))
  await page.reload()
  const places = () =>
    page.getByRole('button', { name: /Open this sample/ }).evaluateAll((all) =>
      all.map((button) => {
        const { top, left } = button.getBoundingClientRect()
        return [top, left]
      }),
    )
  await page.getByRole('button', { name: 'New case' }).waitFor()
  const pictures = page.getByRole('img', { name: /^Wealth by path at age 95, expected, in today’s dollars: Keep/ })
  const before = await places()
  await expect.poll(() => pictures.count(), { timeout: 30_000 }).toBe(before.length)
  expect(await places()).toEqual(before)
})
