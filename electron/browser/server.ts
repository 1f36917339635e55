import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Envelope } from '../../shared/host'
import type { Changes } from '../ipc/changes'
import type { Dispatch } from '../ipc/registry'
import { ENTRY_PAGE, pageAt, sentencePage, type Page } from '../pages'
import { Refused, reasonOf } from '../refused'
import { foreignRequest } from '../security/loopback'
import { KEY_HEADER, sessionsFor, type Entry, type Sessions } from './session'

export interface Running {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  /** An address that admits one browser, once, within a minute. */
  invite(): string
  /** The secrets for a browser we start ourselves. */
  admit(): Entry
  close(): Promise<void>
}

export interface Served {
  /** The folder of the built pages. */
  readonly pages: string
  readonly dispatch: Dispatch
  /** Changes that the open windows are told about. */
  readonly changes: Changes
  /** Returns the session secret once the port is known. */
  readonly secret: (port: number) => Buffer
  /** Told of each request. */
  readonly asked: () => void
  /** Called when a window opens or a call begins; the function it returns is called at the end. */
  readonly busy: () => () => void
}

// A static import would load the whole module with its WebSocket and fetch: a tenth of the startup time.
const { createServer } = process.getBuiltinModule('node:http')

/** More than the largest case file with its quotes escaped. */
const MOST_BYTES = 45_000_000

/**
 * Serves pages and calls on this machine only.
 * @param port 0 for any free one; of several, the first available @throws
 * Refused if none is available
 */
export async function serve(ports: readonly number[], served: Served): Promise<Running> {
  const server = createServer()
  await listenOn(server, ports)
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const sessions = sessionsFor(served.secret(port), port)
  server.on('request', (request, response) => {
    served.asked()
    answer(request, origin, sessions, served)
      .catch((error: unknown) =>
        sentencePage(500, `This could not be answered (${reasonOf(error)}). Load the page again.`),
      )
      .then((page) => (page === 'changes' ? tellChanges(response, served) : send(request, response, page)))
      .catch(() => response.destroy())
  })
  return {
    origin,
    invite: () => `${origin}/?token=${sessions.invite()}`,
    admit: () => sessions.admit(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  request: IncomingMessage,
  origin: string,
  sessions: Sessions,
  { pages, dispatch, busy }: Served,
): Promise<Page | 'changes'> {
  const method = request.method ?? ''
  if (!request.url?.startsWith('/')) return sentencePage(400, 'There is nothing at this address.')
  const url = new URL(origin + request.url)
  const token = url.searchParams.get('token')
  const foreign = foreignRequest(method, request.headers, origin, token !== null)
  if (foreign) return sentencePage(403, 'Only the program’s own page may ask for this.')

  const { cookie: cookies, [KEY_HEADER]: key } = request.headers
  if (token !== null && method === 'GET') {
    const entry = sessions.enter(token)
    if (entry) {
      const { status, headers, body } = await pageAt(pages, ENTRY_PAGE, entry.key)
      const { name, value } = entry.cookie
      return {
        status,
        headers: { ...headers, 'set-cookie': `${name}=${value}; HttpOnly; SameSite=Strict; Path=/` },
        body,
      }
    }
    // Loading the same address again in the same browser is harmless.
    if (sessions.knows(cookies)) return { status: 303, headers: { location: '/' }, body: '' }
    return sentencePage(
      403,
      'This address has been used already, is older than a minute, or belongs to an earlier start of the program. Use the window that is open, or start the program again: it opens another window and prints its address.',
    )
  }
  if (url.pathname === '/hello' && method === 'GET')
    return jsonPage(200, {
      proof: sessions.prove(url.searchParams.get('tab') ?? '', url.searchParams.get('challenge') ?? ''),
    })

  if (url.pathname.startsWith('/api/')) {
    if (!sessions.admits(cookies, key)) return jsonPage(403, notLetIn)
    const call = /^\/api\/(\w{1,40})$/.exec(url.pathname)?.[1]
    if (call === undefined || method !== 'POST') return sentencePage(405, 'This address does not take that.')
    if (call === 'changes') return 'changes'
    if (call === 'invite') return jsonPage(200, { ok: true, value: { token: sessions.invite() } })
    const done = busy()
    return await callPage(request, call, dispatch).finally(done)
  }
  if (!sessions.knows(cookies))
    return sentencePage(
      403,
      'This browser has not been let in. Start the program again: it opens a window and prints its address.',
    )
  if (method !== 'GET' && method !== 'HEAD') return sentencePage(405, 'This address does not take that.')
  return await pageAt(pages, url.pathname)
}

const notLetIn: Envelope<never> = {
  ok: false,
  error: {
    code: 'unavailable',
    message:
      'This window belongs to an earlier start of the program and can no longer store anything. What you entered is still here: save it as a file, start the program again, and import the file there.',
  },
}

/** Stays open as long as the window, and writes a line for each change. */
function tellChanges(response: ServerResponse, { changes, busy }: Served): void {
  response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' })
  response.write('\n')
  const done = busy()
  const stop = changes.listen((change) => void response.write(`${JSON.stringify(change)}\n`))
  response.on('close', () => {
    stop()
    done()
  })
}

async function callPage(request: IncomingMessage, call: string, dispatch: Dispatch): Promise<Page> {
  // A plain HTML form on another site cannot send this type.
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    return jsonPage(415, { ok: false, error: { code: 'invalid', message: 'A call must be JSON.' } })
  const text = await bodyOf(request)
  if (text === undefined)
    return jsonPage(413, {
      ok: false,
      error: { code: 'invalid', message: 'This is too large; a case file has at most 20 MB.' },
    })
  let argument: unknown
  try {
    argument = JSON.parse(text)
  } catch {
    return jsonPage(400, { ok: false, error: { code: 'invalid', message: 'This call is not JSON.' } })
  }
  return jsonPage(200, await dispatch({ trusted: true }, call, argument))
}

const jsonPage = (status: number, value: unknown): Page => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  body: JSON.stringify(value),
})

/** Undefined if it is implausibly large; the rest is then not read. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > MOST_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Page): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(request.method === 'HEAD' ? undefined : body)
}

async function listenOn(server: Server, [port = 0, ...others]: readonly number[]): Promise<void> {
  try {
    await listen(server, port)
  } catch (error) {
    if (others.length === 0) throw error
    await listenOn(server, others)
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.removeAllListeners('error')
    server.once('listening', resolve)
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be used (${reasonOf(error)})`
      reject(new Refused('unavailable', `Port ${port} ${why}. Choose another with --port N, or leave it out.`))
    })
    server.listen(port, '127.0.0.1')
  })
}
