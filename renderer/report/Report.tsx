import '@fontsource/inter/400.css'
import '@fontsource/inter/600.css'
import './report.css'

import { useMemo } from 'react'

import { readinessOf, withoutUnready } from '../../shared/checks/readiness'
import { evaluateCase } from '../../shared/model'
import { ledgerOf } from '../../shared/present/report/ledger'
import type { ReportPart } from '../../shared/host'
import type { Part, ReportInput } from './context'
import { Answer } from './parts/Answer'
import { Assumptions } from './parts/Assumptions'
import { Glossary } from './parts/Glossary'
import { Journal } from './parts/Journal'
import { Method } from './parts/Method'
import { Offers } from './parts/Offers'
import { Partner } from './parts/Partner'
import { Questions } from './parts/Questions'
import { SideBySide } from './parts/SideBySide'
import { Years } from './parts/Years'

/** Parts that consist of the case's figures. */
const FIGURES: ReadonlySet<ReportPart> = new Set(['figures', 'offers', 'years', 'everyYear'])

/** The whole report, the same in the preview and on paper. */
export function Report({ parts, ...given }: ReportInput) {
  const readiness = useMemo(() => readinessOf(given.outcome), [given.outcome])
  const ready = readiness.blockers.length === 0
  const outcome = useMemo(
    () =>
      Object.keys(readiness.unready).length > 0
        ? evaluateCase(withoutUnready(given.outcome.document, readiness))
        : given.outcome,
    [given.outcome, readiness],
  )
  const ledger = useMemo(() => ledgerOf(outcome), [outcome])
  const input: Part = { ...given, outcome, readiness, ledger }
  // Without an answer there are no figures to show, only what the case rests on and what is open.
  const has = (part: (typeof parts)[number]) => parts.includes(part) && (ready || !FIGURES.has(part))
  return (
    <article className="report">
      <Answer {...input} />
      {has('figures') && <SideBySide {...input} />}
      {has('offers') && <Offers {...input} />}
      {has('partner') && <Partner {...input} />}
      {has('journal') && <Journal {...input} />}
      {has('assumptions') && <Assumptions {...input} offersApart={has('offers')} />}
      {has('questions') && <Questions {...input} />}
      {has('method') && <Method {...input} />}
      {has('glossary') && <Glossary {...input} parts={parts} />}
      {has('years') && <Years {...input} everyYear={has('everyYear')} />}
    </article>
  )
}
