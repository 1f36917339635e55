import type { BrowserWindow } from 'electron'

import type { CallName } from '../../shared/host'
import type { Dispatch } from '../ipc/registry'

/** Calls that may take seconds; their progress is unknown. */
const LONG: ReadonlySet<string> = new Set<CallName>([
  'reportPdf',
  'methodPdf',
  'printReport',
  'workbook',
  'counterOffer',
  'exportData',
])

/** A value above 1 shows indeterminate progress. */
const WORKING = 2
const NONE = -1

/** The same calls; during a long one, the front window shows progress on the taskbar or dock. */
export function showingProgress(dispatch: Dispatch, front: () => BrowserWindow | undefined): Dispatch {
  let running = 0
  return async (...call) => {
    if (!LONG.has(call[1])) return dispatch(...call)
    const window = front()
    running += 1
    window?.setProgressBar(WORKING)
    try {
      return await dispatch(...call)
    } finally {
      running -= 1
      if (running === 0 && window && !window.isDestroyed()) window.setProgressBar(NONE)
    }
  }
}
