import classes from './partner.module.css'

/** The sign beside a total: an area in which the owner has marked a deal-breaker. */
export function DealBreakers({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <span className={classes.sign}>
      ✕ {names.length === 1 ? 'deal-breaker' : `${names.length} deal-breakers`}: {names.join(', ')}
    </span>
  )
}
