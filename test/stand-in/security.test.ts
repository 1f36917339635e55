// Each rule of electron/security on the stand-in, with the built main file and a real Chromium: what a page, another
// program or a mistake might try, and that it fails. (The rules of the browser shell are in test/electron and test/e2e;
// the content policy is in host.test.ts.)
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, afterAll, describe, expect, it } from 'vitest'

import { openProgramOnce, type Program } from '../support/program'

let program: Program
let end: (() => Promise<void>) | undefined
beforeAll(async () => {
  const opened = await openProgramOnce('the stand-in for Electron', {
    args: ['--remote-debugging-port=9222', '--remote-allow-origins=*'],
    env: { STAND_IN_PACKAGED: 'yes' },
  })
  program = opened.program
  end = opened.dispose
})
afterAll(() => end?.())

const log = () => readFileSync(join(program.dataDir, 'log.txt'), 'utf8')

describe('the desktop program', () => {
  it('takes away the switches by which another program could read along (debugging)', async () => {
    const switches = (await program.standIn('switches')) as string[]
    expect(switches.filter((name) => name.startsWith('remote-'))).toEqual([])
  })

  it('tells Chromium to ask for nothing and to find no name (requests)', async () => {
    const switches = (await program.standIn('switches')) as string[]
    expect(switches).toEqual(
      expect.arrayContaining([
        'disable-background-networking',
        'disable-component-update',
        'host-resolver-rules=MAP * ~NOTFOUND',
      ]),
    )
  })

  it('cancels every request but those for its own pages (requests)', async () => {
    const answered = await program.page.evaluate(async () => {
      const image = new Image()
      const loaded = new Promise((resolve) => {
        image.addEventListener('load', () => resolve('loaded'))
        image.addEventListener('error', () => resolve('refused'))
      })
      image.src = 'https://example.org/pixel.png'
      const own = await fetch('/icon.svg').then(({ status }) => status)
      return [await loaded, own]
    })
    expect(answered[0]).toBe('refused')
  })

  it('sandboxes and isolates its window, and has no developer tools when installed (sandbox)', async () => {
    expect(await program.standIn('preferences')).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    })
  })

  it('stays on its pages, wherever a link or a script leads (navigation)', async () => {
    const before = program.page.url()
    await program.page.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'https://example.org/elsewhere'
      document.body.append(link)
      link.click()
      link.remove()
    })
    await expect.poll(log).toContain('navigation refused: https://example.org/elsewhere')
    await program.page.evaluate(() => globalThis.location.assign('https://example.org/by-script'))
    await expect.poll(log).toContain('navigation refused: https://example.org/by-script')
    expect(program.page.url()).toBe(before)
    expect(await program.call('listCases', {})).toMatchObject({ ok: true })
  })

  it('opens no window and no webview for a page (new windows)', async () => {
    const pages = () => program.page.context().pages().length
    const before = pages()
    await program.page.evaluate(() => void globalThis.open('https://example.org/window'))
    await expect.poll(log).toContain('window refused: https://example.org/window')
    await expect.poll(pages).toBe(before)
    expect(await program.standIn('embedWebview')).toBe(true)
  })

  it('grants none of the device’s abilities (permissions)', async () => {
    for (const name of ['geolocation', 'media', 'notifications', 'clipboard-read', 'midi'])
      expect(await program.standIn('permission', name)).toEqual({ asked: false, looked: false, device: false })
    expect(log()).toContain('permission refused: geolocation')
  })

  it('answers the top frame of its own pages alone (sender, origin)', async () => {
    for (const from of [
      { origin: 'https://example.org' },
      { origin: 'app://main.example.org' },
      { origin: 'app://mainly' },
      { origin: 'file://' },
      { origin: 'null' },
      { origin: 'app://main', embedded: true },
      { origin: 'app://main', gone: true },
    ])
      expect(await program.standIn('callFrom', from)).toMatchObject({ ok: false, error: { code: 'unavailable' } })
    expect(await program.standIn('callFrom', { origin: 'app://main' })).toMatchObject({ ok: true })
    expect(log()).toContain('sender refused: an embedded frame at app://main/')
  })

  it('sends its pages with all headers (headers)', async () => {
    const headers = await program.page.evaluate(async () => Object.fromEntries((await fetch('/index.html')).headers))
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'nonce-/,
      ),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
  })
})
