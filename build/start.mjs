// Opens the program: in Electron if it can run, otherwise in the user's browser, after building if necessary.
//   npm start                 the desktop program
//   npm start -- --browser    the browser shell regardless
// All other arguments (--data DIR, --port N) go to the program.
import { execFile, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import './node-version.mjs'
import { buildIfStale } from './fresh.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const args = process.argv.slice(2).filter((arg) => arg !== '--browser')

if (!buildIfStale()) process.exit(1)
void endWithNpm()
const electron = process.argv.includes('--browser') ? undefined : electronBinary()
if (electron) runElectron(electron)
else await runBrowserShell()

/** In this process, so that signals reach the program itself. */
async function runBrowserShell() {
  const program = new URL('../out/main/browser.js', import.meta.url)
  process.argv = [process.argv0, fileURLToPath(program), ...args]
  await import(program.href)
}

/** @param {string} binary */
function runElectron(binary) {
  const begun = performance.now()
  const window = spawn(binary, [root, ...args], { stdio: 'inherit' })
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  // It shuts down in good order (closing the database); this only forwards the signal and waits.
  const forward = (/** @type {NodeJS.Signals} */ signal) => void window.kill(signal)
  for (const signal of signals) process.on(signal, forward)
  window.on('error', (error) => instead(error.message))
  window.on('exit', (code, signal) => {
    const asked = code === 0 || signals.some((one) => one === signal)
    // A missing system library, or a Linux that forbids its sandbox, ends Electron before a window opens.
    if (!asked && performance.now() - begun < 3000) instead(signal ?? `exit code ${code}`)
    else process.exitCode = asked ? 0 : (code ?? 1)
  })

  /** @param {string} reason */
  function instead(reason) {
    for (const signal of signals) process.off(signal, forward)
    inBrowser(`Electron ended at once (${reason})`)
    void runBrowserShell()
  }
}

/** @returns {string | undefined} the path of Electron; undefined, after one line saying why, if it cannot run */
function electronBinary() {
  if (process.platform === 'linux') {
    if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return inBrowser('There is no display')
    if (process.getuid?.() === 0) return inBrowser('Electron does not run as root')
  }
  const binary = installedElectron()
  if (binary) return binary
  // Electron downloads its binary at the first launch, not with the packages.
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

/**
 * npm forwards a SIGTERM only to its shell, which dies without forwarding it to us; and no one tells us if npm itself
 * is killed. The program would keep running unseen and keep its data locked. So it ends when either is gone.
 */
async function endWithNpm() {
  if (process.env['npm_lifecycle_event'] !== 'start') return
  const parent = process.ppid
  const npm = await aboveShell(parent)
  const watch = setInterval(() => {
    if (process.ppid === parent && isAlive(npm)) return
    clearInterval(watch) // once: a second signal would interrupt the shutdown
    process.kill(process.pid, 'SIGTERM')
  }, 2000).unref()
}

/**
 * The process behind a shell, if there is one between npm and us: some shells replace themselves with the command. On
 * Windows this cannot be found out quickly; there only the parent is watched.
 * @param {number} pid
 */
async function aboveShell(pid) {
  const asked = promisify(execFile)('ps', ['-o', 'ppid=,comm=', '-p', String(pid)])
  const found = await asked.then(({ stdout }) => stdout).catch(() => '')
  const [, above, command] = /^\s*(\d+)\s+(.*?)\s*$/.exec(found) ?? []
  return command !== undefined && /(^|\/|-)(ba|da|z|k)?sh$/.test(command) ? Number(above) : pid
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
