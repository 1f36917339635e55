import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'

import { writeCaseFile } from '../../electron/documents/case-file'
import { samples } from '../../shared/case/samples'
import { writeFileSync } from 'node:fs'
import { temporaryFolder } from '../support/folder'
import { chromiumPath, startServer } from '../support/program'
import { median, report } from './bench'

// What a user waits for in the built program: the window and the PDF.

const RUNS = 3
const cli = fileURLToPath(new URL('../../build/cli.mjs', import.meta.url))
const since = (start: number) => performance.now() - start

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

  /** Until the program's window accepts input: the process, the address, the page. */
  const opened = async () => {
    const page = await browser.newPage()
    const start = performance.now()
    const server = await startServer(['--data', folder])
    await page.goto(server.address)
    await page.getByRole('button', { name: 'New case' }).first().waitFor()
    return { page, server, took: since(start) }
  }
  const ready = await medianOf(async () => {
    const { page, server, took } = await opened()
    await page.close()
    await server.end('SIGTERM')
    return took
  })

  const { page, server } = await opened()
  onTestFinished(() => server.end('SIGTERM'))
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

  expect(
    report('The program, general-dentist sample', [
      { name: 'started, and ready to accept input in the browser', value: ready, unit: 'ms', bound: 1000 },
      { name: 'the PDF from the page’s button', value: fromButton, unit: 'ms', bound: 3000 },
      { name: 'the PDF from the command line', value: fromLine, unit: 'ms', bound: 3000 },
    ]),
  ).toBe(true)
})
