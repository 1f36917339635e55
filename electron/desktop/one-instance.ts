import { app, type BrowserWindow } from 'electron'

/**
 * A second start on the same data brings the window that is open to the front instead.
 * @returns whether this is the first
 */
export function isFirstInstance(window: () => BrowserWindow | undefined): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', () => toFront(window()))
  return true
}

export function toFront(window: BrowserWindow | undefined): void {
  if (window?.isMinimized()) window.restore()
  window?.focus()
}
