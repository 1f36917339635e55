import type { WebFrameMain } from 'electron'

import type { Sender } from '../ipc/registry'
import { isOurs } from './origin'

/**
 * A call counts only if it comes from the top frame of one of our pages.
 * https://www.electronjs.org/docs/latest/tutorial/security#17-validate-the-sender-of-all-ipc-messages
 */
export function trustedFrame(frame: WebFrameMain | null): Sender {
  if (!frame) return { trusted: false, reason: 'a frame that is gone' }
  if (frame.parent) return { trusted: false, reason: `an embedded frame at ${frame.url}` }
  if (!isOurs(frame.origin)) return { trusted: false, reason: `a page of ${frame.origin}` }
  return { trusted: true }
}
