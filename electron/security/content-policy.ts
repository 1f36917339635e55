import { randomBytes } from 'node:crypto'

/**
 * The content security policy of both shells: everything comes from the program itself; styles may also carry this
 * load's nonce, which the component library puts on the style elements it creates. No inline scripts, eval, forms or
 * frames.
 *
 * `wasm-unsafe-eval` lets pages and workers compile WebAssembly but never text as code. It is needed for the loops over
 * many lanes (shared/formula/simd.wat), whose bytes are part of the program's own scripts; without it they fall back to
 * plain JavaScript.
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
