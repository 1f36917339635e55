import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, request, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

import { serve } from '../../electron/browser/server'
import { Refused } from '../../electron/refused'
import { temporaryFolder } from '../support/folder'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** Pages of two files behind a server whose calls say what reached them. */
async function serverWithPages() {
  const above = temporaryFolder()
  const folder = join(above, 'pages')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(above, 'secret.txt'), 'secret')
  writeFileSync(
    join(folder, 'index.html'),
    '<meta property="csp-nonce" nonce="__NONCE__"><script src="/assets/a-1.js"></script>',
  )
  writeFileSync(join(folder, 'assets/a-1.js'), 'export const a = 1')
  const reached: string[] = []
  const running = await serve(0, folder, async (_sender, name, argument) => {
    reached.push(name)
    return { ok: true, value: argument }
  })
  onTestFinished(() => running.close())

  /** Plain HTTP: `fetch` would not let a test set these headers. */
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(running.origin)
      const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (part: string) => (text += part))
        answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, text }))
      })
      sent.on('error', reject).end(body)
    })
  const enter = async () => {
    const { headers } = await ask(running.invite().slice(running.origin.length))
    return headers['set-cookie']![0]!.split(';')[0]!
  }
  const post = (cookie: string, headers: Record<string, string> = {}, body = '{"a":1}', name = 'listCases') =>
    ask(
      `/api/${name}`,
      { cookie, origin: running.origin, 'content-type': 'application/json', ...headers },
      'POST',
      body,
    )
  return { ...running, ask, enter, post, reached }
}

describe('the address with its token', () => {
  it('lets one browser in, once', async () => {
    const { origin, invite, ask } = await serverWithPages()
    const path = invite().slice(origin.length)
    const first = await ask(path)
    expect(first).toMatchObject({ status: 303, headers: { location: '/' } })
    const [cookie] = first.headers['set-cookie']!
    expect(cookie).toMatch(/^sell-or-stay-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    const second = await ask(path)
    expect(second.status).toBe(403)
    expect(second.headers['set-cookie']).toBeUndefined()
    expect(second.text).toContain('has been used already')
    // Loaded again in the browser that was let in, it leads to the program.
    expect(await ask(path, { cookie: cookie!.split(';')[0]! })).toMatchObject({
      status: 303,
      headers: { location: '/' },
    })
  })

  it('leads to the page that it was made for, and to no other site', async () => {
    const { origin, invite, ask } = await serverWithPages()
    const report = await ask(invite('print.html').slice(origin.length))
    expect(report).toMatchObject({ status: 303, headers: { location: '/print.html' } })
    const elsewhere = await ask(invite('/elsewhere.example/').slice(origin.length))
    expect(elsewhere).toMatchObject({ status: 303, headers: { location: '/' } })
  })

  it('cannot be guessed, and without it there is nothing to see', async () => {
    const { ask, post, reached } = await serverWithPages()
    for (const path of ['/', '/index.html', '/assets/a-1.js', '/?token=', `/?token=${'A'.repeat(43)}`])
      expect((await ask(path)).status).toBe(403)
    for (const cookie of ['', 'sell-or-stay-1=x', `sell-or-stay-1=${'A'.repeat(43)}`])
      expect((await post(cookie)).status).toBe(403)
    expect(reached).toEqual([])
  })
})

describe('a page', () => {
  it('carries the policy with a nonce of its own', async () => {
    const { ask, enter } = await serverWithPages()
    const cookie = await enter()
    const nonces = new Set<string>()
    for (let i = 0; i < 3; i++) {
      const { status, text, headers } = await ask('/', { cookie })
      const nonce = /nonce="([\w+/=]{24})"/.exec(text)![1]!
      expect(status).toBe(200)
      expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`)
      expect(headers['content-security-policy']).not.toContain('unsafe')
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      })
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(3)
  })

  it('keeps assets for long, because their names change with what they hold', async () => {
    const { ask, enter } = await serverWithPages()
    expect(await ask('/assets/a-1.js', { cookie: await enter() })).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': expect.stringContaining('immutable'),
      },
      text: 'export const a = 1',
    })
  })

  it('lies in the folder of the pages and nowhere else', async () => {
    const { ask, enter } = await serverWithPages()
    const cookie = await enter()
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/..%5csecret.txt',
      '/%',
      '/%00',
      '/assets',
      '//secret.txt',
      '/nothing',
    ])
      expect([path, (await ask(path, { cookie })).status]).toEqual([path, 404])
  })
})

describe('a request of another site', () => {
  it('under a foreign name is refused (rebinding)', async () => {
    const { ask, enter, post, reached, origin } = await serverWithPages()
    const cookie = await enter()
    for (const host of ['example.org', 'localhost', `example.org:${new URL(origin).port}`, '127.0.0.1']) {
      expect((await ask('/', { cookie, host })).status).toBe(403)
      expect((await post(cookie, { host })).status).toBe(403)
    }
    expect(reached).toEqual([])
  })

  it('from a foreign page is refused', async () => {
    const { post, ask, enter, reached } = await serverWithPages()
    const cookie = await enter()
    const foreign: Record<string, string>[] = [
      { origin: 'https://example.org' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:1' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ]
    for (const headers of foreign) expect((await post(cookie, headers)).status).toBe(403)
    expect((await ask('/api/listCases', { cookie, 'content-type': 'application/json' }, 'POST', '{}')).status).toBe(403)
    expect((await ask('/assets/a-1.js', { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect(reached).toEqual([])
  })
})

describe('a call', () => {
  it('carries JSON both ways', async () => {
    const { enter, post } = await serverWithPages()
    const answer = await post(await enter(), { 'sec-fetch-site': 'same-origin' }, '{"text":"Ü"}')
    expect(answer).toMatchObject({ status: 200, text: '{"ok":true,"value":{"text":"Ü"}}' })
  })

  it('that is no JSON, of another type, or by another method does not reach the host', async () => {
    const { enter, post, ask, reached } = await serverWithPages()
    const cookie = await enter()
    expect((await post(cookie, {}, '{')).status).toBe(400)
    expect((await post(cookie, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await post(cookie, {}, '{}', 'a/b')).status).toBe(405)
    expect((await ask('/api/listCases', { cookie })).status).toBe(404)
    expect(reached).toEqual([])
  })

  it('that is larger than any case file is refused', async () => {
    const { enter, post, reached } = await serverWithPages()
    const answer = await post(await enter(), {}, `"${'x'.repeat(46_000_000)}"`).catch(() => ({ status: 413 }))
    expect(answer.status).toBe(413)
    expect(reached).toEqual([])
  })
})

describe('a port', () => {
  it('that is in use is said to be, with the next step', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    const failed = serve(port, '/', async () => ({ ok: true, value: null }))
    await expect(failed).rejects.toThrow(Refused)
    await expect(failed).rejects.toThrow(
      `Port ${port} is in use by another program. Choose another with --port N, or leave it out.`,
    )
  })
})
