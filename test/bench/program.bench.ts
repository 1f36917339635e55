import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'

import { writeCaseFile } from '../../electron/documents/case-file'
import { samples } from '../../shared/case/samples'
import { writeFileSync } from 'node:fs'
import { temporaryFolder } from '../support/folder'
import { chromiumPath, startServer } from '../support/program'
import { median, report } from './bench'

// What a user waits for in the built program: the start, the window and the PDF.

const RUNS = 3
const FURTHER = 3
const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = join(root, 'build/cli.mjs')
const since = (start: number) => performance.now() - start

/** `npm start`, until it prints the address. */
async function npmStart(folder: string): Promise<{ address: string; end(): Promise<void> }> {
  const npm = process.env['npm_execpath']
  const args = ['start', '--', '--browser', '--no-open', '--data', folder]
  const [command, ...rest] = npm ? [process.execPath, npm, ...args] : ['npm', ...args]
  const child = spawn(command, rest, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'ignore'] })
  const gone = new Promise((resolve) => child.once('close', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^Sell or Stay is ready: (http:\S+)$/.exec(line)?.[1]
      if (found) resolve(found)
    })
    void gone.then(() => reject(new Error('npm start ended without an address')))
  })
  const end = async () => {
    process.kill(-child.pid!, 'SIGTERM')
    await gone
  }
  return { address, end }
}

/** Sequential, as a user would. */
async function medianOf(work: () => Promise<number>): Promise<number> {
  const times: number[] = []
  // oxlint-disable-next-line no-await-in-loop
  for (let run = 0; run < RUNS; run++) times.push(await work())
  return median(times)
}

test('the program keeps within its bounds', async () => {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    chromiumSandbox: process.getuid?.() !== 0,
  })
  onTestFinished(() => browser.close())
  const folder = temporaryFolder()

  const printed: number[] = []
  const ready = await medianOf(async () => {
    const page = await browser.newPage()
    const start = performance.now()
    const { address, end } = await npmStart(folder)
    printed.push(since(start))
    await page.goto(address)
    await page.getByRole('button', { name: 'New case' }).first().waitFor()
    const took = since(start)
    await page.close()
    await end()
    return took
  })

  const server = await startServer(['--data', folder])
  onTestFinished(() => server.end('SIGTERM'))
  const page = await browser.newPage()
  await page.goto(server.address)
  await page.getByRole('button', { name: 'New case' }).first().waitFor()
  await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json', 'x-tab-key': sessionStorage.getItem('tab-key') ?? '' }
    const body = JSON.stringify({ sample: 'general-dentist' })
    const answer = await fetch('/api/createCase', { method: 'POST', headers, body })
    const { value } = (await answer.json()) as { value: { id: string } }
    location.hash = `#/case/${value.id}/report`
  })
  const save = page.getByRole('button', { name: 'Save as PDF' })
  await page.getByRole('heading', { name: 'Year by year' }).waitFor()
  const fromButton = await medianOf(async () => {
    const start = performance.now()
    await Promise.all([page.waitForEvent('download'), save.click()])
    return since(start)
  })

  const [from, to] = [join(folder, 'case.json'), join(folder, 'report.pdf')]
  writeFileSync(from, writeCaseFile(samples.find(({ name }) => name === 'general-dentist')!.document))
  const fromLine = await medianOf(async () => {
    const start = performance.now()
    expect(spawnSync(process.execPath, [cli, 'report', from, to]).status).toBe(0)
    return since(start)
  })
  const several = await medianOf(async () => {
    const start = performance.now()
    const files = Array.from({ length: 1 + FURTHER }, () => from)
    expect(spawnSync(process.execPath, [cli, 'report', ...files, '--out', join(folder, 'reports')]).status).toBe(0)
    return since(start)
  })

  expect(
    report('The program, general-dentist sample', [
      { name: 'npm start, to the printed address', value: median(printed), unit: 'ms', bound: 500 },
      { name: 'npm start, to a page in the browser that takes input', value: ready, unit: 'ms', bound: 1000 },
      { name: 'the PDF from the page’s button', value: fromButton, unit: 'ms', bound: 1200 },
      { name: 'the PDF from the command line', value: fromLine, unit: 'ms', bound: 2500 },
      { name: 'each further PDF in one call', value: (several - fromLine) / FURTHER, unit: 'ms', bound: 800 },
    ]),
  ).toBe(true)
})
