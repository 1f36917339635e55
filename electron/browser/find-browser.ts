import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The path of an installed Chrome, Edge or Chromium, or undefined. The search runs once. */
export const findBrowser = (): Promise<string | undefined> => (found ??= look())

let found: Promise<string | undefined> | undefined

/** Where Debian and its relatives put Chromium without a window. */
const HEADLESS_SHELLS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chrome-headless-shell']

/**
 * The browser to print with: that of CHROME_PATH, else Chromium's headless shell, which starts with a quarter of the
 * work, else the browser that also opens windows.
 * https://developer.chrome.com/blog/chrome-headless-shell
 */
export const findPrinter = async (isThere: (path: string) => boolean = existsSync): Promise<string | undefined> =>
  (process.env['CHROME_PATH'] ? undefined : HEADLESS_SHELLS.find(isThere)) ?? (await findBrowser())

/**
 * Usual locations first: chrome-launcher queries the system, which can block for seconds, and does not find Edge
 * everywhere.
 */
async function look(): Promise<string | undefined> {
  const known = [process.env['CHROME_PATH'] ?? '', ...usual()].find((path) => path !== '' && existsSync(path))
  return known ?? (await asked()).find((path) => existsSync(path))
}

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

async function asked(): Promise<string[]> {
  const { Launcher } = await import('chrome-launcher')
  try {
    return Launcher.getInstallations()
  } catch {
    return [] // throws if it finds none
  }
}
