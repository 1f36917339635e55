// Attacks on the browser shell by other programs on this machine and pages of other sites, in a real Chromium.
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'

import { temporaryFolder } from '../support/folder'
import { callFrom, entered, launchChromium, startServer } from '../support/program'

let browser: Browser
beforeAll(async () => {
  // A foreign name that resolves to this machine, as in DNS rebinding.
  browser = await launchChromium(['--host-resolver-rules=MAP foreign.test 127.0.0.1'])
})
afterAll(() => browser.close())

/** The program with an admitted window, and its origin. */
async function program(): Promise<{ page: Page; origin: string; address: string }> {
  const server = await startServer(['--data', temporaryFolder()])
  onTestFinished(() => server.end('SIGKILL'))
  const page = await (await browser.newContext()).newPage()
  await page.goto(server.address)
  await entered(page)
  await page.getByRole('button', { name: 'New case' }).first().waitFor()
  return { page, origin: new URL(server.address).origin, address: server.address }
}

/** Someone else's server on this machine, and what browsers send it. */
async function otherServer(): Promise<{ port: number; heard: IncomingHttpHeaders[] }> {
  const heard: IncomingHttpHeaders[] = []
  const server = createServer((request, response) => {
    heard.push(request.headers)
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Other</title><p>Other')
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, heard }
}

/** What a page can obtain from the program by every means a page has: the responses it could read. */
const asked = (page: Page, origin: string): Promise<string[]> =>
  page.evaluate(async (origin) => {
    const ways: (() => Promise<string>)[] = [
      async () => (await fetch(`${origin}/`, { credentials: 'include' })).text(),
      async () =>
        (
          await fetch(`${origin}/api/listCases`, {
            method: 'POST',
            credentials: 'include',
            headers: { 'content-type': 'application/json' },
            body: '{}',
          })
        ).text(),
      async () => (await fetch(`${origin}/api/listCases`, { method: 'POST', mode: 'no-cors', body: '{}' })).text(),
      async () => (await fetch(`${origin}/hello?tab=a&challenge=b`)).text(),
      () =>
        new Promise((resolve, reject) => {
          const script = document.createElement('script')
          script.src = `${origin}/theme.js`
          script.addEventListener('load', () => resolve('a script was loaded'))
          script.addEventListener('error', () => reject(new Error('refused')))
          document.body.append(script)
        }),
      () =>
        new Promise((resolve, reject) => {
          const frame = document.createElement('iframe')
          frame.src = `${origin}/`
          frame.addEventListener('load', () => {
            try {
              resolve(frame.contentDocument!.body.textContent)
            } catch (error) {
              reject(error as Error)
            }
          })
          document.body.append(frame)
        }),
    ]
    const answers = await Promise.allSettled(ways.map((way) => way()))
    return answers.flatMap((answer) => (answer.status === 'fulfilled' && answer.value !== '' ? [answer.value] : []))
  }, origin)

describe('a page of another server on this machine', () => {
  it('is sent the cookie, reads nothing of ours, and can do nothing with the cookie', async () => {
    const { page, origin } = await program()
    const { port, heard } = await otherServer()
    const foreign = await page.context().newPage()
    await foreign.goto(`http://127.0.0.1:${port}/`)
    await foreign.reload()
    expect(await asked(foreign, origin)).toEqual([])
    // Cookies ignore ports: this is how it is stolen.
    await foreign.evaluate(() => fetch('/'))
    const cookie = heard.map((headers) => headers.cookie).find((one) => one?.includes('sell-or-stay-'))
    expect(cookie).toBeDefined()
    // Outside a browser, nothing prevents forged headers.
    const stolen = { cookie: cookie!, origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
    for (const name of ['listCases', 'changes', 'invite', 'capabilities']) {
      const answer = await fetch(`${origin}/api/${name}`, { method: 'POST', headers: stolen, body: '{}' })
      expect([name, answer.status]).toEqual([name, 403])
    }
    expect(await callFrom(page, 'listCases', {})).toMatchObject({ ok: true })
  })
})

describe('a page of another site', () => {
  it('whose name points at this machine reads nothing (rebinding)', async () => {
    const { page, origin } = await program()
    const rebound = `http://foreign.test:${new URL(origin).port}`
    const foreign = await page.context().newPage()
    const answer = await foreign.goto(`${rebound}/`)
    expect(answer?.status()).toBe(403)
    const texts = await foreign.evaluate(async () => {
      const calls = ['/', '/api/listCases', '/hello?tab=a&challenge=b']
      const answers = calls.map(
        async (path) => (await fetch(path, path.startsWith('/api') ? { method: 'POST', body: '{}' } : {})).status,
      )
      return Promise.all(answers)
    })
    expect(texts).toEqual([403, 403, 403])
  })

  it('does not guess its way in, nor uses an address that was used', async () => {
    const { page, origin, address } = await program()
    const { port } = await otherServer()
    const foreign = await (await browser.newContext()).newPage()
    await foreign.goto(`http://foreign.test:${port}/`)
    expect(await asked(foreign, origin)).toEqual([])
    for (const path of [address, `${origin}/?token=guess`]) {
      await foreign.evaluate((url) => globalThis.location.assign(url), path)
      await foreign.getByText('This address has been used already').waitFor()
    }
    expect(await callFrom(page, 'listCases', {})).toMatchObject({ ok: true })
  })
})

describe.skipIf(process.platform !== 'linux')('the command line of a browser that is started', () => {
  it('names a file that only this person can read, and no token; the file lets the browser in', async () => {
    const folder = temporaryFolder()
    // Everything the program starts is recorded: a browser, or the system's default opener.
    const notes = join(folder, 'started')
    for (const name of ['browser', 'xdg-open']) {
      writeFileSync(
        join(folder, name),
        `#!/bin/sh\nprintf '%s\\n' "$@" > '${notes}.part'\nmv '${notes}.part' '${notes}'\n`,
      )
      chmodSync(join(folder, name), 0o755)
    }
    const data = join(folder, 'data')
    const found = { CHROME_PATH: join(folder, 'browser'), PATH: `${folder}:${process.env['PATH']}` }
    const server = await startServer(['--data', data], { DISPLAY: ':99', ...found }, true)
    onTestFinished(() => server.end('SIGKILL'))
    await expect.poll(() => existsSync(notes)).toBe(true)
    const started = readFileSync(notes, 'utf8')
    expect(started).not.toMatch(/token|127\.0\.0\.1:(?!9\n)/)
    const door = /file:\/\/\S+/.exec(started)![0]
    expect(fileURLToPath(door)).toBe(join(data, 'open.html'))
    const page = await (await browser.newContext()).newPage()
    await page.goto(door)
    await page.getByRole('button', { name: 'New case' }).first().waitFor()
    expect(new URL(page.url()).search).toBe('')
    await page.reload()
    await page.getByRole('button', { name: 'New case' }).first().waitFor()
    expect(await callFrom(page, 'listCases', {})).toMatchObject({ ok: true })
  })
})
