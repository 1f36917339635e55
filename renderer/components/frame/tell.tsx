import { notifications } from '@mantine/notifications'
import { Fragment } from 'react'

import type { Done } from '../../state/cases'

interface Action {
  readonly label: string
  readonly run: () => unknown
}

/** A notification with what can be done about it. */
export function tell(message: string, ...actions: readonly Action[]): void {
  const id = crypto.randomUUID()
  notifications.show({
    id,
    withBorder: true,
    color: 'ink',
    closeButtonProps: { 'aria-label': 'Close this message' },
    message: (
      <>
        {message}
        {actions.map(({ label, run }) => (
          <Fragment key={label}>
            {' '}
            <button
              type="button"
              className="link"
              onClick={() => {
                notifications.hide(id)
                run()
              }}
            >
              {label}
            </button>
          </Fragment>
        ))}
      </>
    ),
  })
}

/** Reports why something failed. @returns whether it succeeded */
export function told(done: Done): boolean {
  if (!done.ok) notifications.show({ message: done.message, color: 'red', withBorder: true, autoClose: false })
  return done.ok
}
