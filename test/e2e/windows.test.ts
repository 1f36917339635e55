// Two browser-shell windows on one case, and a window whose host ends and comes back.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { CallName } from '../../shared/host'
import { temporaryFolder } from '../support/folder'
import { callFrom, entered, launchChromium, startServer, type Server } from '../support/program'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

interface Windows {
  readonly folder: string
  server: Server
  readonly id: string
  readonly one: Page
  readonly other: Page
}

/** A case that is open in two tabs of one browser, and what is stored of it. */
async function twoWindows(): Promise<Windows & { stored: (path: [string, string]) => Promise<unknown> }> {
  const folder = temporaryFolder()
  const server = await startServer(['--data', folder])
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } })
  const one = await context.newPage()
  await one.goto(server.address)
  await entered(one)
  const created = await callFrom(one, 'createCase', { sample: 'general-dentist' })
  if (!created.ok) throw new Error(created.error.message)
  const { id } = created.value
  // A tab opened by hand is admitted by one that is open.
  const other = await context.newPage()
  const address = `${new URL(server.address).origin}/#/case/${id}/practice`
  await other.goto(address)
  await one.goto(address)
  for (const page of [one, other]) await field(page, 'Your own collections').waitFor()
  const windows = { folder, server, id, one, other }
  return {
    ...windows,
    stored: async ([part, name]) => {
      const answer = await callFrom(one, 'openCase', { id })
      return answer.ok ? Reflect.get(Reflect.get(answer.value.document, part) as object, name) : answer.error.code
    },
  }
}

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true }).first()

async function enter(page: Page, label: string, text: string): Promise<void> {
  await field(page, label).fill(text)
  await field(page, label).press('Enter')
}
const shows = (page: Page, label: string) => field(page, label).inputValue()
const saved = (page: Page) => page.locator('[data-saved=saved]').waitFor()

/** Answers to its calls wait until this is called. */
async function heldBack(page: Page, ...names: CallName[]): Promise<() => Promise<void>> {
  const gate = Promise.withResolvers<void>()
  for (const name of names)
    await page.route(`**/api/${name}`, async (route) => {
      await gate.promise
      await route.continue()
    })
  return async () => {
    gate.resolve()
  }
}

describe('two windows on one case', () => {
  it('see each other’s edits, and keep both when each has edited a field of its own', async () => {
    const { one, other, server, stored } = await twoWindows()
    await enter(one, 'Your own collections', '912,000')
    await expect.poll(() => shows(other, 'Your own collections')).toMatch(/912,000/)
    // Both at once: the second save has not seen the first.
    const release = await heldBack(other, 'saveCase', 'openCase')
    await enter(other, 'Hygiene collections', '333,000')
    await enter(one, 'Your own collections', '913,000')
    await saved(one)
    await release()
    for (const page of [one, other]) {
      await expect.poll(() => shows(page, 'Your own collections')).toMatch(/913,000/)
      await expect.poll(() => shows(page, 'Hygiene collections')).toMatch(/333,000/)
      expect(await page.getByRole('alert').count()).toBe(0)
    }
    expect(await stored(['practice', 'ownerCollections'])).toBe(913_000)
    expect(await stored(['practice', 'hygieneCollections'])).toBe(333_000)
    await server.end('SIGTERM')
  })

  it('are shown both values of a field that both have changed, and one is chosen', async () => {
    const { one, other, server, stored } = await twoWindows()
    const release = await heldBack(other, 'saveCase', 'openCase')
    await enter(other, 'Your own collections', '800,000')
    await enter(one, 'Your own collections', '950,000')
    await saved(one)
    await release()
    const row = other.getByRole('row', { name: /Your own collections/i })
    await row.waitFor()
    expect(await row.getByRole('cell').allTextContents()).toMatchObject(
      [/\$950,000/, /\$800,000/, /Other.*This/].map((text) => expect.stringMatching(text)) as never,
    )
    // What was saved is not given up until the user says so.
    expect(await stored(['practice', 'ownerCollections'])).toBe(950_000)
    expect(await shows(other, 'Your own collections')).toMatch(/950,000/)
    await row.getByRole('button', { name: /^This/ }).click()
    await expect.poll(() => stored(['practice', 'ownerCollections'])).toBe(800_000)
    await expect.poll(() => shows(one, 'Your own collections')).toMatch(/800,000/)
    await server.end('SIGTERM')
  })

  it('are shown both values, too, where one stored its own while the other was being typed', async () => {
    const { one, other, server, stored } = await twoWindows()
    await field(other, 'Your own collections').fill('700')
    await enter(one, 'Your own collections', '912,000')
    await enter(one, 'Hygiene collections', '333,000')
    await expect.poll(() => shows(other, 'Hygiene collections')).toMatch(/333,000/)
    expect(await shows(other, 'Your own collections')).toBe('700')
    await enter(other, 'Your own collections', '700k')
    const both = other.getByRole('alert', { name: 'Changed in two windows' })
    await expect.poll(() => both.innerText()).toMatch(/\$912,000[^]*\$700,000/)
    expect(await stored(['practice', 'ownerCollections'])).toBe(912_000)
    await both.getByRole('button', { name: /^This window/ }).click()
    await expect.poll(() => stored(['practice', 'ownerCollections'])).toBe(700_000)
    await server.end('SIGTERM')
  })

  it('lose nothing when one deletes the case: the other saves it as a new one', async () => {
    const { one, other, id, server } = await twoWindows()
    await one.evaluate(() => (globalThis.location.hash = '#/'))
    await callFrom(one, 'deleteCase', { id })
    await other.getByText('This case was deleted in another window.').waitFor()
    await enter(other, 'Your own collections', '777,000')
    await other.getByRole('button', { name: 'Save as a new case' }).click()
    await other.waitForURL((url) => url.hash.startsWith('#/case/') && !url.hash.includes(id))
    await expect.poll(() => shows(other, 'Your own collections')).toMatch(/777,000/)
    const list = await callFrom(one, 'listCases', {})
    expect(list.ok && list.value.cases).toHaveLength(1)
    await server.end('SIGTERM')
  })
})

describe('a window whose host ends', () => {
  it('keeps what is entered, and saves it by itself when the host is back', async () => {
    const windows = await twoWindows()
    const { one, other, folder, stored } = windows
    await windows.server.end('SIGKILL')
    await enter(one, 'Your own collections', '555,000')
    await one.getByText('The program behind this window does not answer.').waitFor()
    await one.locator('[data-saved=failed]').waitFor()
    const [download] = await Promise.all([
      one.waitForEvent('download'),
      one.getByRole('button', { name: 'Save it as a file' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.sellorstay$/)
    expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toMatchObject({
      app: 'sell-or-stay',
      practice: { ownerCollections: 555_000 },
    })
    const server = await startServer(['--data', folder])
    await saved(one)
    expect(await one.getByRole('alert').count()).toBe(0)
    expect(await stored(['practice', 'ownerCollections'])).toBe(555_000)
    await expect.poll(() => shows(other, 'Your own collections')).toMatch(/555,000/)
    await server.end('SIGTERM')
  })

  it('says nothing of its key to another program at the same address', async () => {
    const { one, server } = await twoWindows()
    await server.end('SIGKILL')
    await enter(one, 'Your own collections', '555,000')
    await one.locator('[data-saved=failed]').waitFor()
    const said: string[] = []
    const stranger = await strangerAt(server, (line) => said.push(line))
    await expect.poll(() => said.length).toBeGreaterThan(0)
    await one.getByRole('button', { name: 'Try again' }).click()
    await one.getByText('is not the program that opened it').waitFor()
    await expect.poll(() => said.length).toBeGreaterThan(2)
    const key = await one.evaluate(() => sessionStorage.getItem('tab-key')!)
    expect(said.join('\n')).not.toContain(key.split('.')[1])
    expect(said.join('\n')).not.toMatch(/cookie|555,?000/)
    expect(said.every((line) => line.startsWith('GET /hello?'))).toBe(true)
    await stranger()
  })
})

describe('a tab that is opened by hand', () => {
  it('is not let in where no window of the program is open', async () => {
    const { one, other, server } = await twoWindows()
    await other.close()
    const address = new URL(server.address).origin
    const third = await one.context().newPage()
    await one.close()
    await third.goto(address)
    await third.getByRole('heading', { name: 'This tab has not been let in' }).waitFor()
    expect(await callFrom(third, 'listCases', {})).toMatchObject({ ok: false })
    await server.end('SIGTERM')
  })
})

/**
 * Someone else's server at the address of a host that has ended; `hear` gets the first line and headers of each
 * request.
 */
async function strangerAt({ address }: Server, hear: (said: string) => void): Promise<() => Promise<void>> {
  const { createServer } = await import('node:http')
  const server = createServer((request, response) => {
    hear(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`)
    response.end('{"proof":"AAAA"}')
  })
  await new Promise<void>((resolve) => void server.listen(Number(new URL(address).port), '127.0.0.1', resolve))
  return async () => {
    server.closeAllConnections()
    await new Promise((resolve) => void server.close(resolve))
  }
}
