import offer from '../offer/offer.module.css'

/** Tabs, of which one is shown. */
export function Tabs<Id extends string>(props: {
  readonly label: string
  readonly items: readonly (readonly [Id, string])[]
  readonly current: Id
  readonly onChosen: (id: Id) => void
  readonly last?: { readonly label: string; readonly run: () => void }
}) {
  const { label, items, current, onChosen, last } = props
  return (
    <ul className={offer.tabs} aria-label={label}>
      {items.map(([id, name]) => (
        <li key={id}>
          <button type="button" aria-current={id === current} onClick={() => onChosen(id)}>
            {name}
          </button>
        </li>
      ))}
      {last && (
        <li>
          <button type="button" onClick={last.run}>
            {last.label}
          </button>
        </li>
      )}
    </ul>
  )
}
