// The host's part of the main job, by the calls that the pages make, in each shell: what is saved survives, files come
// out and go in, the report is printed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import type { Argument, CallName, Host, Results } from '../../shared/host'
import { missing, openProgram, shells, type Program } from '../support/program'

async function value<Name extends CallName>(
  program: Program,
  name: Name,
  argument: Argument<Name>,
): Promise<Results[Name]> {
  const answer = await program.call(name, argument)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

for (const shell of shells) {
  const why = missing(shell)
  describe.skipIf(why)(`${shell}${why ? ` (skipped: ${why})` : ''}`, () => {
    it('keeps what was saved, also when it is killed at once', async () => {
      const program = await openProgram(shell)
      const { id, revision, document } = await value(program, 'createCase', { sample: 'general-dentist' })
      const changed = { ...document, name: 'Saved a moment ago' }
      await value(program, 'saveCase', { id, revision, document: changed })
      await program.kill()
      await program.restart()
      expect(await value(program, 'openCase', { id })).toEqual({ id, revision: revision + 1, document: changed })
      await program.close()
      await program.restart()
      expect((await value(program, 'listCases', {})).cases).toHaveLength(1)
    })

    it('says where it runs, and gives the page nothing but the contract', async () => {
      const program = await openProgram(shell)
      const desktop = shell !== 'the browser shell'
      expect(await value(program, 'capabilities', {})).toMatchObject({
        shell: desktop ? 'desktop' : 'browser',
        pdf: 'host',
        fileDialogs: desktop,
        dataFolder: program.dataDir,
      })
      expect(
        await program.page.evaluate(() => [
          typeof Reflect.get(globalThis, 'require'),
          typeof Reflect.get(globalThis, 'process'),
        ]),
      ).toEqual(['undefined', 'undefined'])
      const bridge = await program.page.evaluate(() => Object.keys(Reflect.get(globalThis, 'host') ?? {}))
      expect(bridge).toEqual(desktop ? ['call', 'onChange', 'onCommand'] : [])
      expect(await program.call('listCases', 7 as never)).toMatchObject({ ok: false, error: { code: 'invalid' } })
      expect(await program.call('constructor' as never, {} as never)).toMatchObject({
        ok: false,
        error: { code: 'not-found' },
      })
    })

    it('obeys its content policy', async () => {
      const program = await openProgram(shell, /Content Security Policy/)
      const refused = await program.page.evaluate(async () => {
        const inline = document.createElement('script')
        inline.textContent = 'globalThis.ran = true'
        document.body.append(inline)
        const remote = await fetch('https://example.org/').then(
          () => 'answered',
          () => 'refused',
        )
        // In a task of its own: what a test's driver evaluates itself is let through.
        const evaluated = await new Promise((resolve) => {
          setTimeout(() => {
            try {
              resolve((Reflect.get(globalThis, 'eval') as (text: string) => unknown)('1'))
            } catch {
              resolve('refused')
            }
          })
        })
        return [Reflect.get(globalThis, 'ran'), remote, evaluated]
      })
      expect(refused).toEqual([undefined, 'refused', 'refused'])
    })

    it('hands the case file and the report to the person', async () => {
      const program = await openProgram(shell)
      const { id } = await value(program, 'createCase', { sample: 'orthodontist' })
      // Where there is a dialog, the host writes the file; else the page gets it and would offer it as a download.
      const handed = async (name: 'exportCase' | 'reportPdf') => {
        const get = () =>
          name === 'exportCase' ? value(program, name, { id }) : value(program, name, { id, dollars: 'today' })
        const { fileDialogs } = await value(program, 'capabilities', {})
        return fileDialogs ? (await program.fileFrom(get)).content : Buffer.from((await get()).content, 'base64')
      }
      const file = await handed('exportCase')
      const { document } = await value(program, 'openCase', { id })
      const { savedBy, ...written } = JSON.parse(file.toString('utf8')) as { savedBy?: string }
      expect(savedBy).toMatch(/^Sell or Stay \d/)
      expect(written).toEqual(document)
      const again = await value(program, 'importCase', { text: file.toString('utf8') })
      expect((await value(program, 'openCase', { id: again.id })).document).toEqual(document)
      const pdf = await handed('reportPdf')
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    })

    it.skipIf(shell !== 'the stand-in for Electron')('names the kind of a file that is saved', async () => {
      const program = await openProgram(shell)
      const { id } = await value(program, 'createCase', { sample: 'orthodontist' })
      await program.call('exportCase', { id })
      await program.call('workbook', { id })
      expect(await program.standIn('boxes')).toEqual([
        expect.objectContaining({ filters: [{ name: 'Case file of Sell or Stay', extensions: ['sellorstay'] }] }),
        expect.objectContaining({ filters: [{ name: 'Excel workbook', extensions: ['xlsx'] }] }),
      ])
    })

    it.skipIf(shell === 'the browser shell')('opens a case file by the system’s dialog', async () => {
      const program = await openProgram(shell)
      const { id, document } = await value(program, 'createCase', { sample: 'oral-surgeon' })
      const { content } = await program.fileFrom(() => program.call('exportCase', { id }))
      const path = join(program.dataDir, 'case.json')
      writeFileSync(path, content)
      await program.choose(path, async () => {
        const file = await value(program, 'chooseCaseFile', {})
        const opened = await value(program, 'importCase', file!)
        expect((await value(program, 'openCase', { id: opened.id })).document).toEqual(document)
      })
      writeFileSync(path, readFileSync(path, 'utf8').replace('sell-or-stay', 'something-else'))
      await program.choose(path, async () => {
        const file = await value(program, 'chooseCaseFile', {})
        expect(await program.call('inspectCaseFile', file!)).toMatchObject({ ok: false, error: { code: 'invalid' } })
      })
    })

    it('says in one sentence why it cannot start on these data', async () => {
      const program = await openProgram(shell)
      await program.close()
      writeFileSync(join(program.dataDir, 'sell-or-stay.sqlite'), 'Dear diary')
      await expect(program.restart()).rejects.toThrow(
        / is not a database of Sell or Stay; it was left as it is\.[^\n]+\.$/,
      )
    })

    it.skipIf(shell === 'the browser shell')('passes the menu on to the page', async () => {
      const program = await openProgram(shell)
      await program.page.evaluate(() => {
        const { host } = globalThis as unknown as { host: Host }
        const heard: string[] = []
        const stop = host.onCommand((command) => {
          heard.push(command)
          if (command === 'undo') stop()
        })
        Object.assign(globalThis, { heard })
      })
      for (const label of ['New Case', 'Report as PDF…', 'Compare', 'Undo', 'Redo']) await program.menu(label)
      const heard = () => program.page.evaluate(() => Reflect.get(globalThis, 'heard') as string[])
      await expect.poll(heard).toEqual(['new', 'report', 'page:compare', 'undo'])
    })

    it.skipIf(shell === 'the browser shell')(
      'ends when its window is closed, and the data are free again',
      async () => {
        const program = await openProgram(shell)
        await value(program, 'createCase', { name: 'Before closing' })
        await program.page.close()
        await expect.poll(() => existsSync(join(program.dataDir, 'running.txt'))).toBe(false)
        await program.close()
        await program.restart()
        expect((await value(program, 'listCases', {})).cases).toMatchObject([{ name: 'Before closing' }])
      },
    )
  })
}
