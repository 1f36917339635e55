import { app, dialog, type BrowserWindow } from 'electron'
import { readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'

import { writeWhole } from '../documents/atomic'
import { Refused, reasonOf } from '../refused'
import type { FileDialogs } from '../shell'

const LARGEST = 20_000_000

/** The system's dialogs. The person chooses the place; the page never learns more than where a file of its own went. */
export const dialogsOf = (window: () => BrowserWindow): FileDialogs => ({
  async save({ name, content }) {
    const ending = extname(name).slice(1)
    const { canceled, filePath } = await dialog.showSaveDialog(window(), {
      defaultPath: join(app.getPath('documents'), name),
      filters: [{ name: ending === 'pdf' ? 'PDF' : 'Case file of Sell or Stay', extensions: [ending] }],
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
      const { size } = await stat(path)
      if (size <= LARGEST) return await readFile(path, 'utf8')
    } catch (error) {
      throw new Refused('disk', `${path} cannot be read (${reasonOf(error)}). Choose another file.`)
    }
    throw new Refused('invalid', `${path} is larger than any case file (20 MB at most). Choose another file.`)
  },
})
