// Printing apart from the report itself: a page of the test stands for it, printed by the real Chromium.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'

import { headlessPrinter, sharedAmong } from '../../electron/browser/printer'
import { inTime, type Printer } from '../../electron/documents/report'
import { Refused } from '../../electron/refused'
import { temporaryFolder } from '../support/folder'
import { readPdf } from '../support/pdf'
import { chromiumPath } from '../support/program'

afterEach(() => vi.useRealTimers())

/** Enough to keep the browser busy with a PDF while the page is on to the next one. */
const SHEETS = 60

/** Ready at #good…, never at #slow…; at any other address it says that it cannot be shown. Each of its pages names its address. At #good?whole
 * it leaves itself out of a print by the size of its window. */
const PAGE = `<!doctype html><title>Report</title><h1>Report</h1><main></main><script>
  const look = () => {
    document.querySelector('main').innerHTML = ('<p style="break-after: page">Paper ' + location.hash + '</p>').repeat(${SHEETS})
    delete document.documentElement.dataset.ready
    if (location.hash.startsWith('#good')) document.documentElement.dataset.ready = location.hash
    else if (location.hash && !location.hash.startsWith('#slow')) document.documentElement.dataset.failed = 'The case is gone.'
  }
  addEventListener('beforeprint', () => (document.body.hidden = location.hash === '#good?whole' && innerWidth < 100))
  addEventListener('hashchange', look)
  look()
</script>`

async function printerOfPage(): Promise<Printer> {
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(PAGE))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const admit = () => ({ cookie: { name: 'c', value: 'v' }, key: 'k' })
  const printer = headlessPrinter(chromiumPath(), temporaryFolder(), { origin, admit })
  onTestFinished(async () => {
    await printer.close()
    server.closeAllConnections()
    server.close()
  })
  return printer
}

it('prints a report once, ahead of the request, and says at once why a page cannot be shown', async () => {
  const printer = await printerOfPage()
  printer.prepare('#good1')
  const first = await printer.print('#good1')
  expect(Buffer.from(first).subarray(0, 5).toString()).toBe('%PDF-')
  // The very same bytes: nothing is printed again for an address that has not changed.
  expect(await printer.print('#good1')).toBe(first)
  expect(await printer.print('#good2')).not.toBe(first)
  await expect(printer.print('#gone')).rejects.toThrow(
    'The report could not be made (The case is gone.). Look at its preview, then try again.',
  )
  expect(
    Buffer.from(await printer.print('#good1'))
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
})

it('draws the next report while the browser puts the last together, and keeps them apart', async () => {
  const printer = await printerOfPage()
  const canceled = new AbortController()
  const routes = ['#good1', '#good2', '#good3', '#good4']
  const printed = routes.map((route) => printer.print(route))
  const slow = printer.print('#slow', canceled.signal)
  slow.catch(() => undefined)
  const next = printer.print('#good5')
  for (const [i, pdf] of printed.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- each as it comes
    const { pages } = await readPdf(await pdf)
    const says = pages.map(({ text }) => text.replace('Report', '').trim()).filter((text) => text !== '')
    expect(says).toEqual(Array.from({ length: SHEETS }, () => `Paper ${routes[i]!}`))
    // Whatever is still being put together is not lost with a report that is canceled behind it.
    if (i === 2) canceled.abort()
  }
  await expect(slow).rejects.toMatchObject({ code: 'canceled' })
  expect((await readPdf(await next)).pages[0]!.text).toContain('#good5')
})

it('prints once more, from a whole window, where the page has left itself out of a small one', async () => {
  const printer = await printerOfPage()
  const routes = ['#good1', '#good?whole', '#good2']
  const printed = await Promise.all(routes.map((route) => printer.print(route)))
  for (const [i, pdf] of printed.entries())
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await readPdf(pdf)).pages[0]!.text).toContain(`Paper ${routes[i]!}`)
})

it('ends the browser of a report that is canceled, and prints the next one', async () => {
  const printer = await printerOfPage()
  const [first, queued] = [new AbortController(), new AbortController()]
  const slow = printer.print('#slow', first.signal)
  const waiting = printer.print('#slow too', queued.signal)
  const next = printer.print('#good1')
  // One that has not begun just leaves the queue.
  queued.abort()
  await expect(waiting).rejects.toMatchObject({ code: 'canceled' })
  first.abort()
  await expect(slow).rejects.toThrow('It was canceled, and nothing was saved.')
  expect(
    Buffer.from(await next)
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
})

it('waits minutes for a report on a busy machine, but not without an end', async () => {
  vi.useFakeTimers()
  const slow = Promise.withResolvers<null>()
  const waited = inTime(slow.promise)
  vi.advanceTimersByTime(4 * 60_000)
  slow.resolve(null)
  await expect(waited).resolves.toBeUndefined()

  const stuck = inTime(new Promise(() => undefined))
  vi.advanceTimersByTime(5 * 60_000)
  await expect(stuck).rejects.toThrow('The report was not ready in time')
  await expect(stuck).rejects.toBeInstanceOf(Refused)
})

it('shares reports out among printers: each goes to the one with the fewest', async () => {
  const asked: string[][] = [[], []]
  const begun: PromiseWithResolvers<Uint8Array>[] = []
  const closed: number[] = []
  const printer = sharedAmong(
    asked.map((routes, i) => ({
      print: (route) => {
        routes.push(route)
        const one = Promise.withResolvers<Uint8Array>()
        begun.push(one)
        return one.promise
      },
      prepare: () => undefined,
      close: async () => void closed.push(i),
    })),
  )
  const [a, b, c] = ['a', 'b', 'c'].map((route) => printer.print(route))
  expect(asked).toEqual([['a', 'c'], ['b']])
  begun[1]!.resolve(new Uint8Array())
  await b
  const d = printer.print('d')
  expect(asked).toEqual([
    ['a', 'c'],
    ['b', 'd'],
  ])
  begun[3]!.reject(new Error('no paper'))
  await expect(d).rejects.toThrow('no paper')
  void printer.print('e')
  expect(asked[1]).toEqual(['b', 'd', 'e'])
  for (const one of begun) one.resolve(new Uint8Array())
  await Promise.all([a, c])
  await printer.close()
  expect(new Set(closed)).toEqual(new Set([0, 1]))
})
