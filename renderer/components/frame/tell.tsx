import { notifications } from '@mantine/notifications'

import type { Done } from '../../state/cases'

/** A notification with at most one action. */
export function tell(message: string, action?: { label: string; run: () => void }): void {
  const id = crypto.randomUUID()
  notifications.show({
    id,
    withBorder: true,
    color: 'ink',
    closeButtonProps: { 'aria-label': 'Close this message' },
    message: action ? (
      <>
        {message}{' '}
        <button
          type="button"
          className="link"
          onClick={() => {
            notifications.hide(id)
            action.run()
          }}
        >
          {action.label}
        </button>
      </>
    ) : (
      message
    ),
  })
}

/** Reports why something failed. @returns whether it succeeded */
export function told(done: Done): boolean {
  if (!done.ok) notifications.show({ message: done.message, color: 'red', withBorder: true, autoClose: false })
  return done.ok
}
