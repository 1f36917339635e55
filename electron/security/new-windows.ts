import type { WebContents } from 'electron'

/**
 * No page may open a window or embed another page as a webview.
 * https://www.electronjs.org/docs/latest/tutorial/security#14-disable-or-limit-creation-of-new-windows
 * https://www.electronjs.org/docs/latest/tutorial/security#12-verify-webview-options-before-creation
 */
export function openNoWindows(contents: WebContents, log: (text: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    log(`window refused: ${url}`)
    return { action: 'deny' }
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
