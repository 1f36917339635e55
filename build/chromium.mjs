// Finds or downloads a Chrome, Edge or Chromium for the tests.
import { Launcher } from 'chrome-launcher'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { aptInstall } from './debian.mjs'

/**
 * The browser to test with: CHROME_PATH if set, else an installed one, else one that Playwright has downloaded.
 * @returns {string | undefined} the path of its executable
 */
export function findChromium() {
  const chosen = process.env['CHROME_PATH']
  return [...(chosen ? [chosen] : []), ...installed(), ...elsewhere(), chromium.executablePath()].find(runs)
}

/**
 * The same, downloading one if none is found; this may take minutes.
 * @returns {string} the path of its executable
 * @throws {Error} one sentence saying what to install
 */
export function provideChromium() {
  const path = findChromium() ?? (download() ? findChromium() : undefined)
  if (path) return path
  if (aptInstall(['chromium'], 5)) {
    const fromDebian = findChromium()
    if (fromDebian) return fromDebian
  }
  throw new Error('No browser to test with: install Chrome, Edge or Chromium, or set CHROME_PATH to one.')
}

function installed() {
  try {
    return Launcher.getInstallations()
  } catch {
    return [] // throws if it finds none
  }
}

/** Locations chrome-launcher does not check. */
function elsewhere() {
  const programs = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)']].filter(
    (folder) => folder !== undefined,
  )
  return [
    '/usr/bin/chromium',
    '/usr/bin/microsoft-edge',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...programs.map((folder) => join(folder, 'Microsoft/Edge/Application/msedge.exe')),
  ]
}

/**
 * Whether it starts at all. On Linux a browser may lack the libraries it needs, or be a stub that only says to install
 * a snap; on other systems `--version` would open a window.
 * @param {string} path
 */
function runs(path) {
  if (!existsSync(path)) return false
  return process.platform !== 'linux' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}

function download() {
  console.log("  downloading Playwright's Chromium …")
  const cli = fileURLToPath(new URL('../node_modules/playwright-core/cli.js', import.meta.url))
  const run = spawnSync(process.execPath, [cli, 'install', '--no-shell', 'chromium'], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000', ...process.env },
    stdio: 'ignore',
    timeout: 180_000,
  })
  if (run.status !== 0) console.log('  it could not be downloaded')
  return run.status === 0
}
