// Nothing leaves the machine: every connection by the server or the command line, and every address the window
// requests, is recorded during the main job, as is everything requested by a browser the program starts.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'

import { windowFlags } from '../../electron/browser/open-window'
import { startBrowserShell } from '../../electron/browser/start'
import { doorTo } from '../../electron/door'
import { temporaryFolder } from '../support/folder'
import { loggingChromium, logsTo, readNetLog } from '../support/net-log'
import { chromiumPath, entered, launchChromium, startServer } from '../support/program'

const cli = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url))

/** Node options that make a process record each host it looks up or connects to, and the records. */
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
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  await page.goto(server.address)
  await entered(page)
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
    execFileSync(process.execPath, [cli, ...args], {
      maxBuffer: 8 << 20,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    })
  const file = join(folder, 'case.json')
  writeFileSync(file, run('sample', 'orthodontist'))
  run('evaluate', file)
  run('workbook', file, join(folder, 'workbook.xlsx'))
  expect(foreign()).toEqual([])
})

/** A browser has services of its own (sign-in, updates, time), and its log shows what they request. */
describe.skipIf(process.platform === 'win32')('a browser that the program starts', () => {
  /** Nothing is looked up or connected to except this machine: the program, and a proxy that does not exist. */
  const expectQuiet = (log: string) => {
    const { lookups, connections, datagrams } = readNetLog(log)
    expect({ lookups, datagrams }).toEqual({ lookups: [], datagrams: 0 })
    expect(connections.length).toBeGreaterThan(0)
    expect(connections.filter((address) => !address.startsWith('127.0.0.1:'))).toEqual([])
  }

  it('is seen by this test if it asks for another machine', async () => {
    const log = join(temporaryFolder(), 'net.json')
    const args = [...logsTo(log), '--disable-background-networking']
    const browser = await launchChromium(args)
    const page = await browser.newPage()
    await page.goto('http://seen.invalid/').catch(() => undefined)
    await page.goto('http://192.0.2.1:8080/', { timeout: 500 }).catch(() => undefined)
    await browser.close()
    const { lookups, connections, wanted } = readNetLog(log)
    expect(lookups.join()).toContain('seen.invalid')
    expect(connections).toContain('192.0.2.1:8080')
    expect(wanted).toContain('http://seen.invalid/')
  })

  it('prints a report and asks for nothing but the program', () => {
    const folder = temporaryFolder()
    const log = join(folder, 'net.json')
    const env = { ...process.env, CHROME_PATH: loggingChromium(folder, log) }
    const run = (...args: string[]) => execFileSync(process.execPath, [cli, ...args], { env, encoding: 'utf8' })
    const file = join(folder, 'case.json')
    writeFileSync(file, run('sample', 'orthodontist'))
    run('report', file, join(folder, 'report.pdf'))
    expect(readFileSync(join(folder, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expectQuiet(log)
  })

  it('shows the window, by a file that leads to it, and asks for nothing but the program', async () => {
    const folder = temporaryFolder()
    const log = join(folder, 'net.json')
    const shown = Promise.withResolvers<void>()
    // Capabilities, settings, the cases, and the change stream.
    let asked = 0
    const shell = await startBrowserShell({
      folder,
      busy: () => {
        if (++asked === 4) shown.resolve()
        return () => undefined
      },
    })
    onTestFinished(() => shell.close())
    const page = pathToFileURL(doorTo(folder, shell.invite())).href
    const flags = [
      '--headless',
      ...windowFlags(folder),
      ...logsTo(log),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ]
    expect([...flags, page].join(' ')).not.toContain('token')
    const browser = spawn(chromiumPath(), [...flags, page], { stdio: 'ignore' })
    const gone = new Promise((resolve) => browser.once('exit', resolve))
    onTestFinished(() => void browser.kill('SIGKILL'))
    await shown.promise
    browser.kill('SIGTERM')
    await gone
    expectQuiet(log)
  })
})
