import { withWay } from '../../shared/case/choose-way'
import { CheckList } from '../components/entry/CheckList'
import { Field } from '../components/entry/Field'
import { PageHead } from '../components/entry/PageHead'
import { Rows } from '../components/entry/Rows'
import { Fields, Section } from '../components/entry/Section'
import type { Chosen } from '../components/entry/use-field'
import { Weigh } from '../components/entry/Weigh'
import { newOffer } from '../components/offer/templates'
import { go } from '../components/frame/actions'
import { accruesAtMove as accrues } from '../../shared/present/state-law'
import { useDocument, useStore } from '../state/store'

const including =
  (way: 'sellPrivately' | 'stepBack'): Chosen =>
  (document, include, origin) =>
    withWay(document, way, include === 'true', origin)

/** Paths besides keeping and the offers; an associate has none. */
export default function Ways() {
  const isAssociate = useDocument().practice.role === 'associate'
  return isAssociate ? (
    <PageHead
      title="Alternatives"
      says="You own no part of the practice, so there is nothing to sell and nobody to hire. Enter each job that you could take on the Offers page; staying in yours is always compared."
    />
  ) : (
    <OwnersWays />
  )
}

function OwnersWays() {
  const document = useDocument()
  const { sellPrivately, stepBack } = document.alternatives
  const now = (field: string) => `alternatives/sellPrivately/${field}`
  const slow = (field: string) => `alternatives/stepBack/${field}`
  const later = document.offers.filter((offer) => offer.later)
  return (
    <>
      <PageHead
        title="Alternatives"
        says="What you could do without any of the buyers who have sent an offer. Each can be compared with keeping the practice."
      />
      <Weigh />
      <CheckList below={['alternatives']} />
      <Section title="Sell to a dentist now" says="Paid at closing by the buyer’s bank, all at once or in stages.">
        <Fields>
          <Field path={now('include')} chosen={including('sellPrivately')} />
          {sellPrivately.include && (
            <>
              <Field path={now('method')} />
              {sellPrivately.method === 'collections' && <Field path={now('shareOfCollections')} />}
              {(sellPrivately.method === 'discretionary' || sellPrivately.method === 'ebitda') && (
                <Field path={now('multiple')} />
              )}
              {sellPrivately.method === 'amount' && <Field path={now('amount')} />}
              <Field path={now('sellingCosts')} />
              <Field path={now('ordinaryShare')} />
              <Field path={now('workAfter')} />
              {sellPrivately.workAfter !== null && <Field path={now('rate')} />}
              <Field path={now('gapPay')} />
              <Field path={now('retirement')} />
            </>
          )}
        </Fields>
        {sellPrivately.include && (
          <Rows
            list={now('tranches')}
            word="stage"
            caption="Stages of the sale"
            columns={[
              { field: 'on', label: 'Sold on' },
              { field: 'share', label: 'Share', unit: '% of the practice' },
            ]}
            seed={{ on: document.owner.retirement, share: 0 }}
            most={10}
            empty="Nothing is sold yet."
          />
        )}
      </Section>
      <Section
        title="Step back"
        says="You keep the practice, work fewer days, and an associate takes over some of your patients."
      >
        <Fields>
          <Field path={slow('include')} chosen={including('stepBack')} />
          {stepBack.include && (
            <>
              <Field path={slow('hireDate')} />
              <Field path={slow('days')} />
              <Field path={slow('capturedShare')} />
              <Field path={slow('associateRate')} />
              <Field path={slow('managerCost')} />
              <Field path={slow('retirement')} />
            </>
          )}
        </Fields>
      </Section>
      <Move />
      <Section
        title="A sale later"
        says="You wait a few years and then sell to a group at the multiple you expect then. It is entered like an offer."
      >
        {later.length > 0 && (
          <ul>
            {later.map(({ id, name }) => (
              <li key={id}>
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    useStore.getState().setOffer(id)
                    go('offers')
                  }}
                >
                  {name}
                </button>
              </li>
            ))}
          </ul>
        )}
        {document.offers.length < 8 && (
          <p style={{ marginTop: '0.75rem' }}>
            <button
              type="button"
              className="link"
              onClick={() => {
                newOffer('later')
                go('offers')
              }}
            >
              Add a sale later
            </button>
          </p>
        )}
      </Section>
    </>
  )
}

/** Moving to another state in a given year, on every path. It affects state tax under tax law. */
function Move() {
  const { tax } = useDocument()
  const { state, stateTax, movesTo } = tax.federal
  const at = (field: string) => `tax/federal/${field}`
  const computed = tax.mode === 'federal' && stateTax === 'law' && state !== 'other'
  return (
    <Section
      title="Move to another state"
      says="On every path you live elsewhere from some year on; the practice and your jobs stay where they are."
    >
      {computed ? (
        <Fields>
          <Field path={at('movesTo')} />
          {movesTo !== 'none' && (
            <>
              <Field path={at('moveYear')} />
              <Field path={at('equityGainAfterMove')} />
              {accrues(state) && <Field path={at('moveSecurity')} />}
            </>
          )}
        </Fields>
      ) : (
        <p className="quiet">
          What a move changes can be computed once your tax is worked out by the law of your state.{' '}
          <button type="button" className="link" onClick={() => go('you')}>
            Choose your state
          </button>
        </p>
      )}
    </Section>
  )
}
