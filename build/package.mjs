// npm run package: the installers for this system, in `release/`. `npm run package -- --dir`: only the unpacked
// program. It needs Electron's binary, which electron-builder downloads once.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import './node-version.mjs'
import { buildIfStale } from './fresh.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { dir } = parseArgs({ options: { dir: { type: 'boolean' } } }).values

if (!buildIfStale()) process.exit(1)
const builder = join(root, 'node_modules/electron-builder/cli.js')
const args = ['--publish', 'never', '--config', 'build/electron-builder.mjs', ...(dir ? ['--dir'] : [])]
const made = spawnSync(process.execPath, [builder, ...args], { cwd: root, stdio: 'inherit' })
if (made.status !== 0)
  console.error('No package was made; electron-builder says why above. Without a network it has no Electron to pack.')
process.exitCode = made.status ?? 1
