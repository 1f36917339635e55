import { Button, Group } from '@mantine/core'
import { useEffect, useState, type FormEvent } from 'react'

import { withJournalOf } from '../../shared/case/partner/journal'
import type { Case } from '../../shared/case/schema'
import type { SnapshotSummary } from '../../shared/host'
import { PageHead } from '../components/entry/PageHead'
import { tell, told } from '../components/frame/tell'
import { Since } from '../components/snapshots/Since'
import classes from '../components/snapshots/snapshots.module.css'
import { moment } from '../format'
import { deleteSnapshot, openSnapshot, takeSnapshot, useSnapshots } from '../state/snapshots'
import { useStore } from '../state/store'

/** Saved states of the case: what has changed since, and how to go back. */
export default function Snapshots() {
  const caseId = useStore((state) => state.caseId)
  const { of, list, refusal, refresh } = useSnapshots()
  const [chosen, setChosen] = useState<{ snapshot: SnapshotSummary; document: Case }>()
  useEffect(() => void refresh(), [refresh, caseId])
  const compare = async (snapshot: SnapshotSummary) => {
    const done = await openSnapshot(snapshot.id)
    if (told(done) && done.ok) setChosen({ snapshot, document: done.value })
  }
  const known = of === caseId ? list : undefined
  return (
    <>
      <PageHead
        title="Snapshots"
        says="Save the case as it is today under a name. Later you can see which inputs and figures have changed since, and go back."
      />
      <div className={classes.beside}>
        <div>
          <Take onTaken={(snapshot) => void compare(snapshot)} />
          {refusal ? (
            <p role="alert">{refusal.message}</p>
          ) : known === undefined ? (
            <p className="quiet">Loading snapshots.</p>
          ) : known.length === 0 ? (
            <p className="quiet">
              No snapshots yet. A good time to save one is before a call with a buyer or an advisor.
            </p>
          ) : (
            <ul className={classes.list} aria-label="Snapshots">
              {known.map((snapshot) => (
                <Row
                  key={snapshot.id}
                  snapshot={snapshot}
                  shown={chosen?.snapshot.id === snapshot.id}
                  onCompare={() => void compare(snapshot)}
                  onGone={() => setChosen((now) => (now?.snapshot.id === snapshot.id ? undefined : now))}
                />
              ))}
            </ul>
          )}
        </div>
        {chosen && known?.some(({ id }) => id === chosen.snapshot.id) && (
          <Since key={chosen.snapshot.id} name={chosen.snapshot.name} then={chosen.document} />
        )}
      </div>
    </>
  )
}

function Take({ onTaken }: { readonly onTaken: (snapshot: SnapshotSummary) => void }) {
  const [name, setName] = useState('')
  const take = async (event: FormEvent) => {
    event.preventDefault()
    const wanted = name.trim()
    if (wanted === '') return tell('Give the snapshot a name first: “Before the call with Harbor”.')
    const done = await takeSnapshot(wanted)
    if (!told(done) || !done.ok) return
    setName('')
    tell(`Saved as “${done.value.name}”.`)
    onTaken(done.value)
  }
  return (
    <form className={classes.take} onSubmit={(event) => void take(event)}>
      <label htmlFor="snapshot-name">Snapshot name</label>
      <input
        id="snapshot-name"
        value={name}
        maxLength={80}
        autoComplete="off"
        placeholder="Before the call with the buyer"
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button type="submit">Save snapshot</Button>
    </form>
  )
}

interface RowProps {
  readonly snapshot: SnapshotSummary
  readonly shown: boolean
  readonly onCompare: () => void
  readonly onGone: () => void
}

function Row({ snapshot, shown, onCompare, onGone }: RowProps) {
  const { id, name, takenAt } = snapshot
  const [asked, setAsked] = useState(false)
  const { replace, undo } = useStore.getState()
  const restore = async () => {
    const done = await openSnapshot(id)
    if (!told(done) || !done.ok) return
    const now = useStore.getState().document
    if (!now) return
    const [problem] = replace(withJournalOf(now, done.value))
    if (problem) return tell(problem.message)
    const written = now.partner.journal.length > done.value.partner.journal.length
    tell(
      `The case is as it was in “${name}”.${written ? ' Your decision journal keeps what you have written since.' : ''}`,
      { label: 'Undo', run: undo },
    )
  }
  const remove = async () => {
    onGone()
    if (told(await deleteSnapshot(id))) tell(`The snapshot “${name}” has been deleted.`)
  }
  return (
    <li className={classes.row}>
      <div>
        <strong>{name}</strong>
        <p className="quiet small">{moment(takenAt)}</p>
      </div>
      <Group gap={4}>
        {asked ? (
          <>
            <span className="small">Delete “{name}” for good?</span>
            <Button size="compact-sm" variant="default" onClick={() => void remove()}>
              Delete permanently
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => setAsked(false)}>
              Keep
            </Button>
          </>
        ) : (
          <>
            <Button
              size="compact-sm"
              variant={shown ? 'default' : 'subtle'}
              aria-pressed={shown}
              aria-label={`Compare with now: ${name}`}
              onClick={onCompare}
            >
              Compare with now
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`Go back to: ${name}`}
              onClick={() => void restore()}
            >
              Go back to it
            </Button>
            <Button size="compact-sm" variant="subtle" aria-label={`Delete: ${name}`} onClick={() => setAsked(true)}>
              Delete
            </Button>
          </>
        )}
      </Group>
    </li>
  )
}
