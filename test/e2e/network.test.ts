// Nothing leaves the machine: every connection that the server or the command line would make, and every address that
// the window asks for, is written down while the main job is done.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'

import { temporaryFolder } from '../support/folder'
import { chromiumPath, startServer } from '../support/program'

const cli = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url))

/** Node options by which a process notes each host that it looks up or connects to; and what was noted. */
function watched() {
  const folder = temporaryFolder()
  const notes = join(folder, 'hosts.txt')
  const watch = join(folder, 'watch.mjs')
  writeFileSync(
    watch,
    `import { appendFileSync } from 'node:fs'
import net from 'node:net'
import dns from 'node:dns'
import dgram from 'node:dgram'
const note = (host) => appendFileSync(${JSON.stringify(notes)}, host + '\\n')
const { connect } = net.Socket.prototype
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args
  if (options?.path === undefined) note(String(options?.host ?? 'localhost'))
  return connect.apply(this, args)
}
const { lookup } = dns
dns.lookup = (host, ...rest) => (note(host), lookup(host, ...rest))
const { send } = dgram.Socket.prototype
dgram.Socket.prototype.send = function (...args) { note('datagram'); return send.apply(this, args) }
`,
  )
  return {
    folder,
    env: { NODE_OPTIONS: `--import=${pathToFileURL(watch).href}` },
    foreign: () =>
      (existsSync(notes) ? readFileSync(notes, 'utf8').split('\n') : []).filter(
        (host) => !['', '127.0.0.1', 'localhost'].includes(host),
      ),
  }
}

it('is seen by this test if anything asks for another machine', () => {
  const { env, foreign } = watched()
  const ask = `require('node:net').connect(9, '192.0.2.1').on('error', () => {}).destroy()`
  execFileSync(process.execPath, ['-e', ask], { env: { ...process.env, ...env } })
  expect(foreign()).toEqual(['192.0.2.1'])
})

it('the server and the window ask for nothing but themselves', async () => {
  const { folder, env, foreign } = watched()
  const server = await startServer(['--data', join(folder, 'data')], env)
  onTestFinished(() => server.end('SIGTERM'))
  const browser = await chromium.launch({ executablePath: chromiumPath(), chromiumSandbox: process.getuid?.() !== 0 })
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  await page.goto(server.address)
  await page.getByRole('button', { name: 'New case' }).first().click()
  for (const step of ['You', 'Offers', 'Compare', 'Report']) {
    // oxlint-disable-next-line no-await-in-loop
    await page.getByRole('navigation').getByRole('link', { name: step }).first().click()
  }
  await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as PDF' }).click()])
  const { origin } = new URL(server.address)
  expect(asked.length).toBeGreaterThan(10)
  expect(asked.filter((url) => !url.startsWith(`${origin}/`) && !/^(blob|data):/.test(url))).toEqual([])
  expect(foreign()).toEqual([])
})

it('the command line asks for nothing but itself', () => {
  const { folder, env, foreign } = watched()
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [cli, ...args], { env: { ...process.env, ...env }, encoding: 'utf8' })
  const file = join(folder, 'case.json')
  writeFileSync(file, run('sample', 'orthodontist'))
  run('evaluate', file)
  run('report', file, join(folder, 'report.pdf'))
  expect(foreign()).toEqual([])
})
