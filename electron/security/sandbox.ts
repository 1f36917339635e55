import { app, type WebPreferences } from 'electron'

/**
 * Every renderer runs in Chromium's sandbox; called before the program is ready.
 * https://www.electronjs.org/docs/latest/tutorial/security#4-enable-process-sandboxing
 */
export const sandboxEverything = (): void => app.enableSandbox()

/**
 * The web preferences of every window. Most are Electron's defaults, spelled out so that a test can check them.
 * No spell checker: it would download its dictionaries.
 * https://www.electronjs.org/docs/latest/tutorial/security#3-enable-context-isolation
 */
export const windowPreferences = (preload: string): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
  devTools: !app.isPackaged,
})
