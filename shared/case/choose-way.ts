import { dayOf, formatDay, timeOf } from './dates'
import { get, set } from './path'
import type { Case, Origin } from './schema'

/**
 * The case with an alternative included in the comparison or not. Its dates, hidden until then, may precede the plan;
 * they are moved to its first day, as an assumption, or the choice would be refused for invisible fields.
 */
export function withWay(document: Case, way: keyof Case['alternatives'], include: boolean, origin: Origin): Case {
  const { startYear } = document.assumptions
  const start = formatDay({ year: startYear, month: 1, day: 1 })
  const days =
    way === 'stepBack'
      ? ['alternatives/stepBack/hireDate']
      : [
          'alternatives/sellPrivately/workAfter',
          ...document.alternatives.sellPrivately.tranches.map(
            ({ id }) => `alternatives/sellPrivately/tranches/${id}/on`,
          ),
        ]
  const ready = days.reduce((result, path) => {
    const day = get(result, path)
    if (!include || typeof day !== 'string' || timeOf(dayOf(day), startYear) >= 0) return result
    const { [path]: _, ...origins } = result.origins
    return { ...set(result, path, start), origins }
  }, document)
  const path = `alternatives/${way}/include`
  const changed = set(ready, path, include)
  return { ...changed, origins: { ...changed.origins, [path]: origin } }
}
