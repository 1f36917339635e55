import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Envelope } from '../../shared/host'
import { REPORT_PAGE } from '../documents/report'
import type { Dispatch } from '../ipc/registry'
import { pageAt, sentencePage, type Page } from '../pages'
import { Refused, reasonOf } from '../refused'
import { foreignRequest } from '../security/loopback'
import { sessionsFor, type Sessions } from './session'

export interface Running {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  /** An address that lets one browser in, once: to the start, or to another of the built pages. */
  invite(page?: string): string
  close(): Promise<void>
}

// An import would load all that the module exports, its WebSocket and fetch with it: a tenth of the time of a start.
const { createServer } = process.getBuiltinModule('node:http')

/** More than the largest case file, with its quotes escaped. */
const MOST_BYTES = 45_000_000

/**
 * Serves the pages and the calls on this machine only.
 * @param port 0 for any that is free
 * @param folder where the built pages lie
 * @throws Refused if the port cannot be had
 */
export async function serve(port: number, folder: string, dispatch: Dispatch): Promise<Running> {
  const server = createServer()
  await listen(server, port)
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const sessions = sessionsFor((server.address() as AddressInfo).port)
  server.on('request', (request, response) => {
    answer(request, origin, folder, sessions, dispatch)
      .catch((error: unknown) =>
        sentencePage(500, `This could not be answered (${reasonOf(error)}). Load the page again.`),
      )
      .then((page) => send(request, response, page))
      .catch(() => response.destroy())
  })
  return {
    origin,
    invite: (page = '') => `${origin}/${page}?token=${sessions.invite()}`,
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
  folder: string,
  sessions: Sessions,
  dispatch: Dispatch,
): Promise<Page> {
  const method = request.method ?? ''
  const foreign = foreignRequest(method, request.headers, origin)
  if (foreign) return sentencePage(403, 'Only the program’s own page may ask for this.')
  if (!request.url?.startsWith('/')) return sentencePage(400, 'There is nothing at this address.')
  const url = new URL(origin + request.url)

  const token = url.searchParams.get('token')
  if (token !== null && method === 'GET') {
    // Nowhere else: a path such as //name would lead to another site.
    const location = url.pathname === `/${REPORT_PAGE}` ? url.pathname : '/'
    const cookie = sessions.enter(token)
    if (cookie)
      return { status: 303, headers: { location, 'set-cookie': cookie, 'cache-control': 'no-store' }, body: '' }
    // Loading the same address again in the same browser is harmless.
    if (sessions.knows(request.headers.cookie)) return { status: 303, headers: { location }, body: '' }
    return sentencePage(
      403,
      'This address has been used already, or the program was started again since. Use the window that is open, or start the program again and take the address that it prints.',
    )
  }
  if (!sessions.knows(request.headers.cookie))
    return sentencePage(403, 'Open the program with the address that it prints when it starts.')

  const call = /^\/api\/(\w{1,40})$/.exec(url.pathname)?.[1]
  if (call !== undefined && method === 'POST') return await callPage(request, call, dispatch)
  if (method !== 'GET' && method !== 'HEAD') return sentencePage(405, 'This address does not take that.')
  return await pageAt(folder, url.pathname)
}

async function callPage(request: IncomingMessage, call: string, dispatch: Dispatch): Promise<Page> {
  // A plain form of another site cannot send this type.
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    return envelopePage(415, { ok: false, error: { code: 'invalid', message: 'A call must be JSON.' } })
  const text = await bodyOf(request)
  if (text === undefined)
    return envelopePage(413, {
      ok: false,
      error: { code: 'invalid', message: 'This is too large; a case file has at most 20 MB.' },
    })
  let argument: unknown
  try {
    argument = JSON.parse(text)
  } catch {
    return envelopePage(400, { ok: false, error: { code: 'invalid', message: 'This call is not JSON.' } })
  }
  return envelopePage(200, await dispatch({ trusted: true }, call, argument))
}

const envelopePage = (status: number, envelope: Envelope<unknown>): Page => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  body: JSON.stringify(envelope),
})

/** Undefined if it is larger than anything that makes sense; what is left is then not read. */
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

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be used (${reasonOf(error)})`
      reject(new Refused('unavailable', `Port ${port} ${why}. Choose another with --port N, or leave it out.`))
    })
    server.listen(port, '127.0.0.1')
  })
}
