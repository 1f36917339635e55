import { checksOf, type Check } from '../checks'
import type { Outcome } from '../model/comparison'
import { byView, type View } from '../model/plan/context'
import type { PathKind } from '../model/paths'

/** A number, or null where there is no value ("none", or a figure that cannot be worked out). */
export type Value = number | null

/** The outcome as plain data, for the command line and for files: the same figures as on screen, not rounded. */
export interface OutcomeData {
  /** Calendar years of the rows. */
  readonly years: readonly number[]
  /** Lines that belong to no path: the plan and the practice if kept. */
  readonly shared: Readonly<Record<string, readonly Value[]>>
  readonly paths: readonly {
    readonly id: string
    readonly name: string
    readonly kind: PathKind
    readonly views: Readonly<
      Record<
        View,
        {
          readonly figures: Readonly<Record<string, Value>>
          readonly lines: Readonly<Record<string, readonly Value[]>>
        }
      >
    >
  }[]
  readonly checks: readonly Omit<Check, 'rule' | 'better'>[]
}

const value = (number: number): Value => (Number.isFinite(number) ? number : null)

/** The outcome as plain data. */
export function outcomeData(outcome: Outcome): OutcomeData {
  const common = outcome.structure.graph.lines.filter(({ id }) => id.startsWith('plan/') || id.startsWith('practice/'))
  return {
    years: outcome.shared('plan/calendarYear'),
    shared: Object.fromEntries(common.map((line) => [line.id, outcome.values(line).map(value)])),
    paths: outcome.paths.map(({ id, name, kind }) => ({
      id,
      name,
      kind,
      views: byView((view) => {
        const lines = outcome.lines(id, view)
        const prefixes = [`${id}/${view}/`, `${id}/`]
        const short = (full: string) => full.slice(prefixes.find((prefix) => full.startsWith(prefix))!.length)
        const of = (shape: 'row' | 'figure') => lines.filter((line) => line.shape === shape)
        return {
          figures: Object.fromEntries(of('figure').map((line) => [short(line.id), value(outcome.values(line)[0]!)])),
          lines: Object.fromEntries(of('row').map((line) => [short(line.id), outcome.values(line).map(value)])),
        }
      }),
    })),
    checks: checksOf(outcome).map(({ severity, path, for: advisor, message }) => ({
      severity,
      path,
      ...(advisor && { for: advisor }),
      message,
    })),
  }
}
