import { contentPolicy } from './content-policy'

/**
 * Headers of every answer, in both shells: the policy, no guessing of types, no address passed on to others, no window of
 * another origin that could reach ours, none of the device's abilities.
 * https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html
 */
export const securityHeaders = (nonce: string): Record<string, string> => ({
  'content-security-policy': contentPolicy(nonce),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
})
