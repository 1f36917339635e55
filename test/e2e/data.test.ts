// What the program says and offers when the data are damaged, missing or removed while it runs.
import Database from 'better-sqlite3'
import {
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { samples } from '../../shared/case/samples'
import { faultsOf } from '../support/axe'
import { temporaryFolder } from '../support/folder'
import { openProgram, type Program, shellUnderTest } from '../support/program'

const fileOf = ({ dataDir }: Program) => join(dataDir, 'sell-or-stay.sqlite')
const backupsOf = ({ dataDir }: Program) =>
  existsSync(join(dataDir, 'backups'))
    ? readdirSync(join(dataDir, 'backups')).filter((name) => name.endsWith('.sqlite'))
    : []

async function value<Name extends Parameters<Program['call']>[0]>(
  { call }: Program,
  name: Name,
  argument: Parameters<typeof call<Name>>[1],
) {
  const answer = await call(name, argument)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

/** The program with two sample cases and a backup that contains both. */
async function withCases(provoked?: RegExp): Promise<Program> {
  const program = await openProgram(shellUnderTest, provoked)
  for (const { name } of samples.slice(0, 2)) await value(program, 'createCase', { sample: name })
  await program.close()
  expect(backupsOf(program).some((name) => name.includes('quit'))).toBe(true)
  return program
}

const [first, second] = samples.map(({ document }) => document.name)

describe('data that cannot be opened', () => {
  test.each(['missing', 'empty'] as const)('because the file is %s: the backup puts them back', async (kind) => {
    const program = await withCases()
    if (kind === 'missing') rmSync(fileOf(program))
    else truncateSync(fileOf(program))
    await program.restart()
    const { page } = program
    await page.getByRole('heading', { name: 'Your data file is missing' }).waitFor()
    await page
      .getByRole('button', { name: /^Restore: / })
      .first()
      .waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page
      .getByRole('button', { name: /^Restore: / })
      .first()
      .click()
    await page.getByRole('button', { name: 'Restore this backup' }).click()
    const list = page.getByRole('list', { name: 'Your cases' })
    await expect.poll(() => list.getByRole('link').allTextContents()).toEqual(expect.arrayContaining([first, second]))
  })

  test('because it is damaged: what reads is kept, the rest is named', async () => {
    const program = await withCases()
    const bytes = readFileSync(fileOf(program))
    const database = new Database(fileOf(program), { readonly: true })
    const page1 =
      (database.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'snapshots'`).pluck().get() as number) - 1
    database.close()
    bytes.fill(0x55, page1 * 4096, page1 * 4096 + 64)
    writeFileSync(fileOf(program), bytes)
    await program.restart()
    const { page } = program
    await page.getByRole('heading', { name: 'Your data file is damaged' }).waitFor()
    await page.getByRole('button', { name: 'Recover the readable cases' }).click()
    await page.getByText('2 cases were recovered.').waitFor()
    const list = page.getByRole('list', { name: 'Your cases' })
    await expect.poll(() => list.getByRole('link').count()).toBe(2)
  })

  test('because commits are missing: it says how many, and goes on if the person wants to', async () => {
    const program = await openProgram(shellUnderTest)
    for (const { name } of samples.slice(0, 2)) await value(program, 'createCase', { sample: name })
    await program.kill()
    rmSync(`${fileOf(program)}-wal`)
    await program.restart()
    const { page } = program
    await page.getByRole('heading', { name: 'Your data file is not the latest one' }).waitFor()
    expect(await page.getByRole('alert').textContent()).toContain('the last 2 edits are missing')
    await page.getByRole('button', { name: 'Use the data as it is' }).click()
    await page.getByRole('heading', { name: 'Should you take the offer' }).waitFor()
  })
})

test('one damaged case is named, the others open, and it comes back from the backup', async () => {
  const program = await withCases(/cannot be read/)
  const database = new Database(fileOf(program))
  database
    .prepare(
      `UPDATE cases SET document = replace(document, '"ownerCollections":9', '"ownerCollections":8') WHERE name = ?`,
    )
    .run(first)
  database.close()
  await program.restart()
  const { page } = program
  await page.getByRole('heading', { name: 'One case is damaged' }).waitFor()
  const list = page.getByRole('list', { name: 'Your cases' })
  expect(await list.getByRole('link').allTextContents()).toEqual([second])
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: `Restore from backup: ${first}` }).click()
  await expect.poll(() => list.getByRole('link').count()).toBe(2)
  await page.getByRole('link', { name: first!, exact: true }).click()
  await page.getByRole('heading', { name: 'Your practice' }).waitFor()
  expect(await page.getByLabel('Your own collections', { exact: true }).inputValue()).toBe('900,000')
})

describe('a file that is taken away under the running program', () => {
  test.each(['deleted', 'moved', 'replaced', 'moved with its folder'] as const)(
    'by being %s: the edit is refused, kept, and written with all data',
    async (how) => {
      const program = await openProgram(shellUnderTest)
      const { id } = await value(program, 'createCase', { sample: samples[0]!.name })
      const { page } = program
      await page.goto(`${new URL(page.url()).origin}/#/case/${id}/practice`)
      await page.getByRole('heading', { name: 'Your practice' }).waitFor()
      const file = fileOf(program)
      const elsewhere = temporaryFolder()
      if (how === 'replaced') copyFileSync(file, join(elsewhere, 'copy'))
      const folder = program.dataDir
      if (how === 'moved') renameSync(file, join(elsewhere, 'moved'))
      else if (how === 'moved with its folder') renameSync(folder, join(elsewhere, 'moved'))
      else for (const ending of ['', '-wal', '-shm']) rmSync(file + ending)
      if (how === 'replaced') copyFileSync(join(elsewhere, 'copy'), file)
      const field = page.getByLabel('Your own collections', { exact: true })
      await field.fill('1,234,567')
      await field.press('Enter')
      const alert = page.getByRole('alert').filter({ hasText: 'This is not stored' })
      await alert.waitFor()
      const copy = await program.fileFrom(() => page.getByRole('button', { name: 'Save all data elsewhere' }).click())
      expect(ownCollectionsIn(copy.content)).toBe(1_234_567)
      await page.getByRole('button', { name: 'Save all data again' }).click()
      await alert.waitFor({ state: 'detached' })
      const stored = async () => (await value(program, 'openCase', { id })).document.practice.ownerCollections
      await expect.poll(stored).toBe(1_234_567)
      // The files by which a second start and an open window find the program.
      const leftBehind = shellUnderTest === 'the browser shell' ? ['running.sock', 'session.json'] : ['running.sock']
      for (const name of leftBehind) expect([name, existsSync(join(folder, name))]).toEqual([name, true])
      await program.kill()
      await program.restart()
      const opened = await value(program, 'openCase', { id })
      expect(opened.document.practice.ownerCollections).toBe(1_234_567)
    },
  )
})

function ownCollectionsIn(content: Buffer): number {
  const path = join(temporaryFolder(), 'copy.sqlite')
  writeFileSync(path, content)
  const database = new Database(path, { readonly: true })
  const document = JSON.parse(database.prepare('SELECT document FROM cases').pluck().get() as string) as {
    practice: { ownerCollections: number }
  }
  database.close()
  return document.practice.ownerCollections
}

test('the settings list the backups and restore one', async () => {
  const program = await withCases()
  await program.restart()
  const { page } = program
  await page.goto(`${new URL(page.url()).origin}/#/settings`)
  await page.getByRole('heading', { name: 'Backups' }).waitFor()
  const rows = page.getByRole('list', { name: 'Backups' }).getByRole('listitem')
  await rows.first().waitFor()
  expect(await rows.first().textContent()).toMatch(/2 cases, \d+ kB/)
  await page
    .getByRole('button', { name: /^Restore: / })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Restore this backup' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Restore this backup' }).click()
  await page.getByRole('list', { name: 'Your cases' }).waitFor()
  expect((await value(program, 'listCases', {})).cases).toHaveLength(2)
})
