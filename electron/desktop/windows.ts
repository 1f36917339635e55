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

/** The windows that a person sees; each may show another case, or two of them the same. */
export interface Windows {
  open(): BrowserWindow
  /** The window that has the keyboard, or had it last; undefined if none is open. */
  front(): BrowserWindow | undefined
  /** Shows the front window, or opens one. */
  show(): BrowserWindow
  /** Asks the page of the front window to act. */
  command(command: Command): void
}

/** @param opened is told of each new window, before its page is loaded */
export function windowsOf(remembered: SettingsStore, opened: (window: BrowserWindow) => void): Windows {
  /** The one that had the keyboard last is the last. */
  let windows: BrowserWindow[] = []
  const front = () => windows.at(-1)

  const open = () => {
    const window = openWindow(remembered, windows.length)
    windows.push(window)
    window.on('focus', () => (windows = [...windows.filter((one) => one !== window), window]))
    window.on('closed', () => (windows = windows.filter((one) => one !== window)))
    opened(window)
    void window.loadURL(`${ORIGIN}/`)
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
    // Shown when its page is painted; should the page be late all the same, its ground is not a white flash in the dark.
    show: false,
    backgroundColor: ground(nativeTheme.shouldUseDarkColors),
    webPreferences: windowPreferences(preloadPath),
  })
  if (maximized) window.maximize()
  if (fullScreen) window.setFullScreen(true)
  window.once('ready-to-show', () => window.show())
  // Pages of one origin share their zoom: a further window has it already, and so has a page that is loaded again.
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
