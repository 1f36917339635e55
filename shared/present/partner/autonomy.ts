import {
  AUTONOMY,
  AUTONOMY_IDS,
  type AutonomyId,
  type Decider,
  type Organization,
  type Partner,
} from '../../case/partner/schema'

/** Who decides on one thing: today, as promised, by the contract, and where these differ. */
export interface AutonomyRow {
  readonly id: AutonomyId
  readonly name: string
  /** Sentences without a period, each beginning with a sign that a screen reader can do without: "▼ less than today". */
  readonly differences: readonly string[]
}

/** The headings of the table of who decides. */
export const AUTONOMY_COLUMNS = ['On', 'Today', 'Promised', 'In the contract', 'Difference'] as const

/** How much say the doctor has. */
const SAY: Readonly<Record<Exclude<Decider, 'unknown'>, number>> = { doctor: 2, together: 1, organization: 0 }

/** The rows in their fixed order. What is not known is said to be so and never counts as a difference. */
export function autonomyRows(
  today: Partner['autonomyToday'],
  { autonomy }: Pick<Organization, 'autonomy'>,
): AutonomyRow[] {
  return AUTONOMY_IDS.map((id) => {
    const { promised, contract } = autonomy[id]
    return { id, name: AUTONOMY[id], differences: differencesOf(today[id], promised, contract) }
  })
}

function differencesOf(today: Decider, promised: Decider, contract: Decider): string[] {
  const found: string[] = []
  if (promised !== 'unknown' && contract === 'unknown') found.push('promised, not in the contract')
  if (promised !== 'unknown' && contract !== 'unknown' && promised !== contract)
    found.push(
      SAY[contract] < SAY[promised] ? '▼ contract gives less than promised' : '▲ contract gives more than promised',
    )
  const then = contract === 'unknown' ? promised : contract
  if (today !== 'unknown' && then !== 'unknown' && today !== then)
    found.push(SAY[then] < SAY[today] ? '▼ less say than today' : '▲ more say than today')
  return found
}
