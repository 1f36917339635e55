import { spawn, type SpawnOptions } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

import { unlessCanceled } from '../canceled'
import { inTime, PAPER, REPORT_PAGE, REPORT_READY, type Printer } from '../documents/report'
import { Refused, reasonOf } from '../refused'
import { temporaryFolder } from '../temporary'
import { DevTools } from './devtools'
import { asksNobody, findsNobody } from './quiet'
import type { Running } from './server'
import { KEY_HEADER } from './session'

/** A report requested within this time after the last one, or after its preparation, finds the browser running. */
const KEPT_WARM = 3 * 60_000

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

/** The host of the pages that are printed. */
type Served = Pick<Running, 'origin' | 'admit'>

/** A browser with a single page. */
interface Press {
  readonly tools: DevTools
  readonly session: string
  close(): Promise<void>
}

/**
 * Prints with a headless browser of our own over a pipe: the user's window never has a debugging port, which any
 * process on the machine could use. It keeps one page and the last PDF, which may be made before it is requested.
 * @param folder for the browser's files; deleted with the browser
 * @param pages a browser may start before its pages are served
 */
export function headlessPrinter(executablePath: string, folder: string, pages: Served | Promise<Served>): Printer {
  let press: Promise<Press> | undefined
  /** The route the page is showing. */
  let shown: string | undefined
  let made: { readonly route: string; readonly pdf: Promise<Uint8Array> } | undefined
  let last: Promise<unknown> = Promise.resolve()
  /** Whether the last PDF could be made; its page may have been free for the next report before that is known. */
  let before: Promise<boolean> = Promise.resolve(true)
  let idle: NodeJS.Timeout | undefined
  let wished = 0
  /** Whether it prints with a small window, which is as good in every Chromium known. */
  let small = true
  /** Whether the page is at work that nobody has asked for yet. */
  let preparing = false

  const close = async () => {
    clearTimeout(idle)
    const gone = press
    press = undefined
    shown = undefined
    made = undefined
    await gone?.then((one) => one.close()).catch(() => undefined)
  }

  const running = async (): Promise<Press> => {
    const there = await press?.catch(() => undefined)
    if (there?.tools.isOpen) return there
    await there?.close()
    shown = undefined
    press = start(executablePath, folder)
    return press
  }

  /** Runs one task at a time on the page; a failure ends the browser, and the next task starts a new one. */
  const inTurn = <Result>(work: (one: Press) => Promise<Result>): Promise<Result> => {
    clearTimeout(idle)
    const mine = last.then(async () => {
      const earlier = before
      try {
        return await work(await running())
      } catch (error) {
        await close()
        // The browser may have ended over the PDF before, which is no fault of this one.
        if (await earlier) throw error
        return await work(await running())
      } finally {
        clearTimeout(idle)
        idle = setTimeout(() => void close(), KEPT_WARM).unref()
      }
    })
    last = mine.catch(() => undefined)
    return mine
  }

  /** Navigates the page to a route; within the loaded page nothing is loaded again. */
  const show = async ({ tools, session }: Press, route: string): Promise<void> => {
    if (shown === route) return
    const { origin, admit } = await pages
    if (shown === undefined) {
      const { cookie, key } = admit()
      await tools.send('Network.enable', {}, session)
      await tools.send('Network.setCookie', { ...cookie, url: origin, httpOnly: true, sameSite: 'Strict' }, session)
      await tools.send('Network.setExtraHTTPHeaders', { headers: { [KEY_HEADER]: key } }, session)
    }
    const url = `${origin}/${route}`
    const { errorText } = await tools.send<{ errorText?: string }>('Page.navigate', { url }, session)
    if (errorText) throw new Error(errorText)
    shown = route
  }

  /**
   * An address names one state of a case, so a PDF made for it stays right.
   * @returns once the page is free for the next report, which it draws while the browser puts this one together
   */
  const pdfOf = async (one: Press, route: string): Promise<{ readonly pdf: Promise<Uint8Array> }> => {
    if (made?.route === route) return made
    // Of two PDFs at a time Chromium would forget the first.
    await before
    const { pdf, free } = await printed(one, small)
    const mine = (made = { route, pdf })
    before = pdf.then(
      () => true,
      async () => {
        if (made === mine) await close()
        return false
      },
    )
    await free
    return mine
  }

  return {
    prepare(route) {
      // Of several requests only the last is worth doing.
      const mine = ++wished
      inTurn(async (one) => {
        if (mine !== wished) return
        preparing = true
        await show(one, route ?? REPORT_PAGE)
        if (route === undefined) return
        await ready(one)
        if (mine === wished) await (await pdfOf(one, route)).pdf
      })
        .catch(() => undefined)
        .finally(() => {
          preparing = false
        })
    },
    async print(route, canceled) {
      wished++
      let mine = false
      let earlier = before
      // A page in the middle of laying out listens to nothing: only the end of its browser ends that. What another window
      // prints meanwhile goes on, and the browser first finishes what it is still putting together.
      const end = () => void earlier.then(async () => (mine || preparing) && (await close()))
      canceled?.addEventListener('abort', end, { once: true })
      try {
        const printing = inTurn(async (one) => {
          if (canceled?.aborted) return { pdf: Promise.resolve(new Uint8Array()) }
          mine = true
          earlier = before
          try {
            await show(one, route)
            await ready(one)
            return await pdfOf(one, route)
          } finally {
            mine = false
          }
        })
        const pdf = await unlessCanceled(
          canceled,
          printing.then((one) => one.pdf),
        )
        if (!small || holdsPage(pdf)) return pdf
        small = false
        made = undefined
        return await this.print(route, canceled)
      } catch (error) {
        if (error instanceof Refused) throw error
        throw new Refused(
          'unavailable',
          `The PDF could not be made with ${executablePath} (${reasonOf(error)}). Use the print dialog instead.`,
        )
      } finally {
        canceled?.removeEventListener('abort', end)
      }
    },
    close,
  }
}

/** A browser with a blank page. */
async function start(chromePath: string, parent: string): Promise<Press> {
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
async function ready({ tools, session }: Press): Promise<void> {
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
const holdsPage = (pdf: Uint8Array): boolean =>
  Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).includes('/S /H1')

/**
 * The page as a PDF. The page has given all of itself when it says so, about halfway; what is left is the work of other
 * processes of the browser.
 */
async function printed({ tools, session }: Press, small: boolean) {
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

/** Several printers as one: each report goes to the one with the fewest to print. */
export function sharedAmong(printers: readonly Printer[]): Printer {
  const busy = printers.map(() => 0)
  return {
    async print(route, canceled) {
      const free = busy.indexOf(Math.min(...busy))
      busy[free]!++
      try {
        return await printers[free]!.print(route, canceled)
      } finally {
        busy[free]!--
      }
    },
    prepare: (route) => {
      for (const printer of printers) printer.prepare(route)
    },
    close: async () => void (await Promise.all(printers.map((printer) => printer.close()))),
  }
}
