import { BrowserWindow, nativeTheme } from 'electron'

import { z } from 'zod'

import type { Settings } from '../../shared/host'
import type { SettingsStore } from '../database/settings'
import type { Dispatch } from '../ipc/registry'

/** The paper color of renderer/styles.css: the window's background before its page appears. */
export const ground = (dark: boolean): string => (dark ? '#171715' : '#fbfaf7')

/** As in the contract, whose schemas would take too long to load before the first window. */
const themeSchema: z.ZodType<Settings['theme']> = z.enum(['light', 'dark', 'auto']).optional()
const THEME = 'theme'

/** Title bars, menus and window backgrounds follow the theme chosen for the pages. */
export function takeRememberedTheme(remembered: SettingsStore): void {
  takeTheme(remembered.read(THEME, themeSchema))
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows())
      window.setBackgroundColor(ground(nativeTheme.shouldUseDarkColors))
  })
}

/** The same calls; a theme that pages read or store is applied at once and remembered for the next start. */
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
