import { withState } from '../../../shared/case/choose-state'
import { accruesAtMove, stateLawNotes } from '../../../shared/present/state-law'
import { LATEST_PARAMETERS, stateLaw, stateRates } from '../../../shared/tax'
import { percent } from '../../format'
import { useDocument } from '../../state/store'
import { Field } from '../entry/Field'
import { Rows, type Column } from '../entry/Rows'
import { Fields, Further, Section } from '../entry/Section'
import { Computation } from './Computation'
import { EstimateRates } from './EstimateRates'

const RATES = ['practice', 'wages', 'ordinary', 'interest', 'gain', 'passiveGain', 'deferred', 'socialSecurity']
/** An associate has neither practice profit nor a price. */
const ASSOCIATES_RATES = RATES.filter((rate) => !['practice', 'ordinary', 'gain'].includes(rate))

/** How tax is calculated: with effective rates or under tax law; each asks only for what it needs. */
export function TaxSection() {
  const { tax } = useDocument()
  return (
    <Section
      title="Tax"
      says={
        tax.mode === 'federal'
          ? 'The federal return is computed for every year of every path, under 2026 law; state tax under your state’s law, or at flat rates.'
          : 'Effective rates, federal and state together. Your accountant can tell you yours.'
      }
    >
      <Fields>
        <Field path="tax/mode" wide />
      </Fields>
      {tax.mode === 'federal' ? <ByLaw /> : <ByRates />}
    </Section>
  )
}

function ByRates() {
  const isOwner = useDocument().practice.role === 'owner'
  return (
    <>
      <Fields>
        {(isOwner ? RATES : ASSOCIATES_RATES).map((rate) => (
          <Field key={rate} path={`tax/rates/${rate}`} />
        ))}
      </Fields>
      <EstimateRates />
      <Further title="Rates that change in a later year">
        <p className="quiet small">
          These count with effective rates. By federal law the tax of each year is computed instead; of a change only
          the rates on plan withdrawals and on gain then count.
        </p>
        <Rows
          list="tax/changes"
          word="change"
          caption="Rates from a later year on"
          columns={changeColumns}
          most={5}
          empty="The rates above hold throughout."
        />
      </Further>
    </>
  )
}

/** Rate changes entered for effective rates: under the law most have no effect and can be removed. */
function ChangesByLaw() {
  return (
    <>
      <h3>Rates that change in a later year</h3>
      <p className="quiet small">
        By federal law the tax of each year is computed, so these changes do not alter it. They only value tax-deferred
        accounts and a building that you never sell. The other rates of a change count with effective rates alone.
      </p>
      <Rows
        list="tax/changes"
        word="change"
        caption="Rates from a later year on"
        columns={changeColumns.filter(({ field }) => COUNT_BY_LAW.has(field))}
        most={5}
        empty="The rates above hold throughout."
      />
    </>
  )
}

function ByLaw() {
  const document = useDocument()
  const { federal } = document.tax
  const isOwner = document.practice.role === 'owner'
  const at = (field: string) => `tax/federal/${field}`
  const hasNotes = isOwner && document.offers.some(({ components }) => components.some(({ kind }) => kind === 'note'))
  const known = federal.state === 'other' ? undefined : stateRates(federal.state)
  const notes = known && federal.stateTax === 'law' ? stateLawNotes(federal.state, LATEST_PARAMETERS.year) : undefined
  const law = notes && stateLaw(federal.state, LATEST_PARAMETERS.year)
  return (
    <>
      <Fields>
        <Field path={at('filingStatus')} />
        {isOwner && (
          <>
            <Field path={at('entity')} />
            {federal.entity === 'sCorporation' && <Field path={at('ownerWages')} />}
            {federal.entity !== 'cCorporation' && <Field path={at('practiceWages')} />}
          </>
        )}
        <Field
          path={at('state')}
          help={
            notes
              ? notes.amounts
              : known
                ? `${known.note} Top rates of 2026${known.confidence === 'C' ? '; the source is weak, check them' : ''}. Both can be changed.`.trim()
                : 'Fills both fields with the state’s rates; you can change either.'
          }
          chosen={withState}
        />
        {known && <Field path={at('stateTax')} />}
        {!law && (
          <>
            <Field path={at('stateOrdinary')} />
            <Field path={at('stateGain')} />
          </>
        )}
        {law?.local && (
          <Field
            path={at('localRate')}
            help={`Usual: ${percent(law.local.range[0])} to ${percent(law.local.range[1])}${law.local.on === 'earned' ? ', on pay and profit' : ', on all that the state taxes'}.`}
          />
        )}
        {law && <Field path={at('movesTo')} />}
        {law && federal.movesTo !== 'none' && (
          <>
            <Field path={at('moveYear')} />
            <Field path={at('equityGainAfterMove')} />
            {accruesAtMove(federal.state) && <Field path={at('moveSecurity')} />}
          </>
        )}
        {isOwner && law?.gain.practiceSale?.words && <Field path={at('practiceSaleRule')} />}
        {isOwner && law?.businessIncome && law.businessIncome.form !== 'electiveRates' && (
          <Field path={at('businessIncomeRule')} />
        )}
        {isOwner && (federal.entity === 'sCorporation' || federal.entity === 'partnership') && (
          <Field path={at('entityTax')} />
        )}
        <Field path={at('deduction')} />
        {federal.deduction === 'greater' && (
          <>
            <Field path={at('mortgageInterest')} />
            <Field path={at('propertyTax')} />
            <Field path={at('charity')} />
          </>
        )}
        {hasNotes && (
          <>
            <Field path={at('applicableRates/short')} />
            <Field path={at('applicableRates/mid')} />
            <Field path={at('applicableRates/long')} />
            <Field path={at('underpaymentRate')} />
          </>
        )}
        <Field
          path="tax/rates/deferred"
          help="Values what is still in tax-deferred accounts; what is withdrawn is taxed by the law."
        />
        {isOwner && (
          <Field
            path="tax/rates/gain"
            help="Values a building that you never sell; all that is sold is taxed by the law."
          />
        )}
      </Fields>
      {notes && notes.notes.length > 0 && (
        <Further title={notes.title}>
          <ul>
            {notes.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Further>
      )}
      <Further title="The tax computation, year by year">
        <Computation />
      </Further>
      {document.tax.changes.length > 0 && <ChangesByLaw />}
    </>
  )
}

const COUNT_BY_LAW: ReadonlySet<Column['field']> = new Set(['from', 'rates/gain', 'rates/deferred'])

const changeColumns: readonly Column[] = [
  { field: 'from', label: 'From year' },
  { field: 'rates/practice', label: 'Practice' },
  { field: 'rates/wages', label: 'Wages' },
  { field: 'rates/ordinary', label: 'Ordinary' },
  { field: 'rates/interest', label: 'Interest' },
  { field: 'rates/gain', label: 'Gain' },
  { field: 'rates/passiveGain', label: 'Passive gain' },
  { field: 'rates/deferred', label: 'Plans' },
  { field: 'rates/socialSecurity', label: 'Social Sec.' },
]
