// Opens the program: in Electron where that can run, else in the person's own browser, after building if need be.
//   npm start                 the desktop program
//   npm start -- --browser    the browser shell in any case
// All other arguments (--data DIR, --port N) go to the program.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import './node-version.mjs'
import { buildIfStale } from './fresh.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const args = process.argv.slice(2).filter((arg) => arg !== '--browser')

if (!buildIfStale()) process.exit(1)

const electron = process.argv.includes('--browser') ? undefined : electronBinary()
const running = electron
  ? spawn(electron, [root, ...args], { stdio: 'inherit' })
  : spawn(process.execPath, [join(root, 'out/main/browser.js'), ...args], { stdio: 'inherit' })

// The program ends itself in good order (closes its database, says goodbye); this only waits for it. A terminal sends
// Ctrl-C to the whole group, a service manager sends SIGTERM to this process alone.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => running.kill(signal))
running.on('error', (error) => {
  console.error(`The program could not be started: ${error.message}`)
  process.exitCode = 1
})
running.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)
})

/** @returns {string | undefined} the path of Electron; undefined, after one line that says why, where it cannot run */
function electronBinary() {
  if (process.platform === 'linux') {
    if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return inBrowser('There is no display')
    if (process.getuid?.() === 0) return inBrowser('Electron does not run as root')
  }
  const binary = installedElectron()
  if (binary) return binary
  // Electron fetches its binary at the first launch, not with the packages.
  console.error('Downloading Electron (once, about 110 MB) …')
  spawnSync(process.execPath, [join(root, 'node_modules/electron/install.js')], { stdio: 'ignore', timeout: 180_000 })
  return installedElectron() ?? inBrowser('Electron could not be downloaded')
}

function installedElectron() {
  const folder = join(root, 'node_modules/electron')
  const read = (/** @type {string} */ name) => {
    const path = join(folder, name)
    return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined
  }
  const wanted = JSON.parse(read('package.json') ?? '{}').version
  const executable = read('path.txt')
  if (!executable || read('dist/version')?.replace(/^v/, '') !== wanted) return undefined
  const binary = join(folder, 'dist', executable)
  return existsSync(binary) ? binary : undefined
}

/** @param {string} reason */
function inBrowser(reason) {
  console.error(`${reason}: opening the program in the browser instead.`)
  return undefined
}
