import { Button, Group } from '@mantine/core'
import { useEffect, useState } from 'react'

import type { BackupSummary } from '../../../shared/host'
import { moment } from '../../format'
import { restoreBackup, useData } from '../../state/data'
import { tell, told } from '../frame/tell'
import classes from './data.module.css'

/** The backups, newest first, each with its content; a faulty one says so and cannot be restored. */
export function Backups() {
  const { backups, list } = useData()
  const [asked, setAsked] = useState<string>()
  useEffect(() => void list(), [list])
  if (!backups) return <p className="quiet">Checking the backups.</p>
  if (backups.length === 0)
    return <p className="quiet">There is no backup yet. The first is made after your first edit.</p>
  return (
    <ul className={classes.backups} aria-label="Backups">
      {backups.map((backup) => (
        <li key={backup.name}>
          <Row backup={backup} ask={() => setAsked(backup.name)} />
          {asked === backup.name && <Confirm backup={backup} cancel={() => setAsked(undefined)} />}
        </li>
      ))}
    </ul>
  )
}

function Row({ backup, ask }: { readonly backup: BackupSummary; readonly ask: () => void }) {
  const { takenAt, problem } = backup
  return (
    <div className={classes.row}>
      <div>
        <p>{moment(takenAt)}</p>
        <p className="quiet small">{problem === null ? contentOf(backup) : `Cannot be restored: ${problem}.`}</p>
      </div>
      {problem === null && (
        <Button variant="default" size="compact-sm" onClick={ask} aria-label={`Restore: ${moment(takenAt)}`}>
          Restore
        </Button>
      )}
    </div>
  )
}

const counted = (cases: number) => (cases === 1 ? '1 case' : `${cases} cases`)
const contentOf = ({ cases, bytes }: BackupSummary) =>
  `${counted(cases)}, ${bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`}`

function Confirm({ backup, cancel }: { readonly backup: BackupSummary; readonly cancel: () => void }) {
  const [busy, setBusy] = useState(false)
  const restore = async () => {
    setBusy(true)
    const done = await restoreBackup(backup.name)
    setBusy(false)
    if (!told(done) || !done.ok) return cancel()
    const before = done.value.setAside ? ` What was there before is in ${done.value.setAside}.` : ''
    tell(`The backup of ${moment(backup.takenAt)} has been restored.${before}`)
  }
  return (
    <div role="alert" className={classes.confirm}>
      <p>
        All cases will be as they were on {moment(backup.takenAt)} ({counted(backup.cases)}). What is there now is set
        aside in the data folder, not deleted.
      </p>
      <Group gap="xs">
        <Button loading={busy} onClick={() => void restore()}>
          Restore this backup
        </Button>
        <Button variant="default" onClick={cancel}>
          Cancel
        </Button>
      </Group>
    </div>
  )
}
