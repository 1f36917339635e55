import './report.css'

import type { ReportInput } from './context'
import { Answer } from './parts/Answer'
import { Assumptions } from './parts/Assumptions'
import { Method } from './parts/Method'
import { Offers } from './parts/Offers'
import { Questions } from './parts/Questions'
import { SideBySide } from './parts/SideBySide'
import { Years } from './parts/Years'

/** The whole report, the same in the preview and on paper. */
export function Report({ parts, ...input }: ReportInput) {
  const has = (part: (typeof parts)[number]) => parts.includes(part)
  return (
    <article className="report">
      <Answer {...input} />
      {has('figures') && <SideBySide {...input} />}
      {has('offers') && <Offers {...input} />}
      {has('assumptions') && <Assumptions {...input} />}
      {has('years') && <Years {...input} />}
      {has('questions') && <Questions {...input} />}
      {has('method') && <Method {...input} />}
    </article>
  )
}
