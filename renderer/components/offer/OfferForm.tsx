import { Fragment, type ReactNode } from 'react'

import type { Offer } from '../../../shared/case/schema'
import { useDocument } from '../../state/store'
import { Field } from '../entry/Field'
import { Fields, Section } from '../entry/Section'
import { Asked } from './Asked'
import { filledIn } from './asks'
import { FIRST, GROUPS, situationOf } from './form'
import { Group } from './Group'
import classes from './offer.module.css'
import { Parts } from './Parts'

/** The terms of an offer: first what most letters state, then the rest in collapsible groups. */
export function OfferForm({ offer }: { readonly offer: Offer }) {
  const document = useDocument()
  const situation = situationOf(offer, document)
  const base = `offers/${offer.id}`
  return (
    <>
      {FIRST.map((part) => {
        const asks = part.asks(situation)
        if (asks.length === 0) return null
        return (
          <Fragment key={part.id}>
            <Anchor id={part.id}>
              <Section title={part.title(situation)} says={part.says}>
                <Asked base={base} asks={asks} />
              </Section>
            </Anchor>
            {part.id === 'price' && (
              <Anchor id="parts">
                <Section
                  title="How the price is paid"
                  says="Everything that is not cash at closing. The rest of the price is cash."
                >
                  <Parts offer={offer} />
                </Section>
              </Anchor>
            )}
          </Fragment>
        )
      })}
      <Section title="What else the letter says" says="Open a group if your letter has terms of its kind.">
        {GROUPS.map((part) => {
          const asks = part.asks(situation)
          if (asks.length === 0) return null
          return (
            <Anchor key={part.id} id={part.id}>
              <Group
                base={base}
                asks={asks}
                title={<h3>{part.title(situation)}</h3>}
                says={part.says}
                filled={filledIn(document, base, asks)}
              />
            </Anchor>
          )
        })}
      </Section>
      <Section title="Notes">
        <Fields>
          <Field path={`${base}/note`} wide />
        </Fields>
      </Section>
    </>
  )
}

/** The target of the links in the letter's checklist. */
const Anchor = ({ id, children }: { readonly id: string; readonly children: ReactNode }) => (
  <div data-part={id} className={classes.anchor}>
    {children}
  </div>
)
