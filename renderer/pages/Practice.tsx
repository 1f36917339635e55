import { CheckList } from '../components/entry/CheckList'
import { Field } from '../components/entry/Field'
import { PageHead } from '../components/entry/PageHead'
import { PracticeResults } from '../components/entry/Results'
import { Rows } from '../components/entry/Rows'
import { Fields, Further, Section } from '../components/entry/Section'
import { Weigh } from '../components/entry/Weigh'
import { go } from '../components/frame/actions'
import { CostLines } from '../components/practice/CostLines'
import { DaysByAge } from '../components/practice/DaysByAge'
import { Loans } from '../components/practice/Loans'
import { OtherAssets } from '../components/practice/OtherAssets'
import { PresentJob } from '../components/practice/PresentJob'
import { useDocument } from '../state/store'

const at = (field: string) => `practice/${field}`

/** What the practice earns if kept, and what it would sell for; for an associate, the present job. */
export default function Practice() {
  return useDocument().practice.role === 'associate' ? <PresentJob /> : <OwnPractice />
}

function OwnPractice() {
  const { practice, tax } = useDocument()
  const partners = practice.ownershipShare < 1 || practice.partnersCollections > 0
  const { method } = practice.terminalSale
  return (
    <>
      <PageHead
        title="Your practice"
        says="Use last year’s books: what was collected and what it cost, before any pay to you. Enter confirms a value and moves to the next."
      >
        <PracticeResults />
        <p className="small">
          <button type="button" className="link" onClick={() => go('documents')}>
            Read the books from a file
          </button>
        </p>
      </PageHead>
      <Weigh />
      <CheckList below={['practice']} />
      <Section title="What the practice collects">
        <Fields>
          <Field path={at('role')} wide />
          <Field path={at('name')} />
          <Field path={at('specialty')} />
          {practice.specialty === 'other' && <Field path={at('specialtyInWords')} />}
          <Field path={at('ownerCollections')} />
          <Field path={at('hygieneCollections')} />
          <Field path={at('associateCollections')} />
          <Field path={at('partnersCollections')} />
          <Field path={at('feeGrowth')} />
          <Field path={at('volumeGrowth')} />
        </Fields>
      </Section>
      <Section
        title="Operating costs"
        says="All practice costs, excluding your own pay, interest, taxes and depreciation. You can paste these lines from a spreadsheet."
      >
        <CostLines />
        <Fields>
          <Field path={at('perks')} />
          <Field path={at('capex')} />
          <Field path={at('managerCost')} />
        </Fields>
      </Section>
      <Section
        title="What a buyer would add back"
        says="Recurring costs that a new owner would not have. One-time costs go in the bridge from the books below."
      >
        <Rows
          list={at('addBacks')}
          word="add-back"
          caption="Recurring add-backs"
          columns={[
            { field: 'label', label: 'What', width: '45%' },
            { field: 'amount', label: 'Amount', unit: '$ a year' },
            { field: 'evidence', label: 'Evidence' },
          ]}
          most={30}
          empty="Nothing is added back."
        />
        <Fields>
          <Field path={at('replacementRate')} />
          <Field path={at('rentToMarket')} />
          <Field path={at('staffToMarket')} />
        </Fields>
        <Further title="Family on the payroll">
          <p className="quiet">
            Members of your household on the practice’s payroll. Their pay counts as your household’s income until you
            sell or retire, and EBITDA counts market pay for their work.
          </p>
          <Rows
            list={at('family')}
            word="member"
            caption="Family on the payroll"
            columns={[
              { field: 'label', label: 'Who', width: '40%' },
              { field: 'pay', label: 'Pay from the practice', unit: '$ a year, before tax' },
              { field: 'marketPay', label: 'Market pay for that work', unit: '$ a year' },
            ]}
            most={5}
            empty="Nobody of your family is paid by the practice."
          />
        </Further>
        <Further title="Check against the books (EBITDA bridge)">
          <p className="quiet">
            If you enter EBITDA from your books, the bridge from there to adjusted EBITDA is calculated as well and
            compared with the lines above. The model uses the lines above.
          </p>
          <Fields>
            <Field path={at('books/reportedEbitda')} />
            <Field path={at('books/ownersPay')} />
          </Fields>
          <Rows
            list={at('books/oneOffs')}
            word="one-off"
            caption="One-time costs"
            columns={[
              { field: 'label', label: 'One-time cost', width: '45%' },
              { field: 'amount', label: 'Amount', unit: '$ in that year' },
              { field: 'evidence', label: 'Evidence' },
            ]}
            most={30}
            empty="No one-time costs."
          />
        </Further>
      </Section>
      <Section title="Practice loans">
        <Loans />
      </Section>
      <Section title="Your work">
        <Fields>
          <Field path={at('daysNow')} />
          <Field path={at('weeksWorked')} />
          <Field path={at('hoursPerDay')} />
        </Fields>
        <p className="quiet" style={{ marginTop: '1rem' }}>
          If you keep the practice and plan to work fewer days later, starting at what age?
        </p>
        <DaysByAge />
      </Section>
      <Section
        title="Selling it to a dentist when you retire"
        says="How keeping the practice ends. A practice that no one buys closes, so the probability of a sale counts."
      >
        <Fields>
          <Field path={at('terminalSale/method')} />
          {method === 'collections' && <Field path={at('terminalSale/shareOfCollections')} />}
          {(method === 'discretionary' || method === 'ebitda') && <Field path={at('terminalSale/multiple')} />}
          {method === 'amount' && <Field path={at('terminalSale/amount')} />}
          {method !== 'none' && (
            <>
              <Field path={at('terminalSale/probability')} />
              <Field path={at('terminalSale/sellingCosts')} />
              <Field path={at('terminalSale/ordinaryShare')} />
            </>
          )}
          <Field path={at('terminalSale/exitCosts')} />
          <Field path={at('terminalSale/windDownCost')} />
          <Field path={at('basis')} />
        </Fields>
        {tax.mode === 'federal' && (
          <Further title="Book value of equipment, supplies and purchased goodwill">
            <Fields>
              <Field path={at('assets/equipmentBasis')} />
              <Field path={at('assets/equipmentDepreciation')} />
              <Field path={at('assets/suppliesBasis')} />
              <Field path={at('assets/intangiblesBasis')} />
              <Field path={at('assets/intangiblesAmortised')} />
            </Fields>
          </Further>
        )}
      </Section>
      <Section
        title="The building"
        says="If you own it: it is separate from the practice, and you may keep it when the practice is sold."
      >
        <Fields>
          <Field path={at('realEstate/owned')} />
          {practice.realEstate.owned && (
            <>
              <Field path={at('realEstate/value')} />
              <Field path={at('realEstate/growth')} />
              <Field path={at('realEstate/netRent')} />
              <Field path={at('realEstate/basis')} />
              <Field path={at('realEstate/depreciation')} />
              <Field path={at('realEstate/mortgage')} />
              <Field path={at('realEstate/sellingCosts')} />
              <Field path={at('realEstate/soldOn')} />
            </>
          )}
        </Fields>
      </Section>
      <Section
        title="Other assets"
        says="A share in a surgery center or an imaging company, a second location, a building that is not let to your practice."
      >
        <OtherAssets />
      </Section>
      <Section title="Partners">
        <Fields>
          <Field path={at('ownershipShare')} />
          {partners && <Field path={at('ownersPayRate')} />}
        </Fields>
      </Section>
    </>
  )
}
