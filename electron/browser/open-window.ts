import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { doorTo, removeDoor } from '../door'
import { findBrowser } from './find-browser'
import { asksNobody } from './quiet'

/** Whether there is a display to open a window on. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])

/**
 * Opens one of our addresses in the user's browser: in a window without tabs where Chrome or Edge is installed, with
 * its own profile so that no extension can read along; otherwise in the default browser. Success cannot be detected, so
 * the address is also printed.
 */
export async function openWindow(folder: string, address: string): Promise<void> {
  const page = pathToFileURL(doorTo(folder, address)).href
  setTimeout(() => removeDoor(folder), 60_000).unref()
  const browser = process.getuid?.() === 0 ? undefined : await findBrowser()
  const [program, ...args] = browser ? [browser, ...windowFlags(folder), `--app=${page}`] : systemOpener(page)
  spawn(program, args, { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref()
}

export const windowFlags = (folder: string): string[] => [
  `--user-data-dir=${join(folder, 'browser')}`,
  '--no-first-run',
  '--no-default-browser-check',
  ...asksNobody,
]

function systemOpener(page: string): [string, ...string[]] {
  if (process.platform === 'darwin') return ['open', page]
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', page]
  return ['xdg-open', page]
}
