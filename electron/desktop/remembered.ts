import { join } from 'node:path'
import { z } from 'zod'

import type { SettingsStore } from '../database/settings'
import { readPrivate, writePrivate } from '../private'

const fileSchema = z.record(z.string(), z.unknown())

/**
 * What the desktop shell remembers for itself: window bounds, theme, dialog folders. In its own file beside Chromium's,
 * so that the window can open before the database does; a fault in it is never a reason to fail.
 */
export function rememberedIn(folder: string, log: (text: string) => void): SettingsStore {
  const path = join(folder, 'chromium', 'desktop.json')
  const all = (): Record<string, unknown> => {
    try {
      return fileSchema.parse(JSON.parse(readPrivate(path) ?? '{}'))
    } catch {
      return {}
    }
  }
  return {
    read: (name, schema) => schema.safeParse(all()[name]).data,
    write(name, schema, value) {
      try {
        writePrivate(path, `${JSON.stringify({ ...all(), [name]: schema.parse(value) })}\n`)
      } catch (error) {
        log(`${name} could not be stored: ${String(error)}`)
      }
    },
  }
}
