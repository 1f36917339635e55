import { Launcher } from 'chrome-launcher'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A Chrome, Edge or Chromium of this machine: the path of its executable, or undefined. Looked for once. */
export function findBrowser(): string | undefined {
  found ??= { path: look() }
  return found.path
}

let found: { readonly path: string | undefined } | undefined

/** The usual places first: chrome-launcher asks the system, which can take seconds, and does not know Edge everywhere. */
const look = () =>
  [process.env['CHROME_PATH'] ?? '', ...usual(), ...asked()].find((path) => path !== '' && existsSync(path))

function usual(): string[] {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  if (process.platform === 'win32')
    return ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
      .flatMap((name) => process.env[name] ?? [])
      .flatMap((folder) =>
        ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((path) =>
          join(folder, path),
        ),
      )
  return ['google-chrome-stable', 'google-chrome', 'microsoft-edge', 'chromium'].map((name) => `/usr/bin/${name}`)
}

function asked(): string[] {
  try {
    return Launcher.getInstallations()
  } catch {
    return [] // it throws where it finds none
  }
}
