import { Button, Group, Modal, PasswordInput } from '@mantine/core'
import { useState } from 'react'

import type { CaseFileContent } from '../../../shared/host'
import { list } from '../../../shared/present/sentence'
import { useImporting } from '../../state/importing'
import { tell, told } from './tell'

/** The content of a case file before it is imported; asks for its passphrase first if it is protected. */
export function ImportFile() {
  const { file, content, locked, leave } = useImporting()
  return (
    <Modal
      opened={file !== undefined}
      onClose={leave}
      title={content ? 'Import this case?' : 'This case file is protected'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {content ? <Content content={content} /> : locked !== undefined && <Passphrase why={locked} />}
    </Modal>
  )
}

function Content({ content }: { readonly content: CaseFileContent }) {
  const { name, practice, offers, startYear, savedBy, problems } = content
  const { take, leave } = useImporting()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    const done = await take()
    setBusy(false)
    if (told(done) && done.ok)
      tell(`“${done.value.name}” has been imported as a new case.`, {
        label: 'Open it',
        run: () => (globalThis.location.hash = `#/case/${done.value.id}/practice`),
      })
  }
  return (
    <>
      <dl>
        <dt>Case</dt>
        <dd>{name || 'Untitled case'}</dd>
        <dt>Practice</dt>
        <dd>{practice || 'not named'}</dd>
        <dt>Offers</dt>
        <dd>{offers.length === 0 ? 'none yet' : list(offers)}</dd>
        <dt>Plan from</dt>
        <dd>{startYear}</dd>
        <dt>Saved by</dt>
        <dd>{savedBy ?? 'an older version of the program'}</dd>
      </dl>
      {problems.length > 0 && (
        <>
          <p>Until this is corrected, the case has no answer:</p>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet small">It becomes a new case. Your other cases stay as they are.</p>
      <Group mt="md">
        <Button data-autofocus loading={busy} onClick={() => void run()}>
          Import
        </Button>
        <Button variant="default" onClick={leave}>
          Cancel
        </Button>
      </Group>
    </>
  )
}

function Passphrase({ why }: { readonly why: string }) {
  const { file, look, leave } = useImporting()
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const tried = !why.startsWith('This case file is protected')
  const open = async () => {
    setBusy(true)
    const done = await look(file!, passphrase)
    setBusy(false)
    told(done)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void open()
      }}
    >
      <PasswordInput
        data-autofocus
        label="Passphrase"
        description={tried ? undefined : why}
        error={tried ? why : undefined}
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the passphrase' }}
        autoComplete="off"
      />
      <Group mt="md">
        <Button type="submit" loading={busy} disabled={passphrase === ''}>
          Continue
        </Button>
        <Button variant="default" onClick={leave}>
          Cancel
        </Button>
      </Group>
    </form>
  )
}
