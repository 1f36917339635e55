import type { BrowserWindow } from 'electron'

import type { CallName } from '../../shared/host'
import type { Dispatch } from '../ipc/registry'

/** Calls that may take seconds; how far they are nobody knows. */
const LONG: ReadonlySet<string> = new Set<CallName>([
  'reportPdf',
  'printReport',
  'workbook',
  'counterOffer',
  'exportData',
])

/** Above 1, the task bar shows work without an end in sight. */
const WORKING = 2
const NONE = -1

/** The same calls; while a long one runs, the window in front shows it in the task bar or the dock. */
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
