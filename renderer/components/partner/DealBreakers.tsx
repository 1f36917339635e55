import classes from './partner.module.css'

/** The sign beside a total for an area that the owner has marked as a deal-breaker. */
export function DealBreakers({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <span className={classes.sign}>
      ✕ {names.length === 1 ? 'deal-breaker' : `${names.length} deal-breakers`}: {names.join(', ')}
    </span>
  )
}
