// The browser shell as a process: how it starts, refuses to start, and ends.
import { execFile } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'

import { temporaryFolder } from '../support/folder'
import { startServer } from '../support/program'

const program = fileURLToPath(new URL('../../out/main/browser.js', import.meta.url))

async function started(...args: string[]) {
  const server = await startServer(args)
  onTestFinished(() => server.end('SIGKILL'))
  return server
}

/** What it says when it does not start. */
function refusal(
  ...args: string[]
): Promise<{ code: number | string | null | undefined; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, '--no-open', ...args], { timeout: 20_000 }, (error, stdout, stderr) =>
      resolve({ code: error?.code, stdout, stderr }),
    )
  })
}

/** A browser without a window: its cookie, and calls with it. */
async function enter(address: string) {
  const { origin } = new URL(address)
  const entry = await fetch(address, { redirect: 'manual' })
  const cookie = entry.headers.get('set-cookie')!.split(';')[0]!
  return async (name: string, argument: unknown): Promise<{ ok: boolean; value: never }> => {
    const headers = { cookie, origin, 'content-type': 'application/json' }
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

  it('is alone on its data, and says where the other one is', async () => {
    const folder = temporaryFolder()
    const server = await started('--data', folder)
    const { code, stdout, stderr } = await refusal('--data', folder)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(oneSentence)
    expect(stderr).toContain(
      `already open on the data in ${folder} (process ${server.process.pid}, ${new URL(server.address).origin})`,
    )
    expect(stderr).not.toContain('token')
  })

  it('ends in good order when it is told to', async () => {
    const folder = temporaryFolder()
    const server = await started('--data', folder)
    await server.end('SIGTERM')
    expect(server.process.exitCode).toBe(0)
    expect(existsSync(join(folder, 'sell-or-stay.sqlite-wal'))).toBe(false)
    expect(existsSync(join(folder, 'running.txt'))).toBe(false)
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
      '--port=99999': '--port 99999 is no port',
      '--colour': 'There is no option --colour. The options are --data FOLDER, --port N, --no-open.',
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
