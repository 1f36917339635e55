import { BrowserWindow, nativeTheme, screen } from 'electron'
import { join } from 'node:path'

import type { Command } from '../../shared/host'
import type { SettingsStore } from '../database/settings'
import { COMMAND_CHANNEL } from '../ipc/channels'
import { programRoot } from '../root'
import { ORIGIN } from '../security/origin'
import { windowPreferences } from '../security/sandbox'
import { placeFor, placesSchema, remember } from './places'
import { ground } from './theme'

export const preloadPath = join(programRoot, 'out', 'preload', 'preload.cjs')

const PLACES = 'windows'

/** The windows; each may show a different case, or two the same. */
export interface Windows {
  open(): BrowserWindow
  /** The focused window, or the one last focused; undefined if none is open. */
  front(): BrowserWindow | undefined
  /** Brings the front window forward, or opens one. */
  show(): BrowserWindow
  /** Asks the page in the front window to act. */
  command(command: Command): void
}

/** @param opened called for each new window before its page loads */
export function windowsOf(remembered: SettingsStore, opened: (window: BrowserWindow) => void): Windows {
  /** Most recently focused last. */
  let windows: BrowserWindow[] = []
  const front = () => windows.at(-1)

  const open = () => {
    const window = openWindow(remembered, windows.length)
    windows.push(window)
    window.on('focus', () => (windows = [...windows.filter((one) => one !== window), window]))
    window.on('closed', () => (windows = windows.filter((one) => one !== window)))
    opened(window)
    void load(window, `${ORIGIN}/`)
    return window
  }
  const show = () => {
    const window = front() ?? open()
    if (window.isMinimized()) window.restore()
    window.focus()
    return window
  }
  return { open, front, show, command: (command) => front()?.webContents.send(COMMAND_CHANNEL, command) }
}

/** Loads a page. A window that goes before it has loaded needs none: data that are open elsewhere end it early. */
export async function load(window: BrowserWindow, address: string): Promise<void> {
  try {
    await window.loadURL(address)
  } catch (error) {
    if (!window.isDestroyed()) throw error
  }
}

function openWindow(remembered: SettingsStore, open: number): BrowserWindow {
  const first = screen.getPrimaryDisplay()
  const displays = [first, ...screen.getAllDisplays().filter(({ id }) => id !== first.id)]
  const areas = displays.map(({ id, workArea }) => ({ id: String(id), workArea }))
  const { zoom, maximized, fullScreen, ...bounds } = placeFor(areas, remembered.read(PLACES, placesSchema), open)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 900,
    minHeight: 600,
    title: 'Sell or Stay',
    // Shown when its page is painted; if the page is late, the background avoids a white flash in dark mode.
    show: false,
    backgroundColor: ground(nativeTheme.shouldUseDarkColors),
    webPreferences: windowPreferences(preloadPath),
  })
  if (maximized) window.maximize()
  if (fullScreen) window.setFullScreen(true)
  window.once('ready-to-show', () => window.show())
  // Pages of one origin share their zoom, so a further window and a reloaded page already have it.
  if (open === 0) window.webContents.once('did-finish-load', () => window.webContents.setZoomLevel(zoom))
  window.on('close', () => {
    const place = {
      ...window.getNormalBounds(),
      maximized: window.isMaximized(),
      fullScreen: window.isFullScreen(),
      zoom: window.webContents.getZoomLevel(),
    }
    const display = String(screen.getDisplayMatching(place).id)
    remembered.write(PLACES, placesSchema, remember(remembered.read(PLACES, placesSchema), display, place))
  })
  return window
}
