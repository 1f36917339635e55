import { CAUSES, type Offer } from '../../../shared/case/schema'
import { useDocument } from '../../state/store'
import { Field } from '../entry/Field'
import { Rows } from '../entry/Rows'
import { Fields, Further, Section } from '../entry/Section'
import { JobBonuses } from './JobBonuses'
import { LeaverTerms } from './LeaverTerms'
import { Parts } from './Parts'

/** What an offer says, in the order of a letter of intent; each structure is asked only what it needs. */
export function OfferForm({ offer }: { readonly offer: Offer }) {
  const {
    tax,
    practice: { realEstate },
  } = useDocument()
  const byLaw = tax.mode === 'federal'
  const at = (field: string) => `offers/${offer.id}/${field}`
  const services = offer.structure === 'services'
  const partial =
    offer.structure === 'jointVenture' || offer.structure === 'hybrid' || (!services && offer.shareSold < 1)
  return (
    <>
      <Section title="The offer">
        <Fields>
          <Field path={at('name')} />
          <Field path={at('buyer')} />
          <Field path={at('structure')} wide />
          <Field path={at('closing')} label={services ? 'Services from' : 'Closing'} />
          <Field path={at('include')} />
        </Fields>
      </Section>
      {!services && (
        <Section title="The price">
          <Fields>
            <Field path={at('price/stated')} />
            {offer.price.stated === 'multiple' ? (
              <>
                <Field path={at('price/multiple')} />
                <Field path={at('price/ebitda')} />
              </>
            ) : (
              <Field path={at('price/amount')} />
            )}
            <Field path={at('price/qualityOfEarningsCut')} />
            <Field path={at('shareSold')} />
          </Fields>
        </Section>
      )}
      {!services && (
        <Section
          title="How the price is paid"
          says="Everything that is not cash at closing. The rest of the price is cash."
        >
          <Parts offer={offer} />
        </Section>
      )}
      <Section title={services ? 'Costs and debt' : 'Costs, debt and what else changes hands'}>
        <Fields>
          {!services && <Field path={at('costs/broker')} />}
          <Field path={at('costs/legal')} />
          {!services && (
            <>
              <Field path={at('debt')} />
              {offer.debt === 'stays' && <Field path={at('debtInPrice')} />}
              <Field path={at('costs/workingCapital')} />
              <Field path={at('costs/receivables')} />
              {!byLaw && <Field path={at('ordinaryShare')} />}
              {byLaw && <Field path={at('saleForm')} />}
              <Field path={at('instalments')} />
            </>
          )}
        </Fields>
        {byLaw && !services && offer.saleForm === 'assets' && <Allocation at={at} entity={tax.federal.entity} />}
      </Section>
      {realEstate.owned && !services && (
        <Section title="The building">
          <Fields>
            <Field path={at('realEstate/sold')} />
            {offer.realEstate.sold ? (
              <Field path={at('realEstate/price')} />
            ) : (
              <Field path={at('realEstate/netRent')} />
            )}
          </Fields>
        </Section>
      )}
      {(partial || services) && <Fee offer={offer} at={at} />}
      {partial && (
        <Section title="Your retained share">
          <Fields>
            <Field path={at('retained/payoutRatio')} />
            {offer.retained.payoutRatio < 1 && <Field path={at('retained/undistributed')} />}
            <Field path={at('retained/ownerControls')} />
            <Field path={at('retained/exitAt')} />
            {offer.retained.exitAt === null && <Field path={at('retained/exitMonths')} />}
            <Field path={at('retained/exitMultiple')} />
            <Field path={at('retained/minorityDiscount')} />
            <Field path={at('retained/put')} />
            <Field path={at('retained/probability')} />
          </Fields>
          <Further title="Vesting, and the buyer’s right to buy your share when you leave">
            <Fields>
              <LeaverTerms equity={offer.retained} at={(field) => at(`retained/${field}`)} byTerm={false} />
            </Fields>
          </Further>
          <Further title="Distributions stated in the offer, by year">
            <Rows
              list={at('retained/stated')}
              word="year"
              caption="Distributions by contract year"
              columns={[
                { field: 'contractYear', label: 'Contract year' },
                { field: 'amount', label: 'Paid to you', unit: '$ in that year, before tax' },
              ]}
              most={15}
              empty="None stated: your share of the profit is calculated."
            />
          </Further>
        </Section>
      )}
      {(partial || services) && <Operations at={at} />}
      {!services && <Job offer={offer} at={at} />}
      <Section title="Notes">
        <Fields>
          <Field path={at('note')} wide />
        </Fields>
      </Section>
    </>
  )
}

/** What of the price is paid for what: it decides what is ordinary income in the year of closing. */
function Allocation({ at, entity }: { readonly at: (field: string) => string; readonly entity: string }) {
  return (
    <Further title="Purchase price allocation (Form 8594)">
      <p className="quiet">
        The rest of the price is goodwill, taxed as long-term gain. What your equipment is still worth on the books is
        on the page of the practice.
      </p>
      <Fields>
        <Field path={at('allocation/equipment')} />
        <Field path={at('allocation/supplies')} />
        <Field path={at('allocation/covenant')} />
        <Field path={at('allocation/intangibles')} />
        {entity === 'cCorporation' && <Field path={at('allocation/personalGoodwill')} />}
      </Fields>
    </Further>
  )
}

interface PartProps {
  readonly offer: Offer
  at(field: string): string
}

function Fee({ offer, at }: PartProps) {
  const { kind } = offer.fee
  return (
    <Section title="The management fee" says="Deducted before your share of the profit is calculated.">
      <Fields>
        <Field path={at('fee/kind')} />
        {kind === 'collections' && <Field path={at('fee/share')} />}
        {kind === 'ebitda' && <Field path={at('fee/share')} label="Management fee, share of EBITDA" />}
        {kind === 'fixed' && (
          <>
            <Field path={at('fee/amount')} />
            <Field path={at('fee/escalator')} />
          </>
        )}
        {kind === 'costPlus' && <Field path={at('fee/markup')} />}
        {kind !== 'none' && (
          <>
            <Field path={at('fee/minimum')} />
            <Field path={at('fee/maximum')} />
          </>
        )}
      </Fields>
      {kind === 'tiers' && (
        <Rows
          list={at('fee/tiers')}
          word="tier"
          caption="Tiers of the fee"
          columns={[
            { field: 'from', label: 'Collections above', unit: '$ a year' },
            { field: 'share', label: 'Fee', unit: '% of the part above' },
          ]}
          most={6}
          empty="No tier is entered, so there is no fee."
        />
      )}
    </Section>
  )
}

/** What changes in the practice under the buyer. */
function Operations({ at }: Pick<PartProps, 'at'>) {
  const { practice } = useDocument()
  const costs = Object.fromEntries(practice.costs.map(({ id, label }) => [id, label || id]))
  return (
    <Section
      title="What the buyer changes in the practice"
      says="Better contracts, and costs that it takes over or reduces."
    >
      <Fields>
        <Field path={at('operations/payerUplift')} />
        <Field path={at('operations/volumeUplift')} />
        <Field path={at('operations/rampYears')} />
      </Fields>
      {practice.costs.length > 0 && (
        <Rows
          list={at('operations/takeovers')}
          word="takeover"
          caption="Costs that the buyer takes over or reduces"
          columns={[
            { field: 'cost', label: 'Cost line', choices: costs, width: '34%' },
            { field: 'takenOver', label: 'Taken over', unit: '% of it' },
            { field: 'saving', label: 'Saving', unit: '% of the rest' },
          ]}
          seed={{ cost: practice.costs[0]!.id }}
          most={30}
          empty="All costs stay as they are."
        />
      )}
    </Section>
  )
}

function Job({ offer, at }: PartProps) {
  return (
    <Section title="Your job afterwards" says="What you are paid for your own work once you no longer own it.">
      <Fields>
        <Field path={at('job/rate')} />
        <Field path={at('job/termYears')} />
        <Field path={at('job/benefits')} />
        <Field path={at('job/days')} />
        <Field path={at('job/contributionAsEmployee')} />
        <Field path={at('job/employerContribution')} />
      </Fields>
      <Further title="More about pay: production, salary, guarantee, bonus">
        <Fields>
          <Field path={at('job/basis')} />
          {offer.job.basis === 'production' && (
            <>
              <Field path={at('job/production')} />
              <Field path={at('job/collectionRatio')} />
            </>
          )}
          <Field path={at('job/laterRate')} />
          {offer.job.laterRate !== null && <Field path={at('job/laterFrom')} />}
          <Field path={at('job/labDeducted')} />
          <Field path={at('job/salary')} />
          {offer.job.salary > 0 && <Field path={at('job/salaryEscalator')} />}
          <Field path={at('job/dailyGuarantee')} />
          <Field path={at('job/bonus')} />
          {offer.job.bonus > 0 && <Field path={at('job/bonusProbability')} />}
          {(offer.job.bonus > 0 || offer.job.benefits > 0) && <Field path={at('job/bonusEscalator')} />}
        </Fields>
      </Further>
      <Further title="End of employment, early departure, clawback">
        <Fields>
          <Field path={at('job/ends')} />
          <Field path={at('gapPay')} />
          <Field path={at('consulting/amount')} />
          {offer.consulting.amount > 0 && <Field path={at('consulting/months')} />}
          <Field path={at('retirement')} />
          <Field path={at('leaving/on')} />
          {offer.leaving.on !== null && <Field path={at('leaving/cause')} />}
          <Field path={at('leaving/clawbackFalls')} />
          {CAUSES.map((cause) => (
            <Field key={cause} path={at(`leaving/clawback/${cause}`)} />
          ))}
        </Fields>
      </Further>
      <Further title="Sign-on and retention bonuses, forgivable loans">
        <Fields>
          <Field path={at('job/signOn')} />
        </Fields>
        <JobBonuses offer={offer} start="closing" />
      </Further>
    </Section>
  )
}
