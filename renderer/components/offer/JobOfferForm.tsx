import { CAUSES, type Offer } from '../../../shared/case/schema'
import { Field } from '../entry/Field'
import { Fields, Further, Section } from '../entry/Section'
import { JobBonuses } from './JobBonuses'
import { Parts } from './Parts'

/** The form of a job offer to a doctor who owns no practice, with no price or sale terms. */
export function JobOfferForm({ offer }: { readonly offer: Offer }) {
  const { job } = offer
  const at = (field: string) => `offers/${offer.id}/${field}`
  return (
    <>
      <Section title="The offer">
        <Fields>
          <Field path={at('name')} />
          <Field path={at('buyer')} />
          <Field path={at('closing')} />
          <Field path={at('include')} />
        </Fields>
      </Section>
      <Section title="The pay" says="A share of what you collect, a fixed salary, or a share with a minimum.">
        <Fields>
          <Field path={at('job/rate')} />
          <Field path={at('job/salary')} />
          {job.salary > 0 && <Field path={at('job/salaryEscalator')} />}
          <Field path={at('job/dailyGuarantee')} />
          <Field path={at('job/bonus')} />
          {job.bonus > 0 && <Field path={at('job/bonusProbability')} />}
          <Field path={at('job/benefits')} />
          {(job.bonus > 0 || job.benefits > 0) && <Field path={at('job/bonusEscalator')} />}
          <Field path={at('job/days')} />
          <Field path={at('job/contributionAsEmployee')} />
          <Field path={at('job/employerContribution')} />
          <Field path={at('job/termYears')} />
        </Fields>
        <Further title="Paid on production, after lab costs, or another share later">
          <Fields>
            <Field path={at('job/basis')} />
            {job.basis === 'production' && (
              <>
                <Field path={at('job/production')} />
                <Field path={at('job/collectionRatio')} />
              </>
            )}
            <Field path={at('job/labDeducted')} help="Your lab costs are on the Practice page." />
            <Field path={at('job/laterRate')} />
            {job.laterRate !== null && <Field path={at('job/laterFrom')} />}
          </Fields>
        </Further>
      </Section>
      <Section title="Cash in addition to pay" says="What you are paid for starting and for staying.">
        <Fields>
          <Field path={at('job/signOn')} />
        </Fields>
        <JobBonuses offer={offer} />
      </Section>
      <Section
        title="Equity in the parent"
        says="Bought with your own money, or granted; it pays at the exit of the parent, or not at all."
      >
        <Parts offer={offer} />
      </Section>
      <Section title="How it ends">
        <Fields>
          <Field path={at('job/ends')} />
          <Field path={at('gapPay')} />
          <Field path={at('consulting/amount')} />
          {offer.consulting.amount > 0 && <Field path={at('consulting/months')} />}
          <Field path={at('retirement')} />
          <Field path={at('leaving/on')} />
          {offer.leaving.on !== null && <Field path={at('leaving/cause')} />}
        </Fields>
        {job.signOn > 0 && (
          <Further title="Paying back the sign-on bonus">
            <Fields>
              <Field path={at('leaving/clawbackFalls')} />
              {CAUSES.map((cause) => (
                <Field key={cause} path={at(`leaving/clawback/${cause}`)} />
              ))}
            </Fields>
          </Further>
        )}
      </Section>
      <Section title="Notes">
        <Fields>
          <Field path={at('note')} wide />
        </Fields>
      </Section>
    </>
  )
}
