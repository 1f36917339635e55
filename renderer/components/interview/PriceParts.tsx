import { added, removed } from '../../../shared/case/lists'
import type { Component, Offer } from '../../../shared/case/schema'
import { useDocument, useStore } from '../../state/store'
import { Fields } from '../entry/Section'
import { Figure } from '../figure/Figure'
import { tell } from '../frame/tell'
import { Ask } from './Ask'
import classes from './interview.module.css'

/** The price terms of most letters: the field's term behind plain words. */
const PARTS: readonly {
  readonly kind: Component['kind']
  readonly says: string
  readonly explains: string
  readonly fields: readonly (readonly [field: string, label: string])[]
}[] = [
  {
    kind: 'escrow',
    says: 'Some of it is held back',
    explains: 'Escrow or holdback: released later if there are no claims.',
    fields: [
      ['share', 'Held back'],
      ['months', 'Released after'],
    ],
  },
  {
    kind: 'note',
    says: 'Some of it is paid in installments',
    explains: 'Seller note: you lend the buyer part of the price.',
    fields: [
      ['share', 'Paid in installments'],
      ['years', 'Over'],
      ['rate', 'Interest rate'],
    ],
  },
  {
    kind: 'earnOut',
    says: 'Some of it is paid only if targets are met',
    explains: 'Earn-out: across industries, about 21 cents on the dollar is collected.',
    fields: [
      ['share', 'Depends on targets'],
      ['months', 'Paid after'],
      ['probability', 'Probability of payment'],
    ],
  },
  {
    kind: 'rolled',
    says: 'Some of it stays invested in the buyer',
    explains: 'Rollover equity: shares of the parent instead of cash; they can become worthless.',
    fields: [
      ['share', 'Rolled over'],
      ['exitMonths', 'Exit after'],
    ],
  },
]

/** The field that holds a component's size, by how it is stated. */
const SIZES = { share: 'share', newEquity: 'share', fixed: 'amount', growth: 'growthShare' } as const

/** How the price is paid: each component that is not cash at closing, with the two or three figures of the letter. */
export function PriceParts({ offer }: { readonly offer: Offer }) {
  const document = useDocument()
  const replace = useStore((state) => state.replace)
  const view = useStore((state) => state.view)
  const list = `offers/${offer.id}/components`
  const toggle = (kind: Component['kind'], has: boolean) => {
    const next = has
      ? offer.components
          .filter((part) => part.kind === kind)
          .reduce((result, { id }) => removed(result, list, id), document)
      : added(document, list, kind === 'earnOut' ? 'earn-out' : kind, { kind }).document
    const problems = replace(next)
    if (problems.length > 0) tell(problems.map(({ message }) => message).join(' '))
  }
  return (
    <>
      {PARTS.map(({ kind, says, explains, fields }) => {
        const own = offer.components.filter((part) => part.kind === kind)
        return (
          <div key={kind} className={classes.part}>
            <label>
              <input type="checkbox" checked={own.length > 0} onChange={() => toggle(kind, own.length > 0)} /> {says}
            </label>
            <p className="quiet small">{explains}</p>
            {own.map((part) => (
              <div key={part.id}>
                <Fields>
                  {fields.map(([field, label]) => (
                    <Ask
                      key={field}
                      path={`${list}/${part.id}/${field === 'share' ? SIZES[part.basis] : field}`}
                      label={label}
                    />
                  ))}
                </Fields>
              </div>
            ))}
          </div>
        )
      })}
      <p>
        Cash at closing: <Figure path={offer.id} view={view} id="cash" /> of{' '}
        <Figure path={offer.id} view={view} id="consideration" />, the price of what you sell.
      </p>
    </>
  )
}
