import { mkdirSync, writeFileSync } from 'node:fs'
import { createHmac } from 'node:crypto'
import { createServer, request, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { serve } from '../../electron/browser/server'
import { KEY_HEADER, sessionsFor } from '../../electron/browser/session'
import { changesOf } from '../../electron/ipc/changes'
import { Refused } from '../../electron/refused'
import { temporaryFolder } from '../support/folder'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** Pages of two files behind a server that records the calls it receives. */
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
  writeFileSync(join(folder, 'enter.html'), '<meta name="tab-key" content="__TAB_KEY__">')
  const reached: string[] = []
  const changes = changesOf()
  const going: string[] = []
  const running = await serve([0], {
    pages: folder,
    dispatch: async (_sender, name, argument) => {
      reached.push(name)
      return { ok: true, value: argument }
    },
    changes,
    secret: () => Buffer.alloc(32, 7),
    asked: () => undefined,
    busy: () => {
      going.push('begun')
      return () => going.push('ended')
    },
  })
  onTestFinished(() => running.close())

  /** Plain HTTP: `fetch` would not allow these headers. */
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
  const enter = async (): Promise<Entered> => {
    const { headers, text } = await ask(running.invite().slice(running.origin.length))
    return { cookie: headers['set-cookie']![0]!.split(';')[0]!, [KEY_HEADER]: /content="([^"]+)"/.exec(text)![1]! }
  }
  const post = (entered: Entered, headers: Record<string, string> = {}, body = '{"a":1}', name = 'listCases') =>
    ask(
      `/api/${name}`,
      { ...entered, origin: running.origin, 'content-type': 'application/json', ...headers },
      'POST',
      body,
    )
  return { ...running, ask, enter, post, reached, changes, going }
}

/** The two secrets of a tab, as its requests carry them. */
interface Entered extends Record<string, string> {
  readonly cookie: string
  readonly [KEY_HEADER]: string
}

describe('the address with its token', () => {
  it('lets one browser in, once, and gives its tab a key', async () => {
    const { origin, invite, ask } = await serverWithPages()
    const path = invite().slice(origin.length)
    const first = await ask(path)
    expect(first.status).toBe(200)
    const [cookie] = first.headers['set-cookie']!
    expect(cookie).toMatch(/^sell-or-stay-\d+=[\w-]{22}\.[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect(first.text).toMatch(/content="[\w-]{22}\.[\w-]{43}"/)
    expect(first.headers['cache-control']).toBe('no-store')
    const second = await ask(path)
    expect(second.status).toBe(403)
    expect(second.headers['set-cookie']).toBeUndefined()
    expect(second.text).toContain('has been used already')
    // Loaded again in the admitted browser, it leads to the program.
    expect(await ask(path, { cookie: cookie!.split(';')[0]! })).toMatchObject({
      status: 303,
      headers: { location: '/' },
    })
  })

  it('may be opened from a file, and nothing else may', async () => {
    const { origin, invite, ask } = await serverWithPages()
    const opened = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    expect((await ask('/', opened)).status).toBe(403)
    const path = invite().slice(origin.length)
    expect((await ask(path, { ...opened, 'sec-fetch-dest': 'iframe' })).status).toBe(403)
    expect((await ask(path, { ...opened, host: 'example.org' })).status).toBe(403)
    expect((await ask(path, opened)).status).toBe(200)
  })

  it('cannot be guessed, and without it there is nothing to see', async () => {
    const { ask, post, reached } = await serverWithPages()
    for (const path of ['/', '/index.html', '/assets/a-1.js', '/?token=', `/?token=${'A'.repeat(43)}`])
      expect((await ask(path)).status).toBe(403)
    for (const cookie of ['', 'sell-or-stay-1=x', `sell-or-stay-1=${'A'.repeat(43)}`])
      expect((await post({ cookie, [KEY_HEADER]: '' })).status).toBe(403)
    expect(reached).toEqual([])
  })
})

describe('sessions', () => {
  const secret = Buffer.alloc(32, 1)

  it('end a token after a minute', () => {
    let now = 0
    const sessions = sessionsFor(secret, 1, () => now)
    const [early, late] = [sessions.invite(), sessions.invite()]
    now = 59_999
    expect(sessions.enter(early)).toBeDefined()
    now = 60_000
    expect(sessions.enter(late)).toBeUndefined()
  })

  it('void what is out after twenty wrong tokens, and invite anew', () => {
    const sessions = sessionsFor(secret, 1)
    const token = sessions.invite()
    for (let i = 0; i < 19; i++) sessions.enter('wrong')
    expect(sessions.enter(token)).toBeDefined()
    const another = sessions.invite()
    for (let i = 0; i < 20; i++) sessions.enter('wrong')
    expect(sessions.enter(another)).toBeUndefined()
    expect(sessions.enter(sessions.invite())).toBeDefined()
  })

  it('know their secrets after a restart with the same secret, and those of no other', () => {
    const { cookie, key } = sessionsFor(secret, 1).admit()
    const cookies = `other=1; ${cookie.name}=${cookie.value}`
    expect(sessionsFor(secret, 1).admits(cookies, key)).toBe(true)
    expect(sessionsFor(Buffer.alloc(32, 2), 1).admits(cookies, key)).toBe(false)
    expect(sessionsFor(secret, 2).admits(cookies, key)).toBe(false)
    expect(sessionsFor(secret, 1).admits(cookies, cookie.value)).toBe(false)
    expect(sessionsFor(secret, 1).admits(`${cookie.name}=${key}`, key)).toBe(false)
  })
})

describe('a page', () => {
  it('carries the policy with a nonce of its own', async () => {
    const { ask, enter } = await serverWithPages()
    const entered = await enter()
    const nonces = new Set<string>()
    for (let i = 0; i < 3; i++) {
      const { status, text, headers } = await ask('/', entered)
      const nonce = /nonce="([\w+/=]{24})"/.exec(text)![1]!
      expect(status).toBe(200)
      expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`)
      expect(headers['content-security-policy']).not.toMatch(/'unsafe-/)
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
    expect(await ask('/assets/a-1.js', await enter())).toMatchObject({
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
    const entered = await enter()
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
      expect([path, (await ask(path, entered)).status]).toEqual([path, 404])
  })
})

describe('a request of another site', () => {
  it('under a foreign name is refused (rebinding)', async () => {
    const { ask, enter, post, reached, origin } = await serverWithPages()
    const entered = await enter()
    for (const host of ['example.org', 'localhost', `example.org:${new URL(origin).port}`, '127.0.0.1']) {
      expect((await ask('/', { ...entered, host })).status).toBe(403)
      expect((await post(entered, { host })).status).toBe(403)
    }
    expect(reached).toEqual([])
  })

  it('from a foreign page is refused', async () => {
    const { post, ask, enter, reached } = await serverWithPages()
    const entered = await enter()
    const foreign: Record<string, string>[] = [
      { origin: 'https://example.org' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:1' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ]
    for (const headers of foreign) expect((await post(entered, headers)).status).toBe(403)
    expect((await ask('/api/listCases', { ...entered, 'content-type': 'application/json' }, 'POST', '{}')).status).toBe(
      403,
    )
    expect((await ask('/assets/a-1.js', { ...entered, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect(reached).toEqual([])
  })
})

describe('a call', () => {
  it('needs both secrets: the cookie that every server on this machine is sent is not enough', async () => {
    const { enter, post, ask, reached, origin } = await serverWithPages()
    const { cookie, [KEY_HEADER]: key } = await enter()
    const headers = { origin, 'content-type': 'application/json' }
    const halves: Record<string, string>[] = [
      { cookie },
      { [KEY_HEADER]: key },
      { cookie, [KEY_HEADER]: cookie.split('=')[1]! },
    ]
    for (const stolen of halves) {
      const { status, text } = await ask('/api/listCases', { ...headers, ...stolen }, 'POST', '{}')
      expect([status, JSON.parse(text).error.code]).toEqual([403, 'unavailable'])
      expect((await ask('/api/changes', { ...headers, ...stolen }, 'POST', '{}')).status).toBe(403)
      expect((await ask('/api/invite', { ...headers, ...stolen }, 'POST', '{}')).status).toBe(403)
    }
    expect(reached).toEqual([])
    expect((await post({ cookie, [KEY_HEADER]: key })).status).toBe(200)
  })

  it('of a tab that is unsure is preceded by a proof that says nothing', async () => {
    const { enter, ask } = await serverWithPages()
    const [tab, secret] = (await enter())[KEY_HEADER].split('.')
    const { status, text } = await ask(`/hello?tab=${tab}&challenge=abc`)
    const proof = createHmac('sha256', secret!).update('abc').digest('base64url')
    expect({ status, text }).toEqual({ status: 200, text: JSON.stringify({ proof }) })
  })

  it('by an invited tab gets a token for another', async () => {
    const { enter, post, ask } = await serverWithPages()
    const { value } = JSON.parse((await post(await enter(), {}, '{}', 'invite')).text)
    expect((await ask(`/?token=${value.token}`)).status).toBe(200)
  })

  it('carries JSON both ways', async () => {
    const { enter, post } = await serverWithPages()
    const answer = await post(await enter(), { 'sec-fetch-site': 'same-origin' }, '{"text":"Ü"}')
    expect(answer).toMatchObject({ status: 200, text: '{"ok":true,"value":{"text":"Ü"}}' })
  })

  it('that is no JSON, of another type, or by another method does not reach the host', async () => {
    const { enter, post, ask, reached } = await serverWithPages()
    const entered = await enter()
    expect((await post(entered, {}, '{')).status).toBe(400)
    expect((await post(entered, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await post(entered, {}, '{}', 'a/b')).status).toBe(405)
    expect((await ask('/api/listCases', entered)).status).toBe(405)
    expect(reached).toEqual([])
  })

  it('that is larger than any case file is refused', async () => {
    const { enter, post, reached } = await serverWithPages()
    const answer = await post(await enter(), {}, `"${'x'.repeat(46_000_000)}"`).catch(() => ({ status: 413 }))
    expect(answer.status).toBe(413)
    expect(reached).toEqual([])
  })
})

describe('changes', () => {
  it('are told, a line each, for as long as the window listens', async () => {
    const { enter, origin, changes, going } = await serverWithPages()
    const stop = new AbortController()
    const response = await fetch(`${origin}/api/changes`, {
      method: 'POST',
      headers: { ...(await enter()), origin },
      signal: stop.signal,
    })
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader.read()).value).toBe('\n')
    changes.tell({ kind: 'stored', id: 'x', revision: 3 })
    expect((await reader.read()).value).toBe('{"kind":"stored","id":"x","revision":3}\n')
    expect(going).toEqual(['begun'])
    stop.abort()
    await vi.waitFor(() => expect(going).toEqual(['begun', 'ended']))
  })
})

describe('a port', () => {
  it('that is taken is passed over for the next', async () => {
    const { origin } = await serverWithPages()
    const served = {
      pages: '/',
      changes: changesOf(),
      secret: () => Buffer.alloc(32),
      asked: () => undefined,
      busy: () => () => undefined,
    }
    const dispatch = async () => ({ ok: true, value: null }) as const
    const running = await serve([Number(new URL(origin).port), 0], { ...served, dispatch })
    onTestFinished(() => running.close())
    expect(running.origin).not.toBe(origin)
  })

  it('that is in use is said to be, with the next step', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    const failed = serve([port], {
      pages: '/',
      dispatch: async () => ({ ok: true, value: null }),
      changes: changesOf(),
      secret: () => Buffer.alloc(32),
      asked: () => undefined,
      busy: () => () => undefined,
    })
    await expect(failed).rejects.toThrow(Refused)
    await expect(failed).rejects.toThrow(
      `Port ${port} is in use by another program. Choose another with --port N, or leave it out.`,
    )
  })
})
