import { Button } from '@mantine/core'

import type { DamagedCase } from '../../../shared/host'
import { moment } from '../../format'
import { restoreDamaged } from '../../state/data'
import { tell, told } from '../frame/tell'
import classes from './data.module.css'

/** The damaged cases, by name, each with the newest backup in which it is intact. */
export function Damaged({ cases }: { readonly cases: readonly DamagedCase[] }) {
  if (cases.length === 0) return null
  return (
    <section className={classes.damaged} aria-labelledby="damaged">
      <h2 id="damaged">{cases.length === 1 ? 'One case is damaged' : `${cases.length} cases are damaged`}</h2>
      <p>
        The data on the disk is not what was saved; the disk may be failing. All other cases are intact. A copy of the
        file in its current state is in the set-aside folder inside the data folder.
      </p>
      <ul className={classes.backups}>
        {cases.map((one) => (
          <Row key={one.id} one={one} />
        ))}
      </ul>
    </section>
  )
}

function Row({ one }: { readonly one: DamagedCase }) {
  const { id, name, closed, snapshots, backup } = one
  const shown = name || 'Untitled case'
  const restore = async () => {
    if (!backup) return
    if (told(await restoreDamaged(id, backup.name))) tell(`“${shown}” is as it was on ${moment(backup.changedAt)}.`)
  }
  const what = closed ? 'It cannot be opened.' : `Snapshots: ${snapshots.map((each) => `“${each}”`).join(', ')}.`
  return (
    <li className={classes.row}>
      <div>
        <p>{shown}</p>
        <p className="quiet small">
          {what}{' '}
          {backup
            ? `The newest backup has it as of ${moment(backup.changedAt)}.`
            : 'No backup has it in a readable state.'}
        </p>
      </div>
      {backup && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => void restore()}
          aria-label={`Restore from backup: ${shown}`}
        >
          Restore from backup
        </Button>
      )}
    </li>
  )
}
