import { Button, Checkbox, Group, Radio } from '@mantine/core'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'

import { REPORT_PARTS, USUAL_PARTS, type ReportPart } from '../../shared/host'
import { roleWords } from '../../shared/present/paths'
import { capital } from '../../shared/present/sentence'
import { PageHead } from '../components/entry/PageHead'
import { exportOpenCase } from '../components/frame/actions'
import { ExportProtected } from '../components/frame/ExportProtected'
import { tell, told } from '../components/frame/tell'
import { useQuestions } from '../components/partner/use-questions'
import { HeadingShift } from '../report/headings'
import { Report } from '../report/Report'
import { printHere, saveMethod, savePdf, saveWorkbook } from '../report/save'
import { useOutcome } from '../state/outcome'
import { useDocument, useStore, type Dollars } from '../state/store'
import classes from './report.module.css'

const NAMES: Readonly<Record<Exclude<ReportPart, 'offers'>, string>> = {
  figures: 'Side-by-side figures',
  partner: 'The partner',
  journal: 'Decision journal',
  assumptions: 'Assumptions',
  questions: 'Questions for your advisors',
  method: 'The method in brief',
  years: 'Year by year',
  glossary: 'Terms explained',
  everyYear: 'Every single year',
}

/** What goes to the accountant, the attorney and the wealth manager: choices, the file, and how it will look. */
export default function ReportPage() {
  const { dollars, setDollars, capabilities, host, caseId: id } = useStore()
  const [chosen, setChosen] = useState<readonly ReportPart[]>(USUAL_PARTS)
  const [busy, setBusy] = useState(false)
  const [writing, setWriting] = useState(false)
  const [failed, setFailed] = useState(false)
  const [protecting, setProtecting] = useState(false)
  const parts = useMemo(() => REPORT_PARTS.filter((part) => chosen.includes(part)), [chosen])
  const offersName = `${capital(roleWords(useDocument()).firstShort)}, and each offer`
  const byDialog = capabilities?.pdf === 'print-dialog'

  // While the person reads the preview, the host gets ready for the button.
  const revision = useStore((state) => state.revision)
  useEffect(() => {
    if (id && !byDialog) void host.call('prepareReport', { report: { id, dollars, parts } })
  }, [host, id, dollars, parts, byDialog, revision])

  const save = async () => {
    setBusy(true)
    const done = byDialog ? await printHere(parts) : await savePdf(parts)
    setBusy(false)
    setFailed(!done.ok)
    if (told(done) && done.ok && typeof done.value?.savedTo === 'string')
      tell(`The report was saved to ${done.value.savedTo}.`)
  }

  const workbook = async () => {
    setWriting(true)
    const done = await saveWorkbook()
    setWriting(false)
    if (told(done) && done.ok && typeof done.value?.savedTo === 'string')
      tell(`The workbook was saved to ${done.value.savedTo}.`)
  }

  return (
    <>
      <PageHead
        title="Report"
        says="For your CPA, your attorney and your wealth manager: the answer on page one, followed by everything that supports it."
      >
        <Group mt="md">
          <Button onClick={() => void save()} loading={busy} loaderProps={{ type: 'dots' }}>
            {byDialog ? 'Print or save as PDF' : 'Save as PDF'}
          </Button>
          {/* Where the host's own browser fails, the person's can still print. */}
          {failed && !byDialog && capabilities?.shell === 'browser' && (
            <Button
              variant="default"
              onClick={() => {
                void printHere(parts).then(told)
              }}
            >
              Use the print dialog
            </Button>
          )}
          <Button variant="default" onClick={() => void workbook()} loading={writing} loaderProps={{ type: 'dots' }}>
            Save as workbook
          </Button>
          <Button variant="default" onClick={() => void exportOpenCase()}>
            Export the case file
          </Button>
          <Button variant="default" onClick={() => setProtecting(true)}>
            Export with a passphrase
          </Button>
          <Button variant="default" onClick={saveMethod}>
            Save the method
          </Button>
        </Group>
        {byDialog && (
          <p className="quiet small">
            Chrome, Edge or Chromium was not found to write the file. In the print dialog, choose “Save as PDF”.
          </p>
        )}
      </PageHead>
      <div className={classes.choices}>
        <Radio.Group label="Amounts" value={dollars} onChange={(value) => setDollars(value as Dollars)}>
          <Group mt={6} gap="lg">
            <Radio value="today" label="in today’s dollars" />
            <Radio value="future" label="in future dollars" />
          </Group>
        </Radio.Group>
        <Checkbox.Group
          label="After the first page"
          value={[...parts]}
          onChange={(value) => setChosen(value as ReportPart[])}
        >
          <Group mt={6} gap="lg">
            {REPORT_PARTS.map((part) => (
              <Checkbox key={part} value={part} label={part === 'offers' ? offersName : NAMES[part]} />
            ))}
          </Group>
        </Checkbox.Group>
      </div>
      <ExportProtected opened={protecting} leave={() => setProtecting(false)} />
      <Preview dollars={dollars} parts={parts} />
    </>
  )
}

function Preview(given: { readonly dollars: Dollars; readonly parts: readonly ReportPart[] }) {
  const outcome = useOutcome()
  const { document, prices } = useQuestions()
  const capabilities = useStore((state) => state.capabilities)
  // The choices answer at once; the long preview follows.
  const { dollars, parts } = useDeferredValue(given)
  if (!capabilities) return null
  return (
    // It is wider than a small window, so the keyboard must be able to move it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.sheet} aria-label="Preview of the report" tabIndex={0}>
      <HeadingShift value={1}>
        <Report
          outcome={outcome}
          document={document}
          prices={prices}
          dollars={dollars}
          parts={parts}
          today={capabilities.today}
          version={capabilities.version}
        />
      </HeadingShift>
    </section>
  )
}
