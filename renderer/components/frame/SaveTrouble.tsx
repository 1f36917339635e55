import { Button, Group } from '@mantine/core'
import { useState } from 'react'

import { describe } from '../../../shared/case/describe'
import type { Clash } from '../../../shared/case/merge'
import { nameOf } from '../../../shared/case/problems'
import type { Case } from '../../../shared/case/schema'
import { valueText } from '../../format'
import { download } from '../../state/files'
import { useStore } from '../../state/store'
import { FileGone } from '../data/FileGone'
import classes from './frame.module.css'
import { told } from './tell'

/** Reasons why the case is not saved as shown, with remedies that lose no entry. */
export function SaveTrouble() {
  const failed = useStore((state) => state.saved === 'failed' && state.refusal !== undefined)
  const clashes = useStore((state) => state.clashes)
  return (
    <>
      {failed && <NotSaved />}
      {clashes.length > 0 && <Clashes clashes={clashes} />}
    </>
  )
}

/** Why the last save failed. Temporary causes are retried automatically. */
function NotSaved() {
  const refusal = useStore((state) => state.refusal)
  const { retry } = useStore.getState()
  if (refusal?.code === 'not-found') return <Gone />
  return (
    <div role="alert" className={classes.trouble}>
      <p>{refusal?.message}</p>
      <Group gap="xs">
        {refusal?.code === 'lost' && <FileGone />}
        <Button variant="default" onClick={() => void retry()}>
          Try again
        </Button>
        <Button variant="default" onClick={saveAsFile}>
          Save it as a file
        </Button>
      </Group>
    </div>
  )
}

/** Needs no host: the state of this window as a case file that the program can import. */
function saveAsFile(): void {
  const { document } = useStore.getState()
  if (!document) return
  const file = new Blob([JSON.stringify(document, null, 2)], { type: 'application/json' })
  download(`${document.name || 'Case'}.sellorstay`, file)
}

/** The case was deleted in another window. */
function Gone() {
  const [busy, setBusy] = useState(false)
  const { saveAsNew, letGo } = useStore.getState()
  return (
    <div role="alert" className={classes.trouble}>
      <p>This case was deleted in another window. What you see here is complete, and is in this window only.</p>
      <Group gap="xs">
        <Button
          variant="default"
          disabled={busy}
          onClick={() => {
            setBusy(true)
            void saveAsNew().then((answer) => {
              setBusy(false)
              if (answer.ok) globalThis.location.hash = `#/case/${answer.value.id}/practice`
              else told({ ok: false, message: answer.error.message })
            })
          }}
        >
          Save as a new case
        </Button>
        <Button
          variant="default"
          onClick={() => {
            letGo()
            globalThis.location.hash = '#/'
          }}
        >
          Discard it
        </Button>
      </Group>
    </div>
  )
}

/** Fields to which two windows gave different values: both are shown, and the user chooses. */
function Clashes({ clashes }: { readonly clashes: readonly Clash[] }) {
  const document = useStore((state) => state.document)
  const settle = useStore((state) => state.settle)
  if (!document) return null
  return (
    <section role="alert" className={classes.clashes} aria-label="Changed in two windows">
      <h2>Changed in two windows at once</h2>
      <p>
        The other window’s values were saved first and are the ones in use. Yours are kept here until you choose. All
        your other changes are saved.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Other window, in use</th>
            <th scope="col">This window</th>
            <th scope="col">Keep</th>
          </tr>
        </thead>
        <tbody>
          {clashes.map((clash) => {
            const name = sentenceCase(nameHere(clash, document))
            return (
              <tr key={clash.path}>
                <th scope="row">{name}</th>
                <td>{inWords(clash.theirs, clash, document)}</td>
                <td>{inWords(clash.mine, clash, document)}</td>
                <td>
                  <Group gap="xs">
                    <Button variant="default" size="xs" onClick={() => settle(clash, 'theirs')}>
                      Other window’s<span className="unseen"> value of {name}</span>
                    </Button>
                    <Button
                      variant="default"
                      size="xs"
                      onClick={() => {
                        const [problem] = settle(clash, 'mine')
                        if (problem) told({ ok: false, message: problem.message })
                      }}
                    >
                      This window’s<span className="unseen"> value of {name}</span>
                    </Button>
                  </Group>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** An element that only one window still has keeps its name from there. */
function nameHere({ path, mine, theirs }: Clash, document: Case): string {
  const item = (theirs ?? mine) as { readonly name?: unknown; readonly label?: unknown } | null | undefined
  const named = [item?.name, item?.label].find((text): text is string => typeof text === 'string' && text !== '')
  return named ?? nameOf(path, document)
}

function inWords(value: unknown, { path }: Clash, document: Case): string {
  if (value === undefined) return 'removed'
  if (value !== null && typeof value === 'object') return 'changed, in several fields'
  const field = describe(path, document)
  return field ? valueText(value as string | number | boolean | null, field) : JSON.stringify(value)
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
