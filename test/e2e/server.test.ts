// The browser shell as a process: how it starts, refuses to start, and ends.
import { execFile, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { temporaryFolder } from '../support/folder'
import { startServer } from '../support/program'

const program = fileURLToPath(new URL('../../out/main/browser.js', import.meta.url))

async function started(...args: string[]) {
  const server = await startServer(args)
  onTestFinished(() => server.end('SIGKILL'))
  return server
}

/** Its message when it does not start. */
function refusal(
  ...args: string[]
): Promise<{ code: number | string | null | undefined; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, '--no-open', ...args], { timeout: 20_000 }, (error, stdout, stderr) =>
      resolve({ code: error?.code, stdout, stderr }),
    )
  })
}

/** A client without a window: its two secrets, and calls with them. */
async function enter(address: string) {
  const { origin } = new URL(address)
  const entry = await fetch(address, { redirect: 'manual' })
  const cookie = entry.headers.get('set-cookie')!.split(';')[0]!
  const key = /name="tab-key" content="([^"]+)"/.exec(await entry.text())![1]!
  return async (name: string, argument: unknown): Promise<{ ok: boolean; value: never }> => {
    const headers = { cookie, 'x-tab-key': key, origin, 'content-type': 'application/json' }
    const answer = await fetch(`${origin}/api/${name}`, { method: 'POST', headers, body: JSON.stringify(argument) })
    return (await answer.json()) as never
  }
}

const oneSentence = /^[^\n]+\.\n$/

describe('the browser shell', () => {
  it('has on the disk what it has answered to, when it is killed at that moment', async () => {
    const folder = temporaryFolder()
    let server = await started('--data', folder)
    let call = await enter(server.address)
    const { value } = (await call('createCase', { sample: 'general-dentist' })) as {
      value: { id: string; document: object }
    }
    for (let revision = 0; revision < 5; revision++) {
      const document = { ...value.document, name: `Saved ${revision}` }
      expect(await call('saveCase', { id: value.id, revision, document })).toMatchObject({ ok: true })
      await server.end('SIGKILL')
      server = await started('--data', folder)
      call = await enter(server.address)
    }
    expect(await call('openCase', { id: value.id })).toMatchObject({
      value: { revision: 5, document: { name: 'Saved 4' } },
    })
  })

  it('is alone on its data: a second start gets an address for another window from it', async () => {
    const folder = temporaryFolder()
    const server = await started('--data', folder)
    const again = await refusal('--data', folder)
    expect({ code: again.code, stderr: again.stderr }).toEqual({ code: undefined, stderr: '' })
    const [, address] = /^Sell or Stay is already open\. For another window: (\S+)\n$/.exec(again.stdout)!
    expect(new URL(address!).origin).toBe(new URL(server.address).origin)
    for (const one of [address!, server.address]) {
      const call = await enter(one)
      expect(await call('listCases', {})).toMatchObject({ ok: true })
    }
    expect((await fetch(address!)).status).toBe(403)
  })

  it('says where the other one is, where that cannot be asked', async () => {
    const folder = temporaryFolder()
    const server = await started('--data', folder)
    rmSync(join(folder, 'running.sock'))
    const { code, stdout, stderr } = await refusal('--data', folder)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(oneSentence)
    expect(stderr).toContain(
      `already open on the data in ${folder} (process ${server.process.pid}, ${new URL(server.address).origin})`,
    )
    expect(stderr).not.toContain('token')
  })

  it('takes the same port again, where those who were let in before still are', async () => {
    const folder = temporaryFolder()
    const first = await started('--data', folder)
    const call = await enter(first.address)
    await first.end('SIGKILL')
    const second = await started('--data', folder)
    expect(new URL(second.address).origin).toBe(new URL(first.address).origin)
    expect(await call('listCases', {})).toMatchObject({ ok: true })
    await second.end('SIGTERM')
    // Another program has taken the port: no window can come back, and earlier secrets are void.
    const other = createServer()
    const { port } = new URL(first.address)
    await new Promise<void>((resolve) => void other.listen(Number(port), '127.0.0.1', resolve))
    const third = await started('--data', folder)
    expect(new URL(third.address).port).not.toBe(port)
    await third.end('SIGTERM')
    await new Promise((resolve) => void other.close(resolve))
    await started('--data', folder, '--port', port)
    expect(await call('listCases', {})).toMatchObject({ ok: false })
  })

  it.skipIf(process.platform === 'win32')(
    'keeps to itself what it writes, and mends what others could read',
    async () => {
      const folder = temporaryFolder()
      const server = await started('--data', folder)
      const call = await enter(server.address)
      await call('createCase', { sample: 'general-dentist' })
      const modes = () =>
        (readdirSync(folder, { recursive: true }) as string[]).flatMap((name) => {
          const { mode } = statSync(join(folder, name))
          return mode & 0o077 ? [`${name} ${(mode & 0o777).toString(8)}`] : []
        })
      expect(modes()).toEqual([])
      await server.end('SIGTERM')
      for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o755)
      chmodSync(folder, 0o755)
      await started('--data', folder)
      expect(modes()).toEqual([])
      expect(statSync(folder).mode & 0o077).toBe(0)
    },
  )

  it.skipIf(process.platform === 'win32')(
    'says that others can look into a folder with other things in it',
    async () => {
      const folder = temporaryFolder()
      writeFileSync(join(folder, 'holiday.jpg'), '')
      chmodSync(folder, 0o755)
      const server = await started('--data', folder)
      const { value } = await (await enter(server.address))('capabilities', {})
      expect(value).toMatchObject({
        notice: expect.stringMatching(/^Other users of this computer can look into .*\.$/),
      })
      expect(statSync(folder).mode & 0o777).toBe(0o755)
    },
  )

  it.skipIf(process.platform === 'win32')(
    'replaces a link in the place of its notes, and does not follow it',
    async () => {
      const folder = temporaryFolder()
      const elsewhere = join(temporaryFolder(), 'precious')
      writeFileSync(elsewhere, 'kept')
      for (const name of ['running.txt', 'session.json', 'open.html']) symlinkSync(elsewhere, join(folder, name))
      await started('--data', folder)
      expect(readFileSync(elsewhere, 'utf8')).toBe('kept')
      expect(lstatSync(join(folder, 'running.txt')).isFile()).toBe(true)
      expect(lstatSync(join(folder, 'session.json')).isFile()).toBe(true)
    },
  )

  it('ends in good order when it is told to', async () => {
    const folder = temporaryFolder()
    const server = await started('--data', folder)
    await server.end('SIGTERM')
    expect(server.process.exitCode).toBe(0)
    expect(existsSync(join(folder, 'sell-or-stay.sqlite-wal'))).toBe(false)
    expect(existsSync(join(folder, 'running.txt'))).toBe(false)
  })

  it.skipIf(process.platform === 'win32')('ends when npm, which has started it, was killed', async () => {
    const folder = temporaryFolder()
    const note = join(folder, 'running.txt')
    const npm = spawn('npm', ['start', '--ignore-scripts', '--', '--browser', '--no-open', '--data', folder], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      stdio: 'ignore',
    })
    onTestFinished(() => void npm.kill('SIGKILL'))
    const announced = () => /^process (\d+), http/.exec(existsSync(note) ? readFileSync(note, 'utf8') : '')?.[1]
    const pid = Number(await vi.waitUntil(announced, { timeout: 40_000, interval: 100 }))
    onTestFinished(() => {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It has ended, as it should have.
      }
    })
    npm.kill('SIGKILL')
    await expect.poll(() => existsSync(note)).toBe(false)
  })

  it('takes the port that it is given', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const { code, stderr } = await refusal('--data', temporaryFolder(), '--port', String(port))
    expect(code).toBe(1)
    expect(stderr).toBe(`Port ${port} is in use by another program. Choose another with --port N, or leave it out.\n`)
    await new Promise((resolve) => void other.close(resolve))
    expect(new URL((await started('--data', temporaryFolder(), '--port', String(port))).address).port).toBe(
      String(port),
    )
  })

  it('says in one sentence why it does not start', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const newer = temporaryFolder()
    const database = new Database(join(newer, 'sell-or-stay.sqlite'))
    database.pragma(`application_id = ${0x536f5374}`)
    database.pragma('user_version = 99')
    database.close()
    const cases = {
      [`--data=${file}`]: 'Nothing can be stored in the folder',
      [`--data=${newer}`]: 'Update the program',
      '--port=99999': '--port 99999 is not a port',
      '--shade': 'There is no option --shade. The options are --data FOLDER, --port N, --no-open.',
      somewhere: 'somewhere is not expected here',
    }
    for (const [argument, part] of Object.entries(cases)) {
      const { code, stdout, stderr } = await refusal(argument)
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toMatch(oneSentence)
      expect(stderr).toContain(part)
    }
  })
})
