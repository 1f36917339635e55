// The desktop features, on the stand-in: menu, windows, files from outside, the taskbar.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

import { writeCaseFile } from '../../electron/documents/case-file'
import { samples } from '../../shared/case/samples'
import { openProgram, type Program } from '../support/program'
import { temporaryFolder } from '../support/folder'
import { CHANGED, thaw } from '../support/frozen'

const SHELL = 'the stand-in for Electron'

interface Outside {
  readonly recentDocuments: readonly string[]
  readonly progress: readonly number[]
  readonly outsideAddresses: readonly string[]
  readonly opened: readonly string[]
  readonly shown: readonly string[]
  readonly printed: readonly { url: string }[]
  readonly notifications: readonly { title: string; body: string }[]
  readonly themeSource: string
}
const outside = async (program: Program) => (await program.standIn('outside')) as Outside

interface Shown {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly zoom: number
  readonly fullScreen: boolean
  readonly backgroundColor: string
}
const windows = async (program: Program) => (await program.standIn('windows')) as Shown[]

/** A case file in a folder of its own. */
function caseFile(name: string): string {
  const path = join(temporaryFolder(), `${name}.sellorstay`)
  writeFileSync(path, writeCaseFile({ ...samples[0]!.document, name }))
  return path
}

const asked = (program: Program, name: string) =>
  program.page.getByRole('dialog', { name: 'Import this case?' }).getByText(name, { exact: true })

async function sample(program: Program): Promise<string> {
  const created = await program.call('createCase', { sample: 'general-dentist' })
  if (!created.ok) throw new Error(created.error.message)
  return created.value.id
}

const pagesOf = ({ page }: Program) =>
  page
    .context()
    .pages()
    .filter((one) => one.url().startsWith('https://main.app.test/') && !one.url().includes('print.html'))

it('has a menu with every command, in the order of the platform', async () => {
  const program = await openProgram(SHELL)
  const menu = (await program.standIn('menu')) as string[][]
  expect(menu.map(([column]) => column)).toEqual(['&File', '&Edit', '&Go', '&View', '&Window', '&Help'])
  const entries = menu.flatMap(([, ...labels]) => labels)
  for (const label of [
    'New Case',
    'New Window',
    'Open Case File…',
    'Recent Cases',
    'Save Case File…',
    'Report as PDF…',
    'Print Report…',
    'cut',
    'copy',
    'paste',
    'zoomIn',
    'zoomOut',
    'resetZoom',
    'togglefullscreen',
    'minimize',
    'How It Is Calculated',
    'Keyboard Shortcuts',
    'What’s New',
    'Check for Updates…',
    'Show Data Folder',
    'Diagnostics',
    'Licenses',
    'quit',
  ])
    expect(entries).toContain(label)
})

it('leads from the Help menu to the part that was asked for', async () => {
  const program = await openProgram(SHELL)
  await program.menu('Licenses')
  await program.page.getByLabel('Licenses', { exact: true }).getByText('react-dom').first().waitFor()
  await program.menu('What’s New')
  await expect.poll(() => program.page.evaluate(() => document.activeElement?.id)).toBe('about-news')
  await program.menu('Keyboard Shortcuts')
  await program.page.getByRole('heading', { name: 'Keyboard' }).waitFor()
})

it('opens cases that were changed last from its menu', async () => {
  const program = await openProgram(SHELL)
  const id = await sample(program)
  const opened = await program.call('openCase', { id })
  if (!opened.ok) throw new Error(opened.error.message)
  const { document, revision } = opened.value
  await program.call('saveCase', { id, revision, document: { ...document, name: 'Smith & Sons' } })
  await program.menu('Smith && Sons')
  await expect.poll(() => program.page.url()).toContain(`#/case/${id}/practice`)
  await program.call('deleteCase', { id })
  expect(await program.standIn('submenu', 'Recent Cases')).toEqual([])
})

it('offers in a field what can be done with text, elsewhere to copy what is marked, and no spelling', async () => {
  const program = await openProgram(SHELL)
  const editFlags = { canUndo: true, canRedo: false, canCut: true, canCopy: true, canPaste: true, canSelectAll: true }
  expect(await program.standIn('contextMenu', { isEditable: true, selectionText: 'a', editFlags })).toEqual([
    { role: 'undo', enabled: true },
    { role: 'redo', enabled: false },
    { role: 'separator' },
    { role: 'cut', enabled: true },
    { role: 'copy', enabled: true },
    { role: 'paste', enabled: true },
    { role: 'separator' },
    { role: 'selectAll', enabled: true },
  ])
  expect(await program.standIn('contextMenu', { isEditable: false, selectionText: 'a', editFlags })).toEqual([
    { role: 'copy' },
  ])
  expect(await program.standIn('contextMenu', { isEditable: false, selectionText: ' ', editFlags })).toEqual([])
  expect(await program.standIn('preferences')).toMatchObject({ spellcheck: false })
})

it('opens its window where it was closed, as large, zoomed and full, and dark where the pages are', async () => {
  const program = await openProgram(SHELL)
  expect(await windows(program)).toMatchObject([{ zoom: 0, fullScreen: false, backgroundColor: '#fbfaf7' }])
  await program.call('saveSettings', { settings: { theme: 'dark' } })
  expect((await outside(program)).themeSource).toBe('dark')
  expect(await windows(program)).toMatchObject([{ backgroundColor: '#171715' }])
  const bounds = { x: 300, y: 120, width: 1000, height: 700 }
  await program.standIn('arrange', { bounds, zoom: 1.5, fullScreen: true })
  await program.close()
  await program.restart()
  await expect
    .poll(() => windows(program))
    .toMatchObject([{ ...bounds, zoom: 1.5, fullScreen: true, backgroundColor: '#171715' }])
})

it('opens several windows, of which two on one case see each other’s edits', async () => {
  const program = await openProgram(SHELL)
  const id = await sample(program)
  await program.menu('New Window')
  await expect.poll(() => pagesOf(program).length).toBe(2)
  const [first, second] = await windows(program)
  expect(second!.x).toBeGreaterThan(first!.x)
  const pages = pagesOf(program)
  for (const page of pages) {
    await page.getByRole('button', { name: 'New case' }).first().waitFor()
    await page.evaluate((id) => (globalThis.location.hash = `#/case/${id}/practice`), id)
    await page.getByLabel('Your own collections', { exact: true }).first().waitFor()
  }
  const [one, other] = pages.map((page) => page.getByLabel('Your own collections', { exact: true }).first())
  await one!.fill('912,000')
  await one!.press('Enter')
  await expect.poll(() => other!.inputValue()).toMatch(/912,000/)
  // The menu acts on the front window, which is the second; the first stays where it is.
  await program.menu('Compare')
  await expect.poll(() => pages.filter((page) => page.url().endsWith('/compare')).length).toBe(1)
})

it('shows what is in a case file that was opened from outside, one after the other, before it takes anything', async () => {
  const [first, second, third] = ['At the start', 'By the dock', 'By a second start'].map(caseFile)
  const program = await openProgram(SHELL, undefined, { args: [first!] })
  await asked(program, 'At the start').waitFor()
  // They wait while one is looked at.
  expect(await program.standIn('openFile', second)).toBe(true)
  await program.standIn('secondInstance', { argv: ['--flag', basename(third!)], folder: dirname(third!) })
  await program.page.getByRole('button', { name: 'Import', exact: true }).click()
  await asked(program, 'By the dock').waitFor()
  await program.page.getByRole('button', { name: 'Cancel' }).click()
  await asked(program, 'By a second start').waitFor()
  await program.page.getByRole('button', { name: 'Cancel' }).click()
  const list = await program.call('listCases', {})
  expect(list.ok && list.value.cases.map(({ name }) => name)).toEqual(['At the start'])
  expect((await outside(program)).recentDocuments).toEqual([first, second, third])
})

it('reads a letter and books that were opened from outside, and shows what they say', async () => {
  const [letter, books] = ['letters/l03-term-sheet-table.pdf', 'books/b01-qbo-year.csv'].map((path) =>
    fileURLToPath(new URL(`../fixtures/intake/corpus/${path}`, import.meta.url)),
  )
  const program = await openProgram(SHELL, undefined, { args: [letter!] })
  const { page } = program
  await page.getByRole('heading', { name: 'What “l03-term-sheet-table.pdf” says' }).waitFor()
  // They wait for their turn in the case that the first has begun.
  await program.standIn('secondInstance', { argv: [basename(books!)], folder: dirname(books!) })
  const empty = join(temporaryFolder(), 'empty.docx')
  writeFileSync(empty, '')
  expect(await program.standIn('openFile', empty)).toBe(true)
  await page.getByText('“empty.docx”: The file is empty; nothing was read.').waitFor()
  await page.getByText('One more document after this one.').waitFor()
  const list = await program.call('listCases', {})
  expect(list.ok && list.value.cases.map(({ name }) => name)).toEqual(['l03-term-sheet-table'])
  // They belong to other programs.
  expect((await outside(program)).recentDocuments).toEqual([])
})

it('says why a file from outside cannot be opened', async () => {
  const program = await openProgram(SHELL)
  await program.standIn('openFile', join(program.dataDir, 'gone.sellorstay'))
  const sentence = program.page.getByText(/gone\.sellorstay cannot be read .*Choose another file\./)
  await expect.poll(() => sentence.count()).toBe(1)
})

it('opens its dialogs in the folder of the last file of that kind, and calls back who has turned away', async () => {
  const program = await openProgram(SHELL)
  const id = await sample(program)
  const folder = join(program.dataDir, 'Advisors')
  mkdirSync(folder)
  const save = async () => {
    await program.standIn('answerNextDialog', join(folder, 'a.sellorstay'))
    await program.call('exportCase', { id })
    return ((await program.standIn('boxes')) as { defaultPath: string }[]).at(-1)!.defaultPath
  }
  expect(dirname(await save())).not.toBe(folder)
  expect((await outside(program)).notifications).toEqual([])
  await program.standIn('lookAway')
  expect(dirname(await save())).toBe(folder)
  const { notifications, recentDocuments } = await outside(program)
  expect(notifications).toEqual([{ title: 'Your file is ready', body: expect.stringContaining('.sellorstay') }])
  expect(recentDocuments).toContain(join(folder, 'a.sellorstay'))
})

it('shows long work in the task bar, from its beginning to its end, and the ways to the file', async () => {
  const program = await openProgram(SHELL)
  const id = await sample(program)
  const path = join(program.dataDir, 'book.xlsx')
  const { page } = program
  await page.evaluate((hash) => (globalThis.location.hash = hash), `#/case/${id}/report`)
  const saved = async (way: string) => {
    await program.standIn('answerNextDialog', path)
    await page.getByRole('button', { name: 'Save as workbook' }).click()
    await page.getByText(`The workbook was saved to ${path}.`).getByRole('button', { name: way }).click()
  }
  await saved('Open')
  await expect.poll(async () => (await outside(program)).opened).toEqual([path])
  await saved('Show in folder')
  await expect.poll(async () => (await outside(program)).shown).toEqual([path])
  expect(await program.call('openSaved', { path: join(program.dataDir, 'sell-or-stay.sqlite') })).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  })
  const { progress } = await outside(program)
  expect(progress[0]).toBe(2)
  expect(progress.at(-1)).toBe(-1)
  await program.call('listCases', {})
  expect((await outside(program)).progress).toHaveLength(progress.length)
})

it('closes the window of a print that is canceled', async () => {
  const program = await openProgram(SHELL)
  const [id, job] = [await sample(program), crypto.randomUUID()]
  let done: unknown
  const asked = program.call('methodPdf', { id, job }).then((answer) => (done = answer))
  const printing = () =>
    program.page
      .context()
      .pages()
      .filter((one) => one.url().includes('print.html'))
  await expect.poll(() => printing().length).toBe(1)
  await program.call('cancelJob', { job })
  await asked
  expect(done).toMatchObject({ ok: false, error: { code: 'canceled' } })
  await expect.poll(() => printing().length).toBe(0)
  expect(await program.standIn('boxes')).toEqual([])
})

it('prints the report of the open case by the system’s dialog', async () => {
  const program = await openProgram(SHELL)
  await program.menu('Print Report…')
  await program.page.getByText('Open a case first; its report can then be printed.').waitFor()
  const id = await sample(program)
  expect(await program.call('printReport', { id, dollars: 'today' })).toMatchObject({ ok: true })
  expect((await outside(program)).printed).toMatchObject([{ url: expect.stringContaining(`print.html#${id}`) }])
  await program.standIn('failPrinting', 'Print job canceled')
  expect(await program.call('printReport', { id, dollars: 'today' })).toMatchObject({ ok: true })
  await program.standIn('failPrinting', 'Invalid printer settings')
  expect(await program.call('printReport', { id, dollars: 'today' })).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('Check the printer') },
  })
})

it('opens no page of its own accord: a copy that was not released names none', async () => {
  const program = await openProgram(SHELL)
  await program.menu('Check for Updates…')
  await program.page.getByText('This copy does not say where newer versions are published.').waitFor()
  expect(await program.call('openReleases', {})).toMatchObject({ ok: false, error: { code: 'unavailable' } })
  expect((await outside(program)).outsideAddresses).toEqual([])
})

it('brings data of an earlier version up to date after a backup that reads well, and says once what is new', async () => {
  const program = await openProgram(SHELL)
  await program.close()
  for (const name of readdirSync(program.dataDir)) rmSync(join(program.dataDir, name), { recursive: true })
  thaw(1, program.dataDir)
  await program.restart()
  const list = await program.call('listCases', {})
  expect(list.ok && list.value.cases.map(({ id }) => id)).toEqual([CHANGED])
  const backups = await program.call('listBackups', {})
  expect(backups.ok && backups.value).toMatchObject([
    { name: expect.stringContaining('migration'), problem: null, cases: 1 },
  ])
  const news = () => program.page.getByRole('heading', { name: 'What’s new' })
  await news().waitFor()
  await program.page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect.poll(() => news().count()).toBe(0)
  // The page closes the news before the setting is stored; this is about the next start, not about a race to quit.
  const seen = async () => {
    const settings = await program.call('getSettings', {})
    return settings.ok ? settings.value.seenVersion : undefined
  }
  await expect.poll(seen).toBeTruthy()
  await program.close()
  await program.restart()
  await program.page.getByRole('button', { name: 'New case' }).first().waitFor()
  expect(await news().count()).toBe(0)
})

it('looks into a case file that is dropped on its window, and stays on its page', async () => {
  const program = await openProgram(SHELL)
  const { page } = program
  const drop = (name: string, text: string) =>
    page.evaluate(
      ([name, text]) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([text!], name!))
        for (const type of ['dragover', 'drop'])
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
      },
      [name, text],
    )
  await drop('Dropped.sellorstay', writeCaseFile({ ...samples[0]!.document, name: 'Dropped' }))
  await asked(program, 'Dropped').waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await drop('case.json', 'Dear Doctor')
  const refused = page.getByText(/“case\.json” cannot be imported\..*Choose a file that this program has exported\./)
  await expect.poll(() => refused.count()).toBe(1)
  expect(await page.getByText(/^Drop letters of intent/).count()).toBe(0)
})
