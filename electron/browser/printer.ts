import { unlessCanceled } from '../canceled'
import { REPORT_PAGE, type Printer } from '../documents/report'
import { Refused, reasonOf } from '../refused'
import { holdsPage, printed, ready, start, type Press } from './press'
import type { Running } from './server'
import { KEY_HEADER } from './session'

/** A report requested within this time after the last one, or after its preparation, finds the browser running. */
const KEPT_WARM = 3 * 60_000

/** The host of the pages that are printed. */
type Served = Pick<Running, 'origin' | 'admit'>

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
