import type { Outcome, View } from '../model'

/** The two averages of take-home until retirement, by names that keep them apart. */
export const AVERAGES = [
  { id: 'takeHomeAverage', label: 'Average take-home, all years to retirement' },
  { id: 'takeHomeAverageWorking', label: 'Average take-home, years worked only' },
] as const

/** Smaller parts of a year are rounding of months. */
const PART = 0.01

/** Whether on every path all years to retirement are worked, so that the two averages are one. */
export const areAveragesAlike = (outcome: Outcome, view: View, paths: readonly string[]): boolean =>
  paths.every((path) => {
    const of = (id: string) => outcome.figure(path, view, id) ?? 0
    return Math.abs(of('yearsToRetirement') - of('yearsWorked')) < PART
  })

/** How amounts and years are written. */
interface Writing {
  readonly usd: (amount: number) => string
  readonly years: (value: number) => string
}

/**
 * A line for each path on which not all years are worked: "Sell to a dentist now: $49,000 × 7 years to retirement =
 * $172,000 × 2 years worked". Amounts are in dollars of their years.
 */
export function averagesReconciled(
  outcome: Outcome,
  view: View,
  paths: readonly string[],
  { usd, years }: Writing,
): string[] {
  return outcome.paths
    .filter(({ id }) => paths.includes(id) && !areAveragesAlike(outcome, view, [id]))
    .map(({ id, name }) => {
      const of = (figure: string) => outcome.figure(id, view, figure) ?? 0
      const rest = of('takeHomeWithoutWork')
      const working =
        of('yearsWorked') > 0 ? [`${usd(of('takeHomeAverageWorking'))} × ${years(of('yearsWorked'))} years worked`] : []
      const other = Math.abs(rest) >= 0.5 || working.length === 0 ? [`${usd(rest)} in years without work`] : []
      return `${name}: ${usd(of('takeHomeAverage'))} × ${years(of('yearsToRetirement'))} years to retirement = ${[...working, ...other].join(' + ')}`
    })
}
