import { BrowserWindow, nativeTheme } from 'electron'

import { calls, type Settings } from '../../shared/host'
import type { SettingsStore } from '../database/settings'
import type { Dispatch } from '../ipc/registry'

/** The paper of renderer/styles.css: what a window shows before its page does. */
export const ground = (dark: boolean): string => (dark ? '#171715' : '#fbfaf7')

const themeSchema = calls.saveSettings.shape.settings.shape.theme
const THEME = 'theme'

/** Title bars, menus and the ground of windows take the theme that the person has chosen for the pages. */
export function takeRememberedTheme(remembered: SettingsStore): void {
  takeTheme(remembered.read(THEME, themeSchema))
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows())
      window.setBackgroundColor(ground(nativeTheme.shouldUseDarkColors))
  })
}

/** The same calls; the theme that the pages read or store is taken at once, and remembered for the next start. */
export const followingTheme =
  (dispatch: Dispatch, remembered: SettingsStore): Dispatch =>
  async (...call) => {
    const answer = await dispatch(...call)
    if ((call[1] === 'saveSettings' || call[1] === 'getSettings') && answer.ok) {
      const { theme } = answer.value as Settings
      if (theme !== remembered.read(THEME, themeSchema)) remembered.write(THEME, themeSchema, theme)
      takeTheme(theme)
    }
    return answer
  }

function takeTheme(theme: Settings['theme'] = 'auto'): void {
  const source = theme === 'auto' ? 'system' : theme
  if (nativeTheme.themeSource !== source) nativeTheme.themeSource = source
}
