import { Button, Group, Textarea } from '@mantine/core'
import { useEffect, useState } from 'react'

import { BookReview } from '../components/documents/BookReview'
import { LetterReview } from '../components/documents/LetterReview'
import classes from '../components/documents/documents.module.css'
import { PageHead } from '../components/entry/PageHead'
import { Section } from '../components/entry/Section'
import { tellSaved } from '../components/frame/saved'
import { told } from '../components/frame/tell'
import { day } from '../format'
import type { KeptDocument } from '../../shared/host'
import { exportCase } from '../state/cases'
import { handOver } from '../state/files'
import { chooseDocuments, useReading } from '../state/reading'
import { useStore } from '../state/store'

/** Letters and books: their content is reviewed here before any of it gets into the case. */
export default function Documents() {
  const caseId = useStore((state) => state.caseId)
  const { open, caseId: of } = useReading()
  const shown = of === caseId ? open[0] : undefined
  if (!shown) return <Choose />
  const more = open.length - 1
  return (
    <>
      {more > 0 && (
        <p className="quiet small">{more === 1 ? 'One more document' : `${more} more documents`} after this one.</p>
      )}
      {shown.read.book ? (
        <BookReview key={shown.key} open={shown} book={shown.read.book} />
      ) : (
        <LetterReview key={shown.key} open={shown} />
      )}
    </>
  )
}

/** Files to read, text to paste, and stored documents. */
function Choose() {
  const { add, busy } = useReading()
  const [pasted, setPasted] = useState('')
  return (
    <>
      <PageHead
        title="Letters and books"
        says="Read a letter of intent (PDF, Word, e-mail, text) or your books (CSV, Excel). Nothing enters the case until you have reviewed it, and nothing leaves this computer."
      />
      <Group gap="xs" mt="md">
        <Button loading={busy !== undefined} onClick={() => void chooseDocuments()}>
          Choose files
        </Button>
        <p className="quiet small">Or drop them anywhere in this window.</p>
      </Group>
      <Section title="Paste the text of a letter">
        <Textarea
          aria-label="Text of the letter"
          minRows={6}
          autosize
          maxRows={16}
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
        />
        <Button
          mt="xs"
          variant="default"
          disabled={pasted.trim() === ''}
          onClick={() => void add([{ name: 'Pasted text.txt', text: pasted }])}
        >
          Read this text
        </Button>
      </Section>
      <Kept />
    </>
  )
}

/** The documents stored with the case. */
function Kept() {
  const id = useStore((state) => state.caseId)!
  const host = useStore((state) => state.host)
  const again = useReading((state) => state.again)
  const [list, setList] = useState<readonly KeptDocument[]>([])
  const [changes, setChanges] = useState(0)
  useEffect(() => {
    let current = true
    void host.call('listDocuments', { id }).then((answer) => {
      if (!current) return
      if (answer.ok) setList(answer.value)
      else told({ ok: false, message: answer.error.message })
    })
    return () => {
      current = false
    }
  }, [host, id, changes])
  if (list.length === 0) return null
  const save = async (document: string) => {
    const answer = await host.call('saveDocument', { id, document })
    if (!answer.ok) return told({ ok: false, message: answer.error.message })
    handOver(answer.value)
    tellSaved('The document', answer)
  }
  const exportAll = async () => {
    const done = await exportCase(id, { documents: true })
    tellSaved('The case', done)
  }
  const remove = async (document: string) => {
    const answer = await host.call('deleteDocument', { id, document })
    if (!answer.ok) told({ ok: false, message: answer.error.message })
    setChanges((n) => n + 1)
  }
  return (
    <Section title="Kept with this case" says="Quotes taken from a document stay in the case when it is deleted.">
      <ul className={classes.kept}>
        {list.map(({ id: document, name, addedAt, bytes }) => (
          <li key={document}>
            <span>
              {name}{' '}
              <span className="quiet small">
                {day(addedAt.slice(0, 10))},{' '}
                {bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`}
              </span>
            </span>
            <Group gap={4}>
              {(
                [
                  ['Read again', () => again(document)],
                  ['Save a copy', () => save(document)],
                  ['Delete permanently', () => remove(document)],
                ] as const
              ).map(([what, run]) => (
                <Button
                  key={what}
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`${what}: ${name}`}
                  onClick={() => void run()}
                >
                  {what}
                </Button>
              ))}
            </Group>
          </li>
        ))}
      </ul>
      <Button mt="xs" variant="default" onClick={() => void exportAll()}>
        Export the case with these documents
      </Button>
    </Section>
  )
}
