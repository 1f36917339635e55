import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

import { NONCE_MARK, newNonce } from './security/content-policy'
import { securityHeaders } from './security/headers'

/** The page that takes the tab's key from its own address and then goes to the requested page. */
export const ENTRY_PAGE = '/enter.html'
const KEY_MARK = '__TAB_KEY__'

export interface Page {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer<ArrayBuffer>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * The built pages for both shells: the file at an address's path below `folder`, and nothing above it. Each HTML page
 * gets its own nonce. Nothing is compressed: it never leaves this machine, and compressing would cost more than it
 * saves.
 * @param tabKey for its entry page: the key of a tab that was just admitted
 */
export async function pageAt(folder: string, path: string, tabKey = ''): Promise<Page> {
  const nonce = newNonce()
  const headers = securityHeaders(nonce)
  const file = fileFor(folder, path)
  const content = file && (await readFile(file).catch(() => undefined))
  if (!file || !content) return sentencePage(404, 'There is nothing at this address.')
  const ending = extname(file)
  const type = types[ending] ?? 'application/octet-stream'
  if (ending === '.html')
    return {
      status: 200,
      headers: { ...headers, 'content-type': type, 'cache-control': 'no-store' },
      body: content.toString('utf8').replaceAll(NONCE_MARK, nonce).replaceAll(KEY_MARK, tabKey),
    }
  // The bundler puts a content hash into asset names, so their content never changes.
  const cache = path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache'
  return { status: 200, headers: { ...headers, 'content-type': type, 'cache-control': cache }, body: content }
}

/** A page with a single sentence. */
export function sentencePage(status: number, sentence: string): Page {
  const text = sentence.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)
  return {
    status,
    headers: { ...securityHeaders(newNonce()), 'content-type': types['.html']!, 'cache-control': 'no-store' },
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sell or Stay</title><p>${text}</p></html>\n`,
  }
}

function fileFor(folder: string, path: string): string | undefined {
  let name: string
  try {
    name = decodeURIComponent(path)
  } catch {
    return undefined
  }
  if (/[\0\\]/.test(name)) return undefined
  const file = normalize(join(folder, name === '/' ? 'index.html' : name))
  return file.startsWith(folder + sep) ? file : undefined
}
