import { Button, Group } from '@mantine/core'

import { useStore } from '../../state/store'
import { FileGone } from '../data/FileGone'
import classes from './frame.module.css'

/** Why the last save was refused, and what can be done; nothing that was entered is given up for it. */
export function SaveTrouble() {
  const saved = useStore((state) => state.saved)
  const refusal = useStore((state) => state.refusal)
  const { retry, takeTheirs, keepMine } = useStore.getState()
  if (saved !== 'failed' || !refusal) return null
  const conflict = refusal.code === 'conflict'
  return (
    <div role="alert" className={classes.trouble}>
      <p>
        {conflict
          ? 'This case was changed in another window since you opened it here. What you see here is kept in this window only, until you choose.'
          : refusal.message}
      </p>
      <Group gap="xs">
        {conflict ? (
          <>
            <Button variant="default" onClick={() => void takeTheirs()}>
              Show the other window’s state
            </Button>
            <Button variant="default" onClick={() => void keepMine()}>
              Keep mine
            </Button>
          </>
        ) : (
          <>
            {refusal.code === 'lost' && <FileGone />}
            <Button variant="default" onClick={() => void retry()}>
              Try again
            </Button>
          </>
        )}
      </Group>
    </div>
  )
}
