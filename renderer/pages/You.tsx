import { CheckList } from '../components/entry/CheckList'
import { Field } from '../components/entry/Field'
import { PageHead } from '../components/entry/PageHead'
import { Rows } from '../components/entry/Rows'
import { Fields, Further, Section } from '../components/entry/Section'
import { Weigh } from '../components/entry/Weigh'
import { TaxSection } from '../components/tax/TaxSection'
import { useDocument } from '../state/store'

/** The owner, the household, and the assumptions common to all paths. */
export default function You() {
  const { owner, practice } = useDocument()
  const estimated = owner.socialSecurityBasis === 'estimated'
  return (
    <>
      <PageHead
        title="You and your household"
        says="These are the same for every path, so that the comparison is fair: one person, one level of spending and savings, one tax law."
      />
      <Weigh />
      <CheckList below={['owner', 'assumptions', 'tax']} />
      <Section title="You">
        <Fields>
          <Field path="owner/name" help="Appears at the top of the report." />
          <Field path="owner/birthDate" />
          <Field
            path="owner/retirement"
            help="The day you plan to stop working, whoever owns the practice then: a date, or an age such as 67."
          />
          <Field path="owner/horizonAge" />
        </Fields>
      </Section>
      <Section title="What you spend">
        <Fields>
          <Field path="owner/spendingNow" />
          <Field path="owner/spendingRetired" />
          <Field path="owner/nestEggMultiple" />
        </Fields>
        <p className="quiet" style={{ marginTop: '1rem' }}>
          Commitments that end: tuition, support, a mortgage.
        </p>
        <Rows
          list="owner/commitments"
          word="commitment"
          caption="Commitments in addition to spending"
          columns={[
            { field: 'label', label: 'Purpose', width: '45%' },
            { field: 'amount', label: 'Amount', unit: '$ a year' },
            { field: 'until', label: 'Until' },
          ]}
          most={20}
          empty="None."
        />
      </Section>
      <Section title="What you have saved">
        <Fields>
          <Field path="owner/savings" />
          <Field path="owner/taxDeferredSavings" />
          <Field path="owner/taxFreeSavings" />
          {practice.role === 'owner' && <Field path="owner/contributionAsOwner" />}
        </Fields>
      </Section>
      <Section title="Other income">
        <Fields>
          <Field path="owner/otherIncome" />
          <Field path="owner/otherIncomeUntil" />
        </Fields>
        <h3>Social Security</h3>
        <Fields>
          <Field path="owner/socialSecurityBasis" />
          <Field path={estimated ? 'owner/coveredEarnings' : 'owner/socialSecurity'} />
          <Field path="owner/socialSecurityFrom" />
        </Fields>
        <Further title="Your spouse">
          <Fields>
            <Field path="owner/spouseBirthDate" />
            {owner.spouseBirthDate !== null && <Field path="owner/spouseSoleBeneficiary" />}
            <Field path="owner/spouseWages" />
            <Field path="owner/spouseWagesUntil" />
            <Field path="owner/spouseSocialSecurity" />
            <Field path="owner/spouseSocialSecurityFrom" />
          </Fields>
        </Further>
      </Section>
      <Section title="Assumptions" says="The same for every path.">
        <Fields>
          <Field path="assumptions/startYear" />
          <Field path="assumptions/inflation" />
          <Field path="assumptions/return" />
          <Field path="assumptions/drag" />
          <Field path="assumptions/discountRate" />
          <Field path="assumptions/timing" />
        </Fields>
      </Section>
      <TaxSection />
    </>
  )
}
