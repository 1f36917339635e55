import { BrowserWindow, nativeTheme } from 'electron'

import { calls, type Settings } from '../../shared/host'
import type { SettingsStore } from '../database/settings'
import type { Dispatch } from '../ipc/registry'

/** The paper of renderer/styles.css: what a window shows before its page does. */
export const ground = (dark: boolean): string => (dark ? '#171715' : '#fbfaf7')

/** Title bars, menus and the ground of windows take the theme that the person has chosen for the pages. */
export function takeStoredTheme(settings: SettingsStore): void {
  takeTheme(settings.read('settings', calls.saveSettings.shape.settings.strip())?.theme)
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows())
      window.setBackgroundColor(ground(nativeTheme.shouldUseDarkColors))
  })
}

/** The same calls; a theme that one of them has stored is taken at once. */
export const followingTheme =
  (dispatch: Dispatch): Dispatch =>
  async (...call) => {
    const answer = await dispatch(...call)
    if (call[1] === 'saveSettings' && answer.ok) takeTheme((answer.value as Settings).theme)
    return answer
  }

function takeTheme(theme: Settings['theme'] = 'auto'): void {
  nativeTheme.themeSource = theme === 'auto' ? 'system' : theme
}
