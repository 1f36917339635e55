import { Button, Checkbox, Group, Radio, Select } from '@mantine/core'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'

import {
  READER_PARTS,
  REPORT_PARTS,
  withChanges,
  type PaperSize,
  type Reader,
  type ReportPart,
} from '../../shared/host'
import { evaluateCase } from '../../shared/model'
import { roleWords } from '../../shared/present/paths'
import { withInitials } from '../../shared/present/report/initials'
import { showSimulations } from '../../shared/present/report/analyzed'
import { capital } from '../../shared/present/sentence'
import { PageHead } from '../components/entry/PageHead'
import { exportOpenCase } from '../components/frame/actions'
import { ExportProtected } from '../components/frame/ExportProtected'
import { tellMade } from '../components/frame/saved'
import { tell, told } from '../components/frame/tell'
import { withoutPeople, type ReportChoices } from '../report/asked'
import { useQuestions } from '../components/partner/use-questions'
import { Exporting } from '../components/report/Exporting'
import { moment } from '../format'
import { HeadingShift } from '../report/headings'
import { Report } from '../report/Report'
import { useSimulated } from '../report/use-simulated'
import { useSince } from '../report/use-since'
import { copyForAdvisor, printHere, saveInputs, saveMethod, saveMethodPdf, savePdf, saveWorkbook } from '../report/save'
import { useExports } from '../state/exports'
import { useOutcome } from '../state/outcome'
import { useSnapshots } from '../state/snapshots'
import { useDocument, useStore, type Dollars } from '../state/store'
import classes from './report.module.css'

const NAMES: Readonly<Record<Exclude<ReportPart, 'offers'>, string>> = {
  brief: 'The offers on one page, what it hangs on, what to ask for',
  changes: 'Changes since the snapshot',
  figures: 'Side-by-side figures',
  closingTax: 'Tax on each sale',
  bridge: 'EBITDA bridge',
  letterTerms: 'Terms of the letters',
  timeline: 'What happens when, and where each price goes',
  retirement: 'Retirement by path',
  risk: 'Risk: many possible futures',
  partner: 'The partner',
  journal: 'Decision journal',
  assumptions: 'Assumptions',
  questions: 'Questions for your advisors',
  method: 'The method in brief',
  years: 'Year by year',
  glossary: 'Terms explained',
  everyYear: 'Every single year',
}

const READER_NAMES: Readonly<Record<Reader, string>> = {
  owner: 'you',
  cpa: 'your CPA',
  attorney: 'your attorney',
  'wealth-manager': 'your wealth manager',
}

/** An associate has no EBITDA to sell, and no sale to be taxed. */
const OWNERS_ALONE: readonly ReportPart[] = ['closingTax', 'bridge']

/** The chosen parts in their order, then the others. */
const inOrder = (chosen: readonly ReportPart[], owns: boolean): ReportPart[] =>
  [...chosen, ...REPORT_PARTS.filter((part) => !chosen.includes(part))].filter(
    (part) => part !== 'changes' && (owns || !OWNERS_ALONE.includes(part)),
  )

/** No snapshot. */
const NONE = 'none'

/** The report for the accountant, the attorney and the wealth manager: choices, the file, and a preview. */
export default function ReportPage() {
  const { dollars, setDollars, capabilities, host, caseId: id } = useStore()
  const document = useDocument()
  const owns = document.practice.role === 'owner'
  const [reader, setReader] = useState<Reader>('owner')
  const [order, setOrder] = useState<readonly ReportPart[]>(inOrder(READER_PARTS.owner, owns))
  const [chosen, setChosen] = useState<readonly ReportPart[]>(READER_PARTS.owner)
  const [paper, setPaper] = useState<PaperSize>('letter')
  const [names, setNames] = useState<ReportChoices['names']>('full')
  const [since, setSince] = useState<string>()
  const { of, list, refresh } = useSnapshots()
  useEffect(() => void refresh(), [refresh, id])
  const snapshots = (of === id && list) || []
  const [failed, setFailed] = useState(false)
  const [protecting, setProtecting] = useState(false)
  const choices = useMemo(
    (): ReportChoices => ({
      dollars,
      reader,
      parts: order.filter((part) => chosen.includes(part)),
      paper,
      names,
      // Without its part, a snapshot would only make another address for the same report.
      ...(since !== undefined && chosen.includes('changes') && { since }),
    }),
    [dollars, reader, order, chosen, paper, names, since],
  )
  // The page and its choices respond at once; the long preview follows.
  const shown = useDeferredValue<ReportChoices | undefined>(choices, undefined)
  const offersName = `${capital(roleWords(document).firstShort)}, and each offer`
  const nameOf = (part: ReportPart) => (part === 'offers' ? offersName : NAMES[part])
  const byDialog = capabilities?.pdf === 'print-dialog'

  // While the user reads the preview, the host prepares the PDF.
  const revision = useStore((state) => state.revision)
  useEffect(() => {
    if (id && !byDialog) void host.call('prepareReport', { report: { id, ...choices, parts: [...choices.parts] } })
  }, [host, id, choices, byDialog, revision])

  const readFor = (next: Reader) => {
    const [parts, all] = [READER_PARTS[next], inOrder(READER_PARTS[next], owns)]
    setReader(next)
    setChosen(since === undefined ? parts : withChanges(parts))
    setOrder(since === undefined ? all : withChanges(all))
  }

  const tellSince = (next: string | undefined) => {
    setSince(next)
    const without = (parts: readonly ReportPart[]) => parts.filter((part) => part !== 'changes')
    setChosen(next === undefined ? without(chosen) : withChanges(chosen))
    setOrder(next === undefined ? without(order) : withChanges(order))
  }

  const moveUp = (part: ReportPart) =>
    setOrder((now) => {
      const at = now.indexOf(part)
      return at <= 0 ? now : [...now.slice(0, at - 1), part, now[at - 1]!, ...now.slice(at + 1)]
    })

  const running = useExports((state) => state.running)
  const print = async () => {
    const done = await printHere(choices)
    if (told(done) && done.ok && !done.value) tell('The print was canceled.')
  }

  const save = async () => {
    const done = await savePdf(choices)
    setFailed(!done.ok)
    tellMade('The report', done)
  }

  return (
    <>
      <PageHead
        title="Report"
        says="For your CPA, your attorney and your wealth manager: the answer on page one, followed by everything that supports it."
      >
        <Group mt="md">
          <Button
            onClick={() => void (byDialog ? print() : save())}
            loading={running.print !== undefined || running.report !== undefined}
            loaderProps={{ type: 'dots' }}
          >
            {byDialog ? 'Print or save as PDF' : 'Save as PDF'}
          </Button>
          {/* Where the host has no working browser, the user's own can still print. */}
          {failed && !byDialog && capabilities?.shell === 'browser' && (
            <Button variant="default" onClick={() => void print()}>
              Use the print dialog
            </Button>
          )}
          <Button
            variant="default"
            onClick={() => void saveWorkbook().then((done) => tellMade('The workbook', done))}
            loading={running.workbook !== undefined}
            loaderProps={{ type: 'dots' }}
          >
            Save as workbook
          </Button>
          <Button variant="default" onClick={() => void exportOpenCase()}>
            Export the case file
          </Button>
          <Button variant="default" onClick={() => setProtecting(true)}>
            Export with a passphrase
          </Button>
          <Button
            variant="default"
            onClick={() => {
              void copyForAdvisor().then((done) =>
                tell(
                  done
                    ? 'The answer, the terms and the questions are on the clipboard: paste them into an e-mail.'
                    : 'This program could not write to the clipboard.',
                ),
              )
            }}
          >
            Copy as text for an advisor
          </Button>
          {!byDialog && (
            <Button
              variant="default"
              onClick={() => void saveMethodPdf(paper).then((done) => tellMade('The method', done))}
              loading={running.method !== undefined}
              loaderProps={{ type: 'dots' }}
            >
              Save the method as PDF
            </Button>
          )}
          <Button variant="default" onClick={saveMethod}>
            Save the method as a page
          </Button>
          <Button variant="default" onClick={saveInputs}>
            Save the inputs as CSV
          </Button>
        </Group>
        <Exporting />
        {byDialog && (
          <p className="quiet small">
            Chrome, Edge or Chromium was not found to write the file. In the print dialog, choose “Save as PDF”.
          </p>
        )}
      </PageHead>
      <div className={classes.beside}>
        <div className={classes.choices}>
          <Select
            label="Report for"
            value={reader}
            allowDeselect={false}
            onChange={(value) => readFor(value as Reader)}
            data={Object.entries(READER_NAMES).map(([value, label]) => ({ value, label }))}
          />
          <Radio.Group label="Amounts" value={dollars} onChange={(value) => setDollars(value as Dollars)}>
            <Group mt={6} gap="lg">
              <Radio value="today" label="in today’s dollars" />
              <Radio value="future" label="in future dollars" />
            </Group>
          </Radio.Group>
          <Radio.Group label="Paper" value={paper} onChange={(value) => setPaper(value as PaperSize)}>
            <Group mt={6} gap="lg">
              <Radio value="letter" label="letter" />
              <Radio value="a4" label="A4" />
            </Group>
          </Radio.Group>
          {snapshots.length > 0 && (
            <Select
              label="Changes since a snapshot"
              value={since ?? NONE}
              allowDeselect={false}
              onChange={(value) => tellSince(value === null || value === NONE ? undefined : value)}
              data={[
                { value: NONE, label: 'leave out' },
                ...snapshots.map((one) => ({ value: one.id, label: `${one.name}, ${moment(one.takenAt)}` })),
              ]}
            />
          )}
          <Checkbox
            mt={26}
            label="Initials instead of names, without your notes"
            checked={names === 'initials'}
            onChange={({ currentTarget }) => setNames(currentTarget.checked ? 'initials' : 'full')}
          />
          <Checkbox.Group
            label="After the first page, in this order"
            value={[...choices.parts]}
            onChange={(value) => setChosen(value as ReportPart[])}
          >
            <ol className={classes.parts}>
              {order.map((part, i) => (
                <li key={part}>
                  <Checkbox value={part} label={nameOf(part)} />
                  {i > 0 && part !== 'everyYear' && (
                    <button
                      type="button"
                      className="link small"
                      aria-label={`Move “${nameOf(part)}” up`}
                      onClick={() => moveUp(part)}
                    >
                      up
                    </button>
                  )}
                </li>
              ))}
            </ol>
          </Checkbox.Group>
        </div>
        {/* It is wider than a small window, so it must be scrollable by keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className={classes.sheet} aria-label="Preview of the report" tabIndex={0}>
          {shown ? <Preview choices={shown} /> : <p className="quiet">The preview is being drawn.</p>}
        </section>
      </div>
      <ExportProtected opened={protecting} leave={() => setProtecting(false)} />
    </>
  )
}

function Preview({ choices }: { readonly choices: ReportChoices }) {
  const own = useOutcome()
  const { document, prices } = useQuestions()
  const capabilities = useStore((state) => state.capabilities)
  const { dollars, reader, parts, names } = choices
  const { outcome, initials } = useMemo(() => {
    if (names === 'full') return { outcome: own, initials: undefined }
    const given = new Map<string, string>()
    return { outcome: evaluateCase(withInitials(own.document, given)), initials: given }
  }, [own, names])
  const since = useSince(choices.since, initials)
  const simulated = useSimulated(outcome, showSimulations(parts))
  const analyses = useMemo(() => ({ ...(prices && { prices }), simulated }), [prices, simulated])
  if (!capabilities) return null
  return (
    <HeadingShift value={1}>
      <Report
        outcome={outcome}
        document={names === 'initials' ? outcome.document : document}
        analyses={analyses}
        since={since}
        dollars={dollars}
        reader={reader}
        parts={names === 'initials' ? withoutPeople(parts) : parts}
        today={capabilities.today}
        version={capabilities.version}
      />
    </HeadingShift>
  )
}
