import { app, dialog, type BrowserWindow } from 'electron'
import { basename, extname, join } from 'node:path'

import { LARGEST_CASE_FILE, tooLarge } from '../../shared/host'
import { writeWhole } from '../documents/atomic'
import { readText } from '../documents/read-text'
import { TooLarge } from '../documents/read-within'
import { Refused, reasonOf } from '../refused'
import type { FileDialogs } from '../shell'

/** What a file is called in the dialog that asks where it goes. */
const KINDS: Readonly<Record<string, string>> = { pdf: 'PDF', xlsx: 'Excel workbook', docx: 'Word document' }

/** The system's dialogs. The person chooses the place; the page never learns more than where a file of its own went. */
export const dialogsOf = (window: () => BrowserWindow): FileDialogs => ({
  async save({ name, content }) {
    const ending = extname(name).slice(1)
    const kind = KINDS[ending] ?? 'Case file of Sell or Stay'
    const { canceled, filePath } = await dialog.showSaveDialog(window(), {
      defaultPath: join(app.getPath('documents'), name),
      filters: [{ name: kind, extensions: [ending] }],
    })
    if (canceled || !filePath) return null
    await writeWhole(filePath, Buffer.from(content, 'base64'))
    return filePath
  },

  async openCaseFile() {
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
      defaultPath: app.getPath('documents'),
      properties: ['openFile'],
      filters: [{ name: 'Case file of Sell or Stay', extensions: ['json'] }],
    })
    const path = filePaths[0]
    if (canceled || path === undefined) return null
    try {
      return { name: basename(path), text: readText(path, LARGEST_CASE_FILE) }
    } catch (error) {
      if (error instanceof TooLarge) throw new Refused('invalid', tooLarge(basename(path), error.found))
      if (error instanceof Refused) throw error
      throw new Refused('disk', `${path} cannot be read (${reasonOf(error)}). Choose another file.`)
    }
  },
})
