import { spawn, type SpawnOptions } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

import { inTime, PAPER, REPORT_READY } from '../documents/report'
import { temporaryFolder } from '../temporary'
import { DevTools } from './devtools'
import { asksNobody, findsNobody } from './quiet'

const FLAGS = [
  '--headless',
  // No report data stay in the profile.
  '--incognito',
  ...asksNobody,
  findsNobody,
  '--remote-debugging-pipe',
  '--hide-scrollbars',
  // The same letter spacing whatever screen the machine has.
  '--font-render-hinting=none',
  // A page that is drawn once gains nothing from code that is optimized beside it, on processors that others need.
  '--js-flags=--no-turbofan',
  '--disable-dev-shm-usage',
  // Chromium does not run sandboxed as root. If a user's sandbox fails, the print dialog remains; the sandbox is never
  // turned off for a user.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/**
 * Chromium renders the lists below its address bar in a process of their own as soon as it starts, which costs as much as
 * all the rest of its start. A printer has no address bar.
 */
const UNNEEDED = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']

/** Of several such flags Chromium obeys the last, so this one repeats what the launcher turns off. */
function turnedOff(flags: readonly string[]): string {
  const flag = '--disable-features='
  const others = flags.filter((one) => one.startsWith(flag)).map((one) => one.slice(flag.length))
  return flag + [...others, ...UNNEEDED].join(',')
}

/**
 * Chromium creates a socket with a long name in its temporary folder and fails to start if the path exceeds the system
 * limit (104 characters on macOS, 108 elsewhere).
 */
const LONGEST = 104 - '/org.chromium.Chromium.XXXXXX/SingletonSocket'.length

/** A browser with a single page. */
export interface Press {
  readonly tools: DevTools
  readonly session: string
  close(): Promise<void>
}

/** A browser with a blank page. */
export async function start(chromePath: string, parent: string): Promise<Press> {
  const { Launcher } = await import('chrome-launcher')
  let failed: Error | undefined
  // Everything it writes goes into two folders that are deleted with it: its profile and its temporary folder.
  mkdirSync(parent, { recursive: true, mode: 0o700 })
  const profile = mkdtempSync(join(parent, 'profile-'))
  const beside = temporaryFolder('printer')
  const options = {
    chromePath,
    chromeFlags: [...FLAGS, turnedOff(Launcher.defaultFlags())],
    userDataDir: profile,
    envVars: { ...process.env, ...(beside.length < LONGEST && { TMPDIR: beside }) },
    handleSIGINT: false,
    logLevel: 'silent' as const,
  }
  const launcher = new Launcher(options, {
    // The launcher does not handle this error, which would end the whole program.
    spawn: ((command: string, args: string[], how: SpawnOptions) =>
      spawn(command, args, how).on('error', (error) => {
        failed = error
      })) as typeof spawn,
  })
  await launcher.launch()
  const tools = new DevTools(launcher.remoteDebuggingPipes!)
  const child = launcher.chromeProcess!
  child.on('exit', (code) => tools.end(failed ?? new Error(`the browser has ended with ${code}`)))
  const close = async () => {
    const gone = new Promise((resolve) => child.once('close', resolve))
    const there = child.pid !== undefined && child.exitCode === null && child.signalCode === null
    tools.end(new Error('the browser was closed'))
    // Quitting by itself would take it several times as long, and what it would tidy up is deleted here.
    launcher.kill()
    if (there) await gone
    for (const folder of [profile, beside, ...(await socketFolder(profile))])
      // oxlint-disable-next-line no-await-in-loop -- a few small folders
      await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
  }
  try {
    if (failed) throw failed
    const { targetInfos } = await tools.send<{ targetInfos: { targetId: string; type: string }[] }>('Target.getTargets')
    const targetId =
      targetInfos.find(({ type }) => type === 'page')?.targetId ??
      (await tools.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' })).targetId
    const attach = { targetId, flatten: true }
    const { sessionId } = await tools.send<{ sessionId: string }>('Target.attachToTarget', attach)
    return { tools, session: sessionId, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The folder of the socket of a browser that was killed: in the system's temporary folder where ours has a long name. */
async function socketFolder(profile: string): Promise<string[]> {
  const socket = await readlink(join(profile, 'SingletonSocket')).catch(() => '')
  return basename(socket) === 'SingletonSocket' && dirname(dirname(socket)) === tmpdir() ? [dirname(socket)] : []
}

/** Waits until the page shows its report. */
export async function ready({ tools, session }: Press): Promise<void> {
  const look = { expression: REPORT_READY, awaitPromise: true, returnByValue: true }
  const looked = tools.send<{ result: { value?: unknown }; exceptionDetails?: { text: string } }>(
    'Runtime.evaluate',
    look,
    session,
  )
  await inTime(
    looked.then(({ result, exceptionDetails }) => {
      if (exceptionDetails) throw new Error(exceptionDetails.text)
      return result.value
    }),
  )
}

/** Runs in the page ahead of its printing, and then to wait for the moment when the page may change again. */
const WATCH = `void (globalThis.printedOut = new Promise((done) => addEventListener('afterprint', done, { once: true })))`
const PRINTED_OUT = `globalThis.printedOut.then(() => undefined)`

/**
 * A window so small that the page spares itself the first of two layouts, by which Chromium only learns the size of the
 * paper (`renderer/report/paper.css`).
 */
const SMALL = { width: 50, height: 50, deviceScaleFactor: 0, mobile: false }

/** Whether a page was on paper: each has a first heading. A Chromium that prints by the rules for the window leaves it out. */
export const holdsPage = (pdf: Uint8Array): boolean =>
  Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).includes('/S /H1')

/**
 * The page as a PDF. The page has given all of itself when it says so, about halfway; what is left is the work of other
 * processes of the browser.
 */
export async function printed({ tools, session }: Press, small: boolean) {
  const print = async () => {
    const { data } = await tools.send<{ data: string }>('Page.printToPDF', PAPER, session)
    return Buffer.from(data, 'base64')
  }
  if (small) await tools.send('Emulation.setDeviceMetricsOverride', SMALL, session)
  else await tools.send('Emulation.clearDeviceMetricsOverride', {}, session)
  await tools.send('Runtime.evaluate', { expression: WATCH }, session)
  const pdf = print()
  const left = tools.send('Runtime.evaluate', { expression: PRINTED_OUT, awaitPromise: true }, session)
  return { pdf, free: Promise.race([left, pdf]).catch(() => undefined) }
}
