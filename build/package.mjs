// npm run package: the installers for this system, in `release/`. `npm run package -- --dir`: only the unpacked program.
// It needs Electron's binary, which electron-builder downloads once. Where that fails, no installer is made; the test that
// packs the program around a stand-in for the binary then checks what would be in it.
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import './node-version.mjs'
import { buildIfStale } from './fresh.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { dir } = parseArgs({ options: { dir: { type: 'boolean' } } }).values

if (!buildIfStale()) process.exit(1)
const { failed, said } = await pack()
process.exitCode = failed ? 1 : 0
if (failed) {
  const offline = /\b(?:getaddrinfo|connect|read) E[A-Z_]+[^\n]*?(?= {2}|$)|status code \d+|ETIMEDOUT/m.exec(said)?.[0]
  if (offline) proveWithout(offline)
  else console.error(`${said}\nNo package was made; electron-builder says why above.`)
}

/** @returns {Promise<{ failed: boolean, said: string }>} `said`: what electron-builder reports of its failure */
async function pack() {
  const builder = join(root, 'node_modules/electron-builder/cli.js')
  const args = ['--publish', 'never', '--config', 'build/electron-builder.mjs', ...(dir ? ['--dir'] : [])]
  const child = spawn(process.execPath, [builder, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  /** @type {string[]} */
  const said = []
  for (const input of [child.stdout, child.stderr])
    createInterface({ input }).on('line', (line) => {
      // This sign marks a failure; the stack follows.
      if (said.length > 0 || line.includes('⨯')) said.push(line)
      else console.log(line)
    })
  const code = await new Promise((resolve) => child.on('close', resolve))
  return { failed: code !== 0, said: said.join('\n') }
}

/** @param {string} reason why Electron cannot be downloaded */
function proveWithout(reason) {
  console.error(
    `Electron could not be downloaded (${reason}), so no installer was made. Connect to the network and try again. What the installer would contain is checked now, with a stand-in for Electron's binary:`,
  )
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  spawnSync(process.execPath, [vitest, 'run', '--project', 'e2e', 'test/package'], { cwd: root, stdio: 'inherit' })
}
