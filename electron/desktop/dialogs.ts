import { app, dialog, Notification, type BrowserWindow } from 'electron'
import { existsSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { z } from 'zod'

import type { SettingsStore } from '../database/settings'
import { writeWhole } from '../documents/atomic'
import { CASE_FILE_ENDING } from '../documents/case-file'
import type { FileDialogs } from '../shell'
import { readCaseFileAt } from './read-opened'

/** Names of file types in the save dialog. */
const KINDS: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  xlsx: 'Excel workbook',
  docx: 'Word document',
  sqlite: 'All data of Sell or Stay',
}
const CASE_FILE = 'Case file of Sell or Stay'

/** The folder in which the last file of a type was opened or saved, by extension. */
const foldersSchema = z.record(z.string(), z.string())
const FOLDERS = 'folders'

/** System dialogs on the front window. The user chooses the path; the page only learns where its own file was saved. */
export function dialogsOf(front: () => BrowserWindow, remembered: SettingsStore): FileDialogs {
  const stored = () => remembered.read(FOLDERS, foldersSchema) ?? {}
  const folderOf = (ending: string) => {
    const folder = stored()[ending]
    return folder !== undefined && existsSync(folder) ? folder : app.getPath('documents')
  }
  const keep = (ending: string, path: string) =>
    remembered.write(FOLDERS, foldersSchema, { ...stored(), [ending]: dirname(path) })

  return {
    async save({ name, content }) {
      const window = front()
      window.setProgressBar(-1)
      if (!window.isFocused()) callBack(window, name)
      const ending = extname(name).slice(1)
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: join(folderOf(ending), name),
        filters: [{ name: KINDS[ending] ?? CASE_FILE, extensions: [ending] }],
      })
      if (canceled || !filePath) return null
      await writeWhole(filePath, Buffer.from(content, 'base64'))
      keep(ending, filePath)
      if (name.endsWith(CASE_FILE_ENDING)) app.addRecentDocument(filePath)
      return filePath
    },

    async openCaseFile() {
      const ending = CASE_FILE_ENDING.slice(1)
      const { canceled, filePaths } = await dialog.showOpenDialog(front(), {
        defaultPath: folderOf(ending),
        properties: ['openFile'],
        filters: [{ name: CASE_FILE, extensions: [ending, 'json'] }],
      })
      const path = filePaths[0]
      if (canceled || path === undefined) return null
      keep(ending, path)
      return readCaseFileAt(path)
    },
  }
}

/** Tells a user who has switched to another program that a save dialog is waiting. */
function callBack(window: BrowserWindow, name: string): void {
  if (!Notification.isSupported()) return
  const notification = new Notification({ title: 'Your file is ready', body: `Choose where to save “${name}”.` })
  notification.on('click', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  notification.show()
}
