import '@fontsource/inter/400.css'
import '@fontsource/inter/600.css'
import './report.css'

import { useMemo } from 'react'

import { ledgerOf } from '../../shared/present/report/ledger'
import type { Part, ReportInput } from './context'
import { Answer } from './parts/Answer'
import { Assumptions } from './parts/Assumptions'
import { Method } from './parts/Method'
import { Offers } from './parts/Offers'
import { Questions } from './parts/Questions'
import { SideBySide } from './parts/SideBySide'
import { Years } from './parts/Years'

/** The whole report, the same in the preview and on paper. */
export function Report({ parts, ...given }: ReportInput) {
  const { outcome } = given
  const ledger = useMemo(() => ledgerOf(outcome), [outcome])
  const input: Part = { ...given, ledger }
  const has = (part: (typeof parts)[number]) => parts.includes(part)
  return (
    <article className="report">
      <Answer {...input} />
      {has('figures') && <SideBySide {...input} />}
      {has('offers') && <Offers {...input} />}
      {has('assumptions') && <Assumptions {...input} offersApart={has('offers')} />}
      {has('questions') && <Questions {...input} />}
      {has('method') && <Method {...input} />}
      {has('years') && <Years {...input} everyYear={has('everyYear')} />}
    </article>
  )
}
