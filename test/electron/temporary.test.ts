import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, expect, it, onTestFinished } from 'vitest'

import { temporaryFolder } from '../../electron/temporary'
import { temporaryFolder as gone } from '../support/folder'

const before = process.env['TMPDIR']
afterEach(() => {
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
})

/** A process that has ended, and one that lives until the end of the test. */
async function processes(): Promise<{ dead: number; alive: number }> {
  const run = (script: string) => spawn(process.execPath, ['-e', script])
  const [short, long] = [run(''), run('setInterval(() => {}, 1000)')]
  onTestFinished(() => void long.kill('SIGKILL'))
  await new Promise((resolve) => short.once('exit', resolve))
  return { dead: short.pid!, alive: long.pid! }
}

it.skipIf(process.platform === 'win32')(
  'a folder that a killed process has left goes when the next one is made',
  async () => {
    const { dead, alive } = await processes()
    const place = (process.env['TMPDIR'] = gone())
    const names = [
      `sell-or-stay-cli-${dead}-abc`,
      `sell-or-stay-cli-${alive}-abc`,
      `sell-or-stay-tests-${dead}-abc`,
      'other',
    ]
    for (const name of names) mkdirSync(join(place, name))
    const made = temporaryFolder('cli')
    expect(dirname(made)).toBe(place)
    expect(basename(made)).toMatch(new RegExp(`^sell-or-stay-cli-${process.pid}-`))
    expect(readdirSync(place).toSorted()).toEqual([...names.slice(1), basename(made)].toSorted())
  },
)

it('tests keep to a folder of their run', () => {
  expect(tmpdir()).toBe(process.env['TEST_FOLDER'])
  expect(basename(tmpdir())).toMatch(/^sell-or-stay-tests-\d+-/)
  expect(existsSync(tmpdir())).toBe(true)
})
