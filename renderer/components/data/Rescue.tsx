import { Button } from '@mantine/core'

import type { DataState } from '../../../shared/host'
import { settleTrouble } from '../../state/data'
import { tell, told } from '../frame/tell'
import { Backups } from './Backups'
import classes from './data.module.css'

type Trouble = NonNullable<DataState['trouble']>

/** Shown in place of every page while the data cannot be opened: what is wrong, and what can be done. */
export function Rescue({ trouble }: { readonly trouble: Trouble }) {
  const { title, other, says, button, how } = WAYS[trouble.kind]
  const settle = async () => {
    const done = await settleTrouble(how)
    if (!told(done) || !done.ok || how !== 'salvage') return
    const { saved, lost, setAside } = done.value
    const missing =
      lost.length > 0 ? ` Not readable: ${lost.map((name) => `“${name}”`).join(', ')}.` : ' Nothing was lost.'
    const where = setAside ? ` The damaged file is in ${setAside}.` : ''
    tell(`${saved === 1 ? '1 case was' : `${saved} cases were`} recovered.${missing}${where}`)
  }
  return (
    <div className={classes.rescue}>
      <h1>{title}</h1>
      <p role="alert">{trouble.message}</p>
      <h2>Restore a backup</h2>
      <Backups />
      <h2>{other}</h2>
      <p>{says}</p>
      <Button variant="default" onClick={() => void settle()}>
        {button}
      </Button>
    </div>
  )
}

const WAYS = {
  missing: {
    title: 'Your data file is missing',
    other: 'Start with no cases',
    says: 'Choose this if the file was empty or you moved it on purpose. The backups stay where they are.',
    button: 'Start with no cases',
    how: 'beginEmpty',
  },
  damaged: {
    title: 'Your data file is damaged',
    other: 'Recover what can still be read',
    says: 'Every case that is still intact goes into a new file, including edits made since the last backup. The others are listed by name. The damaged file is set aside, not deleted.',
    button: 'Recover the readable cases',
    how: 'salvage',
  },
  behind: {
    title: 'Your data file is not the latest one',
    other: 'Use the data as it is',
    says: 'The file can be read without errors. Anything missing from it stays missing unless a backup has it.',
    button: 'Use the data as it is',
    how: 'goOn',
  },
} as const satisfies Record<Trouble['kind'], unknown>
