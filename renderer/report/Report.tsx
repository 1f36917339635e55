import '@fontsource/inter/400.css'
import '@fontsource/inter/600.css'
import './report.css'

import { Fragment, useMemo, type ReactNode } from 'react'

import { readinessOf, withoutUnready } from '../../shared/checks/readiness'
import { evaluateCase } from '../../shared/model'
import { ledgerOf } from '../../shared/present/report/ledger'
import type { ReportPart } from '../../shared/host'
import type { Part, ReportInput } from './context'
import { Answer } from './parts/Answer'
import { Assumptions } from './parts/Assumptions'
import { Bridge } from './parts/Bridge'
import { Brief } from './parts/Brief'
import { Changes } from './parts/Changes'
import { ClosingTax } from './parts/ClosingTax'
import { Glossary } from './parts/Glossary'
import { LetterTerms } from './parts/LetterTerms'
import { Journal } from './parts/Journal'
import { Method } from './parts/Method'
import { Offers } from './parts/Offers'
import { Partner } from './parts/Partner'
import { Questions } from './parts/Questions'
import { Retirement } from './parts/Retirement'
import { Risk } from './parts/Risk'
import { SideBySide } from './parts/SideBySide'
import { Timeline } from './parts/Timeline'
import { Years } from './parts/Years'

/** Parts that consist of the case's figures. */
const FIGURES: ReadonlySet<ReportPart> = new Set([
  'brief',
  'figures',
  'timeline',
  'closingTax',
  'bridge',
  'offers',
  'retirement',
  'risk',
  'years',
  'everyYear',
])

/** The whole report, identical in the preview and on paper, except for the contents, which need pages. */
export function Report({ parts, analyses, outcome: evaluated, ...given }: ReportInput) {
  const { document, since, dollars, reader, today, version, contents } = given
  const readiness = useMemo(() => readinessOf(evaluated), [evaluated])
  const ready = readiness.blockers.length === 0
  const outcome = useMemo(
    () =>
      Object.keys(readiness.unready).length > 0
        ? evaluateCase(withoutUnready(evaluated.document, readiness))
        : evaluated,
    [evaluated, readiness],
  )
  const ledger = useMemo(() => ledgerOf(outcome), [outcome])
  // Without an answer there are no figures to show, only the assumptions and what is missing.
  const shown = parts.filter((part) => ready || !FIGURES.has(part))
  const input = useMemo((): Part => {
    const listsChecks = parts.includes('questions')
    return { document, since, dollars, reader, today, version, contents, outcome, readiness, ledger, listsChecks }
  }, [document, since, dollars, reader, today, version, contents, outcome, readiness, ledger, parts])
  // The same elements while nothing but the analyses changes: React then leaves alone what it has drawn of them.
  const still = useMemo(() => chaptersOf(input, parts, ready), [input, parts, ready])
  const chapters: Readonly<Record<ReportPart, ReactNode>> = {
    ...still,
    brief: <Brief {...input} analyses={analyses} />,
    risk: <Risk {...input} analyses={analyses} />,
    questions: <Questions {...input} analyses={analyses} />,
    // It reads what the others say.
    glossary: <Glossary outcome={outcome} dollars={dollars} parts={parts} analyses={analyses} />,
  }
  return (
    <article className="report">
      <Answer {...input} analyses={analyses} />
      {shown.map((part) => (
        <Fragment key={part}>{chapters[part]}</Fragment>
      ))}
    </article>
  )
}

/** The chapters without analyses. */
function chaptersOf(
  input: Part,
  parts: readonly ReportPart[],
  ready: boolean,
): Readonly<Record<Exclude<ReportPart, 'brief' | 'risk' | 'questions' | 'glossary'>, ReactNode>> {
  const has = (part: ReportPart) => parts.includes(part) && (ready || !FIGURES.has(part))
  const { since } = input
  return {
    changes: since && <Changes {...input} since={since} withPartner={has('partner')} />,
    figures: <SideBySide {...input} chartsApart={has('brief')} />,
    timeline: <Timeline {...input} />,
    closingTax: <ClosingTax {...input} />,
    bridge: <Bridge {...input} />,
    offers: <Offers {...input} />,
    partner: <Partner {...input} />,
    journal: <Journal {...input} />,
    letterTerms: <LetterTerms {...input} termsApart={has('offers')} />,
    retirement: <Retirement {...input} />,
    assumptions: <Assumptions {...input} offersApart={has('offers')} />,
    method: <Method {...input} />,
    years: <Years {...input} everyYear={has('everyYear')} />,
    // It determines the years of the year table.
    everyYear: null,
  }
}
