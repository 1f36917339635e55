import { usd } from '../../format'
import { useOutcome } from '../../state/outcome'
import { useDocument, useStore } from '../../state/store'
import { CheckList } from '../entry/CheckList'
import classes from '../entry/entry.module.css'
import { Field } from '../entry/Field'
import { PageHead } from '../entry/PageHead'
import { Fields, Further, Section } from '../entry/Section'
import { DaysByAge } from './DaysByAge'

const at = (field: string) => `practice/${field}`
const job = (field: string) => `practice/job/${field}`

/** An associate's present job, the basis of the staying path. */
export function PresentJob() {
  const { practice } = useDocument()
  return (
    <>
      <PageHead
        title="Your present job"
        says="Use your contract and last year’s pay stubs. Enter confirms a value and moves to the next."
      >
        <Results />
      </PageHead>
      <CheckList below={['practice']} />
      <Section title="Where you work">
        <Fields>
          <Field path={at('role')} wide />
          <Field path={at('name')} />
          <Field path={at('specialty')} />
          {practice.specialty === 'other' && <Field path={at('specialtyInWords')} />}
        </Fields>
      </Section>
      <Section title="Your work">
        <Fields>
          <Field path={at('ownerCollections')} />
          <Field path={at('feeGrowth')} />
          <Field path={at('volumeGrowth')} />
          <Field path={at('daysNow')} />
          <Field path={at('weeksWorked')} />
          <Field path={at('hoursPerDay')} />
        </Fields>
        <p className="quiet" style={{ marginTop: '1rem' }}>
          If you plan to work fewer days later, starting at what age?
        </p>
        <DaysByAge />
      </Section>
      <Section title="Your pay" says="A share of what you collect, a fixed salary, or a share with a minimum.">
        <Fields>
          <Field path={job('rate')} />
          <Field path={job('salary')} />
          {practice.job.salary > 0 && <Field path={job('salaryEscalator')} />}
          <Field path={job('dailyGuarantee')} />
          <Field path={job('bonus')} />
          {practice.job.bonus > 0 && <Field path={job('bonusProbability')} />}
          <Field path={job('benefits')} />
          {(practice.job.bonus > 0 || practice.job.benefits > 0) && <Field path={job('bonusEscalator')} />}
          <Field path={job('contributionAsEmployee')} />
          <Field path={job('employerContribution')} />
        </Fields>
        <Further title="Paid on production, or after lab costs">
          <Fields>
            <Field path={job('basis')} />
            {practice.job.basis === 'production' && (
              <>
                <Field path={job('production')} />
                <Field path={job('collectionRatio')} />
              </>
            )}
            <Field path={job('labShare')} />
            <Field path={job('labDeducted')} />
          </Fields>
        </Further>
      </Section>
    </>
  )
}

/** What the entries amount to in the first year. */
function Results() {
  const outcome = useOutcome()
  const view = useStore((state) => state.view)
  const figures = [
    ['your collections, year 1', outcome.shared('practice/ownerCollections')[0]],
    ['your pay with benefits, full year 1, before tax', outcome.row('keep', view, 'jobPayFull')?.[0]],
    ['take-home, full year 1', outcome.figure('keep', view, 'takeHomeFirstYear')],
  ] as const
  return (
    <dl className={classes.results}>
      {figures.map(([says, value]) => (
        <div key={says}>
          <dt>{says}</dt>
          <dd>{usd(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
