import { Button, Group } from '@mantine/core'
import { useEffect } from 'react'

import type { CaseSummary, Results } from '../../shared/host'
import { WealthSketch } from '../charts/WealthSketch'
import { Damaged } from '../components/data/Damaged'
import { importFile, newCase } from '../components/frame/actions'
import { tellSaved } from '../components/frame/saved'
import { tell, told } from '../components/frame/tell'
import { WhatIsNew } from '../components/frame/WhatIsNew'
import { day } from '../format'
import { createCase, deleteCase, duplicateCase, exportCase, restoreCase, useCases } from '../state/cases'
import { chooseDocuments } from '../state/reading'
import { hashOf } from '../state/route'
import { useSampleCharts } from '../state/sample-charts'
import classes from './start.module.css'

/** The cases, the samples, and an introduction for new users. */
export default function Start() {
  const { list, refusal, refresh } = useCases()
  useEffect(() => void refresh(), [refresh])
  if (refusal)
    return (
      <div role="alert">
        <h1>Your cases cannot be read</h1>
        <p>{refusal.message}</p>
        <Button variant="default" onClick={() => void refresh()}>
          Try again
        </Button>
      </div>
    )
  if (!list) return <p className="quiet">Loading your cases.</p>
  const { cases, damaged, samples } = list
  const used = cases.length > 0 || damaged.length > 0
  return (
    <div className={classes.page}>
      <div className={classes.opening}>
        <div>
          {used ? (
            <h1>Your cases</h1>
          ) : (
            <>
              <h1>Should you take the offer, or keep your practice?</h1>
              <p className={classes.lead}>
                Answer a few questions about your practice, your plans and the offers on your desk. Each offer is
                compared with keeping the practice, year by year and after tax, and every figure can be traced to its
                inputs. Everything stays on this computer until you hand the report to your CPA, your attorney and your
                wealth manager. If you are an associate and own no practice, jobs with cash and equity are compared with
                staying.
              </p>
            </>
          )}
          <Group gap="xs" mt="md">
            <Button onClick={() => void createCase({}, 'interview').then(told)}>Guided interview (10 minutes)</Button>
            <Button variant="default" onClick={() => void newCase()}>
              New case
            </Button>
            <Button variant="default" onClick={() => void importFile()}>
              Import a case file
            </Button>
          </Group>
        </div>
        <div className={classes.documents}>
          <Button variant="default" onClick={() => void chooseDocuments()}>
            Read a letter or books
          </Button>
          <p className="quiet small">
            A letter of intent or a profit-and-loss report may be dropped anywhere here: it is read on this computer,
            and a new case begins with what you take from it.
          </p>
        </div>
      </div>
      <WhatIsNew used={cases.length > 0} />
      {cases.length > 0 && (
        <ul className={classes.cases} aria-label="Your cases">
          {cases.map((one) => (
            <CaseRow key={one.id} one={one} />
          ))}
        </ul>
      )}
      <Damaged cases={damaged} />
      <Samples samples={samples} />
    </div>
  )
}

function Samples({ samples }: Pick<Results['listCases'], 'samples'>) {
  const { charts, refusal } = useSampleCharts()
  return (
    <section aria-labelledby="samples" className={classes.samples}>
      <h2 id="samples">Samples</h2>
      <p className="quiet">
        Fictional practices with realistic figures. Each opens as a copy that you can change. The pictures show the
        wealth of each path by age, expected, in today’s dollars.
      </p>
      <ul aria-label="Samples">
        {samples.map(({ name, title, summary }) => {
          const chart = charts?.get(name)
          return (
            <li key={name}>
              <h3>{title}</h3>
              <p>{summary}</p>
              <div className={classes.picture}>
                {chart && <WealthSketch {...chart} />}
                {refusal && <p className="quiet small">The picture could not be drawn: {refusal.message}</p>}
              </div>
              <Button variant="default" onClick={() => void createCase({ sample: name }).then(told)}>
                Open this sample
                <span className="unseen">{title}</span>
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function CaseRow({ one }: { readonly one: CaseSummary }) {
  const { id, name, practice, offers, sample, changedAt } = one
  const shown = name || 'Untitled case'
  const actions = [
    ['Duplicate', () => duplicate(id, shown)],
    ['Export', () => exportOne(id)],
    ['Delete', () => remove(id, shown)],
  ] as const
  return (
    <li className={classes.case}>
      <div>
        <a href={hashOf('practice', id)}>{shown}</a>
        {sample && <span className={classes.tag}>sample</span>}
        <p className="quiet small">
          {practice}, {offers === 0 ? 'no offer yet' : offers === 1 ? '1 offer' : `${offers} offers`}, changed{' '}
          {day(changedAt.slice(0, 10))}
        </p>
      </div>
      <Group gap={4}>
        {actions.map(([what, run]) => (
          <Button
            key={what}
            variant="subtle"
            size="compact-sm"
            onClick={() => void run()}
            aria-label={`${what}: ${shown}`}
          >
            {what}
          </Button>
        ))}
      </Group>
    </li>
  )
}

async function duplicate(id: string, name: string) {
  const done = await duplicateCase(id)
  if (told(done) && done.ok) tell(`“${name}” has been copied as “${done.value.name}”.`)
}

async function exportOne(id: string) {
  const done = await exportCase(id)
  tellSaved('The case', done)
}

async function remove(id: string, name: string) {
  if (told(await deleteCase(id)))
    tell(`“${name}” has been deleted.`, { label: 'Undo', run: () => void restoreCase(id).then(told) })
}
