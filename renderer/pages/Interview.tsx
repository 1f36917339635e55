import { Button, Group } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'

import { elementName } from '../../shared/case/names'
import { Field } from '../components/entry/Field'
import { OriginMark } from '../components/entry/origin-mark'
import { PageHead } from '../components/entry/PageHead'
import { PracticeResults } from '../components/entry/Results'
import { Fields } from '../components/entry/Section'
import { go } from '../components/frame/actions'
import { Parts } from '../components/offer/Parts'
import { Templates } from '../components/offer/Templates'
import { newOffer } from '../components/offer/templates'
import { CostLines } from '../components/practice/CostLines'
import { Loans } from '../components/practice/Loans'
import classes from '../components/entry/entry.module.css'
import { useDocument } from '../state/store'

const LETTER = { typed: 'letter of intent', choosable: false } as const

/** The least that gives a true comparison, asked in about ten minutes; everything can be refined on the other pages. */
export default function Interview() {
  const { practice, offers } = useDocument()
  const [at, setAt] = useState(0)
  const head = useRef<HTMLDivElement>(null)
  // The next question is read from its top, by eyes and by screen readers alike; the first is where the page begins.
  const asked = useRef(at)
  useEffect(() => {
    if (asked.current === at) return
    asked.current = at
    globalThis.scrollTo(0, 0)
    head.current?.focus({ preventScroll: true })
  }, [at])
  const { method } = practice.terminalSale
  const offer = offers[0]
  const price = (field: string) => `offers/${offer?.id}/${field}`
  const steps: readonly { title: string; says: string; body: ReactNode }[] = [
    {
      title: 'When do you want to stop?',
      says: 'Everything is compared for the same person, who stops working on the same day on every path.',
      body: (
        <Fields>
          <Field path="owner/birthDate" />
          <Field path="owner/retirement" />
          <Field path="practice/specialty" />
        </Fields>
      ),
    },
    {
      title: 'What does the practice collect?',
      says: 'Last year’s collections: money received, not production.',
      body: (
        <Fields>
          <Field path="practice/ownerCollections" />
          <Field path="practice/hygieneCollections" />
          <Field path="practice/associateCollections" />
        </Fields>
      ),
    },
    {
      title: 'What does it cost?',
      says: 'Without your own pay, interest, tax and depreciation. Round figures will do for a start.',
      body: (
        <>
          <CostLines />
          <PracticeResults />
        </>
      ),
    },
    {
      title: 'Is it all yours, and does it owe anything?',
      says: 'Your part of the price is your share; loans of the practice are usually paid off from it.',
      body: (
        <>
          <Fields>
            <Field path="practice/ownershipShare" />
          </Fields>
          <Loans />
        </>
      ),
    },
    {
      title: 'What do you spend, and what have you saved?',
      says: 'It decides how long the money lasts on each path.',
      body: (
        <Fields>
          <Field path="owner/spendingNow" />
          <Field path="owner/spendingRetired" />
          <Field path="owner/savings" />
          <Field path="owner/taxDeferredSavings" />
        </Fields>
      ),
    },
    {
      title: 'If you keep it, what is it worth when you stop?',
      says: 'A dentist buys it, or nobody does and it closes.',
      body: (
        <Fields>
          <Field path="practice/terminalSale/method" />
          {method === 'collections' && <Field path="practice/terminalSale/shareOfCollections" />}
          {(method === 'discretionary' || method === 'ebitda') && <Field path="practice/terminalSale/multiple" />}
          {method === 'amount' && <Field path="practice/terminalSale/amount" />}
          {method !== 'none' && <Field path="practice/terminalSale/probability" />}
        </Fields>
      ),
    },
    {
      title: offer
        ? `What does ${elementName(`offers/${offer.id}`, { offers })} offer?`
        : 'What kind of offer do you have?',
      says: offer
        ? 'What the letter of intent says; leave what it does not say.'
        : 'The nearest will do; everything in it can be changed.',
      body: offer ? (
        <OriginMark value={LETTER}>
          <Fields>
            <Field path={price('name')} />
            <Field path={price('closing')} />
            {offer.structure !== 'services' && (
              <>
                <Field path={price('price/stated')} />
                <Field path={price(offer.price.stated === 'multiple' ? 'price/multiple' : 'price/amount')} />
                {offer.price.stated === 'multiple' && <Field path={price('price/ebitda')} />}
              </>
            )}
            {(offer.structure === 'jointVenture' || offer.structure === 'hybrid') && (
              <Field path={price('shareSold')} />
            )}
            {offer.fee.kind === 'collections' && <Field path={price('fee/share')} />}
            {offer.structure !== 'services' && (
              <>
                <Field path={price('job/rate')} />
                <Field path={price('job/termYears')} />
              </>
            )}
          </Fields>
          {offer.structure !== 'services' && <Parts offer={offer} />}
        </OriginMark>
      ) : (
        <Templates onChosen={newOffer} />
      ),
    },
  ]
  const step = steps[at]!
  const last = at === steps.length - 1
  return (
    <>
      <div ref={head} tabIndex={-1} className={classes.question}>
        <p className="quiet small">
          Question {at + 1} of {steps.length}
        </p>
        <PageHead title={step.title} says={step.says} />
      </div>
      <div className={classes.asked}>{step.body}</div>
      <Group mt="xl" gap="xs">
        {at > 0 && (
          <Button variant="default" onClick={() => setAt(at - 1)}>
            Back
          </Button>
        )}
        {last ? (
          <Button onClick={() => go('compare')}>See the comparison</Button>
        ) : (
          <Button onClick={() => setAt(at + 1)}>Next question</Button>
        )}
      </Group>
    </>
  )
}
