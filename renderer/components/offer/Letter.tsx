import type { Offer } from '../../../shared/case/schema'
import { useDocument } from '../../state/store'
import { unfold } from '../../state/goto'
import { filledIn, type Filled } from './asks'
import classes from './offer.module.css'
import { FIRST, GROUPS, situationOf } from './form'
import { asksOf } from './part-asks'
import { PART_COLUMNS } from './part-columns'

/** The letter as a checklist: which of its parts are entered, each with a link. */
export function Letter({ offer }: { readonly offer: Offer }) {
  const document = useDocument()
  const situation = situationOf(offer, document)
  const base = `offers/${offer.id}`
  const lines = [...FIRST, ...GROUPS].flatMap((part) => {
    const asks = part.asks(situation)
    if (asks.length === 0) return []
    const line = { id: part.id, title: part.title(situation), filled: filledIn(document, base, asks) }
    const paid = { id: 'parts', title: 'How the price is paid', filled: partsFilled() }
    return part.id === 'price' ? [line, paid] : [line]
  })
  function partsFilled(): Filled {
    const all = offer.components.map((part) => {
      const row = PART_COLUMNS.flatMap((column) => column.field(part) ?? [])
      return filledIn(document, `${base}/components/${part.id}`, [...row, ...asksOf(part)])
    })
    return {
      filled: all.reduce((sum, { filled }) => sum + filled, 0),
      of: all.reduce((sum, { of }) => sum + of, 0),
    }
  }
  return (
    <nav className={classes.letter} aria-label="Terms of the letter">
      <h3>
        Terms of the letter <span className="quiet">filled</span>
      </h3>
      <ul>
        {lines.map(({ id, title, filled }) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => goTo(id)}>
              {title}
            </button>
            <span className="quiet">{filled.of === 0 ? 'all cash' : `${filled.filled} of ${filled.of}`}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Expands a part of the form and focuses its first blank field, or otherwise its first. */
function goTo(id: string): void {
  const part = document.querySelector(`[data-part="${id}"]`)
  if (!part) return
  for (const fold of part.querySelectorAll('details')) if (id !== 'parts') fold.open = true
  unfold(part)
  part.scrollIntoView({ block: 'start' })
  const fields = [...part.querySelectorAll<HTMLElement>('[data-field]')]
  const field = fields.find((one) => one.closest('[data-assumed]')) ?? fields[0] ?? part.querySelector('button')
  field?.focus({ preventScroll: true })
}
