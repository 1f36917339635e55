import { BrowserWindow, screen } from 'electron'
import { join } from 'node:path'
import { z } from 'zod'

import type { SettingsStore } from '../database/settings'
import { programRoot } from '../root'
import { ORIGIN } from '../security/origin'
import { windowPreferences } from '../security/sandbox'

export const preloadPath = join(programRoot, 'out', 'preload', 'preload.cjs')

const placeSchema = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(400).max(20_000),
  height: z.int().min(300).max(20_000),
  maximized: z.boolean(),
})
type Place = z.output<typeof placeSchema>
const PLACE = 'window'
const usual: Place = { width: 1280, height: 860, maximized: false }

/** The program's window, where it was when it was last closed. */
export function openMainWindow(settings: SettingsStore): BrowserWindow {
  const { maximized, ...bounds } = onScreen(settings.read(PLACE, placeSchema) ?? usual)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 900,
    minHeight: 600,
    title: 'Sell or Stay',
    show: false,
    webPreferences: windowPreferences(preloadPath),
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () =>
    settings.write(PLACE, placeSchema, { ...window.getNormalBounds(), maximized: window.isMaximized() }),
  )
  void window.loadURL(`${ORIGIN}/`)
  return window
}

/** If its screen is gone, the window opens centered on an available one. */
function onScreen(place: Place): Place {
  const { x, y, ...size } = place
  if (x === undefined || y === undefined) return size
  const seen = screen.getAllDisplays().some(({ workArea: area }) => {
    return x + 100 > area.x && x < area.x + area.width - 100 && y >= area.y && y < area.y + area.height - 50
  })
  return seen ? place : size
}
