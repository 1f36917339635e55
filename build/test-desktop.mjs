// npm run test:desktop: the end-to-end tests in the desktop program, behind the stand-in for Electron.
//   npm run test:desktop -- --shell Electron    in Electron itself, where its binary and a display are available
//   npm run test:desktop -- offers report       only files whose names contain one of these
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import './node-version.mjs'
import { provideChromium } from './chromium.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values, positionals } = parseArgs({ options: { shell: { type: 'string' } }, allowPositionals: true })

if (values.shell !== 'Electron') console.log(provideChromium())
const tests = spawn(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'desktop', ...positionals],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SHELL_UNDER_TEST: values.shell === 'Electron' ? 'Electron' : 'the stand-in for Electron' },
  },
)
tests.on('close', (code) => {
  process.exitCode = code ?? 1
})
