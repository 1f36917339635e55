import { Button, Group, Modal, PasswordInput } from '@mantine/core'
import { useState } from 'react'

import { SHORTEST_PASSPHRASE } from '../../../shared/host'
import { exportCase } from '../../state/cases'
import { useStore } from '../../state/store'
import { tellSaved } from './saved'

/** Saves the case as a passphrase-protected file. */
export function ExportProtected({ opened, leave }: { readonly opened: boolean; readonly leave: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={leave}
      title="Export with a passphrase"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Form leave={leave} />
    </Modal>
  )
}

function Form({ leave }: { readonly leave: () => void }) {
  const id = useStore((state) => state.caseId)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [wanted, setWanted] = useState(false)
  const [busy, setBusy] = useState(false)
  const short = passphrase.length < SHORTEST_PASSPHRASE
  const save = async () => {
    setWanted(true)
    if (short || passphrase !== again || !id) return
    setBusy(true)
    const done = await exportCase(id, { passphrase })
    setBusy(false)
    if (done.ok) leave()
    tellSaved('The case', done)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <PasswordInput
        data-autofocus
        label="Passphrase"
        description="Several words are easier to remember and harder to guess than one. Nobody can open the file without it, and nobody can recover it."
        error={
          wanted && short
            ? `The passphrase has ${passphrase.length} characters; it needs at least ${SHORTEST_PASSPHRASE}. Add a word.`
            : undefined
        }
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the passphrase' }}
        autoComplete="new-password"
      />
      <PasswordInput
        mt="md"
        label="Passphrase again"
        error={wanted && !short && passphrase !== again ? 'The two are not the same. Type it once more.' : undefined}
        value={again}
        onChange={(event) => setAgain(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the repeated passphrase' }}
        autoComplete="new-password"
      />
      <Group mt="md">
        <Button type="submit" loading={busy}>
          Export
        </Button>
        <Button variant="default" onClick={leave}>
          Cancel
        </Button>
      </Group>
    </form>
  )
}
