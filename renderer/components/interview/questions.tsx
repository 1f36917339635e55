import type { ReactNode } from 'react'

import { elementName } from '../../../shared/case/names'
import type { Case, Offer } from '../../../shared/case/schema'
import { OriginMark } from '../entry/origin-mark'
import { Fields } from '../entry/Section'
import { JobBonuses } from '../offer/JobBonuses'
import { Parts } from '../offer/Parts'
import { Templates } from '../offer/Templates'
import type { TemplateName } from '../offer/templates'
import { Loans } from '../practice/Loans'
import { Ask } from './Ask'
import { Overhead } from './Overhead'
import { PriceParts } from './PriceParts'

/** One screen of the interview. */
export interface Question {
  readonly id: string
  /** What it belongs to. Progress is counted within it, since how many offers follow is not known from the start. */
  readonly section: string
  readonly title: string
  readonly says: string
  readonly body: ReactNode
}

const LETTER = { typed: 'letter of intent', choosable: false } as const

/** The minimum for a meaningful comparison: what an owner knows by heart, and the main terms of each offer. */
export function questionsOf(document: Case, onTemplate: (template: TemplateName) => void): readonly Question[] {
  const isAssociate = document.practice.role === 'associate'
  return [
    { ...role(document), section: 'To begin' },
    ...within(
      isAssociate ? 'You and your job' : 'You and your practice',
      isAssociate ? aboutTheAssociate(document) : aboutTheOwner(document),
    ),
    ...document.offers.flatMap((offer) =>
      within(
        elementName(`offers/${offer.id}`, document),
        isAssociate ? aboutAJob(document, offer) : aboutAnOffer(document, offer),
      ),
    ),
    {
      id: 'offer',
      section: 'Your offers',
      title: document.offers.length === 0 ? 'What kind of offer do you have?' : 'Do you have another offer?',
      says:
        document.offers.length === 0
          ? 'Choose the closest match; you can change everything in it.'
          : 'Choose its kind to answer the same few questions. If not, your comparison is ready.',
      body: <Templates onChosen={onTemplate} />,
    },
  ]
}

type Unplaced = Omit<Question, 'section'>

const within = (section: string, questions: readonly Unplaced[]): Question[] =>
  questions.map((question) => ({ ...question, section }))

/** The answers on which all others depend: with partners, more is asked about collections. */
const role = ({ practice }: Case): Unplaced => ({
  id: 'role',
  title: 'Do you own the practice?',
  says: 'An owner compares offers to buy it with keeping it; an associate compares jobs with staying.',
  body: (
    <Fields>
      <Ask path="practice/role" wide />
      {practice.role === 'owner' && (
        <Ask path="practice/ownershipShare" help="Below 100% if you have partners. It is your portion of any price." />
      )}
    </Fields>
  ),
})

/** The same for everyone: when work is to end, and what the household lives on. */
const household: Unplaced = {
  id: 'household',
  title: 'What do you spend, and what have you saved?',
  says: 'This determines how long your money lasts on each path.',
  body: (
    <Fields>
      <Ask path="owner/spendingNow" />
      <Ask path="owner/spendingRetired" />
      <Ask path="owner/savings" />
      <Ask path="owner/taxDeferredSavings" />
    </Fields>
  ),
}
const when: Unplaced = {
  id: 'when',
  title: 'When do you want to retire?',
  says: 'Every path is compared for the same person, retiring on the same day.',
  body: (
    <Fields>
      <Ask path="owner/birthDate" />
      <Ask path="owner/retirement" help="A date, or the age at which you want to stop, such as 67." />
      <Ask path="practice/specialty" />
    </Fields>
  ),
}

function aboutTheAssociate({ practice }: Case): Unplaced[] {
  return [
    when,
    {
      id: 'job',
      title: 'What does your present job pay?',
      says: 'A percentage of your collections, a fixed salary, or a percentage with the salary as a minimum.',
      body: (
        <Fields>
          <Ask path="practice/ownerCollections" />
          <Ask path="practice/job/rate" />
          <Ask path="practice/job/salary" />
          {practice.job.salary > 0 && <Ask path="practice/job/salaryEscalator" />}
          <Ask path="practice/job/benefits" />
          <Ask path="practice/job/contributionAsEmployee" />
          <Ask path="practice/job/employerContribution" />
          <Ask path="practice/daysNow" />
        </Fields>
      ),
    },
    household,
  ]
}

/** An offer to an associate: the job, its bonuses and equity. */
function aboutAJob(document: Case, offer: Offer): Unplaced[] {
  const at = (field: string) => `offers/${offer.id}/${field}`
  const name = elementName(`offers/${offer.id}`, document)
  const asked = (id: string, title: string, says: string, body: ReactNode): Unplaced => ({
    id: `${offer.id}/${id}`,
    title,
    says,
    body: <OriginMark value={LETTER}>{body}</OriginMark>,
  })
  return [
    asked(
      'pay',
      `What does ${name} pay for your work?`,
      'What the letter or contract says, when it starts, and how long you must stay.',
      <Fields>
        <Ask path={at('name')} />
        <Ask path={at('closing')} />
        <Ask path={at('job/rate')} />
        <Ask path={at('job/salary')} />
        {offer.job.salary > 0 && <Ask path={at('job/salaryEscalator')} />}
        <Ask path={at('job/benefits')} />
        <Ask path={at('job/employerContribution')} />
        <Ask path={at('job/contributionAsEmployee')} />
        <Ask path={at('job/days')} />
        <Ask path={at('job/termYears')} />
      </Fields>,
    ),
    asked(
      'cash',
      `What cash comes with ${name}?`,
      'Sign-on and retention bonuses, and loans forgiven while you work. Leave blank what is not offered.',
      <>
        <Fields>
          <Ask path={at('job/signOn')} />
        </Fields>
        <JobBonuses offer={offer} />
      </>,
    ),
    asked(
      'equity',
      `Does ${name} come with equity?`,
      'Bought with your own money, or granted. It pays at the exit of the parent, or not at all.',
      <Parts offer={offer} />,
    ),
  ]
}

function aboutTheOwner({ practice }: Case): Unplaced[] {
  const { method } = practice.terminalSale
  return [
    when,
    {
      id: 'collections',
      title: 'What does the practice collect?',
      says: 'Last year’s collections: money received, not production.',
      body: (
        <Fields>
          <Ask path="practice/ownerCollections" />
          {practice.ownershipShare < 1 && <Ask path="practice/partnersCollections" />}
          <Ask path="practice/hygieneCollections" />
          <Ask path="practice/associateCollections" />
          <Ask path="practice/daysNow" />
        </Fields>
      ),
    },
    {
      id: 'costs',
      title: 'What does it cost to run?',
      says: 'Your overhead. A round figure is fine to start.',
      body: <Overhead />,
    },
    {
      id: 'debt',
      title: 'Does the practice have debt?',
      says: 'Practice loans are usually paid off from the price. Without debt, go on.',
      body: <Loans />,
    },
    household,
    {
      id: 'terminal',
      title: 'If you keep it, what is it worth when you retire?',
      says: 'A dentist buys it, or no one does and it closes.',
      body: (
        <Fields>
          <Ask path="practice/terminalSale/method" />
          {method === 'collections' && <Ask path="practice/terminalSale/shareOfCollections" />}
          {(method === 'discretionary' || method === 'ebitda') && <Ask path="practice/terminalSale/multiple" />}
          {method === 'amount' && <Ask path="practice/terminalSale/amount" />}
          {method !== 'none' && <Ask path="practice/terminalSale/probability" />}
        </Fields>
      ),
    },
  ]
}

function aboutAnOffer(document: Case, offer: Offer): Unplaced[] {
  const at = (field: string) => `offers/${offer.id}/${field}`
  const name = elementName(`offers/${offer.id}`, document)
  const services = offer.structure === 'services'
  const holds = offer.structure === 'jointVenture' || offer.structure === 'hybrid'
  const asked = (id: string, title: string, says: string, body: ReactNode): Unplaced => ({
    id: `${offer.id}/${id}`,
    title,
    says,
    body: <OriginMark value={LETTER}>{body}</OriginMark>,
  })
  return [
    asked(
      'price',
      services ? `What is ${name}, and when does it start?` : `What does ${name} pay?`,
      'What the letter of intent says. If it states no multiple, choose a dollar amount for the whole practice.',
      <Fields>
        <Ask path={at('name')} />
        <Ask path={at('closing')} />
        {!services && (
          <>
            <Ask path={at('price/stated')} />
            <Ask path={at(offer.price.stated === 'multiple' ? 'price/multiple' : 'price/amount')} />
            {offer.price.stated === 'multiple' && <Ask path={at('price/ebitda')} />}
          </>
        )}
        {holds && <Ask path={at('shareSold')} />}
      </Fields>,
    ),
    ...(services
      ? []
      : [
          asked(
            'paid',
            `How does ${name} pay it?`,
            'Anything not checked is paid in cash at closing.',
            <PriceParts offer={offer} />,
          ),
        ]),
    asked(
      'after',
      services ? `What does ${name} charge?` : `What happens to your work with ${name}?`,
      services
        ? 'The management fee, as the letter states it.'
        : 'Your pay afterward, how long you must stay, and the management fee, if there is one.',
      <Fields>
        {!services && (
          <>
            <Ask path={at('job/rate')} />
            <Ask path={at('job/termYears')} />
          </>
        )}
        <Ask path={at('fee/kind')} />
        {offer.fee.kind === 'collections' && <Ask path={at('fee/share')} label="Fee percentage" />}
        {offer.fee.kind === 'ebitda' && <Ask path={at('fee/share')} label="Fee percentage" />}
        {offer.fee.kind === 'fixed' && <Ask path={at('fee/amount')} />}
      </Fields>,
    ),
  ]
}
