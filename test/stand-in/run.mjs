// Runs the built main file with the stand-in in place of `electron` (whose comment says what that can and cannot show).
// Started by test/support/program.ts, with which it communicates over the channel between the two processes.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

import { app, standIn } from './electron.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const place = new URL('./electron.mjs', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: place, shortCircuit: true } : next(specifier, context),
})

// The test attaches to the same window from its own process and needs the port.
const profile = mkdtempSync(join(tmpdir(), 'stand-in-'))
process.on('exit', () => {
  try {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  } catch {
    // The browser may still be writing its last files; that is no fault of the program under test.
  }
})
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env['CHROME_PATH'],
  chromiumSandbox: process.getuid?.() !== 0,
  args: ['--remote-debugging-port=0', '--disable-gpu'],
  viewport: { width: 1280, height: 860 },
})
await standIn.useContext(context)
process.send?.({ port: Number(readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0]) })

process.on('message', ({ id, name, argument }) => {
  void Promise.resolve(standIn[name](argument)).then((value) => process.send?.({ id, value }))
})
process.on('SIGTERM', () => app.quit())
process.on('disconnect', () => app.quit())

// Electron is ready only after the main file has been evaluated; one that waits for it at its top level waits forever.
const late = setTimeout(() => {
  console.error('The main file has not been evaluated after 10 seconds: it waits for `ready` at its top level.')
  process.exit(1)
}, 10_000)
standIn.begin()
process.argv = [process.execPath, root, ...process.argv.slice(2)]
await import(new URL('../../out/main/index.js', import.meta.url).href)
clearTimeout(late)
standIn.becomeReady()
