import type { Session } from 'electron'

/**
 * The program needs no device features: every request is denied, including permission queries.
 * https://www.electronjs.org/docs/latest/tutorial/security#5-handle-session-permission-requests-from-remote-content
 */
export function denyPermissions(session: Session, log: (text: string) => void): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log(`permission refused: ${permission}`)
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}
