import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { _electron, chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, onTestFinished, vi } from 'vitest'

import { findChromium } from '../../build/chromium.mjs'
import type { Argument, CallName, Envelope, Host, Results } from '../../shared/host'

/**
 * The built program for an end-to-end test, in any shell: the browser shell, the desktop program behind the stand-in
 * for Electron, and the desktop program in Electron itself. The same test runs on all of them.
 */
export interface Program {
  readonly dataDir: string
  /** The window; another one after `restart`. */
  readonly page: Page
  /** Errors on the window's console, and what the content policy blocked. */
  readonly complaints: readonly string[]
  /** A call as the renderer makes it. */
  call<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Envelope<Results[Name]>>
  /**
   * The file that the user gets by an action: a download, or the path answered in a save dialog.
   * @param from whether the host writes it, or the page, which always uses a download
   */
  fileFrom(action: () => Promise<unknown>, from?: 'host' | 'page'): Promise<{ name: string; content: Buffer }>
  /** The file that a call makes: its answer, or the path answered in a save dialog. */
  made<Name extends 'reportPdf' | 'workbook'>(name: Name, argument: Argument<Name>): Promise<Buffer>
  /** The user chooses this file in the dialog that the action opens. */
  choose(path: string, action: () => Promise<unknown>): Promise<void>
  /** Chooses a menu entry by its label; only where there is a menu. */
  menu(label: string): Promise<void>
  /** A feature of the stand-in for Electron; only there. */
  standIn: StandIn
  /** Ends it properly. */
  close(): Promise<void>
  /** `kill -9` */
  kill(): Promise<void>
  /** Starts it again on the same data, after `close` or `kill`. */
  restart(): Promise<void>
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const asRoot = process.getuid?.() === 0

export const shells = ['the browser shell', 'the stand-in for Electron', 'Electron'] as const
export type ShellName = (typeof shells)[number]

/** The shell for tests that apply to each: the browser shell, unless `npm run test:desktop` names another. */
export const shellUnderTest: ShellName =
  shells.find((shell) => shell === process.env['SHELL_UNDER_TEST']) ?? 'the browser shell'

/** Why a shell cannot be tested here, stated in the name of the skipped test; undefined if it can. */
export function missing(shell: ShellName): string | undefined {
  if (shell !== 'Electron') return undefined
  if (!electronBinary()) return 'its binary is not here'
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return 'there is no display'
  return asRoot ? 'it does not run as root' : undefined
}

function electronBinary(): string | undefined {
  const folder = join(root, 'node_modules/electron')
  const note = join(folder, 'path.txt')
  const binary = existsSync(note) && join(folder, 'dist', readFileSync(note, 'utf8').trim())
  return binary && existsSync(binary) ? binary : undefined
}

export type StandIn = (name: string, argument?: unknown) => Promise<unknown>

/** What differs between shells; the rest is the same for all. */
interface Running {
  readonly page: Page
  /** Answers the next dialog; undefined where files go through the browser. */
  readonly answerDialog?: (path: string) => Promise<void>
  /** The path that the last save dialog proposed. */
  readonly proposed?: () => Promise<string>
  readonly menu?: (label: string) => Promise<void>
  /** A feature of the stand-in: what a user or the system does, or what the program did to it. */
  readonly standIn?: StandIn
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

const starters: Record<
  ShellName,
  (dataDir: string, args: readonly string[], env: Record<string, string>) => Promise<Running>
> = {
  'the browser shell': startInBrowser,
  'the stand-in for Electron': startOnStandIn,
  Electron: startInElectron,
}

/**
 * The program on an empty data folder; it is closed and its data are deleted after the test, which fails if the console
 * shows errors other than those the test provokes.
 */
export async function openProgram(
  shell: ShellName,
  provoked?: RegExp,
  { args = [], env = {} }: { args?: readonly string[]; env?: Record<string, string> } = {},
): Promise<Program> {
  const { program, dispose } = await launch(shell, args, env)
  onTestFinished(async () => {
    await dispose()
    expect(
      program.complaints.filter((complaint) => !provoked?.test(complaint)),
      'what the console complained of',
    ).toEqual([])
  })
  return program
}

/** For all tests of a file, which check the console themselves; to be disposed of at the end. */
export const openProgramOnce = (
  shell: ShellName,
  { args, env }: { args: readonly string[]; env: Record<string, string> },
): Promise<{ program: Program; dispose(): Promise<void> }> => launch(shell, args, env)

/** The program once for all tests of a file; each of them fails if the console shows errors. */
export function sharedProgram(): () => Program {
  let launched: Awaited<ReturnType<typeof launch>> | undefined
  const running = () => {
    if (!launched) throw new Error('The program is opened before the first test, not earlier.')
    return launched
  }
  beforeAll(async () => {
    launched = await launch(shellUnderTest)
  })
  afterEach(() => {
    expect(running().program.complaints, 'what the console complained of').toEqual([])
  })
  afterAll(() => launched?.dispose())
  return () => running().program
}

/** The start page as after a first start: without cases and messages of a previous test. */
export async function startAgain({ page, call }: Program): Promise<Page> {
  const list = await call('listCases', {})
  if (!list.ok) throw new Error(list.error.message)
  await page.evaluate(() => (globalThis.location.hash = '#/'))
  await Promise.all(list.value.cases.map(({ id }) => call('deleteCase', { id })))
  await page.reload()
  return page
}

async function launch(
  shell: ShellName,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<{ program: Program; dispose(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'e2e-'))
  const complaints: string[] = []
  let running: Running | undefined
  const start = async () => {
    running = await starters[shell](dataDir, args, env)
    // What is not there after this time will not come: a sentence that names it is worth more than the wait.
    running.page.setDefaultTimeout(20_000)
    // A page whose host is being shut down may well complain that no one answers.
    const here = running
    const hear = (complaint: string) => {
      if (running === here) complaints.push(complaint)
    }
    running.page.on('pageerror', (error) => hear(error.message))
    running.page.on('console', (message) => {
      if (message.type() === 'error' || /Content Security Policy/.test(message.text())) hear(message.text())
    })
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const last = running
    running = undefined
    await last?.end(signal)
  }
  const current = () => {
    if (!running) throw new Error('The program is not running.')
    return running
  }
  const dispose = async () => {
    await end('SIGTERM')
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    await start()
  } catch (error) {
    await dispose()
    throw error
  }
  const program: Program = {
    dataDir,
    complaints,
    get page() {
      return current().page
    },
    call: (name, argument) => callFrom(current().page, name, argument),
    async fileFrom(action, from = 'host') {
      const { page, answerDialog, proposed } = current()
      if (!answerDialog || !proposed || from === 'page') {
        const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), action()])
        return { name: download.suggestedFilename(), content: readFileSync(await download.path()) }
      }
      const path = join(dataDir, `saved-${Date.now()}`)
      await answerDialog(path)
      await action()
      await expect.poll(() => existsSync(path), { timeout: 20_000 }).toBe(true)
      return { name: basename(await proposed()), content: readFileSync(path) }
    },
    async made(name, argument) {
      const { page, answerDialog } = current()
      const path = join(dataDir, `saved-${Date.now()}`)
      await answerDialog?.(path)
      const answer = await callFrom(page, name, argument)
      if (!answer.ok) throw new Error(answer.error.message)
      return answerDialog ? readFileSync(path) : Buffer.from(answer.value.content, 'base64')
    },
    async choose(path, action) {
      const { page, answerDialog } = current()
      if (answerDialog) {
        await answerDialog(path)
        await action()
      } else {
        const [chooser] = await Promise.all([page.waitForEvent('filechooser'), action()])
        await chooser.setFiles(path)
      }
    },
    async menu(label) {
      const { menu } = current()
      if (!menu) throw new Error('There is no menu here.')
      await menu(label)
    },
    async standIn(name, argument) {
      const { standIn } = current()
      if (!standIn) throw new Error('This is not the stand-in.')
      return standIn(name, argument)
    },
    close: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    restart: start,
  }
  return { program, dispose }
}

export async function callFrom<Name extends CallName>(page: Page, name: Name, argument: Argument<Name>) {
  const answer: unknown = await page.evaluate(
    async ({ name, argument }: { name: string; argument: unknown }): Promise<unknown> => {
      const { host } = globalThis as { host?: Host }
      if (host) return host.call(name as CallName, argument as never)
      const headers = { 'content-type': 'application/json', 'x-tab-key': sessionStorage.getItem('tab-key') ?? '' }
      return (await fetch(`/api/${name}`, { method: 'POST', headers, body: JSON.stringify(argument) })).json()
    },
    { name, argument },
  )
  return answer as Envelope<Results[Name]>
}

export function chromiumPath(): string {
  const path = findChromium()
  if (!path) throw new Error('No Chrome, Edge or Chromium was found; npm test gets one.')
  return path
}

/**
 * A browser for tests, without a process for graphics: where there is no graphics card it would only draw in software,
 * beside the pages, and keep a processor busy with it.
 */
export const launchChromium = (args: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    chromiumSandbox: !asRoot,
    args: ['--disable-gpu', ...args],
  })

/**
 * The program as a process of its own, which opens no window unless told to; its output is in the error if it ends too
 * soon.
 */
export interface Server {
  readonly process: ChildProcess
  /** The address it prints, which admits one browser. */
  readonly address: string
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

export async function startServer(
  args: readonly string[],
  env: Record<string, string> = {},
  opens = false,
): Promise<Server> {
  const open = opens ? [] : ['--no-open']
  const child = spawn(process.execPath, [join(root, 'out/main/browser.js'), ...open, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const said: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^Sell or Stay is ready: (http:\S+)$/.exec(line)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`It ended with ${code}: ${said.join('\n')}`)))
  })
  return { process: child, address, end: (signal) => ended(child, signal) }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await gone
}

async function startInBrowser(dataDir: string): Promise<Running> {
  const server = await startServer(['--data', dataDir])
  const browser = await launchChromium()
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } })
  await page.goto(server.address)
  await entered(page)
  return {
    page,
    end: async (signal) => {
      await server.end(signal)
      await browser.close()
    },
  }
}

/** The first page stores the tab's key and moves on by itself. */
export const entered = (page: Page): Promise<void> => page.waitForURL((url) => !url.searchParams.has('token'))

async function startOnStandIn(dataDir: string, args: readonly string[], env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [join(root, 'test/stand-in/run.mjs'), '--data', dataDir, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, CHROME_PATH: chromiumPath(), ...env },
  })
  // The main file runs once the browser is there; the window may be late or never come.
  const opened = Promise.withResolvers<number>()
  const failed = Promise.withResolvers<never>()
  failed.promise.catch(() => undefined)
  const answers = new Map<string, (value: unknown) => void>()
  child.on('message', (message: { port?: number; errorBox?: string; id?: string; value?: unknown }) => {
    if (message.id !== undefined) answers.get(message.id)?.(message.value)
    if (message.port !== undefined) opened.resolve(message.port)
    if (message.errorBox !== undefined) failed.reject(new Error(message.errorBox))
  })
  child.once('exit', (code) => failed.reject(new Error(`The stand-in ended with ${code}; what it said stands above.`)))
  const port = await Promise.race([opened.promise, failed.promise])
  const connected = chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  connected.catch(() => undefined)
  const browser = await Promise.race([connected, failed.promise])
  const page = await Promise.race([windowIn(browser), failed.promise])
  const standIn: StandIn = (name, argument) => {
    const id = randomUUID()
    child.send({ id, name, argument })
    return new Promise((resolve) => answers.set(id, resolve))
  }
  return {
    // Another one, where the process behind the window has ended.
    get page() {
      return page.isClosed() ? (ours(browser) ?? page) : page
    },
    standIn,
    answerDialog: async (answer) => void (await standIn('answerNextDialog', answer)),
    proposed: async () => ((await standIn('boxes')) as { defaultPath: string }[]).at(-1)!.defaultPath,
    menu: async (label) => void (await standIn('click', label)),
    end: async (signal) => {
      await ended(child, signal)
      await browser.close()
    },
  }
}

/** The first window of the program, once it has loaded. */
async function windowIn(browser: Browser): Promise<Page> {
  const page = await vi.waitUntil(() => ours(browser), { timeout: 20_000, interval: 20 })
  await page.waitForLoadState('load')
  return page
}

const ours = (browser: Browser): Page | undefined =>
  browser
    .contexts()
    .flatMap((context) => context.pages())
    .find((page) => page.url().startsWith('https://main.app.test/'))

async function startInElectron(dataDir: string): Promise<Running> {
  const app = await _electron.launch({ executablePath: electronBinary()!, args: [root, '--data', dataDir] })
  const page = await app.firstWindow()
  return {
    page,
    answerDialog: async (path) => {
      await app.evaluate(({ dialog }, answer) => {
        dialog.showSaveDialog = (async (_window: unknown, { defaultPath }: { defaultPath: string }) => {
          Reflect.set(globalThis, 'proposed', defaultPath)
          return { canceled: false, filePath: answer }
        }) as typeof dialog.showSaveDialog
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [answer] })
      }, path)
    },
    proposed: () => app.evaluate(() => Reflect.get(globalThis, 'proposed') as string),
    menu: (label) =>
      app.evaluate(({ Menu }, wanted) => {
        const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? [])
        items?.find((item) => item.label === wanted)?.click()
      }, label),
    end: async (signal) => {
      if (signal === 'SIGKILL') await ended(app.process(), signal)
      else await app.close()
    },
  }
}
