import { spawn } from 'node:child_process'

import { findBrowser } from './find-browser'

/** Whether there is a screen to open a window on. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])

/**
 * Opens an address of ours in the person's browser: in a window without tabs where Chrome or Edge is, else in whatever
 * the system opens addresses with. Whether it worked cannot be known; the address is printed too.
 */
export async function openWindow(address: string): Promise<void> {
  const browser = process.getuid?.() === 0 ? undefined : await findBrowser()
  const [program, ...args] = browser ? [browser, `--app=${address}`] : systemOpener(address)
  spawn(program, args, { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref()
}

function systemOpener(address: string): [string, ...string[]] {
  if (process.platform === 'darwin') return ['open', address]
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address]
  return ['xdg-open', address]
}
