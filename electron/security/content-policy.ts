import { randomBytes } from 'node:crypto'

/**
 * The one content policy of both shells: everything comes from the program itself; styles also by the nonce of this load,
 * which the component library puts on the style elements it makes. No inline script, no eval, no form, no frame.
 * `wasm-unsafe-eval` lets pages and workers compile WebAssembly, and no text as code: the loops over many variations
 * (shared/formula/simd.wat) are bytes within the program's own scripts. Without it they run in plain JavaScript.
 * https://www.electronjs.org/docs/latest/tutorial/security#7-define-a-content-security-policy
 */
export const contentPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** New with every page load: a predictable nonce protects nothing. */
export const newNonce = (): string => randomBytes(18).toString('base64')

/** Where a page's nonce goes: `<meta property="csp-nonce" nonce="__NONCE__">`. */
export const NONCE_MARK = '__NONCE__'
