// What can happen to the desktop program's window, on the stand-in: nothing saved is lost, and the user is told.
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'

import { temporaryFolder } from '../support/folder'
import { chromiumPath, openProgram, startServer, type Program } from '../support/program'

const SHELL = 'the stand-in for Electron'

interface Box {
  readonly message?: string
  readonly detail?: string
  readonly buttons?: readonly string[]
}
const boxes = async (program: Program) => (await program.standIn('boxes')) as Box[]

async function caseIn(program: Program): Promise<string> {
  const created = await program.call('createCase', { sample: 'general-dentist' })
  if (!created.ok) throw new Error(created.error.message)
  const { id } = created.value
  await program.page.evaluate((id) => (globalThis.location.hash = `#/case/${id}/practice`), id)
  await program.page.getByLabel('Your own collections', { exact: true }).first().waitFor()
  return id
}

async function enter({ page }: Program, text: string): Promise<void> {
  const field = page.getByLabel('Your own collections', { exact: true }).first()
  await field.fill(text)
  await field.press('Enter')
}

/** The process behind the window ends; by then the program has another window. */
async function crash(program: Program): Promise<void> {
  const before = program.page
  await program.standIn('crash')
  await expect.poll(() => before.isClosed()).toBe(true)
  await expect.poll(() => program.page.isClosed()).toBe(false)
}

it('shows what another window has stored', async () => {
  const program = await openProgram(SHELL)
  const id = await caseIn(program)
  const opened = await program.call('openCase', { id })
  if (!opened.ok) throw new Error(opened.error.message)
  const { revision, document } = opened.value
  const changed = { ...document, practice: { ...document.practice, ownerCollections: 912_000 } }
  expect(await program.call('saveCase', { id, revision, document: changed })).toMatchObject({ ok: true })
  const field = program.page.getByLabel('Your own collections', { exact: true }).first()
  await expect.poll(() => field.inputValue()).toMatch(/912,000/)
})

it('loads a window again whose process has ended, with what was saved, and says so', async () => {
  const program = await openProgram(SHELL)
  const id = await caseIn(program)
  await enter(program, '612,000')
  await program.page.locator('[data-saved=saved]').waitFor()
  await crash(program)
  const field = program.page.getByLabel('Your own collections', { exact: true }).first()
  await expect.poll(() => field.inputValue()).toMatch(/612,000/)
  expect(program.page.url()).toContain(id)
  expect(await boxes(program)).toMatchObject([{ message: 'The window stopped working and was loaded again.' }])
})

it('asks before it loads a window again that does not answer', async () => {
  const program = await openProgram(SHELL)
  await caseIn(program)
  const { page } = program
  await program.standIn('unresponsive')
  expect(await boxes(program)).toMatchObject([{ buttons: ['Wait', 'Load it again'] }])
  expect(page.isClosed()).toBe(false)
  await program.standIn('answerNextDialog', 1)
  await program.standIn('unresponsive')
  await expect.poll(() => page.isClosed()).toBe(true)
  await expect.poll(() => program.page.isClosed()).toBe(false)
  await program.page.getByLabel('Your own collections', { exact: true }).first().waitFor()
})

it('gives up on a window whose process ends again and again', async () => {
  const program = await openProgram(SHELL)
  for (let time = 0; time < 3; time++) {
    await crash(program)
    await program.page.getByRole('button', { name: 'New case' }).first().waitFor()
  }
  await program.standIn('crash')
  const [last] = (await boxes(program)).slice(-1)
  expect(last?.message).toContain('has stopped working several times in a row')
})

it('asks before it closes a window with something unsaved, and keeps it open if told to', async () => {
  const program = await openProgram(SHELL)
  await caseIn(program)
  const { page } = program
  page.on('dialog', () => undefined) // the stand-in answers
  // A host that does not answer: entries are not saved.
  await program.standIn('holdCalls')
  await enter(program, '700,000')
  await program.standIn('answerNextDialog', 0)
  await program.standIn('closeWindow')
  await expect.poll(async () => (await boxes(program)).length).toBe(1)
  expect(await boxes(program)).toMatchObject([
    { message: 'The last changes are not saved.', buttons: ['Keep the window open', 'Close without saving'] },
  ])
  expect(page.isClosed()).toBe(false)
  await program.standIn('answerNextDialog', 1)
  await program.standIn('closeWindow')
  await expect.poll(() => existsSync(join(program.dataDir, 'running.txt'))).toBe(false)
})

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** A program that ends by itself; what it said of a failure. */
const ran = (...args: string[]): Promise<{ failed: string | false; stdout: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, CHROME_PATH: chromiumPath() }
    execFile(process.execPath, args, { env, timeout: 40_000 }, (error, stdout, stderr) =>
      resolve({ failed: error !== null && `${error.message}\n${stderr}`, stdout }),
    )
  })

it('comes to the front when the browser shell is started on its data', async () => {
  const program = await openProgram(SHELL)
  expect(await ran(at('../../out/main/browser.js'), '--no-open', '--data', program.dataDir)).toEqual({
    failed: false,
    stdout: 'Sell or Stay is already open; its window has been brought to the front.\n',
  })
})

it('opens a window of the browser shell where that has the data open, and ends', async () => {
  const folder = temporaryFolder()
  const server = await startServer(['--data', folder])
  onTestFinished(() => server.end('SIGKILL'))
  expect(await ran(at('run.mjs'), '--data', folder)).toMatchObject({ failed: false })
  const [, address] = /url=(http\S+?)"/.exec(readFileSync(join(folder, 'open.html'), 'utf8'))!
  expect((await fetch(address!)).status).toBe(200)
})
