import { BrowserWindow, ipcMain } from 'electron'

import { trustedFrame } from '../security/sender'
import type { Changes } from './changes'
import { CHANGE_CHANNEL, callNames, channelOf } from './channels'
import type { Dispatch } from './registry'

/** Carries the contract's calls over Electron's channels, and nothing else. Only this file touches the raw object. */
export function carryCalls(dispatch: Dispatch): void {
  for (const name of callNames)
    ipcMain.handle(channelOf(name), (event, argument: unknown) =>
      dispatch(trustedFrame(event.senderFrame), name, argument),
    )
}

/** Tells every window what was stored. */
export function carryChanges(changes: Changes): void {
  changes.listen((change) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.send(CHANGE_CHANNEL, change)
  })
}
