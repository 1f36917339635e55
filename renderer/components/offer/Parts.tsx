import type { KeyboardEvent } from 'react'

import { type EarnOut, hasTargets } from '../../../shared/case/earn-outs'
import { added, moved, removed } from '../../../shared/case/lists'
import { capitalised, elementName } from '../../../shared/case/names'
import { CAUSES, type Component, type Offer } from '../../../shared/case/schema'
import { usd } from '../../format'
import { useOutcome } from '../../state/outcome'
import { useDocument, useStore } from '../../state/store'
import { Field } from '../entry/Field'
import { Rows, type Column } from '../entry/Rows'
import { Fields, Further } from '../entry/Section'
import { tell } from '../frame/tell'
import { LeaverTerms } from './LeaverTerms'
import classes from './offer.module.css'

const KINDS: Readonly<Record<Component['kind'], { readonly name: string; readonly says: string }>> = {
  escrow: { name: 'Escrow or holdback', says: 'held back for claims, released later' },
  note: { name: 'Seller note', says: 'the buyer pays you over time, with interest' },
  earnOut: { name: 'Earn-out', says: 'paid only if a target is met' },
  rolled: { name: 'Rollover equity', says: 'not cash: invested in the buyer’s parent' },
}

/** What may be added to an offer: parts of the price, or beside a job the two ways to come to equity. */
interface Added {
  readonly name: string
  readonly says: string
  readonly seed: {
    readonly kind: Component['kind']
    readonly label?: string
    readonly acquired?: Rolled['acquired']
    readonly basis?: Rolled['basis']
  }
}
const ADDED: readonly Added[] = (Object.keys(KINDS) as Component['kind'][]).map((kind) => ({
  ...KINDS[kind],
  seed: { kind },
}))
const ADDED_TO_A_JOB: readonly Added[] = [
  {
    name: 'Equity you buy',
    says: 'paid for on the first day with your own money',
    seed: { kind: 'rolled', label: 'Equity', acquired: 'bought', basis: 'fixed' },
  },
  {
    name: 'Equity you are granted',
    says: 'profits interest or incentive units, worth something above a threshold only',
    seed: { kind: 'rolled', label: 'Units', acquired: 'granted', basis: 'fixed' },
  },
]

const EQUITY: Readonly<Record<Rolled['acquired'], string>> = {
  rolled: KINDS.rolled.says,
  bought: 'paid for on the first day with your own money',
  granted: 'costs nothing, and is worth something above a threshold only',
}

/** The parts of the price that are not cash at closing; of an associate's offer, the equity. */
export function Parts({ offer }: { readonly offer: Offer }) {
  const document = useDocument()
  const replace = useStore((state) => state.replace)
  const list = `offers/${offer.id}/components`
  const isAssociate = document.practice.role === 'associate'
  return (
    <>
      {offer.components.length === 0 && (
        <p className="quiet">
          {isAssociate ? 'No equity is offered.' : 'All of the price is paid in cash at closing.'}
        </p>
      )}
      {offer.components.map((component) => (
        <Part key={component.id} offer={offer} component={component} />
      ))}
      {offer.components.length < 20 && (
        <p className={classes.adders}>
          Add:{' '}
          {(isAssociate ? ADDED_TO_A_JOB : ADDED).map(({ name, says, seed }) => (
            <button
              key={name}
              type="button"
              className="link"
              title={says}
              onClick={() => {
                const problems = replace(
                  added(document, list, seed.kind === 'earnOut' ? 'earn' : seed.kind, seed).document,
                )
                if (problems[0]) tell(problems[0].message)
              }}
            >
              {name}
            </button>
          ))}
        </p>
      )}
    </>
  )
}

function Part({ offer, component }: { readonly offer: Offer; readonly component: Component }) {
  const document = useDocument()
  const outcome = useOutcome()
  const view = useStore((state) => state.view)
  const { replace, undo } = useStore.getState()
  const list = `offers/${offer.id}/components`
  const at = (field: string) => `${list}/${component.id}/${field}`
  const granted = component.kind === 'rolled' && component.acquired === 'granted'
  const says = component.kind === 'rolled' ? EQUITY[component.acquired] : KINDS[component.kind].says
  const name = capitalised(elementName(`${list}/${component.id}`, document))
  const amount = outcome.figure(offer.id, view, `${component.id}/amount`)
  const move = (by: number) => {
    const after = moved(document, list, component.id, by)
    if (after !== document) replace(after)
  }
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    // The rows of a table inside move by themselves.
    if (event.defaultPrevented) return
    event.preventDefault()
    const field = event.target
    move(event.key === 'ArrowUp' ? -1 : 1)
    // The part takes the cursor along.
    requestAnimationFrame(() => field instanceof HTMLElement && field.focus())
  }
  return (
    // The keys belong to the fields inside; the part only hears them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={classes.part} aria-label={name} onKeyDown={keys}>
      <header>
        <h3>{name}</h3>
        <span className="quiet small">{says}</span>
        <span className={classes.partAmount}>{usd(amount)}</span>
        {offer.components.length > 1 &&
          (
            [
              ['Move up', '↑', -1],
              ['Move down', '↓', 1],
            ] as const
          ).map(([what, sign, by]) => (
            <button
              key={what}
              type="button"
              className="link small"
              title={`${what} (Alt ${sign} in a field)`}
              aria-label={`${what}: ${name}`}
              disabled={moved(document, list, component.id, by) === document}
              onClick={() => move(by)}
            >
              {sign}
            </button>
          ))}
        <button
          type="button"
          className="link small"
          onClick={() => {
            replace(removed(document, list, component.id))
            tell(`${name} has been removed.`, { label: 'Undo', run: undo })
          }}
        >
          Remove<span className="unseen">: {name}</span>
        </button>
      </header>
      <Fields>
        {component.kind === 'rolled' && <Field path={at('acquired')} />}
        {!granted && <Field path={at('basis')} />}
        {granted ? (
          <>
            <Field path={at('grantShare')} />
            <Field path={at('threshold')} />
            <Field path={at('longTerm')} />
          </>
        ) : component.basis === 'growth' ? (
          <>
            <Field path={at('growthShare')} />
            <Field path={at('metric')} />
            <Field path={at('growthFrom')} />
            <Field path={at('bestResult')} />
          </>
        ) : component.basis === 'fixed' ? (
          <Field path={at('amount')} />
        ) : (
          <Field
            path={at('share')}
            {...(component.kind === 'rolled' && component.basis === 'newEquity'
              ? { label: 'Share of the new equity' }
              : {})}
          />
        )}
        {component.kind === 'escrow' && <Field path={at('months')} />}
        {component.kind === 'note' && (
          <>
            <Field path={at('rate')} />
            <Field path={at('years')} />
            <Field path={at('repayment')} />
          </>
        )}
        {component.kind === 'earnOut' && <EarnOutFields component={component} at={at} />}
        {component.kind === 'rolled' && <RolledFields component={component} at={at} />}
        {component.kind !== 'rolled' && !(component.kind === 'earnOut' && component.measuredBy === 'metric') && (
          <>
            <Field path={at('probability')} />
            <Field path={at('unconditional')} />
          </>
        )}
      </Fields>
      {component.kind === 'earnOut' && component.basis !== 'growth' && <Targets component={component} at={at} />}
      {component.kind === 'rolled' && <Outcomes component={component} at={at} />}
      <Further title="Name, and what you keep on early departure">
        <Fields>
          <Field path={at('label')} />
          {component.kind === 'rolled' ? (
            <LeaverTerms equity={component} at={at} />
          ) : (
            CAUSES.map((cause) => <Field key={cause} path={at(`keptOnLeaving/${cause}`)} />)
          )}
        </Fields>
      </Further>
    </section>
  )
}

interface EarnOutProps {
  readonly component: EarnOut
  at(field: string): string
}

function EarnOutFields({ component, at }: EarnOutProps) {
  const growth = component.basis === 'growth'
  const measured = component.measuredBy === 'metric' && !growth
  const several = hasTargets(component)
  return (
    <>
      {!several && <Field path={at('months')} />}
      {!growth && <Field path={at('onTop')} />}
      <Field path={at('measuredBy')} />
      {measured && (
        <>
          <Field path={at('metric')} />
          {!component.cliff && <Field path={at('floor')} />}
          {!several && <Field path={at('target')} />}
          <Field path={at('cliff')} />
          {!component.cliff && <Field path={at('inProportion')} />}
          {several && <Field path={at('catchUp')} />}
        </>
      )}
      <Field path={at('wages')} />
    </>
  )
}

/** Targets with dates of their own, each for a part of the earn-out. */
function Targets({ component, at }: EarnOutProps) {
  return (
    <Rows
      list={at('targets')}
      word="target"
      caption="Targets with dates of their own, such as one a year"
      columns={[
        { field: 'months', label: 'Paid after', unit: 'months from closing' },
        ...(component.measuredBy === 'metric'
          ? [{ field: 'target', label: 'Full payment from', unit: '$ a year' }]
          : []),
        { field: 'part', label: 'Part of the earn-out', unit: '%' },
      ]}
      most={10}
      empty="One target and one date, as above."
    />
  )
}

type Rolled = Extract<Component, { kind: 'rolled' }>
interface RolledProps {
  readonly component: Rolled
  at(field: string): string
}

function RolledFields({ component, at }: RolledProps) {
  const granted = component.acquired === 'granted'
  return (
    <>
      <Field path={at('exitOn')} />
      {component.exitOn === null && <Field path={at('exitMonths')} />}
      <Field path={at('method')} />
      <Field path={at('platform/value')} />
      {component.platform.value !== null && <Field path={at('platform/debt')} />}
      <Field path={at('platform/newEquity')} />
      {(granted || component.method === 'workbench') && <Field path={at('dilution')} />}
      {!granted && component.method === 'workbench' && (
        <>
          <Field path={at('preference')} />
          {component.preference !== 'none' && (
            <>
              <Field path={at('preferenceAmount')} />
              <Field path={at('preferenceMultiple')} />
              <Field path={at('preferenceAccrual')} />
              <Field path={at('preferenceShare')} />
            </>
          )}
        </>
      )}
      <Field path={at('cashedAtExit')} />
    </>
  )
}

/** How the exit may turn out. The chances add up to 100%, and a loss of all is one of them. */
function Outcomes({ component, at }: RolledProps) {
  const columns: readonly Column[] = [
    { field: 'label', label: 'Outcome', width: '32%' },
    { field: 'probability', label: 'Probability', unit: '%' },
    ...(component.method === 'simple'
      ? [
          {
            field: 'multiple',
            label: 'Returns',
            unit: component.acquired === 'granted' ? '× the parent’s new equity' : '× the amount invested',
          },
        ]
      : [
          { field: 'exitEbitda', label: 'Parent’s EBITDA', unit: '$ a year' },
          { field: 'exitMultiple', label: 'Exit multiple', unit: '×' },
          { field: 'netDebt', label: 'Net debt', unit: '$' },
        ]),
  ]
  return (
    <>
      <Rows
        list={at('outcomes')}
        word="outcome"
        caption="Possible outcomes at the parent’s exit"
        columns={columns}
        seed={{ probability: 0 }}
        most={8}
        empty="No outcome is entered, so nothing is returned."
      />
      {component.cashedAtExit < 1 && (
        <Rows
          list={at('recapitalisations')}
          word="recapitalization"
          caption="Later recapitalizations"
          columns={[
            { field: 'months', label: 'Recapitalization after', unit: 'months from closing' },
            { field: 'multiple', label: 'Value carried over becomes', unit: '×' },
            { field: 'cashed', label: 'Portion cashed out', unit: '%' },
          ]}
          most={4}
          empty="Equity rolled again is never cashed out until a recapitalization is entered."
        />
      )}
    </>
  )
}
